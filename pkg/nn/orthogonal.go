package nn

import (
	"math"
	"math/rand/v2"
)

// Orthogonal draws a matrix whose rows or columns, whichever are fewer, are
// orthogonal and as long as Gain. A bias is drawn as one row.
//
// Source: https://keras.io/api/layers/initializers/#orthogonalinitializer-class; Saxe,
// McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in
// deep linear neural networks", 2014.
type Orthogonal struct {
	Gain float64 // 1 in Keras
}

var _ = initializers.add(Entry{Name: "orthogonal", Class: "Orthogonal"}, func() any { return NewOrthogonal() })

// NewOrthogonal returns the initializer with Keras's defaults.
func NewOrthogonal() *Orthogonal { return &Orthogonal{Gain: 1} }

// Name is "orthogonal".
func (*Orthogonal) Name() string { return "orthogonal" }

// Hyperparameters returns gain.
func (o *Orthogonal) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("gain", "Gain", &o.Gain, -unlimited, unlimited)}
}

// Fill draws normal vectors and makes each orthogonal to those before it
// (Gram and Schmidt, twice for the rounding).
func (o *Orthogonal) Fill(r *rand.Rand, values []float32, shape []int) {
	rows, cols := 1, len(values)
	if len(shape) == 2 {
		rows, cols = shape[0], shape[1]
	}
	few, many := min(rows, cols), max(rows, cols)
	vectors := make([][]float64, few)
	for k := range vectors {
		v := make([]float64, many)
		for i := range v {
			v[i] = r.NormFloat64()
		}
		for range 2 {
			for _, before := range vectors[:k] {
				p := product(v, before)
				for i := range v {
					v[i] -= p * before[i]
				}
			}
			length := math.Sqrt(product(v, v))
			for i := range v {
				v[i] /= length
			}
		}
		vectors[k] = v
	}
	for i := range rows {
		for j := range cols {
			v := 0.0
			if rows <= cols {
				v = vectors[i][j]
			} else {
				v = vectors[j][i]
			}
			values[i*cols+j] = float32(o.Gain * v)
		}
	}
}
