package session

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// Way is how far the learner is in an activity.
type Way struct {
	// Step is the step that she is at, Furthest the last one that she has entered, both
	// from 0.
	Step, Furthest int
	// Typed is her answer to the step's question, as typed.
	Typed Draft
	// Records are what she has done at each step that she has entered.
	Records []StepRecord
}

// StepRecord is what a learner has answered and reached at a step. What was right or
// reached stays so.
type StepRecord struct {
	// Answer is her last answer, once Answered; of a choice its number, from 1.
	Answer   float64
	Answered bool
	// Right is set once an answer was right, and Tries counts the answers.
	Right bool
	Tries int
	// Reached says which of the step's goals are.
	Reached [experiment.MaxGoals]bool
}

// enoughTries is after how many wrong answers a step can be left all the same.
const enoughTries = 3

// ActivityNow returns the activity that guides the learner, nil for none.
func (s Session) ActivityNow() *experiment.Activity {
	if a := s.Experiment.Activity; a != nil && len(a.Steps) > 0 {
		return a
	}
	return nil
}

// StepNow returns the step of the activity that the learner is at.
func (s Session) StepNow() (step experiment.ActivityStep, ok bool) {
	a := s.ActivityNow()
	if a == nil {
		return experiment.ActivityStep{}, false
	}
	return a.Steps[s.stepNumber()], true
}

// stepNumber is the number of the step, which no other activity can have made too large.
func (s Session) stepNumber() int {
	a := s.ActivityNow()
	if a == nil {
		return 0
	}
	return min(max(s.Challenge.Way.Step, 0), len(a.Steps)-1)
}

// StepNumber returns the number of the step, from 1; 0 where there is no activity.
func (s Session) StepNumber() int {
	if s.ActivityNow() == nil {
		return 0
	}
	return s.stepNumber() + 1
}

// RecordOf returns what the learner has done at a step, from 0.
func (w Way) RecordOf(step int) StepRecord {
	if step < 0 || step >= len(w.Records) {
		return StepRecord{}
	}
	return w.Records[step]
}

// with returns the way with the record of a step.
func (w Way) with(step int, record StepRecord) Way {
	records := make([]StepRecord, max(len(w.Records), step+1))
	copy(records, w.Records)
	records[step] = record
	w.Records = records
	return w
}

// begun reports whether the learner has done anything on her way.
func (w Way) begun() bool {
	return w.Furthest > 0 || w.Typed.Text != "" || slices.ContainsFunc(w.Records, func(r StepRecord) bool { return r != StepRecord{} })
}

// staged shows what the step shows: see [experiment.Experiment.AtStep].
func (s Session) staged() Session {
	s.Experiment = s.Experiment.AtStep(s.stepNumber())
	return s
}

// AnswerTyped says that the box of the step's question holds Text, or that a mark was
// put on the chart there.
type AnswerTyped struct{ Text string }

func (m AnswerTyped) update(s Session) (Session, []Effect) {
	s.Challenge.Way.Typed = Draft{Text: m.Text}
	return s, nil
}

// AnswerGiven says that this is her answer.
type AnswerGiven struct{}

func (AnswerGiven) update(s Session) (Session, []Effect) {
	step, ok := s.StepNow()
	if !ok || !step.Ask.Asks() || step.Ask.Kind == experiment.ChoiceAsk {
		return s, nil
	}
	answer, problem := experiment.ParseNumber(s.Challenge.Way.Typed.Text)
	if problem != nil {
		s.Challenge.Way.Typed.Problem = problem
		return s, []Effect{FocusProblem{}}
	}
	return s.stepAnswered(answer)
}

// ChoiceMade says that her answer is one of the choices, counted from 1.
type ChoiceMade struct{ Number int }

func (m ChoiceMade) update(s Session) (Session, []Effect) {
	step, ok := s.StepNow()
	if !ok || step.Ask.Kind != experiment.ChoiceAsk || m.Number < 1 || m.Number > len(step.Ask.Choices) {
		return s, nil
	}
	return s.stepAnswered(float64(m.Number))
}

// stepAnswered takes an answer to the step's question, and begins what waited for it.
func (s Session) stepAnswered(answer float64) (Session, []Effect) {
	step, _ := s.StepNow()
	way, at := s.Challenge.Way, s.stepNumber()
	record := way.RecordOf(at)
	waited := s.AwaitingAnswer()
	record.Answer, record.Answered, record.Tries = answer, true, record.Tries+1
	record.Right = record.Right || step.Ask.Accepts(answer)
	way.Typed.Problem = nil
	s.Challenge.Way = way.with(at, record)
	if waited {
		return s.catchUp()
	}
	return s, nil
}

// StepEntered goes to another step of the activity: forward, or back.
type StepEntered struct{ Back bool }

func (m StepEntered) update(s Session) (Session, []Effect) {
	to := s.stepNumber() + 1
	if m.Back {
		to -= 2
	}
	a := s.ActivityNow()
	if a == nil || to < 0 || to >= len(a.Steps) || !m.Back && !s.CanGoOn() {
		return s, nil
	}
	return s.enter(to)
}

// enter goes to a step. What it sets is set once: who comes back finds what she has made.
func (s Session) enter(to int) (Session, []Effect) {
	way := s.Challenge.Way
	left, _ := s.StepNow()
	first := to > way.Furthest
	way.Step, way.Furthest, way.Typed = to, max(way.Furthest, to), Draft{}
	if record := way.RecordOf(to); record.Answered {
		way.Typed.Text = experiment.FormatNumber(record.Answer)
	}
	s.Challenge.Way = way
	s = s.staged()
	step, _ := s.StepNow()
	var effects []Effect
	if e, _ := s.Experiment.Applied(step.Set); first && !e.Equal(s.Experiment) {
		panel := s.Experiment.Open
		s, effects = s.edited(newEdit(e), "")
		if e.Open != panel {
			s = s.opened(e.Open)
		}
	}
	if left.Look == experiment.WhyLook {
		s.WhyOpen = false
	}
	switch step.Look {
	case experiment.WhyLook:
		s.WhyOpen = true
		s = s.opened(experiment.ExplorePanel)
	case experiment.StepLook:
		s.StepTrace = StepTrace{Open: true, pending: -1}
		s = s.inSight().opened(experiment.ExplorePanel)
	default:
		if left.Look != "" || !slices.ContainsFunc(s.Experiment.PanelsOf(), func(p experiment.Panel) bool { return p.Key == s.Panel }) {
			s = s.closed()
		}
	}
	return s.checkGoals(), append(effects, FocusStep{})
}

// closed closes the open panel, but not all where all are laid out.
func (s Session) closed() Session {
	if s.Panel != experiment.AllPanels {
		s.Panel = ""
	}
	return s
}

// StepButtonPressed is the button of the step: it sets what the author says, and trains.
type StepButtonPressed struct{}

func (StepButtonPressed) update(s Session) (Session, []Effect) {
	step, ok := s.StepNow()
	if !ok || len(step.Button) == 0 || s.AwaitingAnswer() || s.Run.Phase == Running {
		return s, nil
	}
	e, _ := s.Experiment.Applied(step.Press)
	s, effects := s.edited(newEdit(e), "")
	s, training := s.toEnd().untrained().train(s.Experiment.Epochs)
	return s, append(effects, training...)
}

// TourLeft ends the first lesson, since the learner skips the rest or is at its end. The
// page opens without it from then on, where the browser keeps that.
type TourLeft struct{}

func (TourLeft) update(s Session) (Session, []Effect) {
	if !s.CanLeave() {
		return s, nil
	}
	s.greets = false
	s.Challenge = Challenge{}
	s.WhyOpen = false
	s = s.closed().inEveryEdit(func(e experiment.Experiment) experiment.Experiment {
		e.Activity = nil
		return e.AtStep(0)
	})
	return s, []Effect{StorePreference{Name: "tour", Value: "1"}, s.writeFragment(), KeepSnapshot{}}
}

// CanLeave reports whether the learner may put the activity aside: it is the first
// lesson, and nobody has put it into a course for her.
func (s Session) CanLeave() bool {
	a := s.ActivityNow()
	return a != nil && a.Name == experiment.FirstActivity && !s.Experiment.Embed
}

// ActivityFetched brings the text of an activity of the gallery; OK is not set where
// there is none.
type ActivityFetched struct {
	Name, Text string
	OK         bool
}

func (m ActivityFetched) update(s Session) (Session, []Effect) {
	if s.Experiment.Pending() != m.Name || m.Name == "" {
		return s, nil
	}
	a, problems := (*experiment.Activity)(nil), []*experiment.Problem(nil)
	if m.OK {
		a, problems = experiment.DecodeActivity(m.Text)
	}
	if a == nil || len(a.Steps) == 0 {
		s.Notices = append(slices.Clip(s.Notices), experiment.NewProblem(CodeNoActivity, "text", experiment.Quote(m.Name)))
		s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Activity = nil; return e })
		return s, nil
	}
	a.Name = m.Name
	s.fetched = a
	way, e := s.Challenge, s.Experiment.Fetched(a)
	s, effects := s.startOver(e, append(slices.Clip(s.Notices), problems...))
	s.Challenge = way
	return s, effects
}

// CodeNoActivity says that the gallery has no such activity, with the argument text.
const CodeNoActivity = "no_activity"

// awaitsStep reports whether the step's question keeps the training until it is answered.
func (s Session) awaitsStep() bool {
	step, ok := s.StepNow()
	return ok && step.Ask.Wait && !s.Challenge.Way.RecordOf(s.stepNumber()).Answered
}

// StepDone reports whether the step's question is answered rightly and its goals are
// reached, and the learner has seen it.
func (s Session) StepDone() bool {
	step, ok := s.StepNow()
	if !ok || s.Playback.First {
		return false
	}
	return s.earned(s.stepNumber()) == step.Points()
}

// CanGoOn reports whether the next step can be entered.
func (s Session) CanGoOn() bool {
	step, ok := s.StepNow()
	if !ok || s.stepNumber() < s.Challenge.Way.Furthest || step.Next == experiment.WhenPressed || s.StepDone() {
		return ok
	}
	record := s.Challenge.Way.RecordOf(s.stepNumber())
	return step.Ask.Asks() && record.Tries >= enoughTries && !slices.Contains(record.Reached[:len(step.Goals)], false)
}

// earned returns how many points of the score a step has brought.
func (s Session) earned(step int) int {
	a, record, points := s.ActivityNow(), s.Challenge.Way.RecordOf(step), 0
	if a.Steps[step].Ask.Asks() && record.Right {
		points++
	}
	for i := range a.Steps[step].Goals {
		if record.Reached[i] {
			points++
		}
	}
	return points
}

// activityScore is the part of the questions and goals that are answered and reached,
// from 0 to 100; where there are none, that of the steps entered.
func (s Session) activityScore() float64 {
	a := s.ActivityNow()
	earned, points := 0, 0
	for i, step := range a.Steps {
		earned, points = earned+s.earned(i), points+step.Points()
	}
	if points == 0 {
		earned, points = s.Challenge.Way.Furthest+1, len(a.Steps)
	}
	return math.Round(100*100*float64(earned)/float64(points)) / 100
}

// checkStep looks which goals of the step are reached.
func (s Session) checkStep() Session {
	step, ok := s.StepNow()
	if !ok {
		return s
	}
	return s.reach(step, func(goal experiment.Goal) bool { return s.reaches(goal) })
}

// checkGuess looks which of the step's goals a guess made by hand reaches.
func (s Session) checkGuess(loss float64) Session {
	step, ok := s.StepNow()
	if !ok {
		return s
	}
	return s.reach(step, func(goal experiment.Goal) bool { return goal.Kind == experiment.GuessGoal && loss < goal.Loss })
}

// reach notes the goals of the step that are reached now.
func (s Session) reach(step experiment.ActivityStep, reached func(experiment.Goal) bool) Session {
	record := s.Challenge.Way.RecordOf(s.stepNumber())
	before := record
	for i, goal := range step.Goals {
		record.Reached[i] = record.Reached[i] || reached(goal)
	}
	if record != before {
		s.Challenge.Way = s.Challenge.Way.with(s.stepNumber(), record)
	}
	return s
}

// Mark is the learner's own mark on the chart: her last answer to a question that asked
// for one, or what she is typing. Asking is set while its place is asked.
func (s Session) Mark() (at experiment.Point, known, asking bool) {
	a := s.ActivityNow()
	if a == nil {
		return experiment.Point{}, false, false
	}
	for i := s.stepNumber(); i >= 0; i-- {
		ask, record := a.Steps[i].Ask, s.Challenge.Way.RecordOf(i)
		if ask.Kind != experiment.MarkAsk {
			continue
		}
		at.X, at.Y, known = ask.X, record.Answer, record.Answered
		if i == s.stepNumber() {
			asking = true
			if y, problem := experiment.ParseNumber(s.Challenge.Way.Typed.Text); problem == nil {
				at.Y, known = y, true
			}
		}
		return at, known, asking
	}
	return at, false, false
}

// Filled returns words of an activity with the numbers that they leave room for: {loss},
// {y}, {x}, {w}, {b}, {epoch} of what is shown, and {mark}, the learner's own answer.
// {line} is the formula of a line, {best} the least loss by hand. number and formula write
// them.
func (s Session) Filled(text string, number func(float64) string, formula func(w, b float64) string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var pairs []string
	put := func(name string, v float64, ok bool) {
		value := "?"
		if ok {
			value = number(v)
		}
		pairs = append(pairs, "{"+name+"}", value)
	}
	shown := s.Shown()
	loss, known := s.GuessLoss()
	put("loss", loss, known)
	put("x", s.Experiment.Predict, true)
	y := 0.0
	ys := s.Predict(s.Experiment.Predict)
	if len(ys) == 1 {
		y = ys[0]
	}
	put("y", y, len(ys) == 1)
	line, isLine := s.Experiment.Layout().Line(shown.Params)
	put("w", line.W, isLine)
	put("b", line.B, isLine)
	if isLine {
		pairs = append(pairs, "{line}", formula(line.W, line.B))
	}
	pairs = append(pairs, "{epoch}", strconv.Itoa(shown.Epoch))
	mark, marked, _ := s.Mark()
	put("mark", mark.Y, marked)
	best, guessed := s.OwnBest()
	put("best", best, guessed)
	return strings.NewReplacer(pairs...).Replace(text)
}
