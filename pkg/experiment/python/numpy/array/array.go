package array

import "firstneuron/pkg/experiment/python"

// Array is a view of elements: those of a whole array, or of a part of one, which
// it shares.
type Array struct {
	dtype   DType
	shape   []int
	strides []int // in elements
	offset  int
	data    *elements
	// scalar says that it is a number of NumPy's, such as np.float64(1.0), and
	// no array without axes.
	scalar bool
	// weak says that it is a number of Python's.
	weak bool
}

// New makes an array of zeros.
func New(dtype DType, shape ...int) (*Array, error) {
	size := 1
	if len(shape) > MaxAxes {
		return nil, valueError("maximum supported dimension for an ndarray is " + itoa(MaxAxes) + " here, found " + itoa(len(shape)))
	}
	for _, n := range shape {
		if n < 0 {
			return nil, valueError("negative dimensions are not allowed")
		}
		if n > 0 && size > MaxElements/n {
			return nil, &Error{"MemoryError", "an array of shape " + Tuple(shape) + " has more elements than the " + itoa(MaxElements) + " that this page gives a program"}
		}
		size *= n
	}
	return blank(dtype, shape), nil
}

// blank is New for shapes that are known to be right.
func blank(dtype DType, shape []int) *Array {
	a := &Array{dtype: dtype, shape: append([]int{}, shape...), data: new(elements)}
	a.strides = rowMajor(a.shape)
	if n := a.Size(); dtype.Floating() {
		a.data.floats = make([]float64, n)
	} else {
		a.data.ints = make([]int64, n)
	}
	return a
}

func rowMajor(shape []int) []int {
	strides := make([]int, len(shape))
	step := 1
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = step
		step *= shape[i]
	}
	return strides
}

// FromFloats is an array of one axis of float64; it takes over values.
func FromFloats(values []float64) *Array { return floatArray(Float64, []int{len(values)}, values) }

// FromInts is an array of one axis of int64; it takes over values.
func FromInts(values []int64) *Array { return intArray(Int64, []int{len(values)}, values) }

func floatArray(dtype DType, shape []int, values []float64) *Array {
	if dtype == Float32 {
		for i, v := range values {
			values[i] = float64(float32(v))
		}
	}
	return &Array{dtype: dtype, shape: shape, strides: rowMajor(shape), data: &elements{floats: values}}
}

func intArray(dtype DType, shape []int, values []int64) *Array {
	return &Array{dtype: dtype, shape: shape, strides: rowMajor(shape), data: &elements{ints: values}}
}

// Float is a number of Python's: an operation with an array keeps the array's type
// where it can. So are Int and Truth.
func Float(v float64) *Array {
	a := floatArray(Float64, nil, []float64{v})
	a.weak = true
	return a
}

// Int is a whole number of Python's.
func Int(v int64) *Array {
	a := intArray(Int64, nil, []int64{v})
	a.weak = true
	return a
}

// Truth is a truth value of Python's.
func Truth(v bool) *Array {
	a := intArray(Bool, nil, []int64{bit(v)})
	a.weak = true
	return a
}

// Scalar is a number of NumPy's.
func Scalar(dtype DType, v float64) *Array {
	a := blank(dtype, nil)
	a.setFloat(0, v)
	a.scalar = true
	return a
}

func bit(v bool) int64 {
	if v {
		return 1
	}
	return 0
}

// DType is the type of the elements.
func (a *Array) DType() DType { return a.dtype }

// Shape is how many elements there are along each axis; it is not to be changed.
func (a *Array) Shape() []int { return a.shape }

// Axes is how many axes there are.
func (a *Array) Axes() int { return len(a.shape) }

// IsScalar says whether it is a number of NumPy's and no array.
func (a *Array) IsScalar() bool { return a.scalar }

// Weak says whether it is a number of Python's.
func (a *Array) Weak() bool { return a.weak }

// Size is how many elements there are.
func (a *Array) Size() int {
	size := 1
	for _, n := range a.shape {
		size *= n
	}
	return size
}

// Len is how many elements there are along the first axis.
func (a *Array) Len() (int, error) {
	if len(a.shape) == 0 {
		if a.scalar {
			return 0, typeError("object of type 'numpy." + a.dtype.String() + "' has no len()")
		}
		return 0, typeError("len() of unsized object")
	}
	return a.shape[0], nil
}

// AsWeak is the same number as one of Python's: what item() and float() give.
func (a *Array) AsWeak() *Array {
	b := a.AsType(a.dtype)
	switch a.dtype {
	case Int32:
		b.dtype = Int64
	case Float32:
		b.dtype = Float64
	}
	b.scalar, b.weak = false, true
	return b
}

// AsArray is the same as an array: a number becomes one without axes.
func (a *Array) AsArray() *Array {
	if !a.scalar && !a.weak {
		return a
	}
	b := *a
	b.scalar, b.weak = false, false
	return &b
}

// AsType is a copy with elements of another type.
func (a *Array) AsType(dtype DType) *Array {
	b := blank(dtype, a.shape)
	i := 0
	a.each(func(at int) {
		b.copyFrom(i, a, at)
		i++
	})
	b.scalar = a.scalar
	return b
}

// Copy is a copy that shares nothing.
func (a *Array) Copy() *Array { return a.AsType(a.dtype) }

// number makes the result of a computation without axes a number of NumPy's.
func number(a *Array) *Array {
	if len(a.shape) == 0 {
		a.scalar = true
	}
	return a
}

// Of makes an array of a shape of numbers that are given as both kinds, of which it
// takes over the one that its type has; places may be nil.
func Of(dtype DType, shape []int, floats []float64, ints []int64, places []python.Span) (*Array, error) {
	size := 1
	for _, n := range shape {
		size *= n
	}
	if len(floats) != size || len(shape) > MaxAxes {
		return nil, valueError("setting an array element with a sequence.")
	}
	var a *Array
	if dtype.Floating() {
		a = floatArray(dtype, append([]int{}, shape...), floats)
	} else {
		a = intArray(dtype, append([]int{}, shape...), ints)
	}
	a.SetPlaces(places)
	return a, nil
}

// Shape0 is how many elements there are along the first axis, 1 where there is none.
func (a *Array) Shape0() int {
	if len(a.shape) == 0 {
		return 1
	}
	return a.shape[0]
}

// AsNumber is an array without axes as a number of NumPy's.
func (a *Array) AsNumber() *Array {
	b := *a
	b.weak, b.scalar = false, len(a.shape) == 0
	return &b
}
