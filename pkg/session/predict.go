package session

import (
	"firstneuron/pkg/nn"
)

// Predict returns what the model answers for some xs, with the weights that are
// shown; nil when there is no such model.
func (s Session) Predict(xs ...float64) []float64 {
	return s.PredictWith(s.Shown().Params, xs...)
}

// PredictWith returns what the model answers with other weights.
func (s Session) PredictWith(params []float32, xs ...float64) []float64 {
	model, err := s.Experiment.Model()
	if err != nil {
		return nil
	}
	if err := model.SetParams(params); err != nil {
		return nil
	}
	inputs := make([]float32, len(xs))
	for i, x := range xs {
		inputs[i] = float32(x)
	}
	outputs, err := model.Predict(nn.Column(inputs...))
	if err != nil {
		return nil
	}
	ys := make([]float64, len(xs))
	for i := range ys {
		ys[i] = float64(outputs.Data[i])
	}
	return ys
}
