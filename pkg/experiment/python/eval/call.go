package eval

import "firstneuron/pkg/experiment/python"

// call evaluates a call.
func (t *Thread) call(f *frame, e *python.Expr) (Value, error) {
	callee, err := t.expr(f, e.Base)
	if err != nil {
		return nil, err
	}
	args := &Args{Span: e.Span, Callee: e.Base.Span, List: make([]Arg, 0, len(e.Args))}
	for _, arg := range e.Args {
		if arg.Kind == python.Star {
			if err := t.starred(f, arg.Expr, args); err != nil {
				return nil, err
			}
			continue
		}
		v, err := t.expr(f, arg.Expr)
		if err != nil {
			return nil, err
		}
		args.List = append(args.List, Arg{Name: arg.Name, At: arg.At, Span: arg.Span, Value: v})
	}
	t.at = e.Span
	before := t.frame
	t.frame = f
	v, err := t.callValue(callee, args)
	t.frame = before
	return v, err
}

// starred adds the arguments of *list and **dict.
func (t *Thread) starred(f *frame, e *python.Expr, args *Args) error {
	v, err := t.expr(f, e.Base)
	if err != nil {
		return err
	}
	if u, unknown := v.(Unknown); unknown {
		args.List = append(args.List, Arg{Span: e.Span, Value: u})
		return nil
	}
	if e.Text == "**" {
		d, ok := v.(*Dict)
		if !ok {
			return Raise("TypeError", "argument after ** must be a mapping, not "+v.Class())
		}
		for i, key := range d.keys {
			name, _ := AsStr(key)
			args.List = append(args.List, Arg{Name: name, At: e.Span, Span: e.Span, Value: d.values[i]})
		}
		return nil
	}
	items, err := t.Iterate(v)
	if err != nil {
		return err
	}
	for _, item := range items {
		args.List = append(args.List, Arg{Span: e.Span, Value: item})
	}
	return nil
}

// Call calls a function with values.
func (t *Thread) Call(fn Value, args ...Value) (Value, error) {
	return t.callValue(fn, Positional(args...))
}

// CallWith calls a function with the arguments of another call.
func (t *Thread) CallWith(fn Value, args *Args) (Value, error) { return t.callValue(fn, args) }

func (t *Thread) callValue(callee Value, args *Args) (Value, error) {
	if args.Span == (python.Span{}) {
		args.Span = t.at
	}
	if err := t.Spend(1); err != nil {
		return nil, err
	}
	switch fn := callee.(type) {
	case Unknown:
		if fn.Why == Lacking {
			fn.At = args.Span
		}
		return fn, nil
	case *Function:
		return t.enter(fn, args)
	case bound:
		return t.callValue(fn.fn, args.with(fn.self))
	case *ClassOf:
		return t.instantiate(fn, args)
	case *Builtin:
		if !fn.TakesUnknown {
			if u, unknown := args.unknown(); unknown {
				if args = args.keys(fn.Name); args == nil {
					return u, nil
				}
			}
		}
		return answered(fn.Fn(t, args))
	case *Instance:
		if method, ok := t.method(fn, "__call__"); ok {
			return t.callValue(method, args)
		}
	case Callable:
		if u, unknown := args.unknown(); unknown {
			if takes, ok := callee.(UnknownTaker); !ok || !takes.TakesUnknown() {
				return u, nil
			}
		}
		v, err := answered(fn.Call(t, args))
		if v != nil || err != nil {
			return v, err
		}
	}
	return nil, Raise("TypeError", "'"+callee.Class()+"' object is not callable")
}

// with returns the arguments with one before them.
func (a *Args) with(self Value) *Args {
	return &Args{Span: a.Span, Callee: a.Callee, List: append([]Arg{{Value: self, Span: a.Callee}}, a.List...)}
}

// keys returns the arguments of a function that looks at the keys of a dictionary alone,
// with the keys in its place: what is not known of its values does not matter to it. It
// returns nil for any other function, or where something else is not known.
func (a *Args) keys(function string) *Args {
	switch function {
	case "list", "tuple", "set", "sorted", "len", "enumerate", "iter", "reversed":
	default:
		return nil
	}
	plain := &Args{Span: a.Span, Callee: a.Callee, List: append([]Arg(nil), a.List...)}
	for i, arg := range plain.List {
		if d, ok := arg.Value.(*Dict); ok && arg.Name == "" {
			plain.List[i].Value = &List{Items: append([]Value(nil), d.keys...)}
		}
	}
	if _, unknown := plain.unknown(); unknown {
		return nil
	}
	return plain
}
