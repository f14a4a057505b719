package nn

import (
	"errors"
	"fmt"
)

// batchSize is Keras's default for fit, evaluate and predict.
const batchSize = 32

// PredictConfig says how Predict goes over the data. The zero value is Keras's
// default.
type PredictConfig struct {
	// BatchSize is the number of rows that are computed together; 0 is 32.
	BatchSize int
	// Callback is told of each batch; nil is none, and [PredictCallbacks] are several.
	Callback PredictCallback
}

// Predict returns the model's outputs [rows, units] for the inputs x [rows,
// features]. Of several configs the first counts. Errors: x has another number of
// features, has no rows, or holds a number that is not finite, or a callback failed.
//
// Source: https://keras.io/api/models/model_training_apis/#predict-method
func (m *Sequential) Predict(x Matrix, config ...PredictConfig) (Matrix, error) {
	if err := m.broken(); err != nil {
		return Matrix{}, err
	}
	if err := x.check("Predict", "x", m.inputs); err != nil {
		return Matrix{}, err
	}
	var c PredictConfig
	if len(config) > 0 {
		c = config[0]
	}
	size, err := batchOf("Predict", c.BatchSize)
	if err != nil {
		return Matrix{}, err
	}
	told := c.Callback
	if told != nil {
		if isNil(told) {
			return Matrix{}, errors.New("nn: Predict: the callback is nil; leave it out")
		}
		if err := told.PredictBegin(); err != nil {
			return Matrix{}, err
		}
	}
	outputs := NewMatrix(x.Rows, m.outputs)
	w := m.newWorkspace(min(x.Rows, size))
	for batch, from := 0, 0; from < x.Rows; batch++ {
		end := from + min(size, x.Rows-from)
		if told != nil {
			if err := told.PredictBatchBegin(batch); err != nil {
				return Matrix{}, err
			}
		}
		part := outputs.rows(from, end)
		copy(part.Data, w.forward(x.rows(from, end), false).Data)
		if told != nil {
			if err := told.PredictBatchEnd(batch, part); err != nil {
				return Matrix{}, err
			}
		}
		from = end
	}
	if told != nil {
		if err := told.PredictEnd(); err != nil {
			return Matrix{}, err
		}
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
