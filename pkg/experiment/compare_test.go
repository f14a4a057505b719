package experiment

import "testing"

func TestComparisons(t *testing.T) {
	type same struct{ equal, training, compiled, model bool }
	for name, test := range map[string]struct {
		change func(*Experiment)
		want   same
	}{
		"nothing": {func(*Experiment) {}, same{true, true, true, true}},
		"view":    {func(e *Experiment) { e.Theme = "dark" }, same{false, true, true, true}},
		"predict": {func(e *Experiment) { e.Predict = 11 }, same{false, true, true, true}},
		"own":     {func(e *Experiment) { e.Example = "" }, same{false, true, true, true}},
		"points":  {func(e *Experiment) { e.Points = e.Points[1:] }, same{false, false, true, true}},
		"epochs":  {func(e *Experiment) { e.Epochs = 1 }, same{false, false, true, true}},
		"shuffle": {func(e *Experiment) { e.Shuffle = false }, same{false, false, true, true}},
		"rate":    {func(e *Experiment) { e.Optimizer.LearningRate = 1 }, same{false, false, false, true}},
		"loss":    {func(e *Experiment) { e.Loss = "other" }, same{false, false, false, true}},
		"seed":    {func(e *Experiment) { e.Seed = 2 }, same{}},
		"start":   {func(e *Experiment) { e.Start = &Line{} }, same{}},
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
	a.Start, b.Start = &Line{1, 2}, &Line{1, 2}
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
	e.Start, e.Seed = &Line{1, 2}, MaxSeed
	if e = e.NewStart(); e.Start != nil || e.Seed != 0 {
		t.Errorf("NewStart: start %v, seed %d, want none and 0", e.Start, e.Seed)
	}
}

func TestHidesAndLocks(t *testing.T) {
	e, _ := Decode("hide=loss&lock=data")
	if !e.Hides("loss") || e.Hides("data") || !e.Locks("data") || e.Locks("loss") {
		t.Errorf("hide=loss&lock=data: hides %q, locks %q", e.Hide, e.Lock)
	}
}
