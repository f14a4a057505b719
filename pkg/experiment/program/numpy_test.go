package program

import (
	"firstneuron/pkg/experiment/python/eval"
)

// NumPyColumn is what print shows of a float32 array of shape (n, 1), as predict
// returns it.
func NumPyColumn(values []float32) string {
	text, err := eval.NewThread("", eval.Config{}).Str(floats32(values, len(values), 1))
	if err != nil {
		return err.Error()
	}
	return text
}
