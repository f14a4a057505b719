package session

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// The numbers of a goal, as the fields of the desk name them.
const (
	LossNumber      = "loss"
	WithinNumber    = "within"
	XNumber         = "x"
	X2Number        = "x2"
	YNumber         = "y"
	ToleranceNumber = "tolerance"
	AccuracyNumber  = "accuracy"
)

// MakerGoals are the goals that an author can set, in the order of the page.
func MakerGoals() []experiment.GoalKind {
	return []experiment.GoalKind{
		experiment.LossGoal, experiment.PredictGoal, experiment.GuessGoal, experiment.EpochsGoal, experiment.DivergeGoal,
		experiment.AccuracyGoal, experiment.ValidationGoal,
	}
}

// GoalsInSight are those of them that the page can reach with its data and model.
func (s Session) GoalsInSight() []experiment.GoalKind {
	e := s.Experiment
	return slices.DeleteFunc(MakerGoals(), func(kind experiment.GoalKind) bool {
		switch kind {
		case experiment.PredictGoal:
			return e.Classes > 2
		case experiment.GuessGoal:
			return !e.IsLine()
		case experiment.AccuracyGoal:
			return e.Classes < 2
		case experiment.ValidationGoal:
			return e.Validation == 0
		}
		return false
	})
}

// MakerGoalAdded adds a goal to the step, with the numbers that suit what is on the page
// now.
type MakerGoalAdded struct{ Kind experiment.GoalKind }

func (m MakerGoalAdded) update(s Session) (Session, []Effect) {
	goal, ok := s.goalNow(m.Kind)
	return s.made(func(k *Maker, a *experiment.Activity) {
		goals := &a.Steps[k.Step].Goals
		if ok && len(*goals) < experiment.MaxGoals && !slices.Contains(*goals, goal) {
			*goals = append(slices.Clip(*goals), goal)
		}
	})
}

// MakerGoalTaken sets the numbers of a goal, from 0, from what is on the page now.
type MakerGoalTaken struct{ Goal int }

func (m MakerGoalTaken) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		goals := &a.Steps[k.Step].Goals
		if m.Goal < 0 || m.Goal >= len(*goals) {
			return
		}
		if goal, ok := s.goalNow((*goals)[m.Goal].Kind); ok {
			*goals = slices.Clone(*goals)
			(*goals)[m.Goal] = goal
			k.Drafts = nil
		}
	})
}

// MakerGoalRemoved removes a goal, from 0.
type MakerGoalRemoved struct{ Goal int }

func (m MakerGoalRemoved) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		if goals := &a.Steps[k.Step].Goals; m.Goal >= 0 && m.Goal < len(*goals) {
			*goals = slices.Delete(slices.Clone(*goals), m.Goal, m.Goal+1)
			k.Drafts = nil
		}
	})
}

// goalNow returns a goal with numbers from the page: from its training, once there is
// one, and else from its settings and from the line that fits best.
func (s Session) goalNow(kind experiment.GoalKind) (goal experiment.Goal, ok bool) {
	e, last := s.Experiment, s.Run.Timeline.Last()
	trained := s.Run.Phase == Finished || s.Run.Phase == Paused
	goal = experiment.Goal{Kind: kind}
	switch kind {
	case experiment.LossGoal:
		goal.Loss, goal.Within = 0.001, e.Epochs
		if trained && last.Logged() && last.Loss > 0 {
			goal.Loss, goal.Within = aboveRound(last.Loss), last.Epoch
		}
	case experiment.PredictGoal:
		goal.X, goal.Tolerance = e.Predict, 0.05
		if best, fits := s.LeastSquares(); fits && e.IsLine() {
			goal.Y = tidy(best.Solution[0]*s.Scale().Of(e.Predict[0]) + best.Solution[1])
		}
		ys := s.PredictAt(last.Params, e.Predict)
		if trained && len(ys) == 1 {
			if off := math.Abs(ys[0] - goal.Y); !e.IsLine() || off > math.Abs(goal.Y) {
				goal.Y = tidy(ys[0])
			} else if off > goal.Tolerance {
				goal.Tolerance = aboveRound(off)
			}
		}
	case experiment.ValidationGoal:
		goal.Loss = 0.1
		if trained && last.Validated && last.Validation > 0 {
			goal.Loss, goal.Within = aboveRound(last.Validation), last.Epoch
		}
	case experiment.AccuracyGoal:
		goal.Accuracy = 0.9
		if share, measured := s.AccuracyOf(last.Params); trained && e.Classes > 1 {
			if !math.IsNaN(measured) {
				share = measured
			}
			goal.Accuracy = math.Floor(100*share) / 100
		}
	case experiment.GuessGoal:
		goal.Loss = 5
		if best, known := s.OwnBest(); known && best > 0 {
			goal.Loss = aboveRound(best)
		}
	case experiment.EpochsGoal:
		if goal.Within = e.Epochs; trained && last.Epoch > 0 {
			goal.Within = last.Epoch
		}
	case experiment.DivergeGoal:
	default:
		return goal, false
	}
	return goal, true
}

// aboveRound is the next number above with one digit: 0.00004 becomes 0.00005, so that
// the same training reaches it.
func aboveRound(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	rounded, err := strconv.ParseFloat(strconv.FormatFloat((math.Floor(v/unit)+1)*unit, 'g', 2, 64), 64)
	if err != nil || rounded <= v {
		return 2 * v
	}
	return max(rounded, experiment.SmallestGoal)
}

// tidy is a number with the digits that an author would write.
func tidy(v float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if err != nil {
		return v
	}
	return rounded
}

// GoalNumbers are the numbers of a goal of a kind, by their fields.
func GoalNumbers(goal *experiment.Goal) map[string]*float64 {
	switch goal.Kind {
	case experiment.LossGoal, experiment.GuessGoal, experiment.ValidationGoal:
		return map[string]*float64{LossNumber: &goal.Loss}
	case experiment.PredictGoal:
		return map[string]*float64{XNumber: &goal.X[0], X2Number: &goal.X[1], YNumber: &goal.Y, ToleranceNumber: &goal.Tolerance}
	case experiment.AccuracyGoal:
		return map[string]*float64{AccuracyNumber: &goal.Accuracy}
	}
	return nil
}

// goalTyped sets a number of a goal of the step.
func (k *Maker) goalTyped(step *experiment.ActivityStep, field, text string) *experiment.Problem {
	number, name, _ := strings.Cut(field, ".")
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(step.Goals) {
		return nil
	}
	goal := step.Goals[i]
	if name == WithinNumber {
		goal.Within = 0
		if strings.TrimSpace(text) != "" || goal.Kind == experiment.EpochsGoal {
			within, problem := experiment.ParseInt(text, 1, experiment.MaxEpochs)
			if problem != nil {
				return problem
			}
			goal.Within = within
		}
	} else {
		into := GoalNumbers(&goal)[name]
		if into == nil {
			return nil
		}
		least := -float64(experiment.MaxAbs)
		if name == LossNumber || name == ToleranceNumber {
			least = experiment.SmallestGoal
		}
		most := float64(experiment.MaxAbs)
		if name == AccuracyNumber {
			least, most = 0, 1
		}
		v, problem := experiment.ParseNumberIn(text, least, most)
		if problem != nil {
			return problem
		}
		*into = v
	}
	step.Goals = slices.Clone(step.Goals)
	step.Goals[i] = goal
	return nil
}
