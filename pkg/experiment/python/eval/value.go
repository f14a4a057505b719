package eval

import "firstneuron/pkg/experiment/python"

// Value is an object of Python.
type Value interface {
	// Class is the name of its type, as Python's messages say it: "int", "list",
	// "numpy.ndarray".
	Class() string
}

// None is Python's None.
type None struct{}

// Bool is True or False.
type Bool struct {
	V bool
	// From is the place of the literal that it came from; the zero Span for what was
	// computed. So it is with the other types.
	From python.Span
}

// Int is a whole number. What does not fit is a [*Limit].
type Int struct {
	V    int64
	From python.Span
}

// Float is a number of Python's float.
type Float struct {
	V    float64
	From python.Span
}

// Str is a text.
type Str struct {
	V    string
	From python.Span
}

// List is a list, which several names may share.
type List struct {
	Items []Value
	From  python.Span
}

// Tuple is a tuple.
type Tuple struct {
	Items  []Value
	From   python.Span
	places []python.Span // of its items, where it is written for several names
}

// Slice is what stands between the colons of x[1:2]; nil for what is left out.
type Slice struct{ Start, Stop, Step Value }

// Ellipsis is the ... of x[..., 0].
type Ellipsis struct{}

// Range is range(start, stop, step).
type Range struct{ Start, Stop, Step int64 }

// Class returns the name of the type.
func (None) Class() string { return "NoneType" }

// Class returns the name of the type.
func (Bool) Class() string { return "bool" }

// Class returns the name of the type.
func (Int) Class() string { return "int" }

// Class returns the name of the type.
func (Float) Class() string { return "float" }

// Class returns the name of the type.
func (Str) Class() string { return "str" }

// Class returns the name of the type.
func (*List) Class() string { return "list" }

// Class returns the name of the type.
func (*Tuple) Class() string { return "tuple" }

// Class returns the name of the type.
func (Slice) Class() string { return "slice" }

// Class returns the name of the type.
func (Ellipsis) Class() string { return "ellipsis" }

// Class returns the name of the type.
func (Range) Class() string { return "range" }

// Len is how many numbers the range has.
func (r Range) Len() int {
	switch {
	case r.Step > 0 && r.Start < r.Stop:
		return int((r.Stop-r.Start-1)/r.Step) + 1
	case r.Step < 0 && r.Start > r.Stop:
		return int((r.Start-r.Stop-1)/-r.Step) + 1
	}
	return 0
}

// Builtin is a function that is written in Go.
type Builtin struct {
	Name string
	// Fn is called with arguments of which none is Unknown, unless TakesUnknown.
	Fn           func(t *Thread, args *Args) (Value, error)
	TakesUnknown bool
	// IsType is set for a type, such as float, which calls itself to make a value.
	IsType bool
}

// Class returns the name of the type.
func (b *Builtin) Class() string {
	if b.IsType {
		return "type"
	}
	return "builtin_function_or_method"
}

// Call calls the function.
func (b *Builtin) Call(t *Thread, args *Args) (Value, error) { return b.Fn(t, args) }

// NewBuiltin returns a function that is written in Go.
func NewBuiltin(name string, fn func(t *Thread, args *Args) (Value, error)) *Builtin {
	return &Builtin{Name: name, Fn: func(t *Thread, args *Args) (Value, error) { return answered(fn(t, args)) }}
}

// Module is a library, or a part of one. What it does not have is an [Unknown] that
// is Lacking, since Python's own library may have it.
type Module struct {
	// Name is what Python's messages call it, such as "numpy.random".
	Name string
	// Members are its functions, constants and parts.
	Members map[string]Value
	// Member is asked for what is not in Members, where it is not nil; nil, nil for
	// nothing.
	Member func(t *Thread, name string) (Value, error)
}

// Class returns the name of the type.
func (*Module) Class() string { return "module" }
