package nn

import (
	"fmt"
	"math"
)

// Matrix is a table of float32, row by row: element (i, j) is
// Data[i*Cols+j]. As data it is [rows, features] or [rows, labels]; as a
// layer's output it is [batch, units]. The zero value is an empty matrix.
type Matrix struct {
	Rows, Cols int
	Data       []float32
}

// NewMatrix returns a matrix of zeros. It panics when a dimension is negative.
func NewMatrix(rows, cols int) Matrix {
	if rows < 0 || cols < 0 {
		panic(fmt.Sprintf("nn: NewMatrix: %d×%d has a negative dimension", rows, cols))
	}
	return Matrix{Rows: rows, Cols: cols, Data: floats(rows * cols)}
}

// Column returns the values as one column, [len(values), 1]: what Keras makes
// of a flat array when the model wants one feature.
func Column(values ...float32) Matrix {
	return Matrix{Rows: len(values), Cols: 1, Data: append([]float32(nil), values...)}
}

// FromRows returns a copy of the rows as a matrix. Rows of different lengths
// are an error.
func FromRows(rows [][]float32) (Matrix, error) {
	if len(rows) == 0 {
		return Matrix{}, nil
	}
	m := Matrix{Rows: len(rows), Cols: len(rows[0])}
	m.Data = make([]float32, 0, m.Rows*m.Cols)
	for i, row := range rows {
		if len(row) != m.Cols {
			return Matrix{}, fmt.Errorf("nn: FromRows: row %d has %d values, row 0 has %d; give every row as many", i, len(row), m.Cols)
		}
		m.Data = append(m.Data, row...)
	}
	return m, nil
}

// Row returns row i without copying it.
func (m Matrix) Row(i int) []float32 { return m.Data[i*m.Cols : (i+1)*m.Cols : (i+1)*m.Cols] }

// rows returns rows from to end without copying them.
func (m Matrix) rows(from, end int) Matrix {
	return Matrix{Rows: end - from, Cols: m.Cols, Data: m.Data[from*m.Cols : end*m.Cols]}
}

// check reports what is wrong with a matrix that came from a caller: call and
// name say whose it is, cols what the model wants.
func (m Matrix) check(call, name string, cols int) error {
	switch {
	case m.Rows == 0:
		return fmt.Errorf("nn: %s: %s has no rows; give at least one", call, name)
	case m.Rows < 0 || m.Cols < 0 || m.Cols > 0 && m.Rows > math.MaxInt/m.Cols:
		return fmt.Errorf("nn: %s: %s has %d rows of %d columns, which no memory holds; make it with Column or FromRows", call, name, m.Rows, m.Cols)
	case len(m.Data) != m.Rows*m.Cols:
		return fmt.Errorf("nn: %s: %s has %d values, but %d rows of %d columns hold %d; make it with Column or FromRows",
			call, name, len(m.Data), m.Rows, m.Cols, m.Rows*m.Cols)
	case m.Cols != cols:
		return fmt.Errorf("nn: %s: %s has shape [%d, %d], the model wants [rows, %d]", call, name, m.Rows, m.Cols, cols)
	}
	for i, v := range m.Data {
		if !finite(v) {
			return fmt.Errorf("nn: %s: %s has %v in row %d, column %d; give finite numbers", call, name, v, i/m.Cols, i%m.Cols)
		}
	}
	return nil
}

// finite reports whether v is neither infinite nor NaN: for those two alone
// v−v is not 0.
func finite(v float32) bool { return v-v == 0 }

// allFinite is called with every step of a training that checks for finite losses: no branch for each
// value, and four sums that do not wait for each other.
func allFinite(values []float32) bool {
	var a, b, c, d float32
	for ; len(values) >= 4; values = values[4:] {
		v := values[:4:4]
		a += v[0] - v[0]
		b += v[1] - v[1]
		c += v[2] - v[2]
		d += v[3] - v[3]
	}
	for _, v := range values {
		a += v - v
	}
	return a+b+c+d == 0
}
