package session

import (
	"math"

	"firstneuron/pkg/experiment"
)

// atOnce is how many products of a weight with a point are worked out while something
// moves: more would cost a frame.
const atOnce = 2_000_000

// GuessLoss returns the loss of the weights that are shown, over the points that are
// trained on: for the mean squared error the mean of the squares that the chart
// draws. It is what the next epoch logs when all points are one batch. ok is false
// where there is no such number, and for a large model while something moves.
func (s Session) GuessLoss() (loss float64, ok bool) {
	return s.lossOver(s.Experiment.Points[:len(s.Experiment.Points)-s.Experiment.ValidationPoints()])
}

// TestLoss returns the loss of the weights that are shown over the points that are only
// measured, as GuessLoss does over the others.
func (s Session) TestLoss() (loss float64, ok bool) {
	return s.lossOver(s.Experiment.Points[len(s.Experiment.Points)-s.Experiment.ValidationPoints():])
}

func (s Session) lossOver(points []experiment.Point) (loss float64, ok bool) {
	params := s.Shown().Params
	moves := s.Run.Phase == Running || s.Playback.On || s.Dragging()
	if len(points) == 0 || moves && len(points)*len(params) > atOnce {
		return 0, false
	}
	places, ys := make([]experiment.Place, len(points)), make([]float64, len(points))
	for i, p := range points {
		places[i], ys[i] = p.X, p.Y
	}
	logs, ok := s.derived().predictor.evaluate(params, places, ys)
	loss = logs.Get("loss")
	return loss, ok && !math.IsNaN(loss) && !math.IsInf(loss, 0)
}

// BestGuess is the least loss of a first guess that the learner has made herself, of
// the experiment whose loss it is.
type BestGuess struct {
	Loss  float64
	Known bool
	of    experiment.Experiment
}

// withGuess notes the loss of the first guess that the learner has just made.
func (s Session) withGuess() Session {
	loss, ok := s.GuessLoss()
	if !ok || s.Shown().Epoch > 0 {
		return s
	}
	if best := s.Guess; !best.Known || loss < best.Loss || !best.of.SameLoss(s.Experiment) {
		s.Guess = BestGuess{Loss: loss, Known: true, of: s.Experiment}
	}
	return s.checkGuess(loss)
}

// OwnBest returns the least loss of a first guess of the learner's own, for the points
// and the loss at hand.
func (s Session) OwnBest() (loss float64, ok bool) {
	if !s.Guess.Known || !s.Guess.of.SameLoss(s.Experiment) {
		return 0, false
	}
	return s.Guess.Loss, true
}

// isGuess reports whether a message is about a weight or a setting that the learner types
// or drags herself: a first guess among them is made by hand.
func isGuess(m Msg) bool {
	switch m.(type) {
	case WeightMoved, WeightTyped, WeightTypedOut, SettingTyped, SettingStepped, SettingSlid:
		return true
	default:
		return false
	}
}

func sameLine(a, b *experiment.Line) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
