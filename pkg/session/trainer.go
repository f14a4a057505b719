package session

import (
	"context"
	"math"
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
	recorder   *recorder
	finished   bool
	// until is the epoch to stop at, goal the one at which the training is over.
	until, goal int
	// overflow is where the weights were no longer finite.
	overflow *Divergence
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
	t.experiment, t.training, t.finished, t.overflow = effect.Experiment, nil, false, nil
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
	t.recorder = newRecorder(effect.Timeline, t.goal-last.Epoch)
	config := effect.Experiment.FitConfig()
	config.InitialEpoch, config.Epochs = last.Epoch, t.goal
	config.Callbacks = append(config.Callbacks, nn.TerminateOnNaN{}, nn.LambdaCallback{OnEpochEnd: t.record})
	x, y := effect.Experiment.Data()
	training, err := t.model.NewTraining(x, y, config)
	if err != nil {
		return experiment.AsProblem(err)
	}
	t.training = training
	return nil
}

// record is called at the end of every epoch. What is not finite, in the last
// epoch of a training that diverged, never comes into the timeline: neither a
// loss, nor weights that an update has just made so.
func (t *Trainer) record(epoch int, logs nn.Logs) error {
	if _, _, diverged := t.training.Diverged(); diverged {
		return nil
	}
	params := t.model.AppendParams(t.recorder.room())
	if !finite(params) {
		t.overflow = &Divergence{Epoch: epoch + 1, Step: t.training.Steps()}
		t.training.Stop()
		return nil
	}
	record := Record{Epoch: epoch + 1, Loss: logs.Get("loss"), Params: params}
	record.Validation, record.Validated = finiteLog(logs, "val_loss")
	if metric := t.experiment.Metric; metric != "" {
		record.Metric, record.Measured = finiteLog(logs, metric)
		record.ValidationMetric, _ = finiteLog(logs, "val_"+metric)
	}
	t.recorder.add(record)
	return nil
}

// finiteLog returns a logged value, and whether it can be shown.
func finiteLog(logs nn.Logs, key string) (value float64, ok bool) {
	value, ok = logs.Lookup(key)
	if !ok || math.IsNaN(value) || math.IsInf(value, 0) {
		return 0, false
	}
	return value, true
}

// Slice trains until the deadline, or to where it is to stop if that comes
// first.
func (t *Trainer) Slice(ctx context.Context, run int, deadline time.Time) Progress {
	if run != t.run || t.training == nil {
		return Progress{Run: -1}
	}
	begin := time.Now()
	over, err := t.training.AdvanceTo(ctx, t.until, deadline)
	progress := Progress{Run: run, Timeline: t.recorder.timeline(), Took: time.Since(begin)}
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
	} else {
		progress.Diverged = t.overflow
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
