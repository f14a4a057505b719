package nn

// Evaluator measures the loss of a model over the same data again and again,
// as a picture of the loss over the weights needs it, without allocating each
// time. Make one with [Sequential.NewEvaluator].
type Evaluator struct {
	model *Sequential
	run   *evaluation
	logs  []float64
}

// NewEvaluator returns an Evaluator of x [rows, features], y [rows, units]. The
// data are not copied. Errors as those of Evaluate.
func (m *Sequential) NewEvaluator(x, y Matrix) (*Evaluator, error) {
	if err := m.compiled("NewEvaluator"); err != nil {
		return nil, err
	}
	if err := m.checkData("NewEvaluator", x, y); err != nil {
		return nil, err
	}
	return &Evaluator{model: m, run: m.newEvaluation(dataset{x: x, y: y}, x.Rows), logs: make([]float64, 1+len(m.metrics))}, nil
}

// Loss sets the weights, flat in the order of AppendParams, and returns the
// loss with them, penalties of regularizers included: what Evaluate logs as
// "loss". It panics when their number is not the model's ParamCount.
func (e *Evaluator) Loss(params []float32) float64 {
	if len(params) != len(e.model.params) {
		panic("nn: Evaluator.Loss: give as many weights as the model has parameters")
	}
	copy(e.model.params, params)
	_ = e.run.run(e.logs) // which has no callbacks
	return e.logs[0]
}
