package pandas

import (
	"errors"
	"slices"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// Index is df["x"], df[["x", "y"]], df[mask] or df[a:b].
func (f *Frame) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if isMask(key) {
		order, err := masked(t, key, len(f.index))
		if err != nil {
			return nil, err
		}
		return f.TakeRows(t, order)
	}
	switch key := key.(type) {
	case eval.Slice:
		order, err := sliced(t, key, len(f.index))
		if err != nil {
			return nil, err
		}
		return f.TakeRows(t, order)
	case *eval.List, *labels:
		wanted, err := t.Iterate(key)
		if err != nil {
			return nil, err
		}
		return f.choose(t, wanted)
	}
	at := f.find(key)
	if at < 0 {
		text, err := t.Repr(key)
		if err != nil {
			return nil, err
		}
		return f.lost(t, text)
	}
	return f.column(at), nil
}

// choose is the table of some columns.
func (f *Frame) choose(t *eval.Thread, wanted []eval.Value) (eval.Value, error) {
	part := &Frame{index: f.index, path: f.path}
	var lost []eval.Value
	for _, name := range wanted {
		at := f.find(name)
		if at < 0 {
			lost = append(lost, name)
			continue
		}
		part.names, part.columns = append(part.names, f.names[at]), append(part.columns, f.columns[at])
	}
	if lost == nil {
		return part, nil
	}
	text, err := t.Repr(&eval.List{Items: lost})
	if err != nil {
		return nil, err
	}
	if len(lost) < len(wanted) {
		return f.lost(t, "\""+text+" not in index\"")
	}
	names := &labels{lost}
	if text, err = names.Repr(t); err != nil {
		return nil, err
	}
	return f.lost(t, "\"None of ["+text+"] are in the [columns]\"")
}

// SetIndex is df["x"] = values.
func (f *Frame) SetIndex(t *eval.Thread, key, v eval.Value) error {
	rows := len(f.index)
	var c column
	if number, ok := eval.AsFloat(v); ok {
		dtype := array.Float64
		if _, whole := eval.AsInt(v); whole {
			dtype = array.Int64
		}
		full, err := array.Full(dtype, array.Float(number), rows)
		if err != nil {
			return numpy.Failed(t, err)
		}
		c = column{numbers: full}
	} else {
		given, err := columnOf(t, v)
		var instead *eval.Instead
		if errors.As(err, &instead) {
			return eval.Raise("NotImplementedError", "this page has columns of numbers and of texts")
		}
		if err != nil {
			return err
		}
		c = given
		if c.len() != rows && len(f.columns) > 0 {
			return eval.Raise("ValueError", "Length of values ("+itoa(c.len())+") does not match length of index ("+itoa(rows)+")")
		}
	}
	if len(f.columns) == 0 {
		f.index = counting(c.len())
	}
	if at := f.find(key); at >= 0 {
		f.columns[at] = c
		return nil
	}
	f.names, f.columns = append(slices.Clone(f.names), key), append(slices.Clone(f.columns), c)
	return nil
}
