package eval

import (
	"strconv"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment/python/numpy/figures"
)

// FloatRepr writes a float as Python does: 10.0, 1e-05, inf.
func FloatRepr(v float64) string { return figures.Format(v, 64) }

// maxRepr is how deep a list within lists is written.
const maxRepr = 20

// Repr writes a value as repr does.
func (t *Thread) Repr(v Value) (string, error) { return t.repr(v, 0) }

func (t *Thread) repr(v Value, depth int) (string, error) {
	if err := t.Spend(1); err != nil {
		return "", err
	}
	if depth > maxRepr {
		return "...", nil
	}
	list := func(open string, items []Value, end string) (string, error) {
		var b strings.Builder
		b.WriteString(open)
		for i, item := range items {
			if i > 0 {
				b.WriteString(", ")
			}
			text, err := t.repr(item, depth+1)
			if err != nil {
				return "", err
			}
			b.WriteString(text)
		}
		b.WriteString(end)
		return b.String(), nil
	}
	switch x := v.(type) {
	case None:
		return "None", nil
	case Bool:
		if x.V {
			return "True", nil
		}
		return "False", nil
	case Int:
		return strconv.FormatInt(x.V, 10), nil
	case Float:
		return FloatRepr(x.V), nil
	case Str:
		return quote(x.V), nil
	case *List:
		return list("[", x.Items, "]")
	case *Tuple:
		if len(x.Items) == 1 {
			return list("(", x.Items, ",)")
		}
		return list("(", x.Items, ")")
	case *Set:
		if len(x.dict.keys) == 0 {
			return "set()", nil
		}
		return list("{", x.dict.keys, "}")
	case *Dict:
		keys, values, before, behind := x.keys, x.values, "", ""
		switch {
		case x.counts && len(keys) == 0:
			return "Counter()", nil
		case x.counts:
			before, behind = "Counter(", ")"
			keys, values = nil, nil
			for _, pair := range x.mostCommon() {
				items := pair.(*Tuple).Items
				keys, values = append(keys, items[0]), append(values, items[1])
			}
		case x.factory != nil:
			factory, err := t.repr(x.factory, depth+1)
			if err != nil {
				return "", err
			}
			before, behind = "defaultdict("+factory+", ", ")"
		}
		var b strings.Builder
		b.WriteString(before + "{")
		for i, key := range keys {
			if i > 0 {
				b.WriteString(", ")
			}
			k, err := t.repr(key, depth+1)
			if err != nil {
				return "", err
			}
			item, err := t.repr(values[i], depth+1)
			if err != nil {
				return "", err
			}
			b.WriteString(k + ": " + item)
		}
		return b.String() + "}" + behind, nil
	case Range:
		text := "range(" + strconv.FormatInt(x.Start, 10) + ", " + strconv.FormatInt(x.Stop, 10)
		if x.Step != 1 {
			text += ", " + strconv.FormatInt(x.Step, 10)
		}
		return text + ")", nil
	case Ellipsis:
		return "Ellipsis", nil
	case *Builtin:
		if x.IsType {
			return "<class '" + x.Name + "'>", nil
		}
		return "<built-in function " + x.Name + ">", nil
	case *ClassOf:
		if _, own := x.Members["__module__"]; own {
			return "<class '" + x.Name + "'>", nil
		}
		return "<class '__main__." + x.Name + "'>", nil
	case *Module:
		return "<module '" + x.Name + "'>", nil
	case *Function:
		return "<function " + x.Name + " at 0x7f>", nil
	case Printable:
		return x.Repr(t)
	case *Instance:
		if method, ok := t.method(x, "__repr__"); ok {
			return t.textOf(t.callValue(method, &Args{}))
		}
		if x.Type.derives(exceptions["BaseException"]) {
			args, _ := x.Attrs["args"].(*Tuple)
			if args == nil {
				args = &Tuple{}
			}
			return list(x.Type.Name+"(", args.Items, ")")
		}
		return "<__main__." + x.Type.Name + " object at 0x7f>", nil
	}
	return "<" + v.Class() + " object>", nil
}

func (t *Thread) textOf(v Value, err error) (string, error) {
	if err != nil {
		return "", err
	}
	text, _ := AsStr(v)
	return text, nil
}

// quote writes a text as repr does.
func quote(text string) string {
	mark := byte('\'')
	if strings.Contains(text, "'") && !strings.Contains(text, `"`) {
		mark = '"'
	}
	var b strings.Builder
	b.WriteByte(mark)
	for _, c := range text {
		switch {
		case c == rune(mark) || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case c < ' ' || c == 0x7f:
			b.WriteString(`\x` + string("0123456789abcdef"[c>>4]) + string("0123456789abcdef"[c&15]))
		case c >= 0x80 && !unicode.IsPrint(c):
			b.WriteString(strings.Trim(strconv.QuoteToASCII(string(c)), `"`))
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte(mark)
	return b.String()
}

// Str writes a value as print does.
func (t *Thread) Str(v Value) (string, error) {
	switch x := v.(type) {
	case Str:
		return x.V, nil
	case Printable:
		return x.Str(t)
	case *Instance:
		if method, ok := t.method(x, "__str__"); ok {
			return t.textOf(t.callValue(method, &Args{}))
		}
		if args, ok := x.Attrs["args"].(*Tuple); ok && x.Type.derives(exceptions["BaseException"]) {
			switch len(args.Items) {
			case 0:
				return "", nil
			case 1:
				if x.Type.Name == "KeyError" {
					if s, ok := args.Items[0].(Str); ok {
						return s.V, nil
					}
				}
				return t.Str(args.Items[0])
			}
			return t.Repr(args)
		}
	}
	return t.Repr(v)
}

func reprOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("repr", "obj")
	if err != nil {
		return nil, err
	}
	text, err := t.Repr(b.Value("obj"))
	return Str{V: text}, err
}
