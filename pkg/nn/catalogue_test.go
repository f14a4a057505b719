package nn_test

import (
	"embed"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

func catalogues() []*nn.Catalogue {
	return []*nn.Catalogue{
		nn.Activations(), nn.Losses(), nn.Optimizers(), nn.Metrics(), nn.Initializers(), nn.Regularizers(),
		nn.Schedules(), nn.Layers(), nn.Callbacks(), nn.Constraints(), nn.FurtherLosses(), nn.FurtherMetrics(),
	}
}

func TestCatalogues(t *testing.T) {
	names := exportedNames(t)
	for _, c := range catalogues() {
		if len(c.Entries()) == 0 {
			t.Errorf("no %s has an entry", c.Kind())
		}
		for i, e := range c.Entries() {
			if i > 0 && c.Entries()[i-1].Name >= e.Name {
				t.Errorf("%s: %s does not follow %s", c.Kind(), e.Name, c.Entries()[i-1].Name)
			}
			for _, name := range append([]string{e.Name, e.Class}, e.Aliases...) {
				if name == "" {
					continue
				}
				if got, ok := c.Lookup(name); !ok || got.Name != e.Name {
					t.Errorf("%s: Lookup(%q) = %q, %v, want %q", c.Kind(), name, got.Name, ok, e.Name)
				}
			}
			if e.Go == "" {
				if c.Kind() != "metric" {
					t.Errorf("%s %s has no Go name", c.Kind(), e.Name)
				}
				continue
			}
			if !slices.Contains(names, e.Go) {
				t.Errorf("%s %s: the package has no %s", c.Kind(), e.Name, e.Go)
			}
			made := c == nn.Losses() || c == nn.Optimizers() || c == nn.Initializers()
			if made && len(e.Hyperparameters()) > 0 && !slices.Contains(names, "New"+e.Go) {
				t.Errorf("%s %s has hyperparameters: the package has no New%s", c.Kind(), e.Name, e.Go)
			}
		}
	}
}

// TestNamesAreThoseOfEntries asks each thing for its name.
func TestNamesAreThoseOfEntries(t *testing.T) {
	type named interface{ Name() string }
	check := func(c *nn.Catalogue, byName func(name string) (named, error)) {
		for _, e := range c.Entries() {
			thing, err := byName(e.Name)
			if err != nil || thing.Name() != e.Name {
				t.Errorf("%s %q: Name() = %q, %v", c.Kind(), e.Name, thing.Name(), err)
			}
			if class, err := byName(e.Class); e.Class != "" && (err != nil || c.Kind() != "metric" && class.Name() != e.Name) {
				t.Errorf("%s %q is found as %v, %v", c.Kind(), e.Class, class, err)
			}
		}
	}
	check(nn.Activations(), func(n string) (named, error) { return nn.ActivationByName(n) })
	check(nn.Losses(), func(n string) (named, error) { return nn.LossByName(n) })
	check(nn.Optimizers(), func(n string) (named, error) { return nn.OptimizerByName(n) })
	check(nn.Metrics(), func(n string) (named, error) { return nn.MetricByName(n) })
	check(nn.Initializers(), func(n string) (named, error) { return nn.InitializerByName(n) })
	check(nn.Schedules(), func(n string) (named, error) { return nn.ScheduleByName(n) })
	check(nn.Constraints(), func(n string) (named, error) { return nn.ConstraintByName(n) })
	check(nn.FurtherLosses(), func(n string) (named, error) { return nn.LossByName(n) })
	check(nn.FurtherMetrics(), func(n string) (named, error) { return nn.MetricByName(n) })
	for _, e := range nn.Layers().Entries() {
		if layer := nn.Construct(e).(nn.Layer); layer.Name() != e.Name {
			t.Errorf("layer %q: Name() = %q", e.Name, layer.Name())
		}
	}
	for _, e := range nn.FurtherMetrics().Entries() {
		if metric := nn.Construct(e).(nn.Metric); metric.Name() != e.Name {
			t.Errorf("metric %q: Name() = %q", e.Name, metric.Name())
		}
	}
}

// TestHyperparametersPointIntoTheirThing finds the field that each names, and
// that it is the one pointed to.
func TestHyperparametersPointIntoTheirThing(t *testing.T) {
	check := func(kind string, thing any) {
		c, ok := thing.(nn.Configurable)
		if !ok {
			return
		}
		for _, h := range c.Hyperparameters() {
			field := reflect.ValueOf(thing).Elem().FieldByName(h.Go)
			if !field.IsValid() {
				t.Errorf("%s %T: %s names no field %q", kind, thing, h.Name, h.Go)
				continue
			}
			var set []any
			for _, p := range []any{h.Number, h.Whole, h.Flag, h.Text, h.Numbers} {
				if !reflect.ValueOf(p).IsNil() {
					set = append(set, p)
				}
			}
			if len(set) != 1 || set[0] != field.Addr().Interface() {
				t.Errorf("%s %T: %s points to %v, want the field %s alone", kind, thing, h.Name, set, h.Go)
			}
		}
	}
	for _, e := range nn.Optimizers().Entries() {
		o, _ := nn.OptimizerByName(e.Name)
		check("optimizer", o)
	}
	for _, e := range nn.Losses().Entries() {
		l, _ := nn.LossByName(e.Name)
		check("loss", l)
	}
	for _, e := range nn.Schedules().Entries() {
		s, _ := nn.ScheduleByName(e.Name)
		check("schedule", s)
	}
	for _, e := range nn.Initializers().Entries() {
		i, _ := nn.InitializerByName(e.Name)
		check("initializer", i)
	}
	for _, c := range []*nn.Catalogue{nn.Constraints(), nn.FurtherLosses(), nn.FurtherMetrics()} {
		for _, e := range c.Entries() {
			check(c.Kind(), nn.Construct(e))
		}
	}
	check("regularizer", nn.L1L2(0, 0))
	check("metric", nn.NewBinaryAccuracy())
	check("callback", nn.NewEarlyStopping())
	check("callback", nn.NewReduceLROnPlateau())
}

func TestFirstCourse(t *testing.T) {
	entries := nn.Optimizers().FirstCourse("sgd", "adam")
	if entries[0].Name != "sgd" || entries[1].Name != "adam" || entries[2].Name > entries[3].Name {
		t.Errorf("FirstCourse(sgd, adam) begins with %s, %s, %s", entries[0].Name, entries[1].Name, entries[2].Name)
	}
	for _, e := range nn.Activations().FirstCourse() {
		if e.Name == "softmax" {
			t.Error("softmax suits a first course; of one output it is always 1")
		}
	}
}

func TestAliasesAreKnownInCapitals(t *testing.T) {
	for _, name := range []string{"mse", "MSE", "MeanSquaredError", "mean_squared_error"} {
		if e, ok := nn.Losses().Lookup(name); !ok || e.Name != "mean_squared_error" {
			t.Errorf("Lookup(%q) = %q, %v", name, e.Name, ok)
		}
	}
	for _, name := range []string{"", "Mse", "MEAN_SQUARED_ERROR", "meansquarederror"} {
		if e, ok := nn.Losses().Lookup(name); ok {
			t.Errorf("Lookup(%q) = %q, which Keras does not take", name, e.Name)
		}
	}
}

func TestKerasOnly(t *testing.T) {
	for name, want := range map[string]bool{
		"Lamb": true, "lamb": true, "AUC": true, "hard_swish": true, "softmax": true, "CategoricalCrossentropy": true,
		"adam": false, "Adam": false, "MSE": false, "binary_crossentropy": false, "sdg": false, "": false, "_": false,
	} {
		if got := nn.KerasOnly(name); got != want {
			t.Errorf("KerasOnly(%q) = %v, want %v", name, got, want)
		}
	}
}

// sources is the package itself, which a browser has no files of.
//
//go:embed *.go
var sources embed.FS

// exportedNames lists the exported functions, types and variables of the
// package's sources.
func exportedNames(t *testing.T) []string {
	t.Helper()
	files, err := sources.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		if name := file.Name(); !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := sources.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file.Name(), text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.IsExported() {
					names = append(names, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						names = append(names, s.Name.Name)
					case *ast.ValueSpec:
						for _, n := range s.Names {
							names = append(names, n.Name)
						}
					}
				}
			}
		}
	}
	return names
}
