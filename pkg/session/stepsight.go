package session

import "firstneuron/pkg/nn"

// StepShown returns the numbers of the step that is looked at and its phase, where
// they belong to the weights that are shown.
func (s Session) StepShown() (trace *nn.Trace, phase int, ok bool) {
	t := s.StepTrace
	if !t.Open || t.Trace == nil || t.Epoch != s.Shown().Epoch || t.Step != t.Batch {
		return nil, 0, false
	}
	return t.Trace, t.Phase, true
}

// seenStep is the part of the whole way of the weights that a step must make to be
// seen.
const seenStep = 0.01

// inSight returns the session at a step in which something can be seen: the one
// after the epoch that is shown, or, where that is next to nothing, the first.
func (s Session) inSight() Session {
	shown, t := s.Shown(), s.Run.Timeline
	if shown.Epoch == 0 || s.IsChanged() || s.Run.Phase == Running || s.Run.Phase == Diverged {
		return s
	}
	from, to := t.Shown(shown.Epoch-1), shown
	if next, ok := t.Next(shown.Epoch); ok {
		from, to = shown, next
	}
	epochs := max(to.Epoch-from.Epoch, 1)
	if way(from.Params, to.Params)/float64(epochs) >= seenStep*way(t.First().Params, t.Last().Params) {
		return s
	}
	return s.moveTo(0)
}

// way is how far the weight is that has gone farthest.
func way(from, to []float32) float64 {
	farthest := 0.0
	for i := range min(len(from), len(to)) {
		d := float64(to[i]) - float64(from[i])
		farthest = max(farthest, d, -d)
	}
	return farthest
}

// lossAfter is the loss over the batch of a step with the weights that it leads to.
func (t TraceStep) lossAfter(trace *nn.Trace) (loss float64, ok bool) {
	model, err := t.Experiment.Model()
	if err != nil || model.SetParams(trace.After) != nil {
		return 0, false
	}
	x, y := t.Experiment.TrainingData()
	rows, labels := nn.NewMatrix(len(trace.Rows), x.Cols), nn.NewMatrix(len(trace.Rows), y.Cols)
	for i, row := range trace.Rows {
		if row >= x.Rows {
			return 0, false
		}
		copy(rows.Row(i), x.Row(row))
		copy(labels.Row(i), y.Row(row))
	}
	logs, err := model.Evaluate(rows, labels)
	if err != nil {
		return 0, false
	}
	return logs.Get("loss"), true
}
