package session

// Predict returns what the model answers for some xs, with the weights that are
// shown; nil when there is no such model.
func (s Session) Predict(xs ...float64) []float64 {
	return s.PredictWith(s.Shown().Params, xs...)
}

// PredictWith returns what the model answers with other weights.
func (s Session) PredictWith(params []float32, xs ...float64) []float64 {
	return s.derived().predictor.predict(params, xs)
}
