package numpy

import (
	"slices"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// arraysOf reads a list of arrays.
func arraysOf(t *eval.Thread, v eval.Value) ([]*array.Array, error) {
	items, err := t.Iterate(v)
	if err != nil {
		return nil, err
	}
	all := make([]*array.Array, len(items))
	for i, item := range items {
		a, err := numbers(t, item)
		if err != nil {
			return nil, err
		}
		all[i] = a.AsArray()
	}
	return all, nil
}

func join(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		first := "tup"
		signature := []string{first}
		switch name {
		case "concatenate", "concat", "stack":
			first = "arrays"
			signature = []string{first, "axis=", "out=", "*", "dtype=", "casting="}
		case "vstack", "hstack":
			signature = []string{first, "*", "dtype=", "casting="}
		}
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		all, err := arraysOf(t, b.Value(first))
		if err != nil {
			return nil, err
		}
		if v := lacks(t, name, b, "out", "dtype", "casting"); v != nil {
			return v, nil
		}
		zero := 0
		axis := &zero
		if b.Value("axis") != nil {
			if axis, err = axisOf(b); err != nil {
				return nil, err
			}
		}
		var a *array.Array
		switch name {
		case "stack":
			if axis == nil {
				return nil, eval.Raise("TypeError", "'NoneType' object cannot be interpreted as an integer")
			}
			a, err = array.Stack(all, *axis)
		case "vstack", "row_stack":
			a, err = array.VStack(all)
		case "hstack":
			a, err = array.HStack(all)
		case "column_stack":
			a, err = array.ColumnStack(all)
		default:
			a, err = array.Concatenate(all, axis)
		}
		return result(t, a, err)
	}
}

func appendTo(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("append", "arr", "values", "axis=")
	if err != nil {
		return nil, err
	}
	all, err := arraysOf(t, &eval.Tuple{Items: []eval.Value{b.Value("arr"), b.Value("values")}})
	if err != nil {
		return nil, err
	}
	axis, err := axisOf(b)
	if err != nil {
		return nil, err
	}
	a, err := array.Concatenate(all, axis)
	return result(t, a, err)
}

func insert(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("insert", "arr", "obj", "values", "axis=")
	if err != nil {
		return nil, err
	}
	all, err := arraysOf(t, &eval.Tuple{Items: []eval.Value{b.Value("arr"), b.Value("values")}})
	if err != nil {
		return nil, err
	}
	a, values := all[0], all[1]
	at, ok := eval.AsInt(b.Value("obj"))
	axis, err := axisOf(b)
	if err != nil {
		return nil, err
	}
	if !ok {
		return t.Lacks("numpy.insert(obj=[…])"), nil
	}
	along := 0
	if axis == nil {
		a = a.Ravel()
	} else if along, err = array.AxisIndex(*axis, len(a.Shape())); err != nil {
		return nil, raised(err)
	}
	n := a.Shape()[along]
	if at < -n || at > n {
		return nil, eval.Raise("IndexError", "index "+itoa(at)+" is out of bounds for axis "+itoa(along)+" with size "+itoa(n))
	}
	if at < 0 {
		at += n
	}
	shape := slices.Clone(a.Shape())
	shape[along] = 1
	if len(values.Shape()) > 0 && len(shape) == 1 {
		shape[0] = values.Size()
	}
	if len(values.Shape()) == 1 && len(shape) == 2 && along == 1 {
		if values, err = values.ExpandDims(1); err != nil {
			return nil, raised(err)
		}
	}
	wide, err := values.BroadcastTo(shape...)
	if err != nil {
		return nil, raised(err)
	}
	parts := func(from, to *int) (*array.Array, error) {
		index := make([]array.Index, along+1)
		for i := range index {
			index[i].Kind = array.Range
		}
		index[along].Start, index[along].Stop = from, to
		return a.Get(index...)
	}
	before, err := parts(nil, &at)
	if err != nil {
		return nil, raised(err)
	}
	after, err := parts(&at, nil)
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.Concatenate([]*array.Array{before, wide.AsType(a.DType()), after}, &along)
	return result(t, r, err)
}

// split cuts an array into equal parts, or at places.
func split(name string) goFunction {
	return arrayFirst(name, "ary", []string{"indices_or_sections", "axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		axis, err := b.Int("axis", 0)
		if err != nil {
			return nil, err
		}
		at, err := array.AxisIndex(axis, len(a.Shape()))
		if err != nil {
			return nil, raised(err)
		}
		n := a.Shape()[at]
		ends := []int{0}
		if parts, ok := eval.AsInt(b.Value("indices_or_sections")); ok {
			switch {
			case parts <= 0:
				return nil, eval.Raise("ValueError", "number sections must be larger than 0.")
			case name == "split" && n%parts != 0:
				return nil, eval.Raise("ValueError", "array split does not result in an equal division")
			}
			if err := t.Alloc(parts); err != nil {
				return nil, err
			}
			for i := range parts {
				size := n / parts
				if i < n%parts {
					size++
				}
				ends = append(ends, ends[i]+size)
			}
		} else {
			places, err := shapeOf(t, b.Value("indices_or_sections"))
			if err != nil {
				return nil, err
			}
			ends = append(append(ends, places...), n)
		}
		all := &eval.List{}
		for i := range len(ends) - 1 {
			index := make([]array.Index, at+1)
			for j := range index {
				index[j].Kind = array.Range
			}
			index[at].Start, index[at].Stop = &ends[i], &ends[i+1]
			part, err := a.Get(index...)
			if err != nil {
				return nil, raised(err)
			}
			all.Items = append(all.Items, &Array{part})
		}
		return all, nil
	})
}

func meshgrid(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("meshgrid", "*xi", "copy=", "sparse=", "indexing=")
	if err != nil {
		return nil, err
	}
	indexing := "xy"
	if b.Has("indexing") {
		indexing, _ = eval.AsStr(b.Value("indexing"))
	}
	if len(b.Rest) != 2 || b.Bool("sparse", false) {
		return t.Lacks("numpy.meshgrid of " + itoa(len(b.Rest)) + " axes"), nil
	}
	x, err := numbers(t, b.Rest[0].Value)
	if err != nil {
		return nil, err
	}
	y, err := numbers(t, b.Rest[1].Value)
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(2 * x.Size() * y.Size()); err != nil {
		return nil, err
	}
	xs, ys, err := array.MeshGrid(x.AsArray(), y.AsArray())
	if err != nil {
		return nil, failed(t, err)
	}
	if indexing == "ij" {
		ys, xs, err = array.MeshGrid(y.AsArray(), x.AsArray())
		if err != nil {
			return nil, failed(t, err)
		}
	}
	return &eval.Tuple{Items: []eval.Value{&Array{xs}, &Array{ys}}}, nil
}

func broadcastTo(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("broadcast_to", "array", "shape", "subok=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("array"))
	if err != nil {
		return nil, err
	}
	shape, err := shapeOf(t, b.Value("shape"))
	if err != nil {
		return nil, err
	}
	size := 1
	for _, n := range shape {
		if size *= max(n, 0); size > array.MaxElements {
			return nil, &eval.Limit{Kind: eval.Elements, At: t.Here()}
		}
	}
	r, err := a.AsArray().BroadcastTo(shape...)
	return result(t, r, err)
}
