package numpy

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// What packages such as pandas and scikit-learn, which compute with arrays, need.

// Of is what np.asarray makes of a value; arrays of texts lack.
func Of(t *eval.Thread, v eval.Value) (*array.Array, error) {
	a, err := numbers(t, v)
	if err != nil {
		return nil, err
	}
	return a.AsArray(), nil
}

// Wrap is an array as a value, or its error as Python's. It counts its elements.
func Wrap(t *eval.Thread, a *array.Array, err error) (eval.Value, error) { return result(t, a, err) }

// Failed is an error of package array's as Python's, as a limit, or as what lacks.
func Failed(t *eval.Thread, err error) error { return failed(t, err) }

// IndexOf reads what stands in brackets as parts of an index.
func IndexOf(t *eval.Thread, key eval.Value) ([]array.Index, error) { return indexOf(t, key) }

// DTypeOf is the value of an element type.
func DTypeOf(dtype array.DType) eval.Value { return dtypeValue{dtype} }

// TypeOf reads a type in any of its forms: np.float32, "float32", float.
func TypeOf(v eval.Value) (array.DType, bool) { return typeOf(v) }

// Rewrapped is a value around an array, such as a column of a table, of which a
// function of each element makes such a value again.
type Rewrapped interface {
	eval.Array
	Rewrap(a *array.Array) eval.Value
}

// rewrap makes what a ufunc answers again what its argument was.
func rewrap(argument, answer eval.Value, err error) (eval.Value, error) {
	w, ok := argument.(Rewrapped)
	v, is := answer.(*Array)
	if !ok || !is || err != nil {
		return answer, err
	}
	return w.Rewrap(v.a), nil
}
