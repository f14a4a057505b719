package eval

import "firstneuron/pkg/experiment/python"

// items evaluates the items of a list, those of *others among them.
func (t *Thread) items(f *frame, e *python.Expr) ([]Value, error) {
	if err := t.Alloc(len(e.Args)); err != nil {
		return nil, err
	}
	items := make([]Value, 0, len(e.Args))
	for _, arg := range e.Args {
		if arg.Kind == python.Star {
			v, err := t.expr(f, arg.Base)
			if err != nil {
				return nil, err
			}
			if _, unknown := v.(Unknown); unknown {
				items = append(items, v)
				continue
			}
			more, err := t.Iterate(v)
			if err != nil {
				return nil, err
			}
			items = append(items, more...)
			continue
		}
		v, err := t.expr(f, arg.Expr)
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	return items, nil
}

func (t *Thread) dict(f *frame, e *python.Expr) (Value, error) {
	d := NewDict()
	for i := 0; i+1 < len(e.Args); i += 2 {
		if e.Args[i].Kind == python.Star {
			v, err := t.expr(f, e.Args[i].Base)
			if err != nil {
				return nil, err
			}
			if other, ok := v.(*Dict); ok {
				for k, key := range other.keys {
					if err := d.Set(t, key, other.values[k]); err != nil {
						return nil, err
					}
				}
			}
			continue
		}
		key, err := t.expr(f, e.Args[i].Expr)
		if err != nil {
			return nil, err
		}
		v, err := t.expr(f, e.Args[i+1].Expr)
		if err != nil {
			return nil, err
		}
		if err := d.Set(t, key, v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// comprehension makes a list, a set or a dictionary in a loop; a generator makes all
// its items at once.
func (t *Thread) comprehension(f *frame, e *python.Expr) (Value, error) {
	inner := &frame{names: map[string]Value{}, outer: f, globals: f.globals}
	var items []Value
	d := NewDict()
	var unknown *Unknown
	var loop func(clauses []python.Clause) error
	loop = func(clauses []python.Clause) error {
		if len(clauses) == 0 {
			v, err := t.expr(inner, e.Args[0].Expr)
			if err != nil {
				return err
			}
			if e.Kind == python.DictFor {
				value, err := t.expr(inner, e.Args[1].Expr)
				if err != nil {
					return err
				}
				return d.Set(t, v, value)
			}
			items = append(items, v)
			return t.Alloc(1)
		}
		c := clauses[0]
		over, err := t.expr(inner, c.Iter)
		if err != nil {
			return err
		}
		if u, is := over.(Unknown); is {
			unknown = &u
			return nil
		}
		return t.each(over, func(v Value) (bool, error) {
			if err := t.Spend(1); err != nil {
				return false, err
			}
			if err := t.assign(inner, c.Target, v, python.Span{}); err != nil {
				return false, err
			}
			for _, test := range c.Ifs {
				yes, u, err := t.condition(inner, test)
				if u != nil {
					unknown = u
					return false, nil
				}
				if err != nil || !yes {
					return true, err
				}
			}
			return true, loop(clauses[1:])
		})
	}
	if err := loop(e.Fors); err != nil {
		return nil, err
	}
	if unknown != nil {
		return *unknown, nil
	}
	switch e.Kind {
	case python.SetFor:
		return t.newSet(items)
	case python.DictFor:
		return d, nil
	case python.Generator:
		return &Iterator{items: items}, nil
	}
	return &List{Items: items}, nil
}
