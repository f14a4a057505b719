package session

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
)

// TestASetOfTwoInputsBringsWhatSuitsIt: from the lesson to a set and back, each one step
// of Undo.
func TestASetOfTwoInputsBringsWhatSuitsIt(t *testing.T) {
	for _, set := range dataset.Sets() {
		p := open("")
		p.send(DataSetChosen{Name: set.Name})
		e := p.Experiment
		if e.Inputs != 2 || e.Recipe.Set != set.Name || len(p.Rows) != set.Count || e.Classes != set.Classes || len(p.Problems()) > 0 {
			t.Errorf("%s: %d inputs, set %q, %d rows, %d classes, problems %v; want 2, itself, %d, %d, none",
				set.Name, e.Inputs, e.Recipe.Set, len(p.Rows), e.Classes, p.Problems(), set.Count, set.Classes)
		}
		want := map[int]string{
			0: "4:tanh,2:tanh,1 mean_squared_error", 2: "4:tanh,2:tanh,1:tanh mean_squared_error",
			3: "4:tanh,2:tanh,3:softmax sparse_categorical_crossentropy",
		}[set.Classes]
		if got := e.Value("layers") + " " + e.Loss; got != want || e.Batch != 10 {
			t.Errorf("%s: model %q in batches of %d, want %q of 10", set.Name, got, e.Batch, want)
		}
		p.send(UndoPressed{})
		if !p.Experiment.Equal(experiment.Default()) || len(p.Past) != 0 || len(p.Rows) != 6 {
			t.Errorf("%s: after one Undo %v, want the lesson", set.Name, p.Experiment)
		}
		p.send(RedoPressed{}, InputsChosen{Inputs: 1})
		if !p.Experiment.Equal(experiment.Default()) {
			t.Errorf("%s: with one input again %v, want the lesson", set.Name, p.Experiment)
		}
		p.send(UndoPressed{})
		if !p.Experiment.Equal(e) || len(p.Rows) != set.Count {
			t.Errorf("%s: Undo of one input gives %v, want the set", set.Name, p.Experiment)
		}
	}
}

func TestAnotherSetKeepsTheModelAndFitsItsEnd(t *testing.T) {
	p := open("")
	p.send(DataSetChosen{"circle"}, SettingTyped{"layers", "3:relu,1:tanh"}, SettingTyped{"lr", "0.1"}, DataSetChosen{"rings"})
	if got := p.Experiment.Value("layers"); got != "3:relu,3:softmax" || p.Experiment.Optimizer.LearningRate != 0.1 {
		t.Errorf("rings after circle: layers %q, rate %v; want 3:relu,3:softmax and 0.1", got, p.Experiment.Optimizer.LearningRate)
	}
	p.send(DataSetChosen{"plane"})
	if got := p.Experiment.Value("layers") + " " + p.Experiment.Loss; got != "3:relu,1 mean_squared_error" {
		t.Errorf("plane after rings: %q, want 3:relu,1 mean_squared_error", got)
	}
}

func TestNoiseIsOneStepOfUndoAndNewDataEachTime(t *testing.T) {
	p := open("set=circle:0.97800")
	first := p.Experiment.Points
	p.send(NoiseSlid{10}, NoiseSlid{25}, SettingLeft{"set"}, NewDataAsked{}, NewDataAsked{})
	if got := p.Experiment.Recipe.String(); got != "circle:0.97802:25:500" {
		t.Errorf("the recipe is %s, want circle:0.97802:25:500", got)
	}
	p.send(UndoPressed{}, UndoPressed{})
	if got := p.Experiment.Recipe.String(); got != "circle:0.97800:25:500" {
		t.Errorf("before the new data the recipe is %s, want circle:0.97800:25:500", got)
	}
	p.send(UndoPressed{})
	if !slices.Equal(p.Experiment.Points, first) || len(p.Past) != 0 {
		t.Error("one Undo does not take back the whole drag")
	}
	p.send(NoiseSlid{81})
	if p.Experiment.Recipe.Noise != 0 {
		t.Error("a noise of 81 % is taken, more than links can have")
	}
}

// TestTheTrainingPartIsWhatKerasTrainsOn: Keras rounds the part that it trains on down.
func TestTheTrainingPartIsWhatKerasTrainsOn(t *testing.T) {
	p := open("set=circle:1")
	for percent := 10.0; percent <= 100; percent += 10 {
		p.send(TrainingPartSlid{percent})
		if got, want := len(p.Experiment.Points)-p.Experiment.ValidationPoints(), int(5*percent); got != want || p.TrainingPart() != percent {
			t.Errorf("%v %%: %d points are trained on and %v %% are shown, want %d and the same", percent, got, p.TrainingPart(), want)
		}
	}
	if len(p.Past) != 1 {
		t.Errorf("a drag is %d steps of Undo, want 1", len(p.Past))
	}
}

func TestTheTaskGivesTheEndOfTheModel(t *testing.T) {
	for _, c := range []struct{ labels, want string }{
		{"0,1,1,0", "4:tanh,1:sigmoid binary_crossentropy 2"},
		{"-1,1,1,-1", "4:tanh,1:tanh mean_squared_error 2"},
		{"0,1,2,0", "4:tanh,3:softmax sparse_categorical_crossentropy 3"},
	} {
		p := open("xs=1,2,3,4&x2=4,3,2,1&ys=" + c.labels + "&layers=4:tanh,1")
		p.send(TaskChosen{Classification: true})
		if got := p.Experiment.Value("layers") + " " + p.Experiment.Loss + " " + p.Experiment.Value("classes"); got != c.want {
			t.Errorf("labels %s: %q, want %q", c.labels, got, c.want)
		}
		p.send(TaskChosen{})
		if got := p.Experiment.Value("layers") + " " + p.Experiment.Loss; got != "4:tanh,1 mean_squared_error" {
			t.Errorf("labels %s: regression again has %q, want 4:tanh,1 mean_squared_error", c.labels, got)
		}
	}
}

// TestLabelsThatAreNoClassesAreToldAndKept: the reason stands at the box until the labels
// are mended, and nothing is lost.
func TestLabelsThatAreNoClassesAreToldAndKept(t *testing.T) {
	for labels, code := range map[string]string{"0,0.5,1,1": "not_a_class", "1,1,1,1": "only_one_class", "0,1,2,11": "not_a_class"} {
		p := open("xs=1,2,3,4&x2=4,3,2,1&ys=" + labels)
		before := p.Experiment
		p.send(TaskChosen{Classification: true})
		if got := p.Setting("classes").Problem; got == nil || got.Code != code || !p.Experiment.Equal(before) {
			t.Errorf("labels %s: problem %v, want %s, and the experiment as it was", labels, got, code)
		}
		p.send(PointTyped{1, Y, "0"}, PointTyped{2, Y, "1"}, PointTyped{4, Y, "1"})
		if p.Setting("classes").Problem != nil || p.Experiment.Classes < 2 {
			t.Errorf("labels %s, mended: problem %v and %d classes, want none and 2 or more", labels, p.Setting("classes").Problem, p.Experiment.Classes)
		}
	}
	p := open("set=blobs:1:0:40:3")
	p.send(SettingTyped{"classes", "1"})
	if got := p.Setting("classes").Problem; got == nil || got.Code != "one_class" || p.Experiment.Classes != 3 {
		t.Errorf("one class: problem %v and %d classes, want one_class and the 3 from before", got, p.Experiment.Classes)
	}
	p.send(SettingTyped{"classes", "10"})
	if got := p.Experiment.Recipe.String(); got != "blobs:1:0:40:10" || p.Experiment.Outputs() != 10 {
		t.Errorf("ten classes: recipe %s and %d outputs, want blobs:1:0:40:10 and 10", got, p.Experiment.Outputs())
	}
	p.send(PointTyped{1, Y, "1.5"})
	if problem := p.DataProblem(); problem == nil || problem.Code != "not_a_class" || problem.Line != 1 || p.Experiment.Classes != 10 {
		t.Errorf("a label between two classes: problem %v, want not_a_class at point 1, and the classes kept", problem)
	}
}

func TestRowsOfTwoInputs(t *testing.T) {
	p := open("xs=1,2&x2=3,4&ys=0,1")
	p.send(PointAdded{})
	row := p.Rows[2].ID
	p.send(PointTyped{row, X, "5"}, PointTyped{row, X2, "x"}, PointTyped{row, Y, "7"})
	if len(p.Experiment.Points) != 2 || p.Rows[2].X[1].Problem == nil {
		t.Errorf("%d points, problem %v; want 2 and one at x2", len(p.Experiment.Points), p.Rows[2].X[1].Problem)
	}
	p.send(PointTyped{row, X2, "-6,5"})
	want := experiment.Point{X: experiment.Place{5, -6.5}, Y: 7}
	if got := p.Experiment.Points; len(got) != 3 || got[2] != want || len(p.Problems()) != 0 {
		t.Errorf("points %v, problems %v; want a third %v and none", got, p.Problems(), want)
	}
	p.send(PointDeleted{Row: 1})
	if got := p.DataCSV(); !strings.HasPrefix(got, "x1,x2,y,prediction\n2,4,1,") {
		t.Errorf("the CSV is %q, want x1,x2,y,prediction and first the point that was second", got)
	}
}

func TestWhatIsTypedInTwoInputsOutlastsAReload(t *testing.T) {
	p := open("set=xor:1:0:20")
	p.send(PointTyped{3, X2, "what"}, PointAdded{}, PointTyped{21, X2, "4"})
	snapshot, more := p.Snapshot("")
	if !more {
		t.Fatal("there is nothing to keep")
	}
	text, _ := EncodeSnapshot(snapshot)
	k, ok := DecodeSnapshot(text)
	if rows := k.rows(); !ok || len(rows) != 21 || rows[2].X[1].Text != "what" || rows[20].X[1].Text != "4" {
		t.Errorf("after a reload the rows are %v, want what was typed", rows)
	}
}

func TestTheLastFeatureStays(t *testing.T) {
	p := open("set=circle:1:0:20")
	p.send(FeatureSwitched{"x1x1", true}, FeatureSwitched{"x1", false}, FeatureSwitched{"x2", false}, FeatureSwitched{"x1x1", false}, FeatureSwitched{"no", true})
	if got := p.Experiment.Value("features"); got != "x1x1" || p.Experiment.Width() != 1 {
		t.Errorf("the features are %q, want x1x1 alone", got)
	}
	p.send(UndoPressed{}, UndoPressed{}, UndoPressed{})
	if p.Experiment.Features != nil || len(p.Past) != 0 {
		t.Errorf("after Undo the features are %v, want the inputs", p.Experiment.Features)
	}
	for _, m := range []Msg{FeatureSwitched{"x1", false}, FeatureSwitched{"sinx1", true}} {
		locked := open("set=circle:1:0:20&lock=features")
		locked.send(m)
		if len(locked.Past) != 0 {
			t.Errorf("%T changes features that are locked", m)
		}
	}
}

func TestLocksKeepTheSet(t *testing.T) {
	for _, part := range []string{"data", "model", "setup", "features", "prediction"} {
		p := open("set=circle:1:0:20&layers=3:tanh,1&lock=" + part)
		p.send(DataSetChosen{"xor"}, InputsChosen{1}, TaskChosen{}, SettingTyped{"epochs", "500"})
		if p.Experiment.Recipe.Set != "circle" || p.Experiment.Classes != 2 {
			t.Errorf("with %s locked the set is %q with %d classes, want circle with 2", part, p.Experiment.Recipe.Set, p.Experiment.Classes)
		}
	}
	p := open("set=circle:1:0:20&lock=data")
	p.send(NoiseSlid{5}, NewDataAsked{}, OwnPointsChosen{})
	if len(p.Past) != 0 {
		t.Error("locked points are drawn again")
	}
}
