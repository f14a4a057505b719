package experiment

import (
	"reflect"
	"testing"
)

// level says how much of an experiment is the same when a field is another.
type level int

const (
	shown    level = iota // the training is the same: only the page is not
	fitted                // the compiled model is the same
	compiled              // the model and its initial weights are the same
	modelled              // nothing is the same
)

// levels has every field of an experiment.
var levels = map[string]level{
	"Points": fitted, "Inputs": modelled, "Example": shown, "Classes": shown, "Features": modelled, "Normalize": modelled,
	"Recipe.Set": shown, "Recipe.Seed": shown, "Recipe.Noise": shown, "Recipe.Count": shown, "Recipe.Classes": shown,
	"Layers":         modelled,
	"Optimizer.Name": compiled, "Optimizer.LearningRate": compiled, "Optimizer.Options": compiled,
	"Loss": compiled, "LossOptions": compiled, "L1": compiled, "L2": compiled, "PlaygroundRules": compiled, "Metric": compiled,
	"Epochs": fitted, "Batch": fitted, "Shuffle": fitted, "Validation": fitted, "Patience": fitted, "StopLoss": fitted,
	"Seed": modelled, "Initial": modelled, "Weights": modelled,
	"Names.X": shown, "Names.Y": shown,
	"Predict": shown, "Queries": shown,
	"View.Auto": shown, "View.Play": shown, "View.Open": shown, "View.Hide": shown, "View.Lock": shown, "View.Lang": shown, "View.Theme": shown, "View.Embed": shown, "View.Make": shown, "View.Present": shown,
	"View.Activity": shown, "View.Transparent": shown, "View.LoadWhen": shown,
	"View.ShowTest": shown, "View.Discretize": shown, "View.Sound": shown,
	"View.Task.Title": shown, "View.Task.Text": shown, "View.Task.Question": shown, "View.Task.Goals": shown, "View.Task.Feedback": shown,
}

// TestEveryFieldIsCompared changes each field of an experiment. A new field has
// to be compared in compare.go and to stand in levels.
func TestEveryFieldIsCompared(t *testing.T) {
	seen := 0
	var change func(name string, index []int)
	change = func(name string, index []int) {
		e := Default()
		field := reflect.ValueOf(&e).Elem().FieldByIndex(index)
		if field.Kind() == reflect.Struct {
			for i := range field.NumField() {
				if !field.Type().Field(i).IsExported() {
					continue // the step that is shown follows from the session
				}
				of := field.Type().Field(i).Name
				if name != "" {
					of = name + "." + of
				}
				change(of, append(append([]int(nil), index...), i))
			}
			return
		}
		seen++
		want, known := levels[name]
		if !known {
			t.Errorf("Experiment has the field %s: compare it in compare.go, and say in levels what it changes", name)
			return
		}
		set(t, name, field)
		a := Default()
		if a.Equal(e) || e.Equal(a) {
			t.Errorf("Equal does not compare %s", name)
		}
		got := shown
		switch {
		case !a.SameModel(e):
			got = modelled
		case !a.SameCompiled(e):
			got = compiled
		case !a.SameTraining(e):
			got = fitted
		}
		if got != want {
			t.Errorf("%s changed: level %d is another, want %d", name, got, want)
		}
	}
	for i := range reflect.TypeFor[Experiment]().NumField() {
		change(reflect.TypeFor[Experiment]().Field(i).Name, []int{i})
	}
	if seen != len(levels) {
		t.Errorf("Experiment has %d fields, levels %d", seen, len(levels))
	}
}

// set gives a field another value.
func set(t *testing.T, name string, field reflect.Value) {
	t.Helper()
	switch field.Kind() {
	case reflect.Bool:
		field.SetBool(!field.Bool())
	case reflect.Int:
		field.SetInt(field.Int() + 1)
	case reflect.Uint64:
		field.SetUint(field.Uint() + 1)
	case reflect.Float64:
		field.SetFloat(field.Float() + 1)
	case reflect.String:
		field.SetString("other")
	case reflect.Slice:
		field.Set(reflect.Append(reflect.MakeSlice(field.Type(), 0, 1), reflect.Zero(field.Type().Elem())))
	case reflect.Array:
		set(t, name, field.Index(field.Len()-1))
	case reflect.Pointer:
		field.Set(reflect.New(field.Type().Elem()))
	default:
		t.Fatalf("%s is a %s, which this test does not know to change", name, field.Kind())
	}
}

func TestComparisons(t *testing.T) {
	type same struct{ equal, training, compiled, model bool }
	for name, test := range map[string]struct {
		change func(*Experiment)
		want   same
	}{
		"nothing": {func(*Experiment) {}, same{true, true, true, true}},
		"view":    {func(e *Experiment) { e.Theme = "dark" }, same{false, true, true, true}},
		"predict": {func(e *Experiment) { e.Predict[0] = 11 }, same{false, true, true, true}},
		"own":     {func(e *Experiment) { e.Example = "" }, same{false, true, true, true}},
		"points":  {func(e *Experiment) { e.Points = e.Points[1:] }, same{false, false, true, true}},
		"epochs":  {func(e *Experiment) { e.Epochs = 1 }, same{false, false, true, true}},
		"shuffle": {func(e *Experiment) { e.Shuffle = false }, same{false, false, true, true}},
		"rate":    {func(e *Experiment) { e.Optimizer.LearningRate = 1 }, same{false, false, false, true}},
		"loss":    {func(e *Experiment) { e.Loss = "other" }, same{false, false, false, true}},
		"seed":    {func(e *Experiment) { e.Seed = 2 }, same{}},
		"start":   {func(e *Experiment) { e.Initial = &Line{} }, same{}},
		"layers":  {func(e *Experiment) { e.Layers = append([]Layer{{2, linear}}, e.Layers...) }, same{}},
	} {
		a, b := Default(), edit(test.change)
		got := same{a.Equal(b), a.SameTraining(b), a.SameCompiled(b), a.SameModel(b)}
		if got != test.want {
			t.Errorf("%s changed: same %+v, want %+v", name, got, test.want)
		}
	}
}

func TestEqualComparesStartsByValue(t *testing.T) {
	a, b := Default(), Default()
	a.Initial, b.Initial = &Line{1, 2}, &Line{1, 2}
	if !a.Equal(b) {
		t.Error("experiments with the same given start are not Equal")
	}
}

func TestWithViewKeepsTheTraining(t *testing.T) {
	view := edit(func(e *Experiment) { e.Lang, e.Embed, e.Epochs = "ko", true, 1 })
	got := Default().WithView(view)
	if !got.SameTraining(Default()) || got.Lang != "ko" || !got.Embed {
		t.Errorf("WithView = %+v", got)
	}
}

func TestNewStartDrawsFromTheNextSeed(t *testing.T) {
	e := Default()
	e.Initial, e.Seed = &Line{1, 2}, MaxSeed
	if e = e.NewStart(); e.Initial != nil || e.Seed != 0 {
		t.Errorf("NewStart: start %v, seed %d, want none and 0", e.Initial, e.Seed)
	}
}

func TestHidesAndLocks(t *testing.T) {
	e, _ := Decode("hide=loss&lock=data")
	if !e.Hides("loss") || e.Hides("data") || !e.Locks("data") || e.Locks("loss") {
		t.Errorf("hide=loss&lock=data: hides %q, locks %q", e.Hide, e.Lock)
	}
}
