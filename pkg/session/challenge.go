package session

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment"
)

// Challenge is how far the learner has come with what the author asks of her:
// the experiment's Task.
type Challenge struct {
	// Guess is her own prediction as typed, Answer what it says once Answered.
	Guess    Draft
	Answer   float64
	Answered bool
	// Trained is set when a training has come to its end, Reached holds the
	// goals that trainings have reached. What was reached stays reached.
	Trained bool
	Reached []experiment.Goal
	// Way is how far she is in an activity of several steps.
	Way Way
}

// GuessTyped says that the box of the learner's prediction holds Text.
type GuessTyped struct{ Text string }

func (m GuessTyped) update(s Session) (Session, []Effect) {
	s.Challenge.Guess = Draft{Text: m.Text}
	return s, nil
}

// GuessGiven says that this is her answer.
type GuessGiven struct{}

func (GuessGiven) update(s Session) (Session, []Effect) {
	answer, problem := experiment.ParseNumber(s.Challenge.Guess.Text)
	if problem != nil {
		s.Challenge.Guess.Problem = problem
		return s, []Effect{FocusProblem{}}
	}
	return s.answered(answer)
}

// AwaitingAnswer reports whether the author's question waits for an answer: until then
// nothing is trained.
func (s Session) AwaitingAnswer() bool {
	return s.Experiment.Question != "" && !s.Challenge.Answered || s.awaitsStep()
}

// hideAnswers closes every view that would tell the answer, trained weights
// included, while the author's question waits for one. A link, a file, Redo and
// the page around this one can ask it.
func (s Session) hideAnswers() Session {
	if !s.AwaitingAnswer() {
		return s
	}
	s.Explore = closeExplore(s.Explore)
	if s.Run.Phase != Untrained {
		s = s.toEnd().untrained()
	}
	return s
}

// Score is what the learner has reached, from 0 to 100 with at most two
// decimals: the part of the goals, or, where there are none, all as soon as a
// training has come to its end.
func (s Session) Score() float64 {
	if s.ActivityNow() != nil {
		return s.activityScore()
	}
	goals := s.Experiment.Goals
	if len(goals) == 0 {
		if s.Challenge.Trained {
			return 100
		}
		return 0
	}
	reached := 0
	for _, goal := range goals {
		if s.HasReached(goal) {
			reached++
		}
	}
	return math.Round(100*100*float64(reached)/float64(len(goals))) / 100
}

// Completed reports whether nothing is left to reach.
func (s Session) Completed() bool { return s.Score() == 100 }

// HasReached reports whether a training has reached a goal.
func (s Session) HasReached(goal experiment.Goal) bool {
	return slices.Contains(s.Challenge.Reached, goal)
}

// answered takes the learner's prediction, and begins what waited for it.
func (s Session) answered(answer float64) (Session, []Effect) {
	s.Challenge.Answer, s.Challenge.Answered = answer, true
	if s.Experiment.Auto && s.Run.Phase == Untrained {
		return s.train(s.Experiment.Epochs)
	}
	return s.catchUp()
}

// checkGoals looks which goals a training has reached that has come to rest. A
// running one is not looked at: how far it is by a frame is chance.
func (s Session) checkGoals() Session {
	if s.Run.Phase == Running || s.Run.Phase == Untrained {
		return s
	}
	c := s.Challenge
	c.Trained = c.Trained || s.Run.Phase == Finished || s.Run.Phase == Diverged
	c.Reached = slices.Clone(c.Reached)
	for _, goal := range s.Experiment.Goals {
		if !s.HasReached(goal) && s.reaches(goal) {
			c.Reached = append(c.Reached, goal)
		}
	}
	s.Challenge = c
	return s.checkStep()
}

// accuracyWork is how many multiplications are spent on the search for an epoch with an
// accuracy: about a tenth of a second.
const accuracyWork = 200_000_000

// reachesAccuracy reports whether an epoch of the run has a goal's share of points in the
// right class. Where there are many epochs, points and weights it looks at some of the
// epochs, evenly, and at the last.
func (s Session) reachesAccuracy(goal experiment.Goal) bool {
	t := s.Run.Timeline
	work := float64(t.Len()) * float64(len(s.Experiment.Points)) * float64(len(t.First().Params)+1)
	stride := 1 + int(work/accuracyWork)
	for i := t.Len() - 1; i >= 0; i -= stride {
		r := t.Record(i)
		if !r.Logged() || r.Params == nil || goal.Within > 0 && r.Epoch > goal.Within {
			continue
		}
		share, measured := s.AccuracyOf(r.Params)
		if !math.IsNaN(measured) {
			share = measured
		}
		if share >= goal.Accuracy {
			return true
		}
	}
	return false
}

// reaches reports whether the run reaches a goal.
func (s Session) reaches(goal experiment.Goal) bool {
	switch goal.Kind {
	case experiment.LossGoal:
		for _, r := range s.Run.Timeline.All() {
			if r.Logged() && r.Loss < goal.Loss && (goal.Within == 0 || r.Epoch <= goal.Within) {
				return true
			}
		}
	case experiment.ValidationGoal:
		for _, r := range s.Run.Timeline.All() {
			if r.Validated && r.Validation < goal.Loss && (goal.Within == 0 || r.Epoch <= goal.Within) {
				return true
			}
		}
	case experiment.AccuracyGoal:
		return s.reachesAccuracy(goal)
	case experiment.PredictGoal:
		ys := s.PredictAt(s.Run.Timeline.Last().Params, goal.X)
		return s.Run.Phase != Diverged && len(ys) == 1 && math.Abs(ys[0]-goal.Y) <= goal.Tolerance
	case experiment.DivergeGoal:
		return s.Run.Phase == Diverged
	case experiment.EpochsGoal:
		return s.Run.Timeline.Last().Epoch >= goal.Within
	}
	return false
}
