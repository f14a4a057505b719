package array

import (
	"slices"
	"strings"
)

// AxisIndex is an axis counted from the front; a negative one counts from the end.
func AxisIndex(axis, axes int) (int, error) {
	if axis < -axes || axis >= axes {
		return 0, &Error{"numpy.exceptions.AxisError", "axis " + itoa(axis) + " is out of bounds for array of dimension " + itoa(axes)}
	}
	if axis < 0 {
		axis += axes
	}
	return axis, nil
}

// view shares the elements of a in another order.
func (a *Array) view(shape, strides []int, offset int) *Array {
	return &Array{dtype: a.dtype, shape: shape, strides: strides, offset: offset, data: a.data}
}

// Reshape has the same elements along other axes; one length may be -1, which is
// what remains. It shares the elements where they lie in order.
func (a *Array) Reshape(shape ...int) (*Array, error) {
	shape = slices.Clone(shape)
	known, open := 1, -1
	for i, n := range shape {
		switch {
		case n >= 0:
			known *= n
		case open >= 0:
			return nil, valueError("can only specify one unknown dimension")
		default:
			open = i
		}
	}
	size := a.Size()
	wrong := known != size
	if open >= 0 {
		wrong = known == 0 || size%known != 0
	}
	if wrong || len(shape) > MaxAxes {
		return nil, valueError("cannot reshape array of size " + itoa(size) + " into shape " + strings.ReplaceAll(tight(shape), "-1", "newaxis"))
	}
	if open >= 0 {
		shape[open] = size / known
	}
	if !a.contiguous() {
		a = a.Copy()
	}
	return a.view(shape, rowMajor(shape), a.offset), nil
}

// Ravel has all elements along one axis.
func (a *Array) Ravel() *Array {
	if !a.contiguous() {
		a = a.Copy()
	}
	return a.view([]int{a.Size()}, []int{1}, a.offset)
}

// Flatten is Ravel of a copy.
func (a *Array) Flatten() *Array { return a.AsArray().Copy().Ravel() }

// Transpose has the axes in another order, in the reverse one where order is nil.
func (a *Array) Transpose(order []int) (*Array, error) {
	axes := len(a.shape)
	if order == nil {
		for i := range axes {
			order = append(order, axes-1-i)
		}
	}
	if len(order) != axes {
		return nil, valueError("axes don't match array")
	}
	shape, strides, seen := make([]int, axes), make([]int, axes), make([]bool, axes)
	for i, from := range order {
		from, err := AxisIndex(from, axes)
		if err != nil {
			return nil, err
		}
		if seen[from] {
			return nil, valueError("repeated axis in transpose")
		}
		seen[from] = true
		shape[i], strides[i] = a.shape[from], a.strides[from]
	}
	return a.view(shape, strides, a.offset), nil
}

// SwapAxes exchanges two axes.
func (a *Array) SwapAxes(x, y int) (*Array, error) {
	x, err := AxisIndex(x, len(a.shape))
	if err != nil {
		return nil, err
	}
	y, err = AxisIndex(y, len(a.shape))
	if err != nil {
		return nil, err
	}
	shape, strides := slices.Clone(a.shape), slices.Clone(a.strides)
	shape[x], shape[y] = shape[y], shape[x]
	strides[x], strides[y] = strides[y], strides[x]
	return a.view(shape, strides, a.offset), nil
}

// ExpandDims adds axes of length 1 at places of the result.
func (a *Array) ExpandDims(at ...int) (*Array, error) {
	axes := len(a.shape) + len(at)
	if axes > MaxAxes {
		return nil, valueError("maximum supported dimension for an ndarray is " + itoa(MaxAxes) + " here, found " + itoa(axes))
	}
	added := make([]bool, axes)
	for _, axis := range at {
		axis, err := AxisIndex(axis, axes)
		if err != nil {
			return nil, err
		}
		if added[axis] {
			return nil, valueError("repeated axis")
		}
		added[axis] = true
	}
	var shape, strides []int
	next := 0
	for _, is := range added {
		if is {
			shape, strides = append(shape, 1), append(strides, 0)
			continue
		}
		shape, strides = append(shape, a.shape[next]), append(strides, a.strides[next])
		next++
	}
	return a.view(shape, strides, a.offset), nil
}

// Squeeze leaves out axes of length 1: those named, or all.
func (a *Array) Squeeze(at ...int) (*Array, error) {
	named := make([]bool, len(a.shape))
	for _, axis := range at {
		axis, err := AxisIndex(axis, len(a.shape))
		if err != nil {
			return nil, err
		}
		if a.shape[axis] != 1 {
			return nil, valueError("cannot select an axis to squeeze out which has size not equal to one")
		}
		named[axis] = true
	}
	shape, strides := []int{}, []int{}
	for i, n := range a.shape {
		if n == 1 && (named[i] || len(at) == 0) {
			continue
		}
		shape, strides = append(shape, n), append(strides, a.strides[i])
	}
	return a.view(shape, strides, a.offset), nil
}

// BroadcastTo repeats an array along new axes, and along those of length 1.
func (a *Array) BroadcastTo(shape ...int) (*Array, error) {
	if b, ok := a.broadcast(shape); ok {
		return b, nil
	}
	return nil, valueError("operands could not be broadcast together with remapped shapes [original->remapped]: " +
		tight(a.shape) + "  and requested shape " + tight(shape))
}

func (a *Array) broadcast(shape []int) (*Array, bool) {
	extra := len(shape) - len(a.shape)
	if extra < 0 {
		return nil, false
	}
	strides := make([]int, len(shape))
	for i, n := range a.shape {
		switch {
		case n == shape[extra+i]:
			strides[extra+i] = a.strides[i]
		case n != 1:
			return nil, false
		}
	}
	return a.view(slices.Clone(shape), strides, a.offset), true
}

// common is the shape that all arrays are broadcast to.
func common(arrays ...*Array) ([]int, bool) {
	var shape []int
	for _, a := range arrays {
		for len(shape) < len(a.shape) {
			shape = append([]int{1}, shape...)
		}
		extra := len(shape) - len(a.shape)
		for i, n := range a.shape {
			switch m := shape[extra+i]; {
			case m == 1:
				shape[extra+i] = n
			case n != 1 && n != m:
				return nil, false
			}
		}
	}
	return shape, true
}

// fit broadcasts arrays to one shape, which must not be too large.
func fit(arrays ...*Array) ([]int, error) {
	shape, ok := common(arrays...)
	if !ok {
		text := "operands could not be broadcast together with shapes "
		for _, a := range arrays {
			text += tight(a.shape) + " "
		}
		return nil, valueError(text)
	}
	size := 1
	for _, n := range shape {
		if size *= n; size > MaxElements {
			_, err := New(Bool, shape...)
			return nil, err
		}
	}
	return shape, nil
}
