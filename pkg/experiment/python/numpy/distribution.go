package numpy

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// sizeOf reads the argument size; one is true where a single number is asked for.
func sizeOf(t *eval.Thread, b eval.Bound) (shape []int, one bool, err error) {
	if !b.Has("size") {
		return nil, true, nil
	}
	shape, err = shapeOf(t, b.Value("size"))
	return shape, false, err
}

// many draws an array of floats; one alone is a float of Python's.
func many(t *eval.Thread, shape []int, one bool, next func(i int) float64) (eval.Value, error) {
	if one {
		return eval.Float{V: next(0)}, nil
	}
	a, err := array.New(array.Float64, shape...)
	if err != nil {
		return nil, failed(t, err)
	}
	n := a.Size()
	if err := t.Spend(n / 8); err != nil {
		return nil, err
	}
	values := make([]float64, n)
	for i := range values {
		values[i] = next(i)
	}
	a, err = array.FromFloats(values).Reshape(shape...)
	return result(t, a, err)
}

func plainDraw(name string, next func(s *source) float64) draw {
	return func(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "size=", "dtype=", "out=")
		if err != nil {
			return nil, err
		}
		if b.Has("out") {
			return t.Lacks("numpy.random." + name + "(out=)"), nil
		}
		if dtype, err := dtypeOf(t, b, array.Float64); err != nil || dtype != array.Float64 {
			return t.Lacks("numpy.random." + name + "(dtype=)"), nil
		}
		shape, one, err := sizeOf(t, b)
		if err != nil {
			return nil, err
		}
		return many(t, shape, one, func(int) float64 { return next(s) })
	}
}

// shapedDraw takes the shape as its arguments.
func shapedDraw(name string, next func(s *source) float64) draw {
	return func(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "*args")
		if err != nil {
			return nil, err
		}
		if len(b.Rest) == 0 {
			return many(t, nil, true, func(int) float64 { return next(s) })
		}
		shape := make([]int, len(b.Rest))
		for i, arg := range b.Rest {
			n, ok := eval.AsInt(arg.Value)
			if !ok {
				return nil, eval.Raise("TypeError", "'"+arg.Value.Class()+"' object cannot be interpreted as an integer")
			}
			shape[i] = n
		}
		return many(t, shape, false, func(int) float64 { return next(s) })
	}
}

// twoParameters draws with two parameters, which may be arrays; check looks at each.
func twoParameters(t *eval.Thread, b eval.Bound, x, y string, defaults [2]float64, check func(x, y float64) error, next func(x, y float64) float64) (eval.Value, error) {
	parameters := [2]*array.Array{array.Float(defaults[0]), array.Float(defaults[1])}
	for i, name := range []string{x, y} {
		if b.Value(name) != nil {
			a, err := numbers(t, b.Value(name))
			if err != nil {
				return nil, err
			}
			parameters[i] = a
		}
	}
	shape, one, err := sizeOf(t, b)
	if err != nil {
		return nil, err
	}
	both, err := array.Binary("add", parameters[0], parameters[1]) // for the shape
	if err != nil {
		return nil, failed(t, err)
	}
	if one && len(both.Shape()) > 0 {
		shape, one = both.Shape(), false
	}
	if _, err := array.New(array.Bool, shape...); err != nil { // too large
		return nil, failed(t, err)
	}
	var values [2][]float64
	for i, p := range parameters {
		if len(p.Shape()) == 0 {
			values[i] = p.Floats()
			continue
		}
		wide, err := p.BroadcastTo(shape...)
		if err != nil {
			return nil, raised(err)
		}
		values[i] = wide.Floats()
	}
	at := func(i, j int) float64 {
		if len(values[i]) == 1 {
			return values[i][0]
		}
		return values[i][j]
	}
	for j := range max(len(values[0]), len(values[1])) {
		if len(values[0]) == 0 || len(values[1]) == 0 {
			break
		}
		if err := check(at(0, j), at(1, j)); err != nil {
			return nil, err
		}
	}
	return many(t, shape, one, func(j int) float64 { return next(at(0, j), at(1, j)) })
}

func notNegative(_, scale float64) error {
	if scale < 0 || math.Signbit(scale) && scale == 0 {
		return eval.Raise("ValueError", "scale < 0")
	}
	return nil
}

func normal(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("normal", "loc=", "scale=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "loc", "scale", [2]float64{0, 1}, notNegative, func(loc, scale float64) float64 { return loc + float64(scale*s.Normal()) })
}

func lognormal(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("lognormal", "mean=", "sigma=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "mean", "sigma", [2]float64{0, 1}, func(_, sigma float64) error {
		if sigma < 0 {
			return eval.Raise("ValueError", "sigma < 0")
		}
		return nil
	}, func(mean, sigma float64) float64 { return exponentiated(mean + float64(sigma*s.Normal())) })
}

func uniform(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("uniform", "low=", "high=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "low", "high", [2]float64{0, 1}, func(low, high float64) error {
		switch {
		case math.IsInf(high-low, 0) || math.IsNaN(high-low):
			return eval.Raise("OverflowError", "Range exceeds valid bounds")
		case high < low && !s.old:
			return eval.Raise("ValueError", "high < low")
		}
		return nil
	}, func(low, high float64) float64 { return low + float64((high-low)*s.Float64()) })
}

func exponential(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("exponential", "scale=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "none", "scale", [2]float64{0, 1}, notNegative, func(_, scale float64) float64 { return scale * s.Exponential() })
}

func poisson(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("poisson", "lam=", "size=")
	if err != nil {
		return nil, err
	}
	mean, err := b.Float("lam", 1)
	if err != nil || mean >= 10 {
		return t.Lacks("numpy.random.poisson(lam ≥ 10)"), nil
	}
	if mean < 0 || math.IsNaN(mean) {
		return nil, eval.Raise("ValueError", "lam < 0 or lam is NaN")
	}
	shape, one, err := sizeOf(t, b)
	if err != nil {
		return nil, err
	}
	v, err := many(t, shape, one, func(int) float64 { return float64(s.Poisson(mean)) })
	switch drawn := v.(type) {
	case *Array:
		return &Array{drawn.a.AsType(array.Int64)}, err
	case eval.Float:
		return eval.Int{V: int64(drawn.V)}, err
	}
	return v, err
}
