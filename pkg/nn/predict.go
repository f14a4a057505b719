package nn

import "fmt"

// batchSize is Keras's default for fit, evaluate and predict.
const batchSize = 32

// PredictConfig says how Predict goes over the data. The zero value is Keras's
// default.
type PredictConfig struct {
	// BatchSize is the number of rows that are computed together; 0 is 32.
	BatchSize int
}

// EvaluateConfig says how Evaluate goes over the data. The zero value is Keras's
// default.
type EvaluateConfig struct {
	// BatchSize is the number of rows that are measured together; 0 is 32.
	BatchSize int
	// SampleWeight multiplies each row's loss; nil is 1 for all. Metrics do not know
	// of it, as in Keras.
	SampleWeight []float32
	// Callbacks are told of each batch.
	Callbacks []TestCallback
}

// Predict returns the model's outputs [rows, units] for the inputs x [rows,
// features]. Of several configs the first counts. Errors: x has another number of
// features, has no rows, or holds a number that is not finite.
//
// Source: https://keras.io/api/models/model_training_apis/#predict-method
func (m *Sequential) Predict(x Matrix, config ...PredictConfig) (Matrix, error) {
	if m.buildErr != nil {
		return Matrix{}, m.buildErr
	}
	if err := x.check("Predict", "x", m.inputs); err != nil {
		return Matrix{}, err
	}
	size := 0
	if len(config) > 0 {
		size = config[0].BatchSize
	}
	size, err := batchOf("Predict", size)
	if err != nil {
		return Matrix{}, err
	}
	outputs := NewMatrix(x.Rows, m.outputs)
	w := m.newWorkspace(min(x.Rows, size))
	for from := 0; from < x.Rows; from += size {
		end := from + min(size, x.Rows-from)
		copy(outputs.rows(from, end).Data, w.forward(x.rows(from, end), false).Data)
	}
	return outputs, nil
}

// batchOf returns a batch size, Keras's where it is 0.
func batchOf(call string, size int) (int, error) {
	switch {
	case size < 0:
		return 0, fmt.Errorf("nn: %s: the batch size is %d; give at least 1", call, size)
	case size == 0:
		return batchSize, nil
	}
	return size, nil
}

// Evaluate returns the loss and the metrics of the model as it stands over the
// rows of x and y: unlike those that Fit logs, they are measured with one set
// of weights. Of several configs the first counts. Errors: the model is not
// compiled, x and y or the config do not fit it, or a callback failed.
//
// Source: https://keras.io/api/models/model_training_apis/#evaluate-method
func (m *Sequential) Evaluate(x, y Matrix, config ...EvaluateConfig) (Logs, error) {
	if err := m.compiled("Evaluate"); err != nil {
		return Logs{}, err
	}
	if err := m.checkData("Evaluate", x, y); err != nil {
		return Logs{}, err
	}
	var c EvaluateConfig
	if len(config) > 0 {
		c = config[0]
	}
	size, err := batchOf("Evaluate", c.BatchSize)
	if err != nil {
		return Logs{}, err
	}
	if err := checkSampleWeights("Evaluate", c.SampleWeight, y.Rows); err != nil {
		return Logs{}, err
	}
	for i, callback := range c.Callbacks {
		if callback == nil {
			return Logs{}, fmt.Errorf("nn: Evaluate: callback %d is nil; leave it out", i)
		}
	}
	e := m.newEvaluation(dataset{x: x, y: y, weights: c.SampleWeight}, size)
	e.callbacks = c.Callbacks
	logs := LogsOf(m.keys(""), make([]float64, 1+len(m.metrics)))
	if err := e.run(logs.values); err != nil {
		return Logs{}, err
	}
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
	callbacks    []TestCallback
	keys         []string
}

func (m *Sequential) newEvaluation(d dataset, batch int) *evaluation {
	batch = min(batch, d.x.Rows)
	return &evaluation{work: m.newWorkspace(batch), data: d, batch: batch, accumulators: m.accumulators(), keys: m.keys("")}
}

// run writes the loss and the metrics into logs. Errors: those of callbacks.
func (e *evaluation) run(logs []float64) error {
	for _, c := range e.accumulators {
		c.reset()
	}
	for _, callback := range e.callbacks {
		if err := callback.TestBegin(); err != nil {
			return err
		}
	}
	var sum float64
	for batch, from := 0, 0; from < e.data.x.Rows; batch++ {
		end := from + min(e.batch, e.data.x.Rows-from)
		for _, callback := range e.callbacks {
			if err := callback.TestBatchBegin(batch); err != nil {
				return err
			}
		}
		rows := e.data.rows(from, end)
		p := e.work.forward(rows.x, false)
		sum += e.work.lossOf(rows.y, p, rows.weights) + e.work.penalty(p.Rows)*float64(p.Rows)
		e.work.count(e.accumulators, rows.y, p)
		for _, callback := range e.callbacks {
			if err := callback.TestBatchEnd(batch, soFar(e.keys, sum/float64(end), e.accumulators)); err != nil {
				return err
			}
		}
		from = end
	}
	logs[0] = sum / float64(e.data.x.Rows)
	for i, c := range e.accumulators {
		logs[1+i] = c.result()
	}
	for _, callback := range e.callbacks {
		if err := callback.TestEnd(LogsOf(e.keys, logs[:len(e.keys)])); err != nil {
			return err
		}
	}
	return nil
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
