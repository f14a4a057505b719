package session

import (
	"testing"

	"firstneuron/pkg/experiment"

	"pgregory.net/rapid"
)

// TestLayoutsShowWhatTheirNameSays, and each part is shown or locked alone.
func TestLayoutsShowWhatTheirNameSays(t *testing.T) {
	s := made()
	for _, layout := range Layouts {
		s, _ = Update(s, MakerLayoutChosen{Name: layout.Name})
		if got := LayoutOf(s.Maker.Draft.Steps[0]); got != layout.Name {
			t.Errorf("the layout %s is %q", layout.Name, got)
		}
		if _, problems := s.Maker.Draft.AsRead(); len(problems) > 0 {
			t.Errorf("the layout %s: %v", layout.Name, problems)
		}
	}
	s, _ = Update(s, MakerPartChosen{Part: experiment.CodePart})
	if step := s.Maker.Draft.Steps[0]; step.Draws(experiment.CodePart) || !step.Draws(experiment.FitPart) || LayoutOf(step) != "" {
		t.Errorf("without the code the step shows %v", step.Show)
	}
	s, _ = Update(s, MakerPartChosen{Part: experiment.CodePart, On: true})
	s, _ = Update(s, MakerPartChosen{Part: experiment.DataPart, Lock: true, On: true})
	s, _ = Update(s, MakerPartChosen{Part: experiment.DataPart, Lock: true})
	if got := LayoutOf(s.Maker.Draft.Steps[0]); got != "everything" {
		t.Errorf("with the code again the layout is %q", got)
	}
}

// TestThePreviewIsTheStepThatIsEdited.
func TestThePreviewIsTheStepThatIsEdited(t *testing.T) {
	s := made(MakerBegan{}, MakerFileOpened{Text: experiment.EncodeActivity(experiment.FirstLesson())}, MakerStepChosen{Step: 3})
	read, _ := s.Maker.Draft.AsRead()
	e, problems := experiment.Decode(experiment.Encode(s.Maker.Preview("ko", read)))
	if len(problems) > 0 || len(e.Activity.Steps) != 4 || !e.Embed || e.Activity.Steps[0].Title.In("en") != read.Steps[3].Title.In("en") {
		t.Errorf("the preview has %d steps: %v", len(e.Activity.Steps), problems)
	}
	// The author's page is Korean, whatever her browser is; then she writes French.
	for lang, want := range map[string]string{"": "ko", "ko": "ko", "fr": "fr", "xx": "ko"} {
		s, _ = Update(s, MakerLangChosen{Lang: lang})
		if got := s.Maker.Preview("ko", read).Lang; got != want {
			t.Errorf("while %q is written the preview is in %q, want %q", lang, got, want)
		}
	}
}

// TestTwoHundredActivitiesComeBackFromThePage: the link of an activity opens a page, whose
// link is the same.
func TestTwoHundredActivitiesComeBackFromThePage(t *testing.T) {
	drawn := generators()
	names := []string{
		"MakerTyped", "MakerTyped", "MakerTyped", "MakerStepAdded", "MakerGoalAdded", "MakerLayoutChosen", "MakerPartChosen", "MakerChoiceAdded", "MakerStepMoved",
	}
	activities := rapid.Custom(func(t *rapid.T) *experiment.Activity {
		s := made()
		for range rapid.IntRange(5, 40).Draw(t, "messages") {
			s, _ = Update(s, drawn[rapid.SampledFrom(names).Draw(t, "type")](t))
		}
		read, _ := s.Maker.Draft.AsRead()
		return read
	})
	tried, words := 0, 0
	for seed := 1; tried < 200; seed++ {
		a := activities.Example(seed)
		link := experiment.Encode(experiment.Default().WithActivity(a))
		if len(link) > experiment.MaxFragment {
			continue
		}
		tried++
		words += len(experiment.EncodeActivity(a))
		s := New(link)
		if got := experiment.Encode(s.Experiment); got != link || !s.ActivityNow().Equal(a) || len(s.Notices) > 0 {
			t.Fatalf("a page that is opened with %s\nhas the link %s: %v", link, got, s.Notices)
		}
		again, _ := Update(s, Navigated{Fragment: link})
		if got := experiment.Encode(again.Experiment); got != link {
			t.Fatalf("opened again it has the link %s", got)
		}
	}
	if words < 200*150 {
		t.Errorf("the activities have %d bytes, want some words in them", words)
	}
}
