package e2e

import (
	"slices"
	"strings"
	"testing"
)

// TestNoLetterIsLost: the page is drawn between an event and what it changes;
// every kind of box keeps the letters typed meanwhile, and their order.
func TestNoLetterIsLost(t *testing.T) {
	t.Parallel()
	words := strings.Repeat("the quick brown fox jumps over the lazy dog ", 2)
	digits := "3." + strings.Repeat("1415926535", 6)
	for _, box := range []struct{ role, name, panel, typed string }{
		{"textbox", "Keras code", "code", "# " + words},
		{"textbox", "Paste data", "data", words},
		{"textbox", "y of point 1", "data", digits},
		{"spinbutton", "Learning rate", "settings", digits},
	} {
		t.Run(box.name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&epochs=20&open="+box.panel)
			page.Click(box.role, box.name)
			page.Press("Control+Home")
			for rest := range slices.Chunk([]byte(box.typed), 50) {
				page.Type(string(rest))
			}
			page.Press("Tab")
			if got := page.Value(box.role, box.name); !strings.HasPrefix(got, box.typed) {
				t.Errorf("the box holds %q, want it to begin with %q", got, box.typed)
			}
		})
	}
}
