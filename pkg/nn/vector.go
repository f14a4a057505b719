package nn

import "math"

// Functions of one vector or two. The matrix products, which take the time, are in
// multiply.go.

// sumOf is Σ v.
func sumOf(values []float32) float32 {
	var sum float32
	for _, v := range values {
		sum += v
	}
	return sum
}

// maximum is the highest value.
func maximum(values []float32) float32 {
	highest := values[0]
	for _, v := range values[1:] {
		highest = max(highest, v)
	}
	return highest
}

// highest returns the place of the first highest value that is a number, 0 where there
// is none.
func highest(values []float32) int {
	at, top := 0, float32(-math.MaxFloat32)
	for j, v := range values {
		if v > top {
			at, top = j, v
		}
	}
	return at
}

// norm is the length of a vector, as Keras takes it to divide by: not 0.
func norm(v []float32) float32 {
	return float32(math.Sqrt(math.Max(float64(dot(v, v)), 1e-14)))
}

// logSumParts returns the two parts of log Σ exp(z), without overflow: taken off one
// after the other, small differences of large scores stay exact.
func logSumParts(z []float32) (top, logSum float32) {
	at := highest(z)
	rest := 0.0 // without the highest, whose exponential is 1
	for j, v := range z {
		if j != at {
			rest += math.Exp(float64(v - z[at]))
		}
	}
	return z[at], float32(math.Log1p(rest))
}

// product is a·b in float64.
func product(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// magnitude is the length of a vector.
func magnitude(v []float64) float64 { return math.Sqrt(product(v, v)) }

// add adds a multiple of v to sum.
func add(sum, v []float64, times float64) {
	for i := range sum {
		sum[i] += times * v[i]
	}
}
