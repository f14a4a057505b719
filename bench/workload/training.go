package workload

import (
	"context"
	"errors"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
)

// slice is how long the page trains at a time.
const slice = 8 * time.Millisecond

// Training is a workload at work: as the page trains, with its Trainer and its
// timeline, and as a user of the library does, with a Fit that records nothing.
type Training struct {
	workload   Workload
	x, y       nn.Matrix
	start      []float32
	experiment experiment.Experiment // of those that the page can have
	trainer    session.Trainer
	run        int
	timeline   session.Timeline
	model      *nn.Sequential
	fit        *nn.Training
}

// Training returns the workload's training over its data.
func (w Workload) Training(x, y nn.Matrix) (*Training, error) {
	m, err := w.Model()
	if err != nil {
		return nil, err
	}
	t := &Training{workload: w, x: x, y: y, start: m.AppendParams(nil), model: m}
	if w.Features == 1 {
		t.experiment = w.experiment(x, y, t.start)
	}
	other, err := w.Model()
	if err != nil {
		return nil, err
	}
	config := w.config()
	config.Callbacks = []nn.Callback{nn.TerminateOnNaN{}}
	t.fit, err = other.NewTraining(x, y, config)
	return t, err
}

func (w Workload) config() nn.FitConfig {
	return nn.FitConfig{Epochs: w.Epochs, BatchSize: w.Batch, NoShuffle: true}
}

// experiment is the workload as the page has it.
func (w Workload) experiment(x, y nn.Matrix, start []float32) experiment.Experiment {
	e := experiment.Default()
	e.Points, e.Layers, e.Initial = nil, nil, nil
	for i := range x.Rows {
		e.Points = append(e.Points, experiment.Point{X: experiment.Place{float64(x.Data[i])}, Y: float64(y.Data[i])})
	}
	for _, layer := range w.Layers {
		e.Layers = append(e.Layers, experiment.Layer{Units: layer.Units, Activation: layer.Activation})
	}
	e.Weights, e.Batch, e.Shuffle, e.Epochs, e.Optimizer.LearningRate = start, w.Batch, false, w.Epochs, w.Rate
	return e
}

// Start returns the first weights.
func (t *Training) Start() []float32 { return t.start }

// Train trains as the page does, from the first weights to the end: a run begins,
// and goes on in slices of which each brings the timeline.
func (t *Training) Train() error {
	t.run++
	t.timeline = session.NewTimeline(session.Record{Params: t.start})
	if t.workload.Features == 1 {
		problem := t.trainer.Start(session.StartTraining{Run: t.run, Experiment: t.experiment, Epochs: t.workload.Epochs, Timeline: t.timeline})
		if problem != nil {
			return problem
		}
	} else if err := t.trainer.StartModel(t.run, t.model, t.x, t.y, t.workload.config(), t.timeline); err != nil {
		return err
	}
	for {
		progress := t.trainer.Slice(context.Background(), t.run, time.Now().Add(slice))
		switch {
		case progress.Problem != nil:
			return progress.Problem
		case progress.Diverged != nil:
			return errors.New("workload: " + t.workload.Name + " diverged; give it a lower rate")
		}
		t.timeline = progress.Timeline
		if progress.Done {
			return nil
		}
	}
}

// Loss returns the last loss of Train.
func (t *Training) Loss() float64 { return t.timeline.Last().Loss }

// Fit trains without a record, from the first weights to the end, and returns the
// last loss.
func (t *Training) Fit() (loss float64, err error) {
	if err := t.fit.Model().SetParams(t.start); err != nil {
		return 0, err
	}
	t.fit.Restart()
	for {
		done, err := t.fit.AdvanceUntil(context.Background(), time.Now().Add(slice))
		if err != nil {
			return 0, err
		}
		if done {
			losses := t.fit.History().Metrics["loss"]
			return losses[len(losses)-1], nil
		}
	}
}
