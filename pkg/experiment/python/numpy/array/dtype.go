package array

// DType is the type of an array's elements.
type DType uint8

// The types, in the order in which a result takes the later one.
const (
	Bool DType = iota
	Int32
	Int64
	Float32
	Float64
)

var names = [...]string{"bool", "int32", "int64", "float32", "float64"}

// String is the type's name as NumPy prints it.
func (d DType) String() string { return names[d] }

// Named finds a type by a name that NumPy knows it by.
func Named(name string) (DType, bool) {
	switch name {
	case "bool", "bool_", "?":
		return Bool, true
	case "int32", "intc", "i4", "i", "<i4":
		return Int32, true
	case "int64", "int", "int_", "long", "intp", "longlong", "i8", "l", "q", "<i8":
		return Int64, true
	case "float32", "single", "f4", "f", "<f4":
		return Float32, true
	case "float64", "float", "float_", "double", "f8", "d", "<f8":
		return Float64, true
	}
	return 0, false
}

// Floating says whether the elements are floating-point numbers.
func (d DType) Floating() bool { return d >= Float32 }

// float is the floating-point type that a function such as sin answers in.
func (d DType) float() DType {
	if d == Float32 {
		return Float32
	}
	return Float64
}

// Promote is the type that holds both.
func Promote(a, b DType) DType { return promote(a, b) }

// promote is the type that holds both.
func promote(a, b DType) DType {
	if a > b {
		a, b = b, a
	}
	if b == Float32 && (a == Int32 || a == Int64) {
		return Float64
	}
	return b
}

// resultType is the type of an operation of x and y: a number of Python's takes
// the array's type where that is of its kind (NEP 50).
func resultType(x, y *Array) DType {
	switch {
	case x.weak == y.weak:
		return promote(x.dtype, y.dtype)
	case x.weak:
		return weakType(x.dtype, y.dtype)
	}
	return weakType(y.dtype, x.dtype)
}

// weakType is the type of a Python number together with elements of type strong.
func weakType(weak, strong DType) DType {
	switch {
	case weak == Bool, weak == Int64 && strong != Bool, weak == Float64 && strong.Floating():
		return strong
	}
	return weak
}
