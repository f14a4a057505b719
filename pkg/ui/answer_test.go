package ui

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestAnswersThatAreClasses: a class is written as its number wherever the model answers,
// with what each of its outputs says; a quantity keeps its six digits.
func TestAnswersThatAreClasses(t *testing.T) {
	for _, link := range []string{
		"set=rings:1:10:60&classes=3&layers=4:tanh,3:softmax&predict=4;1",
		"xs=1,2,3,4,5,6&ys=0,0,1,1,2,2&classes=3&predict=6",
	} {
		p := opened(t, link, session.TrainPressed{}, session.QueryAdded{})
		e := p.Experiment
		outputs := p.OutputsAt(p.Shown().Params, e.Predict).Data
		if len(outputs) != 3 {
			t.Fatalf("%s: %d outputs, want 3", link, len(outputs))
		}
		class := format.Plain(p.PredictAt(p.Shown().Params, e.Predict)[0])
		a := newAnswer("en", p.Session)
		if a.Answer != class {
			t.Errorf("%s: the answer is %q, want %q", link, a.Answer, class)
		}
		html := app.HTMLString(a.Render())
		for _, v := range outputs {
			if !strings.Contains(html, format.Digits(float64(v), 4)) {
				t.Errorf("%s: the answer lacks the output %v:\n%s", link, v, html)
			}
		}
		q := newQueries("en", p.Session).Asked[0]
		if strings.Contains(q.Answer, ".") || q.Error != "" {
			t.Errorf("%s: a further place is answered with %q, error %q", link, q.Answer, q.Error)
		}
	}
	if got := predicted(session.New("").Experiment, 19); got != "19.0000" {
		t.Errorf("a quantity is written %q, want 19.0000", got)
	}
	if got := predicted(experiment.Default().WithClasses(3), 2); got != "2" {
		t.Errorf("a class is written %q, want 2", got)
	}
}
