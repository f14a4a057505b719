package session

import "firstneuron/pkg/experiment"

// Resumed says that the learner has been so far in the activity before: a text of
// [Way.Progress].
type Resumed struct{ Progress string }

func (m Resumed) update(s Session) (Session, []Effect) {
	way, ok := ReadProgress(m.Progress)
	if !ok || s.Experiment.Activity == nil {
		return s, nil
	}
	if record := way.RecordOf(way.Step); record.Answered {
		way.Typed.Text = experiment.FormatNumber(record.Answer)
	}
	s.Challenge.Way = way
	if s = s.staged(); s.Run.Phase == Untrained && s.trainedBefore() {
		return s.train(s.Experiment.Epochs) // the step may speak of what came of it
	}
	return s, nil
}

// trainedBefore reports whether a goal of a training was reached on the way.
func (s Session) trainedBefore() bool {
	a := s.ActivityNow()
	if a == nil {
		return false
	}
	for i, step := range a.Steps {
		for g, goal := range step.Goals {
			if goal.Kind != experiment.GuessGoal && s.Challenge.Way.RecordOf(i).Reached[g] {
				return true
			}
		}
	}
	return false
}

// Answers are what the learner has answered at each step of the activity; ok is false
// for a step without an answer.
func (s Session) Answers() (answers []float64, ok []bool) {
	a := s.ActivityNow()
	if a == nil {
		return nil, nil
	}
	for i := range a.Steps {
		record := s.Challenge.Way.RecordOf(i)
		answers, ok = append(answers, record.Answer), append(ok, record.Answered)
	}
	return answers, ok
}
