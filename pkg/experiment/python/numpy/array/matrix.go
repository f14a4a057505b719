package array

import "math"

// Matmul is x @ y.
func Matmul(x, y *Array) (*Array, error) {
	if len(x.shape) == 0 || len(y.shape) == 0 {
		which := "0"
		if len(x.shape) > 0 {
			which = "1"
		}
		return nil, valueError("matmul: Input operand " + which + " does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
	}
	a, b, column := x, y, false
	if len(a.shape) == 1 {
		a, _ = a.ExpandDims(0)
	}
	if len(b.shape) == 1 {
		b, _ = b.ExpandDims(1)
		column = true
	}
	if len(a.shape) > 2 || len(b.shape) > 2 {
		return nil, &Error{"NotImplementedError", "a product of arrays of more than two axes"}
	}
	if a.shape[1] != b.shape[0] {
		return nil, valueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size " +
			itoa(b.shape[0]) + " is different from " + itoa(a.shape[1]) + ")")
	}
	result, err := product(a, b)
	if err != nil {
		return nil, err
	}
	shape := []int{}
	if len(x.shape) > 1 {
		shape = append(shape, a.shape[0])
	}
	if !column {
		shape = append(shape, b.shape[1])
	}
	result, err = result.Reshape(shape...)
	if err != nil {
		return nil, err
	}
	return number(result), nil
}

// product is that of two matrices which fit.
func product(a, b *Array) (*Array, error) {
	rows, inner, columns := a.shape[0], a.shape[1], b.shape[1]
	dtype := promote(a.dtype, b.dtype)
	result, err := New(dtype, rows, columns)
	if err != nil {
		return nil, err
	}
	if rows*columns > 0 && inner > 50*MaxElements/(rows*columns) {
		return nil, &Error{"MemoryError", "a product of so many steps is more than this page gives a program"}
	}
	if !dtype.Floating() {
		xs, ys := a.Ints(), b.Ints()
		for i := range rows {
			for j := range columns {
				s := int64(0)
				for k := range inner {
					s += xs[i*inner+k] * ys[k*columns+j]
				}
				result.setInt(i*columns+j, s)
			}
		}
		return result, nil
	}
	xs, ys := a.rounded(dtype), b.rounded(dtype)
	for i := range rows {
		for j := range columns {
			s := 0.0
			for k := range inner {
				s += xs[i*inner+k] * ys[k*columns+j]
			}
			result.setFloat(i*columns+j, s)
		}
	}
	return result, nil
}

// Dot is np.dot: a product with a number, of rows, or of matrices.
func Dot(x, y *Array) (*Array, error) {
	if len(x.shape) == 0 || len(y.shape) == 0 {
		return Binary("multiply", x, y)
	}
	last, first := len(x.shape)-1, max(len(y.shape)-2, 0)
	if x.shape[last] != y.shape[first] {
		return nil, valueError("shapes " + tight(x.shape) + " and " + tight(y.shape) + " not aligned: " + itoa(x.shape[last]) +
			" (dim " + itoa(last) + ") != " + itoa(y.shape[first]) + " (dim " + itoa(first) + ")")
	}
	return Matmul(x, y)
}

// Solve is the x of a·x = b, for a square a, by Gauss's elimination with pivots.
func Solve(a, b *Array) (*Array, error) {
	if len(a.shape) != 2 || a.shape[0] != a.shape[1] {
		return nil, &Error{"numpy.linalg.LinAlgError", "Last 2 dimensions of the array must be square"}
	}
	n := a.shape[0]
	if len(b.shape) == 0 || b.shape[0] != n || n > 200 {
		return nil, valueError("solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size " + tight(b.shape) + " is different from " + itoa(n) + ")")
	}
	width := b.Size() / max(n, 1)
	m, r := a.Floats(), b.Floats()
	for c := range n {
		p := c
		for i := c + 1; i < n; i++ {
			if math.Abs(m[i*n+c]) > math.Abs(m[p*n+c]) {
				p = i
			}
		}
		if m[p*n+c] == 0 {
			return nil, &Error{"numpy.linalg.LinAlgError", "Singular matrix"}
		}
		for k := range n {
			m[p*n+k], m[c*n+k] = m[c*n+k], m[p*n+k]
		}
		for k := range width {
			r[p*width+k], r[c*width+k] = r[c*width+k], r[p*width+k]
		}
		for i := range n {
			if i == c {
				continue
			}
			f := m[i*n+c] / m[c*n+c]
			for k := c; k < n; k++ {
				m[i*n+k] -= f * m[c*n+k]
			}
			for k := range width {
				r[i*width+k] -= f * r[c*width+k]
			}
		}
	}
	for i := range n {
		for k := range width {
			r[i*width+k] /= m[i*n+i]
		}
	}
	return floatArray(Float64, append([]int{}, b.shape...), r), nil
}

// LeastSquares are the coefficients c for which a·c comes nearest to b, by
// Householder's reflections.
func LeastSquares(a, b *Array) (*Array, error) {
	rows, n := a.shape[0], a.shape[1]
	m, r := a.Floats(), b.Floats()
	for c := range min(n, rows) {
		norm := 0.0
		for i := c; i < rows; i++ {
			norm = math.Hypot(norm, m[i*n+c])
		}
		if norm == 0 {
			continue
		}
		if m[c*n+c] > 0 {
			norm = -norm
		}
		v := make([]float64, rows)
		for i := c; i < rows; i++ {
			v[i] = m[i*n+c]
		}
		v[c] -= norm
		square := 0.0
		for _, x := range v {
			square += x * x
		}
		for k := c; k <= n; k++ {
			s := 0.0
			for i := c; i < rows; i++ {
				s += v[i] * at(m, r, i, k, n)
			}
			s *= 2 / square
			for i := c; i < rows; i++ {
				if k == n {
					r[i] -= s * v[i]
				} else {
					m[i*n+k] -= s * v[i]
				}
			}
		}
	}
	x := make([]float64, n)
	for i := min(n, rows) - 1; i >= 0; i-- {
		s := r[i]
		for k := i + 1; k < n; k++ {
			s -= m[i*n+k] * x[k]
		}
		if math.Abs(m[i*n+i]) > 1e-13*math.Abs(m[0]) {
			x[i] = s / m[i*n+i]
		}
	}
	return FromFloats(x), nil
}

func at(m, r []float64, i, k, n int) float64 {
	if k == n {
		return r[i]
	}
	return m[i*n+k]
}

// PolyFit are the coefficients of the polynomial of a degree that comes nearest to
// the points, the highest power first. As in NumPy the columns are scaled to a
// length of 1.
func PolyFit(x, y *Array, degree int) (*Array, error) {
	switch {
	case degree < 0:
		return nil, valueError("expected deg >= 0")
	case len(x.shape) != 1:
		return nil, typeError("expected 1D vector for x")
	case x.Size() == 0:
		return nil, typeError("expected non-empty vector for x")
	case x.shape[0] != y.shape[0]:
		return nil, typeError("expected x and y to have same length")
	case degree > 100:
		return nil, &Error{"MemoryError", "a polynomial of more than 100 degrees is more than this page gives a program"}
	}
	xs := x.Floats()
	n := degree + 1
	a, err := New(Float64, len(xs), n)
	if err != nil {
		return nil, err
	}
	scale := make([]float64, n)
	for i, v := range xs {
		p := 1.0
		for k := degree; k >= 0; k-- {
			a.data.floats[i*n+k] = p
			scale[k] += p * p
			p *= v
		}
	}
	for i := range a.data.floats {
		a.data.floats[i] /= math.Sqrt(scale[i%n])
	}
	c, err := LeastSquares(a, y)
	if err != nil {
		return nil, err
	}
	for k := range c.data.floats {
		c.data.floats[k] /= math.Sqrt(scale[k])
	}
	return c, nil
}

// PolyVal is the polynomial of coefficients at x, by Horner's rule.
func PolyVal(coefficients, x *Array) (*Array, error) {
	result, err := Full(resultType(coefficients, x), Float(0), x.shape...)
	for i := 0; err == nil && i < coefficients.Size(); i++ {
		if result, err = Binary("multiply", result, x); err != nil {
			return nil, err
		}
		c := coefficients.element(coefficients.offset + i*coefficients.strides[0])
		result, err = Binary("add", result, c)
	}
	return result, err
}

// Diff are the differences of neighbours along an axis.
func Diff(x *Array, axis int) (*Array, error) {
	at, err := AxisIndex(axis, len(x.shape))
	if err != nil {
		return nil, err
	}
	after, before := make([]Index, at+1), make([]Index, at+1)
	one, back := 1, -1
	for i := range after {
		after[i].Kind, before[i].Kind = Range, Range
	}
	after[at].Start, before[at].Stop = &one, &back
	a, err := x.Get(after...)
	if err != nil {
		return nil, err
	}
	b, err := x.Get(before...)
	if err != nil {
		return nil, err
	}
	if x.dtype == Bool {
		return Binary("not_equal", a, b)
	}
	return Binary("subtract", a, b)
}
