package eval

import (
	"strings"

	"firstneuron/pkg/experiment/python"
)

// match runs the first case whose pattern the value has.
func (t *Thread) match(f *frame, s *python.Statement) (control, error) {
	v, err := t.expr(f, s.Value)
	if err != nil {
		return next, err
	}
	if u, unknown := v.(Unknown); unknown {
		t.skip(f, s, u)
		return next, nil
	}
	for _, h := range s.Handlers {
		yes, err := t.matches(f, h.Type, v)
		if err != nil {
			return next, err
		}
		if !yes {
			continue
		}
		if h.Name != "" {
			t.set(f, h.Name, v)
		}
		if h.Guard != nil {
			yes, unknown, err := t.condition(f, h.Guard)
			switch {
			case err != nil:
				return next, err
			case unknown != nil:
				t.skip(f, s, *unknown)
				return next, nil
			case !yes:
				continue
			}
		}
		return t.block(f, h.Body)
	}
	return next, nil
}

// matches reports whether a value has a pattern, and gives the names in it their parts.
func (t *Thread) matches(f *frame, pattern *python.Expr, v Value) (bool, error) {
	if err := t.Spend(1); err != nil {
		return false, err
	}
	switch pattern.Kind {
	case python.Name:
		switch pattern.Text {
		case "_":
			return true, nil
		case "None":
			_, none := v.(None)
			return none, nil
		case "True", "False":
			truth, is := v.(Bool)
			return is && truth.V == (pattern.Text == "True"), nil
		}
		t.set(f, pattern.Text, v)
		return true, nil
	case python.Binary:
		if pattern.Text == "|" {
			yes, err := t.matches(f, pattern.Args[0].Expr, v)
			if yes || err != nil {
				return yes, err
			}
			return t.matches(f, pattern.Args[1].Expr, v)
		}
	case python.List, python.Tuple:
		return t.matchesItems(f, pattern.Args, v)
	case python.Dict:
		return t.matchesKeys(f, pattern.Args, v)
	case python.Call:
		return t.matchesClass(f, pattern, v)
	}
	want, err := t.expr(f, pattern)
	if err != nil {
		return false, err
	}
	if _, unknown := want.(Unknown); unknown {
		return false, nil
	}
	return t.Equal(v, want)
}

// matchesItems is the pattern [a, *b, c] of a list or a tuple.
func (t *Thread) matchesItems(f *frame, patterns []python.Arg, v Value) (bool, error) {
	var items []Value
	switch v := v.(type) {
	case *List:
		items = v.Items
	case *Tuple:
		items = v.Items
	case Range:
		var err error
		if items, err = t.Iterate(v); err != nil {
			return false, err
		}
	default:
		return false, nil
	}
	star := -1
	for i, p := range patterns {
		if p.Kind == python.Star {
			star = i
		}
	}
	if star < 0 && len(items) != len(patterns) || len(items) < len(patterns)-1 {
		return false, nil
	}
	for i, p := range patterns {
		at := i
		if star >= 0 && i > star {
			at = len(items) - len(patterns) + i
		}
		if i == star {
			rest := items[star : len(items)-(len(patterns)-1-star)]
			if p.Base.Kind == python.Name && p.Base.Text != "_" {
				t.set(f, p.Base.Text, &List{Items: append([]Value(nil), rest...)})
			}
			continue
		}
		if yes, err := t.matches(f, p.Expr, items[at]); err != nil || !yes {
			return false, err
		}
	}
	return true, nil
}

// matchesKeys is the pattern {"a": b, **rest} of a dictionary.
func (t *Thread) matchesKeys(f *frame, pairs []python.Arg, v Value) (bool, error) {
	d, ok := v.(*Dict)
	if !ok {
		return false, nil
	}
	rest := NewDict()
	for i, key := range d.keys {
		if err := rest.Set(t, key, d.values[i]); err != nil {
			return false, err
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].Kind == python.Star {
			if pairs[i].Base.Kind == python.Name {
				t.set(f, pairs[i].Base.Text, rest)
			}
			continue
		}
		key, err := t.expr(f, pairs[i].Expr)
		if err != nil {
			return false, err
		}
		item, found, err := d.Get(t, key)
		if err != nil || !found {
			return false, err
		}
		if yes, err := t.matches(f, pairs[i+1].Expr, item); err != nil || !yes {
			return false, err
		}
		if _, _, err := rest.remove(t, key); err != nil {
			return false, err
		}
	}
	return true, nil
}

// matchesClass is the pattern Point(x=a): an object of a class whose attributes have
// patterns. Those without a name are the fields of a dataclass in their order, or the
// value itself of a type such as int.
func (t *Thread) matchesClass(f *frame, pattern *python.Expr, v Value) (bool, error) {
	class, err := t.expr(f, pattern.Base)
	if err != nil {
		return false, err
	}
	is, err := isInstance(t, Positional(v, class))
	if err != nil {
		return false, err
	}
	if truth, known := is.(Bool); !known || !truth.V {
		return false, nil
	}
	var names []string
	if own, ok := class.(*ClassOf); ok {
		for _, one := range own.fields {
			names = append(names, one.name)
		}
		if given, ok := own.Member("__match_args__"); ok {
			items, err := t.Iterate(given)
			if err != nil {
				return false, err
			}
			names = nil
			for _, item := range items {
				name, _ := AsStr(item)
				names = append(names, name)
			}
		}
	}
	for i, arg := range pattern.Args {
		name := arg.Name
		if name == "" {
			if _, isType := class.(*Builtin); isType && i == 0 {
				if yes, err := t.matches(f, arg.Expr, v); err != nil || !yes {
					return false, err
				}
				continue
			}
			if i >= len(names) {
				return false, Raise("TypeError", strings.TrimSpace(t.Source(pattern.Base.Span))+"() accepts "+itoa(len(names))+" positional sub-patterns ("+itoa(len(pattern.Args))+" given)")
			}
			name = names[i]
		}
		item, err := t.Attr(v, name)
		if raisedAs(err, "AttributeError") != nil {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if yes, err := t.matches(f, arg.Expr, item); err != nil || !yes {
			return false, err
		}
	}
	return true, nil
}
