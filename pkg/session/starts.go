package session

import (
	"context"
	"slices"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// StartsGoal is how many starts are tried.
const StartsGoal = 200

// Starts are trainings of one experiment from many initial weights.
type Starts struct {
	Open bool
	// Tried are those that are done, Diverged how many of them have no finite
	// weights.
	Tried    []Start
	Diverged int
	// Done is set when there are no more to come.
	Done bool

	asked   experiment.Experiment
	pending int
}

// Start is one training.
type Start struct {
	// Params are the weights at its end.
	Params []float32
	// Path are, of a one-neuron model, some on the way, the first and the last
	// included.
	Path [][]float32
	// Curve is what the model answers at CurveSize xs evenly spread over
	// Session.CurveSpan, and Answer what for the x to predict.
	Curve  []float64
	Answer float64
}

// CurveSize is how many xs the curve of a start has.
const CurveSize = 41

// CurveSpan is the xs of curves: the points' and the x to predict, with room
// for 6 % at both ends.
func CurveSpan(e experiment.Experiment) Span {
	span := Span{e.Predict, e.Predict}
	for _, p := range e.Points {
		span = Span{min(span.Min, p.X), max(span.Max, p.X)}
	}
	room := 0.06 * (span.Max - span.Min)
	return Span{span.Min - room, span.Max + room}
}

// tryStarts asks for the trainings, when they are looked at.
func (s Session) tryStarts() (Session, Study) {
	if !s.Starts.Open || len(s.Problems()) > 0 {
		return s, nil
	}
	e := s.Experiment
	e.Start, e.Seed = nil, 0
	if s.Starts.pending != 0 && e.SameTraining(s.Starts.asked) && e.Predict == s.Starts.asked.Predict {
		return s, nil
	}
	s, id := s.number()
	s.Starts = Starts{Open: true, asked: e, pending: id}
	return s, TryStarts{ID: id, Experiment: e}
}

func (s Session) updateStarts(m Msg) Session {
	switch m := m.(type) {
	case StartsOpened:
		s.Starts = Starts{Open: m.Open}
	case StartsTried:
		if m.ID == s.Starts.pending && s.Starts.Open {
			s.Starts.Tried, s.Starts.Diverged, s.Starts.Done = m.Tried, m.Diverged, m.Done
		}
	}
	return s
}

// Predictions are what the trainings answer for the x to predict, in order of
// size.
func (s Starts) Predictions() []float64 {
	var all []float64
	for _, start := range s.Tried {
		all = append(all, start.Answer)
	}
	slices.Sort(all)
	return all
}

// TryStarts is the study of many starts: the seeds from 1 to StartsGoal.
type TryStarts struct {
	ID         int
	Experiment experiment.Experiment
}

// StartsTried is what a TryStarts has found by now.
type StartsTried struct {
	ID       int
	Tried    []Start
	Diverged int
	Done     bool
}

func (TryStarts) topic() string { return "starts" }

func (t TryStarts) begin() work { return &startsWork{study: t} }

type startsWork struct {
	study    TryStarts
	seed     uint64
	training *nn.Training
	path     [][]float32
	tried    []Start
	diverged int
}

func (w *startsWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	for w.seed < StartsGoal || w.training != nil {
		if !w.advance(ctx, deadline) {
			return nil, true // the training at hand says what is wrong
		}
		if !time.Now().Before(deadline) {
			break
		}
	}
	done := w.seed == StartsGoal && w.training == nil
	return StartsTried{ID: w.study.ID, Tried: slices.Clip(w.tried), Diverged: w.diverged, Done: done}, done
}

// advance begins a training, or goes on with the one at hand.
func (w *startsWork) advance(ctx context.Context, deadline time.Time) bool {
	if w.training == nil {
		w.seed++
		e := w.study.Experiment
		e.Seed = w.seed
		model, err := e.Model()
		if err != nil {
			return false
		}
		config := e.FitConfig()
		x, y := e.Data()
		if w.training, err = model.NewTraining(x, y, config); err != nil {
			return false
		}
		w.path = nil
		w.mark()
	}
	done, err := false, error(nil)
	if w.study.Experiment.OneNeuron() {
		// Further apart the longer it takes, as the steps grow shorter.
		done, err = w.training.Advance(ctx, 1+w.training.Epoch()/2)
		w.mark()
	} else {
		done, err = w.training.AdvanceUntil(ctx, deadline)
	}
	if err != nil {
		return false
	}
	if done {
		params := w.training.Model().AppendParams(nil)
		if finite(params) {
			w.tried = append(w.tried, w.start(params))
		} else {
			w.diverged++
		}
		w.training = nil
	}
	return true
}

// start is a training that is done.
func (w *startsWork) start(params []float32) Start {
	e := w.study.Experiment
	xs := make([]float32, CurveSize+1)
	for i := range CurveSize {
		xs[i] = float32(CurveSpan(e).At(i, CurveSize))
	}
	xs[CurveSize] = float32(e.Predict)
	start := Start{Params: params, Path: w.path}
	if ys, err := w.training.Model().Predict(nn.Column(xs...)); err == nil {
		for _, y := range ys.Data[:CurveSize] {
			start.Curve = append(start.Curve, float64(y))
		}
		start.Answer = float64(ys.Data[CurveSize])
	}
	return start
}

// mark keeps a place of the path.
func (w *startsWork) mark() {
	if params := w.training.Model().AppendParams(nil); w.study.Experiment.OneNeuron() && finite(params) {
		w.path = append(w.path, params)
	}
}

// finite reports whether all weights are finite numbers.
func finite(params []float32) bool {
	for _, v := range params {
		if v-v != 0 {
			return false
		}
	}
	return true
}
