package script

import (
	"strings"
)

// ValueText writes the value of a property as a program does.
func (w *Writer) ValueText(key string) string {
	switch part, _, _ := strings.Cut(key, "."); part {
	case "optimizer":
		return w.OptimizerText()
	case "lr":
		return PythonNumber(w.Optimizer.LearningRate, false)
	case "loss":
		return w.LossText()
	case "metric", "activation":
		if w.Value(key) != "" {
			return `"` + w.Value(key) + `"`
		}
		return ""
	case "shuffle":
		if w.Shuffle {
			return "True"
		}
		return "False"
	case "validation":
		return PythonNumber(w.Validation, false)
	case "w", "b":
		if w.Initial == nil {
			return ""
		}
		return PythonNumber(map[string]float64{"w": w.Initial.W, "b": w.Initial.B}[part], false)
	case "predict":
		if w.Inputs > 1 {
			return "" // which is a row
		}
		return PythonNumber(w.Predict[0], false)
	case "patience":
		if w.Patience == 0 {
			return ""
		}
	case "stop":
		if w.StopLoss == 0 {
			return ""
		}
		return PythonNumber(w.StopLoss, false)
	}
	return w.Value(key)
}
