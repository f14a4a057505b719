package sklearn

import (
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
