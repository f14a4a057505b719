package nn

import (
	"fmt"
	"math"
)

// LeastSquares describes a linear model with the mean squared error (one Dense
// of one unit, no activation) before it is trained. Its loss
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
	n, rows := x.Cols+1, float64(x.Rows)
	columns := make([][]float64, n)
	for j := range columns {
		columns[j] = make([]float64, x.Rows)
		for r := range columns[j] {
			columns[j][r] = 1
			if j < n-1 {
				columns[j][r] = float64(x.Data[r*x.Cols+j])
			}
		}
	}
	rest := make([]float64, x.Rows)
	for r := range rest {
		rest[r] = float64(y.Data[r])
	}
	triangle, right, rank := gramSchmidt(columns, rest)
	l := &LeastSquares{Solution: make([]float64, n), Loss: product(rest, rest) / rows}
	var images [][]float64
	images, l.Modes = jacobiSVD(triangle)
	for k, mode := range l.Modes {
		square := product(images[k], images[k])
		if k >= rank {
			square = 0 // but for rounding
		}
		l.Eigenvalues = append(l.Eigenvalues, 2*square/rows)
		if square > 0 {
			add(l.Solution, mode, product(images[k], right)/square)
		}
	}
	return l, nil
}

// Unique reports whether the data decide every weight. Where they do not, as
// with one x only, the loss does not change along a mode, whose eigenvalue is 0.
func (l *LeastSquares) Unique() bool { return l.Eigenvalues[len(l.Eigenvalues)-1] > 0 }

// LargestStableRate is 2/λmax: above it, gradient descent diverges.
func (l *LeastSquares) LargestStableRate() float64 { return 2 / l.Eigenvalues[0] }

// FastestRate is 2/(λmax + λmin), at which the slowest mode shrinks fastest.
// Modes of eigenvalue 0 do not count: nothing shrinks along them at any rate.
func (l *LeastSquares) FastestRate() float64 {
	least := l.Eigenvalues[0]
	for _, lambda := range l.Eigenvalues {
		if lambda > 0 {
			least = lambda
		}
	}
	return 2 / (l.Eigenvalues[0] + least)
}

// ModeErrors returns how far weights [kernel..., bias] are from the solution along
// each mode.
func (l *LeastSquares) ModeErrors(weights []float64) []float64 {
	parts := make([]float64, len(l.Modes))
	for k, mode := range l.Modes {
		for i, v := range mode {
			parts[k] += v * (weights[i] - l.Solution[i])
		}
	}
	return parts
}

// EpochsToReduce returns how many epochs of full batches mode k takes at a rate until
// its error is down to a part of what it was, such as 0.01; infinity when it
// does not shrink.
func (l *LeastSquares) EpochsToReduce(k int, rate, part float64) float64 {
	factor := math.Abs(1 - rate*l.Eigenvalues[k])
	switch {
	case factor >= 1:
		return math.Inf(1)
	case factor == 0:
		return 1
	}
	return math.Log(part) / math.Log(factor)
}

// gramSchmidt writes the columns, the last of them first, as orthogonal vectors of
// length 1 times a triangle, by Gram and Schmidt: taking the ones off the xs
// leaves what the xs differ by, which a sum of their squares would lose where
// they are as close together as years. The triangle comes by column, right has
// the parts of y along the vectors, and y is left with what is along none. Rank
// is how many columns are no sum of earlier ones.
func gramSchmidt(columns [][]float64, y []float64) (triangle [][]float64, right []float64, rank int) {
	n := len(columns)
	triangle, right = make([][]float64, n), make([]float64, n)
	for k := n - 1; k >= 0; k-- {
		column := columns[k]
		triangle[k] = make([]float64, n)
		length := magnitude(column)
		for i := n - 1; i > k; i-- {
			triangle[k][i] = product(columns[i], column)
			add(column, columns[i], -triangle[k][i])
		}
		left := magnitude(column)
		// Numbers of float32 that differ at all leave more than this, and
		// rounding less.
		if left <= 1e-11*length {
			clear(column)
			continue
		}
		rank++
		triangle[k][k] = left
		for r := range column {
			column[r] /= left
		}
		right[k] = product(column, y)
		add(y, column, -right[k])
	}
	return triangle, right, rank
}

// jacobiSVD returns unit vectors that a matrix, given by column, takes to images
// at right angles to each other, and these, the longest first: its singular
// vectors, by Jacobi's rotations from one side, which keep the digits of a short
// image beside a long one.
//
// Source: Demmel and Veselić, "Jacobi's method is more accurate than QR", 1992.
func jacobiSVD(columns [][]float64) (images, vectors [][]float64) {
	n := len(columns)
	vectors = make([][]float64, n)
	for i := range vectors {
		vectors[i] = make([]float64, n)
		vectors[i][i] = 1
	}
	for range 100 {
		turned := false
		for p := range n {
			for q := p + 1; q < n; q++ {
				pp, qq, pq := product(columns[p], columns[p]), product(columns[q], columns[q]), product(columns[p], columns[q])
				if math.Abs(pq) <= 1e-15*math.Sqrt(pp)*math.Sqrt(qq) {
					continue
				}
				turned = true
				theta := (qq - pp) / (2 * pq)
				t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
				if theta < 0 {
					t = -t
				}
				rotate(columns[p], columns[q], t)
				rotate(vectors[p], vectors[q], t)
			}
		}
		if !turned {
			break
		}
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			if magnitude(columns[j]) > magnitude(columns[i]) {
				columns[i], columns[j] = columns[j], columns[i]
				vectors[i], vectors[j] = vectors[j], vectors[i]
			}
		}
	}
	return columns, vectors
}

// rotate turns two vectors towards each other by the angle whose tangent is t.
func rotate(p, q []float64, t float64) {
	c := 1 / math.Sqrt(t*t+1)
	s := t * c
	for i := range p {
		p[i], q[i] = c*p[i]-s*q[i], s*p[i]+c*q[i]
	}
}
