package numpy

// The functions of arrays are one table, each with its name, its arguments and what it
// does: it is longer than 300 lines, and would be no shorter in parts.

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// parseFloat reads a number with blanks around it.
func parseFloat(text string) (float64, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return f, err == nil || math.IsInf(f, 0)
}

// tableOfArrays are the functions that make, turn, join and order arrays.
func tableOfArrays() map[string]goFunction {
	table := map[string]goFunction{
		"array": makeArray("array"), "asarray": makeArray("asarray"), "asanyarray": makeArray("asanyarray"), "ascontiguousarray": makeArray("ascontiguousarray"),
		"arange": arange, "linspace": linspace, "logspace": logspace, "eye": eye("eye"), "identity": eye("identity"), "full": full, "full_like": fullLike,
		"zeros": filled("zeros", 0), "ones": filled("ones", 1), "empty": filled("empty", 0),
		"zeros_like": filledLike("zeros_like", 0), "ones_like": filledLike("ones_like", 1), "empty_like": filledLike("empty_like", 0),
		"where": where, "clip": clip, "meshgrid": meshgrid, "array_split": split("array_split"), "split": split("split"), "set_printoptions": setPrintOptions,
		"concatenate": join("concatenate"), "concat": join("concat"), "stack": join("stack"), "vstack": join("vstack"), "hstack": join("hstack"),
		"column_stack": join("column_stack"), "row_stack": join("row_stack"), "append": appendTo, "insert": insert,
		"dot": dot("dot"), "matmul": dot("matmul"), "inner": dot("inner"), "outer": dot("outer"), "vdot": dot("vdot"),
		"allclose": closeness("allclose"), "isclose": closeness("isclose"), "array_equal": arrayEqual,
		"polyfit": polyfit, "polyval": polyval, "interp": interp, "searchsorted": searchSorted, "corrcoef": covariance("corrcoef"), "cov": covariance("cov"),
		"average": average, "vectorize": vectorize, "percentile": quantile("percentile"), "quantile": quantile("quantile"), "trapezoid": trapezoid,
		"fromiter": fromIter, "isin": isin, "broadcast_to": broadcastTo,
	}
	for _, name := range []string{"loadtxt", "genfromtxt", "load", "fromfile"} {
		table[name] = func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			text := "np." + name
			if len(args.List) > 0 {
				if file, ok := args.List[0].Value.(*eval.TextFile); ok && strings.HasSuffix(name, "txt") {
					return fromText(t, name, file, args)
				}
				if path, ok := eval.AsStr(args.List[0].Value); ok {
					text = path
				}
			}
			return eval.Unknown{Why: eval.Outside, Text: text, At: t.Here()}, nil
		}
	}
	one := func(name, first string, options []string, f func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error)) {
		table[name] = arrayFirst(name, first, options, f)
	}
	one("reshape", "a", []string{"shape=", "order=", "newshape="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		v := b.Value("shape")
		if v == nil {
			v = b.Value("newshape")
		}
		if v == nil {
			return nil, eval.Raise("TypeError", "reshape() missing 1 required positional argument: 'shape'")
		}
		return reshape(t, a, eval.Positional(v))
	})
	one("ravel", "a", []string{"order="}, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		return result(t, a.AsArray().Ravel(), nil)
	})
	one("transpose", "a", []string{"axes="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		if b.Has("axes") {
			return transpose(t, a, eval.Positional(b.Value("axes")))
		}
		return transpose(t, a, &eval.Args{})
	})
	one("copy", "a", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		return result(t, a.AsArray().Copy(), nil)
	})
	one("squeeze", "a", []string{"axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		var axes []int
		if b.Has("axis") {
			var err error
			if axes, err = shapeOf(t, b.Value("axis")); err != nil {
				return nil, err
			}
		}
		r, err := a.AsArray().Squeeze(axes...)
		return result(t, r, err)
	})
	one("expand_dims", "a", []string{"axis"}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		axes, err := shapeOf(t, b.Value("axis"))
		if err != nil {
			return nil, err
		}
		r, err := a.AsArray().ExpandDims(axes...)
		return result(t, r, err)
	})
	one("swapaxes", "a", []string{"axis1", "axis2"}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		x, err := b.Int("axis1", 0)
		if err != nil {
			return nil, err
		}
		y, err := b.Int("axis2", 0)
		if err != nil {
			return nil, err
		}
		r, err := a.SwapAxes(x, y)
		return result(t, r, err)
	})
	one("atleast_1d", "arys", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		return result(t, a.AsArray().AtLeast1D(), nil)
	})
	one("atleast_2d", "arys", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		return result(t, a.AsArray().AtLeast2D(), nil)
	})
	for _, name := range []string{"round", "around"} {
		one(name, "a", []string{"decimals=", "out="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
			digits, err := b.Int("decimals", 0)
			if err != nil {
				return nil, err
			}
			r, err := array.Round(a, digits)
			return result(t, r, err)
		})
	}
	for _, name := range []string{"sort", "argsort"} {
		one(name, "a", []string{"axis=", "kind=", "order="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
			last := -1
			axis := &last
			if b.Value("axis") != nil {
				var err error
				if axis, err = axisOf(b); err != nil {
					return nil, err
				}
			}
			if err := t.Spend(a.Size()); err != nil {
				return nil, err
			}
			f := array.Sort
			if name == "argsort" {
				f = array.ArgSort
			}
			r, err := f(a, axis)
			return result(t, r, err)
		})
	}
	one("unique", "ar", []string{"return_index=", "return_inverse=", "return_counts=", "axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		if b.Has("axis") && len(a.Shape()) > 1 {
			return t.Lacks("numpy.unique(axis=)"), nil
		}
		if err := t.Alloc(a.Size()); err != nil {
			return nil, err
		}
		u := array.Unique(a)
		all := &eval.Tuple{Items: []eval.Value{&Array{u.Values}}}
		for _, more := range []struct {
			name string
			a    *array.Array
		}{{"return_index", u.First}, {"return_inverse", u.Inverse}, {"return_counts", u.Counts}} {
			if b.Bool(more.name, false) {
				all.Items = append(all.Items, &Array{more.a})
			}
		}
		if len(all.Items) == 1 {
			return all.Items[0], nil
		}
		return all, nil
	})
	one("diff", "a", []string{"n=", "axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		n, err := b.Int("n", 1)
		if err != nil {
			return nil, err
		}
		axis, err := b.Int("axis", -1)
		if err != nil {
			return nil, err
		}
		for range min(n, 100) {
			if a, err = array.Diff(a, axis); err != nil {
				break
			}
		}
		return result(t, a, err)
	})
	for _, name := range []string{"flip", "flipud", "fliplr"} {
		one(name, "m", []string{"axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
			axis, err := axisOf(b)
			if err != nil {
				return nil, err
			}
			if name != "flip" {
				at := map[string]int{"flipud": 0, "fliplr": 1}[name]
				axis = &at
			}
			r, err := array.Flip(a.AsArray(), axis)
			return result(t, r, err)
		})
	}
	one("roll", "a", []string{"shift", "axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		if b.Has("axis") && len(a.Shape()) > 1 {
			return t.Lacks("numpy.roll(axis=)"), nil
		}
		n, err := b.Int("shift", 0)
		if err != nil {
			return nil, err
		}
		return result(t, array.Roll(a.AsArray(), n), nil)
	})
	one("repeat", "a", []string{"repeats", "axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		n, ok := eval.AsInt(b.Value("repeats"))
		if !ok {
			return t.Lacks("numpy.repeat(repeats=[…])"), nil
		}
		axis, err := axisOf(b)
		if err != nil {
			return nil, err
		}
		r, err := array.Repeat(a.AsArray(), n, axis)
		return result(t, r, err)
	})
	one("tile", "A", []string{"reps"}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		counts, err := shapeOf(t, b.Value("reps"))
		if err != nil {
			return nil, err
		}
		r, err := array.Tile(a, counts)
		return result(t, r, err)
	})
	one("nonzero", "a", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		all := &eval.Tuple{}
		for _, axis := range a.NonZero() {
			all.Items = append(all.Items, &Array{axis})
		}
		return all, t.Alloc(a.Size())
	})
	one("flatnonzero", "a", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		return result(t, a.AsArray().Ravel().NonZero()[0], nil)
	})
	one("argwhere", "a", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) {
		r, err := array.ColumnStack(a.AsArray().AtLeast1D().NonZero())
		return result(t, r, err)
	})
	one("take", "a", []string{"indices", "axis=", "out=", "mode="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		index, err := onePart(t, b.Value("indices"))
		if err != nil {
			return nil, err
		}
		axis, err := axisOf(b)
		if err != nil {
			return nil, err
		}
		parts := []array.Index{index}
		if axis == nil {
			a = a.AsArray().Ravel()
		} else {
			at, err := array.AxisIndex(*axis, len(a.Shape()))
			if err != nil {
				return nil, raised(err)
			}
			for range at {
				parts = slices.Insert(parts, 0, array.Index{Kind: array.Range})
			}
		}
		r, err := a.Get(parts...)
		return result(t, r, err)
	})
	for name, f := range map[string]func(a *array.Array) eval.Value{
		"shape": func(a *array.Array) eval.Value { return tuple(a.Shape()) },
		"size":  func(a *array.Array) eval.Value { return eval.Int{V: int64(a.Size())} },
		"ndim":  func(a *array.Array) eval.Value { return eval.Int{V: int64(len(a.Shape()))} },
	} {
		one(name, "a", nil, func(_ *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) { return f(a), nil })
	}
	for _, name := range []string{"array_repr", "array_str", "array2string"} {
		one(name, "a", []string{"max_line_width=", "precision=", "suppress_small=", "separator=", "prefix="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
			if v := lacks(t, name, b, "prefix"); v != nil {
				return v, nil
			}
			o := *options(t)
			var err error
			if o.Precision, err = b.Int("precision", o.Precision); err != nil {
				return nil, err
			}
			if o.Width, err = b.Int("max_line_width", o.Width); err != nil {
				return nil, err
			}
			o.Suppress = b.Bool("suppress_small", o.Suppress)
			separator := " "
			if b.Has("separator") {
				separator, _ = eval.AsStr(b.Value("separator"))
			}
			if name == "array_repr" {
				return eval.Str{V: a.Repr(o)}, t.Spend(a.Size() / 4)
			}
			return eval.Str{V: a.AsArray().StrWith(o, separator)}, t.Spend(a.Size() / 4)
		})
	}
	one("nan_to_num", "x", []string{"copy=", "nan="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		instead, err := b.Float("nan", 0)
		if err != nil {
			return nil, err
		}
		a = a.AsType(a.DType())
		values := a.Floats()
		for i, v := range values {
			switch {
			case math.IsNaN(v):
				values[i] = instead
			case math.IsInf(v, 0):
				values[i] = math.Copysign(math.MaxFloat64, v)
				if a.DType() == array.Float32 {
					values[i] = math.Copysign(math.MaxFloat32, v)
				}
			}
		}
		r, err := array.FromFloats(values).AsType(a.DType()).Reshape(a.Shape()...)
		if err == nil && len(a.Shape()) == 0 {
			r = r.AsNumber()
		}
		return result(t, r, err)
	})
	one("delete", "arr", []string{"obj", "axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		axis, err := axisOf(b)
		if err != nil {
			return nil, err
		}
		along := 0
		if axis == nil {
			a = a.AsArray().Ravel()
		} else if along, err = array.AxisIndex(*axis, len(a.Shape())); err != nil {
			return nil, raised(err)
		}
		out, err := shapeOf(t, b.Value("obj"))
		if err != nil {
			return nil, err
		}
		n := a.Shape()[along]
		keep := []int64{}
		for i, at := range out {
			if at < -n || at >= n {
				return nil, eval.Raise("IndexError", "index "+itoa(at)+" is out of bounds for axis "+itoa(along)+" with size "+itoa(n))
			}
			if at < 0 {
				out[i] += n
			}
		}
		if err := t.Spend(n * (1 + len(out)/8)); err != nil {
			return nil, err
		}
		for i := range n {
			if !slices.Contains(out, i) {
				keep = append(keep, int64(i))
			}
		}
		index := make([]array.Index, along+1)
		for i := range index {
			index[i].Kind = array.Range
		}
		index[along] = array.Index{Kind: array.Picked, List: array.FromInts(keep)}
		r, err := a.Get(index...)
		return result(t, r, err)
	})
	for _, name := range []string{"diag", "diagonal", "trace"} {
		one(name, "v", nil, func(t *eval.Thread, a *array.Array, _ eval.Bound) (eval.Value, error) { return diagonal(t, name, a) })
	}
	return table
}

func diagonal(t *eval.Thread, name string, a *array.Array) (eval.Value, error) {
	shape := a.Shape()
	if len(shape) == 1 && name == "diag" {
		n := shape[0]
		r, err := array.New(a.DType(), n, n)
		if err != nil {
			return nil, failed(t, err)
		}
		for i := range n {
			value, err := a.Get(array.Index{Kind: array.One, At: i})
			if err != nil {
				return nil, raised(err)
			}
			if err := r.Set(value, array.Index{Kind: array.One, At: i}, array.Index{Kind: array.One, At: i}); err != nil {
				return nil, raised(err)
			}
		}
		return result(t, r, nil)
	}
	if len(shape) != 2 {
		return t.Lacks("numpy." + name + " of " + itoa(len(shape)) + " axes"), nil
	}
	index := make([]int64, min(shape[0], shape[1]))
	for i := range index {
		index[i] = int64(i)
	}
	both := array.Index{Kind: array.Picked, List: array.FromInts(index)}
	r, err := a.Get(both, both)
	if err == nil && name == "trace" {
		r, err = array.Reduce("sum", r, nil, false, 0)
	}
	return result(t, r, err)
}
