package eval

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python"
)

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
	v, err := t.compound(f, e)
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

// literal is the number that is written.
func (t *Thread) literal(e *python.Expr) (Value, error) {
	if len(e.Text) == 1 {
		return Int{int64(e.Text[0] - '0'), e.Span}, nil // without a look at what most are not
	}
	return parseNumber(e.Text, e.Span)
}

func parseNumber(text string, at python.Span) (Value, error) {
	digits := strings.ReplaceAll(text, "_", "")
	if strings.ContainsAny(digits, "jJ") {
		return Unknown{Why: Lacking, Text: text, At: at}, nil
	}
	decimal := strings.Trim(digits, "0123456789") == ""
	if decimal || strings.ContainsAny(digits, "xXoObB") && strings.HasPrefix(digits, "0") {
		if strings.Trim(digits, "0") == "" {
			return Int{0, at}, nil
		}
		if decimal && digits[0] == '0' {
			return nil, &Exception{
				Type: "SyntaxError", At: at,
				Message: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
			}
		}
		n, err := strconv.ParseInt(digits, 0, 64)
		if err != nil {
			return nil, &Limit{Kind: Large, At: at}
		}
		return Int{n, at}, nil
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil && v == 0 {
		return nil, &Exception{Type: "SyntaxError", Message: "invalid decimal literal", At: at}
	}
	return Float{v, at}, nil // inf where it is too large, as in Python
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

// formatted makes the text of f"…".
func (t *Thread) formatted(f *frame, e *python.Expr) (Value, error) {
	var b strings.Builder
	var unknown *Unknown
	for _, part := range e.Args {
		if part.Kind == python.Text {
			b.WriteString(part.Text)
			continue
		}
		v, err := t.expr(f, part.Args[0].Expr)
		if err != nil {
			return nil, err
		}
		spec := ""
		if len(part.Args) > 1 {
			s, err := t.formatted(f, part.Args[1].Expr)
			if err != nil {
				return nil, err
			}
			spec, _ = AsStr(s)
		}
		if u, is := anyUnknown(v); is {
			unknown = &u
			continue
		}
		conversion := ""
		if len(part.Operators) > 0 {
			conversion = part.Operators[0]
		}
		if part.Kind == python.Field && part.Text != "" {
			b.WriteString(part.Text)
			if conversion == "" && spec == "" {
				conversion = "r"
			}
		}
		text, err := t.converted(v, conversion, spec)
		if err != nil {
			return nil, err
		}
		b.WriteString(text)
	}
	if unknown != nil {
		return *unknown, nil
	}
	return Str{V: b.String(), From: e.Span}, t.Alloc(b.Len() / 8)
}

// converted writes a value as a field of a format asks for.
func (t *Thread) converted(v Value, conversion, spec string) (string, error) {
	switch conversion {
	case "r", "a":
		text, err := t.Repr(v)
		if err != nil {
			return "", err
		}
		return t.Format(Str{V: text}, spec)
	case "s":
		text, err := t.Str(v)
		if err != nil {
			return "", err
		}
		return t.Format(Str{V: text}, spec)
	}
	return t.Format(v, spec)
}
