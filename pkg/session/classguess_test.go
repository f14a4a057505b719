package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestAClassGuesses: what is called out is counted, and only where a room is shown it.
func TestAClassGuesses(t *testing.T) {
	s, _ := Update(New("present=1&activity=first-neuron"), ClassTyped{Text: "19, 20,21 19; 18.5 twenty, 19"})
	if got, want := s.ClassGuesses(), []ClassGuess{{18.5, 1}, {19, 3}, {20, 1}, {21, 1}}; !slices.Equal(got, want) {
		t.Errorf("the guesses are %v, want %v", got, want)
	}
	if got := s.ClassX(); got != 10 {
		t.Errorf("the class guesses at %v, want 10", got)
	}
	if other, _ := Update(New(""), ClassTyped{Text: "19"}); other.ClassGuesses() != nil {
		t.Error("a page that presents nothing shows guesses of a class")
	}
}

// TestALinkEndsAPresentation: what a room has guessed is about the page that it saw.
func TestALinkEndsAPresentation(t *testing.T) {
	s, _ := Update(New("present=1&epochs=7"), ClassTyped{Text: "19"})
	s, _ = Update(s, Navigated{Fragment: "present=1&epochs=8"})
	if got := s.ClassGuesses(); got != nil || s.Class != "" {
		t.Errorf("another page shows the guesses %v of the one before", got)
	}
	s, effects := Update(s, Navigated{Fragment: "epochs=8"})
	if s.Document().Present || s.Experiment.Hides(experiment.DataPart) || !s.CanMake() || !slices.Contains(effects, Effect(ShowDocument{s.Document()})) {
		t.Errorf("a link without present=1 leaves the page as a room sees it: %+v", s.Document())
	}
}

// TestAPresenterGoesThroughTheSteps, without answering them, and the room sees no
// settings but those that a step is about.
func TestAPresenterGoesThroughTheSteps(t *testing.T) {
	s := New("present=1&activity=first-neuron")
	for want := 2; want <= 7; want++ {
		if s, _ = Update(s, StepEntered{}); s.StepNumber() != want {
			t.Fatalf("the presenter is at step %d, want %d", s.StepNumber(), want)
		}
	}
	if s, _ = Update(s, StepEntered{Back: true}); s.StepNumber() != 6 {
		t.Errorf("back leads to step %d", s.StepNumber())
	}
	if s.CanMake() {
		t.Error("a room is offered the desk")
	}
	plain := New("present=1")
	for _, part := range []string{experiment.DataPart, experiment.SetupPart, experiment.ModelPart, experiment.CodePart, experiment.SharePart} {
		if !plain.Experiment.Hides(part) {
			t.Errorf("a room sees %s", part)
		}
	}
	if plain.Experiment.Hides(experiment.FitPart) || plain.Experiment.Hides(experiment.LossPart) {
		t.Error("a room does not see the chart and the loss")
	}
	own, _ := experiment.DecodeActivity("First Neuron activity 1\nstep\nshow=fit,setup,run")
	if s = New(experiment.Encode(experiment.Default().WithActivity(own)) + "&present=1"); s.Experiment.Hides(experiment.SetupPart) {
		t.Error("a step that is about the settings does not show them")
	}
}
