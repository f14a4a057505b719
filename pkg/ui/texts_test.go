package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTextsAreTheOnlyChild: boot.js brings a text that a translator has replaced back
// into its element, in the place of all that is there. So no element has a text beside
// something else: its text is given by Text, and never in a Body.
func TestTextsAreTheOnlyChild(t *testing.T) {
	read := 0
	err := filepath.WalkDir(".", func(path string, entry os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		read++
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if called, ok := call.Fun.(*ast.SelectorExpr); ok && (called.Sel.Name == "Text" || called.Sel.Name == "Textf") {
				if of, ok := called.X.(*ast.Ident); ok && of.Name == "app" {
					t.Errorf("%s: app.%s makes a text beside other nodes; give it an element of its own", set.Position(call.Pos()), called.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || read < 60 {
		t.Errorf("%d files are read, %v; want those of the page", read, err)
	}
}
