package program

import (
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// arguments are those of one call, to be taken one by one.
type arguments struct {
	r     *reader
	call  *eval.Args
	taken []bool
}

func (r *reader) arguments(call *eval.Args) *arguments {
	return &arguments{r, call, make([]bool, len(call.List))}
}

// find returns the place of an argument among all, -1 when it is not given:
// one of the names, or the position (-1 for one that has none).
func (a *arguments) find(position int, names ...string) int {
	for i, arg := range a.call.List {
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

// take returns an argument; an unknown value when it is not given.
func (a *arguments) take(position int, names ...string) *value {
	at := a.find(position, names...)
	if at < 0 {
		return &value{Span: a.call.Span}
	}
	a.taken[at] = true
	return valueOf(a.call.List[at].Value, a.call.List[at].Span)
}

// span is the place of an argument with its name, or of the call where it is
// not given.
func (a *arguments) span(position int, names ...string) python.Span {
	at := a.find(position, names...)
	if at < 0 {
		return a.call.Span
	}
	return a.call.List[at].Whole()
}

// restNamed calls report for each argument that was not taken, with its value. Those
// without a name have these names by their places.
func (a *arguments) restNamed(names []string, report func(arg eval.Arg, v *value)) {
	for i, arg := range a.call.List {
		if a.taken[i] {
			continue
		}
		a.taken[i] = true
		if arg.Name == "" && i < len(names) {
			arg.Name, arg.At = names[i], arg.Span
		}
		report(arg, valueOf(arg.Value, arg.Span))
	}
}

// without returns the edit that removes an argument from the call.
func (a *arguments) without(position int, names ...string) Edit {
	at := a.find(position, names...)
	span := a.call.List[at].Whole()
	switch {
	case at > 0:
		span.Start = a.call.List[at-1].Whole().End
	case len(a.call.List) > 1:
		span.End = a.call.List[1].Whole().Start
	}
	return Edit{Span: span, Text: ""}
}
