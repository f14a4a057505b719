package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// Layout is what a step shows and locks, ready to be chosen.
type Layout struct {
	Name       string
	Show, Lock []string
}

// Layouts are the layouts of the desk, in the order of its menu. The last shows
// everything.
var Layouts = []Layout{
	{Name: "watch", Show: []string{
		experiment.FitPart, experiment.NetworkPart, experiment.PredictionPart, experiment.LossPart, experiment.SurfacePart,
		experiment.LineOverlay, experiment.ErrorsOverlay, experiment.AnswerOverlay, experiment.MarkOverlay, experiment.RunOverlay,
	}, Lock: []string{experiment.ModelPart}},
	{Name: "guess", Show: []string{experiment.FitPart, experiment.MarkOverlay}, Lock: []string{experiment.DataPart, experiment.ModelPart}},
	{Name: "rate", Show: []string{
		experiment.FitPart, experiment.NetworkPart, experiment.SetupPart, experiment.LossPart, experiment.SurfacePart,
		experiment.LineOverlay, experiment.ErrorsOverlay, experiment.RunOverlay,
	}, Lock: []string{experiment.DataPart, experiment.ModelPart}},
	{Name: "code", Show: []string{
		experiment.FitPart, experiment.PredictionPart, experiment.LossPart, experiment.CodePart, experiment.ConsolePart,
		experiment.LineOverlay, experiment.ErrorsOverlay, experiment.AnswerOverlay, experiment.MarkOverlay, experiment.RunOverlay,
	}},
	{Name: "everything"},
}

// MakerLayoutChosen gives the step a layout, by its name.
type MakerLayoutChosen struct{ Name string }

func (m MakerLayoutChosen) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		for _, layout := range Layouts {
			if layout.Name == m.Name {
				a.Steps[k.Step].Show, a.Steps[k.Step].Lock = layout.Show, layout.Lock
			}
		}
	})
}

// LayoutOf returns the name of the layout that a step has, "" for one of its own.
func LayoutOf(step experiment.ActivityStep) string {
	same := func(a, b []string) bool {
		return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
	}
	for _, layout := range Layouts {
		if same(step.Show, layout.Show) && same(step.Lock, layout.Lock) {
			return layout.Name
		}
	}
	return ""
}

// Shown are what a step can show, in the order of the page: its parts, and what is drawn
// on the chart.
func Shown() []string {
	var names []string
	for _, part := range experiment.Parts {
		names = append(names, part.Key)
	}
	return append(names, experiment.Overlays()...)
}

// MakerPartChosen says whether the step shows a part, or locks it.
type MakerPartChosen struct {
	Part     string
	Lock, On bool
}

func (m MakerPartChosen) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		step := &a.Steps[k.Step]
		without := func(names []string) []string {
			return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == m.Part })
		}
		if m.Lock {
			if step.Lock = without(step.Lock); m.On {
				step.Lock = append(step.Lock, m.Part)
			}
			if len(step.Lock) == 0 {
				step.Lock = nil
			}
			return
		}
		all, had := Shown(), step.Show
		step.Show = slices.DeleteFunc(slices.Clone(all), func(name string) bool {
			if name == m.Part {
				return !m.On
			}
			return len(had) > 0 && !slices.Contains(had, name)
		})
		if len(step.Show) == 0 {
			step.Show = had // a step shows something
		} else if len(step.Show) == len(all) {
			step.Show = nil
		}
	})
}
