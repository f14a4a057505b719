package script

import (
	"testing"

	"firstneuron/pkg/experiment"
)

// TestWeightsToOneUnit compares the columns of a kernel that is no single row
// and no single column with the flat parameters.
func TestWeightsToOneUnit(t *testing.T) {
	e, problems := experiment.Decode("layers=2:tanh,3:tanh,1&seed=4")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	params, problem := e.InitialParams()
	if problem != nil {
		t.Fatal(problem)
	}
	layers := InitialLayers(e)
	for at, layout := range e.Layout() {
		for j := range layout.Units {
			for i, got := range layers[at].Column(j) {
				if want := params[layout.Kernel+i*layout.Units+j]; float32(got) != want {
					t.Errorf("layer %d, from input %d to unit %d: %v, want %v", at+1, i, j, got, want)
				}
			}
		}
	}
}
