package paste

import (
	"testing"

	"firstneuron/pkg/experiment/program"
)

// TestAColumnThatIsLeftOutIsToldOf: no column goes without a word.
func TestAColumnThatIsLeftOutIsToldOf(t *testing.T) {
	for _, text := range []string{"Date,x,y\n2024-01-01,1,10\n2024-01-02,2,12\n2024-01-03,3,15", "name,x,y\nAnn,1,10\nBob,2,12\nCat,3,15"} {
		table, p := Read(text, program.Direct{})
		if p != nil || !table.Settled() || len(table.Notes) != 1 || table.Notes[0].Code != "column_left_out" {
			t.Errorf("%q has the notes %v, %v", text, table.Notes, p)
		}
	}
}

// TestWhatIsNoPairIsNone: times of day, ratios in words, code.
func TestWhatIsNoPairIsNone(t *testing.T) {
	for _, text := range []string{"10:30\n11:45", "1: 2", "see (1, 2) and 3", "data = [(1, 2), (3, 4)]", "f(1) = a\nf(2) = b", "{1: 2}", "P(1, 2)\nP(3)"} {
		if g, ok := readPairs(text, func() {}); ok {
			t.Errorf("%q is read as %v", text, g.rows)
		}
	}
}
