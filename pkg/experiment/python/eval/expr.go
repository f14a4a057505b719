package eval

import "firstneuron/pkg/experiment/python"

// expr evaluates an expression.
func (t *Thread) expr(f *frame, e *python.Expr) (Value, error) {
	if err := t.Spend(1); err != nil {
		return nil, err
	}
	if t.config.Tick != nil {
		t.config.Tick()
	}
	switch e.Kind {
	case python.Name:
		return t.name(f, e)
	case python.Number:
		return t.literal(e)
	case python.Text:
		return Str{V: e.Text, From: e.Span}, nil
	}
	before := t.at
	t.at = e.Span
	v, err := answered(t.compound(f, e)) // also an operator, or a field of a text, may answer instead
	if err != nil {
		return nil, t.placed(err)
	}
	t.at = before
	return v, nil
}

func (t *Thread) compound(f *frame, e *python.Expr) (Value, error) {
	switch e.Kind {
	case python.List, python.Tuple, python.Set:
		items, err := t.items(f, e)
		if err != nil {
			return nil, err
		}
		switch e.Kind {
		case python.List:
			return &List{Items: items, From: e.Span}, nil
		case python.Set:
			return t.newSet(items)
		}
		tuple := &Tuple{Items: items, From: e.Span}
		if len(items) == len(e.Args) && len(items) < 10 {
			for _, arg := range e.Args {
				tuple.places = append(tuple.places, arg.Span)
			}
		}
		return tuple, nil
	case python.Dict:
		return t.dict(f, e)
	case python.Call:
		return t.call(f, e)
	case python.Attribute:
		base, err := t.expr(f, e.Base)
		if err != nil {
			return nil, err
		}
		return t.Attr(base, e.Text)
	case python.Index:
		base, err := t.expr(f, e.Base)
		if err != nil {
			return nil, err
		}
		key, err := t.expr(f, e.Args[0].Expr)
		if err != nil {
			return nil, err
		}
		return t.Index(base, key)
	case python.SliceOf:
		var parts [3]Value
		for i, arg := range e.Args {
			if arg.Expr == nil {
				continue
			}
			v, err := t.expr(f, arg.Expr)
			if err != nil {
				return nil, err
			}
			if _, none := v.(None); none {
				continue
			}
			parts[i] = v
		}
		if u, unknown := anyUnknown(parts[0], parts[1], parts[2]); unknown {
			return u, nil
		}
		return Slice{parts[0], parts[1], parts[2]}, nil
	case python.Unary:
		return t.unary(f, e)
	case python.Binary:
		a, err := t.expr(f, e.Args[0].Expr)
		if err != nil {
			return nil, err
		}
		b, err := t.expr(f, e.Args[1].Expr)
		if err != nil {
			return nil, err
		}
		return t.Binary(e.Text, a, b)
	case python.Compare:
		return t.comparison(f, e)
	case python.And, python.Or:
		a, err := t.expr(f, e.Args[0].Expr)
		if err != nil {
			return nil, err
		}
		if _, unknown := a.(Unknown); unknown {
			return a, nil
		}
		yes, err := t.Truth(a)
		if err != nil || yes == (e.Kind == python.Or) {
			return a, err
		}
		return t.expr(f, e.Args[1].Expr)
	case python.Not:
		yes, unknown, err := t.condition(f, e.Args[0].Expr)
		if unknown != nil {
			return *unknown, nil
		}
		return Bool{V: !yes}, err
	case python.IfElse:
		yes, unknown, err := t.condition(f, e.Args[1].Expr)
		switch {
		case err != nil:
			return nil, err
		case unknown != nil:
			return *unknown, nil
		case yes:
			return t.expr(f, e.Args[0].Expr)
		}
		return t.expr(f, e.Args[2].Expr)
	case python.Lambda:
		return t.function(f, "<lambda>", e.Params, nil, e.Base)
	case python.ListFor, python.SetFor, python.DictFor, python.Generator:
		return t.comprehension(f, e)
	case python.Formatted:
		return t.formatted(f, e)
	case python.Walrus:
		v, err := t.expr(f, e.Args[1].Expr)
		if err != nil {
			return nil, err
		}
		return v, t.assign(f, e.Args[0].Expr, v, e.Args[1].Span)
	case python.EllipsisOf:
		return Ellipsis{}, nil
	case python.Yield:
		var v Value = None{}
		var err error
		if len(e.Args) > 0 {
			if v, err = t.expr(f, e.Args[0].Expr); err != nil {
				return nil, err
			}
		}
		if f.yielded != nil {
			f.yielded.Items = append(f.yielded.Items, v)
			return None{}, t.Alloc(1)
		}
		return Unknown{Why: Lacking, Text: t.Source(e.Span), At: e.Span}, nil
	}
	return Unknown{Why: Lacking, Text: t.Source(e.Span), At: e.Span}, nil
}

// condition evaluates an expression that something depends on; unknown is set where
// nobody knows whether it is so.
func (t *Thread) condition(f *frame, e *python.Expr) (yes bool, unknown *Unknown, err error) {
	v, err := t.expr(f, e)
	if err != nil {
		return false, nil, err
	}
	if u, is := v.(Unknown); is {
		return false, &u, nil
	}
	yes, err = t.Truth(v)
	return yes, nil, err
}

// name looks a name up.
func (t *Thread) name(f *frame, e *python.Expr) (Value, error) {
	switch e.Text {
	case "None":
		return None{}, nil
	case "True":
		return Bool{true, e.Span}, nil
	case "False":
		return Bool{false, e.Span}, nil
	}
	for scope := f; scope != nil; scope = scope.outer {
		if v, ok := scope.names[e.Text]; ok {
			return v, nil
		}
	}
	if v, ok := f.globals.names[e.Text]; ok {
		return v, nil
	}
	if v, ok := builtins[e.Text]; ok {
		return v, nil
	}
	if t.config.Missing != nil {
		if v := t.config.Missing(t, e.Text, e.Span); v != nil {
			f.globals.names[e.Text] = v
			return v, nil
		}
	}
	return nil, &Exception{Type: "NameError", Message: "name '" + e.Text + "' is not defined", At: e.Span}
}
