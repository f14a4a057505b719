package share

import (
	"regexp"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestNoIDStandsTwice: of two elements with one ID a label names the first, so that a
// learner who presses one would open the other. And each label names an element.
func TestNoIDStandsTwice(t *testing.T) {
	html := app.HTMLString(New("en", session.New("")))
	count := map[string]int{}
	for _, found := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(html, -1) {
		if count[found[1]]++; count[found[1]] == 2 {
			t.Errorf("the ID %q stands twice", found[1])
		}
	}
	for _, id := range []string{dialogID, dialogID + "-link", "share-file", "share-open", "share-lang"} {
		if count[id] != 1 {
			t.Errorf("the dialog has %d elements %q, want 1", count[id], id)
		}
	}
	labels := regexp.MustCompile(`\sfor="([^"]*)"`).FindAllStringSubmatch(html, -1)
	if len(labels) < 10 {
		t.Errorf("the dialog has %d labels, want those of its fields", len(labels))
	}
	for _, found := range labels {
		if count[found[1]] == 0 {
			t.Errorf("a label names %q, which no element is", found[1])
		}
	}
}
