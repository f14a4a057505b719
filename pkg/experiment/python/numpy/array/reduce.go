package array

import (
	"math"
	"sort"
)

// Reduce is a reduction by its name, such as "sum" or "mean", over all elements
// where axis is nil. Keep has the axis stay, with a length of 1. Ddof is what is
// taken off the number of elements in "var" and "std".
func Reduce(name string, x *Array, axis *int, keep bool, ddof float64) (*Array, error) {
	result, err := reduce(name, x.AsArray(), axis, ddof)
	if err != nil || !keep {
		return result, err
	}
	shape := append([]int{}, x.shape...)
	for i := range shape {
		if axis == nil || (*axis+len(shape))%len(shape) == i {
			shape[i] = 1
		}
	}
	result = result.AsArray()
	return result.Reshape(shape...)
}

func reduce(name string, x *Array, axis *int, ddof float64) (*Array, error) {
	outer := x
	if x.dtype == Bool && name == "ptp" {
		return nil, typeError(operationOf("subtract").noTruths)
	}
	if axis == nil {
		if !x.contiguous() && name != "argmin" && name != "argmax" {
			// NumPy goes through the memory in its own order, which shows in the
			// last bit of a sum.
			outer = x.memoryOrder()
		}
		outer = outer.Ravel()
	} else {
		at, err := AxisIndex(*axis, len(x.shape))
		if err != nil {
			return nil, err
		}
		order := []int{}
		for i := range x.shape {
			if i != at {
				order = append(order, i)
			}
		}
		outer, _ = x.Transpose(append(order, at))
	}
	last := len(outer.shape) - 1
	n, shape := outer.shape[last], outer.shape[:last]
	if n == 0 {
		switch name {
		case "min", "max":
			return nil, valueError("zero-size array to reduction operation " + map[string]string{"min": "minimum", "max": "maximum"}[name] + " which has no identity")
		case "argmin", "argmax":
			return nil, valueError("attempt to get " + name + " of an empty sequence")
		}
	}
	if name == "any" || name == "all" || name == "argmin" || name == "argmax" || name == "count_nonzero" {
		return count(name, outer, shape, n), nil
	}
	if !x.dtype.Floating() && (name == "sum" || name == "prod" || name == "min" || name == "max" || name == "ptp") {
		return wholeReduce(name, outer, shape, n), nil
	}
	values := outer.Floats()
	dtype := x.dtype.float()
	// Sums along any axis but the last are taken one row after the other.
	inRows := axis != nil && len(x.shape) > 1 && x.strides[(*axis+len(x.shape))%len(x.shape)] != 1
	l := line{dtype: dtype, plain: inRows}
	results := make([]float64, len(values)/max(n, 1))
	if n == 0 {
		size := 1
		for _, m := range shape {
			size *= m
		}
		results = make([]float64, size)
	}
	for i := range results {
		results[i] = l.reduce(name, values[i*n:(i+1)*n], ddof)
	}
	return number(floatArray(dtype, append([]int{}, shape...), results)), nil
}

// memoryOrder has the axes with the longest steps first.
func (a *Array) memoryOrder() *Array {
	order := make([]int, len(a.shape))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return abs(a.strides[order[i]]) > abs(a.strides[order[j]]) })
	b, _ := a.Transpose(order)
	return b
}

func abs(n int) int { return max(n, -n) }

// line reduces numbers in a row, with the rounding of its type at every step.
type line struct {
	dtype DType
	plain bool
}

func (l line) round(v float64) float64 {
	if l.dtype == Float32 {
		return float64(float32(v))
	}
	return v
}

func (l line) reduce(name string, v []float64, ddof float64) float64 {
	n := float64(len(v))
	switch name {
	case "sum":
		return l.sum(v)
	case "prod":
		p := 1.0
		for _, x := range v {
			p = l.round(p * x)
		}
		return p
	case "mean":
		return l.round(l.sum(v) / n)
	case "var", "std":
		mean := l.round(l.sum(v) / n)
		squares := make([]float64, len(v))
		for i, x := range v {
			d := l.round(x - mean)
			squares[i] = l.round(d * d)
		}
		variance := l.round(l.sum(squares) / max(n-ddof, 0))
		if name == "std" {
			return l.round(math.Sqrt(variance))
		}
		return variance
	case "min", "max", "ptp":
		low, high := v[0], v[0]
		for _, x := range v[1:] {
			low, high = smaller(low, x), larger(high, x)
		}
		switch name {
		case "min":
			return low
		case "max":
			return high
		}
		return l.round(high - low)
	case "median":
		if len(v) == 0 {
			return math.NaN()
		}
		s := ascending(v)
		if math.IsNaN(s[len(s)-1]) {
			return math.NaN()
		}
		if m := len(s) / 2; len(s)%2 == 0 {
			return l.round(l.round(s[m-1]+s[m]) / 2)
		}
		return s[len(s)/2]
	}
	return math.NaN()
}

// sum adds numbers in pairs of pairs, in NumPy's order.
func (l line) sum(v []float64) float64 {
	const lanes, block = 8, 128
	switch n := len(v); {
	case l.plain || n < lanes:
		if n == 0 {
			return 0
		}
		s := v[0]
		for _, x := range v[1:] {
			s = l.round(s + x)
		}
		return s
	case n <= block:
		var r [lanes]float64
		copy(r[:], v)
		i := lanes
		for ; i < n-n%lanes; i += lanes {
			for j := range r {
				r[j] = l.round(r[j] + v[i+j])
			}
		}
		two := func(x, y float64) float64 { return l.round(x + y) }
		s := two(two(two(r[0], r[1]), two(r[2], r[3])), two(two(r[4], r[5]), two(r[6], r[7])))
		for ; i < n; i++ {
			s = l.round(s + v[i])
		}
		return s
	default:
		half := n / 2
		half -= half % lanes
		return l.round(l.sum(v[:half]) + l.sum(v[half:]))
	}
}

func wholeReduce(name string, outer *Array, shape []int, n int) *Array {
	dtype := outer.dtype
	if name == "sum" || name == "prod" {
		dtype = Int64
	}
	result := blank(dtype, shape)
	values := outer.Ints()
	for i := range result.data.ints {
		var r int64
		if name == "prod" {
			r = 1
		}
		low, high := int64(0), int64(0)
		for j, v := range values[i*n : (i+1)*n] {
			if j == 0 {
				low, high = v, v
			}
			low, high = min(low, v), max(high, v)
			switch name {
			case "sum":
				r += v
			case "prod":
				r *= v
			}
		}
		switch name {
		case "min":
			r = low
		case "max":
			r = high
		case "ptp":
			r = high - low
		}
		result.data.ints[i] = r
	}
	return number(result)
}

// count is a reduction whose answer is a number of elements, a place or a truth.
func count(name string, outer *Array, shape []int, n int) *Array {
	dtype := Int64
	if name == "any" || name == "all" {
		dtype = Bool
	}
	result := blank(dtype, shape)
	values := outer.Floats()
	for i := range result.data.ints {
		row, nonzero, best := values[i*n:(i+1)*n], int64(0), 0
		for j, v := range row {
			if v != 0 {
				nonzero++
			}
			at := row[best]
			if !math.IsNaN(at) && (math.IsNaN(v) || name == "argmin" && v < at || name == "argmax" && v > at) {
				best = j
			}
		}
		switch name {
		case "any":
			nonzero = bit(nonzero > 0)
		case "all":
			nonzero = bit(nonzero == int64(n))
		case "argmin", "argmax":
			nonzero = int64(best)
		}
		result.data.ints[i] = nonzero
	}
	return number(result)
}
