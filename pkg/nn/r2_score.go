package nn

import "math"

// R2Score is 1 − Σ (y − p)² / Σ (y − mean y)² over all rows, averaged over the
// outputs: 1 for a perfect model, 0 for one that always answers the mean. An output
// whose labels are all equal has 0, as in Keras, or NaN where the model is right to
// the last bit.
//
// Source: https://keras.io/api/metrics/regression_metrics/#r2score-class
var R2Score = newMetric(Entry{Name: "r2_score", Class: "R2Score", FirstCourse: true}, r2Score{})

type r2Score struct{}

func (r2Score) Name() string { return "r2_score" }

func (r2Score) rises() bool { return true }

func (r2Score) accumulator(outputs int) accumulator {
	return &r2Accumulator{sums: make([]r2Sums, outputs)}
}

// r2Sums are the sums over the rows of one output.
type r2Sums struct{ weights, y, squares, errors float64 }

type r2Accumulator struct{ sums []r2Sums }

func (c *r2Accumulator) reset() { clear(c.sums) }

func (c *r2Accumulator) add(y, p []float32, weight float64) {
	for j := range c.sums {
		s, e := &c.sums[j], float64(y[j])-float64(p[j])
		s.weights += weight
		s.y += weight * float64(y[j])
		s.squares += weight * float64(y[j]) * float64(y[j])
		s.errors += weight * e * e
	}
}

func (c *r2Accumulator) result() float64 {
	var sum float64
	for _, s := range c.sums {
		if s.weights == 0 {
			continue
		}
		total := s.squares - s.y*s.y/s.weights
		if score := 1 - s.errors/total; !math.IsInf(score, 0) {
			sum += score
		}
	}
	return sum / float64(len(c.sums))
}
