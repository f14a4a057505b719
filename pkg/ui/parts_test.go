package ui

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
)

// TestEveryPartIsOnThePage: each part has a view and a title, each panel a name and
// something in it, and a view in the drawer is in the panel that its part names.
func TestEveryPartIsOnThePage(t *testing.T) {
	s := session.New("set=circle&open=all")
	drawn, count := 0, 0
	for p := drawer; p <= running; p++ {
		drawn += len(at(p, "en", s))
	}
	for _, part := range experiment.Parts {
		count += len(views[part.Key])
		if len(views[part.Key]) == 0 && part.Key != experiment.SharePart {
			t.Errorf("the part %q has no view", part.Key)
		}
		if i18n.For("en").Text(part.Title) == part.Title {
			t.Errorf("the part %q has no title %q", part.Key, part.Title)
		}
	}
	if drawn != count || len(shownViews(s)) != count {
		t.Errorf("%d views are placed, and %d shown with all panels open; want %d", drawn, len(shownViews(s)), count)
	}
	inPanels := 0
	for _, panel := range experiment.Panels {
		if i18n.For("en").Text(panel.Title) == panel.Title {
			t.Errorf("the panel %q has no name %q", panel.Key, panel.Title)
		}
		views := in(panel.Key, "en", s)
		if len(views) == 0 {
			t.Errorf("the panel %q is empty", panel.Key)
		}
		inPanels += len(views)
	}
	if want := len(at(drawer, "en", s)); inPanels != want {
		t.Errorf("%d views are in panels, want %d: a part in the drawer names no panel", inPanels, want)
	}
	if closed, open := len(shownViews(session.New("set=circle"))), len(shownViews(session.New("set=circle&hide=loss,console&open=all"))); closed != count-inPanels || open != count-4 {
		t.Errorf("%d views are shown with all panels closed, want %d; %d with two parts hidden, want %d", closed, count-inPanels, open, count-4)
	}
}
