package array

import (
	"math"

	"firstneuron/pkg/experiment/python/elementary"
)

// function is a function of one array, element by element.
type function struct {
	name   string
	floats func(x float64) float64
	// ints has whole numbers stay whole; where it is nil they become float64.
	ints func(x int64) int64
	// asks says that the answer is a truth value.
	asks func(x float64) bool
	// bare has bools as they are; noTruths refuses them.
	bare     bool
	noTruths string
}

var functions = [...]function{
	{name: "exp", floats: elementary.Exp},
	{name: "expm1", floats: elementary.Expm1},
	{name: "exp2", floats: func(x float64) float64 { return elementary.Pow(2, x) }},
	{name: "log", floats: elementary.Log},
	{name: "log1p", floats: elementary.Log1p},
	{name: "log2", floats: elementary.Log2},
	{name: "log10", floats: elementary.Log10},
	{name: "sin", floats: elementary.Sin},
	{name: "cos", floats: elementary.Cos},
	{name: "tan", floats: elementary.Tan},
	{name: "arcsin", floats: math.Asin},
	{name: "arccos", floats: math.Acos},
	{name: "arctan", floats: math.Atan},
	{name: "sinh", floats: elementary.Sinh},
	{name: "cosh", floats: elementary.Cosh},
	{name: "tanh", floats: elementary.Tanh},
	{name: "arcsinh", floats: math.Asinh},
	{name: "arccosh", floats: math.Acosh},
	{name: "arctanh", floats: math.Atanh},
	{name: "sqrt", floats: math.Sqrt},
	{name: "cbrt", floats: math.Cbrt},
	{name: "deg2rad", floats: func(x float64) float64 { return x * (math.Pi / 180) }},
	{name: "rad2deg", floats: func(x float64) float64 { return x * (180 / math.Pi) }},
	{name: "floor", floats: math.Floor, ints: same, bare: true},
	{name: "ceil", floats: math.Ceil, ints: same, bare: true},
	{name: "trunc", floats: math.Trunc, ints: same, bare: true},
	{name: "rint", floats: math.RoundToEven},
	{name: "square", floats: func(x float64) float64 { return x * x }, ints: func(x int64) int64 { return x * x }},
	{name: "positive", floats: func(x float64) float64 { return x }, ints: same},
	{
		name: "negative", floats: func(x float64) float64 { return -x }, ints: func(x int64) int64 { return -x },
		noTruths: "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
	},
	{name: "absolute", floats: math.Abs, ints: func(x int64) int64 { return max(x, -x) }, bare: true},
	{name: "fabs", floats: math.Abs},
	{name: "reciprocal", floats: func(x float64) float64 { return 1 / x }, ints: func(x int64) int64 {
		if x == 0 {
			return math.MinInt64
		}
		return 1 / x
	}},
	{name: "sign", floats: func(x float64) float64 {
		switch {
		case x > 0:
			return 1
		case x < 0:
			return -1
		}
		return x + 0
	}, ints: func(x int64) int64 {
		switch {
		case x > 0:
			return 1
		case x < 0:
			return -1
		}
		return 0
	}},
	{name: "isnan", asks: math.IsNaN},
	{name: "isinf", asks: func(x float64) bool { return math.IsInf(x, 0) }},
	{name: "isfinite", asks: func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }},
	{name: "signbit", asks: math.Signbit},
	{name: "logical_not", asks: func(x float64) bool { return x == 0 }},
}

func same(x int64) int64 { return x }

func functionOf(name string) *function {
	for i := range functions {
		if functions[i].name == name {
			return &functions[i]
		}
	}
	return nil
}

// Unary is a function by its name, such as "sin".
func Unary(name string, x *Array) (*Array, error) {
	if t := x.turned(); t != nil {
		r, err := Unary(name, t)
		if err != nil {
			return nil, err
		}
		return r.Transpose(nil)
	}
	f := functionOf(name)
	switch {
	case f.asks != nil:
		result := blank(Bool, x.shape)
		for i, v := range x.Floats() {
			result.data.ints[i] = bit(f.asks(v))
		}
		return number(result), nil
	case x.dtype == Bool && f.noTruths != "":
		return nil, typeError(f.noTruths)
	case x.dtype == Bool && name == "sign":
		return nil, &Error{"numpy._core._exceptions.UFuncTypeError", "ufunc 'sign' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None"}
	case x.dtype == Bool && !f.bare && !x.weak:
		return nil, lacksSmall(name)
	case f.ints != nil && !x.dtype.Floating():
		dtype := x.dtype
		if dtype == Bool && !f.bare {
			dtype = Int64
		}
		values := x.Ints()
		for i, v := range values {
			if values[i] = f.ints(v); dtype == Int32 {
				values[i] = int64(int32(values[i]))
			}
		}
		return number(intArray(dtype, x.shape, values)), nil
	}
	values := x.Floats()
	for i, v := range values {
		values[i] = f.floats(v)
	}
	return number(floatArray(x.dtype.float(), x.shape, values)), nil
}

// lacksSmall is that NumPy answers for bools in a type of 8 or 16 bits, which this
// package does not have.
func lacksSmall(name string) error {
	return &Error{"NotImplementedError", "numpy." + name + " of bools, in int8 or float16"}
}

// Invert is ~x: not for bools, the other bits for whole numbers.
func Invert(x *Array) (*Array, error) {
	if x.dtype.Floating() {
		return nil, typeError("ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''")
	}
	values := x.Ints()
	for i, v := range values {
		if values[i] = ^v; x.dtype == Bool {
			values[i] = 1 - v
		}
	}
	return number(intArray(x.dtype, x.shape, values)), nil
}

// Round rounds to so many digits behind the point, halves to the even digit, as
// NumPy does: multiplied, rounded, divided again.
func Round(x *Array, digits int) (*Array, error) {
	if x.dtype == Bool && !x.weak {
		return nil, lacksSmall("round")
	}
	return rounded(x, digits), nil
}

func rounded(x *Array, digits int) *Array {
	if !x.dtype.Floating() && digits >= 0 {
		y := x.Copy()
		y.data.places, y.weak = nil, false
		if y.dtype == Bool {
			y = y.AsType(Int64)
		}
		return number(y)
	}
	scale := math.Pow10(max(digits, -digits))
	if x.dtype == Float32 {
		scale = float64(float32(scale))
	}
	values := x.Floats()
	step := func(v float64) float64 {
		if x.dtype == Float32 {
			return float64(float32(v))
		}
		return v
	}
	for i, v := range values {
		switch {
		case digits == 0:
			values[i] = math.RoundToEven(v)
		case digits > 0:
			values[i] = step(math.RoundToEven(step(v*scale)) / scale)
		default:
			values[i] = step(math.RoundToEven(step(v/scale)) * scale)
		}
	}
	if !x.dtype.Floating() {
		ints := make([]int64, len(values))
		for i, v := range values {
			ints[i] = int64(v)
		}
		return number(intArray(x.dtype, x.shape, ints))
	}
	return number(floatArray(x.dtype, x.shape, values))
}

// Clip bounds the elements; low and high may be nil.
func Clip(x, low, high *Array) (*Array, error) {
	var err error
	if low != nil {
		if x, err = Binary("maximum", x, low); err != nil {
			return nil, err
		}
	}
	if high != nil {
		if x, err = Binary("minimum", x, high); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// Where is x where the condition holds, otherwise y.
func Where(condition, x, y *Array) (*Array, error) {
	shape, err := fit(condition, x, y)
	if err != nil {
		return nil, err
	}
	dtype := resultType(x, y)
	condition, _ = condition.broadcast(shape)
	x, _ = x.broadcast(shape)
	y, _ = y.broadcast(shape)
	result := blank(dtype, shape)
	chosen := condition.Floats()
	if dtype.Floating() {
		xs, ys := x.rounded(dtype), y.rounded(dtype)
		for i, c := range chosen {
			if result.data.floats[i] = ys[i]; c != 0 {
				result.data.floats[i] = xs[i]
			}
		}
		return result, nil
	}
	xs, ys := x.Ints(), y.Ints()
	for i, c := range chosen {
		if result.data.ints[i] = ys[i]; c != 0 {
			result.data.ints[i] = xs[i]
		}
	}
	return result, nil
}
