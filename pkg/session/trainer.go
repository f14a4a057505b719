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
}

// Start begins the run of an effect. A Problem says why it cannot.
func (t *Trainer) Start(effect StartTraining) *experiment.Problem {
	t.run = effect.Run
	last := effect.Timeline.Last()
	t.until = last.Epoch + effect.Epochs
	kept := effect.Continue && t.model != nil && t.experiment.SameCompiled(effect.Experiment)
	if kept && t.training != nil && !t.finished && t.until <= t.goal && t.experiment.SameTraining(effect.Experiment) {
		return nil // a paused run goes on, from the middle of an epoch if need be
	}
	t.experiment, t.training, t.finished = effect.Experiment, nil, false
	t.goal = max(t.until, effect.Goal)
	if !kept {
		model, err := effect.Experiment.Model()
		if err != nil {
			return experiment.AsProblem(err)
		}
		t.model = model
	}
	// Also where the model is kept: it may have been stopped in the middle of an
	// epoch that this training makes again.
	if err := t.model.SetParams(last.Params); err != nil {
		return experiment.AsProblem(err)
	}
	weightEpochs := keptWeights(len(last.Params))
	t.before = effect.Timeline.before(weightEpochs)
	t.recorder = &nn.Recorder{Epochs: keptEpochs(), WeightEpochs: weightEpochs}
	config := effect.Experiment.FitConfig()
	config.InitialEpoch, config.Epochs = last.Epoch, t.goal
	config.Recorder = t.recorder
	x, y := effect.Experiment.Data()
	training, err := t.model.NewTraining(x, y, config)
	if err != nil {
		return experiment.AsProblem(err)
	}
	t.training, t.keys = training, keysOf(training.Keys(), effect.Experiment.Metric)
	return nil
}

// Slice trains until the deadline, or to where it is to stop if that comes
// first.
func (t *Trainer) Slice(ctx context.Context, run int, deadline time.Time) Progress {
	if run != t.run || t.training == nil {
		return Progress{Run: -1}
	}
	begin := time.Now()
	over, err := t.training.AdvanceTo(ctx, t.until, deadline)
	progress := Progress{Run: run, Timeline: Timeline{t.before, recorded(t.recorder, t.keys)}, Took: time.Since(begin)}
	progress.Done = over || t.training.Epoch() >= t.until
	progress.Stopped = over && t.training.Epoch() < t.goal
	if progress.Done && err == nil {
		progress.PredictTook = t.timePredict()
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
	begin := time.Now()
	if _, err := t.model.Predict(t.experiment.Matrix(t.experiment.Predict)); err != nil {
		return 0
	}
	return time.Since(begin)
}
