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
	// Tried are those that are done, but for the Diverged that came to a loss
	// that is not a finite number.
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
	// Curve is what the model answers at Starts.CurveXs, and Answer what for the
	// x to predict.
	Curve  []float64
	Answer float64
}

// CurveSize is how many xs the curve of a start has.
const CurveSize = 41

// CurveXs are the xs of the curves of the starts. The chart shows others while
// something is dragged, or when the points have changed since.
func (s Starts) CurveXs() []float64 { return curveXs(s.asked) }

// curveXs are the xs of curves: evenly from the first of the points and the x to
// predict to the last, and 6 % further at both ends.
func curveXs(e experiment.Experiment) []float64 {
	span := Span{e.Predict, e.Predict}
	for _, p := range e.Points {
		span = Span{min(span.Min, p.X), max(span.Max, p.X)}
	}
	room := 0.06 * (span.Max - span.Min)
	span = Span{span.Min - room, span.Max + room}
	xs := make([]float64, CurveSize)
	for i := range xs {
		xs[i] = span.At(i, CurveSize)
	}
	return xs
}

// tryStarts asks for the trainings, when they are looked at.
func (s Session) tryStarts() (Session, Study) {
	if !s.Starts.Open || len(s.limits()) > 0 {
		return s, nil
	}
	e := s.Experiment
	e.Initial, e.Weights, e.Seed = nil, nil, 0
	if s.Starts.pending != 0 && e.SameTraining(s.Starts.asked) && e.Predict == s.Starts.asked.Predict {
		return s, nil
	}
	s, id := s.number()
	s.Starts = Starts{Open: true, asked: e, pending: id}
	return s, TryStarts{ID: id, Experiment: e}
}

// StartsOpened tries many starts, or forgets them.
type StartsOpened struct{ Open bool }

func (m StartsOpened) update(s Session) (Session, []Effect) {
	s.Starts = Starts{Open: m.Open}
	return s, nil
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

// TryStarts is the study of many starts: the trainings of the seeds from 1 to
// StartsGoal.
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

func (m StartsTried) update(s Session) (Session, []Effect) {
	if m.ID == s.Starts.pending && s.Starts.Open {
		s.Starts.Tried, s.Starts.Diverged, s.Starts.Done = m.Tried, m.Diverged, m.Done
	}
	return s, nil
}

func (TryStarts) topic() string { return "starts" }

func (t TryStarts) begin() work { return &startsWork{study: t, paths: make([][][]float32, StartsGoal)} }

type startsWork struct {
	study    TryStarts
	cohort   *nn.Cohort
	trained  *nn.Sequential // one like the cohort's, with the weights of a run that is done
	paths    [][][]float32  // of each run, the last place of all that are done
	seen     int            // how many of them are in tried or diverged
	tried    []Start
	diverged int
}

func (w *startsWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	if w.cohort == nil && w.prepare() != nil {
		return nil, true // the training at hand says what is wrong
	}
	done, err := w.cohort.AdvanceUntil(ctx, deadline)
	if err != nil {
		return nil, true
	}
	for ; w.seen < w.cohort.Done(); w.seen++ {
		path := w.paths[w.seen]
		if params := path[len(path)-1]; finite(params) && !w.cohort.Diverged(w.seen) {
			w.tried = append(w.tried, w.start(params, path))
		} else {
			w.diverged++
		}
	}
	return StartsTried{ID: w.study.ID, Tried: slices.Clip(w.tried), Diverged: w.diverged, Done: done}, done
}

// prepare draws the starts.
func (w *startsWork) prepare() error {
	model, err := w.study.Experiment.Model()
	if err != nil {
		return err
	}
	starts, seeds := make([][]float32, StartsGoal), make([]uint64, StartsGoal)
	for i := range starts {
		seeds[i] = uint64(i + 1)
		model.Initialize(seeds[i])
		starts[i] = model.AppendParams(nil)
	}
	x, y := w.study.Experiment.Data()
	if w.trained, err = w.study.Experiment.Model(); err != nil {
		return err
	}
	config := w.study.Experiment.FitConfig()
	config.Callbacks = append(config.Callbacks, nn.TerminateOnNaN{}) // as the training at hand
	if w.cohort, err = model.NewCohort(x, y, config, starts); err != nil {
		return err
	}
	w.cohort.Mark, w.cohort.Seeds = w.mark, seeds
	return nil
}

// mark keeps a place of a run's path.
func (w *startsWork) mark(run, _ int, params []float32) {
	path := w.paths[run]
	if !w.study.Experiment.IsLine() || (len(path) > 0 && !finite(path[len(path)-1])) {
		path = path[:0] // only the last counts
	}
	w.paths[run] = append(path, slices.Clone(params))
}

// start is a training that is done.
func (w *startsWork) start(params []float32, path [][]float32) Start {
	e := w.study.Experiment
	start := Start{Params: params}
	if e.IsLine() {
		start.Path = path
	}
	if w.trained.SetParams(params) != nil {
		return start
	}
	if ys, err := w.trained.Predict(e.Matrix(append(curveXs(e), e.Predict)...)); err == nil {
		for _, y := range ys.Data[:CurveSize] {
			start.Curve = append(start.Curve, float64(y))
		}
		start.Answer = float64(ys.Data[CurveSize])
	}
	return start
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
