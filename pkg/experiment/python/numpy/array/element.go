package array

import (
	"math"

	"firstneuron/pkg/experiment/python"
)

// elements are what views share. Floating-point ones are in floats, rounded to
// float32 where that is their type; others in ints.
type elements struct {
	floats []float64
	ints   []int64
	// places are where in the program each was written; nil where none was.
	places []python.Span
}

// float and int read the element at a place of the data.
func (a *Array) float(at int) float64 {
	if a.dtype.Floating() {
		return a.data.floats[at]
	}
	return float64(a.data.ints[at])
}

func (a *Array) int(at int) int64 {
	if a.dtype.Floating() {
		return whole(a.data.floats[at], a.dtype)
	}
	return a.data.ints[at]
}

// whole is a floating-point number cut to a whole one, as processors do it: what
// has none becomes the least.
func whole(v float64, _ DType) int64 {
	if !(v > -9.3e18 && v < 9.223372036854775e18) {
		return math.MinInt64
	}
	return int64(v)
}

func (a *Array) setFloat(at int, v float64) {
	switch a.dtype {
	case Float64:
		a.data.floats[at] = v
	case Float32:
		a.data.floats[at] = float64(float32(v))
	case Bool:
		a.data.ints[at] = bit(v != 0)
	case Int32:
		a.data.ints[at] = int64(int32(whole(v, Int64)))
	default:
		a.data.ints[at] = whole(v, Int64)
	}
}

func (a *Array) setInt(at int, v int64) {
	switch a.dtype {
	case Float64, Float32:
		a.setFloat(at, float64(v))
	case Bool:
		a.data.ints[at] = bit(v != 0)
	case Int32:
		a.data.ints[at] = int64(int32(v))
	default:
		a.data.ints[at] = v
	}
}

// copyFrom writes the element of b at from into that of a at to.
func (a *Array) copyFrom(to int, b *Array, from int) {
	if b.dtype.Floating() {
		a.setFloat(to, b.data.floats[from])
	} else {
		a.setInt(to, b.data.ints[from])
	}
	place := b.place(from)
	if place != (python.Span{}) && a.data.places == nil {
		a.data.places = make([]python.Span, max(len(a.data.floats), len(a.data.ints)))
	}
	if a.data.places != nil {
		a.data.places[to] = place
	}
}

func (a *Array) place(at int) python.Span {
	if a.data.places == nil {
		return python.Span{}
	}
	return a.data.places[at]
}

// each calls f with the place in the data of each element, in order.
func (a *Array) each(f func(at int)) {
	if a.Size() == 0 {
		return
	}
	if a.contiguous() {
		for i := range a.Size() {
			f(a.offset + i)
		}
		return
	}
	index := make([]int, len(a.shape))
	at := a.offset
	for {
		f(at)
		axis := len(index) - 1
		for ; axis >= 0; axis-- {
			index[axis]++
			at += a.strides[axis]
			if index[axis] < a.shape[axis] {
				break
			}
			at -= index[axis] * a.strides[axis]
			index[axis] = 0
		}
		if axis < 0 {
			return
		}
	}
}

// contiguous says whether the elements lie one after the other.
func (a *Array) contiguous() bool {
	step := 1
	for i := len(a.shape) - 1; i >= 0; i-- {
		if a.shape[i] != 1 && a.strides[i] != step {
			return false
		}
		step *= a.shape[i]
	}
	return true
}

// Floats are the elements in order, as float64, in a slice of their own.
func (a *Array) Floats() []float64 {
	values := make([]float64, 0, a.Size())
	a.each(func(at int) { values = append(values, a.float(at)) })
	return values
}

// Ints are the elements in order, cut to whole numbers.
func (a *Array) Ints() []int64 {
	values := make([]int64, 0, a.Size())
	a.each(func(at int) { values = append(values, a.int(at)) })
	return values
}

// Places are where in the program each element was written, in order; nil where
// none of them is known.
func (a *Array) Places() []python.Span {
	if a.data.places == nil {
		return nil
	}
	places := make([]python.Span, 0, a.Size())
	a.each(func(at int) { places = append(places, a.data.places[at]) })
	return places
}

// SetPlace notes where in the program the only element was written.
func (a *Array) SetPlace(place python.Span) *Array {
	a.data.places = []python.Span{place}
	return a
}

// Item is the only element of an array, as one without axes.
func (a *Array) Item() (*Array, error) {
	if a.Size() != 1 {
		return nil, valueError("can only convert an array of size 1 to a Python scalar")
	}
	var item *Array
	a.each(func(at int) { item = a.element(at) })
	return item, nil
}

// element is a copy of one element, as a number of NumPy's.
func (a *Array) element(at int) *Array {
	item := blank(a.dtype, nil)
	item.copyFrom(0, a, at)
	item.scalar = true
	return item
}

// SetPlaces notes where in the program each element was written; nil leaves it.
func (a *Array) SetPlaces(places []python.Span) {
	if places != nil && len(places) == max(len(a.data.floats), len(a.data.ints)) {
		a.data.places = append([]python.Span{}, places...)
	}
}

// First is the first element of an array of one axis, as a number of NumPy's.
func (a *Array) First() *Array { return a.element(a.offset) }
