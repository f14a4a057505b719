package numpy

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

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
