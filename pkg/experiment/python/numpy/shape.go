package numpy

import "firstneuron/pkg/experiment/python/eval"

// axisOf reads an axis: nil for None.
func axisOf(b eval.Bound) (*int, error) {
	if !b.Has("axis") {
		return nil, nil
	}
	n, err := b.Int("axis", 0)
	return &n, err
}

// shapeOf reads a shape: a number or a tuple of them.
func shapeOf(t *eval.Thread, v eval.Value) ([]int, error) {
	if n, ok := eval.AsInt(v); ok {
		return []int{n}, nil
	}
	var items []eval.Value
	switch v := v.(type) {
	case *eval.Tuple:
		items = v.Items
	case *eval.List:
		items = v.Items
	case *Array:
		if v.a.DType().Floating() || len(v.a.Shape()) != 1 {
			return nil, eval.Raise("TypeError", "'"+v.Class()+"' object cannot be interpreted as an integer")
		}
		for _, n := range v.a.Ints() {
			items = append(items, eval.Int{V: n})
		}
	default:
		return nil, eval.Raise("TypeError", "'"+v.Class()+"' object cannot be interpreted as an integer")
	}
	if err := t.Spend(len(items)); err != nil {
		return nil, err
	}
	shape := make([]int, len(items))
	for i, item := range items {
		n, ok := eval.AsInt(item)
		if !ok {
			return nil, eval.Raise("TypeError", "'"+item.Class()+"' object cannot be interpreted as an integer")
		}
		shape[i] = n
	}
	return shape, nil
}

// tuple is a tuple of whole numbers.
func tuple(numbers []int) *eval.Tuple {
	v := &eval.Tuple{}
	for _, n := range numbers {
		v.Items = append(v.Items, eval.Int{V: int64(n)})
	}
	return v
}
