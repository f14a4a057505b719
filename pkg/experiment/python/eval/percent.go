package eval

import "strings"

// percent is "%.2f" % v.
func (t *Thread) percent(format string, v Value) (Value, error) {
	args := []Value{v}
	if tuple, ok := v.(*Tuple); ok {
		args = tuple.Items
	}
	if u, unknown := anyUnknown(args...); unknown {
		return u, nil
	}
	used := 0
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b.WriteByte(format[i])
			continue
		}
		i++
		name := ""
		if i < len(format) && format[i] == '(' {
			end := strings.IndexByte(format[i:], ')')
			if end < 0 {
				return nil, Raise("ValueError", "incomplete format key")
			}
			name = format[i+1 : i+end]
			i += end + 1
		}
		start := i
		for i < len(format) && strings.IndexByte("-+ #0123456789.*", format[i]) >= 0 {
			i++
		}
		if i >= len(format) {
			return nil, Raise("ValueError", "incomplete format")
		}
		flags, kind := format[start:i], format[i]
		if kind == '%' {
			b.WriteByte('%')
			continue
		}
		var arg Value
		switch d, isDict := v.(*Dict); {
		case name != "" && isDict:
			found, ok, err := d.Get(t, Str{V: name})
			if err != nil || !ok {
				return nil, Raise("KeyError", quote(name))
			}
			arg = found
		case used < len(args):
			arg = args[used]
			used++
		default:
			return nil, Raise("TypeError", "not enough arguments for format string")
		}
		text, err := t.percentOne(flags, kind, arg)
		if err != nil {
			return nil, err
		}
		b.WriteString(text)
	}
	if _, isDict := v.(*Dict); used < len(args) && !isDict {
		return nil, Raise("TypeError", "not all arguments converted during string formatting")
	}
	return Str{V: b.String()}, t.Alloc(b.Len() / 8)
}

func (t *Thread) percentOne(flags string, kind byte, v Value) (string, error) {
	left := strings.Contains(flags, "-")
	sign := ""
	rest := strings.TrimLeft(flags, "-+ #")
	if strings.HasSuffix(rest, ".") {
		rest += "0" // as C has it
	}
	if strings.Contains(flags, "+") {
		sign = "+"
	} else if strings.Contains(flags, " ") {
		sign = " "
	}
	spec := sign + rest
	switch kind {
	case 's', 'r', 'a':
		text, err := t.Str(v)
		if kind != 's' {
			text, err = t.Repr(v)
		}
		if err != nil {
			return "", err
		}
		align := ">"
		if left {
			align = "<"
		}
		return FormatSpec(Str{V: text}, align+strings.TrimLeft(rest, "0"))
	case 'd', 'i', 'u':
		f, ok := AsFloat(v)
		if !ok {
			return "", Raise("TypeError", "%"+string(kind)+" format: a real number is required, not "+v.Class())
		}
		v, kind = Int{V: int64(f)}, 'd'
		if n, ok := v.(Int); ok {
			v = n
		}
	default:
		f, ok := AsFloat(v)
		if !ok {
			return "", Raise("TypeError", "must be real number, not "+v.Class())
		}
		if strings.IndexByte("eEfFgG", kind) >= 0 {
			v = Float{V: f}
		}
	}
	if left {
		spec = "<" + sign + strings.TrimLeft(rest, "0")
	}
	return FormatSpec(v, spec+string(kind))
}
