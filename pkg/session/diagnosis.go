package session

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
)

// Diagnosis says how a training diverged, with numbers.
type Diagnosis struct {
	// From and To are epochs with a finite loss, and their losses; what grew
	// did so between them.
	From, To         int
	FromLoss, ToLoss float64
	// Growth is by how much the loss was multiplied each epoch between them.
	Growth float64
	// Factor is 1 − rate·λ, by which each step multiplies the error along the
	// steep direction, and Curvature that λ; Known says whether there is such a
	// closed form.
	Factor, Curvature float64
	Known             bool
	// Rate is the rate to try instead: half the limit, or a tenth of what it
	// was where no limit is known.
	Rate float64
}

// Diagnosis returns what happened to a training that diverged; ok is false for
// any other.
func (s Session) Diagnosis() (a Diagnosis, ok bool) {
	if s.Run.Phase != Diverged {
		return Diagnosis{}, false
	}
	// The fix is for what is set by now, the numbers are of what was trained.
	a.Rate = s.Experiment.Optimizer.LearningRate / 10
	if limit, known := s.RateLimit(); known {
		a.Rate = limit.Stable / 2
	}
	trained := s.Run.trained
	if _, known := trained.RateLimit(); known {
		if analysis, known := trained.LeastSquares(); known {
			a.Known, a.Curvature = true, analysis.Eigenvalues[0]
			a.Factor = 1 - trained.Optimizer.LearningRate*a.Curvature
		}
	}
	// Three digits, rounded towards the safe side.
	power := math.Pow(10, math.Floor(math.Log10(a.Rate))-2)
	a.Rate, _ = strconv.ParseFloat(strconv.FormatFloat(math.Floor(a.Rate/power)*power, 'g', 3, 64), 64)

	records := s.Run.Timeline
	if records.Len() == 1 {
		return a, true // at once: there is nothing to compare
	}
	first, last := records.Record(1), records.Last()
	a.From, a.To, a.FromLoss, a.ToLoss = first.Epoch, last.Epoch, first.Loss, last.Loss
	if a.To > a.From && a.FromLoss > 0 && a.ToLoss > 0 {
		a.Growth = math.Pow(a.ToLoss/a.FromLoss, 1/float64(a.To-a.From))
	}
	return a, true
}

// Fix is something to do about a training that diverged.
type Fix int

// The fixes.
const (
	// LowerRate sets the rate that the diagnosis says.
	LowerRate Fix = iota
	// StandardizeX has the model normalize x before its first layer.
	StandardizeX
	// UndoLast goes back to the edit before.
	UndoLast
)

// CanFix reports whether a fix can be applied: whether there is something
// to change, in parts that are not locked.
func (s Session) CanFix(remedy Fix) bool {
	switch remedy {
	case LowerRate:
		return !s.Experiment.Locks(experiment.SetupPart)
	case StandardizeX:
		return s.Experiment.CanNormalize() && !s.Experiment.Locks(experiment.DataPart)
	case UndoLast:
		return len(s.Past) > 0
	}
	return false
}

// FixChosen applies a fix for a training that diverged, and trains.
type FixChosen struct{ Fix Fix }

func (m FixChosen) update(s Session) (Session, []Effect) {
	a, diverged := s.Diagnosis()
	if !diverged || !s.CanFix(m.Fix) {
		return s, nil
	}
	var effects []Effect
	switch m.Fix {
	case LowerRate:
		s.change = "" // a step of Undo of its own
		s, effects = s.typeSetting("lr", strconv.FormatFloat(a.Rate, 'g', -1, 64))
		s.Edit, s.change = s.withoutDraft("lr"), ""
	case StandardizeX:
		s.change = ""
		s, effects = s.typeSetting(experiment.NormalizeKey, "1")
		s.Edit, s.change = s.withoutDraft(experiment.NormalizeKey), ""
	case UndoLast:
		s, effects = s.undo()
	}
	if s.Run.Phase == Running || len(s.Problems()) > 0 {
		return s, effects
	}
	s, training := s.toEnd().untrained().train(s.Experiment.Epochs)
	return s, append(effects, training...)
}
