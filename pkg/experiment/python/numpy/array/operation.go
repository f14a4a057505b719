package array

import (
	"math"

	"firstneuron/pkg/experiment/python/elementary"
)

// operation is a function of two arrays, element by element.
type operation struct {
	name string
	// floats computes with floating-point numbers, ints with whole ones; where ints
	// is nil whole ones become float64.
	floats func(x, y float64) float64
	ints   func(x, y int64) int64
	// compares says that the answer is a truth value.
	compares func(x, y float64) bool
	// truths has bools stay bools; otherwise they are counted as int64, and where
	// noTruths is set NumPy refuses them.
	truths   func(x, y bool) bool
	noTruths string
	// whole refuses floating-point numbers.
	whole bool
}

// operations are a list, which the linker lays out, where a map would be made by a
// program of its own.
var operations = [...]operation{
	{name: "add", floats: func(x, y float64) float64 { return x + y }, ints: func(x, y int64) int64 { return x + y }, truths: func(x, y bool) bool { return x || y }},
	{name: "subtract", floats: func(x, y float64) float64 { return x - y }, ints: func(x, y int64) int64 { return x - y }, noTruths: "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."},
	{name: "multiply", floats: func(x, y float64) float64 { return x * y }, ints: func(x, y int64) int64 { return x * y }, truths: func(x, y bool) bool { return x && y }},
	{name: "divide", floats: func(x, y float64) float64 { return x / y }},
	{name: "floor_divide", floats: floorDivide, ints: func(x, y int64) int64 {
		switch {
		case y == 0:
			return 0
		case x%y != 0 && (x < 0) != (y < 0):
			return x/y - 1
		}
		return x / y
	}},
	{name: "remainder", floats: remainder, ints: func(x, y int64) int64 {
		switch r := int64(0); y {
		case 0:
			return 0
		default:
			if r = x % y; r != 0 && (r < 0) != (y < 0) {
				r += y
			}
			return r
		}
	}},
	{name: "fmod", floats: math.Mod, ints: func(x, y int64) int64 { return x % max(y, 1) }},
	{name: "power", floats: power, ints: wholePower},
	{name: "maximum", floats: larger, ints: func(x, y int64) int64 { return max(x, y) }, truths: func(x, y bool) bool { return x || y }},
	{name: "minimum", floats: smaller, ints: func(x, y int64) int64 { return min(x, y) }, truths: func(x, y bool) bool { return x && y }},
	{name: "fmax", floats: func(x, y float64) float64 {
		switch {
		case math.IsNaN(x):
			return y
		case math.IsNaN(y):
			return x
		}
		return max(x, y)
	}, ints: func(x, y int64) int64 { return max(x, y) }},
	{name: "fmin", floats: func(x, y float64) float64 {
		switch {
		case math.IsNaN(x):
			return y
		case math.IsNaN(y):
			return x
		}
		return min(x, y)
	}, ints: func(x, y int64) int64 { return min(x, y) }},
	{name: "arctan2", floats: math.Atan2},
	{name: "hypot", floats: math.Hypot},
	{name: "logaddexp", floats: func(x, y float64) float64 { return max(x, y) + elementary.Log1p(elementary.Exp(-math.Abs(x-y))) }},
	{name: "copysign", floats: math.Copysign},
	{name: "heaviside", floats: heaviside},
	{name: "equal", compares: func(x, y float64) bool { return x == y }},
	{name: "not_equal", compares: func(x, y float64) bool { return x != y }},
	{name: "less", compares: func(x, y float64) bool { return x < y }},
	{name: "less_equal", compares: func(x, y float64) bool { return x <= y }},
	{name: "greater", compares: func(x, y float64) bool { return x > y }},
	{name: "greater_equal", compares: func(x, y float64) bool { return x >= y }},
	{name: "logical_and", compares: func(x, y float64) bool { return x != 0 && y != 0 }},
	{name: "logical_or", compares: func(x, y float64) bool { return x != 0 || y != 0 }},
	{name: "logical_xor", compares: func(x, y float64) bool { return (x != 0) != (y != 0) }},
	{name: "bitwise_and", ints: func(x, y int64) int64 { return x & y }, truths: func(x, y bool) bool { return x && y }, whole: true},
	{name: "bitwise_or", ints: func(x, y int64) int64 { return x | y }, truths: func(x, y bool) bool { return x || y }, whole: true},
	{name: "bitwise_xor", ints: func(x, y int64) int64 { return x ^ y }, truths: func(x, y bool) bool { return x != y }, whole: true},
	{name: "left_shift", ints: func(x, y int64) int64 { return x << uint64(y) }, whole: true},
	{name: "right_shift", ints: func(x, y int64) int64 { return x >> min(uint64(y), 63) }, whole: true},
}

func heaviside(x, y float64) float64 {
	switch {
	case x < 0:
		return 0
	case x > 0:
		return 1
	case x == 0:
		return y
	}
	return x
}

func larger(x, y float64) float64 {
	if math.IsNaN(x) || x > y {
		return x
	}
	if math.IsNaN(y) || y > x {
		return y
	}
	return x
}

func smaller(x, y float64) float64 {
	if math.IsNaN(x) || x < y {
		return x
	}
	if math.IsNaN(y) || y < x {
		return y
	}
	return x
}

// remainder has the sign of y, as Python's %.
func remainder(x, y float64) float64 {
	if y == 0 {
		return math.NaN()
	}
	r := math.Mod(x, y)
	switch {
	case r == 0:
		return math.Copysign(0, y)
	case (r < 0) != (y < 0):
		return r + y
	}
	return r
}

// floorDivide is Python's //: the quotient of what remains once the remainder is
// taken off, which is a whole number but for rounding.
func floorDivide(x, y float64) float64 {
	if y == 0 {
		return x / y
	}
	r := math.Mod(x, y)
	q := (x - r) / y
	if r != 0 && (r < 0) != (y < 0) {
		q--
	}
	if q == 0 {
		return math.Copysign(0, x/y)
	}
	floor := math.Floor(q)
	if q-floor > 0.5 {
		floor++
	}
	return floor
}

func power(x, y float64) float64 {
	switch y {
	case 2:
		return x * x
	case 1:
		return x
	case 0.5:
		return math.Sqrt(x)
	case -1:
		return 1 / x
	}
	return elementary.Pow(x, y)
}

func wholePower(x, y int64) int64 {
	result := int64(1)
	for ; y > 0; y >>= 1 {
		if y&1 == 1 {
			result *= x
		}
		x *= x
	}
	return result
}

func operationOf(name string) *operation {
	for i := range operations {
		if operations[i].name == name {
			return &operations[i]
		}
	}
	return nil
}

// Known says whether there is an operation, or a function, of a name of NumPy's.
func Known(name string) (arguments int) {
	if operationOf(name) != nil {
		return 2
	}
	if functionOf(name) != nil {
		return 1
	}
	return 0
}
