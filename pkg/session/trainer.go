package session

import (
	"context"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Trainer does the training that Update asks for, one run at a time, in
// slices. It is the only thing here that changes in place, and it belongs to
// whoever performs the effects. The zero value is ready.
type Trainer struct {
	run        int
	experiment experiment.Experiment
	model      *nn.Sequential
	training   *nn.Training
	recorder   *nn.Recorder
	keys       logKeys
	// before are the records of the trainings before.
	before   []Record
	finished bool
	// until is the epoch to stop at, goal the one at which the training is over.
	until, goal int
	// from is the epoch that it began after, predictTook how long the model takes to
	// predict, once it is known.
	from        int
	predictTook time.Duration
}

// loaded is what the trainer's clock counts from: in a browser the time since then
// costs a third of what the time of day does.
var loaded = time.Now()

// Start begins the run of an effect. A Problem says why it cannot.
func (t *Trainer) Start(effect StartTraining) *experiment.Problem {
	t.run = effect.Run
	last := effect.Timeline.Last()
	t.until = last.Epoch + effect.Epochs
	same := t.model != nil && t.experiment.SameCompiled(effect.Experiment)
	kept := same && effect.Continue
	if kept && t.training != nil && !t.finished && t.until <= t.goal && t.experiment.SameTraining(effect.Experiment) {
		return nil // a paused run goes on, from the middle of an epoch if need be
	}
	goal := max(t.until, effect.Goal)
	again := same && !effect.Continue && t.training != nil && t.from == last.Epoch && t.goal == goal && t.experiment.SameFit(effect.Experiment)
	t.experiment, t.goal, t.finished = effect.Experiment, goal, false
	x, y := effect.Experiment.Data()
	if again && t.restart(x, y, effect.Timeline) == nil {
		return nil
	}
	t.training = nil
	if !kept {
		model, err := effect.Experiment.Model()
		if err != nil {
			return experiment.AsProblem(err)
		}
		t.model, t.predictTook = model, 0
	}
	config := effect.Experiment.FitConfig()
	config.Epochs = t.goal
	return experiment.AsProblem(t.begin(x, y, config, effect.Timeline))
}

// StartModel begins a run of a compiled model from a timeline's last weights, as
// Start does with an experiment's. Benchmarks train models so that no experiment
// has yet.
func (t *Trainer) StartModel(run int, model *nn.Sequential, x, y nn.Matrix, config nn.FitConfig, from Timeline) error {
	*t = Trainer{run: run, model: model, until: config.Epochs, goal: config.Epochs}
	return t.begin(x, y, config, from)
}

// begin makes the training of a run that goes on from a timeline.
func (t *Trainer) begin(x, y nn.Matrix, config nn.FitConfig, from Timeline) error {
	last := from.Last()
	// Also where the model is kept: it may have been stopped in the middle of an
	// epoch that this training makes again.
	if err := t.model.SetParams(last.Params); err != nil {
		return err
	}
	weightEpochs := keptWeights(len(last.Params))
	t.before, t.from = from.before(weightEpochs), last.Epoch
	t.recorder = &nn.Recorder{Epochs: keptEpochs(), WeightEpochs: weightEpochs}
	config.InitialEpoch, config.Recorder = last.Epoch, t.recorder
	training, err := t.model.NewTraining(x, y, config)
	if err != nil {
		return err
	}
	t.training, t.keys = training, keysOf(training.Keys(), t.experiment.Metric)
	return nil
}

// restart begins the training again on other data of the same size, in the same
// memory: what a point that is dragged asks for with every movement.
func (t *Trainer) restart(x, y nn.Matrix, from Timeline) error {
	last := from.Last()
	if err := t.model.SetParams(last.Params); err != nil {
		return err
	}
	t.before = from.before(t.recorder.WeightEpochs)
	return t.training.RestartWith(x, y)
}

// Slice trains until the deadline, or to where it is to stop if that comes
// first.
func (t *Trainer) Slice(ctx context.Context, run int, deadline time.Time) Progress {
	if run != t.run || t.training == nil {
		return Progress{Run: -1}
	}
	begin := time.Since(loaded)
	over, err := t.training.AdvanceTo(ctx, t.until, deadline)
	progress := Progress{Run: run, Timeline: Timeline{t.before, recorded(t.recorder, t.keys)}, Took: time.Since(loaded) - begin}
	progress.Done = over || t.training.Epoch() >= t.until
	progress.Stopped = over && t.training.Epoch() < t.goal
	if progress.Done && err == nil {
		if t.predictTook == 0 {
			t.predictTook = t.timePredict()
		}
		progress.PredictTook = t.predictTook
	}
	if err != nil {
		progress.Problem = experiment.AsProblem(err)
	}
	if epoch, step, diverged := t.training.Diverged(); diverged {
		progress.Diverged = &Divergence{Epoch: epoch, Step: step}
	}
	t.finished = over || err != nil
	return progress
}

// timePredict predicts once and returns how long that took.
func (t *Trainer) timePredict() time.Duration {
	begin := time.Since(loaded)
	if _, err := t.model.Predict(t.experiment.Matrix(t.experiment.Predict)); err != nil {
		return 0
	}
	return time.Since(loaded) - begin
}
