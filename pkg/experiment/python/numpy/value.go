package numpy

import (
	"errors"
	"slices"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// Array is an ndarray, or a number of NumPy's such as a float64.
type Array struct{ a *array.Array }

var _ interface {
	eval.Attributed
	eval.AttributeSetter
	eval.Indexed
	eval.IndexSetter
	eval.Operand
	eval.InPlace
	eval.Signed
	eval.Iterable
	eval.Sized
	eval.Truthy
	eval.Container
	eval.Printable
	eval.Formatted
	eval.Real
	eval.Sourced
	eval.Array
} = (*Array)(nil)

// New makes an array of a type, such as "float32", and a shape.
func New(dtype string, shape []int, values []float64) eval.Value {
	d, ok := array.Named(dtype)
	if !ok {
		d = array.Float64
	}
	a, err := array.FromFloats(slices.Clone(values)).AsType(d).Reshape(shape...)
	if err != nil {
		a = array.FromFloats(slices.Clone(values))
	}
	return &Array{a}
}

// NewScalar makes a number of NumPy's, such as a float32.
func NewScalar(dtype string, v float64) eval.Value {
	d, ok := array.Named(dtype)
	if !ok {
		d = array.Float64
	}
	return &Array{array.Scalar(d, v)}
}

// Class is the name of the type.
func (v *Array) Class() string {
	if v.a.IsScalar() {
		return "numpy." + v.a.DType().String()
	}
	return "numpy.ndarray"
}

// Shape is how many elements there are along each axis.
func (v *Array) Shape() []int { return v.a.Shape() }

// DType is the name of the elements' type.
func (v *Array) DType() string { return v.a.DType().String() }

// Floats are the elements.
func (v *Array) Floats() []float64 { return v.a.Floats() }

// Origins are the places of the literals that the elements came from.
func (v *Array) Origins() []python.Span { return v.a.Places() }

// Source is the place of the literal that a single element came from.
func (v *Array) Source() python.Span {
	if places := v.a.Places(); len(places) == 1 && len(v.a.Shape()) == 0 {
		return places[0]
	}
	return python.Span{}
}

// Real is the only number of an array without axes.
func (v *Array) Real() (f float64, whole, ok bool) {
	if len(v.a.Shape()) > 0 {
		return 0, false, false
	}
	return v.a.Floats()[0], !v.a.DType().Floating(), true
}

// Len is how many there are along the first axis.
func (v *Array) Len() (int, error) {
	n, err := v.a.Len()
	return n, raised(err)
}

// Truth is that of a single element.
func (v *Array) Truth() (bool, error) {
	switch v.a.Size() {
	case 0:
		return false, eval.Raise("ValueError", "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
	case 1:
		return v.a.Floats()[0] != 0, nil
	}
	return false, eval.Raise("ValueError", "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
}

// Iterate are the parts along the first axis.
func (v *Array) Iterate(t *eval.Thread) ([]eval.Value, error) {
	if len(v.a.Shape()) == 0 {
		if v.a.IsScalar() {
			return nil, eval.Raise("TypeError", "'"+v.Class()+"' object is not iterable")
		}
		return nil, eval.Raise("TypeError", "iteration over a 0-d array")
	}
	n := v.a.Shape()[0]
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	parts := make([]eval.Value, n)
	for i := range parts {
		part, err := v.a.Get(array.Index{Kind: array.One, At: i})
		if err != nil {
			return nil, raised(err)
		}
		parts[i] = &Array{part}
	}
	return parts, nil
}

// Contains says whether any element equals w.
func (v *Array) Contains(t *eval.Thread, w eval.Value) (bool, error) {
	other, err := asArray(t, w)
	if err != nil {
		return false, nil //nolint:nilerr // what is no number is in no array
	}
	same, err := array.Binary("equal", v.a, other)
	if err != nil {
		return false, raised(err)
	}
	return slices.Contains(same.Floats(), 1), nil
}

// Repr writes the array as a notebook's last line shows it.
func (v *Array) Repr(t *eval.Thread) (string, error) {
	return v.a.Repr(*options(t)), t.Spend(v.a.Size() / 4)
}

// Str writes the array as print does.
func (v *Array) Str(t *eval.Thread) (string, error) {
	return v.a.Str(*options(t)), t.Spend(v.a.Size() / 4)
}

// Format writes a number as a format such as .3f asks for.
func (v *Array) Format(t *eval.Thread, spec string) (string, error) {
	if len(v.a.Shape()) > 0 {
		if spec == "" {
			return v.Str(t)
		}
		return "", eval.Raise("TypeError", "unsupported format string passed to numpy.ndarray.__format__")
	}
	if v.a.DType() == array.Bool && spec == "" {
		return v.Str(t)
	}
	return eval.FormatSpec(item(v.a), spec)
}

// options are those of np.set_printoptions.
func options(t *eval.Thread) *array.Options {
	return t.Local("numpy.printoptions", func() any {
		o := array.DefaultOptions
		return &o
	}).(*array.Options)
}

// item is an array of one element as a number of Python's, with its place.
func item(a *array.Array) eval.Value {
	v := plain(a.DType(), a.Floats()[0], a.Ints()[0])
	if places := a.Places(); places != nil {
		return placed(v, places[0])
	}
	return v
}

func plain(dtype array.DType, f float64, n int64) eval.Value {
	switch {
	case dtype == array.Bool:
		return eval.Bool{V: n != 0}
	case dtype.Floating():
		return eval.Float{V: f}
	}
	return eval.Int{V: n}
}

func placed(v eval.Value, place python.Span) eval.Value {
	switch v := v.(type) {
	case eval.Int:
		v.From = place
		return v
	case eval.Float:
		v.From = place
		return v
	case eval.Bool:
		v.From = place
		return v
	}
	return v
}

// raised makes an exception of an error of package array.
func raised(err error) error {
	var e *array.Error
	if !errors.As(err, &e) {
		return err
	}
	return eval.Raise(e.Kind, e.Text)
}

// failed is raised, but what would have too many elements is beyond a limit, and
// what is not implemented lacks.
func failed(t *eval.Thread, err error) error {
	var e *array.Error
	switch {
	case errors.As(err, &e) && e.Kind == "MemoryError":
		return &eval.Limit{Kind: eval.Elements, At: t.Here()}
	case e != nil && e.Kind == "NotImplementedError":
		return t.Lacking(e.Text)
	}
	return raised(err)
}

// result is what a function answers: the array, or its error.
func result(t *eval.Thread, a *array.Array, err error) (eval.Value, error) {
	if err != nil {
		return nil, failed(t, err)
	}
	if err := t.Alloc(a.Size()); err != nil {
		return nil, err
	}
	return &Array{a}, nil
}
