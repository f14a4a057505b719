package eval

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
		var b strings.Builder
		b.WriteString("{")
		for i, key := range x.keys {
			if i > 0 {
				b.WriteString(", ")
			}
			k, err := t.repr(key, depth+1)
			if err != nil {
				return "", err
			}
			item, err := t.repr(x.values[i], depth+1)
			if err != nil {
				return "", err
			}
			b.WriteString(k + ": " + item)
		}
		return b.String() + "}", nil
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

// layout is a format such as >10.3f.
type layout struct {
	fill, align, sign string
	alternate, comma  string
	zero              bool
	width, precision  int // precision is -1 for none
	kind              string
}

func parseLayout(spec string) (layout, bool) {
	l := layout{fill: " ", precision: -1}
	rest := spec
	if r, size := utf8.DecodeRuneInString(rest); size < len(rest) && strings.ContainsAny(rest[size:size+1], "<>=^") && r != utf8.RuneError {
		l.fill, l.align, rest = rest[:size], rest[size:size+1], rest[size+1:]
	} else if rest != "" && strings.ContainsAny(rest[:1], "<>=^") {
		l.align, rest = rest[:1], rest[1:]
	}
	take := func(set string) string {
		if rest != "" && strings.ContainsAny(rest[:1], set) {
			c := rest[:1]
			rest = rest[1:]
			return c
		}
		return ""
	}
	number := func() (int, bool) {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		n, err := strconv.Atoi(rest[:digits])
		rest = rest[digits:]
		return n, err == nil && n <= 10_000
	}
	l.sign = take("+- ")
	l.alternate = take("#")
	if strings.HasPrefix(rest, "0") {
		l.zero = true
		rest = rest[1:]
	}
	if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		var ok bool
		if l.width, ok = number(); !ok {
			return l, false
		}
	}
	l.comma = take(",_")
	if take(".") != "" {
		var ok bool
		if l.precision, ok = number(); !ok {
			return l, false
		}
	}
	l.kind = rest
	return l, len(rest) <= 1
}

// Format writes a value as a format asks for.
func (t *Thread) Format(v Value, spec string) (string, error) {
	if x, ok := v.(Formatted); ok {
		return x.Format(t, spec)
	}
	if i, ok := v.(*Instance); ok {
		if method, ok := t.method(i, "__format__"); ok {
			return t.textOf(t.callValue(method, Positional(Str{V: spec})))
		}
	}
	if spec == "" {
		return t.Str(v)
	}
	text, err := FormatSpec(v, spec)
	if err != nil {
		return "", err
	}
	return text, t.Alloc(len(text) / 8)
}

// FormatSpec writes a number or a text as a format such as .3f asks for.
func FormatSpec(v Value, spec string) (string, error) {
	l, ok := parseLayout(spec)
	if !ok {
		return "", Raise("ValueError", "Invalid format specifier '"+spec+"' for object of type '"+v.Class()+"'")
	}
	unknown := func() error {
		return Raise("ValueError", "Unknown format code '"+l.kind+"' for object of type '"+v.Class()+"'")
	}
	if s, ok := v.(Str); ok {
		if l.kind != "" && l.kind != "s" {
			return "", unknown()
		}
		text := s.V
		if l.precision >= 0 {
			runes := []rune(text)
			text = string(runes[:min(l.precision, len(runes))])
		}
		return l.padded("", text, "<"), nil
	}
	f, whole, number := number(v)
	if !number {
		return "", Raise("TypeError", "unsupported format string passed to "+v.Class()+".__format__")
	}
	if _, isBool := v.(Bool); isBool && l.kind == "" && l.width == 0 {
		return map[bool]string{true: "True", false: "False"}[f != 0], nil
	}
	n := intOf(v)
	if _, own := v.(Real); own && whole {
		n = int64(f)
	}
	var text string
	switch {
	case whole && (l.kind == "" || l.kind == "d" || l.kind == "n"):
		text = strconv.FormatInt(n, 10)
	case whole && strings.Contains("boxX", l.kind):
		base := map[string]int{"b": 2, "o": 8, "x": 16, "X": 16}[l.kind]
		text = strconv.FormatInt(n, base)
		if l.kind == "X" {
			text = strings.ToUpper(text)
		}
		if l.alternate != "" {
			text = strings.Replace("0"+l.kind+text, "0"+l.kind+"-", "-0"+l.kind, 1)
		}
	case whole && l.kind == "c":
		return l.padded("", string(rune(n)), "<"), nil
	case l.kind == "" || strings.Contains("eEfFgGn%", l.kind):
		text = l.float(f)
	default:
		return "", unknown()
	}
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	} else if l.sign == "+" || l.sign == " " {
		sign = l.sign
	}
	if l.comma != "" {
		text = grouped(text, l.comma)
	}
	return l.padded(sign, text, ">"), nil
}

// float writes a float as the kind asks for.
func (l layout) float(f float64) string {
	precision := l.precision
	if precision < 0 {
		precision = 6
	}
	kind := l.kind
	if math.IsNaN(f) || math.IsInf(f, 0) {
		text := FloatRepr(f)
		if kind == "%" {
			text += "%"
		}
		return text
	}
	switch kind {
	case "f", "F":
		return strconv.FormatFloat(f, 'f', precision, 64)
	case "%":
		return strconv.FormatFloat(f*100, 'f', precision, 64) + "%"
	case "e", "E":
		return strconv.FormatFloat(f, kind[0], precision, 64)
	case "":
		if l.precision < 0 {
			return FloatRepr(f)
		}
	}
	// g: as many digits as the precision says, without zeros at the end.
	precision = max(precision, 1)
	if f == 0 {
		if kind == "" {
			return "0.0"
		}
		return "0"
	}
	e := strconv.FormatFloat(f, 'e', precision-1, 64)
	_, power, _ := strings.Cut(e, "e")
	exponent, _ := strconv.Atoi(power)
	limit := precision
	if kind == "" {
		limit = precision // as repr, with at least one digit after the point
	}
	if exponent < -4 || exponent >= limit {
		mantissa, _, _ := strings.Cut(e, "e")
		if strings.Contains(mantissa, ".") {
			mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
		}
		text := mantissa + "e" + power
		if kind == "G" {
			text = strings.ToUpper(text)
		}
		return text
	}
	text := strconv.FormatFloat(f, 'f', max(precision-1-exponent, 0), 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if kind == "" && !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// grouped puts marks between thousands.
func grouped(text, mark string) string {
	whole, rest := text, ""
	if i := strings.IndexAny(text, ".e%"); i >= 0 {
		whole, rest = text[:i], text[i:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + mark + whole[i:]
	}
	return whole + rest
}

// padded makes a text as wide as the format asks for.
func (l layout) padded(sign, text, align string) string {
	missing := l.width - utf8.RuneCountInString(sign+text)
	if missing <= 0 {
		return sign + text
	}
	fill := l.fill
	if l.zero && l.align == "" {
		if align == ">" {
			return sign + strings.Repeat("0", missing) + text
		}
		fill = "0"
	}
	if l.align != "" {
		align = l.align
	}
	switch align {
	case "<":
		return sign + text + strings.Repeat(fill, missing)
	case "^":
		return strings.Repeat(fill, missing/2) + sign + text + strings.Repeat(fill, missing-missing/2)
	case "=":
		return sign + strings.Repeat(fill, missing) + text
	}
	return strings.Repeat(fill, missing) + sign + text
}

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
