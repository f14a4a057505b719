package sklearn

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

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
