package session

import (
	"context"
	"math"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// StepPhases is how many phases one step of the training has: the guess, the
// measure, the gradient, the update, the next guess.
const StepPhases = 5

// StepTrace is one step of the training, looked at phase by phase.
type StepTrace struct {
	Open bool
	// Phase is the phase shown, counted from 0; Batch the batch of the epoch.
	Phase, Batch int
	// Trace are the step's numbers, nil until they are known; Epoch and Step
	// say which one it is: the epoch before it, and the batch.
	Trace *nn.Trace
	Epoch int
	Step  int
	// LossAfter is the batch's loss after the step; nil when it is not known.
	LossAfter *float64
	// Fresh is set when the optimizer's memory of earlier steps is not known,
	// so that the step is made with an empty one.
	Fresh bool

	asked   traceSpec
	pending int
}

type traceSpec struct {
	experiment experiment.Experiment
	epoch      int
	batch      int
	params     []float32
}

func (w traceSpec) equal(o traceSpec) bool {
	return w.epoch == o.epoch && w.batch == o.batch && equalParams(w.params, o.params) && w.experiment.SameTraining(o.experiment)
}

// Batches is how many batches an epoch has.
func (s Session) Batches() int {
	points := len(s.Experiment.Points) - s.Experiment.ValidationPoints()
	return max(1, (points+s.Experiment.Batch-1)/max(s.Experiment.Batch, 1))
}

// StepTraceOpened shows or hides one step of the training.
type StepTraceOpened struct{ Open bool }

func (m StepTraceOpened) update(s Session) (Session, []Effect) {
	s.StepTrace = StepTrace{Open: m.Open, pending: -1}
	s.Playback.On = s.Playback.On && !m.Open
	if m.Open {
		s = s.inSight()
	}
	return s, nil
}

// StepPhaseChosen shows one of the phases of the step.
type StepPhaseChosen struct{ Phase int }

func (m StepPhaseChosen) update(s Session) (Session, []Effect) {
	s.StepTrace.Phase = min(max(m.Phase, 0), StepPhases-1)
	return s, nil
}

// StepPhaseMoved goes on, or back, by a phase.
type StepPhaseMoved struct{ Forward bool }

func (m StepPhaseMoved) update(s Session) (Session, []Effect) { return s.movePhase(m.Forward) }

// movePhase goes on by a phase: after the last one to the next batch, after
// the last batch to the next epoch, which is trained if need be. Back likewise.
func (s Session) movePhase(forward bool) (Session, []Effect) {
	if s.Run.Phase == Running {
		return s, nil
	}
	if !forward {
		return s.movePhaseBack(), nil
	}
	if s.StepTrace.Phase < StepPhases-1 {
		s.StepTrace.Phase++
		return s, nil
	}
	s.StepTrace.Phase = 0
	if s.StepTrace.Batch < s.Batches()-1 {
		s.StepTrace.Batch++
		return s, nil
	}
	if next, ok := s.Run.Timeline.Next(s.Shown().Epoch); ok {
		s.StepTrace.Batch = 0
		return s.moveTo(next.Epoch), nil
	}
	if s.Run.Phase == Diverged {
		s.StepTrace.Phase = StepPhases - 1
		return s, nil
	}
	s.StepTrace.Batch = 0
	return s.toEnd().step()
}

func (s Session) movePhaseBack() Session {
	epoch := s.Shown().Epoch
	switch {
	case s.StepTrace.Phase > 0:
		s.StepTrace.Phase--
		return s
	case s.StepTrace.Batch > 0:
		s.StepTrace.Batch--
	case epoch > 0:
		before := s.Run.Timeline.index(epoch) - 1
		for s.Run.Timeline.Record(before).Params == nil {
			before--
		}
		s = s.moveTo(s.Run.Timeline.epoch(before))
		s.StepTrace.Batch = s.Batches() - 1
	default:
		return s
	}
	s.StepTrace.Phase = StepPhases - 1
	return s
}

// traceStep asks for the numbers of the step, when it is looked at.
func (s Session) traceStep() (Session, Job) {
	if !s.StepTrace.Open || s.Run.Phase == Running || len(s.limits()) > 0 {
		return s, nil
	}
	s.StepTrace.Batch = min(s.StepTrace.Batch, s.Batches()-1)
	shown := s.Shown()
	spec := traceSpec{experiment: s.Experiment, epoch: shown.Epoch, batch: s.StepTrace.Batch, params: shown.Params}
	if spec.equal(s.StepTrace.asked) {
		return s, nil
	}
	s, id := s.nextJob()
	s.StepTrace.asked, s.StepTrace.pending = spec, id
	return s, TraceStep{
		ID: id, Experiment: s.Experiment, First: s.Run.Timeline.First().Params, Epoch: shown.Epoch, Batch: spec.batch, Params: shown.Params,
	}
}

// TraceStep is the job of one step: the batch of the epoch after Epoch, with
// the weights Params.
type TraceStep struct {
	ID         int
	Experiment experiment.Experiment
	// First are the weights before the training.
	First        []float32
	Epoch, Batch int
	Params       []float32
}

// StepTraced is a finished TraceStep; Trace is nil when the step cannot be made.
type StepTraced struct {
	ID        int
	Trace     *nn.Trace
	Fresh     bool
	LossAfter *float64
}

func (m StepTraced) update(s Session) (Session, []Effect) {
	if m.ID == s.StepTrace.pending {
		s.StepTrace.Trace, s.StepTrace.Fresh, s.StepTrace.LossAfter = m.Trace, m.Fresh, m.LossAfter
		s.StepTrace.Epoch, s.StepTrace.Step = s.StepTrace.asked.epoch, s.StepTrace.asked.batch
	}
	return s, nil
}

func (TraceStep) topic() string { return "step" }

func (t TraceStep) begin() work {
	w := &traceWork{step: t}
	if t.Epoch == 0 || t.Experiment.Optimizer.Name == "sgd" && t.Experiment.Optimizer.Options == "" && !t.Experiment.BeyondKeras() {
		return w // nothing to remember
	}
	// The optimizer remembers earlier steps: make them again.
	w.replay = t.training(t.First, 0, t.Epoch)
	return w
}

// training is one of some epochs from given weights; nil when there is none.
func (t TraceStep) training(params []float32, from, to int) *nn.Training {
	model, err := t.Experiment.Model()
	if err != nil || model.SetParams(params) != nil {
		return nil
	}
	return t.trainingOf(model, from, to)
}

func (t TraceStep) trainingOf(model *nn.Sequential, from, to int) *nn.Training {
	config := t.Experiment.FitConfig()
	config.Callbacks, config.ValidationSplit = nil, 0
	config.InitialEpoch, config.Epochs = from, to
	x, y := t.Experiment.TrainingData()
	training, err := model.NewTraining(x, y, config)
	if err != nil {
		return nil
	}
	return training
}

type traceWork struct {
	step   TraceStep
	replay *nn.Training
}

func (w *traceWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	t := w.step
	traced := StepTraced{ID: t.ID}
	var training *nn.Training
	if w.replay != nil {
		done, err := w.replay.AdvanceUntil(ctx, deadline)
		if err == nil && !done {
			return nil, false
		}
		// The run may have come here another way, such as by an edit between.
		if same(w.replay.Model().AppendParams(nil), t.Params) {
			training = t.trainingOf(w.replay.Model(), t.Epoch, t.Epoch+1)
		} else {
			traced.Fresh = true
		}
	}
	if training == nil {
		training = t.training(t.Params, t.Epoch, t.Epoch+1)
	}
	if training == nil {
		return traced, true
	}
	for range t.Batch + 1 {
		trace, err := training.Trace()
		if err != nil {
			return traced, true
		}
		traced.Trace = trace
	}
	if traced.Trace == nil {
		return traced, true
	}
	if loss, ok := t.lossAfter(traced.Trace); ok {
		traced.LossAfter = &loss
	}
	return traced, true
}

// same reports whether weights agree to within rounding.
func same(a, b []float32) bool {
	if len(a) != len(b) {
		return false
	}
	for i, v := range a {
		if d := math.Abs(float64(v - b[i])); d > 1e-4*(1e-3+math.Abs(float64(v))) {
			return false
		}
	}
	return true
}
