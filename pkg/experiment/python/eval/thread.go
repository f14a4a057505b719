package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

// Thread is a run that is under way: what functions of Go are given, so that they
// count their work, call back, and tell the learner something.
type Thread struct {
	config Config
	text   string
	at     python.Span // what is being evaluated

	steps, elements, depth int
	notes                  []Note
	bindings               []Binding
	printed                int
	handling               *Exception // in an except clause
	frame                  *frame     // of the function that runs
	current                *python.Statement
	calling                string         // the builtin that is called
	locals                 map[string]any // what libraries keep for the run
}

// Config is what a run is given.
type Config struct {
	// Modules are the libraries by the first part of their names: "numpy".
	Modules map[string]*Module
	// Print takes what the program prints; nil where nobody listens. Values has the
	// Unknowns that are in it.
	Print func(p Print)
	// Missing is asked for a name that nothing has given a value, where it is not nil;
	// nil for none.
	Missing func(t *Thread, name string, at python.Span) Value
	// Tick is called at every few steps, where it is not nil.
	Tick func()
}

// Print is something that a program prints.
type Print struct {
	// Text is what is printed, with its end.
	Text string
	// Unknown is set where a part of it is not known; Text is "" then.
	Unknown *Unknown
	// At is the place of the call.
	At python.Span
}

// Spend counts steps. Its error is to be handed on.
func (t *Thread) Spend(steps int) error {
	if t.steps += steps; t.steps > MaxSteps || steps < 0 {
		return &Limit{Kind: Steps, At: t.at}
	}
	return nil
}

// scan counts the bytes of a text that are looked at.
func (t *Thread) scan(bytes int) error { return t.Spend(bytes / 64) }

// Alloc counts elements of a list, an array or a text that is about to be made. Its
// error is to be handed on.
func (t *Thread) Alloc(elements int) error {
	if elements < 0 || elements > MaxElements {
		return &Limit{Kind: Elements, At: t.at}
	}
	if t.elements += elements; t.elements > MaxElements {
		return &Limit{Kind: Elements, At: t.at}
	}
	// An element is less work than an expression.
	return t.Spend(elements / 8)
}

// Here is the place of what is being evaluated: of the call, in a function of Go.
func (t *Thread) Here() python.Span { return t.at }

// Statement is the statement that is being run, the innermost.
func (t *Thread) Statement() *python.Statement { return t.current }

// Source is the text at a place.
func (t *Thread) Source(at python.Span) string {
	return t.text[max(0, min(at.Start, len(t.text))):max(0, min(at.End, len(t.text)))]
}

// Tell notes something to tell the learner, at the place of the call, once: a loop
// comes to the same place in each of its passes.
func (t *Thread) Tell(code string, args ...string) {
	told := slices.ContainsFunc(t.notes, func(n Note) bool { return n.Code == code && n.At == t.at })
	if len(t.notes) < MaxNotes && !told {
		t.notes = append(t.notes, Note{Code: code, Args: args, At: t.at})
	}
}

// Local is what a library keeps for a run, such as the state that np.random.seed
// sets: what is stored under a name, or what begin makes where nothing is yet.
func (t *Thread) Local(name string, begin func() any) any {
	if v, ok := t.locals[name]; ok {
		return v
	}
	if t.locals == nil {
		t.locals = map[string]any{}
	}
	v := begin()
	t.locals[name] = v
	return v
}
