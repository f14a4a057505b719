package session

import (
	"strconv"
	"time"

	"firstneuron/pkg/experiment"
)

// Progress is what one slice of training brought.
type Progress struct {
	Run      int
	Timeline Timeline
	// Took is how long the slice took, PredictTook how long one prediction, once done.
	Took, PredictTook time.Duration
	// Done is set when as many epochs as were asked for are trained, Stopped when
	// a callback ended the training before its goal; it is done then, too.
	Done, Stopped bool
	// Diverged is set when a loss, or a weight, was no longer finite.
	Diverged *Divergence
	// Problem is set when the training could not start.
	Problem *experiment.Problem
}

func (p Progress) update(s Session) (Session, []Effect) {
	s, effects := s.progress(p)
	if s.Run.Phase != Finished && s.Run.Phase != Diverged {
		return s.checkGoals(), effects
	}
	s.seen = true
	switch {
	case s.Run.plays && s.Run.took < playable:
		var played []Effect
		s, played = s.playBack()
		effects = append(effects, played...)
	case s.Run.Phase == Diverged && !s.Run.auto:
		s = s.moveTo(s.LastInSight())
	}
	s.Run.plays = false
	return s.checkGoals(), effects
}

// progress takes what a slice brought, unless its run is over.
func (s Session) progress(p Progress) (Session, []Effect) {
	if p.Run != s.Run.ID || s.Run.Phase != Running {
		return s, nil
	}
	if p.Problem != nil {
		s.Run.Phase, s.Run.Problem = Paused, p.Problem
		return s, nil
	}
	s.Run.Timeline = p.Timeline
	s.Run.took, s.Run.predictTook = s.Run.took+p.Took, p.PredictTook
	switch {
	case p.Diverged != nil:
		s.Run.Phase, s.Run.Problem = Diverged, s.divergence(*p.Diverged)
	case p.Done && !p.Stopped && s.Run.until < s.Run.Goal:
		s.Run.Phase = Paused
	case p.Done:
		s.Run.Phase, s.Run.Goal = Finished, p.Timeline.Last().Epoch
	default:
		return s, []Effect{NextSlice{Run: p.Run}}
	}
	if s.Run.auto {
		return s.catchUp() // with what was edited meanwhile
	}
	return s, nil
}

// Divergence is the place of the first loss that is not finite, both counted
// from 1.
type Divergence struct{ Epoch, Step int }

// The codes of the Problem of a run that diverged. The arguments are epoch,
// step and rate, and for a rate above the data's limit that limit too.
const (
	CodeDiverged   = "diverged"
	CodeAboveLimit = "diverged_above_limit"
)

// divergence says where a run diverged and, where it is known, why.
func (s Session) divergence(at Divergence) *experiment.Problem {
	p := &experiment.Problem{Code: CodeDiverged, Args: map[string]string{
		"epoch": strconv.Itoa(at.Epoch),
		"step":  strconv.Itoa(at.Step),
		"rate":  s.Run.trained.Value("lr"),
	}}
	if limit, ok := s.Run.trained.RateLimit(); ok && s.Run.trained.Optimizer.LearningRate > limit.Stable {
		p.Code, p.Args["limit"] = CodeAboveLimit, strconv.FormatFloat(limit.Stable, 'g', 3, 64)
	}
	return p
}
