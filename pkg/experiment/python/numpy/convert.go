package numpy

import (
	"errors"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// errUnsupported is an array of what is no number: texts, None, objects.
var errUnsupported = errors.New("numpy: an array of texts or objects")

// asArray reads what NumPy would make an array of. Numbers of Python's stay such.
func asArray(t *eval.Thread, v eval.Value) (*array.Array, error) {
	switch v := v.(type) {
	case *Array:
		return v.a, nil
	case eval.Bool:
		return array.Truth(v.V).SetPlace(v.From), nil
	case eval.Int:
		return array.Int(v.V).SetPlace(v.From), nil
	case eval.Float:
		return array.Float(v.V).SetPlace(v.From), nil
	case eval.Range:
		n := v.Len()
		if err := t.Alloc(n); err != nil {
			return nil, err
		}
		values := make([]int64, n)
		for i := range values {
			values[i] = v.Start + int64(i)*v.Step
		}
		return array.FromInts(values), nil
	case *eval.List:
		return fromItems(t, v.Items)
	case *eval.Tuple:
		return fromItems(t, v.Items)
	case eval.Array:
		return fromArray(v)
	case eval.Real:
		if f, whole, ok := v.Real(); ok {
			if whole {
				return array.Int(int64(f)), nil
			}
			return array.Float(f), nil
		}
	case eval.Str, eval.None, *eval.Dict:
		return nil, errUnsupported
	case eval.Iterable:
		items, err := v.Iterate(t)
		if err != nil {
			return nil, err
		}
		return fromItems(t, items)
	}
	return nil, errUnsupported
}

// fromArray reads an array of another package's.
func fromArray(v eval.Array) (*array.Array, error) {
	dtype, ok := array.Named(v.DType())
	if !ok {
		return nil, errUnsupported
	}
	values := append([]float64{}, v.Floats()...)
	a := array.FromFloats(values)
	a.SetPlaces(v.Origins())
	a, err := a.AsType(dtype).Reshape(v.Shape()...)
	return a, err
}

// nest is a nested list that becomes an array.
type nest struct {
	shape  []int
	ragged bool
	depth  int // of the first difference
	// The numbers so far, as both kinds, the type that holds them all, and their
	// places, which are nil as long as none is known.
	dtype  array.DType
	floats []float64
	ints   []int64
	places []python.Span
}

// add takes a number.
func (n *nest) add(dtype array.DType, f float64, i int64, place python.Span) {
	if len(n.floats) == 0 {
		n.dtype = dtype
	}
	n.dtype = array.Promote(n.dtype, dtype)
	if place != (python.Span{}) && n.places == nil {
		n.places = make([]python.Span, len(n.floats), cap(n.floats)+1)
	}
	n.floats, n.ints = append(n.floats, f), append(n.ints, i)
	if n.places != nil {
		n.places = append(n.places, place)
	}
}

// fromItems makes an array of a list of numbers, lists or arrays.
func fromItems(t *eval.Thread, items []eval.Value) (*array.Array, error) {
	var n nest
	if err := n.read(t, items, 0); err != nil {
		return nil, err
	}
	if n.ragged {
		shape := n.shape[:max(n.depth, 1)]
		axes := "1 dimensions"
		if len(shape) > 1 {
			axes = itoa(len(shape)) + " dimensions"
		}
		return nil, eval.Raise("ValueError", "setting an array element with a sequence. The requested array has an inhomogeneous shape after "+axes+
			". The detected shape was "+array.Tuple(shape)+" + inhomogeneous part.")
	}
	if err := t.Alloc(len(n.floats)); err != nil {
		return nil, err
	}
	if len(n.floats) == 0 {
		n.dtype = array.Float64
	}
	return array.Of(n.dtype, n.shape, n.floats, n.ints, n.places)
}

func (n *nest) read(t *eval.Thread, items []eval.Value, depth int) error {
	if depth > array.MaxAxes {
		return errUnsupported
	}
	if depth == len(n.shape) {
		n.shape = append(n.shape, len(items))
	} else if n.shape[depth] != len(items) {
		n.differ(depth)
		return nil
	}
	if err := t.Spend(len(items) / 4); err != nil {
		return err
	}
	for i, item := range items {
		var inner []eval.Value
		if len(n.shape) == depth+1 {
			number := true
			switch item := item.(type) {
			case eval.Float:
				n.add(array.Float64, item.V, int64(item.V), item.From)
			case eval.Int:
				n.add(array.Int64, float64(item.V), item.V, item.From)
			default:
				number = false
			}
			if number {
				continue
			}
		}
		switch item := item.(type) {
		case *eval.List:
			inner = item.Items
		case *eval.Tuple:
			inner = item.Items
		case eval.Range:
			var err error
			if inner, err = t.Iterate(item); err != nil {
				return err
			}
		case *Array:
			if len(item.a.Shape()) == 0 {
				break
			}
			var err error
			if inner, err = item.Iterate(t); err != nil {
				return err
			}
			if inner == nil {
				inner = []eval.Value{}
			}
		case eval.Array:
			a, err := fromArray(item)
			if err != nil {
				return err
			}
			if len(a.Shape()) == 0 {
				break
			}
			if inner, err = (&Array{a}).Iterate(t); err != nil {
				return err
			}
		}
		list := inner != nil
		switch item.(type) {
		case *eval.List, *eval.Tuple:
			list = true
		}
		if list {
			if i > 0 && len(n.shape) == depth+1 {
				n.differ(depth + 1)
				return nil
			}
			if err := n.read(t, inner, depth+1); err != nil {
				return err
			}
			continue
		}
		if len(n.shape) > depth+1 {
			n.differ(depth + 1)
			return nil
		}
		a, err := asArray(t, item)
		if err != nil {
			return err
		}
		n.add(a.DType(), a.Floats()[0], a.Ints()[0], (&Array{a}).Source())
	}
	return nil
}

func (n *nest) differ(depth int) {
	if !n.ragged || depth < n.depth {
		n.depth = depth
	}
	n.ragged = true
}

// numbers reads an argument as an array; arrays of texts lack.
func numbers(t *eval.Thread, v eval.Value) (*array.Array, error) {
	a, err := asArray(t, v)
	if errors.Is(err, errUnsupported) {
		return nil, t.Lacking("numpy.array of " + v.Class())
	}
	return a, raised(err)
}

// list is an array as nested lists of Python's numbers.
func list(t *eval.Thread, a *array.Array) (eval.Value, error) {
	if len(a.Shape()) == 0 {
		return item(a), nil
	}
	if err := t.Alloc(a.Size()); err != nil {
		return nil, err
	}
	floats, ints, places := a.Floats(), a.Ints(), a.Places()
	next := 0
	var nested func(axis int) eval.Value
	nested = func(axis int) eval.Value {
		if axis == len(a.Shape()) {
			v := plain(a.DType(), floats[next], ints[next])
			if places != nil {
				v = placed(v, places[next])
			}
			next++
			return v
		}
		l := &eval.List{Items: []eval.Value{}}
		for range a.Shape()[axis] {
			l.Items = append(l.Items, nested(axis+1))
		}
		return l
	}
	return nested(0), nil
}
