package pandas

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// locator is df.iloc, df.loc and those of a series.
type locator struct {
	frame  *Frame
	series *Series
	labels bool
}

// Class is the name of the type.
func (*locator) Class() string { return "pandas.core.indexing._iLocIndexer" }

// places are those of rows or columns that a part of a key names; one is true for a
// single one.
func (l *locator) places(t *eval.Thread, key eval.Value, names []eval.Value) (order []int64, one bool, err error) {
	n := len(names)
	if isMask(key) {
		order, err := masked(t, key, n)
		return order, false, err
	}
	if slice, ok := key.(eval.Slice); ok {
		if l.labels {
			return l.between(t, slice, names)
		}
		order, err := sliced(t, slice, n)
		return order, false, err
	}
	if list, ok := key.(*eval.List); ok {
		for _, item := range list.Items {
			part, _, err := l.places(t, item, names)
			if err != nil {
				return nil, false, err
			}
			order = append(order, part...)
		}
		return order, false, nil
	}
	if l.labels {
		at := find(names, key)
		if at < 0 {
			return nil, false, missing(t, key)
		}
		return []int64{int64(at)}, true, nil
	}
	at, ok := eval.AsInt(key)
	if !ok {
		return nil, false, eval.Raise("TypeError", "Cannot index by location index with a non-integer key")
	}
	if at < -n || at >= n {
		return nil, false, eval.Raise("IndexError", "single positional indexer is out-of-bounds")
	}
	return []int64{int64((at + n) % max(n, 1))}, true, nil
}

// between are the places from a label to another, which is among them.
func (l *locator) between(t *eval.Thread, slice eval.Slice, names []eval.Value) ([]int64, bool, error) {
	ends := [2]int{0, len(names) - 1}
	for i, v := range []eval.Value{slice.Start, slice.Stop} {
		if _, none := v.(eval.None); v == nil || none {
			continue
		}
		at := find(names, v)
		if at < 0 {
			return nil, false, missing(t, v)
		}
		ends[i] = at
	}
	order := []int64{}
	for i := ends[0]; i <= ends[1]; i++ {
		order = append(order, int64(i))
	}
	return order, false, nil
}

// Index is df.iloc[rows, columns].
func (l *locator) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if l.series != nil {
		order, one, err := l.places(t, key, l.series.index)
		if err != nil {
			return nil, err
		}
		if one {
			return l.series.at(t, int(order[0]))
		}
		return l.series.TakeRows(t, order)
	}
	rowsKey, columnsKey := key, eval.Value(eval.Slice{})
	if tuple, ok := key.(*eval.Tuple); ok && len(tuple.Items) == 2 {
		rowsKey, columnsKey = tuple.Items[0], tuple.Items[1]
	}
	columns, oneColumn, err := l.places(t, columnsKey, l.frame.names)
	if err != nil {
		return nil, err
	}
	rows, oneRow, err := l.places(t, rowsKey, l.frame.index)
	if err != nil {
		return nil, err
	}
	part := &Frame{index: l.frame.index}
	for _, at := range columns {
		part.names, part.columns = append(part.names, l.frame.names[at]), append(part.columns, l.frame.columns[at])
	}
	if oneColumn {
		s := part.column(0)
		if oneRow {
			return s.at(t, int(rows[0]))
		}
		return s.TakeRows(t, rows)
	}
	if oneRow {
		a, ok := part.matrix()
		if !ok {
			return t.Lacks("a row of texts and numbers"), nil
		}
		row, err := a.Get(array.Index{Kind: array.One, At: int(rows[0])})
		if err != nil {
			return nil, numpy.Failed(t, err)
		}
		return &Series{column: column{numbers: row}, index: part.names, name: part.index[rows[0]]}, nil
	}
	return part.TakeRows(t, rows)
}
