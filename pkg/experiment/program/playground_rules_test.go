package program

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestThePlaygroundsRulesAreToldOf: a program says nothing of them. While its points are
// the same they stay, and a note tells what Keras does in their place; where they change
// nothing there is none.
func TestThePlaygroundsRulesAreToldOf(t *testing.T) {
	for fragment, told := range map[string]bool{
		"activation=tanh&batchSize=12&dataset=circle&seed=0.97800":                                          true,
		"activation=tanh&batchSize=10&dataset=circle&seed=0.97800&regularization=L1&regularizationRate=.01": true,
		"activation=tanh&batchSize=10&dataset=circle&seed=0.97800":                                          false,
		"playground=1&batch=3": false,
		"playground=1&batch=4": true,
	} {
		e, _ := experiment.Decode(fragment)
		if e.BeyondKeras() != told {
			t.Errorf("%s: BeyondKeras = %v, want %v", fragment, e.BeyondKeras(), told)
		}
		read := Read(script.Keras(e), e)
		if !read.OK() || read.Experiment.PlaygroundRules != e.PlaygroundRules {
			t.Errorf("%s: read back with the rules %v: %v", fragment, read.Experiment.PlaygroundRules, read.Problems)
		}
		for name, problems := range map[string][]*script.Problem{"written": script.Written(e).Problems, "read": read.Problems} {
			if got := len(problems) == 1 && problems[0].Detail.Code == script.CodeBeyond && problems[0].Severity == script.Note; got != told {
				t.Errorf("%s: as %s it has the notes %v, told should be %v", fragment, name, problems, told)
			}
		}
		other := e
		other.Points = append([]experiment.Point(nil), e.Points...)
		other.Points[0].Y = -other.Points[0].Y
		if again := Read(script.Keras(other), e).Experiment; again.PlaygroundRules {
			t.Errorf("%s: a program with other points keeps the rules", fragment)
		}
	}
}
