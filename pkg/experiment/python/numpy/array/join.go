package array

import "slices"

// Concatenate joins arrays along an axis, or all elements of all where axis is nil.
func Concatenate(arrays []*Array, axis *int) (*Array, error) {
	if len(arrays) == 0 {
		return nil, valueError("need at least one array to concatenate")
	}
	arrays = slices.Clone(arrays)
	at := 0
	if axis == nil {
		for i, a := range arrays {
			arrays[i] = a.Ravel()
		}
	} else {
		if len(arrays[0].shape) == 0 {
			return nil, valueError("zero-dimensional arrays cannot be concatenated")
		}
		var err error
		if at, err = AxisIndex(*axis, len(arrays[0].shape)); err != nil {
			return nil, err
		}
	}
	first := arrays[0]
	dtype, total := first.dtype, 0
	for i, a := range arrays {
		if len(a.shape) != len(first.shape) {
			return nil, valueError("all the input arrays must have same number of dimensions, but the array at index 0 has " + itoa(len(first.shape)) +
				" dimension(s) and the array at index " + itoa(i) + " has " + itoa(len(a.shape)) + " dimension(s)")
		}
		for j, n := range a.shape {
			if j != at && n != first.shape[j] {
				return nil, valueError("all the input array dimensions except for the concatenation axis must match exactly, but along dimension " + itoa(j) +
					", the array at index 0 has size " + itoa(first.shape[j]) + " and the array at index " + itoa(i) + " has size " + itoa(n))
			}
		}
		dtype = promote(dtype, a.dtype)
		total += a.shape[at]
	}
	shape := slices.Clone(first.shape)
	shape[at] = total
	result, err := New(dtype, shape...)
	if err != nil {
		return nil, err
	}
	place := 0
	for _, a := range arrays {
		part := result.view(slices.Clone(a.shape), result.strides, result.offset+place*result.strides[at])
		place += a.shape[at]
		var to []int
		part.each(func(at int) { to = append(to, at) })
		i := 0
		a.each(func(from int) {
			result.copyFrom(to[i], a, from)
			i++
		})
	}
	return result, nil
}

// Stack joins arrays of one shape along a new axis.
func Stack(arrays []*Array, axis int) (*Array, error) {
	if len(arrays) == 0 {
		return nil, valueError("need at least one array to stack")
	}
	wider := make([]*Array, len(arrays))
	for i, a := range arrays {
		if !slices.Equal(a.shape, arrays[0].shape) {
			return nil, valueError("all input arrays must have the same shape")
		}
		var err error
		if wider[i], err = a.ExpandDims(axis); err != nil {
			return nil, err
		}
	}
	return Concatenate(wider, &axis)
}

// AtLeast1D and AtLeast2D add axes in front.
func (a *Array) AtLeast1D() *Array {
	if len(a.shape) == 0 {
		a, _ = a.AsArray().ExpandDims(0)
	}
	return a
}

// AtLeast2D adds axes in front until there are two.
func (a *Array) AtLeast2D() *Array {
	for len(a.shape) < 2 {
		a, _ = a.AsArray().ExpandDims(0)
	}
	return a
}

// VStack joins arrays as rows.
func VStack(arrays []*Array) (*Array, error) {
	rows := make([]*Array, len(arrays))
	for i, a := range arrays {
		rows[i] = a.AtLeast2D()
	}
	axis := 0
	return Concatenate(rows, &axis)
}

// HStack joins arrays one after the other: along the second axis where there is one.
func HStack(arrays []*Array) (*Array, error) {
	parts := make([]*Array, len(arrays))
	axis := 0
	for i, a := range arrays {
		parts[i] = a.AtLeast1D()
		if i == 0 && len(parts[0].shape) > 1 {
			axis = 1
		}
	}
	return Concatenate(parts, &axis)
}

// ColumnStack joins arrays as columns.
func ColumnStack(arrays []*Array) (*Array, error) {
	columns := make([]*Array, len(arrays))
	for i, a := range arrays {
		if len(a.shape) < 2 {
			a = a.AsArray().Ravel()
			a, _ = a.ExpandDims(1)
		}
		columns[i] = a
	}
	axis := 1
	return Concatenate(columns, &axis)
}

// along is the array that a function goes through along an axis, and the axis: all elements
// in one line where axis is nil.
func (a *Array) along(axis *int) (*Array, int, error) {
	if axis == nil {
		return a.Ravel(), 0, nil
	}
	at, err := AxisIndex(*axis, len(a.shape))
	return a, at, err
}

// Repeat has every element n times, along all where axis is nil.
func Repeat(x *Array, n int, axis *int) (*Array, error) {
	if n < 0 {
		return nil, valueError("repeats may not contain negative values.")
	}
	x, at, err := x.along(axis)
	if err != nil {
		return nil, err
	}
	if n > 0 && x.Size() > MaxElements/n {
		return nil, &Error{"MemoryError", "more elements than the " + itoa(MaxElements) + " that this page gives a program"}
	}
	index := make([]int64, 0, x.shape[at]*n)
	for i := range x.shape[at] {
		for range n {
			index = append(index, int64(i))
		}
	}
	return x.take(at, index), nil
}

// Tile has an array n times, along each of its last axes as often as counts say.
func Tile(x *Array, counts []int) (*Array, error) {
	x = x.AsArray()
	for len(x.shape) < len(counts) {
		x, _ = x.ExpandDims(0)
	}
	counts = append(slices.Repeat([]int{1}, len(x.shape)-len(counts)), counts...)
	for axis, n := range counts {
		if n < 0 {
			return nil, valueError("negative dimensions are not allowed")
		}
		if n > 0 && x.Size() > MaxElements/n {
			return nil, &Error{"MemoryError", "more elements than the " + itoa(MaxElements) + " that this page gives a program"}
		}
		var index []int64
		for range n {
			for i := range x.shape[axis] {
				index = append(index, int64(i))
			}
		}
		x = x.take(axis, index)
	}
	return x, nil
}

// Flip turns the order along an axis, along all where axis is nil.
func Flip(x *Array, axis *int) (*Array, error) {
	index := make([]Index, len(x.shape))
	back := -1
	at := -1
	if axis != nil {
		var err error
		if at, err = AxisIndex(*axis, len(x.shape)); err != nil {
			return nil, err
		}
	}
	for i := range index {
		index[i].Kind = Range
		if axis == nil || i == at {
			index[i].Step = &back
		}
	}
	return x.Get(index...)
}

// Roll moves the elements n places on; what falls off the end comes in front.
func Roll(x *Array, n int) *Array {
	size := x.Size()
	index := make([]int64, size)
	for i := range index {
		index[i] = int64(((i-n)%size + size) % size)
	}
	flat := x.Ravel().take(0, index)
	flat, _ = flat.Reshape(x.shape...)
	return flat
}

// MeshGrid are the two matrices of the points that two axes span: along the rows
// the first, along the columns the second.
func MeshGrid(x, y *Array) (xs, ys *Array, err error) {
	x, y = x.Ravel(), y.Ravel()
	shape := []int{y.shape[0], x.shape[0]}
	if _, err := New(Bool, shape...); err != nil {
		return nil, nil, err
	}
	y, _ = y.ExpandDims(1)
	xs, _ = x.broadcast(shape)
	ys, _ = y.broadcast(shape)
	return xs.Copy(), ys.Copy(), nil
}
