package session

import "firstneuron/pkg/experiment"

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

// awaitsStep reports whether the step's question keeps the training until it is answered.
func (s Session) awaitsStep() bool {
	step, ok := s.StepNow()
	return ok && step.Ask.Wait && !s.Challenge.Way.RecordOf(s.stepNumber()).Answered
}
