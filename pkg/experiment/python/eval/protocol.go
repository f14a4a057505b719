package eval

import "firstneuron/pkg/experiment/python"

// The interfaces of this file are what a value may do besides having a class. In all
// of them nil, nil means "not I", upon which Python's own error is raised.

// Attributed has attributes and methods.
type Attributed interface {
	Attr(t *Thread, name string) (Value, error)
}

// AttributeSetter has attributes that are given values.
type AttributeSetter interface {
	SetAttr(t *Thread, name string, v Value) error
}

// Callable is called.
type Callable interface {
	Call(t *Thread, args *Args) (Value, error)
}

// Classed is something of a library that a value may be of: the second argument of
// isinstance. Known is false where it does not say.
type Classed interface {
	IsClassOf(v Value) (is, known bool)
}

// UnknownTaker is a [Callable] that is called with an [Unknown] among its arguments.
type UnknownTaker interface{ TakesUnknown() bool }

// Indexed is asked for x[key]; the key is an Int, a Slice, a *Tuple of them, a Str, ….
type Indexed interface {
	Index(t *Thread, key Value) (Value, error)
}

// IndexSetter is given x[key] = v.
type IndexSetter interface {
	SetIndex(t *Thread, key, v Value) error
}

// Operand computes with operators of two sides, the comparisons included:
//
//   - - * / // % ** @ & | ^ << >> == != < <= > >=
//
// Reflected is set where the value stands on the right. The left side is asked first,
// unless it is one of this package's own types.
type Operand interface {
	Binary(t *Thread, operator string, other Value, reflected bool) (Value, error)
}

// InPlace changes itself in x += other, so that all names of it see the change.
type InPlace interface {
	Update(t *Thread, operator string, other Value) (Value, error)
}

// Signed computes with the operators of one side: - + ~.
type Signed interface {
	Unary(t *Thread, operator string) (Value, error)
}

// Iterable is what a for goes through, all at once.
type Iterable interface {
	Iterate(t *Thread) ([]Value, error)
}

// Sized has a length.
type Sized interface {
	Len() (int, error)
}

// Truthy is true or not; without it every value is true whose length is not 0.
type Truthy interface {
	Truth() (bool, error)
}

// Container answers v in x; without it x is gone through.
type Container interface {
	Contains(t *Thread, v Value) (bool, error)
}

// Printable is written by repr and by print.
type Printable interface {
	Repr(t *Thread) (string, error)
	Str(t *Thread) (string, error)
}

// Formatted is written as a format such as .3f asks for. Without it what is a [Real]
// is written as a float or an int.
type Formatted interface {
	Format(t *Thread, spec string) (string, error)
}

// Real is a number of a library's own type, such as a numpy.float32.
type Real interface {
	// Real returns the number, and whether it is of a type of whole numbers. ok is
	// false for what is no single number.
	Real() (v float64, whole, ok bool)
}

// Sourced knows the place of the literal that it came from.
type Sourced interface {
	Source() python.Span
}

// Array is an array of numbers, by which packages hand numbers to each other that
// know nothing of each other.
type Array interface {
	Value
	// Shape is how many there are along each axis.
	Shape() []int
	// DType is the type of the elements: "float64", "float32", "int64", "bool", ….
	DType() string
	// Floats are the elements, the last axis first. The caller does not change them.
	Floats() []float64
	// Origins are the places of the literals that the elements came from, or nil.
	Origins() []python.Span
}

// Origin returns the place of the literal that a value came from, the zero Span for
// what was computed.
func Origin(v Value) python.Span {
	switch v := v.(type) {
	case Bool:
		return v.From
	case Int:
		return v.From
	case Float:
		return v.From
	case Str:
		return v.From
	case *List:
		return v.From
	case *Tuple:
		return v.From
	case Sourced:
		return v.Source()
	}
	return python.Span{}
}

// AsFloat returns a number as a float; ok is false for what is none.
func AsFloat(v Value) (f float64, ok bool) {
	f, _, ok = number(v)
	return f, ok
}

// AsInt returns a whole number; ok is false for what is none, 2.0 included, as where
// Python asks for an index.
func AsInt(v Value) (n int, ok bool) {
	switch v := v.(type) {
	case Int:
		return int(v.V), true
	case Bool:
		if v.V {
			n = 1
		}
		return n, true
	}
	f, whole, ok := number(v)
	if !ok || !whole {
		return 0, false
	}
	return int(f), true
}

// number returns a number, and whether it is of a type of whole numbers.
func number(v Value) (f float64, whole, ok bool) {
	switch v := v.(type) {
	case Float:
		return v.V, false, true
	case Int:
		return float64(v.V), true, true
	case Bool:
		if v.V {
			return 1, true, true
		}
		return 0, true, true
	case Real:
		return v.Real()
	}
	return 0, false, false
}

// AsStr returns a text; ok is false for what is none.
func AsStr(v Value) (text string, ok bool) {
	s, ok := v.(Str)
	return s.V, ok
}
