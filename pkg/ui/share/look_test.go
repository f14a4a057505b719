package share

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestEveryPartCanBeHidden: the dialog has a box for each part of the page, and
// one to lock it where it has controls.
func TestEveryPartCanBeHidden(t *testing.T) {
	html := app.HTMLString(New("en", session.New("")).look())
	for _, part := range experiment.Parts {
		if !strings.Contains(html, `id="share-hide-`+part.Key+`"`) {
			t.Errorf("the dialog cannot hide %s", part.Key)
		}
		if locks := strings.Contains(html, `id="share-lock-`+part.Key+`"`); locks != part.Lockable {
			t.Errorf("the dialog can lock %s: %v, want %v", part.Key, locks, part.Lockable)
		}
	}
}
