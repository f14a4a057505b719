package eval

import (
	"errors"

	"firstneuron/pkg/experiment/python"
)

// Result is what a run came to.
type Result struct {
	// Globals are the names of the program.
	Globals map[string]Value
	// Notes are what to tell the learner, in the order of the run.
	Notes []Note
	// Bindings are the assignments of names, in the order of the run.
	Bindings []Binding
	// Failure is what ended the run before its end: an [*Exception] or a [*Limit].
	Failure error
	// Steps is how many steps it took.
	Steps int
	// Ran are the statements of the program itself that were run, by their starts.
	Ran map[int]bool
}

// Binding is an assignment of a value to a name.
type Binding struct {
	Name  string
	Value Value
	// At is the place of the expression, Statement that of the whole statement.
	At, Statement python.Span
}

// maxBindings is how many assignments are remembered.
const maxBindings = 10_000

// control says how a statement ended.
type control int

const (
	next control = iota
	breaks
	continues
	returns
)

// frame is what a function, a class or the program has while it runs.
type frame struct {
	names   map[string]Value
	outer   *frame // where a function was made
	globals *frame
	// global are the names that a global statement names.
	global   []string
	result   Value
	function *Function
	self     Value
	yielded  *List
}

// Run runs a program.
func Run(text string, file python.File, config Config) Result {
	t := NewThread(text, config)
	return t.run(file)
}

// NewThread returns a thread that runs nothing yet, for tests of what is written for
// it.
func NewThread(text string, config Config) *Thread {
	return &Thread{config: config, text: text}
}

func (t *Thread) run(file python.File) Result {
	f := &frame{names: map[string]Value{"__name__": Str{V: "__main__"}}}
	f.globals = f
	ran := make(map[int]bool, len(file.Statements))
	var err error
	for _, s := range file.Statements {
		ran[s.Start] = true
		if _, err = t.block(f, []*python.Statement{s}); err != nil {
			break
		}
	}
	return Result{Ran: ran, Globals: f.names, Notes: t.notes, Bindings: t.bindings, Failure: err, Steps: t.steps}
}

// block runs statements.
func (t *Thread) block(f *frame, statements []*python.Statement) (control, error) {
	for _, s := range statements {
		at, current := t.at, t.current
		t.at, t.current = s.Span, s
		c, err := t.statement(f, s)
		err = t.placed(err)
		t.at, t.current = at, current
		if c != next || err != nil {
			return c, err
		}
	}
	return next, nil
}

// placed gives an error the place of what is being evaluated, unless it has one.
func (t *Thread) placed(err error) error {
	var raised *Exception
	var limit *Limit
	switch {
	case err == nil:
	case errors.As(err, &raised) && raised.At == (python.Span{}):
		raised.At = t.at
	case errors.As(err, &limit) && limit.At == (python.Span{}):
		limit.At = t.at
	}
	return err
}

func (t *Thread) tellAt(at python.Span, code string, args ...string) {
	before := t.at
	t.at = at
	t.Tell(code, args...)
	t.at = before
}
