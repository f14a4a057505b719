package numpy

import (
	"strconv"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func makeArray(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		signature := []string{"object", "dtype=", "*", "copy=", "order=", "subok=", "ndmin=", "like="}
		if name != "array" {
			signature = []string{"a", "dtype=", "order=", "*", "device=", "copy=", "like="}
		}
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		v := b.Value(signature[0])
		if text, ok := v.(eval.Str); ok && b.Has("dtype") {
			f, ok := parseFloat(text.V)
			if !ok {
				return nil, eval.Raise("ValueError", "could not convert string to float: "+quoted(t, v))
			}
			v = eval.Float{V: f, From: text.From}
		}
		if texts, ok := textsOf(v); ok {
			if !b.Has("dtype") {
				return texts, nil
			}
			if v, err = texts.numbers(t, isTexts(v)); err != nil {
				return nil, err
			}
		}
		a, err := numbers(t, v)
		if err != nil {
			return nil, err
		}
		dtype, err := dtypeOf(t, b, a.DType())
		if err != nil {
			return nil, err
		}
		if name != "array" && dtype == a.DType() && !a.IsScalar() && !a.Weak() {
			if _, own := v.(*Array); own {
				return v, nil
			}
		}
		a = a.AsArray().AsType(dtype)
		if b.Has("ndmin") {
			n, err := b.Int("ndmin", 0)
			if err != nil {
				return nil, err
			}
			for len(a.Shape()) < min(n, array.MaxAxes) {
				if a, err = a.ExpandDims(0); err != nil {
					return nil, raised(err)
				}
			}
		}
		return result(t, a, nil)
	}
}

func eye(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		first := map[string]string{"eye": "N", "identity": "n"}[name]
		b, err := args.Bind(name, first, "M=", "k=", "dtype=")
		if err != nil {
			return nil, err
		}
		rows, err := b.Int(first, 0)
		if err != nil {
			return nil, err
		}
		columns, err := b.Int("M", rows)
		if err != nil {
			return nil, err
		}
		k, err := b.Int("k", 0)
		if err != nil {
			return nil, err
		}
		dtype, err := dtypeOf(t, b, array.Float64)
		if err != nil {
			return nil, err
		}
		a, err := array.Eye(dtype, rows, columns, k)
		return result(t, a, err)
	}
}

func filled(name string, with int64) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "shape", "dtype=", "order=", "*", "device=", "like=")
		if err != nil {
			return nil, err
		}
		shape, err := shapeOf(t, b.Value("shape"))
		if err != nil {
			return nil, err
		}
		dtype, err := dtypeOf(t, b, array.Float64)
		if err != nil {
			return nil, err
		}
		a, err := array.Full(dtype, array.Int(with), shape...)
		return result(t, a, err)
	}
}

func filledLike(name string, with int64) goFunction {
	return arrayFirst(name, "a", []string{"dtype=", "order=", "subok=", "shape="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		dtype, err := dtypeOf(t, b, a.DType())
		if err != nil {
			return nil, err
		}
		shape := a.Shape()
		if b.Has("shape") {
			var err error
			if shape, err = shapeOf(t, b.Value("shape")); err != nil {
				return nil, err
			}
		}
		r, err := array.Full(dtype, array.Int(with), shape...)
		return result(t, r, err)
	})
}

func full(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("full", "shape", "fill_value", "dtype=", "order=")
	if err != nil {
		return nil, err
	}
	shape, err := shapeOf(t, b.Value("shape"))
	if err != nil {
		return nil, err
	}
	return fullOf(t, b, shape, nil)
}

func fullLike(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("full_like", "a", "fill_value", "dtype=", "order=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("a"))
	if err != nil {
		return nil, err
	}
	return fullOf(t, b, a.Shape(), a)
}

func fullOf(t *eval.Thread, b eval.Bound, shape []int, like *array.Array) (eval.Value, error) {
	value, err := numbers(t, b.Value("fill_value"))
	if err != nil {
		return nil, err
	}
	dtype := value.DType()
	if like != nil {
		dtype = like.DType()
	}
	if dtype, err = dtypeOf(t, b, dtype); err != nil {
		return nil, err
	}
	if len(value.Shape()) > 0 {
		wide, err := value.BroadcastTo(shape...)
		if err != nil {
			return nil, raised(err)
		}
		return result(t, wide.AsType(dtype), nil)
	}
	a, err := array.Full(dtype, value, shape...)
	return result(t, a, err)
}

// fromIter is np.fromiter: the array of what an iterable gives.
func fromIter(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("fromiter", "iter", "dtype", "count=", "*", "like=")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iter"))
	if err != nil {
		return nil, err
	}
	n, err := b.Int("count", -1)
	if err != nil {
		return nil, err
	}
	if n > len(items) {
		return nil, eval.Raise("ValueError", "iterator too short: Expected "+strconv.Itoa(n)+" but iterator had only "+strconv.Itoa(len(items))+" items.")
	}
	if n >= 0 {
		items = items[:n]
	}
	list := &eval.List{Items: items}
	return makeArray("array")(t, &eval.Args{Span: args.Span, Callee: args.Callee, List: []eval.Arg{{Value: list}, {Name: "dtype", Value: b.Value("dtype")}}})
}
