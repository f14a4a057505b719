package session

import (
	"strings"
	"testing"
)

// TestPastedWordsBecomeClasses: with a last layer and a loss that suit them, and a note of
// their numbers; a column of numbers in their place is numbers again.
func TestPastedWordsBecomeClasses(t *testing.T) {
	const text = "sepal,petal,species\n5.1,1.4,setosa\n6.0,4.5,versicolor\n4.9,1.4,setosa\n6.3,6.0,virginica\n5.8,5.1,virginica\n5.5,4.0,versicolor"
	p := open("play=0")
	p.do(t, PasteTyped{text}, PasteUsed{})
	if p.Import == nil || p.Import.Inputs() != 2 || len(p.Import.Points) != 6 {
		t.Fatalf("the import is %+v", p.Import)
	}
	told := false
	for _, note := range p.Import.Notes() {
		told = told || note.Code == "classes_numbered" && note.Args["text"] == "setosa = 0, versicolor = 1, virginica = 2"
	}
	if !told {
		t.Errorf("the notes are %v", p.Import.Notes())
	}
	p.do(t, ImportUsed{})
	e := p.Experiment
	if e.Inputs != 2 || e.Classes != 3 || e.Outputs() != 3 || e.Loss != "sparse_categorical_crossentropy" || e.Names.Y != "species" || len(p.Problems()) > 0 {
		t.Errorf("%d inputs, %d classes, %d outputs, loss %s, names %v, %v", e.Inputs, e.Classes, e.Outputs(), e.Loss, e.Names, p.Problems())
	}
	p.do(t, TrainPressed{})
	if share, _ := p.AccuracyOf(p.Shown().Params); !(share >= 0) {
		t.Errorf("the accuracy is %v", share)
	}
	if again := open(p.link); !again.Experiment.Equal(e) {
		t.Errorf("its link %s opens another experiment", p.link)
	}
	p.do(t, UndoPressed{})
	if p.Experiment.Inputs != 1 || p.Experiment.Classes != 0 {
		t.Errorf("undone there are %d inputs and %d classes", p.Experiment.Inputs, p.Experiment.Classes)
	}
	p.do(t, PasteTyped{strings.ReplaceAll(strings.ReplaceAll(text, "virginica", "versicolor"), "species", "kind")}, PasteUsed{}, ImportUsed{})
	if e = p.Experiment; e.Classes != 2 || e.Outputs() != 1 {
		t.Errorf("of two kinds there are %d classes and %d outputs", e.Classes, e.Outputs())
	}
}
