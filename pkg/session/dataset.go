package session

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
)

// classesKey is the property of how many classes there are.
const classesKey = "classes"

// DataSetChosen asks for generated points, by the name of their set.
type DataSetChosen struct{ Name string }

func (m DataSetChosen) update(s Session) (Session, []Effect) {
	set, ok := dataset.Named(m.Name)
	if !ok || s.ExamplesLocked() {
		return s, nil
	}
	recipe := dataset.Of(set, "1", 0)
	if now := s.Experiment.Recipe; now.Set != "" {
		recipe.Seed, recipe.Noise = now.Seed, now.Noise
	}
	return s.withData(s.Experiment.Outset(recipe), "")
}

// OwnPointsChosen makes generated points the learner's own, to be edited from there.
type OwnPointsChosen struct{}

func (OwnPointsChosen) update(s Session) (Session, []Effect) {
	e := s.Experiment
	if e.Recipe == (dataset.Recipe{}) || e.Locks(experiment.DataPart) {
		return s, nil
	}
	e.Recipe, e.Example, e.Points = dataset.Recipe{}, "", experiment.Shortened(e.Points)
	return s.withData(e, "")
}

// InputsChosen asks for points with so many inputs.
type InputsChosen struct{ Inputs int }

func (m InputsChosen) update(s Session) (Session, []Effect) {
	if s.ExamplesLocked() || m.Inputs == s.Experiment.Inputs || m.Inputs < 1 || m.Inputs > experiment.MaxInputs {
		return s, nil
	}
	return s.withData(s.Experiment.WithInputs(m.Inputs), "")
}

// NoiseSlid asks for the points of the same set with other noise, in percent.
type NoiseSlid struct{ Noise float64 }

func (m NoiseSlid) update(s Session) (Session, []Effect) {
	recipe := s.Experiment.Recipe
	recipe.Noise = m.Noise
	return s.redrawn(recipe, "noise")
}

// NewDataAsked asks for other points of the same set.
type NewDataAsked struct{}

func (NewDataAsked) update(s Session) (Session, []Effect) {
	return s.redrawn(s.Experiment.Recipe.Next(), "")
}

// redrawn makes the points of a recipe for the same set the data.
func (s Session) redrawn(recipe dataset.Recipe, change string) (Session, []Effect) {
	now := s.Experiment.Recipe
	if now.Set == "" || recipe == now || recipe.Check() != nil || s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	return s.withData(s.Experiment.Outset(recipe), change)
}

// TrainingPartSlid asks for so many percent of the points to be trained on, the first
// ones; the others are only measured.
type TrainingPartSlid struct{ Percent float64 }

func (m TrainingPartSlid) update(s Session) (Session, []Effect) {
	e := s.Experiment
	if math.IsNaN(m.Percent) || e.Locks(experiment.SetupPart) {
		return s, nil
	}
	count := float64(len(e.Points))
	percent := min(max(math.Round(m.Percent), 10), 100)
	wanted := math.Floor(count * percent / 100)
	e.Validation = math.Round(100-percent) / 100
	if count-float64(e.ValidationPoints()) != wanted && count > 0 {
		e.Validation = 1 - (wanted+0.1)/count // Keras rounds the trained part down
	}
	next := s.withoutDraft("validation")
	var problem *experiment.Problem
	if next.Experiment, problem = s.Experiment.With("validation", experiment.FormatNumber(e.Validation)); problem != nil {
		return s, nil
	}
	return s.edited(next, "training part")
}

// TrainingPart is how many percent of the points are trained on.
func (s Session) TrainingPart() float64 { return math.Round(100 * (1 - s.Experiment.Validation)) }

// TaskChosen says what y is: a number, or a class.
type TaskChosen struct{ Classification bool }

func (m TaskChosen) update(s Session) (Session, []Effect) {
	if s.ExamplesLocked() {
		return s, nil
	}
	classes := 0
	if m.Classification {
		if classes = s.Experiment.Classes; classes == 0 {
			classes = s.Experiment.LikelyClasses()
		}
	}
	return s.classified(strconv.Itoa(classes), "")
}

// classified reads the text of how many classes there are. What the labels do not have
// stays in its box with the reason.
func (s Session) classified(text, change string) (Session, []Effect) {
	next, was := s.Edit, s.Experiment.Classes
	e, problem := s.Experiment.ClassifiedAs(text)
	if problem == nil {
		next = next.becoming(e)
	}
	s, effects := s.edited(next.withDraft(classesKey, Draft{Text: text, Problem: problem}), change)
	if was != 0 && s.Experiment.Classes == 0 {
		effects = append(effects, FocusSetting{Key: TaskKey}) // the box goes
	}
	return s, effects
}

// TaskKey is the key under which the focus finds the choice of the task.
const TaskKey = "task"

// reclassified reads again how many classes there are, of points that have changed.
func (e Edit) reclassified() Edit {
	draft := e.Drafts[classesKey]
	if draft.Problem == nil {
		return e
	}
	read, problem := e.Experiment.ClassifiedAs(draft.Text)
	if problem == nil {
		e = e.becoming(read)
	}
	return e.withDraft(classesKey, Draft{Text: draft.Text, Problem: problem})
}

// withData makes an experiment with other data the current one.
func (s Session) withData(e experiment.Experiment, change string) (Session, []Effect) {
	if e.Equal(s.Experiment) {
		return s, nil
	}
	if len(e.Points) != len(s.Experiment.Points) {
		s.Selected = 0
	}
	return s.edited(s.withoutDraft(classesKey).withoutLayerDrafts().becoming(e), change)
}

// becoming returns the edit with another experiment, the table of its points, and
// without texts for what it does not have.
func (e Edit) becoming(next experiment.Experiment) Edit {
	now := e.Experiment
	if next.Inputs != now.Inputs || !slices.Equal(next.Points, now.Points) {
		e.Rows = rowsOf(next)
	}
	if next.Inputs != now.Inputs {
		e = e.withoutQuestionDrafts().withoutPlaceDrafts()
	}
	if len(next.Layers) != len(now.Layers) {
		e = e.withoutLayerDrafts()
	}
	if next.Optimizer.Name != now.Optimizer.Name || next.Loss != now.Loss {
		e = e.withoutOptionDrafts(next)
	}
	e.Experiment = next
	return e
}

// FeatureSwitched puts a feature among those that the model is fed with, or takes it
// away. The last one stays.
type FeatureSwitched struct {
	Name string
	On   bool
}

func (m FeatureSwitched) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.FeaturesPart) || s.Experiment.Inputs < 2 {
		return s, nil
	}
	e := s.Experiment.WithFeature(m.Name, m.On)
	if e.Equal(s.Experiment) {
		return s, nil
	}
	next := s.withoutDraft("w").withoutDraft("b")
	next.Experiment = e
	return s.edited(next, "")
}
