package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// mendsOf presses the button of each thing that Keras refuses, and counts.
func mendsOf(text string) (mended string, clicks int) {
	for clicks < 10 {
		var fix []Edit
		for _, p := range Read(text, experiment.Default()).Problems {
			if p.Fix != nil && p.Severity != Note && !strings.HasPrefix(p.Keras, "UserWarning") {
				fix = p.Fix
				break
			}
		}
		if fix == nil {
			break
		}
		text = script.Apply(text, fix)
		clicks++
	}
	return text, clicks
}

// TestTheProgramsTaughtMostAreReadAsPasted: not shortened, each is read, needs at most two
// mends of what Keras 3 refuses, a click each, and prints the same before and after them.
func TestTheProgramsTaughtMostAreReadAsPasted(t *testing.T) {
	cases := programsOf(t, "taught.txt")
	if len(cases) != 7 {
		t.Fatalf("%d programs", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			mended, clicks := mendsOf(c.Program)
			if clicks > 2 {
				t.Errorf("%d mends make of it\n%s", clicks, mended)
			}
			var printed [2]string
			for i, text := range []string{c.Program, mended} {
				reading := Read(text, experiment.Default())
				if !reading.OK() {
					t.Fatalf("it has %v\n%s", reading.Problems, text)
				}
				for _, p := range reading.Problems {
					if p.Severity == Note {
						t.Errorf("it is told %v", p)
					}
				}
				printed[i] = printedBy(t, reading, nil)
			}
			if printed[0] != printed[1] || printed[0] == "" {
				t.Errorf("it prints\n%s\nand mended\n%s", printed[0], printed[1])
			}
		})
	}
}
