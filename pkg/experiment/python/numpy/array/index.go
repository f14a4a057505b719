package array

// Get and Set share the cutting of an array by numbers, ranges, masks and lists of places,
// which is longer than 300 lines together.

import "math"

// Index is one part of what stands in brackets after an array. The zero Index is
// None: a new axis.
type Index struct {
	Kind IndexKind
	// At is the number of [One].
	At int
	// Start, Stop and Step are those of a [Range]; nil for those left out.
	Start, Stop, Step *int
	// List is an array of whole numbers, or of bools: a mask.
	List *Array
}

// IndexKind is a kind of [Index].
type IndexKind uint8

// The kinds of an Index.
const (
	// NewAxis is None.
	NewAxis IndexKind = iota
	// One is a number.
	One
	// Range is start:stop:step.
	Range
	// Dots is the ... that stands for all axes not named.
	Dots
	// Picked is an array of numbers, or a mask.
	Picked
)

// Get is what stands at an index: a view, a copy for lists and masks, a number
// where all axes have one.
func (a *Array) Get(index ...Index) (*Array, error) {
	part, lists, err := a.cut(index)
	if err != nil {
		return nil, err
	}
	if lists == nil {
		if len(part.shape) == 0 && !dotted(index) {
			return part.element(part.offset), nil
		}
		return part, nil
	}
	at, shape, err := part.places(lists)
	if err != nil {
		return nil, err
	}
	if len(at) > MaxElements {
		_, err := New(a.dtype, shape...)
		return nil, err
	}
	b := blank(a.dtype, shape)
	for i, from := range at {
		b.copyFrom(i, part, from)
	}
	if len(shape) == 0 {
		b.scalar = true
	}
	return b, nil
}

// Set writes values to what stands at an index.
func (a *Array) Set(values *Array, index ...Index) error {
	part, lists, err := a.cut(index)
	if err != nil {
		return err
	}
	var at []int
	shape := part.shape
	if lists == nil {
		part.each(func(to int) { at = append(at, to) })
	} else if at, shape, err = part.places(lists); err != nil {
		return err
	}
	if len(index) == 1 && index[0].Kind == Picked && index[0].List.dtype == Bool && len(values.shape) == 1 &&
		values.shape[0] != 1 && values.shape[0] != shape[0] {
		return valueError("NumPy boolean array indexing assignment cannot assign " + itoa(values.shape[0]) +
			" input values to the " + itoa(shape[0]) + " output values where the mask is true")
	}
	source := values
	for len(source.shape) > len(shape) && source.shape[0] == 1 {
		source = source.view(source.shape[1:], source.strides[1:], source.offset)
	}
	from, ok := source.broadcast(shape)
	if !ok {
		if lists != nil {
			return valueError("shape mismatch: value array of shape " + tight(values.shape) +
				" could not be broadcast to indexing result of shape " + tight(shape))
		}
		return valueError("could not broadcast input array from shape " + tight(values.shape) + " into shape " + tight(shape))
	}
	if a.data == values.data {
		from = from.Copy()
	}
	if !a.dtype.Floating() && a.dtype != Bool && from.dtype.Floating() {
		if err := from.mustBeWhole(); err != nil && values.weak {
			return err
		}
	}
	i := 0
	from.each(func(source int) {
		part.copyFrom(at[i], from, source)
		i++
	})
	return nil
}

// mustBeWhole is Python's error of an int of nan or inf.
func (a *Array) mustBeWhole() error {
	var err error
	a.each(func(at int) {
		switch v := a.data.floats[at]; {
		case math.IsNaN(v):
			err = valueError("cannot convert float NaN to integer")
		case math.IsInf(v, 0):
			err = &Error{"OverflowError", "cannot convert float infinity to integer"}
		}
	})
	return err
}

func dotted(index []Index) bool {
	for _, i := range index {
		if i.Kind == Dots {
			return true
		}
	}
	return false
}

// picked is a list that an axis of a view is indexed with, or a mask of several.
type picked struct {
	axis int // the first in the view
	list *Array
}

// cut applies all of an index but for its lists, whose axes stay whole.
func (a *Array) cut(index []Index) (*Array, []picked, error) {
	named := 0
	for _, i := range index {
		switch {
		case i.Kind == One, i.Kind == Range:
			named++
		case i.Kind == Picked && i.List.dtype == Bool:
			named += len(i.List.shape)
		case i.Kind == Picked:
			named++
		}
	}
	if named > len(a.shape) {
		return nil, nil, indexError("too many indices for array: array is " + itoa(len(a.shape)) + "-dimensional, but " + itoa(named) + " were indexed")
	}
	if dots := 0; true {
		for _, i := range index {
			if i.Kind == Dots {
				dots++
			}
		}
		if dots > 1 {
			return nil, nil, indexError("an index can only have a single ellipsis ('...')")
		}
		if dots == 0 {
			index = append(append([]Index{}, index...), Index{Kind: Dots})
		}
	}
	part := &Array{dtype: a.dtype, data: a.data, offset: a.offset, shape: []int{}}
	var lists []picked
	axis := 0
	keep := func(n int) {
		for range n {
			part.shape, part.strides = append(part.shape, a.shape[axis]), append(part.strides, a.strides[axis])
			axis++
		}
	}
	for _, i := range index {
		switch i.Kind {
		case NewAxis:
			part.shape, part.strides = append(part.shape, 1), append(part.strides, 0)
		case One:
			at := i.At
			if at < -a.shape[axis] || at >= a.shape[axis] {
				return nil, nil, indexError("index " + itoa(at) + " is out of bounds for axis " + itoa(axis) + " with size " + itoa(a.shape[axis]))
			}
			if at < 0 {
				at += a.shape[axis]
			}
			part.offset += at * a.strides[axis]
			axis++
		case Range:
			start, step, n, err := i.bounds(a.shape[axis])
			if err != nil {
				return nil, nil, err
			}
			if n > 0 {
				part.offset += start * a.strides[axis]
			}
			part.shape, part.strides = append(part.shape, n), append(part.strides, step*a.strides[axis])
			axis++
		case Dots:
			keep(len(a.shape) - named)
		case Picked:
			n := 1
			if i.List.dtype == Bool {
				n = len(i.List.shape)
				for j, m := range i.List.shape {
					if m != a.shape[axis+j] {
						return nil, nil, indexError("boolean index did not match indexed array along axis " + itoa(axis+j) +
							"; size of axis is " + itoa(a.shape[axis+j]) + " but size of corresponding boolean axis is " + itoa(m))
					}
				}
			}
			lists = append(lists, picked{len(part.shape), i.List})
			keep(n)
		}
	}
	if len(part.shape) > MaxAxes {
		return nil, nil, indexError("number of dimensions must be within [0, " + itoa(MaxAxes) + "] here, indexing result would have " + itoa(len(part.shape)))
	}
	return part, lists, nil
}

// bounds are where a range begins, its step, and how many there are of n.
func (i Index) bounds(n int) (start, step, count int, err error) {
	step = 1
	if i.Step != nil {
		step = *i.Step
	}
	if step == 0 {
		return 0, 0, 0, valueError("slice step cannot be zero")
	}
	clip := func(p *int, otherwise int) int {
		low, high := 0, n
		if step < 0 {
			low, high = -1, n-1
		}
		if p == nil {
			return otherwise
		}
		v := *p
		if v < 0 {
			v += n
		}
		return min(max(v, low), high)
	}
	if step > 0 {
		start = clip(i.Start, 0)
		if stop := clip(i.Stop, n); stop > start {
			count = (stop-start-1)/step + 1
		}
		return start, step, count, nil
	}
	start = clip(i.Start, n-1)
	if stop := clip(i.Stop, -1); stop < start {
		count = (start-stop-1)/-step + 1
	}
	return start, step, count, nil
}

// places are where the elements lie that lists pick out of a view, and the shape
// that these have.
func (a *Array) places(lists []picked) (at, shape []int, err error) {
	// Every list becomes one of numbers; a mask becomes one for each of its axes.
	type column struct {
		axis int
		list *Array
	}
	var columns []column
	for _, p := range lists {
		if p.list.dtype != Bool {
			columns = append(columns, column(p))
			continue
		}
		for i, list := range p.list.NonZero() {
			columns = append(columns, column{p.axis + i, list})
		}
	}
	var all []*Array
	taken := make([]bool, len(a.shape))
	together := true
	for i, c := range columns {
		all = append(all, c.list)
		taken[c.axis] = true
		together = together && (i == 0 || c.axis == columns[i-1].axis+1)
	}
	inner, ok := common(all...)
	if !ok {
		text := "shape mismatch: indexing arrays could not be broadcast together with shapes "
		for _, l := range all {
			text += tight(l.shape) + " "
		}
		return nil, nil, indexError(text)
	}
	size := 1
	for _, n := range inner {
		size *= n
	}
	offsets := make([]int, size)
	for _, c := range columns {
		list, _ := c.list.broadcast(inner)
		n := a.shape[c.axis]
		for i, v := range list.Ints() {
			if v < int64(-n) || v >= int64(n) {
				return nil, nil, indexError("index " + itoa(int(v)) + " is out of bounds for axis " + itoa(c.axis) + " with size " + itoa(n))
			}
			if v < 0 {
				v += int64(n)
			}
			offsets[i] += int(v) * a.strides[c.axis]
		}
	}
	// The axes of the lists come where the lists stand together, else first.
	first := 0
	if together && len(columns) > 0 {
		first = columns[0].axis
	}
	before, after := &Array{dtype: a.dtype, data: a.data}, &Array{dtype: a.dtype, data: a.data}
	for axis := range a.shape {
		if taken[axis] {
			continue
		}
		side := after
		if axis < first {
			side = before
		}
		side.shape, side.strides = append(side.shape, a.shape[axis]), append(side.strides, a.strides[axis])
	}
	shape = append(append(append([]int{}, before.shape...), inner...), after.shape...)
	total := 1
	for _, n := range shape {
		if total *= n; total > MaxElements {
			_, err := New(a.dtype, shape...)
			return nil, nil, err
		}
	}
	before.each(func(x int) {
		for _, y := range offsets {
			after.each(func(z int) { at = append(at, a.offset+x+y+z) })
		}
	})
	return at, shape, nil
}

// take is the part of an array at numbers along an axis, which are in bounds.
func (a *Array) take(axis int, index []int64) *Array {
	all := make([]Index, axis+1)
	for i := range axis {
		all[i] = Index{Kind: Range}
	}
	all[axis] = Index{Kind: Picked, List: FromInts(index)}
	b, err := a.Get(all...)
	if err != nil {
		panic("array: take: " + err.Error())
	}
	return b
}

// Take is the part of an array at numbers along its first axis.
func (a *Array) Take(index []int64) (*Array, error) {
	return a.Get(Index{Kind: Picked, List: FromInts(index)})
}

// NonZero are the numbers, for each axis, of the elements that are not 0.
func (a *Array) NonZero() []*Array {
	axes := make([][]int64, len(a.shape))
	index := make([]int64, len(a.shape))
	a.each(func(at int) {
		if a.float(at) != 0 {
			for i, n := range index {
				axes[i] = append(axes[i], n)
			}
		}
		for i := len(index) - 1; i >= 0; i-- {
			if index[i]++; int(index[i]) < a.shape[i] {
				break
			}
			index[i] = 0
		}
	})
	all := make([]*Array, len(axes))
	for i, numbers := range axes {
		all[i] = FromInts(numbers)
	}
	return all
}
