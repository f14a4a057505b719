package program

import python "firstneuron/pkg/experiment/python/former"

// arguments are those of one call, to be taken one by one.
type arguments struct {
	r     *reader
	call  *python.Expr
	taken []bool
}

func (r *reader) arguments(call *python.Expr) *arguments {
	r.spend(call.Span, len(call.Args)/8) // a call by a name is read again for each
	return &arguments{r, call, make([]bool, len(call.Args))}
}

// find returns the place of an argument among all, -1 when it is not given:
// one of the names, or the position (-1 for one that has none).
func (a *arguments) find(position int, names ...string) int {
	for i, arg := range a.call.Args {
		if arg.Name == "" {
			if i == position {
				return i
			}
			continue
		}
		for _, name := range names {
			if arg.Name == name {
				return i
			}
		}
	}
	return -1
}

// gave reports whether an argument is given.
func (a *arguments) gave(name string, position int) bool { return a.find(position, name) >= 0 }

// take returns what is known about an argument; an unknown value when it is not
// given. Its Span is that of the value.
func (a *arguments) take(position int, names ...string) *value {
	at := a.find(position, names...)
	if at < 0 {
		return &value{Expr: a.call}
	}
	a.taken[at] = true
	return a.r.eval(a.call.Args[at].Expr)
}

// span is the place of an argument with its name, or of the call where it is
// not given.
func (a *arguments) span(position int, names ...string) python.Span {
	at := a.find(position, names...)
	if at < 0 {
		return a.call.Span
	}
	return argSpan(a.call.Args[at])
}

func argSpan(arg python.Arg) python.Span {
	if arg.Name == "" {
		return arg.Span
	}
	return python.Span{Start: arg.At.Start, End: arg.End}
}

// rest calls report for each argument that was not taken, with its value.
func (a *arguments) rest(report func(arg python.Arg, v *value)) {
	for i, arg := range a.call.Args {
		if !a.taken[i] {
			a.taken[i] = true
			report(arg, a.r.eval(arg.Expr))
		}
	}
}

// restNamed is rest, for a call whose arguments have these names by their
// places.
func (a *arguments) restNamed(names []string, report func(arg python.Arg, v *value)) {
	for i, arg := range a.call.Args {
		if a.taken[i] {
			continue
		}
		a.taken[i] = true
		v := a.r.eval(arg.Expr)
		if arg.Name == "" && i < len(names) {
			arg.Name, arg.At = names[i], arg.Span
		}
		report(arg, v)
	}
}

// done looks at the arguments that mean nothing to the page.
func (a *arguments) done() { a.rest(func(python.Arg, *value) {}) }

// without returns the edit that removes an argument from the call.
func (a *arguments) without(position int, names ...string) Edit {
	at := a.find(position, names...)
	span := argSpan(a.call.Args[at])
	switch {
	case at > 0:
		span.Start = argSpan(a.call.Args[at-1]).End
	case len(a.call.Args) > 1:
		span.End = argSpan(a.call.Args[1]).Start
	}
	return Edit{span, ""}
}
