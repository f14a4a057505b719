package numpy

import (
	"slices"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

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
