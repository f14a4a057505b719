package pandas

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// masked are the places where a mask of truths is true.
func masked(t *eval.Thread, mask eval.Value, n int) ([]int64, error) {
	a, err := numpy.Of(t, mask)
	if err != nil {
		return nil, err
	}
	if a.Size() != n {
		return nil, eval.Raise("ValueError", "Item wrong length "+itoa(a.Size())+" instead of "+itoa(n)+".")
	}
	order := []int64{}
	for i, v := range a.Floats() {
		if v != 0 {
			order = append(order, int64(i))
		}
	}
	return order, nil
}

func isMask(v eval.Value) bool {
	switch v := v.(type) {
	case eval.Array:
		return v.DType() == "bool"
	case *eval.List:
		if len(v.Items) == 0 {
			return false
		}
		_, truth := v.Items[0].(eval.Bool)
		return truth
	}
	return false
}

// Index is s[label], s[mask] or s[a:b].
func (s *Series) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if isMask(key) {
		order, err := masked(t, key, s.len())
		if err != nil {
			return nil, err
		}
		return s.TakeRows(t, order)
	}
	if slice, ok := key.(eval.Slice); ok {
		order, err := sliced(t, slice, s.len())
		if err != nil {
			return nil, err
		}
		return s.TakeRows(t, order)
	}
	if list, ok := key.(*eval.List); ok {
		var order []int64
		for _, label := range list.Items {
			at := find(s.index, label)
			if at < 0 {
				return nil, missing(t, label)
			}
			order = append(order, int64(at))
		}
		return s.TakeRows(t, order)
	}
	at := find(s.index, key)
	if at < 0 {
		return nil, missing(t, key)
	}
	return s.at(t, at)
}

// SetIndex sets values by their labels.
func (s *Series) SetIndex(t *eval.Thread, key, v eval.Value) error {
	f, ok := eval.AsFloat(v)
	if s.numbers == nil || !ok {
		return eval.Raise("NotImplementedError", "this page sets numbers of a Series only")
	}
	at := find(s.index, key)
	if at < 0 {
		return missing(t, key)
	}
	if err := s.numbers.Set(array.Float(f), array.Index{Kind: array.One, At: at}); err != nil {
		return eval.Raise("ValueError", err.Error())
	}
	return nil
}

// sliced are the places of a slice.
func sliced(t *eval.Thread, slice eval.Slice, n int) ([]int64, error) {
	all := make([]int64, n)
	for i := range all {
		all[i] = int64(i)
	}
	parts, err := numpy.IndexOf(t, slice)
	if err != nil {
		return nil, err
	}
	a, err := array.FromInts(all).Get(parts...)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	return a.Ints(), nil
}
