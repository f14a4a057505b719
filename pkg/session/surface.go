package session

import (
	"context"
	"math"
	"slices"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// SurfaceSize is how many values the loss surface has along each axis.
const SurfaceSize = 33

// Slice is the two weights over which the loss of a larger model is drawn, by
// their places in nn.Sequential.AppendParams.
type Slice struct{ I, J int }

// Span is the values from Min to Max.
type Span struct{ Min, Max float64 }

// At returns the i-th of n values evenly spread over the span.
func (s Span) At(i, n int) float64 { return s.Min + (s.Max-s.Min)*float64(i)/float64(n-1) }

// Surface is the loss over two weights, all others as they are shown. A model
// of one neuron has no others: its surface is the whole truth.
type Surface struct {
	// X and Y are what the two weights range over.
	X, Y Span
	// Loss holds SurfaceSize² values, X running first; NaN where the loss is no
	// finite number. It is nil until all of them are known.
	Loss []float64
	// Partial is set when the model has more than two parameters.
	Partial bool

	asked   surfaceSpec
	pending int
}

// surfaceSpec is what a surface is drawn of.
type surfaceSpec struct {
	experiment experiment.Experiment
	slice      Slice
	x, y       Span
	base       []float32
}

func (s surfaceSpec) equal(o surfaceSpec) bool {
	return s.slice == o.slice && s.x == o.x && s.y == o.y && equalParams(s.base, o.base) && s.experiment.SameLoss(o.experiment)
}

// equalParams reports whether weights are the same. Most often they are one and
// the same slice, which is never changed in place.
func equalParams(a, b []float32) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

// computeSurface asks for the surface when the known one is of something else.
func (s Session) computeSurface() (Session, Job) {
	shown := s.Shown()
	if s.Experiment.Hides(experiment.SurfacePart) || len(shown.Params) < 2 || len(s.limits()) > 0 {
		return s, nil
	}
	spec := surfaceSpec{experiment: s.Experiment, slice: s.SurfaceSlice()}
	if len(shown.Params) > 2 {
		if s.Run.Phase == Running {
			s.Surface.asked.base = nil
			return s, nil // the slice follows when the training stands
		}
		spec.base = shown.Params
	}
	spec.x, spec.y = s.surfaceSpans(spec.slice)
	if spec.equal(s.Surface.asked) {
		return s, nil
	}
	s, id := s.nextJob()
	s.Surface.asked, s.Surface.pending = spec, id
	return s, ComputeSurface{ID: id, Experiment: spec.experiment, Slice: spec.slice, X: spec.x, Y: spec.y, Base: shown.Params}
}

// within returns the slice as far as a model has such weights.
func (s Slice) within(params int) Slice {
	if s.I >= params || s.J >= params || s.I < 0 || s.J < 0 || s.I == s.J {
		return Slice{I: 0, J: 1}
	}
	return s
}

// SurfaceSlice returns the two weights that the surface is drawn over.
func (s Session) SurfaceSlice() Slice { return s.Slice.within(len(s.Shown().Params)) }

// surfaceSpans are the weights that the surface shows: where the training
// begins, where it goes to, and some room around.
func (s Session) surfaceSpans(slice Slice) (x, y Span) {
	if held := s.Surface.asked; s.Dragging() && held.x != (Span{}) && held.slice == slice {
		return held.x, held.y
	}
	first, last := s.Run.Timeline.First(), s.Run.Timeline.Last()
	box := [][]float64{at(first.Params, slice)}
	if analysis, ok := s.LeastSquares(); ok {
		box = append(box, []float64{analysis.Solution[slice.I], analysis.Solution[slice.J]})
		if factor := s.Experiment.Optimizer.LearningRate*analysis.Eigenvalues[0] - 1; s.Experiment.IsLine() && s.Experiment.PlainDescent() && factor > 0 {
			// A large rate leaps across the valley: show where it lands.
			mode, off := analysis.Modes[0], analysis.ModeErrors(box[0])[0]
			factor = min(factor, 1) * off
			box = append(box, []float64{analysis.Solution[0] - factor*mode[0], analysis.Solution[1] - factor*mode[1]})
		}
	} else if s.Run.Phase == Running {
		if held := s.Surface.asked; held.x != (Span{}) && held.slice == slice {
			return held.x, held.y
		}
	} else if s.Run.Phase != Diverged {
		box = append(box, at(last.Params, slice))
	}
	return around(box, 0), around(box, 1)
}

// at returns two of the weights.
func at(params []float32, slice Slice) []float64 {
	return []float64{float64(params[slice.I]), float64(params[slice.J])}
}

// around returns a span with all the values of one axis and room around them.
func around(box [][]float64, axis int) Span {
	span := Span{math.Inf(1), math.Inf(-1)}
	for _, point := range box {
		span = Span{min(span.Min, point[axis]), max(span.Max, point[axis])}
	}
	room := max(0.4*(span.Max-span.Min), 0.1*max(math.Abs(span.Min), math.Abs(span.Max)), 0.75)
	// Round the ends, so that a small move changes nothing.
	step := math.Pow(10, math.Floor(math.Log10(room))) / 4
	return Span{math.Floor((span.Min-room)/step) * step, math.Ceil((span.Max+room)/step) * step}
}

// SliceChosen chooses the two weights over which the loss is drawn. A weight
// that is chosen for both goes to the one, and its old partner to the other.
type SliceChosen struct{ I, J int }

func (m SliceChosen) update(s Session) (Session, []Effect) {
	if m.I == m.J {
		shown := s.SurfaceSlice()
		m.I, m.J = shown.J, shown.I
	}
	s.Slice = Slice(m).within(len(s.Shown().Params))
	return s, nil
}

// ComputeSurface is the job of the loss over two weights.
type ComputeSurface struct {
	ID         int
	Experiment experiment.Experiment
	Slice      Slice
	X, Y       Span
	// Base are all the weights; those of the slice are replaced.
	Base []float32
}

// SurfaceComputed is a finished ComputeSurface.
type SurfaceComputed struct {
	ID   int
	Loss []float64
}

func (m SurfaceComputed) update(s Session) (Session, []Effect) {
	if m.ID != s.Surface.pending {
		return s, nil
	}
	asked, pending := s.Surface.asked, s.Surface.pending
	s.Surface = Surface{X: asked.x, Y: asked.y, Loss: m.Loss, Partial: asked.base != nil, asked: asked, pending: pending}
	return s, nil
}

func (ComputeSurface) topic() string { return "surface" }

func (s ComputeSurface) begin() work {
	w := &surfaceWork{job: s, params: slices.Clone(s.Base)}
	model, err := s.Experiment.Model()
	if err != nil {
		return w
	}
	x, y := s.Experiment.TrainingData()
	if w.evaluator, err = model.NewEvaluator(x, y); err != nil {
		w.evaluator = nil
	}
	return w
}

type surfaceWork struct {
	job       ComputeSurface
	evaluator *nn.Evaluator
	params    []float32
	loss      []float64
}

func (w *surfaceWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	if w.evaluator == nil {
		return nil, true // the training says what is wrong with the model
	}
	// The clock is looked at after each loss: over much data and a large model a
	// row of them takes longer than a frame.
	for at := len(w.loss); at < SurfaceSize*SurfaceSize; at++ {
		w.params[w.job.Slice.J] = float32(w.job.Y.At(at/SurfaceSize, SurfaceSize))
		w.params[w.job.Slice.I] = float32(w.job.X.At(at%SurfaceSize, SurfaceSize))
		loss := w.evaluator.Loss(w.params)
		if math.IsInf(loss, 0) {
			loss = math.NaN()
		}
		w.loss = append(w.loss, loss)
		if ctx.Err() != nil || (len(w.loss) < SurfaceSize*SurfaceSize && !time.Now().Before(deadline)) {
			return nil, false
		}
	}
	return SurfaceComputed{ID: w.job.ID, Loss: w.loss}, true
}
