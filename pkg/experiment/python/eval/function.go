package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

// Function is a function of the program.
type Function struct {
	Name     string
	params   []python.Param
	defaults []Value // by parameter, nil for none
	body     []*python.Statement
	value    *python.Expr // of a lambda
	outer    *frame
	yields   bool
	endless  bool     // yields without end
	class    *ClassOf // in whose body it stands
	kind     string   // property, staticmethod, classmethod
}

// Class returns the name of the type.
func (*Function) Class() string { return "function" }

// Statements are the statements of its body, for those who read what it means.
func (fn *Function) Statements() []*python.Statement { return fn.body }

// Source is the place of its body.
func (fn *Function) Source() python.Span {
	switch n := len(fn.body); {
	case fn.value != nil:
		return fn.value.Span
	case n > 0:
		return python.Span{Start: fn.body[0].Start, End: fn.body[n-1].End}
	}
	return python.Span{}
}

// Parameters are the names of its parameters.
func (fn *Function) Parameters() []string {
	var names []string
	for _, p := range fn.params {
		names = append(names, p.Name)
	}
	return names
}

// bound is a function with the object that it was asked of.
type bound struct {
	self Value
	fn   Value
}

func (bound) Class() string { return "method" }

// function makes a function, with the defaults evaluated now.
func (t *Thread) function(f *frame, name string, params []python.Param, body []*python.Statement, value *python.Expr) (*Function, error) {
	fn := &Function{Name: name, params: params, defaults: make([]Value, len(params)), body: body, value: value, outer: f}
	for i, p := range params {
		if p.Default == nil {
			continue
		}
		v, err := t.expr(f, p.Default)
		if err != nil {
			return nil, err
		}
		fn.defaults[i] = v
	}
	fn.yields = yields(body)
	fn.endless = fn.yields && endless(body)
	return fn, nil
}

// endless reports whether a body has a loop that only leaving it ends: while True, and
// nothing in it that leaves.
func endless(body []*python.Statement) bool {
	for _, s := range body {
		forever := s.Kind == python.While && s.Value != nil && (s.Value.Text == "True" || s.Value.Text == "1")
		if forever && !leaves(s.Body) || s.Kind != python.Def && s.Kind != python.ClassDef && slices.ContainsFunc(s.Blocks(), endless) {
			return true
		}
	}
	return false
}

// leaves reports whether statements end the loop or the function that they stand in.
func leaves(body []*python.Statement) bool {
	for _, s := range body {
		if s.Kind == python.Break || s.Kind == python.Return || s.Kind == python.Raise || slices.ContainsFunc(s.Blocks(), leaves) {
			return true
		}
	}
	return false
}

// yields reports whether a body has a yield of its own.
func yields(body []*python.Statement) bool {
	for _, s := range body {
		if s.Value != nil && s.Value.Kind == python.Yield && (s.Kind == python.Expression || s.Kind == python.Assign) {
			return true
		}
		if s.Kind != python.Def && s.Kind != python.ClassDef && slices.ContainsFunc(s.Blocks(), yields) {
			return true
		}
	}
	return false
}

func (t *Thread) define(f *frame, s *python.Statement) error {
	fn, err := t.function(f, s.Text, s.Params, s.Body, nil)
	if err != nil {
		return err
	}
	var v Value = fn
	for _, d := range slices.Backward(s.Decorators) {
		if d.Kind == python.Name && (d.Text == "property" || d.Text == "staticmethod" || d.Text == "classmethod") {
			fn.kind = d.Text
			continue
		}
		decorator, err := t.expr(f, d.Expr)
		if err != nil {
			return err
		}
		if own, ok := decorator.(*Function); ok {
			if v, err = t.callValue(own, Positional(v)); err != nil {
				return err
			}
		}
	}
	t.set(f, s.Text, v)
	return nil
}

// enter runs a function of the program.
func (t *Thread) enter(fn *Function, args *Args) (Value, error) {
	if t.depth >= MaxDepth {
		return nil, &Limit{Kind: Depth, At: args.Span}
	}
	if fn.endless { // of which all items are asked for at once here
		return Unknown{Why: Lacking, Text: fn.Name + "(…)", At: args.Span}, nil
	}
	t.depth++
	defer func() { t.depth-- }()
	f := &frame{names: make(map[string]Value, len(fn.params)), outer: fn.outer, globals: fn.outer.globals, function: fn, result: None{}}
	if err := t.bind(fn, args, f); err != nil {
		return nil, err
	}
	if len(fn.params) > 0 {
		f.self = f.names[fn.params[0].Name]
	}
	if fn.value != nil {
		return t.expr(f, fn.value)
	}
	if fn.yields {
		f.yielded = &List{}
	}
	if _, err := t.block(f, fn.body); err != nil {
		return nil, err
	}
	if fn.yields {
		return &Iterator{items: f.yielded.Items}, nil
	}
	return f.result, nil
}

// bind gives the parameters of a function their values.
func (t *Thread) bind(fn *Function, args *Args, f *frame) error {
	positional := 0
	for _, p := range fn.params {
		if p.Stars == 0 && !p.Named {
			positional++
		}
	}
	rest, extra := &Tuple{}, NewDict()
	star, stars := "", ""
	for _, p := range fn.params {
		switch p.Stars {
		case 1:
			star = p.Name
		case 2:
			stars = p.Name
		}
	}
	given, required := 0, 0
	for _, arg := range args.List {
		switch {
		case arg.Name == "" && given < positional:
			f.names[fn.params[given].Name] = arg.Value
			given++
		case arg.Name == "" && star != "":
			rest.Items = append(rest.Items, arg.Value)
			given++
		case arg.Name == "":
			given++
		default:
			at := slices.IndexFunc(fn.params, func(p python.Param) bool { return p.Stars == 0 && p.Name == arg.Name })
			if at < 0 && stars != "" {
				if err := extra.Set(t, Str{V: arg.Name}, arg.Value); err != nil {
					return err
				}
				continue
			}
			if at < 0 {
				return Raise("TypeError", fn.Name+"() got an unexpected keyword argument '"+arg.Name+"'")
			}
			if _, twice := f.names[arg.Name]; twice {
				return Raise("TypeError", fn.Name+"() got multiple values for argument '"+arg.Name+"'")
			}
			f.names[arg.Name] = arg.Value
		}
	}
	for i, p := range fn.params[:min(positional, len(fn.params))] {
		if fn.defaults[i] == nil && p.Stars == 0 {
			required++
		}
	}
	if given > positional && star == "" {
		takes := plural(positional, "positional argument")
		if required < positional {
			takes = "from " + itoa(required) + " to " + takes
		}
		was := " were given"
		if given == 1 {
			was = " was given"
		}
		return Raise("TypeError", fn.Name+"() takes "+takes+" but "+itoa(given)+was)
	}
	var missing, missingNamed []string
	for i, p := range fn.params {
		if p.Stars > 0 {
			continue
		}
		if _, ok := f.names[p.Name]; ok {
			continue
		}
		switch {
		case fn.defaults[i] != nil:
			f.names[p.Name] = fn.defaults[i]
		case p.Named:
			missingNamed = append(missingNamed, "'"+p.Name+"'")
		default:
			missing = append(missing, "'"+p.Name+"'")
		}
	}
	if len(missing) > 0 {
		return Raise("TypeError", fn.Name+"() missing "+plural(len(missing), "required positional argument")+": "+enumerated(missing))
	}
	if len(missingNamed) > 0 {
		return Raise("TypeError", fn.Name+"() missing "+plural(len(missingNamed), "required keyword-only argument")+": "+enumerated(missingNamed))
	}
	if star != "" {
		f.names[star] = rest
	}
	if stars != "" {
		f.names[stars] = extra
	}
	return nil
}
