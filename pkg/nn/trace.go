package nn

import (
	"context"
	"errors"
)

// Trace is one update of a model with every number that a teacher would write
// on the board, in the order in which they are computed. All of it is copied.
type Trace struct {
	// Rows are the places of the batch's rows in the data, where a Training
	// made the step; nil after TraceOnBatch, which was given the batch.
	Rows []int
	// Layers are the layers in order.
	Layers []LayerTrace
	// RowLosses are the loss of each row, Loss is their mean, and Penalty what
	// the regularizers add.
	RowLosses []float64
	Loss      float64
	Penalty   float64
	// Rate is the learning rate of the step.
	Rate float64
	// Before and After are the weights, in the order of AppendParams; Gradient
	// is dLoss/dw for each, before any clipping.
	Before, Gradient, After []float32
	// State are the optimizer's arrays after the step, one value a weight.
	State [][]float32
}

// LayerTrace holds the numbers that went through one layer.
type LayerTrace struct {
	// Name is the layer's.
	Name string
	// Inputs, and for a Dense its pre-activations z = inputs·kernel + bias, and
	// the outputs, each [batch, …].
	Inputs, PreActivations, Outputs Matrix
	// Deltas are dLoss/dz of a Dense, [batch, units].
	Deltas Matrix
}

// TraceOnBatch makes one update as TrainOnBatch does and returns all its
// numbers. Errors as those of Evaluate.
func (m *Sequential) TraceOnBatch(x, y Matrix) (*Trace, error) {
	if err := m.compiled("TraceOnBatch"); err != nil {
		return nil, err
	}
	if err := m.checkData("TraceOnBatch", x, y); err != nil {
		return nil, err
	}
	w := m.newWorkspace(x.Rows)
	t, outputs := w.traceForward(x, y)
	w.traceBackward(t, y, outputs, m.optimizerState, m.optimizerState.update)
	return t, nil
}

// traceForward begins the trace of a step.
func (w *workspace) traceForward(x, y Matrix) (t *Trace, outputs Matrix) {
	t = &Trace{Before: w.model.AppendParams(nil)}
	current := x
	w.look(true)
	for i, p := range w.passes {
		layer := LayerTrace{Name: w.model.layers[i].Name(), Inputs: current.clone()}
		current = p.forward(current, true)
		layer.Outputs = current.clone()
		if d, ok := p.(*densePass); ok {
			layer.PreActivations = Matrix{Rows: x.Rows, Cols: d.outs, Data: d.z[:x.Rows*d.outs]}.clone()
		}
		t.Layers = append(t.Layers, layer)
	}
	measured := w.measured(current)
	y = w.labels(y)
	_, whole := w.loss.(wholeBatch)
	for i := range y.Rows {
		row := 0.0
		if whole {
			row = float64(w.loss.row(y.Data, measured.Data)) // every row's
		} else {
			row = float64(w.loss.row(y.Row(i), measured.Row(i)))
		}
		t.RowLosses = append(t.RowLosses, row)
		t.Loss += row / float64(y.Rows)
	}
	t.Penalty = w.penalty(x.Rows)
	return t, current
}

// traceBackward makes the update.
func (w *workspace) traceBackward(t *Trace, y, outputs Matrix, s *optimizerState, update func()) {
	w.backward(y, outputs, nil)
	for i, p := range w.passes {
		if d, ok := p.(*densePass); ok {
			t.Layers[i].Deltas = d.deltas.clone()
		}
	}
	t.Gradient = append([]float32(nil), w.model.gradients...)
	t.Rate = s.optimizer.settings().rate(s.steps)
	update()
	t.After = w.model.AppendParams(nil)
	for _, slot := range s.step.state {
		t.State = append(t.State, append([]float32(nil), slot...))
	}
}

// Trace makes the training's next step, as Advance would, and returns all its
// numbers; nil when the training is over, or is now because a [TerminateOnNaN]
// met a loss that is not finite. Callbacks hear of it as of any other step.
// Errors: the training weighs its rows, or a callback failed.
func (t *Training) Trace() (*Trace, error) {
	if t.weights != nil {
		return nil, errors.New("nn: Training.Trace: the training weighs its rows; trace one without weights")
	}
	if err := t.stale(context.Background()); err != nil {
		return nil, err
	}
	if t.over() || (t.from == 0 && !t.beginEpoch()) {
		return nil, t.failed
	}
	if !t.beginBatch() {
		return nil, t.failed
	}
	end := min(t.from+t.config.BatchSize, t.x.Rows)
	x, y, _ := t.rows(t.from, end)
	w := t.work
	if w == nil { // the fused path has none, and one loss
		w = t.model.newWorkspace(y.Rows)
		w.given, w.exact, w.reduction = MeanSquaredError, nil, ""
	}
	trace, outputs := w.traceForward(x, y)
	w.count(t.accumulators, y, outputs, nil)
	loss := (trace.Loss + trace.Penalty) * float64(y.Rows)
	if t.checkFinite(loss) {
		w.traceBackward(trace, y, outputs, t.optimizerState, func() { t.learn(y.Rows) })
		for i := t.from; i < end; i++ {
			row := i
			if t.order != nil {
				row = t.order[i]
			}
			trace.Rows = append(trace.Rows, row)
		}
	} else {
		trace = nil
	}
	t.stepped(loss, end)
	t.gather()
	return trace, t.failed
}

func (m Matrix) clone() Matrix {
	m.Data = append([]float32(nil), m.Data...)
	return m
}
