package ui

import (
	"strings"
	"testing"

	"firstneuron/e2e/hostile"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/maker"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// saying is an activity that says one text wherever an author has a word.
func saying(text string) *experiment.Activity {
	words := experiment.Plain(text)
	ask := experiment.Ask{
		Kind: experiment.ChoiceAsk, Question: words, Choices: []experiment.Words{words, words}, Checked: true, Right: 2, Wrong: words,
	}
	return &experiment.Activity{Title: words, Aim: words, Steps: []experiment.ActivityStep{
		{Title: words, Text: words, Code: text, Ask: ask, Feedback: words, Button: words},
		{Text: words, Ask: experiment.Ask{Kind: experiment.MarkAsk, X: 10, Question: words, Wrong: words}},
	}}
}

// shownBy returns what the page and the desk show of an activity: its first step with a
// wrong answer, with the right one, and the second step, whose title is the activity's.
func shownBy(t *testing.T, a *experiment.Activity) []string {
	t.Helper()
	link := experiment.Encode(experiment.Default().WithActivity(a))
	s := session.New(link)
	if len(s.Notices) > 0 || experiment.Encode(s.Experiment) != link {
		t.Errorf("the link of %q does not come back: %v", a.Title, s.Notices)
	}
	var shown []string
	for _, m := range []session.Msg{
		session.ChoiceMade{Number: 1}, session.ChoiceMade{Number: 2}, session.StepEntered{}, session.MakerOpened{Open: true}, session.MakerStepChosen{Step: 1},
	} {
		s, _ = session.Update(s, m)
		shown = append(shown, app.HTMLString(story("en", s)))
		if s.Maker.Open {
			shown = append(shown, app.HTMLString(maker.New("en", s)))
		}
	}
	return shown
}

// TestWordsOfActivitiesAreText: whatever an author writes, the elements are those that
// harmless words have.
func TestWordsOfActivitiesAreText(t *testing.T) {
	want := shownBy(t, saying("x"))
	texts := hostile.Scripts()
	if len(texts) != 162 {
		t.Errorf("there are %d hostile texts, want 162", len(texts))
	}
	for _, text := range texts {
		for i, html := range shownBy(t, saying(text)) {
			if got := strings.Count(html, "<"); got != strings.Count(want[i], "<") {
				t.Errorf("%q: picture %d has %d tags, want %d", text, i, got, strings.Count(want[i], "<"))
			}
			if i < 3 && !strings.Contains(html, "window.pwned=1") && strings.Contains(text, "window.pwned=1") {
				t.Errorf("%q: picture %d does not show it", text, i)
			}
		}
	}
}
