package session

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// messageTypes are the types of this package that are messages, by its source.
func messageTypes(t *testing.T) []string {
	t.Helper()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			if f, ok := declaration.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "update" && types.ExprString(f.Type.Params.List[0].Type) == "Session" {
				names = append(names, types.ExprString(f.Recv.List[0].Type))
			}
		}
	}
	slices.Sort(names)
	return names
}

// TestEveryMessageIsPlayed fails when a type of message has no generator, so
// that the properties below hold for all of them.
func TestEveryMessageIsPlayed(t *testing.T) {
	drawn := generators()
	if got, want := slices.Sorted(maps.Keys(drawn)), messageTypes(t); !slices.Equal(got, want) {
		t.Fatalf("messages are generated of the types\n%v, want\n%v", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		for name, draw := range drawn {
			if got := reflect.TypeOf(draw(t)).Name(); got != name {
				t.Errorf("the generator of %s draws a %s", name, got)
			}
		}
	})
}
