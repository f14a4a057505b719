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

func polyfit(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("polyfit", "x", "y", "deg", "rcond=", "full=", "w=", "cov=")
	if err != nil {
		return nil, err
	}
	if v := lacks(t, "polyfit", b, "full", "w", "cov"); v != nil {
		return v, nil
	}
	both, err := several(t, b, "x", "y")
	if err != nil {
		return nil, err
	}
	degree, err := b.Int("deg", 1)
	if err != nil {
		return nil, err
	}
	if len(both[1].Shape()) > 1 {
		return t.Lacks("numpy.polyfit of several columns"), nil
	}
	if err := t.Spend(both[0].Size() * (degree*degree + 1)); err != nil {
		return nil, err
	}
	c, err := array.PolyFit(both[0], both[1], degree)
	return result(t, c, err)
}

func polyval(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("polyval", "p", "x")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "p", "x")
	if err != nil {
		return nil, err
	}
	if err := t.Spend(both[0].Size() * both[1].Size() / 4); err != nil {
		return nil, err
	}
	v, err := array.PolyVal(both[0].AsArray().AtLeast1D(), both[1])
	return result(t, v, err)
}

func interp(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("interp", "x", "xp", "fp", "left=", "right=", "period=")
	if err != nil {
		return nil, err
	}
	if v := lacks(t, "interp", b, "left", "right", "period"); v != nil {
		return v, nil
	}
	all, err := several(t, b, "x", "xp", "fp")
	if err != nil {
		return nil, err
	}
	x, xs, ys := all[0].Floats(), all[1].Floats(), all[2].Floats()
	switch {
	case len(xs) != len(ys):
		return nil, eval.Raise("ValueError", "fp and xp are not of the same length.")
	case len(xs) == 0:
		return nil, eval.Raise("ValueError", "array of sample points is empty")
	}
	for i, v := range x {
		j, _ := slices.BinarySearch(xs, v)
		switch {
		case j == 0:
			x[i] = ys[0]
		case j == len(xs):
			x[i] = ys[j-1]
		default:
			x[i] = ys[j-1] + (ys[j]-ys[j-1])/(xs[j]-xs[j-1])*(v-xs[j-1])
		}
		if j < len(xs) && xs[j] == v {
			x[i] = ys[j]
		}
	}
	r, err := array.FromFloats(x).Reshape(all[0].Shape()...)
	if err == nil && len(all[0].Shape()) == 0 {
		r = r.AsNumber()
	}
	return result(t, r, err)
}

func searchSorted(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("searchsorted", "a", "v", "side=", "sorter=")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "a", "v")
	if err != nil {
		return nil, err
	}
	side, _ := eval.AsStr(b.Value("side"))
	return result(t, array.SearchSorted(both[0], both[1], side == "right"), nil)
}

// covariance is cov or corrcoef of one or two rows of numbers, or of the rows of a
// matrix.
func covariance(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		signature := []string{"m", "y=", "rowvar=", "bias=", "ddof="}
		if name == "corrcoef" {
			signature = []string{"x", "y=", "rowvar="}
		}
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		names := []string{signature[0]}
		if b.Has("y") {
			names = append(names, "y")
		}
		all, err := several(t, b, names...)
		if err != nil {
			return nil, err
		}
		m, err := array.VStack(all)
		if err != nil {
			return nil, raised(err)
		}
		if !b.Bool("rowvar", true) {
			if m, err = m.Transpose(nil); err != nil {
				return nil, raised(err)
			}
		}
		rows, n := m.Shape()[0], m.Shape()[1]
		if err := t.Spend(rows * rows * n / 4); err != nil {
			return nil, err
		}
		less := 1
		if b.Bool("bias", false) {
			less = 0
		}
		if less, err = b.Int("ddof", less); err != nil {
			return nil, err
		}
		axis := 1
		mean, err := array.Reduce("mean", m, &axis, true, 0)
		if err != nil {
			return nil, raised(err)
		}
		if m, err = array.Binary("subtract", m, mean); err != nil {
			return nil, raised(err)
		}
		v := m.Floats()
		c := make([]float64, rows*rows)
		for i := range rows {
			for j := range rows {
				s := 0.0
				for k := range n {
					s += v[i*n+k] * v[j*n+k]
				}
				c[i*rows+j] = s / float64(n-less)
			}
		}
		if name == "corrcoef" {
			deviation := make([]float64, rows)
			for i := range rows {
				deviation[i] = math.Sqrt(c[i*rows+i])
			}
			for i := range c {
				c[i] = min(max(c[i]/deviation[i/rows]/deviation[i%rows], -1), 1)
			}
		}
		shape := []int{rows, rows}
		if rows == 1 {
			shape = []int{}
		}
		r, err := array.FromFloats(c).Reshape(shape...)
		if err == nil && rows == 1 && name == "corrcoef" {
			r = r.AsNumber()
		}
		return result(t, r, err)
	}
}

func average(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("average", "a", "axis=", "weights=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("a"))
	if err != nil {
		return nil, err
	}
	axis, err := axisOf(b)
	if err != nil {
		return nil, err
	}
	if !b.Has("weights") {
		r, err := array.Reduce("mean", a, axis, false, 0)
		return result(t, r, err)
	}
	w, err := numbers(t, b.Value("weights"))
	if err != nil {
		return nil, err
	}
	if axis != nil && len(a.Shape()) > 1 {
		return t.Lacks("numpy.average(axis=, weights=)"), nil
	}
	products, err := array.Binary("multiply", a, w)
	if err != nil {
		return nil, raised(err)
	}
	total, err := array.Reduce("sum", products, nil, false, 0)
	if err != nil {
		return nil, raised(err)
	}
	weight, err := array.Reduce("sum", w, nil, false, 0)
	if err != nil {
		return nil, raised(err)
	}
	return binary(t, "divide", total, weight)
}

func quantile(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "a", "q", "axis=", "out=", "overwrite_input=", "method=", "keepdims=")
		if err != nil {
			return nil, err
		}
		if v := lacks(t, name, b, "out", "method", "keepdims"); v != nil {
			return v, nil
		}
		both, err := several(t, b, "a", "q")
		if err != nil {
			return nil, err
		}
		q := both[1]
		if name == "percentile" {
			if q, err = array.Binary("divide", q, array.Float(100)); err != nil {
				return nil, raised(err)
			}
		}
		axis, err := axisOf(b)
		if err != nil {
			return nil, err
		}
		if err := t.Spend(both[0].Size()); err != nil {
			return nil, err
		}
		r, err := array.Quantile(both[0], q, axis)
		if e, ok := err.(*array.Error); ok && name == "percentile" && e.Kind == "ValueError" { //nolint:errorlint // not wrapped
			err = eval.Raise("ValueError", "Percentiles must be in the range [0, 100]")
		}
		return result(t, r, err)
	}
}

func trapezoid(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("trapezoid", "y", "x=", "dx=", "axis=")
	if err != nil {
		return nil, err
	}
	y, err := numbers(t, b.Value("y"))
	if err != nil {
		return nil, err
	}
	if len(y.Shape()) != 1 {
		return t.Lacks("numpy.trapezoid of several axes"), nil
	}
	step, err := b.Float("dx", 1)
	if err != nil {
		return nil, err
	}
	ys := y.Floats()
	var xs []float64
	if b.Has("x") {
		x, err := numbers(t, b.Value("x"))
		if err != nil {
			return nil, err
		}
		if xs = x.Floats(); len(xs) != len(ys) {
			return t.Lacks("numpy.trapezoid of other shapes"), nil
		}
	}
	parts := make([]float64, max(len(ys)-1, 0))
	for i := range parts {
		d := step
		if xs != nil {
			d = xs[i+1] - xs[i]
		}
		parts[i] = d * (ys[i+1] + ys[i]) / 2
	}
	r, err := array.Reduce("sum", array.FromFloats(parts), nil, false, 0)
	return result(t, r, err)
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
