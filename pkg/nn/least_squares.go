package nn

import (
	"fmt"
	"math"
)

// LeastSquares is what can be said of a linear model with the mean squared
// error (one Dense of one unit, no activation) before it is trained. Its loss
// is a quadratic bowl over the weights w = [kernel..., bias]:
//
//	loss(w) = 1/rows Σ (x·kernel + bias − y)²,  Hessian = 2/rows Σ [x 1]ᵀ[x 1]
//
// Gradient descent with a rate η shrinks the error along each eigenvector of
// the Hessian by the factor 1 − η·λ an epoch, on its own: these are its modes.
//
// Source: Goh, "Why momentum really works", Distill, 2017.
type LeastSquares struct {
	// Eigenvalues of the Hessian, the largest first, and the unit vectors that
	// belong to them.
	Eigenvalues []float64
	Modes       [][]float64
	// Solution are the weights of the least loss, [kernel..., bias]; of many,
	// the shortest. Loss is their loss.
	Solution []float64
	Loss     float64
}

// AnalyzeLeastSquares analyzes the data x [rows, features], y [rows, 1]. It is
// computed in float64. Errors: x and y do not fit, or hold a number that is not
// finite.
func AnalyzeLeastSquares(x, y Matrix) (*LeastSquares, error) {
	if err := firstError(x.check("AnalyzeLeastSquares", "x", x.Cols), y.check("AnalyzeLeastSquares", "y", 1)); err != nil {
		return nil, err
	}
	if y.Rows != x.Rows {
		return nil, fmt.Errorf("nn: AnalyzeLeastSquares: y has %d rows, x has %d; give one y per x", y.Rows, x.Rows)
	}
	n := x.Cols + 1
	hessian, right := make([][]float64, n), make([]float64, n)
	for i := range hessian {
		hessian[i] = make([]float64, n)
	}
	row := make([]float64, n)
	row[n-1] = 1
	scale := 2 / float64(x.Rows)
	for r := range x.Rows {
		for j, v := range x.Row(r) {
			row[j] = float64(v)
		}
		for i, a := range row {
			right[i] += scale * a * float64(y.Data[r])
			for j, b := range row {
				hessian[i][j] += scale * a * b
			}
		}
	}
	l := &LeastSquares{}
	l.Eigenvalues, l.Modes = eigen(hessian)
	l.Solution = make([]float64, n)
	for k, mode := range l.Modes {
		if lambda := l.Eigenvalues[k]; lambda > 1e-12*l.Eigenvalues[0] {
			part := product(mode, right) / lambda
			for i, v := range mode {
				l.Solution[i] += part * v
			}
		}
	}
	for r := range x.Rows {
		e := l.Solution[n-1] - float64(y.Data[r])
		for j, v := range x.Row(r) {
			e += l.Solution[j] * float64(v)
		}
		l.Loss += e * e / float64(x.Rows)
	}
	return l, nil
}

// LargestStableRate is 2/λmax: above it, gradient descent diverges.
func (l *LeastSquares) LargestStableRate() float64 { return 2 / l.Eigenvalues[0] }

// FastestRate is 2/(λmax + λmin), at which the slowest mode shrinks fastest.
func (l *LeastSquares) FastestRate() float64 {
	return 2 / (l.Eigenvalues[0] + l.Eigenvalues[len(l.Eigenvalues)-1])
}

// Split returns how far weights [kernel..., bias] are from the solution along
// each mode.
func (l *LeastSquares) Split(weights []float64) []float64 {
	parts := make([]float64, len(l.Modes))
	for k, mode := range l.Modes {
		for i, v := range mode {
			parts[k] += v * (weights[i] - l.Solution[i])
		}
	}
	return parts
}

// Epochs returns how many epochs of full batches mode k takes at a rate until
// its error is down to a part of what it was, such as 0.01; infinity when it
// does not shrink.
func (l *LeastSquares) Epochs(k int, rate, part float64) float64 {
	factor := math.Abs(1 - rate*l.Eigenvalues[k])
	switch {
	case factor >= 1:
		return math.Inf(1)
	case factor == 0:
		return 1
	}
	return math.Log(part) / math.Log(factor)
}

// eigen returns the eigenvalues of a symmetric matrix, the largest first, and
// its unit eigenvectors, by Jacobi's rotations.
func eigen(a [][]float64) (values []float64, vectors [][]float64) {
	n := len(a)
	vectors = make([][]float64, n) // by row
	for i := range vectors {
		vectors[i] = make([]float64, n)
		vectors[i][i] = 1
	}
	for range 100 {
		var off, on float64
		for i := range n {
			for j := range n {
				if i != j {
					off += a[i][j] * a[i][j]
				} else {
					on += a[i][j] * a[i][j]
				}
			}
		}
		if off <= 1e-30*on {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(a, vectors, p, q)
			}
		}
	}
	values = make([]float64, n)
	for i := range n {
		values[i] = max(a[i][i], 0) // a Hessian of squares has none below
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			if values[j] > values[i] {
				values[i], values[j] = values[j], values[i]
				vectors[i], vectors[j] = vectors[j], vectors[i]
			}
		}
	}
	return values, vectors
}

// rotate makes a[p][q] zero.
func rotate(a, vectors [][]float64, p, q int) {
	if a[p][q] == 0 {
		return
	}
	theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(t*t+1)
	s := t * c
	for k := range a {
		a[k][p], a[k][q] = c*a[k][p]-s*a[k][q], s*a[k][p]+c*a[k][q]
	}
	for k := range a {
		a[p][k], a[q][k] = c*a[p][k]-s*a[q][k], s*a[p][k]+c*a[q][k]
		vectors[p][k], vectors[q][k] = c*vectors[p][k]-s*vectors[q][k], s*vectors[p][k]+c*vectors[q][k]
	}
}
