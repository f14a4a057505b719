// Package docs has the tests of what the documents say.
package docs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// documents lists the documents of the repository.
func documents(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"../*.md", "*.md", "hosting/*.md", "../third_party/*/README.md"} {
		some, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// TestLinksBetweenDocuments finds links to files that are not there.
func TestLinksBetweenDocuments(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)`)
	checked := 0
	for _, document := range documents(t) {
		for _, found := range link.FindAllStringSubmatch(read(t, document), -1) {
			if strings.Contains(found[1], "://") {
				continue
			}
			checked++
			if _, err := os.Stat(filepath.Join(filepath.Dir(document), found[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", document, found[1])
			}
		}
	}
	if checked < 10 {
		t.Errorf("%d links are checked, want at least 10", checked)
	}
}

// TestFilesThatDocumentsName finds paths in backquotes that are not there.
func TestFilesThatDocumentsName(t *testing.T) {
	path := regexp.MustCompile("`((?:pkg|cmd|docs|e2e|web|tools|bench|third_party)/[A-Za-z0-9_./-]+)`")
	generated := map[string]bool{"web/dist": true}
	for _, document := range documents(t) {
		if strings.HasSuffix(document, "CHANGELOG.md") {
			continue // which tells of what was
		}
		for _, found := range path.FindAllStringSubmatch(read(t, document), -1) {
			if _, err := os.Stat(filepath.Join("..", found[1])); err != nil && !generated[found[1]] && !strings.Contains(found[1], "node_modules") {
				t.Errorf("%s names %s, which is not there", document, found[1])
			}
		}
	}
}

// TestNamesThatDocumentsName finds names of Go such as `session.Trainer` that
// the packages do not have.
func TestNamesThatDocumentsName(t *testing.T) {
	name := regexp.MustCompile("`((?:pkg/)?[a-z]+)\\.([A-Z][A-Za-z]*)[`.]")
	declared := map[string]map[string]bool{}
	for _, document := range documents(t) {
		if strings.HasSuffix(document, "CHANGELOG.md") {
			continue
		}
		for _, found := range name.FindAllStringSubmatch(read(t, document), -1) {
			folder := "../pkg/" + strings.TrimPrefix(found[1], "pkg/")
			if _, err := os.Stat(folder); err != nil {
				continue // of another library
			}
			if declared[folder] == nil {
				declared[folder] = exported(t, folder)
			}
			if !declared[folder][found[2]] {
				t.Errorf("%s names %s.%s, which is not there", document, found[1], found[2])
			}
		}
	}
	if len(declared) == 0 {
		t.Error("the documents name nothing of Go, want at least one name to check")
	}
}

// exported lists the exported declarations of a package.
func exported(t *testing.T, folder string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(folder + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			switch declaration := declaration.(type) {
			case *ast.FuncDecl:
				names[declaration.Name.Name] = true
			case *ast.GenDecl:
				for _, spec := range declaration.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						names[spec.Name.Name] = true
					case *ast.ValueSpec:
						for _, name := range spec.Names {
							names[name.Name] = true
						}
					}
				}
			}
		}
	}
	return names
}
