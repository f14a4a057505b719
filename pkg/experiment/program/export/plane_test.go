package export

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// onThePlane are experiments with two inputs: of numbers, with features, and of three
// classes.
func onThePlane(t *testing.T) []exported {
	t.Helper()
	var all []exported
	for name, link := range map[string]string{
		"two inputs":    "set=plane:1:0:40&epochs=5&predict=1;2",
		"features":      "set=xor:1:5:40&features=x1,x2,x1x2,sinx1&layers=4:tanh,1:tanh&epochs=5&predict=1;2",
		"three classes": "set=rings:1:0:60&layers=5:relu,3:softmax&epochs=5&predict=1;2",
	} {
		e, problems := experiment.Decode(link)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		all = append(all, exported{name, e})
	}
	return all
}

// TestOtherLibrariesTakeThePlane: each row of the inputs has as many numbers as the first
// layer takes, features worked out, and classes have their loss.
func TestOtherLibrariesTakeThePlane(t *testing.T) {
	for _, e := range onThePlane(t) {
		for library, write := range map[string]func(experiment.Experiment) (string, bool){"PyTorch": PyTorch, "TensorFlow.js": TensorFlowJS} {
			text, ok := write(e.Experiment)
			if !ok {
				t.Errorf("%s: %s cannot: %s", e.name, library, text)
			}
			_, after, _ := strings.Cut(text, "xs = ")
			data, _, _ := strings.Cut(after, "ys = ")
			rows := strings.Split(data, "],")
			if len(rows)-1 != len(e.Points) {
				t.Errorf("%s: %s has %d rows, want %d", e.name, library, len(rows)-1, len(e.Points))
			}
			for _, row := range rows[:len(rows)-1] {
				if got := strings.Count(row, ", ") + 1; got != e.Width() && got != e.Width()+1 {
					t.Errorf("%s: %s has the row %q, want %d numbers", e.name, library, row, e.Width())
				}
			}
			if has := strings.Contains(text, "# The columns") || strings.Contains(text, "// The columns"); has != (len(e.Features) > 0) {
				t.Errorf("%s: %s names the columns: %v", e.name, library, has)
			}
			if several := e.Outputs() > 1; several != (strings.Contains(text, "nll_loss") || strings.Contains(text, "sparseCategoricalCrossentropy")) {
				t.Errorf("%s: %s has another loss\n%s", e.name, library, text)
			}
		}
	}
}
