package session

import (
	"reflect"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/program/export"
	"firstneuron/pkg/experiment/script"

	"pgregory.net/rapid"
)

// printed is the lesson's program as older courses print it.
const printed = `import tensorflow as tf
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])
model.compile(optimizer="sgd", loss="mean_squared_error")

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model.fit(xs, ys, epochs=500)

print(model.predict([10.0]))
`

func TestTheProgramSetsThePage(t *testing.T) {
	p := open("example=houses&epochs=3&optimizer=adam&seed=5")
	p.send(CodeTyped{Text: printed})
	if !p.Experiment.SameTraining(experiment.Default()) || p.Experiment.Predict[0] != 10 || p.Rows[5].Y.Text != "7" {
		t.Fatalf("the page has %+v, want the lesson", p.Experiment)
	}
	var codes []string
	for _, problem := range p.Code.Reading.Problems {
		codes = append(codes, problem.Detail.Code)
	}
	if got := strings.Join(codes, " "); got != "code_input_shape code_list" {
		t.Errorf("explained: %s, want the two outdated lines", got)
	}
	p.do(t, TrainPressed{})
	if y := p.Predict(10)[0]; y < 18.975 || y > 18.988 {
		t.Errorf("trained it answers %v, want 18.98", y)
	}
	p.send(CodeFixed{Problem: 1}, CodeFixed{Problem: 0})
	if len(p.Code.Reading.Problems) != 0 || !strings.Contains(p.Code.Text, "predict(np.array([10.0]))") || !strings.Contains(p.Code.Text, "keras.Input(shape=(1,))") {
		t.Errorf("mended it is\n%s\nwith %v", p.Code.Text, p.Code.Reading.Problems)
	}
	p.send(UndoPressed{}, UndoPressed{})
	if p.Code.Text != printed {
		t.Errorf("after two Undo the program is\n%s\nwant as it was typed", p.Code.Text)
	}
	p.send(UndoPressed{})
	if p.Experiment.Value("epochs") != "3" || p.Code.Own || p.Code.Text != script.Keras(p.Experiment) {
		t.Errorf("after all Undo the program is\n%s\nwant the page's own of three epochs", p.Code.Text)
	}
}

func TestControlsChangeTheProgram(t *testing.T) {
	p := open("")
	p.send(CodeTyped{Text: printed + "# mine\n"}, SettingTyped{Key: "epochs", Text: "20"}, SettingTyped{Key: "lr", Text: "0.05"})
	for _, want := range []string{"epochs=20", "learning_rate=0.05", "# mine", "input_shape=[1]"} {
		if !strings.Contains(p.Code.Text, want) {
			t.Errorf("the program lacks %q:\n%s", want, p.Code.Text)
		}
	}
	p.send(CodeRewritten{})
	if p.Code.Text != script.Keras(p.Experiment) || !strings.Contains(p.Code.Text, "epochs=20") {
		t.Errorf("written anew it is\n%s", p.Code.Text)
	}
}

func TestAWrongProgramKeepsThePageAndTheTraining(t *testing.T) {
	p := open("")
	wrong := strings.Replace(printed, `"sgd"`, `"SDG"`, 1)
	p.send(CodeTyped{Text: wrong})
	if !p.Experiment.Equal(experiment.Default()) || p.Code.Text != wrong || len(p.Problems()) != 1 {
		t.Fatalf("the page has %+v and the problems %v; want the lesson and one", p.Experiment, p.Problems())
	}
	p.send(TrainPressed{})
	if p.Run.Phase != Untrained || len(p.asked) == 0 || p.asked[len(p.asked)-1] != (FocusCode{Line: 6}) {
		t.Errorf("Train: phase %v, focused %v; want none, and the problem", p.Run.Phase, p.asked)
	}
	p.send(SettingTyped{Key: "epochs", Text: "20"})
	if p.Code.Text != wrong {
		t.Errorf("a control changed the wrong program to\n%s", p.Code.Text)
	}
	p.send(CodeFixed{Problem: 1})
	if len(p.Problems()) != 0 || p.Experiment.Epochs != 500 {
		t.Errorf("mended: %d epochs, problems %v; want the program's 500 and none", p.Experiment.Epochs, p.Problems())
	}
}

func TestALockedProgramIsOnlyRead(t *testing.T) {
	for _, lock := range []string{"code", "data", "setup,model"} {
		p := open("lock=" + lock)
		before := p.Code.Text
		p.send(CodeTyped{Text: printed})
		if p.Code.Text != before || !p.CodeLocked() {
			t.Errorf("lock=%s: the program was changed", lock)
		}
	}
	if p := open("lock=loss"); p.CodeLocked() {
		t.Error("lock=loss locks the program")
	}
}

func TestControlsAndLinesLightEachOther(t *testing.T) {
	p := open("momentum=0.5")
	lines := strings.Split(p.Code.Text, "\n")
	p.send(PropertyHighlighted{Key: "momentum"})
	first, last := p.HighlightedLines()
	if first == 0 || first != last || !strings.Contains(lines[first-1], "momentum=0.5") {
		t.Errorf("momentum lights the lines %d to %d", first, last)
	}
	for i, line := range lines {
		if strings.Contains(line, "epochs=") {
			p.send(LineHighlighted{Line: i + 1})
		}
	}
	if len(p.HighlightedKeys) == 0 || p.HighlightedKeys[0] != "epochs" {
		t.Errorf("the line of fit lights %q, want epochs", p.HighlightedKeys)
	}
	p.send(PropertyHighlighted{Key: "epochs"}, LineHighlighted{})
	if first, _ := p.HighlightedLines(); first == 0 {
		t.Error("the editor, left for a control, puts the control's light out")
	}
	p.send(PropertyHighlighted{})
	if first, _ := p.HighlightedLines(); first != 0 || p.HighlightedKeys != nil {
		t.Errorf("nothing touched lights the line %d and %q", first, p.HighlightedKeys)
	}
}

// TestTheProgramIsInStepWithEveryControl: after whatever the learner does, the
// program reads as the experiment.
func TestTheProgramIsInStepWithEveryControl(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := open("")
		if rapid.Bool().Draw(t, "own text") {
			p.send(CodeTyped{Text: printed})
		}
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0:
				p.send(SettingStepped{Key: rapid.SampledFrom([]string{"epochs", "lr", "batch", "l2", "validation", "w", "predict", "patience"}).Draw(t, "key"), Steps: 1})
			case 1:
				p.send(SettingTyped{Key: "optimizer", Text: rapid.SampledFrom(experiment.Choices("optimizer")).Draw(t, "optimizer")})
			case 2:
				p.send(LayerAdded{})
			case 3:
				p.send(PointMoved{Row: 1, X: float64(rapid.IntRange(-9, 9).Draw(t, "x")), Y: 2})
			case 4:
				p.send(QueryAdded{}, SettingTyped{Key: experiment.TruthKey(1), Text: "3"})
			case 5:
				p.send(InitialWeightsDrawn{})
			case 6:
				p.send(UndoPressed{})
			}
			reading := program.Read(p.Code.Text, p.Experiment)
			if !reading.OK() || !reading.Experiment.SameTraining(p.Experiment) || reading.Experiment.Predict[0] != p.Experiment.Predict[0] ||
				reading.Experiment.Value("also") != p.Experiment.Value("also") {
				t.Fatalf("the program does not say the experiment %+v (%v):\n%s", p.Experiment, reading.Problems, p.Code.Text)
			}
		}
	})
}

// TestADragIsReadAsItWouldBeByItself drags points of all kinds of experiments:
// at no move does the page's own program, read before the drag, say anything
// else than if it were read again.
func TestADragIsReadAsItWouldBeByItself(t *testing.T) {
	for _, fragment := range []string{
		"", "w=0&b=0", "layers=4:tanh,1&seed=3", "also=1:2,3", "validation=0.5&patience=2&metric=mae", "loss=poisson&ys=0,1,2,3,4,5",
		"xs=1,2,3,4,5,6,7,8,9,10,11,12,13,14&ys=1,2,3,4,5,6,7,8,9,10,11,12,13,14",
	} {
		p := openLive(fragment)
		p.do(t, DragStarted{ByPointer: true})
		for _, y := range []float64{1, 123.456, 0.000123456, -7, 99999.125, -1e-5} {
			p.do(t, PointMoved{2, -0.5, y})
			want := program.Read(p.Code.Text, p.Experiment)
			got := p.Code.Reading
			if p.Code.Text != script.Keras(p.Experiment) {
				t.Errorf("%q: y = %v is not in the program", fragment, y)
			}
			if !reflect.DeepEqual(got.Outputs, want.Outputs) || !reflect.DeepEqual(got.Problems, want.Problems) {
				t.Errorf("%q: at y = %v the program prints %+v with problems %v, want %+v, %v", fragment, y, got.Outputs, got.Problems, want.Outputs, want.Problems)
			}
			for _, key := range []string{"xs", "ys", "lr", "epochs", "predict", "loss", "optimizer", "units.1"} {
				first, last := got.Line(key)
				if wantFirst, wantLast := want.Line(key); first != wantFirst || last != wantLast {
					t.Errorf("%q: at y = %v lines %d to %d say %s, want %d to %d", fragment, y, first, last, key, wantFirst, wantLast)
				}
			}
		}
		if p.do(t, DragEnded{}); !reflect.DeepEqual(p.Code.Reading, program.Read(p.Code.Text, p.Experiment).Reading) {
			t.Errorf("%q: let go, the program is not read", fragment)
		}
	}
}

// TestAPastedNotebookIsItsProgram: short, and too long to be read within a frame.
func TestAPastedNotebookIsItsProgram(t *testing.T) {
	for _, outputs := range []string{"", strings.Repeat("A", 3*longText)} {
		p := open("")
		own := export.Notebook(script.Paragraphs(strings.Replace(script.Keras(p.Experiment), "epochs=500", "epochs=30", 1)))
		p.do(t, CodeTyped{Text: strings.Replace(own, `"outputs": []`, `"outputs": [{"image/png": "`+outputs+`"}]`, 1)})
		if !strings.HasPrefix(p.Code.Text, "import keras\nimport numpy as np\n") || p.Experiment.Epochs != 30 || p.Code.waiting {
			t.Errorf("with %d bytes of pictures the program is %.60q, of %d epochs", len(outputs), p.Code.Text, p.Experiment.Epochs)
		}
	}
}
