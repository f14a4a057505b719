package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// TestHandlersHaveTheirScope: go-app compares handlers by their code, so that a
// function with captured values needs a scope, or it goes on with those of the
// first time. widget.Sends and widget.Scoped have one.
func TestHandlersHaveTheirScope(t *testing.T) {
	var names []string
	for _, pattern := range []string{"*.go", "*/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	handled := 0
	for _, name := range names {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			handler, ok := handlerOf(call)
			if !ok {
				return true
			}
			handled++
			switch handler := handler.(type) {
			case *ast.FuncLit:
				t.Errorf("%s: a function is passed as the handler; pass widget.Scoped(it, what it captures)", set.Position(handler.Pos()))
			case *ast.CallExpr:
				if called := calledName(handler); !slices.Contains([]string{"Sends", "Scoped"}, called) {
					t.Errorf("%s: the handler is made by %s; make it by widget.Sends or widget.Scoped", set.Position(handler.Pos()), called)
				}
			}
			return true
		})
	}
	if handled < 60 {
		t.Errorf("%d handlers are found, want those of the whole page", handled)
	}
}

var listens = regexp.MustCompile(`^On([A-Z]\w*)?$`)

// handlerOf is the handler that a call such as OnClick(h) or On("blur", h) sets.
func handlerOf(call *ast.CallExpr) (ast.Expr, bool) {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !listens.MatchString(selector.Sel.Name) || slices.Contains([]string{"OnMount", "OnUpdate", "OnDismount"}, selector.Sel.Name) {
		return nil, false
	}
	at := 0
	if selector.Sel.Name == "On" {
		at = 1
	}
	if len(call.Args) <= at {
		return nil, false
	}
	return call.Args[at], true
}

func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}
