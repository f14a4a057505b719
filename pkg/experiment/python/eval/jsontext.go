package eval

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// jsonText is what dumps writes.
type jsonText struct {
	strings.Builder
	t      *Thread
	indent int
	ascii  bool
	sorted bool // keys
}

// line begins a new line, where there are lines.
func (w *jsonText) line(depth int) {
	if w.indent >= 0 {
		w.WriteString("\n" + strings.Repeat(" ", min(w.indent, 16)*depth))
	}
}

func (w *jsonText) comma() {
	w.WriteString(",")
	if w.indent < 0 {
		w.WriteString(" ")
	}
}

func (w *jsonText) value(v Value, depth int) error {
	if depth > maxRepr {
		return Raise("ValueError", "Circular reference detected")
	}
	if err := w.t.Spend(1); err != nil {
		return err
	}
	switch x := v.(type) {
	case None:
		w.WriteString("null")
	case Bool:
		w.WriteString(strconv.FormatBool(x.V))
	case Int:
		w.WriteString(strconv.FormatInt(x.V, 10))
	case Float:
		text := FloatRepr(x.V)
		if math.IsInf(x.V, 0) || math.IsNaN(x.V) {
			text = map[string]string{"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}[text]
		}
		w.WriteString(text)
	case Str:
		w.text(x.V)
	case *List:
		return w.items(x.Items, depth)
	case *Tuple:
		return w.items(x.Items, depth)
	case *record:
		return w.items(x.Items, depth)
	case *Dict:
		if w.sorted {
			var err error
			if x, err = x.inOrder(w.t); err != nil {
				return err
			}
		}
		w.WriteString("{")
		for i, key := range x.keys {
			if i > 0 {
				w.comma()
			}
			w.line(depth + 1)
			name, ok := AsStr(key)
			if !ok {
				var err error
				if name, err = w.t.Repr(key); err != nil {
					return err
				}
				if _, number := AsFloat(key); !number {
					return w.t.Lacking("json.dumps")
				}
				if truth, is := key.(Bool); is {
					name = strconv.FormatBool(truth.V)
				}
			}
			w.text(name)
			w.WriteString(": ")
			if err := w.value(x.values[i], depth+1); err != nil {
				return err
			}
		}
		if len(x.keys) > 0 {
			w.line(depth)
		}
		w.WriteString("}")
	default:
		return Raise("TypeError", "Object of type "+v.Class()[strings.LastIndexByte(v.Class(), '.')+1:]+" is not JSON serializable")
	}
	return nil
}

func (w *jsonText) items(items []Value, depth int) error {
	w.WriteString("[")
	for i, item := range items {
		if i > 0 {
			w.comma()
		}
		w.line(depth + 1)
		if err := w.value(item, depth+1); err != nil {
			return err
		}
	}
	if len(items) > 0 {
		w.line(depth)
	}
	w.WriteString("]")
	return nil
}

// text writes a text in quotes.
func (w *jsonText) text(s string) {
	w.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			w.WriteString("\\" + string(c))
		case c == '\n':
			w.WriteString(`\n`)
		case c == '\t':
			w.WriteString(`\t`)
		case c == '\r':
			w.WriteString(`\r`)
		case c == '\b':
			w.WriteString(`\b`)
		case c == '\f':
			w.WriteString(`\f`)
		case c < ' ' || w.ascii && c > '~':
			for _, unit := range utf16.AppendRune(nil, c) {
				w.WriteString(`\u` + strconv.FormatInt(0x10000+int64(unit), 16)[1:])
			}
		default:
			w.WriteRune(c)
		}
	}
	w.WriteByte('"')
}
