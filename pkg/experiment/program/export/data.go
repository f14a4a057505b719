package export

import "firstneuron/pkg/experiment"

func xsOf(e experiment.Experiment) []float64 {
	xs := make([]float64, len(e.Points))
	for i, p := range e.Points {
		xs[i] = p.X[0]
	}
	return xs
}

func ysOf(e experiment.Experiment) []float64 {
	ys := make([]float64, len(e.Points))
	for i, p := range e.Points {
		ys[i] = p.Y
	}
	return ys
}

// askedOf returns the xs whose ys are predicted.
func askedOf(e experiment.Experiment) []float64 {
	xs := []float64{e.Predict[0]}
	for _, q := range e.Queries {
		xs = append(xs, q.X[0])
	}
	return xs
}
