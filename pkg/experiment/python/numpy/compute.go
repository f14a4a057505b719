package numpy

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// several reads several arguments as arrays.
func several(t *eval.Thread, b eval.Bound, names ...string) ([]*array.Array, error) {
	all := make([]*array.Array, len(names))
	for i, name := range names {
		a, err := numbers(t, b.Value(name))
		if err != nil {
			return nil, err
		}
		all[i] = a
	}
	return all, nil
}

func where(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("where", "condition", "x=", "y=")
	if err != nil {
		return nil, err
	}
	c, err := numbers(t, b.Value("condition"))
	if err != nil {
		return nil, err
	}
	if b.Value("x") == nil && b.Value("y") == nil {
		all := &eval.Tuple{}
		for _, axis := range c.NonZero() {
			all.Items = append(all.Items, &Array{axis})
		}
		return all, t.Alloc(c.Size())
	}
	if b.Value("x") == nil || b.Value("y") == nil {
		return nil, eval.Raise("ValueError", "either both or neither of x and y should be given")
	}
	both, err := several(t, b, "x", "y")
	if err != nil {
		return nil, err
	}
	a, err := array.Where(c, both[0], both[1])
	return result(t, a, err)
}

func clip(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("clip", "a", "a_min=", "a_max=", "out=", "*", "min=", "max=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("a"))
	if err != nil {
		return nil, err
	}
	var ends [2]*array.Array
	for i, names := range [2][2]string{{"a_min", "min"}, {"a_max", "max"}} {
		for _, name := range names {
			if b.Has(name) {
				if ends[i], err = numbers(t, b.Value(name)); err != nil {
					return nil, err
				}
			}
		}
	}
	r, err := array.Clip(a, ends[0], ends[1])
	return result(t, r, err)
}

func dot(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		names := []string{"a", "b"}
		if name == "matmul" {
			names = []string{"x1", "x2"}
		}
		b, err := args.Bind(name, names...)
		if err != nil {
			return nil, err
		}
		both, err := several(t, b, names...)
		if err != nil {
			return nil, err
		}
		x, y := both[0], both[1]
		switch name {
		case "outer":
			column, err := x.AsArray().Ravel().ExpandDims(1)
			if err != nil {
				return nil, raised(err)
			}
			return binary(t, "multiply", column, y.AsArray().Ravel())
		case "vdot":
			x, y = x.AsArray().Ravel(), y.AsArray().Ravel()
		case "inner":
			if len(y.Shape()) > 1 {
				if y, err = y.Transpose(nil); err != nil {
					return nil, raised(err)
				}
			}
		}
		if err := t.Spend(x.Size() * max(1, y.Size()/max(1, y.Shape0())) / 4); err != nil {
			return nil, err
		}
		f := array.Dot
		if name == "matmul" {
			f = array.Matmul
		}
		r, err := f(x, y)
		return result(t, r, err)
	}
}

// closeness is isclose or allclose.
func closeness(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "a", "b", "rtol=", "atol=", "equal_nan=")
		if err != nil {
			return nil, err
		}
		both, err := several(t, b, "a", "b")
		if err != nil {
			return nil, err
		}
		relative, err := b.Float("rtol", 1e-5)
		if err != nil {
			return nil, err
		}
		absolute, err := b.Float("atol", 1e-8)
		if err != nil {
			return nil, err
		}
		is, err := array.Binary("equal", both[0], both[1]) // for the shape
		if err != nil {
			return nil, failed(t, err)
		}
		shape := is.Shape()
		x, err := both[0].BroadcastTo(shape...)
		if err != nil {
			return nil, raised(err)
		}
		y, err := both[1].BroadcastTo(shape...)
		if err != nil {
			return nil, raised(err)
		}
		xs, ys := x.Floats(), y.Floats()
		all := true
		for i, v := range xs {
			w := ys[i]
			near := v == w || !math.IsInf(w, 0) && math.Abs(v-w) <= absolute+relative*math.Abs(w) ||
				b.Bool("equal_nan", false) && math.IsNaN(v) && math.IsNaN(w)
			xs[i] = 0
			if near {
				xs[i] = 1
			}
			all = all && near
		}
		if name == "allclose" {
			return eval.Bool{V: all}, nil
		}
		r, err := array.FromFloats(xs).AsType(array.Bool).Reshape(shape...)
		if err == nil && len(shape) == 0 {
			r = r.AsNumber()
		}
		return result(t, r, err)
	}
}

func arrayEqual(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("array_equal", "a1", "a2", "equal_nan=")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "a1", "a2")
	if err != nil {
		return nil, err
	}
	return eval.Bool{V: slices.Equal(both[0].Shape(), both[1].Shape()) && slices.Equal(both[0].Floats(), both[1].Floats())}, nil
}

func isin(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("isin", "element", "test_elements")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "element", "test_elements")
	if err != nil {
		return nil, err
	}
	among := map[float64]bool{}
	for _, v := range both[1].Floats() {
		among[v] = true
	}
	values := both[0].Floats()
	for i, v := range values {
		values[i] = 0
		if among[v] {
			values[i] = 1
		}
	}
	r, err := array.FromFloats(values).AsType(array.Bool).Reshape(both[0].Shape()...)
	return result(t, r, err)
}

// vectorize makes a function of numbers one of arrays, which calls it for each.
func vectorize(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("vectorize", "pyfunc", "otypes=", "doc=", "excluded=", "cache=", "signature=")
	if err != nil {
		return nil, err
	}
	if v := lacks(t, "vectorize", b, "otypes", "excluded", "signature"); v != nil {
		return v, nil
	}
	function := b.Value("pyfunc")
	return eval.NewBuiltin("vectorize", func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		if len(args.List) != 1 {
			return t.Lacks("numpy.vectorize of several arguments"), nil
		}
		a, err := numbers(t, args.List[0].Value)
		if err != nil {
			return nil, err
		}
		items, err := (&Array{a.AsArray().Ravel()}).Iterate(t)
		if err != nil {
			return nil, err
		}
		for i, item := range items {
			if items[i], err = t.Call(function, item); err != nil {
				return nil, err
			}
			if u, unknown := items[i].(eval.Unknown); unknown {
				return u, nil
			}
		}
		r, err := numbers(t, &eval.List{Items: items})
		if err != nil {
			return nil, err
		}
		r, err = r.Reshape(a.Shape()...)
		return result(t, r, err)
	}), nil
}
