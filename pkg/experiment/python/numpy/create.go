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

func arange(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("arange", "start=", "stop=", "step=", "dtype=", "*", "device=", "like=")
	if err != nil {
		return nil, err
	}
	ends := [3]*array.Array{array.Int(0), nil, array.Int(1)}
	for i, name := range []string{"start", "stop", "step"} {
		if !b.Has(name) {
			continue
		}
		a, err := numbers(t, b.Value(name))
		if err != nil {
			return nil, err
		}
		if ends[i], err = a.Item(); err != nil {
			return nil, raised(err)
		}
	}
	switch {
	case !b.Has("start") && !b.Has("stop"):
		return nil, eval.Raise("TypeError", "arange() requires stop to be specified.")
	case !b.Has("stop"):
		ends[0], ends[1] = array.Int(0), ends[0]
	}
	natural := array.Int64
	for _, end := range ends {
		if end.DType().Floating() {
			natural = array.Float64
		}
	}
	dtype, err := dtypeOf(t, b, natural)
	if err != nil {
		return nil, err
	}
	a, err := array.Arange(ends[0], ends[1], ends[2], dtype)
	return result(t, a, err)
}

func linspace(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("linspace", "start", "stop", "num=", "endpoint=", "retstep=", "dtype=", "axis=", "*", "device=")
	if err != nil {
		return nil, err
	}
	if v := lacks(t, "linspace", b, "axis"); v != nil {
		return v, nil
	}
	var ends [2]float64
	for i, name := range []string{"start", "stop"} {
		a, err := numbers(t, b.Value(name))
		if err != nil {
			return nil, err
		}
		if a.Size() != 1 || len(a.Shape()) > 0 {
			return t.Lacks("numpy.linspace of arrays"), nil
		}
		ends[i] = a.Floats()[0]
	}
	n := 50
	if v := b.Value("num"); v != nil {
		var ok bool
		if n, ok = eval.AsInt(v); !ok {
			return nil, eval.Raise("TypeError", "'"+v.Class()+"' object cannot be interpreted as an integer")
		}
	}
	if n > array.MaxElements {
		return nil, &eval.Limit{Kind: eval.Elements, At: t.Here()}
	}
	dtype, err := dtypeOf(t, b, array.Float64)
	if err != nil {
		return nil, err
	}
	a, step, err := array.Linspace(ends[0], ends[1], n, b.Bool("endpoint", true))
	if err != nil {
		return nil, failed(t, err)
	}
	if dtype == array.Int64 || dtype == array.Int32 {
		if a, err = array.Unary("floor", a); err != nil {
			return nil, raised(err)
		}
	}
	v, err := result(t, a.AsType(dtype), nil)
	if err != nil || !b.Bool("retstep", false) {
		return v, err
	}
	return &eval.Tuple{Items: []eval.Value{v, &Array{array.Scalar(array.Float64, step)}}}, nil
}

func logspace(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("logspace", "start", "stop", "num=", "endpoint=", "base=", "dtype=")
	if err != nil {
		return nil, err
	}
	base, err := b.Float("base", 10)
	if err != nil {
		return nil, err
	}
	start, err := b.Float("start", 0)
	if err != nil {
		return nil, err
	}
	stop, err := b.Float("stop", 0)
	if err != nil {
		return nil, err
	}
	n, err := b.Int("num", 50)
	if err != nil {
		return nil, err
	}
	if n > array.MaxElements {
		return nil, &eval.Limit{Kind: eval.Elements, At: t.Here()}
	}
	a, _, err := array.Linspace(start, stop, n, b.Bool("endpoint", true))
	if err != nil {
		return nil, failed(t, err)
	}
	return binary(t, "power", array.Scalar(array.Float64, base), a)
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
