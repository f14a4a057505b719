package session

import (
	"math"

	"firstneuron/pkg/experiment"
)

// StepDone reports whether the step's question is answered rightly and its goals are
// reached, and the learner has seen it.
func (s Session) StepDone() bool {
	step, ok := s.StepNow()
	if !ok || s.Playback.First {
		return false
	}
	return s.earned(s.stepNumber()) == step.Points()
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
