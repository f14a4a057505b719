package planechart

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// TestStartsShareThePlane: at each place the field is the part of the trained models that
// answer a class, or the mean of their numbers, and the text beside the question says how
// many; another question trains none again.
func TestStartsShareThePlane(t *testing.T) {
	for link, want := range map[string]string{
		"set=xor:1:0:40&layers=3:tanh,1:tanh&lr=0.3&batch=10&epochs=8&predict=2;2&play=0":                   " say ",
		"set=rings:1:0:60&layers=4:tanh,3&epochs=4&predict=1;-3&play=0":                                     " say ",
		"xs=0,1,2,1&x2=1,2,3,0&ys=0,1,1,0&classes=2&loss=binary_crossentropy&from_logits=1&epochs=3&play=0": " say ",
		"set=plane:1:0:40&layers=1&epochs=3&play=0":                                                         "mean of 200",
	} {
		m := started(link)
		s := m.Session
		p := New("en", s)
		if len(p.Starts) != session.MultiStartGoal {
			t.Fatalf("%s: %d models, want %d", link, len(p.Starts), session.MultiStartGoal)
		}
		p.Render()
		field := p.paint.Field
		for _, place := range []experiment.Place{{0.3, -0.2}, {-2, 2}, s.Experiment.Predict} {
			shown, at, ok := field.At(place[0], place[1])
			if !ok {
				continue
			}
			sums := make([]float32, len(shown))
			for _, params := range p.Starts {
				outputs := s.OutputsAt(params, at)
				switch class := s.Experiment.ClassesOf(outputs)[0]; {
				case s.Experiment.Classes == 0:
					sums[0] += outputs.Data[0] / session.MultiStartGoal
				case len(sums) > 1:
					sums[class] += 1.0 / session.MultiStartGoal
				case class == 1:
					sums[0] += 1.0 / session.MultiStartGoal
				}
			}
			for i, sum := range sums {
				if d := sum - shown[i]; d > 1e-4 || d < -1e-4 {
					t.Errorf("%s: at %v the field has %v, the models %v", link, at, shown, sums)
				}
			}
		}
		if votes := p.votesAt(); !strings.Contains(votes, want) || !strings.Contains(p.told, votes) {
			t.Errorf("%s: the text is %q in %q, want %q in it", link, votes, p.told, want)
		}
		if strings.Contains(p.told, "Class 0 ") && s.Experiment.SignLabels() {
			t.Errorf("%s: the text is %q, whose labels are no labels of the data", link, p.told)
		}
		before := fmt.Sprint(s.StartAnswers())
		m.Send(session.SettingTyped{Key: "predict", Text: "-2;1"}, func(e session.Effect) {
			if begun, ok := e.(session.BeginJob); ok {
				if _, trains := begun.Job.(session.TrainMultiStart); trains {
					t.Errorf("%s: another question trains again", link)
				}
			}
		})
		if s := m.Session; len(s.MultiStart.Tried) != session.MultiStartGoal || fmt.Sprint(s.StartAnswers()) == before {
			t.Errorf("%s: of another place there are %d answers, the same", link, len(s.MultiStart.Tried))
		}
	}
}

// started returns the machine of a link after its training and that of many starts.
func started(link string) *session.Machine {
	m := session.NewMachine(session.New(link))
	var perform func(session.Effect)
	perform = func(effect session.Effect) {
		if found, _ := m.Work(effect, time.Now().Add(time.Minute)); found != nil {
			m.Send(found, perform)
		}
	}
	m.Send(session.TrainPressed{}, perform)
	m.Send(session.MultiStartOpened{Open: true}, perform)
	for !m.Idle() {
		for _, found := range m.WorkOnJobs(time.Now().Add(time.Minute)) {
			m.Send(found, perform)
		}
	}
	return &m
}
