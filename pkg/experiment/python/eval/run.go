package eval

import (
	"errors"
	"slices"
	"strings"

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

func (t *Thread) statement(f *frame, s *python.Statement) (control, error) {
	if err := t.Spend(1); err != nil {
		return next, err
	}
	switch s.Kind {
	case python.Expression:
		v, err := t.expr(f, s.Value)
		if err == nil {
			t.dropped(v, s)
		}
		return next, err
	case python.Assign:
		v, err := t.expr(f, s.Value)
		if err != nil {
			return next, err
		}
		t.dropped(v, s)
		for _, target := range s.Targets {
			t.at = s.Span
			if err := t.assign(f, target, v, s.Value.Span); err != nil {
				return next, err
			}
		}
	case python.Augmented:
		return next, t.augmented(f, s)
	case python.Import, python.FromImport:
		return next, t.imports(f, s)
	case python.If:
		yes, unknown, err := t.condition(f, s.Value)
		switch {
		case err != nil:
			return next, err
		case unknown != nil:
			t.skip(f, s, *unknown)
			return next, nil
		case yes:
			return t.block(f, s.Body)
		}
		return t.block(f, s.Else)
	case python.For:
		return t.forLoop(f, s)
	case python.While:
		return t.whileLoop(f, s)
	case python.Def:
		return next, t.define(f, s)
	case python.ClassDef:
		return next, t.class(f, s)
	case python.Return:
		f.result = None{}
		if s.Value != nil {
			v, err := t.expr(f, s.Value)
			if err != nil {
				return next, err
			}
			f.result = v
		}
		return returns, nil
	case python.Break:
		return breaks, nil
	case python.Continue:
		return continues, nil
	case python.Del:
		return next, t.del(f, s.Targets)
	case python.Global:
		for _, name := range s.Names {
			f.global = append(f.global, name.Path)
		}
	case python.Assert:
		return next, t.assert(f, s)
	case python.Raise:
		return next, t.raise(f, s)
	case python.Try:
		return t.try(f, s)
	case python.With:
		return t.with(f, s)
	}
	return next, nil
}

// dropped tells of a value that nothing will come of, since the page lacks what makes
// it.
func (t *Thread) dropped(v Value, s *python.Statement) {
	if u, unknown := v.(Unknown); unknown && u.Why == Lacking && u.At.Start >= s.Start && u.At.End <= s.End {
		t.tellAt(u.At, "code_lacks", "text", u.Text)
	}
}

func (t *Thread) tellAt(at python.Span, code string, args ...string) {
	before := t.at
	t.at = at
	t.Tell(code, args...)
	t.at = before
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
			look(s.Body)
			look(s.Else)
			look(s.Finally)
			for _, h := range s.Handlers {
				look(h.Body)
			}
		}
	}
	for _, target := range s.Targets {
		t.forget(f, target, u)
	}
	look(s.Body)
	look(s.Else)
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

// set gives a name a value.
func (t *Thread) set(f *frame, name string, v Value) {
	if slices.Contains(f.global, name) {
		for outer := f.outer; outer != nil; outer = outer.outer {
			if _, ok := outer.names[name]; ok {
				outer.names[name] = v
				return
			}
		}
		f.globals.names[name] = v
		return
	}
	f.names[name] = v
}

// assign gives a target a value, which stands at a place.
func (t *Thread) assign(f *frame, target *python.Expr, v Value, at python.Span) error {
	switch target.Kind {
	case python.Name:
		t.set(f, target.Text, v)
		if len(t.bindings) < maxBindings {
			t.bindings = append(t.bindings, Binding{target.Text, v, at, t.at})
		}
		return nil
	case python.Tuple, python.List:
		return t.unpack(f, target, v)
	case python.Attribute:
		base, err := t.expr(f, target.Base)
		if err != nil {
			return err
		}
		return t.setAttr(base, target.Text, v)
	case python.Index:
		base, err := t.expr(f, target.Base)
		if err != nil {
			return err
		}
		key, err := t.expr(f, target.Args[0].Expr)
		if err != nil {
			return err
		}
		if u, unknown := anyUnknown(key, v); unknown {
			if _, ok := base.(IndexSetter); ok {
				t.forget(f, target.Base, u)
				return nil
			}
		}
		return t.setIndex(base, key, v)
	}
	return Raise("SyntaxError", "cannot assign to expression")
}

// unpack gives the names of a tuple the items of a value.
func (t *Thread) unpack(f *frame, target *python.Expr, v Value) error {
	if u, unknown := v.(Unknown); unknown {
		t.forget(f, target, u)
		return nil
	}
	items, err := t.Iterate(v)
	if err != nil {
		if raised := raisedAs(err, "TypeError"); raised != nil {
			return Raise("TypeError", "cannot unpack non-iterable "+v.Class()+" object")
		}
		return err
	}
	star := slices.IndexFunc(target.Args, func(a python.Arg) bool { return a.Kind == python.Star })
	want := len(target.Args)
	switch {
	case star < 0 && len(items) > want:
		return Raise("ValueError", "too many values to unpack (expected "+itoa(want)+")")
	case star < 0 && len(items) < want:
		return Raise("ValueError", "not enough values to unpack (expected "+itoa(want)+", got "+itoa(len(items))+")")
	case star >= 0 && len(items) < want-1:
		return Raise("ValueError", "not enough values to unpack (expected at least "+itoa(want-1)+", got "+itoa(len(items))+")")
	}
	for i, part := range target.Args {
		at := i
		if star >= 0 && i > star {
			at = len(items) - (want - i)
		}
		if i == star {
			rest := &List{Items: slices.Clone(items[i : len(items)-(want-1-i)])}
			if err := t.assign(f, part.Base, rest, python.Span{}); err != nil {
				return err
			}
			continue
		}
		if err := t.assign(f, part.Expr, items[at], t.itemSpan(v, at)); err != nil {
			return err
		}
	}
	return nil
}

// itemSpan is the place of an item in the tuple that was written for several names.
func (t *Thread) itemSpan(v Value, i int) python.Span {
	if tuple, ok := v.(*Tuple); ok && i < len(tuple.places) {
		return tuple.places[i]
	}
	return python.Span{}
}

func (t *Thread) augmented(f *frame, s *python.Statement) error {
	target := s.Targets[0]
	old, err := t.expr(f, target)
	if err != nil {
		return err
	}
	v, err := t.expr(f, s.Value)
	if err != nil {
		return err
	}
	t.at = s.Span
	if _, unknown := anyUnknown(old, v); !unknown {
		if list, ok := old.(*List); ok && s.Text == "+" { // of which all names see the change
			items, err := t.Iterate(v)
			if err != nil {
				return err
			}
			list.Items = append(list.Items, items...)
			return nil
		}
		if x, ok := old.(InPlace); ok {
			changed, err := x.Update(t, s.Text, v)
			if err != nil {
				return err
			}
			if changed != nil {
				return t.assign(f, target, changed, python.Span{})
			}
		}
	}
	result, err := t.Binary(s.Text, old, v)
	if err != nil {
		if raised := raisedAs(err, "TypeError"); raised != nil {
			raised.Message = strings.Replace(raised.Message, "for "+s.Text+":", "for "+s.Text+"=:", 1)
		}
		return err
	}
	return t.assign(f, target, result, python.Span{})
}

func (t *Thread) forLoop(f *frame, s *python.Statement) (control, error) {
	over, err := t.expr(f, s.Value)
	if err != nil {
		return next, err
	}
	if u, unknown := over.(Unknown); unknown {
		t.skip(f, s, u)
		return next, nil
	}
	ended := next
	broken := false
	err = t.each(over, func(v Value) (bool, error) {
		if err := t.Spend(1); err != nil {
			return false, err
		}
		if err := t.assign(f, s.Targets[0], v, python.Span{}); err != nil {
			return false, err
		}
		c, err := t.block(f, s.Body)
		if c == returns {
			ended = returns
		}
		broken = c == breaks
		return c != breaks && c != returns, err
	})
	if err != nil || ended == returns || broken {
		return ended, err
	}
	return t.block(f, s.Else)
}

func (t *Thread) whileLoop(f *frame, s *python.Statement) (control, error) {
	for {
		if err := t.Spend(1); err != nil {
			return next, err
		}
		yes, unknown, err := t.condition(f, s.Value)
		switch {
		case err != nil:
			return next, err
		case unknown != nil:
			t.skip(f, s, *unknown)
			return next, nil
		case !yes:
			return t.block(f, s.Else)
		}
		switch c, err := t.block(f, s.Body); {
		case err != nil || c == returns:
			return c, err
		case c == breaks:
			return next, nil
		}
	}
}

func (t *Thread) del(f *frame, targets []*python.Expr) error {
	for _, target := range targets {
		switch target.Kind {
		case python.Name:
			if _, ok := f.names[target.Text]; !ok {
				return Raise("NameError", "name '"+target.Text+"' is not defined")
			}
			delete(f.names, target.Text)
		case python.Tuple:
			for _, item := range target.Args {
				if err := t.del(f, []*python.Expr{item.Expr}); err != nil {
					return err
				}
			}
		case python.Index:
			base, err := t.expr(f, target.Base)
			if err != nil {
				return err
			}
			key, err := t.expr(f, target.Args[0].Expr)
			if err != nil {
				return err
			}
			if err := t.delIndex(base, key); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Thread) assert(f *frame, s *python.Statement) error {
	yes, unknown, err := t.condition(f, s.Value)
	if err != nil || yes || unknown != nil {
		return err
	}
	message := ""
	if s.Other != nil {
		v, err := t.expr(f, s.Other)
		if err != nil {
			return err
		}
		if message, err = t.Str(v); err != nil {
			return err
		}
	}
	return Raise("AssertionError", message)
}

func (t *Thread) raise(f *frame, s *python.Statement) error {
	if s.Value == nil {
		if t.handling != nil {
			return t.handling
		}
		return Raise("RuntimeError", "No active exception to reraise")
	}
	v, err := t.expr(f, s.Value)
	if err != nil {
		return err
	}
	if class, ok := v.(*ClassOf); ok {
		if v, err = t.callValue(class, &Args{Span: s.Value.Span}); err != nil {
			return err
		}
	}
	switch v := v.(type) {
	case *Instance:
		message, err := t.Str(v)
		if err != nil {
			return err
		}
		return &Exception{Type: v.Type.Name, Message: message, value: v}
	case Unknown:
		return nil
	}
	return Raise("TypeError", "exceptions must derive from BaseException")
}

func (t *Thread) try(f *frame, s *python.Statement) (c control, err error) {
	c, err = t.block(f, s.Body)
	var raised *Exception
	if err != nil && errors.As(err, &raised) {
		for _, h := range s.Handlers {
			yes, matchErr := t.handles(f, h, raised)
			if matchErr != nil {
				return next, matchErr
			}
			if !yes {
				continue
			}
			if h.Name != "" {
				f.names[h.Name] = t.exceptionValue(raised)
			}
			before := t.handling
			t.handling = raised
			c, err = t.block(f, h.Body)
			t.handling = before
			break
		}
	} else if err == nil && c == next {
		c, err = t.block(f, s.Else)
	}
	if len(s.Finally) > 0 {
		if last, finalErr := t.block(f, s.Finally); finalErr != nil || last != next {
			return last, finalErr
		}
	}
	return c, err
}

// handles reports whether an except clause is for an exception.
func (t *Thread) handles(f *frame, h python.Handler, raised *Exception) (bool, error) {
	if h.Type == nil {
		return true, nil
	}
	types, err := t.expr(f, h.Type)
	if err != nil {
		return false, err
	}
	list := []Value{types}
	if tuple, ok := types.(*Tuple); ok {
		list = tuple.Items
	}
	v := t.exceptionValue(raised)
	for _, want := range list {
		if class, ok := want.(*ClassOf); ok && v.Type.derives(class) {
			return true, nil
		}
	}
	return false, nil
}

// exceptionValue is the object of an exception.
func (t *Thread) exceptionValue(raised *Exception) *Instance {
	if v, ok := raised.value.(*Instance); ok {
		return v
	}
	class, ok := exceptions[raised.Type]
	if !ok {
		class = exceptions["Exception"]
	}
	v := &Instance{Type: class, Attrs: map[string]Value{"args": &Tuple{Items: []Value{Str{V: raised.Message}}}}}
	raised.value = v
	return v
}

func (t *Thread) with(f *frame, s *python.Statement) (control, error) {
	var entered []Value
	for i, item := range s.Args {
		v, err := t.expr(f, item.Expr)
		if err != nil {
			return next, err
		}
		entered = append(entered, v)
		if method, ok := t.method(v, "__enter__"); ok {
			if v, err = t.callValue(method, &Args{Span: item.Span}); err != nil {
				return next, err
			}
		}
		if target := s.Targets[i]; target != nil {
			if err := t.assign(f, target, v, item.Span); err != nil {
				return next, err
			}
		}
	}
	c, err := t.block(f, s.Body)
	for _, v := range slices.Backward(entered) {
		if method, ok := t.method(v, "__exit__"); ok && err == nil {
			if _, err := t.callValue(method, Positional(None{}, None{}, None{})); err != nil {
				return next, err
			}
		}
	}
	return c, err
}
