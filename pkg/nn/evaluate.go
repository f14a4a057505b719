package nn

import (
	"fmt"
	"strconv"
)

// EvaluateConfig says how Evaluate goes over the data. The zero value is Keras's
// default.
type EvaluateConfig struct {
	// BatchSize is the number of rows that are measured together; 0 is 32.
	BatchSize int
	// SampleWeight multiplies each row's loss; nil is 1 for all. Of the metrics those
	// of [Weighted] know of it, as in Keras.
	SampleWeight []float32
	// Callbacks are told of each batch.
	Callbacks []TestCallback
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
		if isNil(callback) {
			return Logs{}, fmt.Errorf("nn: Evaluate: callback %d is nil; leave it out", i)
		}
		if c, ok := callback.(optimizerTaker); ok {
			if err := c.takeOptimizer(m.optimizerState); err != nil {
				return Logs{}, err
			}
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

// keys returns the names of what is logged, with a prefix such as "val_": of a metric's
// name again with its number, as keras/src/trainers/compile_utils.py has it. Copied into
// each of its callers it would be 4 kB more for the page to load.
//
//go:noinline
func (m *Sequential) keys(prefix string) []string {
	keys := make([]string, 0, 1+len(m.metrics))
	keys = append(keys, prefix+"loss")
	for i, metric := range m.metrics {
		if w, ok := metric.(weighing); ok { // and so are all that follow
			for _, name := range w.keysOf(m.metrics)[i:] {
				keys = append(keys, prefix+name)
			}
			break
		}
		name, before := metric.Name(), 0
		for _, other := range m.metrics[:i] {
			if other.Name() == name {
				before++
			}
		}
		if before > 0 {
			name += "_" + strconv.Itoa(before)
		}
		keys = append(keys, prefix+name)
	}
	return keys
}

// accumulators returns what counts each metric.
func (m *Sequential) accumulators() []accumulator {
	accumulators := make([]accumulator, len(m.metrics))
	for i, metric := range m.metrics {
		accumulators[i] = metric.accumulator(m.outputs)
	}
	return accumulators
}

// count adds the batch that went forward last to the metrics; the rows' weights, nil
// where all are 1, count in those that are weighted. As with the loss, crossentropies
// are measured from the logits where there are some.
func (w *workspace) count(accumulators []accumulator, y, p Matrix, weights []float32) {
	for k, c := range accumulators {
		given := weights
		if k < w.plain {
			given = nil
		}
		if m, ok := c.(*meanAccumulator); ok && m.metric.ofScores != nil && w.scores != nil {
			z := scoresOf(w.scores, p)
			for i := range y.Rows {
				m.count(m.metric.ofScores(y.Row(i), z.Row(i)), weightOf(given, i))
			}
			continue
		}
		y := y
		if m, ok := c.(*meanAccumulator); ok && m.metric.signs {
			y = signsOf(y, &w.room)
		}
		for i := range y.Rows {
			c.add(y.Row(i), p.Row(i), weightOf(given, i))
		}
	}
}

// weightOf returns the weight of a row, 1 where none are given.
func weightOf(weights []float32, row int) float64 {
	if weights == nil {
		return 1
	}
	return float64(weights[row])
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
		e.work.count(e.accumulators, rows.y, p, rows.weights)
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
