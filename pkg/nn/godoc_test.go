package nn_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestEverythingExportedIsDocumented walks every exported name and demands a
// comment that begins with it, and a source for whatever a catalogue lists.
func TestEverythingExportedIsDocumented(t *testing.T) {
	entries, err := sources.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_js.go") {
			continue
		}
		text, err := sources.ReadFile(entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(set, entry.Name(), text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	pkg, err := doc.NewFromFiles(set, files, "firstneuron/pkg/nn")
	if err != nil {
		t.Fatal(err)
	}
	comments := map[string]string{}
	note := func(name, comment string) {
		comments[name] = comment
		plain := name[strings.LastIndexByte(name, '.')+1:]
		if !strings.HasPrefix(comment, plain+" ") && !strings.HasPrefix(comment, plain+":") {
			t.Errorf("%s: the comment is %q, want one that begins with the name", name, strings.SplitN(comment, "\n", 2)[0])
		}
	}
	functions := func(of string, all []*doc.Func) {
		for _, f := range all {
			note(of+f.Name, f.Doc)
		}
	}
	values := func(all []*doc.Value) {
		for _, v := range all {
			for _, s := range v.Decl.Specs {
				spec := s.(*ast.ValueSpec)
				comment := spec.Doc.Text() + spec.Comment.Text()
				for _, name := range spec.Names {
					switch {
					case !name.IsExported():
					case comment == "" || len(v.Decl.Specs) == 1:
						note(name.Name, v.Doc)
					default:
						comments[name.Name] = comment + v.Doc
					}
				}
			}
		}
	}
	values(pkg.Vars)
	values(pkg.Consts)
	functions("", pkg.Funcs)
	for _, typ := range pkg.Types {
		note(typ.Name, typ.Doc)
		values(typ.Vars)
		values(typ.Consts)
		functions("", typ.Funcs)
		functions(typ.Name+".", typ.Methods)
	}
	for _, c := range catalogues() {
		for _, e := range c.Entries() {
			name := e.Go
			if c == nn.Regularizers() {
				name = "Regularizer"
			}
			if comment := comments[name]; name != "" && !strings.Contains(comment, "Source: ") {
				t.Errorf("%s %s: the comment of %s names no source: %q", c.Kind(), e.Name, name, comment)
			}
		}
	}
}
