package sklearn

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// pairs reads what was true and what was predicted, as rows of numbers.
func pairs(t *eval.Thread, b eval.Bound) (truth, predicted *array.Array, err error) {
	all := [2]*array.Array{}
	for i, name := range []string{"y_true", "y_pred"} {
		a, err := numpy.Of(t, b.Value(name))
		if err != nil {
			return nil, nil, err
		}
		switch len(a.Shape()) {
		case 1:
		case 2:
			if a.Shape()[1] != 1 {
				return nil, nil, t.Lacking("sklearn.metrics of several columns")
			}
		default:
			return nil, nil, eval.Raise("TypeError", "Singleton array "+a.Repr(array.DefaultOptions)+" cannot be considered a valid collection.")
		}
		all[i] = floating(a).Ravel()
	}
	n, m := all[0].Size(), all[1].Size()
	switch {
	case n != m:
		return nil, nil, eval.Raise("ValueError", "Found input variables with inconsistent numbers of samples: ["+itoa(n)+", "+itoa(m)+"]")
	case n == 0:
		return nil, nil, eval.Raise("ValueError", "Found array with 0 sample(s) (shape=(0,)) while a minimum of 1 is required.")
	}
	for i, a := range all {
		for _, v := range a.Floats() {
			if math.IsNaN(v) {
				return nil, nil, eval.Raise("ValueError", "Input contains NaN.")
			}
		}
		if i == 0 {
			if err := t.Alloc(3 * n); err != nil {
				return nil, nil, err
			}
		}
	}
	return all[0], all[1], nil
}

func meanError(name string) func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "y_true", "y_pred", "*", "sample_weight=", "multioutput=")
		if err != nil {
			return nil, err
		}
		if b.Has("sample_weight") || b.Has("multioutput") {
			return t.Lacks("sklearn.metrics." + name + " with such arguments"), nil
		}
		truth, predicted, err := pairs(t, b)
		if err != nil {
			return nil, err
		}
		var f formula
		d := f.binary("subtract", truth, predicted)
		switch name {
		case "mean_absolute_error":
			d = f.reduce("mean", f.unary("absolute", d))
		case "max_error":
			d = f.reduce("max", f.unary("absolute", d))
		default:
			if d = f.reduce("mean", f.binary("multiply", d, d)); name == "root_mean_squared_error" {
				d = f.unary("sqrt", d)
			}
		}
		if f.err != nil {
			return nil, numpy.Failed(t, f.err)
		}
		if name == "max_error" {
			return numpy.Wrap(t, d, nil)
		}
		return eval.Float{V: d.Floats()[0]}, nil
	}
}

func r2Score(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("r2_score", "y_true", "y_pred", "*", "sample_weight=", "multioutput=", "force_finite=")
	if err != nil {
		return nil, err
	}
	if b.Has("sample_weight") || b.Has("multioutput") {
		return t.Lacks("sklearn.metrics.r2_score with such arguments"), nil
	}
	truth, predicted, err := pairs(t, b)
	if err != nil {
		return nil, err
	}
	var f formula
	d := f.binary("subtract", truth, predicted)
	e := f.binary("subtract", truth, f.reduce("mean", truth))
	rest := f.reduce("sum", f.binary("multiply", d, d))
	total := f.reduce("sum", f.binary("multiply", e, e))
	if f.err != nil {
		return nil, numpy.Failed(t, f.err)
	}
	a, all := rest.Floats()[0], total.Floats()[0]
	switch {
	case truth.Size() < 2:
		return eval.Float{V: math.NaN()}, nil
	case all == 0 && a == 0:
		return eval.Float{V: 1}, nil
	case all == 0:
		return eval.Float{V: 0}, nil
	}
	return eval.Float{V: 1 - a/all}, nil
}
