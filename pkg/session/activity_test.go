package session

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// greeted is a page with an empty address, opened for the first time.
func greeted() *player {
	p := openFirst("")
	p.send(PreferencesRead{}, Navigated{})
	return p
}

// reloaded is the page loaded again, with what the browser has kept.
func (p *player) reloaded(t *testing.T) *player {
	t.Helper()
	k, _ := p.Snapshot(p.link)
	text, problem := EncodeSnapshot(k)
	if problem != nil {
		t.Fatal(problem)
	}
	again := openFirst("")
	again.send(PreferencesRead{Visited: p.stored["visited"], Tour: p.stored["tour"]}, Navigated{Fragment: p.link},
		SnapshotFound{Text: text, Link: p.link})
	again.link = p.link
	again.finish(t)
	return again
}

// tour are the steps of the first lesson as a learner does them.
var tour = []func(t *testing.T, p *player){
	func(t *testing.T, p *player) { p.send(AnswerTyped{"20"}, AnswerGiven{}) },
	func(t *testing.T, p *player) {
		p.send(DragStarted{ByPointer: true}, LineMoved{experiment.Line{W: 6, B: -10}}, DragEnded{})
	},
	func(t *testing.T, p *player) {
		p.send(DragStarted{ByPointer: true}, LineMoved{experiment.Line{W: 2.5, B: -1}}, DragEnded{})
	},
	func(t *testing.T, p *player) {
		for range 5 {
			p.send(StepPressed{})
			p.finish(t)
		}
	},
	func(t *testing.T, p *player) { p.send(TrainPressed{AtOnce: true}); p.finish(t) },
	func(t *testing.T, p *player) { p.send(StepButtonPressed{}); p.finish(t) },
	func(t *testing.T, p *player) { p.send(ChoiceMade{2}, ChoiceMade{1}) },
}

func short(v float64) string { return fmt.Sprintf("%.6g", v) }

// TestTheFirstLesson goes through it, with a reload at every step, and compares what it
// says with what is computed.
func TestTheFirstLesson(t *testing.T) {
	for _, reloads := range []bool{false, true} {
		p := greeted()
		a := p.ActivityNow()
		if a == nil || len(a.Steps) != 7 || len(tour) != 7 {
			t.Fatalf("an empty address opens %v, want the lesson of seven steps", a)
		}
		says := func(words experiment.Words, want string) {
			t.Helper()
			if got := p.Filled(words.In("en"), short, func(w, b float64) string { return short(w) + "x" + short(b) }); !strings.Contains(got, want) {
				t.Errorf("the lesson says %q, want %q in it", got, want)
			}
		}
		for i, do := range tour {
			step, _ := p.StepNow()
			if got := p.stepNumber(); got != i {
				t.Fatalf("at step %d, want %d", got, i)
			}
			switch i {
			case 0:
				if !p.AwaitingAnswer() {
					t.Error("the training does not wait for the mark")
				}
				p.send(AnswerTyped{"many"}, AnswerGiven{})
				if p.Challenge.Way.Typed.Problem == nil || p.CanGoOn() {
					t.Error("“many” is taken for a number")
				}
			case 1:
				if line, _ := p.InitialLine(); line != (experiment.Line{W: 10, B: -10}) {
					t.Errorf("the first guess is %v, want 10x − 10", line)
				}
				if loss, _ := p.GuessLoss(); math.Abs(loss-195.67) > 0.005 {
					t.Errorf("its loss is %v, want 195.67", loss)
				}
			case 2:
				if p.CanGoOn() {
					t.Error("the goal counts as reached before anything was dragged")
				}
			case 3:
				if line, _ := p.InitialLine(); line != (experiment.Line{W: 10, B: -10}) {
					t.Errorf("the first guess is %v again, want 10x − 10", line)
				}
			case 5:
				says(step.Text, "says 19.1302")
				says(step.Text, "You said 20")
			case 6:
				says(step.Text, "says 18.9")
			}
			do(t, p)
			if !p.StepDone() && step.Next != experiment.WhenPressed || !p.CanGoOn() {
				t.Fatalf("step %d is not done: %+v", i+1, p.Challenge.Way)
			}
			switch i {
			case 2:
				says(step.Feedback, "a loss of 1.")
			case 4:
				says(step.Feedback, "a loss of 0.00195")
			case 5:
				if y := p.Predict(10)[0]; y < 18.9752 || y > 18.9878 {
					t.Errorf("trained as Keras does, the answer is %v, want one from Keras's starts", y)
				}
			}
			if reloads {
				p = p.reloaded(t)
				if got := p.stepNumber(); got != i || !p.CanGoOn() {
					t.Fatalf("loaded again at step %d, it is at %d: %+v", i, got, p.Challenge.Way)
				}
			}
			undone := p.Session
			for _, m := range []Msg{UndoPressed{}, UndoPressed{}, RedoPressed{}} {
				undone, _ = Update(undone, m)
				if !reflect.DeepEqual(undone.Challenge.Way, p.Challenge.Way) {
					t.Fatalf("%T at step %d changes what was answered: %+v", m, i+1, undone.Challenge.Way)
				}
			}
			if i < len(tour)-1 {
				p.send(StepEntered{})
			}
		}
		if got := p.Score(); got != 100 || !p.Completed() {
			t.Errorf("the score is %v at the end, want 100", got)
		}
		p.send(TourLeft{})
		if p.ActivityNow() != nil || p.stored["tour"] == "" || strings.Contains(p.link, "activity") {
			t.Errorf("the lesson stays after its end: link %q, stored %v", p.link, p.stored)
		}
		again := openFirst("")
		again.send(PreferencesRead{Tour: p.stored["tour"]}, Navigated{})
		if again.ActivityNow() != nil {
			t.Error("who has left the lesson gets it again")
		}
	}
}

// TestWhatTheLastStepSays: 222 epochs a digit, and 19.0000 after 5,000.
func TestWhatTheLastStepSays(t *testing.T) {
	p := openLive("seed=1&epochs=5000&play=0")
	p.send(TrainPressed{AtOnce: true})
	p.finish(t)
	if y := p.Predict(10)[0]; fmt.Sprintf("%.4f", y) != "19.0000" {
		t.Errorf("after 5,000 epochs the answer is %v, want 19.0000", y)
	}
	e, _ := p.Explain()
	if digit, _ := e.Digit(); digit != 222 {
		t.Errorf("a digit takes %d epochs, want 222", digit)
	}
}

// TestAddressesThatSaySomething open what they say, and whoever knows leaves.
func TestAddressesThatSaySomething(t *testing.T) {
	p := openFirst("")
	p.send(PreferencesRead{}, Navigated{Fragment: "w=10&b=-10"})
	if p.ActivityNow() != nil {
		t.Error("a link of an experiment opens the lesson")
	}
	p = greeted()
	p.send(TourLeft{}, TrainPressed{AtOnce: true})
	p.finish(t)
	if p.Run.Phase != Finished || p.stored["tour"] == "" {
		t.Errorf("after Skip the run is %v, stored %v", p.Run.Phase, p.stored)
	}
	p = openFirst("")
	p.send(PreferencesRead{}, Navigated{Fragment: "activity=first-neuron&embed=1"}, TourLeft{})
	if p.ActivityNow() == nil {
		t.Error("the lesson of a course can be skipped")
	}
}

// TestStepsGoBack: what was made stays, and what a step sets is set once.
func TestStepsGoBack(t *testing.T) {
	p := greeted()
	tour[0](t, p)
	p.send(StepEntered{})
	tour[1](t, p)
	p.send(StepEntered{Back: true})
	if p.Challenge.Way.Typed.Text != "20" || !p.CanGoOn() {
		t.Errorf("back at step 1 her answer is %q", p.Challenge.Way.Typed.Text)
	}
	p.send(StepEntered{})
	if line, _ := p.InitialLine(); line != (experiment.Line{W: 6, B: -10}) {
		t.Errorf("forward again her line is %v, want what she dragged", line)
	}
	for range 9 {
		p.send(StepEntered{Back: true})
	}
	if p.stepNumber() != 0 {
		t.Errorf("before the first step is %d", p.stepNumber())
	}
}

// TestWrongAnswers do not count, and after three of them the way is free.
func TestWrongAnswers(t *testing.T) {
	text := "First Neuron activity 1\nstep\nask=number\nright=19:0.5\nquestion=How many?\nstep\ntext=End"
	a, problems := experiment.DecodeActivity(text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := openFirst(experiment.Encode(experiment.Default().WithActivity(a)))
	for i, answer := range []string{"1", "2", "3"} {
		if p.CanGoOn() {
			t.Fatalf("after %d wrong answers the way is free", i)
		}
		p.send(AnswerTyped{answer}, AnswerGiven{})
	}
	if !p.CanGoOn() || p.Score() != 0 {
		t.Errorf("after three wrong answers: free %v, score %v, want free and 0", p.CanGoOn(), p.Score())
	}
	p.send(AnswerTyped{"19.4"}, AnswerGiven{})
	if p.Score() != 100 {
		t.Errorf("19.4 scores %v, want 100", p.Score())
	}
}

// TestAnActivityIsFetched: until it comes the link says its name, then its first step
// sets what the link does not say otherwise.
func TestAnActivityIsFetched(t *testing.T) {
	p := openFirst("")
	p.send(Navigated{Fragment: "activity=own&w=3&b=4"})
	if len(p.asked) == 0 || p.ActivityNow() != nil {
		t.Fatalf("asked for %v, activity %v", p.asked, p.ActivityNow())
	}
	p.send(ActivityFetched{Name: "own", OK: true, Text: "First Neuron activity 1\nstep\ntext=One\nset=w=1&b=2&epochs=7"})
	if line, _ := p.InitialLine(); p.Experiment.Epochs != 7 || line != (experiment.Line{W: 3, B: 4}) || p.ActivityNow() == nil {
		t.Errorf("it came with %d epochs and %v, want 7 and the link's 3x + 4", p.Experiment.Epochs, line)
	}
	if got, want := experiment.Encode(p.Experiment), "activity=own&epochs=7&w=3&b=4"; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
	p = openFirst("")
	p.send(Navigated{Fragment: "activity=nothing"}, ActivityFetched{Name: "nothing"})
	if p.ActivityNow() != nil || len(p.Notices) != 1 {
		t.Errorf("of an unknown activity the page says %v", p.Notices)
	}
}
