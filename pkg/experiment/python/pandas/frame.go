package pandas

import (
	"slices"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// Frame is a DataFrame: columns of one length with their names, and labels of the
// rows.
type Frame struct {
	names   []eval.Value
	columns []column
	index   []eval.Value
	// path is that of the file which the data at hand stands for. Of a column that
	// the file may have and the data has not nothing is known.
	path string
}

// lost is what a column that is not there is: outside where the table stands for a
// file, else pandas's error.
func (f *Frame) lost(t *eval.Thread, message string) (eval.Value, error) {
	if f.path != "" {
		return eval.Unknown{Why: eval.Outside, Text: f.path, At: t.Here()}, nil
	}
	return nil, eval.Raise("KeyError", message)
}

var _ interface {
	eval.Attributed
	eval.Indexed
	eval.IndexSetter
	eval.Operand
	eval.Iterable
	eval.Sized
	eval.Truthy
	eval.Printable
	eval.Array
} = (*Frame)(nil)

// find is the place of a column, -1 for none.
func (f *Frame) find(name eval.Value) int { return find(f.names, name) }

// column is a column as a series.
func (f *Frame) column(at int) *Series {
	return &Series{column: f.columns[at], index: f.index, name: f.names[at]}
}

// Class is the name of the type.
func (*Frame) Class() string { return "pandas.DataFrame" }

// Shape is the number of rows and of columns.
func (f *Frame) Shape() []int { return []int{len(f.index), len(f.columns)} }

// matrix is the table as an array; ok is false where there are texts in it.
func (f *Frame) matrix() (a *array.Array, ok bool) {
	if len(f.columns) == 0 {
		return array.FromFloats(nil), false
	}
	var all []*array.Array
	for _, c := range f.columns {
		if c.numbers == nil {
			return nil, false
		}
		all = append(all, c.numbers)
	}
	a, err := array.ColumnStack(all)
	return a, err == nil
}

// DType is the type of the elements of its array.
func (f *Frame) DType() string {
	if a, ok := f.matrix(); ok {
		return a.DType().String()
	}
	return "object"
}

// Floats are its numbers, row by row.
func (f *Frame) Floats() []float64 {
	if a, ok := f.matrix(); ok {
		return a.Floats()
	}
	return make([]float64, len(f.index)*len(f.columns))
}

// Origins are the places of their literals.
func (f *Frame) Origins() []python.Span {
	if a, ok := f.matrix(); ok {
		return a.Places()
	}
	return nil
}

// Len is the number of rows.
func (f *Frame) Len() (int, error) { return len(f.index), nil }

// Truth is ambiguous.
func (f *Frame) Truth() (bool, error) {
	return false, eval.Raise("ValueError", "The truth value of a DataFrame is ambiguous. Use a.empty, a.item(), a.any() or a.all().")
}

// Iterate are the names of the columns.
func (f *Frame) Iterate(*eval.Thread) ([]eval.Value, error) { return f.names, nil }

// TakeRows are the rows at places.
func (f *Frame) TakeRows(t *eval.Thread, order []int64) (eval.Value, error) {
	if err := t.Alloc(len(order) * len(f.columns)); err != nil {
		return nil, err
	}
	part := &Frame{names: f.names, index: takeLabels(f.index, order), path: f.path}
	for _, c := range f.columns {
		taken, err := c.take(order)
		if err != nil {
			return nil, numpy.Failed(t, err)
		}
		part.columns = append(part.columns, taken)
	}
	return part, nil
}

// Binary computes with an operator, column by column.
func (f *Frame) Binary(t *eval.Thread, operator string, other eval.Value, reflected bool) (eval.Value, error) {
	result := &Frame{names: f.names, index: f.index}
	if _, number := eval.AsFloat(other); !number {
		s, ok := other.(*Series)
		if !ok || len(s.index) != len(f.names) || !slices.EqualFunc(s.index, f.names, sameLabel) {
			return t.Lacks("arithmetic of a DataFrame with a " + other.Class()), nil
		}
	}
	for i := range f.columns {
		value := other
		if s, ok := other.(*Series); ok {
			var err error
			if value, err = s.at(t, i); err != nil {
				return nil, err
			}
		}
		v, err := f.column(i).Binary(t, operator, value, reflected)
		if err != nil {
			return nil, err
		}
		s, ok := v.(*Series)
		if !ok {
			return v, nil
		}
		result.columns = append(result.columns, s.column)
	}
	return result, nil
}

func (f *Frame) astype(t *eval.Thread, dtype array.DType) (eval.Value, error) {
	result := &Frame{names: f.names, index: f.index}
	for _, c := range f.columns {
		if c.numbers == nil {
			return t.Lacks("pandas.DataFrame.astype of texts"), nil
		}
		result.columns = append(result.columns, column{numbers: c.numbers.AsType(dtype)})
	}
	return result, t.Alloc(len(f.index) * len(f.columns))
}

func concat(t *eval.Thread, _ *eval.Args) (eval.Value, error) {
	return t.Lacks("pandas.concat"), nil
}
