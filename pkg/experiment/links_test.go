package experiment

import (
	"os"
	"strings"
	"testing"
)

// TestLinksAreDocumented: docs/links.md holds the table of properties as it is.
func TestLinksAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/links.md")
	if err != nil {
		t.Fatal(err)
	}
	if table := PropertyTable(); !strings.Contains(string(text), table) {
		t.Errorf("docs/links.md does not hold the table of properties; put this in:\n%s", table)
	}
}
