//go:build !js

package nn_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// dispatched are the classes that the reader of programs tells apart because
// their calls have a meaning of their own: the model's layers, and those that it can do
// without, the callbacks that the page has controls for or passes over, and those whose
// import it can mend.
var dispatched = []string{
	"Dense", "InputLayer", "Flatten", "Dropout", "Activation", "ReLU", "LeakyReLU", "ELU", "Softmax", "Normalization", "BatchNormalization",
	"LayerNormalization", "GaussianNoise", "ActivityRegularization",
	"EarlyStopping", "TerminateOnNaN", "CSVLogger", "ModelCheckpoint", "LambdaCallback", "LearningRateScheduler", "ReduceLROnPlateau", "SGD", "Adam",
	"BinaryAccuracy",
}

// TestKerasClassesStandInTheCatalogueAlone: a class that another package writes
// down is one that it forgets when the catalogue gets a new one.
func TestKerasClassesStandInTheCatalogueAlone(t *testing.T) {
	classes := make(map[string]bool)
	for _, c := range catalogues() {
		for _, e := range c.Entries() {
			classes[e.Class] = e.Class != "" && !slices.Contains(dispatched, e.Class)
		}
	}
	for _, folder := range []string{"..", "../../cmd"} {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Dir(path) == filepath.Join("..", "nn") ||
				!strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				literal, ok := n.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					return true
				}
				if text, err := strconv.Unquote(literal.Value); err == nil && classes[text] {
					t.Errorf("%s has %q: read it from the catalogue of pkg/nn", path, text)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
