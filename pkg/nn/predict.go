package nn

// batchSize is Keras's default for fit, evaluate and predict.
const batchSize = 32

// Predict returns the model's outputs [rows, units] for the inputs x [rows,
// features]. Errors: x has another number of features, has no rows, or holds a
// number that is not finite.
//
// Source: https://keras.io/api/models/model_training_apis/#predict-method
func (m *Sequential) Predict(x Matrix) (Matrix, error) {
	if m.broken != nil {
		return Matrix{}, m.broken
	}
	if err := x.check("Predict", "x", m.inputs); err != nil {
		return Matrix{}, err
	}
	outputs := NewMatrix(x.Rows, m.outputs)
	w := m.newWorkspace(min(x.Rows, batchSize))
	for from := 0; from < x.Rows; from += batchSize {
		end := min(from+batchSize, x.Rows)
		copy(outputs.rows(from, end).Data, w.forward(x.rows(from, end)).Data)
	}
	return outputs, nil
}

// Evaluate returns the loss of the model as it stands over the rows of x and
// y: unlike the loss that Fit logs, it is measured with one set of weights.
//
// Source: https://keras.io/api/models/model_training_apis/#evaluate-method
func (m *Sequential) Evaluate(x, y Matrix) (Logs, error) {
	if err := m.compiled("Evaluate"); err != nil {
		return Logs{}, err
	}
	if err := m.checkData("Evaluate", x, y); err != nil {
		return Logs{}, err
	}
	w := m.newWorkspace(min(x.Rows, batchSize))
	var sum float64
	for from := 0; from < x.Rows; from += batchSize {
		end := min(from+batchSize, x.Rows)
		sum += w.loss(y.rows(from, end), w.forward(x.rows(from, end)))
	}
	return Logs{keys: []string{"loss"}, values: []float64{sum / float64(x.Rows)}}, nil
}

// TrainOnBatch makes one update with all rows as the batch and returns their
// mean loss before it.
//
// Source: https://keras.io/api/models/model_training_apis/#trainonbatch-method
func (m *Sequential) TrainOnBatch(x, y Matrix) (Logs, error) {
	if err := m.compiled("TrainOnBatch"); err != nil {
		return Logs{}, err
	}
	if err := m.checkData("TrainOnBatch", x, y); err != nil {
		return Logs{}, err
	}
	w := m.newWorkspace(x.Rows)
	outputs := w.forward(x)
	sum := w.loss(y, outputs)
	w.backward(y, outputs)
	m.optimizer.update(m.params, m.gradients)
	return Logs{keys: []string{"loss"}, values: []float64{sum / float64(x.Rows)}}, nil
}
