package eval

import (
	"math"

	"firstneuron/pkg/experiment/python/elementary"
)

// mathModule is Python's math.
func mathModule() *Module {
	m := &Module{Name: "math", Members: map[string]Value{
		"pi": Float{V: math.Pi}, "e": Float{V: math.E}, "tau": Float{V: 2 * math.Pi}, "inf": Float{V: math.Inf(1)}, "nan": Float{V: math.NaN()},
	}}
	for name, fn := range map[string]func(float64) float64{
		"sin": elementary.Sin, "cos": elementary.Cos, "tan": elementary.Tan, "asin": math.Asin, "acos": math.Acos, "atan": math.Atan, "sinh": elementary.Sinh,
		"cosh": elementary.Cosh, "tanh": elementary.Tanh, "exp": elementary.Exp, "sqrt": math.Sqrt, "log2": elementary.Log2, "log10": elementary.Log10, "log1p": elementary.Log1p,
		"fabs": math.Abs, "degrees": func(x float64) float64 { return x * (180 / math.Pi) }, "radians": func(x float64) float64 { return x * (math.Pi / 180) },
		"expm1": elementary.Expm1, "erf": math.Erf, "cbrt": math.Cbrt,
	} {
		m.Members[name] = NewBuiltin(name, func(_ *Thread, args *Args) (Value, error) {
			x, err := realArgument(name, args)
			if err != nil {
				return nil, err
			}
			v := fn(x)
			if math.IsNaN(v) && !math.IsNaN(x) || math.IsInf(v, 0) && !math.IsInf(x, 0) && x <= 0 {
				return nil, Raise("ValueError", "math domain error")
			}
			if math.IsInf(v, 0) && !math.IsInf(x, 0) {
				return nil, Raise("OverflowError", "math range error")
			}
			return Float{V: v}, nil
		})
	}
	for name, fn := range map[string]func(float64) float64{"floor": math.Floor, "ceil": math.Ceil, "trunc": math.Trunc} {
		m.Members[name] = NewBuiltin(name, func(t *Thread, args *Args) (Value, error) {
			x, err := realArgument(name, args)
			if err != nil {
				return nil, err
			}
			return intType(t, Positional(Float{V: fn(x)}))
		})
	}
	for name, is := range map[string]func(x float64) bool{
		"isnan": math.IsNaN, "isinf": func(x float64) bool { return math.IsInf(x, 0) },
		"isfinite": func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) },
	} {
		m.Members[name] = NewBuiltin(name, func(_ *Thread, args *Args) (Value, error) {
			b, err := args.Bind(name, "x")
			if err != nil {
				return nil, err
			}
			x, _ := AsFloat(b.Value("x"))
			return Bool{V: is(x)}, nil
		})
	}
	two := func(name string, fn func(x, y float64) Value) {
		m.Members[name] = NewBuiltin(name, func(_ *Thread, args *Args) (Value, error) {
			b, err := args.Bind(name, "x", "y")
			if err != nil {
				return nil, err
			}
			x, okX := AsFloat(b.Value("x"))
			y, okY := AsFloat(b.Value("y"))
			if !okX || !okY {
				return nil, Raise("TypeError", "must be real number, not "+b.Value("x").Class())
			}
			return fn(x, y), nil
		})
	}
	two("pow", func(x, y float64) Value { return Float{V: elementary.Pow(x, y)} })
	two("atan2", func(x, y float64) Value { return Float{V: math.Atan2(x, y)} })
	two("hypot", func(x, y float64) Value { return Float{V: math.Hypot(x, y)} })
	two("fmod", func(x, y float64) Value { return Float{V: math.Mod(x, y)} })
	m.Members["log"] = NewBuiltin("log", func(_ *Thread, args *Args) (Value, error) {
		b, err := args.Bind("log", "x", "base=")
		if err != nil {
			return nil, err
		}
		x, ok := AsFloat(b.Value("x"))
		if !ok {
			return nil, Raise("TypeError", "must be real number, not "+b.Value("x").Class())
		}
		if x <= 0 {
			return nil, Raise("ValueError", "math domain error")
		}
		if base, ok := AsFloat(b.Value("base")); b.Has("base") && ok {
			return Float{V: elementary.Log(x) / elementary.Log(base)}, nil
		}
		return Float{V: elementary.Log(x)}, nil
	})
	m.Members["factorial"] = NewBuiltin("factorial", func(_ *Thread, args *Args) (Value, error) {
		b, err := args.Bind("factorial", "n")
		if err != nil {
			return nil, err
		}
		n, err := b.Int("n", 0)
		if err != nil {
			return nil, err
		}
		var v Value = Int{V: 1}
		for i := 2; i <= n; i++ {
			if v, err = timesInt(v.(Int).V, int64(i)); err != nil {
				return nil, err
			}
		}
		return v, nil
	})
	m.Members["isclose"] = NewBuiltin("isclose", func(_ *Thread, args *Args) (Value, error) {
		b, err := args.Bind("isclose", "a", "b", "*", "rel_tol=", "abs_tol=")
		if err != nil {
			return nil, err
		}
		x, okX := AsFloat(b.Value("a"))
		y, okY := AsFloat(b.Value("b"))
		relative, err := b.Float("rel_tol", 1e-9)
		if err != nil {
			return nil, err
		}
		absolute, err := b.Float("abs_tol", 0)
		if err != nil {
			return nil, err
		}
		if !okX || !okY {
			return nil, Raise("TypeError", "must be real number, not "+b.Value("a").Class())
		}
		if x == y {
			return Bool{V: true}, nil
		}
		if math.IsInf(x, 0) || math.IsInf(y, 0) {
			return Bool{}, nil
		}
		difference := math.Abs(x - y)
		return Bool{V: difference <= relative*max(math.Abs(x), math.Abs(y)) || difference <= absolute}, nil
	})
	m.Members["prod"] = NewBuiltin("prod", func(t *Thread, args *Args) (Value, error) {
		b, items, err := args.bindItems(t, "prod", "iterable", "*", "start=")
		if err != nil {
			return nil, err
		}
		v := b.Value("start")
		if v == nil {
			v = Int{V: 1}
		}
		for _, item := range items {
			if v, err = t.Binary("*", v, item); err != nil {
				return nil, err
			}
		}
		return v, nil
	})
	return m
}

// realArgument is the one number that a function of math takes.
func realArgument(name string, args *Args) (float64, error) {
	b, err := args.Bind(name, "x")
	if err != nil {
		return 0, err
	}
	x, ok := AsFloat(b.Value("x"))
	if !ok {
		return 0, Raise("TypeError", "must be real number, not "+b.Value("x").Class())
	}
	return x, nil
}
