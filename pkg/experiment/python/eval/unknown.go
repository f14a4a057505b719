package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

// Unknown is a value that the run does not know. Every operation with one gives one,
// and a function that is called with one is not called, but for those that say that
// they take it ([Builtin]).
type Unknown struct {
	// Why it is not known.
	Why Reason
	// Text is what is not known, such as the name of a library's function.
	Text string
	// At is where it came from.
	At python.Span
}

// Reason says why something is not known.
type Reason int

const (
	// Trained is what only a training gives.
	Trained Reason = iota
	// Lacking is what Python, or one of its libraries, has, and the page has not.
	Lacking
	// Chance is what no two runs agree on.
	Chance
	// Outside is what stands in a file or on a network.
	Outside
	// Drawn is what a library of plots gives, of which nothing comes that matters.
	Drawn
)

// Class returns the name of the type.
func (Unknown) Class() string { return "unknown" }

// unknown returns the first argument that is not known.
func (a *Args) unknown() (Unknown, bool) {
	for _, arg := range a.List {
		if u, is := anyUnknown(arg.Value); is {
			return u, true
		}
	}
	return Unknown{}, false
}

// anyUnknown returns the first of values that is not known, or has such in it.
func anyUnknown(values ...Value) (Unknown, bool) {
	for _, v := range values {
		if u, is := findUnknown(v, 3); is {
			return u, true
		}
	}
	return Unknown{}, false
}

func findUnknown(v Value, depth int) (Unknown, bool) {
	var items []Value
	switch v := v.(type) {
	case Unknown:
		return v, true
	case *List:
		items = v.Items
	case *Tuple:
		items = v.Items
	case *Dict:
		items = v.values
	case *Iterator:
		items = v.items
	}
	if depth > 0 {
		for _, item := range items {
			switch item.(type) {
			case Int, Float, Str, Bool:
				continue
			}
			if u, is := findUnknown(item, depth-1); is {
				return u, true
			}
		}
	}
	return Unknown{}, false
}

// dropped tells of a value that nothing will come of, since the page lacks what makes
// it.
func (t *Thread) dropped(v Value, s *python.Statement) {
	if u, unknown := v.(Unknown); unknown && u.Why == Lacking && u.At.Start >= s.Start && u.At.End <= s.End {
		t.tellAt(u.At, "code_lacks", "text", u.Text)
	}
}

// skip passes over what is done only if something is so that is not known. What it
// would change is not known after it.
func (t *Thread) skip(f *frame, s *python.Statement, u Unknown) {
	trains := false
	var look func(list []*python.Statement)
	look = func(list []*python.Statement) {
		for _, s := range list {
			for _, target := range s.Targets {
				t.forget(f, target, u)
			}
			if s.Value != nil {
				trains = trains || t.changesModel(f, s.Value, u)
			}
			for _, block := range s.Blocks() {
				look(block)
			}
		}
	}
	for _, target := range s.Targets {
		t.forget(f, target, u)
	}
	for _, block := range s.Blocks() {
		look(block)
	}
	if u.Why == Trained && t.config.Print != nil {
		t.config.Print(Print{Unknown: &u, At: s.Header}) // what it prints, only the training says
	}
	if trains || u.Why != Trained && u.Why != Drawn {
		t.tellAt(s.Header, "code_not_run", "text", t.Source(s.Header))
	}
}

// forget makes the names of a target unknown.
func (t *Thread) forget(f *frame, target *python.Expr, u Unknown) {
	if target == nil {
		return
	}
	switch target.Kind {
	case python.Name:
		f.names[target.Text] = u
	case python.Tuple, python.List:
		for _, item := range target.Args {
			t.forget(f, item.Expr, u)
		}
	case python.Index, python.Attribute, python.Star:
		t.forget(f, target.Base, u)
	}
}

// changing are the methods that change a list, or what a model learns.
var changing = []string{"append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse", "fill", "update", "add"}

var training = []string{"fit", "train_on_batch", "compile", "set_weights", "assign"}

// changesModel reports whether an expression calls what changes a training, and
// forgets the lists that it changes.
func (t *Thread) changesModel(f *frame, e *python.Expr, u Unknown) bool {
	if e == nil {
		return false
	}
	found := false
	if e.Kind == python.Call && e.Base.Kind == python.Attribute {
		if slices.Contains(training, e.Base.Text) {
			found = true
		}
		if base := e.Base.Base; slices.Contains(changing, e.Base.Text) && base.Kind == python.Name {
			if _, ok := f.names[base.Text].(*List); ok {
				f.names[base.Text] = u
			}
		}
	}
	for _, arg := range e.Args {
		if arg.Expr != nil && t.changesModel(f, arg.Expr, u) {
			found = true
		}
	}
	if e.Base != nil && t.changesModel(f, e.Base, u) {
		found = true
	}
	return found
}
