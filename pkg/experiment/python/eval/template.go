package eval

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python"
)

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

// formatMethod is "{} {name:.2f}".format(…).
func (t *Thread) formatMethod(format string, args *Args, depth int) (string, error) {
	var positional []Value
	named := map[string]Value{}
	for _, arg := range args.List {
		if arg.Name == "" {
			positional = append(positional, arg.Value)
		} else {
			named[arg.Name] = arg.Value
		}
	}
	next := 0
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		c := format[i]
		if (c == '{' || c == '}') && i+1 < len(format) && format[i+1] == c {
			b.WriteByte(c)
			i++
			continue
		}
		if c == '}' {
			return "", Raise("ValueError", "Single '}' encountered in format string")
		}
		if c != '{' {
			b.WriteByte(c)
			continue
		}
		end, braces := i+1, 1
		for ; end < len(format); end++ {
			if format[end] == '{' {
				braces++
			} else if format[end] == '}' {
				if braces--; braces == 0 {
					break
				}
			}
		}
		if end >= len(format) {
			return "", Raise("ValueError", "expected '}' before end of string")
		}
		field, spec, _ := strings.Cut(format[i+1:end], ":")
		field, conversion, _ := strings.Cut(field, "!")
		i = end
		if strings.Contains(spec, "{") && depth == 0 {
			rest := &Args{List: args.List}
			inner := positional[min(next+1, len(positional)):]
			if field == "" {
				rest = Positional(inner...)
			}
			var err error
			if spec, err = t.formatMethod(spec, rest, 1); err != nil {
				return "", err
			}
		}
		v, err := t.fieldValue(field, positional, named, &next)
		if err != nil {
			return "", err
		}
		text, err := t.converted(v, conversion, spec)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
	}
	return b.String(), t.Alloc(b.Len() / 8)
}

// fieldValue is what a field of a format names: 0, name, name[0], name.attr.
func (t *Thread) fieldValue(field string, positional []Value, named map[string]Value, next *int) (Value, error) {
	end := strings.IndexAny(field, ".[")
	if end < 0 {
		end = len(field)
	}
	head, rest := field[:end], field[end:]
	var v Value
	if head == "" {
		head = strconv.Itoa(*next)
		*next++
	}
	if n, err := strconv.Atoi(head); err == nil {
		if n >= len(positional) {
			return nil, Raise("IndexError", "Replacement index "+head+" out of range for positional args tuple")
		}
		v = positional[n]
	} else if v = named[head]; v == nil {
		return nil, Raise("KeyError", quote(head))
	}
	for rest != "" {
		var err error
		if rest[0] == '.' {
			name := rest[1:]
			if end := strings.IndexAny(name, ".["); end >= 0 {
				name = name[:end]
			}
			rest = rest[1+len(name):]
			v, err = t.Attr(v, name)
		} else {
			key, after, _ := strings.Cut(rest[1:], "]")
			rest = after
			if n, atoiErr := strconv.Atoi(key); atoiErr == nil {
				v, err = t.Index(v, Int{V: int64(n)})
			} else {
				v, err = t.Index(v, Str{V: key})
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return v, nil
}
