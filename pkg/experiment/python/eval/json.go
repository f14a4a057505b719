package eval

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
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
			decoder := json.NewDecoder(strings.NewReader(text))
			decoder.UseNumber()
			v, err := t.fromJSON(decoder)
			if err == nil {
				if _, more := decoder.Token(); !errors.Is(more, io.EOF) {
					err = errJSON
				}
			}
			if err != nil && !isOwn(err) {
				return t.Lacks("json.loads"), nil // Python says what is wrong, in words of its own
			}
			return v, err
		}),
		"dumps": NewBuiltin("dumps", func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("dumps", "obj", "*", "indent=", "sort_keys=", "ensure_ascii=")
			if err != nil {
				return nil, err
			}
			if b.Has("sort_keys") {
				return t.Lacks("json.dumps"), nil
			}
			indent, err := b.Int("indent", -1)
			if err != nil {
				return nil, err
			}
			w := jsonText{t: t, indent: indent, ascii: b.Bool("ensure_ascii", true)}
			if err := w.value(b.Value("obj"), 0); err != nil {
				return nil, err
			}
			return Str{V: w.String()}, t.Alloc(w.Len() / 8)
		}),
	}}
}

var errJSON = errors.New("eval: more than one value of JSON")

// isOwn reports whether an error is one of a run.
func isOwn(err error) bool {
	var raised *Exception
	var limit *Limit
	return errors.As(err, &raised) || errors.As(err, &limit)
}

// fromJSON reads a value.
func (t *Thread) fromJSON(d *json.Decoder) (Value, error) {
	if t.depth++; t.depth > MaxDepth {
		return nil, &Limit{Kind: Depth, At: t.at}
	}
	defer func() { t.depth-- }()
	if err := t.Spend(1); err != nil {
		return nil, err
	}
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token := token.(type) {
	case bool:
		return Bool{V: token}, nil
	case string:
		return Str{V: token}, t.Alloc(len(token) / 8)
	case json.Number:
		if n, err := token.Int64(); err == nil && !strings.ContainsAny(token.String(), ".eE") {
			return Int{V: n}, nil
		}
		v, err := token.Float64()
		return Float{V: v}, err
	case json.Delim:
		if token == '[' {
			list := &List{}
			for d.More() {
				item, err := t.fromJSON(d)
				if err != nil {
					return nil, err
				}
				list.Items = append(list.Items, item)
			}
			_, err := d.Token()
			return list, errors.Join(err, t.Alloc(len(list.Items)))
		}
		dict := NewDict()
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			name, _ := key.(string)
			v, err := t.fromJSON(d)
			if err != nil {
				return nil, err
			}
			dict.Put(name, v)
		}
		_, err := d.Token()
		return dict, errors.Join(err, t.Alloc(len(dict.keys)))
	}
	return None{}, nil
}

// jsonText is what dumps writes.
type jsonText struct {
	strings.Builder
	t      *Thread
	indent int
	ascii  bool
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
		case c < ' ' || w.ascii && c > '~' && c < 0x10000:
			w.WriteString(`\u` + strings.Repeat("0", 4-len(strconv.FormatInt(int64(c), 16))) + strconv.FormatInt(int64(c), 16))
		case w.ascii && c > '~':
			high, low := (c-0x10000)>>10+0xd800, (c-0x10000)&0x3ff+0xdc00
			w.WriteString(`\u` + strconv.FormatInt(int64(high), 16) + `\u` + strconv.FormatInt(int64(low), 16))
		default:
			w.WriteRune(c)
		}
	}
	w.WriteByte('"')
}
