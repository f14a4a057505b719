package sklearn

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// estimator is a scaler or a regression: what it was made with, and what it learned.
type estimator struct {
	name string
	// made is how its repr shows it.
	made string
	// learned are its attributes that end with _.
	learned map[string]*array.Array
	methods map[string]func(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error)
	// low and high are the feature_range of a MinMaxScaler.
	low, high float64
	// noMean, noDeviation and noIntercept leave such a part out.
	noMean, noDeviation, noIntercept bool
}

// Class is the name of the type.
func (e *estimator) Class() string { return e.name }

// Repr is what scikit-learn shows.
func (e *estimator) Repr(*eval.Thread) (string, error) { return e.made, nil }

// Str is the same.
func (e *estimator) Str(*eval.Thread) (string, error) { return e.made, nil }

// Attr is a method, or what was learned.
func (e *estimator) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if f, ok := e.methods[name]; ok {
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return f(t, e, args) }), nil
	}
	if a, ok := e.learned[name]; ok {
		if len(a.Shape()) == 0 {
			a = a.AsNumber()
		}
		return numpy.Wrap(t, a, nil)
	}
	switch name {
	case "mean_", "scale_", "var_", "min_", "data_min_", "data_max_", "data_range_", "coef_", "intercept_":
		return nil, nil
	}
	return t.Lacks("sklearn " + e.name + "." + name), nil
}

func (e *estimator) fitted() error {
	if e.learned == nil {
		return eval.Raise("sklearn.exceptions.NotFittedError", "This "+e.name+" instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator.")
	}
	return nil
}

// fits checks that a table has the columns that were learned from.
func (e *estimator) fits(x, learned *array.Array) error {
	if n := learned.Size(); x.Shape()[1] != n {
		return eval.Raise("ValueError", "X has "+itoa(x.Shape()[1])+" features, but "+e.name+" is expecting "+itoa(n)+" features as input.")
	}
	return nil
}

// formula computes with arrays and keeps the first error.
type formula struct {
	err error
	// as is the type that what was learned is brought to first, where it is not nil:
	// that of the array.
	as *array.DType
}

func (f *formula) binary(name string, x, y *array.Array) *array.Array {
	if f.err != nil {
		return x
	}
	if f.as != nil {
		y = y.AsType(*f.as)
	}
	r, err := array.Binary(name, x, y)
	if err != nil {
		f.err = err
		return x
	}
	return r
}

func (f *formula) reduce(name string, x *array.Array) *array.Array {
	if f.err != nil {
		return x
	}
	axis := 0
	r, err := array.Reduce(name, x, &axis, false, 0)
	if err != nil {
		f.err = err
		return x
	}
	return r
}

func (f *formula) unary(name string, x *array.Array) *array.Array {
	if f.err != nil {
		return x
	}
	r, err := array.Unary(name, x)
	if err != nil {
		f.err = err
		return x
	}
	return r
}

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

func newLinearRegression(_ *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("LinearRegression", "*", "fit_intercept=", "copy_X=", "n_jobs=", "positive=", "tol=")
	if err != nil {
		return nil, err
	}
	e := &estimator{name: "LinearRegression", made: "LinearRegression()", noIntercept: !b.Bool("fit_intercept", true)}
	if e.noIntercept {
		e.made = "LinearRegression(fit_intercept=False)"
	}
	e.methods = map[string]func(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error){
		"fit": fitLine, "predict": predictLine, "score": func(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind("score", "X", "y", "sample_weight=")
			if err != nil {
				return nil, err
			}
			predicted, err := predictLine(t, e, eval.Positional(b.Value("X")))
			if _, unknown := predicted.(eval.Unknown); unknown || err != nil {
				return predicted, err
			}
			return r2Score(t, eval.Positional(b.Value("y"), predicted))
		},
	}
	return e, nil
}

func fitLine(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("fit", "X", "y", "sample_weight=")
	if err != nil {
		return nil, err
	}
	if b.Has("sample_weight") {
		return t.Lacks("LinearRegression.fit(sample_weight=)"), nil
	}
	x, err := two(t, b.Value("X"), e.name)
	if err != nil {
		return nil, err
	}
	y, err := numpy.Of(t, b.Value("y"))
	if err != nil {
		return nil, err
	}
	y = floating(y)
	columns := len(y.Shape()) == 2
	if columns && y.Shape()[1] != 1 || len(y.Shape()) > 2 {
		return t.Lacks("LinearRegression of several columns of y"), nil
	}
	if n := y.Shape0(); n != x.Shape()[0] {
		return nil, eval.Raise("ValueError", "Found input variables with inconsistent numbers of samples: ["+itoa(x.Shape()[0])+", "+itoa(n)+"]")
	}
	if err := t.Spend(x.Size() * x.Shape()[1]); err != nil {
		return nil, err
	}
	y = y.Ravel()
	var f formula
	n := x.Shape()[1]
	meanX, meanY := array.FromFloats(make([]float64, n)), array.Scalar(array.Float64, 0)
	if !e.noIntercept {
		meanX, meanY = f.reduce("mean", x), f.reduce("mean", y)
		x, y = f.binary("subtract", x, meanX), f.binary("subtract", y, meanY)
	}
	if f.err != nil {
		return nil, numpy.Failed(t, f.err)
	}
	coefficients, err := array.LeastSquares(x, y)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	intercept := meanY.Floats()[0]
	for i, m := range meanX.Floats() {
		intercept -= m * coefficients.Floats()[i]
	}
	e.learned = map[string]*array.Array{"coef_": coefficients, "intercept_": array.Scalar(array.Float64, intercept)}
	if columns {
		row, err := coefficients.Reshape(1, n)
		if err != nil {
			return nil, numpy.Failed(t, err)
		}
		e.learned = map[string]*array.Array{"coef_": row, "intercept_": array.FromFloats([]float64{intercept})}
	}
	if e.noIntercept {
		e.learned["intercept_"] = array.Scalar(array.Float64, 0)
	}
	return e, nil
}

func predictLine(t *eval.Thread, e *estimator, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("predict", "X")
	if err != nil {
		return nil, err
	}
	if err := e.fitted(); err != nil {
		return nil, err
	}
	x, err := two(t, b.Value("X"), e.name)
	if err != nil {
		return nil, err
	}
	if err := e.fits(x, e.learned["coef_"]); err != nil {
		return nil, err
	}
	turned, err := e.learned["coef_"].Transpose(nil)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	products, err := array.Matmul(x, turned)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	r, err := array.Binary("add", products, e.learned["intercept_"])
	return numpy.Wrap(t, r, err)
}
