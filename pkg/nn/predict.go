package nn

// batchSize is Keras's default for fit, evaluate and predict.
const batchSize = 32

// Predict returns the model's outputs [rows, units] for the inputs x [rows,
// features]. Errors: x has another number of features, has no rows, or holds a
// number that is not finite.
//
// Source: https://keras.io/api/models/model_training_apis/#predict-method
func (m *Sequential) Predict(x Matrix) (Matrix, error) {
	if m.buildErr != nil {
		return Matrix{}, m.buildErr
	}
	if err := x.check("Predict", "x", m.inputs); err != nil {
		return Matrix{}, err
	}
	outputs := NewMatrix(x.Rows, m.outputs)
	w := m.newWorkspace(min(x.Rows, batchSize))
	for from := 0; from < x.Rows; from += batchSize {
		end := min(from+batchSize, x.Rows)
		copy(outputs.rows(from, end).Data, w.forward(x.rows(from, end), false).Data)
	}
	return outputs, nil
}

// Evaluate returns the loss and the metrics of the model as it stands over the
// rows of x and y: unlike those that Fit logs, they are measured with one set
// of weights. Errors: the model is not compiled, or x and y do not fit it.
//
// Source: https://keras.io/api/models/model_training_apis/#evaluate-method
func (m *Sequential) Evaluate(x, y Matrix) (Logs, error) {
	if err := m.compiled("Evaluate"); err != nil {
		return Logs{}, err
	}
	if err := m.checkData("Evaluate", x, y); err != nil {
		return Logs{}, err
	}
	e := m.newEvaluation(dataset{x: x, y: y}, batchSize)
	logs := Logs{keys: m.keys(""), values: make([]float64, 1+len(m.metrics))}
	e.run(logs.values)
	return logs, nil
}

// keys returns the names of what is logged, with a prefix such as "val_".
func (m *Sequential) keys(prefix string) []string {
	keys := []string{prefix + "loss"}
	for _, metric := range m.metrics {
		keys = append(keys, prefix+metric.Name())
	}
	return keys
}

// counters returns a counter for each metric.
func (m *Sequential) accumulators() []accumulator {
	accumulators := make([]accumulator, len(m.metrics))
	for i, metric := range m.metrics {
		accumulators[i] = metric.accumulator(m.outputs)
	}
	return accumulators
}

// count adds a batch to the metrics.
func count(accumulators []accumulator, y, p Matrix) {
	for _, c := range accumulators {
		for i := range y.Rows {
			c.add(y.Row(i), p.Row(i), 1)
		}
	}
}

// An evaluation measures the model over some data, again and again.
type evaluation struct {
	work         *workspace
	data         dataset
	batch        int
	accumulators []accumulator
}

func (m *Sequential) newEvaluation(d dataset, batch int) *evaluation {
	batch = min(batch, d.x.Rows)
	return &evaluation{work: m.newWorkspace(batch), data: d, batch: batch, accumulators: m.accumulators()}
}

// run writes the loss and the metrics into logs.
func (e *evaluation) run(logs []float64) {
	for _, c := range e.accumulators {
		c.reset()
	}
	var sum float64
	for from := 0; from < e.data.x.Rows; from += e.batch {
		batch := e.data.rows(from, min(from+e.batch, e.data.x.Rows))
		p := e.work.forward(batch.x, false)
		sum += e.work.lossOf(batch.y, p, batch.weights) + e.work.penalty(p.Rows)*float64(p.Rows)
		count(e.accumulators, batch.y, p)
	}
	logs[0] = sum / float64(e.data.x.Rows)
	for i, c := range e.accumulators {
		logs[1+i] = c.result()
	}
}

// TrainOnBatch makes one update with all rows as the batch and returns their
// loss and metrics before it. Errors as those of Evaluate.
//
// Source: https://keras.io/api/models/model_training_apis/#trainonbatch-method
func (m *Sequential) TrainOnBatch(x, y Matrix) (Logs, error) {
	if err := m.compiled("TrainOnBatch"); err != nil {
		return Logs{}, err
	}
	if err := m.checkData("TrainOnBatch", x, y); err != nil {
		return Logs{}, err
	}
	w, accumulators := m.newWorkspace(x.Rows), m.accumulators()
	p := w.forward(x, true)
	logs := Logs{keys: m.keys(""), values: []float64{w.lossOf(y, p, nil)/float64(x.Rows) + w.penalty(x.Rows)}}
	count(accumulators, y, p)
	for _, c := range accumulators {
		logs.values = append(logs.values, c.result())
	}
	w.backward(y, p, nil)
	m.optimizerState.update()
	return logs, nil
}
