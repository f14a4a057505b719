package experiment

import "testing"

// TestAStepBuildsOnTheStepsBefore: what is wrong with pairs alone and right after points
// of two inputs and classes is kept; what is wrong in any case is told.
func TestAStepBuildsOnTheStepsBefore(t *testing.T) {
	read := func(pairs string) (*Activity, []*Problem) {
		return DecodeActivity("First Neuron activity 1\ntitle=T\nstep\ntext=A\nset=set=rings:1\nstep\ntext=B\nbutton=Go\npress=" + pairs + "\n")
	}
	for _, pairs := range []string{
		"features=x1,x2,x1x2", "predict=1;-2&epochs=7", "layers=4:tanh,3:softmax", "loss=sparse_categorical_crossentropy", "classes=3", "also=1;1:2",
	} {
		a, problems := read(pairs)
		if len(problems) > 0 || a == nil || a.Steps[1].Press != pairs {
			t.Errorf("%s: %v", pairs, problems)
			continue
		}
		e, _ := Default().Applied(a.Steps[0].Set)
		if _, problems := e.Applied(pairs); len(problems) > 0 {
			t.Errorf("%s after the step before: %v", pairs, problems)
		}
	}
	for _, pairs := range []string{"epochs=-1", "layers=0", "features=x1,x9&epochs=3", "features=x1x2&lr=fast", "nothing=1"} {
		if _, problems := read(pairs); len(problems) == 0 {
			t.Errorf("%s is read without a word", pairs)
		}
	}
}
