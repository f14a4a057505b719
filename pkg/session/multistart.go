package session

import (
	"context"
	"slices"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// MultiStartGoal is how many initial weights are tried.
const MultiStartGoal = 200

// MultiStart are trainings of one experiment from many initial weights.
type MultiStart struct {
	Open bool
	// Tried are those that are done, but for the Diverged that came to a loss
	// that is not a finite number.
	Tried    []MultiStartRun
	Diverged int
	// Done is set when there are no more to come.
	Done bool

	asked   experiment.Experiment
	pending int
}

// MultiStartRun is one of the trainings.
type MultiStartRun struct {
	// Params are the weights at its end.
	Params []float32
	// Path are, of a one-neuron model, some on the way, the first and the last
	// included.
	Path [][]float32
	// Curve is, of one input, what the model answers at MultiStart.CurveXs, and Answer
	// what for the x to predict.
	Curve  []float64
	Answer float64
}

// CurveSize is how many xs the curve of a start has.
const CurveSize = 41

// CurveXs are the xs of the curves. The chart shows others while
// something is dragged, or when the points have changed since.
func (s MultiStart) CurveXs() []float64 { return curveXs(s.asked) }

// curveXs are the xs of curves: evenly from the first of the points and the x to
// predict to the last, and 6 % further at both ends.
func curveXs(e experiment.Experiment) []float64 {
	span := Span{e.Predict[0], e.Predict[0]}
	for _, p := range e.Points {
		span = Span{min(span.Min, p.X[0]), max(span.Max, p.X[0])}
	}
	room := 0.06 * (span.Max - span.Min)
	span = Span{span.Min - room, span.Max + room}
	xs := make([]float64, CurveSize)
	for i := range xs {
		xs[i] = span.At(i, CurveSize)
	}
	return xs
}

// trainMultiStart asks for the trainings, when they are looked at.
func (s Session) trainMultiStart() (Session, Job) {
	if !s.MultiStart.Open || len(s.limits()) > 0 {
		return s, nil
	}
	e := s.Experiment
	e.Initial, e.Weights, e.Seed = nil, nil, 0
	if s.MultiStart.pending != 0 && e.SameTraining(s.MultiStart.asked) && (e.Inputs > 1 || e.Predict == s.MultiStart.asked.Predict) {
		return s, nil
	}
	s, id := s.nextJob()
	s.MultiStart = MultiStart{Open: true, asked: e, pending: id}
	return s, TrainMultiStart{ID: id, Experiment: e}
}

// MultiStartOpened trains from many initial weights, or forgets them.
type MultiStartOpened struct{ Open bool }

func (m MultiStartOpened) update(s Session) (Session, []Effect) {
	s.MultiStart = MultiStart{Open: m.Open}
	return s, nil
}

// StartAnswers are what the trainings from many initial weights answer for the place to
// predict, in order of size. With two inputs no curve depends on the place, so that
// another one asks the models and trains none again.
func (s Session) StartAnswers() []float64 {
	var all []float64
	for _, start := range s.MultiStart.Tried {
		if s.Experiment.Inputs < 2 {
			all = append(all, start.Answer)
		} else {
			all = append(all, s.PredictAt(start.Params, s.Experiment.Predict)...)
		}
	}
	slices.Sort(all)
	return all
}

// TrainMultiStart is the job of many trainings: those of the seeds from 1 to
// MultiStartGoal.
type TrainMultiStart struct {
	ID         int
	Experiment experiment.Experiment
}

// MultiStartTried is what a TrainMultiStart has found by now.
type MultiStartTried struct {
	ID       int
	Tried    []MultiStartRun
	Diverged int
	Done     bool
}

func (m MultiStartTried) update(s Session) (Session, []Effect) {
	if m.ID == s.MultiStart.pending && s.MultiStart.Open {
		s.MultiStart.Tried, s.MultiStart.Diverged, s.MultiStart.Done = m.Tried, m.Diverged, m.Done
	}
	return s, nil
}

func (TrainMultiStart) topic() string { return "starts" }

func (t TrainMultiStart) begin() work {
	return &multiStartWork{job: t, paths: make([][][]float32, MultiStartGoal)}
}

type multiStartWork struct {
	job      TrainMultiStart
	trainer  *nn.MultiStart
	trained  *nn.Sequential // one like the trainer's, with the weights of a run that is done
	paths    [][][]float32  // of each run, the last place of all that are done
	seen     int            // how many of them are in tried or diverged
	tried    []MultiStartRun
	diverged int
}

func (w *multiStartWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	if w.trainer == nil && w.prepare() != nil {
		return nil, true // the current training says what is wrong
	}
	done, err := w.trainer.AdvanceUntil(ctx, deadline)
	if err != nil {
		return nil, true
	}
	for ; w.seen < w.trainer.Done(); w.seen++ {
		path := w.paths[w.seen]
		if params := path[len(path)-1]; finite(params) && !w.trainer.Diverged(w.seen) {
			w.tried = append(w.tried, w.start(params, path))
		} else {
			w.diverged++
		}
	}
	return MultiStartTried{ID: w.job.ID, Tried: slices.Clip(w.tried), Diverged: w.diverged, Done: done}, done
}

// prepare draws the initial weights.
func (w *multiStartWork) prepare() error {
	model, err := w.job.Experiment.Model()
	if err != nil {
		return err
	}
	starts, seeds := make([][]float32, MultiStartGoal), make([]uint64, MultiStartGoal)
	for i := range starts {
		seeds[i] = uint64(i + 1)
		model.Initialize(seeds[i])
		starts[i] = model.AppendParams(nil)
	}
	x, y := w.job.Experiment.Data()
	if w.trained, err = w.job.Experiment.Model(); err != nil {
		return err
	}
	config := w.job.Experiment.FitConfig()
	config.Callbacks = append(config.Callbacks, nn.TerminateOnNaN{}) // as the current training
	if w.trainer, err = model.NewMultiStart(x, y, config, starts); err != nil {
		return err
	}
	w.trainer.OnCheckpoint, w.trainer.Seeds = w.mark, seeds
	return nil
}

// mark keeps a place of a run's path.
func (w *multiStartWork) mark(run, _ int, params []float32) {
	path := w.paths[run]
	if !w.job.Experiment.IsLine() || (len(path) > 0 && !finite(path[len(path)-1])) {
		path = path[:0] // only the last counts
	}
	w.paths[run] = append(path, slices.Clone(params))
}

// start is a training that is done.
func (w *multiStartWork) start(params []float32, path [][]float32) MultiStartRun {
	e := w.job.Experiment
	start := MultiStartRun{Params: params}
	if e.IsLine() {
		start.Path = path
	}
	if e.Inputs > 1 || w.trained.SetParams(params) != nil {
		return start
	}
	if outputs, err := w.trained.Predict(e.Matrix(append(experiment.Places(curveXs(e)...), e.Predict)...)); err == nil {
		answers := e.AnswersOf(outputs)
		start.Curve, start.Answer = answers[:CurveSize], answers[CurveSize]
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
