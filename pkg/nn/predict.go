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
	logs := LogsOf(m.keys(""), make([]float64, 1+len(m.metrics)))
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

// count adds the batch that went forward last to the metrics. As with the loss,
// crossentropies are measured from the logits where there are some.
func (w *workspace) count(accumulators []accumulator, y, p Matrix) {
	for _, c := range accumulators {
		if m, ok := c.(*meanAccumulator); ok && m.metric.ofScores != nil && w.scores != nil {
			z := scoresOf(w.scores, p)
			for i := range y.Rows {
				m.count(m.metric.ofScores(y.Row(i), z.Row(i)), 1)
			}
			continue
		}
		y := y
		if m, ok := c.(*meanAccumulator); ok && m.metric.signs {
			y = signsOf(y, &w.room)
		}
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
		e.work.count(e.accumulators, batch.y, p)
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
	values := []float64{w.lossOf(y, p, nil)/float64(x.Rows) + w.penalty(x.Rows)}
	w.count(accumulators, y, p)
	for _, c := range accumulators {
		values = append(values, c.result())
	}
	w.backward(y, p, nil)
	m.optimizerState.update()
	return LogsOf(m.keys(""), values), nil
}
