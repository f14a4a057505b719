package session

import (
	"math"
	"strings"
	"testing"
)

// TestEveryViewTakesTwoInputs: whatever a learner opens and presses with points of two
// inputs, of numbers and of classes, nothing breaks and no number is NaN.
func TestEveryViewTakesTwoInputs(t *testing.T) {
	for _, link := range []string{
		"set=plane:1:0:60", "set=circle:1:0:60&features=x1,x2,x1x1,x2x2&layers=1:tanh", "set=rings:1:0:60", "set=blobs:1:0:60:4&metric=accuracy&validation=0.25",
		"xs=1,2,3,4&x2=0,1,0,-1&ys=0,1,1,0&classes=2&layers=2:softmax", "set=xor:1&layers=4:tanh,2:tanh,1:tanh&goal=accuracy:0.5:200,predict:1;-2:1:5,val_loss:9&also=1;1:1,2;-2&validation=0.5",
		"dataset=spiral&sinX=true&networkShape=3&seed=1", "set=plane:1:0:60&features=x1",
	} {
		p := open(link + "&epochs=3")
		if p.Experiment.Inputs != 2 || len(p.Problems()) > 0 {
			t.Fatalf("%s: %d inputs, problems %v", link, p.Experiment.Inputs, p.Problems())
		}
		p.do(t, SettingTyped{Key: "epochs", Text: "3"}, TrainPressed{}, StepPressed{}, WhyOpened{true}, StepTraceOpened{true}, MultiStartOpened{true}, LayerSightOpened{true})
		loss, ok := p.GuessLoss()
		if !ok || math.IsNaN(loss) || p.Shown().Epoch != 4 {
			t.Errorf("%s: after %d epochs the loss is %v", link, p.Shown().Epoch, loss)
		}
		p.Explain()
		p.Diagnosis()
		p.ExactAnswer()
		p.StepShown()
		if text := p.DataCSV() + p.HistoryCSV(); strings.Contains(text, "NaN") || strings.Count(strings.SplitN(text, "\n", 2)[0], ",") != 3 {
			t.Errorf("%s: the tables are\n%.300s", link, text)
		}
		for _, entry := range p.Console() {
			if strings.Contains(entry.Text, "NaN") {
				t.Errorf("%s: the console prints %s", link, entry.Text)
			}
		}
		ys := p.PredictAt(p.Shown().Params, p.Experiment.Predict)
		if len(ys) != 1 || math.IsNaN(ys[0]) || p.Experiment.Outputs() > 1 && ys[0] != math.Trunc(ys[0]) {
			t.Errorf("%s: the answer is %v", link, ys)
		}
		training, _ := p.AccuracyOf(p.Shown().Params)
		if classes := p.Experiment.Classes > 0; classes == math.IsNaN(training) || classes && !(training >= 0 && training <= 1) {
			t.Errorf("%s: the accuracy is %v", link, training)
		}
		if row := p.Rows[0]; p.Experiment.Recipe.Set != "" {
			p.do(t, PointTyped{Row: row.ID, Axis: Y, Text: "1"}, PointDeleted{Row: row.ID}, UndoPressed{}, ResetPressed{}, TrainPressed{})
			if p.Experiment.Inputs != 2 {
				t.Errorf("%s: an edit leaves %d inputs", link, p.Experiment.Inputs)
			}
		}
		if p.link == "" {
			continue // nothing was changed
		}
		again := open(p.link)
		if !again.Experiment.Equal(p.Experiment) {
			t.Errorf("%s: its link %.100s opens another experiment", link, p.link)
		}
	}
}
