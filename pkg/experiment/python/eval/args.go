package eval

import (
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python"
)

// Arg is one argument of a call.
type Arg struct {
	// Name is that of a keyword argument, "" for a positional one; At is its place.
	Name string
	At   python.Span
	// Span is the place of its value in the call. Where the value came from, a
	// constant at the top, say [Origin].
	Span  python.Span
	Value Value
}

// Whole is the place of the argument with its name.
func (a Arg) Whole() python.Span {
	if a.Name == "" {
		return a.Span
	}
	return python.Span{Start: a.At.Start, End: a.Span.End}
}

// Args are the arguments of one call.
type Args struct {
	// Span is the place of the whole call, Callee that of what is called.
	Span, Callee python.Span
	List         []Arg
}

// Positional makes arguments of values.
func Positional(values ...Value) *Args {
	a := &Args{}
	for _, v := range values {
		a.List = append(a.List, Arg{Value: v})
	}
	return a
}

// Bound are the arguments of a call by the names of the signature.
type Bound struct {
	names []string
	given []*Arg
	// Rest are the positional arguments of *name, Extra the keyword ones of **name.
	Rest, Extra []Arg
}

// Bind gives the arguments the names of a signature, written as Python does:
//
//	args.Bind("linspace", "start", "stop", "num=", "*", "dtype=")
//
// A name that ends with = may be left out; after "*" come those that only go by
// name; "*args" and "**kwargs" take all others. The errors are Python's own.
func (a *Args) Bind(function string, signature ...string) (Bound, error) {
	var b Bound
	positional, rest, extra := -1, false, false
	for _, name := range signature {
		switch {
		case strings.HasPrefix(name, "**"):
			extra = true
		case strings.HasPrefix(name, "*"):
			rest = len(name) > 1
			positional = len(b.names)
		default:
			b.names = append(b.names, strings.TrimSuffix(name, "="))
		}
	}
	if positional < 0 {
		positional = len(b.names)
	}
	b.given = make([]*Arg, len(b.names))
	for i := range a.List {
		arg := &a.List[i]
		at := slices.Index(b.names, arg.Name)
		switch {
		case arg.Name == "" && i < positional:
			b.given[i] = arg
		case arg.Name == "" && rest:
			b.Rest = append(b.Rest, *arg)
		case arg.Name == "":
			return b, b.tooMany(function, a, signature, positional)
		case at >= 0 && b.given[at] != nil:
			return b, Raise("TypeError", function+"() got multiple values for argument '"+arg.Name+"'")
		case at >= 0:
			b.given[at] = arg
		case extra:
			b.Extra = append(b.Extra, *arg)
		default:
			return b, Raise("TypeError", function+"() got an unexpected keyword argument '"+arg.Name+"'")
		}
	}
	var missing []string
	for _, name := range signature {
		if i := slices.Index(b.names, name); i >= 0 && b.given[i] == nil && !strings.HasPrefix(name, "*") {
			missing = append(missing, "'"+name+"'")
		}
	}
	if len(missing) > 0 {
		return b, Raise("TypeError", function+"() missing "+plural(len(missing), "required positional argument")+": "+enumerated(missing))
	}
	return b, nil
}

// bindItems binds the arguments of a function, and goes through the first of them.
func (a *Args) bindItems(t *Thread, function, first string, others ...string) (b Bound, items []Value, err error) {
	if b, err = a.Bind(function, append([]string{first}, others...)...); err != nil {
		return b, nil, err
	}
	items, err = t.Iterate(b.Value(first))
	return b, items, err
}

// tooMany is Python's error of more positional arguments than a function has.
func (b Bound) tooMany(function string, a *Args, signature []string, positional int) error {
	given := 0
	for _, arg := range a.List {
		if arg.Name == "" {
			given++
		}
	}
	required := 0
	for _, name := range signature[:min(positional, len(signature))] {
		if !strings.HasSuffix(name, "=") {
			required++
		}
	}
	takes := plural(positional, "positional argument")
	if required < positional {
		takes = "from " + strconv.Itoa(required) + " to " + plural(positional, "positional argument")
	}
	was := " were given"
	if given == 1 {
		was = " was given"
	}
	return Raise("TypeError", function+"() takes "+takes+" but "+strconv.Itoa(given)+was)
}

func itoa(n int) string { return strconv.Itoa(n) }

// plural writes a number of things.
func plural(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}

// enumerated writes names as Python lists them.
func enumerated(names []string) string {
	switch n := len(names); n {
	case 0, 1:
		return strings.Join(names, "")
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

// Arg returns an argument by its name, nil where it was not given.
func (b Bound) Arg(name string) *Arg {
	if i := slices.Index(b.names, name); i >= 0 {
		return b.given[i]
	}
	return nil
}

// Value returns the value of an argument, nil where it was not given.
func (b Bound) Value(name string) Value {
	if arg := b.Arg(name); arg != nil {
		return arg.Value
	}
	return nil
}

// Has reports whether an argument was given, and not as None.
func (b Bound) Has(name string) bool {
	v := b.Value(name)
	_, none := v.(None)
	return v != nil && !none
}

// Int returns an argument that is a whole number, or what it is when it was not
// given.
func (b Bound) Int(name string, otherwise int) (int, error) {
	if !b.Has(name) {
		return otherwise, nil
	}
	n, ok := AsInt(b.Value(name))
	if !ok {
		return 0, Raise("TypeError", "'"+b.Value(name).Class()+"' object cannot be interpreted as an integer")
	}
	return n, nil
}

// Float returns an argument that is a number, or what it is when it was not given.
func (b Bound) Float(name string, otherwise float64) (float64, error) {
	if !b.Has(name) {
		return otherwise, nil
	}
	f, ok := AsFloat(b.Value(name))
	if !ok {
		return 0, Raise("TypeError", "must be real number, not "+b.Value(name).Class())
	}
	return f, nil
}

// Bool returns an argument that is a truth, or what it is when it was not given.
func (b Bound) Bool(name string, otherwise bool) bool {
	if !b.Has(name) {
		return otherwise
	}
	f, ok := AsFloat(b.Value(name))
	return !ok || f != 0
}
