package eval

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonModule is json: loads and dumps, of what stands in the program.
func jsonModule() *Module {
	return &Module{Name: "json", Members: map[string]Value{
		"loads": NewBuiltin("loads", func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("loads", "s")
			if err != nil {
				return nil, err
			}
			text, ok := AsStr(b.Value("s"))
			if !ok {
				return nil, Raise("TypeError", "the JSON object must be str, bytes or bytearray, not "+b.Value("s").Class())
			}
			j := jsonReader{t: t, text: text}
			v, err := j.value()
			if err != nil {
				return nil, err
			}
			if j.skip(); v == nil || j.at < len(text) {
				return t.Lacks("json.loads"), nil // Python says what is wrong, in words of its own
			}
			return v, nil
		}),
		"dumps": NewBuiltin("dumps", func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("dumps", "obj", "*", "indent=", "sort_keys=", "ensure_ascii=")
			if err != nil {
				return nil, err
			}
			indent, err := b.Int("indent", -1)
			if err != nil {
				return nil, err
			}
			w := jsonText{t: t, indent: indent, ascii: b.Bool("ensure_ascii", true), sorted: b.Bool("sort_keys", false)}
			if err := w.value(b.Value("obj"), 0); err != nil {
				return nil, err
			}
			return Str{V: w.String()}, t.Alloc(w.Len() / 8)
		}),
	}}
}

// jsonReader reads a text of JSON. It is written by hand: whole numbers stay apart from
// others and keys in their order, and encoding/json is larger than all of this package.
type jsonReader struct {
	t    *Thread
	text string
	at   int
}

// skip goes past blanks.
func (j *jsonReader) skip() {
	for j.at < len(j.text) && strings.IndexByte(" \t\r\n", j.text[j.at]) >= 0 {
		j.at++
	}
}

// take goes past a mark, where it is the next.
func (j *jsonReader) take(mark string) bool {
	j.skip()
	if !strings.HasPrefix(j.text[j.at:], mark) {
		return false
	}
	j.at += len(mark)
	return true
}

// value reads a value; nil, nil for what is none.
func (j *jsonReader) value() (Value, error) {
	t := j.t
	if t.depth++; t.depth > MaxDepth {
		return nil, &Limit{Kind: Depth, At: t.at}
	}
	defer func() { t.depth-- }()
	if err := t.Spend(1); err != nil {
		return nil, err
	}
	switch {
	case j.take("true"):
		return Bool{V: true}, nil
	case j.take("false"):
		return Bool{}, nil
	case j.take("null"):
		return None{}, nil
	case j.take("["):
		list := &List{}
		if j.take("]") {
			return list, nil
		}
		for {
			item, err := j.value()
			if item == nil || err != nil {
				return nil, err
			}
			if list.Items = append(list.Items, item); j.take("]") {
				return list, t.Alloc(len(list.Items))
			}
			if !j.take(",") {
				return nil, nil
			}
		}
	case j.take("{"):
		dict := NewDict()
		if j.take("}") {
			return dict, nil
		}
		for {
			j.skip()
			name, ok := j.quoted()
			if !ok || !j.take(":") {
				return nil, nil
			}
			v, err := j.value()
			if v == nil || err != nil {
				return nil, err
			}
			if dict.Put(name, v); j.take("}") {
				return dict, t.Alloc(len(dict.keys))
			}
			if !j.take(",") {
				return nil, nil
			}
		}
	}
	if text, ok := j.quoted(); ok {
		return Str{V: text}, t.Alloc(len(text) / 8)
	}
	return j.number(), nil
}

// number reads a number as JSON writes it; nil for what is none.
func (j *jsonReader) number() Value {
	end := j.at
	for end < len(j.text) && strings.IndexByte("+-.eE0123456789", j.text[end]) >= 0 {
		end++
	}
	text := j.text[j.at:end]
	digits := strings.TrimPrefix(text, "-")
	if digits == "" || digits[0] < '0' || digits[0] > '9' || len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9' || strings.HasSuffix(digits, ".") {
		return nil
	}
	j.at = end
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return Int{V: n}
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !strings.ContainsAny(text, ".eE") { // of more than 64 bits
		return nil
	}
	return Float{V: v}
}

// quoted reads a text in quotes.
func (j *jsonReader) quoted() (string, bool) {
	if j.at >= len(j.text) || j.text[j.at] != '"' {
		return "", false
	}
	var b strings.Builder
	for i := j.at + 1; i < len(j.text); i++ {
		switch c := j.text[i]; {
		case c == '"':
			j.at = i + 1
			return b.String(), true
		case c < ' ':
			return "", false
		case c != '\\':
			b.WriteByte(c)
			continue
		}
		if i++; i >= len(j.text) {
			break
		}
		switch c := j.text[i]; c {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case '"', '\\', '/':
			b.WriteByte(c)
		case 'u':
			r, ok := hexRune(j.text, i+1)
			if !ok {
				return "", false
			}
			i += 4
			if low, ok := hexRune(j.text, i+3); ok && strings.HasPrefix(j.text[i+1:], `\u`) {
				if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
					r = pair
					i += 6
				}
			}
			if !utf8.ValidRune(r) {
				return "", false
			}
			b.WriteRune(r)
		default:
			return "", false
		}
	}
	return "", false
}

// hexRune reads four hexadecimal digits.
func hexRune(text string, at int) (rune, bool) {
	if at+4 > len(text) {
		return 0, false
	}
	n, err := strconv.ParseUint(text[at:at+4], 16, 16)
	return rune(n), err == nil
}
