package nn

// BatchConfig says how TrainOnBatch weighs the rows. The zero value is Keras's default.
//
// Source: https://keras.io/api/models/model_training_apis/#trainonbatch-method
type BatchConfig struct {
	// SampleWeight and ClassWeight are as in [FitConfig]; at most one may be given.
	SampleWeight []float32
	ClassWeight  map[int]float64
}

// TrainOnBatch makes one update with all rows as the batch and returns their
// loss and metrics before it. Of several configs the first counts. Errors as those of
// Evaluate. Keras's test_on_batch and predict_on_batch are [Sequential.Evaluate] and
// [Sequential.Predict] with as many rows in a batch as there are.
//
// Source: https://keras.io/api/models/model_training_apis/#trainonbatch-method
func (m *Sequential) TrainOnBatch(x, y Matrix, config ...BatchConfig) (Logs, error) {
	if err := m.compiled("TrainOnBatch"); err != nil {
		return Logs{}, err
	}
	if err := m.checkData("TrainOnBatch", x, y); err != nil {
		return Logs{}, err
	}
	var c BatchConfig
	if len(config) > 0 {
		c = config[0]
	}
	weights, err := rowWeights("TrainOnBatch", c.SampleWeight, c.ClassWeight, y)
	if err != nil {
		return Logs{}, err
	}
	w, accumulators := m.newWorkspace(x.Rows), m.accumulators()
	p := w.forward(x, true)
	values := []float64{w.lossOf(y, p, weights)/float64(x.Rows) + w.penalty(x.Rows)}
	w.count(accumulators, y, p, weights)
	for _, c := range accumulators {
		values = append(values, c.result())
	}
	w.backward(y, p, weights)
	m.optimizerState.update()
	return LogsOf(m.keys(""), values), nil
}
