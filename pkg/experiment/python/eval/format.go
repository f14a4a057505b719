package eval

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

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

func formatOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("format", "value", "format_spec=")
	if err != nil {
		return nil, err
	}
	spec, _ := AsStr(b.Value("format_spec"))
	text, err := t.Format(b.Value("value"), spec)
	return Str{V: text}, err
}
