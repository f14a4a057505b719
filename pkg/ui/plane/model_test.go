package plane

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// TestReadingOfExperiments: the answer read from an output is the class that the
// experiment says, whatever labels and losses there are.
func TestReadingOfExperiments(t *testing.T) {
	for link, want := range map[string]Reading{
		"set=circle:1:0:40":                    TwoClasses(-1, 1),
		"set=rings:1:0:60":                     ManyClasses(3),
		"set=blobs:1:0:60:4":                   ManyClasses(4),
		"xs=0,1,2&x2=1,2,3&ys=0,1,1&classes=2": TwoClasses(0, 1),
		"xs=0,1,2&x2=1,2,3&ys=0,1,1&classes=2&loss=binary_crossentropy&from_logits=1": {Classes: 2, High: 1, Logits: true},
		"xs=0,1,2&x2=1,2,3&ys=-3,1,2": Numbers(3),
		"xs=0,1,2&x2=1,2,3&ys=5,9,6":  {Low: 5, High: 9},
		"xs=0,1,2&x2=1,2,3&ys=7,7,7":  Numbers(7),
	} {
		e, problems := experiment.Decode(link)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", link, problems)
		}
		got := ReadingOf(e)
		if got != want {
			t.Errorf("%s is read as %+v, want %+v", link, got, want)
		}
		if e.Classes == 0 || e.Outputs() > 1 {
			continue
		}
		outputs := nn.Column(-3, -0.1, 0.1, 0.4, 0.6, 3)
		for i, want := range e.ClassesOf(outputs) {
			if class, _ := got.Answer(outputs.Row(i)); class != want {
				t.Errorf("%s: %v is class %d, want %d", link, outputs.Row(i), class, want)
			}
		}
		for _, p := range e.Points {
			if got.ClassOf(p.Y) != e.ClassOfLabel(p.Y) {
				t.Errorf("%s: the label %v is of class %d, want %d", link, p.Y, got.ClassOf(p.Y), e.ClassOfLabel(p.Y))
			}
		}
	}
}
