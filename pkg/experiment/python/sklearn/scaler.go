package sklearn

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// withoutZeros has 1 for a spread of 0, so that such a column stays as it is.
func withoutZeros(a *array.Array) *array.Array {
	values := a.Floats()
	for i, v := range values {
		if math.Abs(v) < 10*0x1p-52 {
			values[i] = 1
		}
	}
	return array.FromFloats(values)
}

func newStandardScaler(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("StandardScaler", "*", "copy=", "with_mean=", "with_std=")
	if err != nil {
		return nil, err
	}
	e := &estimator{name: "StandardScaler", made: "StandardScaler()", noMean: !b.Bool("with_mean", true), noDeviation: !b.Bool("with_std", true)}
	learn := func(f *formula, e *estimator, x *array.Array) {
		n := array.Scalar(array.Float64, float64(x.Shape()[0]))
		x = x.AsType(array.Float64)
		mean := f.binary("divide", f.reduce("sum", x), n)
		rest := f.binary("subtract", x, mean)
		correction := f.reduce("sum", rest)
		squares := f.reduce("sum", f.binary("multiply", rest, rest))
		squares = f.binary("subtract", squares, f.binary("divide", f.binary("multiply", correction, correction), n))
		variance := f.binary("divide", squares, n)
		e.learned = map[string]*array.Array{"mean_": mean, "var_": variance, "scale_": withoutZeros(f.unary("sqrt", variance))}
	}
	e.scaler(learn, func(f *formula, e *estimator, x *array.Array) *array.Array {
		if !e.noMean {
			x = f.binary("subtract", x, e.learned["mean_"])
		}
		if !e.noDeviation {
			x = f.binary("divide", x, e.learned["scale_"])
		}
		return x
	}, func(f *formula, e *estimator, x *array.Array) *array.Array {
		if !e.noDeviation {
			x = f.binary("multiply", x, e.learned["scale_"])
		}
		if !e.noMean {
			x = f.binary("add", x, e.learned["mean_"])
		}
		return x
	})
	return e, nil
}

func newMinMaxScaler(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("MinMaxScaler", "feature_range=", "*", "copy=", "clip=")
	if err != nil {
		return nil, err
	}
	if b.Bool("clip", false) {
		return t.Lacks("MinMaxScaler(clip=)"), nil
	}
	e := &estimator{name: "MinMaxScaler", made: "MinMaxScaler()", low: 0, high: 1}
	if b.Has("feature_range") {
		items, err := t.Iterate(b.Value("feature_range"))
		if err != nil {
			return nil, err
		}
		if len(items) == 2 {
			low, ok1 := eval.AsFloat(items[0])
			high, ok2 := eval.AsFloat(items[1])
			if ok1 && ok2 {
				e.low, e.high = low, high
			}
		}
		text, err := t.Repr(b.Value("feature_range"))
		if err != nil {
			return nil, err
		}
		e.made = "MinMaxScaler(feature_range=" + text + ")"
	}
	learn := func(f *formula, e *estimator, x *array.Array) {
		low, high := f.reduce("min", x), f.reduce("max", x)
		span := f.binary("subtract", high, low)
		scale := f.binary("divide", array.Float(e.high-e.low), withoutZeros(span))
		e.learned = map[string]*array.Array{
			"data_min_": low, "data_max_": high, "data_range_": span, "scale_": scale,
			"min_": f.binary("subtract", array.Float(e.low), f.binary("multiply", low, scale)),
		}
	}
	e.scaler(learn, func(f *formula, e *estimator, x *array.Array) *array.Array {
		return f.binary("add", f.binary("multiply", x, e.learned["scale_"]), e.learned["min_"])
	}, func(f *formula, e *estimator, x *array.Array) *array.Array {
		return f.binary("divide", f.binary("subtract", x, e.learned["min_"]), e.learned["scale_"])
	})
	return e, nil
}

// scaler gives an estimator its methods: how it learns, scales, and scales back.
func (e *estimator) scaler(learn func(f *formula, e *estimator, x *array.Array), there, back func(f *formula, e *estimator, x *array.Array) *array.Array) {
	type method = func(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error)
	table := func(name string, fits, scales bool, scale func(f *formula, e *estimator, x *array.Array) *array.Array) method {
		return func(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind(name, "X", "y=", "copy=", "sample_weight=")
			if err != nil {
				return nil, err
			}
			if !fits {
				if err := e.fitted(); err != nil {
					return nil, err
				}
			}
			x, err := two(t, b.Value("X"), e.name)
			if err != nil {
				return nil, err
			}
			if err := t.Alloc(4 * x.Size()); err != nil {
				return nil, err
			}
			var f formula
			if e.low > e.high {
				return nil, eval.Raise("ValueError", "Minimum of desired feature range must be smaller than maximum. Got "+strings.TrimSuffix(strings.TrimPrefix(e.made, "MinMaxScaler(feature_range="), ")")+".")
			}
			if fits {
				learn(&f, e, x)
			} else if err := e.fits(x, e.learned["scale_"]); err != nil {
				return nil, err
			}
			if !scales {
				return e, f.err
			}
			dtype := x.DType()
			f.as = &dtype
			r := scale(&f, e, x)
			return numpy.Wrap(t, r, f.err)
		}
	}
	e.methods = map[string]method{
		"fit": table("fit", true, false, nil), "transform": table("transform", false, true, there),
		"fit_transform": table("fit_transform", true, true, there), "inverse_transform": table("inverse_transform", false, true, back),
	}
}
