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
}

// Start begins the run of an effect. A Problem says why it cannot.
func (t *Trainer) Start(effect StartTraining) *experiment.Problem {
	t.run = effect.Run
	kept := effect.Continue && t.model != nil && t.experiment.SameCompiled(effect.Experiment)
	if kept && t.training != nil && !t.finished && t.experiment.SameTraining(effect.Experiment) {
		return nil // a paused run goes on, from the middle of an epoch if need be
	}
	t.experiment, t.finished = effect.Experiment, false
	if !kept {
		model, err := effect.Experiment.Model()
		if err == nil {
			err = model.SetParams(effect.Timeline.Last().Params)
		}
		if err != nil {
			return experiment.AsProblem(err)
		}
		t.model = model
	}
	t.recorder = newRecorder(effect.Timeline, effect.Epochs)
	config := effect.Experiment.FitConfig()
	config.InitialEpoch = effect.Timeline.Last().Epoch
	config.Epochs = config.InitialEpoch + effect.Epochs
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
// epoch of a training that diverged, never comes into the timeline.
func (t *Trainer) record(epoch int, logs nn.Logs) error {
	if _, _, diverged := t.training.Diverged(); diverged {
		return nil
	}
	record := Record{Epoch: epoch + 1, Loss: logs.Get("loss")}
	record.Validation, record.Validated = finiteLog(logs, "val_loss")
	if metric := t.experiment.Metric; metric != "" {
		record.Metric, record.Measured = finiteLog(logs, metric)
		record.ValidationMetric, _ = finiteLog(logs, "val_"+metric)
	}
	t.recorder.add(record, t.model.AppendParams)
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

// Slice trains until the deadline, or to the end if that comes first.
func (t *Trainer) Slice(ctx context.Context, run int, deadline time.Time) Progress {
	if run != t.run || t.training == nil {
		return Progress{Run: -1}
	}
	begin := time.Now()
	done, err := t.training.AdvanceUntil(ctx, deadline)
	progress := Progress{Run: run, Timeline: t.recorder.timeline(), Done: done, Took: time.Since(begin)}
	if done && err == nil {
		progress.Asking = t.ask()
	}
	if err != nil {
		progress.Problem = experiment.AsProblem(err)
	}
	if epoch, step, diverged := t.training.Diverged(); diverged {
		progress.Diverged = &Divergence{Epoch: epoch, Step: step}
	}
	t.finished = done || err != nil
	return progress
}

// ask predicts once and returns how long that took.
func (t *Trainer) ask() time.Duration {
	begin := time.Now()
	if _, err := t.model.Predict(nn.Column(float32(t.experiment.Predict))); err != nil {
		return 0
	}
	return time.Since(begin)
}
