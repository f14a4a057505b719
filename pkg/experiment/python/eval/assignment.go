package eval

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
)

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
