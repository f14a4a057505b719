package ui

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
)

// TestEveryPartIsOnThePage: each part has a panel and a title, and no panel is
// of something that links cannot hide.
func TestEveryPartIsOnThePage(t *testing.T) {
	s := session.New("")
	drawn := 0
	for c := first; c <= workbench; c++ {
		drawn += len(partsIn(c, "en", s))
	}
	if want := len(experiment.Parts) - 1; drawn != want || len(panels) != want || len(shownViews(s.Experiment)) != want {
		t.Errorf("%d panels are drawn of %d, and %d are warmed up; want %d: all parts but share", drawn, len(panels), len(shownViews(s.Experiment)), want)
	}
	for _, part := range experiment.Parts {
		if _, ok := panels[part.Key]; !ok && part.Key != experiment.SharePart {
			t.Errorf("the part %q has no panel", part.Key)
		}
		if i18n.For("en").Text(part.Title) == part.Title {
			t.Errorf("the part %q has no title %q", part.Key, part.Title)
		}
	}
	hidden, _ := experiment.Decode("hide=loss,console")
	if got, want := len(shownViews(hidden)), len(panels)-2; got != want {
		t.Errorf("%d views are warmed up with two hidden, want %d", got, want)
	}
}
