package ui

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTextsAreNeverMarkup: go-app makes texts and attributes by the DOM, where no text
// is markup. What is given as markup is what package chart draws, whose test gives it
// every hostile text; and no script of the page writes markup at all.
func TestTextsAreNeverMarkup(t *testing.T) {
	raw := 0
	err := filepath.WalkDir(".", func(path string, entry os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || types.ExprString(called.X) != "app" || called.Sel.Name != "Raw" {
					break
				}
				raw++
				if given := types.ExprString(n.Args[0]); !strings.HasSuffix(given, ".frame.SVG") {
					t.Errorf("%s: app.Raw is given %s, want the SVG of a chart's frame and nothing else", set.Position(n.Pos()), given)
				}
			case *ast.BasicLit:
				if n.Kind == token.STRING && writers.MatchString(n.Value) {
					t.Errorf("%s: %s makes markup of a text", set.Position(n.Pos()), n.Value)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || raw == 0 {
		t.Errorf("%d uses of app.Raw, %v; want those of the charts", raw, err)
	}
	scripts, err := filepath.Glob("../../web/*.js")
	if err != nil || len(scripts) < 5 {
		t.Fatalf("%d scripts, %v; want those of the page", len(scripts), err)
	}
	for _, path := range scripts {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if path == "../../web/onefile.js" {
			// It shows the site's own pages, which html/template has written, and which
			// are in the same file: of a learner they have nothing.
			source = bytes.Replace(source, []byte(`new DOMParser().parseFromString(text, "text/html")`), nil, 1)
		}
		if found := writers.Find(source); found != nil {
			t.Errorf("%s: %s makes markup of a text", path, found)
		}
	}
}

// writers are the properties and functions of the DOM that read markup.
var writers = regexp.MustCompile(`\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString|document\.write(ln)?|srcdoc)\b`)
