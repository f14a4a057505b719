package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ownMethod returns a method of one of Python's own types, nil for none.
func ownMethod(v Value, name string) Value {
	var call func(t *Thread, args *Args) (Value, error)
	switch x := v.(type) {
	case Str:
		call = textMethod(x.V, name)
	case *List:
		call = listMethod(x, name)
	case *Tuple:
		call = sequenceMethod(x.Items, name)
	case *Dict:
		call = dictMethod(x, name)
	case *Set:
		call = setMethod(x, name)
	case Float, Int:
		call = numberMethod(x, name)
		if name == "real" {
			return x
		}
	}
	if call == nil {
		return nil
	}
	takes := false
	switch v.(type) {
	case *List, *Dict:
		takes = true // which may hold what is not known
	}
	return &Builtin{Name: name, Fn: call, TakesUnknown: takes}
}

type method = func(t *Thread, args *Args) (Value, error)

// texts are the methods of a text that take nothing.
var texts = map[string]func(string) Value{
	"upper": func(s string) Value { return Str{V: strings.ToUpper(s)} }, "lower": func(s string) Value { return Str{V: strings.ToLower(s)} },
	"title":      func(s string) Value { return Str{V: title(s)} },
	"capitalize": func(s string) Value { return Str{V: capital(s)} },
	"isdigit":    func(s string) Value { return Bool{V: s != "" && strings.Trim(s, "0123456789") == ""} },
	"isalpha": func(s string) Value {
		return Bool{V: s != "" && strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) }) < 0}
	},
	"isupper": func(s string) Value { return Bool{V: s != strings.ToLower(s) && s == strings.ToUpper(s)} },
	"islower": func(s string) Value { return Bool{V: s != strings.ToUpper(s) && s == strings.ToLower(s)} },
	"isspace": func(s string) Value { return Bool{V: s != "" && strings.TrimSpace(s) == ""} },
	"splitlines": func(s string) Value {
		list := &List{}
		for line := range strings.Lines(s) {
			list.Items = append(list.Items, Str{V: strings.TrimRight(line, "\r\n")})
		}
		return list
	},
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + strings.ToLower(s[size:])
}

func title(s string) string {
	letter := false
	return strings.Map(func(c rune) rune {
		before := letter
		if letter = unicode.IsLetter(c); !letter {
			return c
		}
		if before {
			return unicode.ToLower(c)
		}
		return unicode.ToUpper(c)
	}, s)
}

func textMethod(s, name string) method {
	if simple, ok := texts[name]; ok {
		return func(t *Thread, _ *Args) (Value, error) { return simple(s), t.Spend(len(s) / 8) }
	}
	one := func(signature []string, do func(t *Thread, b Bound) (Value, error)) method {
		return func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("str."+name, signature...)
			if err != nil {
				return nil, err
			}
			if err := t.Spend(len(s) / 8); err != nil {
				return nil, err
			}
			return do(t, b)
		}
	}
	str := func(b Bound, name string) string { s, _ := AsStr(b.Value(name)); return s }
	switch name {
	case "format":
		return func(t *Thread, args *Args) (Value, error) {
			text, err := t.formatMethod(s, args, 0)
			return Str{V: text}, err
		}
	case "join":
		return one([]string{"iterable"}, func(t *Thread, b Bound) (Value, error) {
			items, err := t.Iterate(b.Value("iterable"))
			if err != nil {
				return nil, err
			}
			parts := make([]string, len(items))
			size := 0
			for i, item := range items {
				text, ok := AsStr(item)
				if !ok {
					return nil, Raise("TypeError", "sequence item "+itoa(i)+": expected str instance, "+item.Class()+" found")
				}
				parts[i] = text
				size += len(text) + len(s)
			}
			return Str{V: strings.Join(parts, s)}, t.Alloc(size / 8)
		})
	case "strip", "lstrip", "rstrip":
		return one([]string{"chars="}, func(_ *Thread, b Bound) (Value, error) {
			chars := " \t\n\r\f\v"
			if b.Has("chars") {
				chars = str(b, "chars")
			}
			switch name {
			case "lstrip":
				return Str{V: strings.TrimLeft(s, chars)}, nil
			case "rstrip":
				return Str{V: strings.TrimRight(s, chars)}, nil
			}
			return Str{V: strings.Trim(s, chars)}, nil
		})
	case "split", "rsplit":
		return one([]string{"sep=", "maxsplit="}, func(t *Thread, b Bound) (Value, error) {
			n, err := b.Int("maxsplit", -1)
			if err != nil {
				return nil, err
			}
			var parts []string
			switch sep := str(b, "sep"); {
			case sep == "":
				parts = strings.Fields(s)
			case n >= 0:
				parts = strings.SplitN(s, sep, n+1)
			default:
				parts = strings.Split(s, sep)
			}
			list := &List{}
			for _, part := range parts {
				list.Items = append(list.Items, Str{V: part})
			}
			return list, t.Alloc(len(parts))
		})
	case "replace":
		return one([]string{"old", "new", "count="}, func(t *Thread, b Bound) (Value, error) {
			n, err := b.Int("count", -1)
			if err != nil {
				return nil, err
			}
			grows := max(len(str(b, "new"))-len(str(b, "old")), 0) * (strings.Count(s, str(b, "old")) + 1)
			if err := t.Alloc((len(s) + grows) / 8); err != nil {
				return nil, err
			}
			return Str{V: strings.Replace(s, str(b, "old"), str(b, "new"), n)}, nil
		})
	case "startswith", "endswith", "find", "count", "index":
		return one([]string{"sub"}, func(t *Thread, b Bound) (Value, error) {
			subs := []Value{b.Value("sub")}
			if tuple, ok := subs[0].(*Tuple); ok {
				subs = tuple.Items
			}
			sub := str(b, "sub")
			switch name {
			case "count":
				return Int{V: int64(strings.Count(s, sub))}, nil
			case "find", "index":
				i := strings.Index(s, sub)
				if i < 0 && name == "index" {
					return nil, Raise("ValueError", "substring not found")
				}
				if i > 0 {
					i = utf8.RuneCountInString(s[:i])
				}
				return Int{V: int64(i)}, nil
			}
			for _, sub := range subs {
				text, _ := AsStr(sub)
				if name == "startswith" && strings.HasPrefix(s, text) || name == "endswith" && strings.HasSuffix(s, text) {
					return Bool{V: true}, nil
				}
			}
			return Bool{}, nil
		})
	case "center", "ljust", "rjust", "zfill":
		return one([]string{"width", "fillchar="}, func(t *Thread, b Bound) (Value, error) {
			width, err := b.Int("width", 0)
			if err != nil {
				return nil, err
			}
			if err := t.Alloc(max(width, 0)); err != nil {
				return nil, err
			}
			l := layout{width: width, fill: " ", align: map[string]string{"center": "^", "ljust": "<", "rjust": ">", "zfill": ">"}[name]}
			if b.Has("fillchar") {
				l.fill = str(b, "fillchar")
			}
			if name == "zfill" {
				l.fill = "0"
				if strings.HasPrefix(s, "-") {
					l.align = "="
					return Str{V: l.padded("-", s[1:], ">")}, nil
				}
			}
			missing := width - utf8.RuneCountInString(s)
			if name == "center" && missing > 0 && missing%2 == 1 && width%2 == 1 {
				return Str{V: strings.Repeat(l.fill, missing/2+1) + s + strings.Repeat(l.fill, missing/2)}, nil
			}
			return Str{V: l.padded("", s, "<")}, nil
		})
	case "encode", "translate", "partition", "rpartition", "rfind", "casefold", "swapcase", "expandtabs", "isnumeric", "isalnum", "removeprefix", "removesuffix":
		return func(t *Thread, _ *Args) (Value, error) { return t.Lacks("str." + name), nil }
	}
	return nil
}

func sequenceMethod(items []Value, name string) method {
	if name != "index" && name != "count" {
		return nil
	}
	return func(t *Thread, args *Args) (Value, error) {
		b, err := args.Bind(name, "value")
		if err != nil {
			return nil, err
		}
		n := 0
		for i, item := range items {
			if err := t.Spend(1); err != nil {
				return nil, err
			}
			same, err := t.Equal(item, b.Value("value"))
			if err != nil {
				return nil, err
			}
			if same && name == "index" {
				return Int{V: int64(i)}, nil
			}
			if same {
				n++
			}
		}
		if name == "index" {
			text, err := t.Repr(b.Value("value"))
			if err != nil {
				return nil, err
			}
			return nil, Raise("ValueError", text+" is not in list")
		}
		return Int{V: int64(n)}, nil
	}
}

func listMethod(l *List, name string) method {
	if name == "append" { // what loops do most
		return func(t *Thread, args *Args) (Value, error) {
			if slices.ContainsFunc(args.List, func(a Arg) bool { return a.Name != "" }) {
				return nil, Raise("TypeError", "list.append() takes no keyword arguments")
			}
			if len(args.List) != 1 {
				return nil, Raise("TypeError", "list.append() takes exactly one argument ("+itoa(len(args.List))+" given)")
			}
			l.Items = append(l.Items, args.List[0].Value)
			return None{}, t.Alloc(1)
		}
	}
	bind := func(signature []string, do func(t *Thread, b Bound) (Value, error)) method {
		return func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("list."+name, signature...)
			if err != nil {
				return nil, err
			}
			return do(t, b)
		}
	}
	switch name {
	case "extend":
		return bind([]string{"iterable"}, func(t *Thread, b Bound) (Value, error) {
			if u, unknown := b.Value("iterable").(Unknown); unknown {
				l.Items = append(l.Items, u)
				return None{}, nil
			}
			items, err := t.Iterate(b.Value("iterable"))
			if err != nil {
				return nil, err
			}
			l.Items = append(l.Items, items...)
			return None{}, t.Alloc(len(items))
		})
	case "insert":
		return bind([]string{"index", "object"}, func(t *Thread, b Bound) (Value, error) {
			i, err := b.Int("index", 0)
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i += len(l.Items)
			}
			i = max(0, min(i, len(l.Items)))
			l.Items = slices.Insert(l.Items, i, b.Value("object"))
			return None{}, t.Alloc(1 + len(l.Items)/8)
		})
	case "pop":
		return bind([]string{"index="}, func(t *Thread, b Bound) (Value, error) {
			if len(l.Items) == 0 {
				return nil, Raise("IndexError", "pop from empty list")
			}
			i, err := b.Int("index", -1)
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i += len(l.Items)
			}
			if i < 0 || i >= len(l.Items) {
				return nil, Raise("IndexError", "pop index out of range")
			}
			v := l.Items[i]
			l.Items = slices.Delete(l.Items, i, i+1)
			return v, t.Spend(len(l.Items) / 8)
		})
	case "remove":
		return bind([]string{"value"}, func(t *Thread, b Bound) (Value, error) {
			for i, item := range l.Items {
				if same, err := t.Equal(item, b.Value("value")); err != nil {
					return nil, err
				} else if same {
					l.Items = slices.Delete(l.Items, i, i+1)
					return None{}, t.Spend(len(l.Items))
				}
			}
			return nil, Raise("ValueError", "list.remove(x): x not in list")
		})
	case "clear":
		return bind(nil, func(*Thread, Bound) (Value, error) { l.Items = nil; return None{}, nil })
	case "copy":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			return &List{Items: slices.Clone(l.Items), From: l.From}, t.Alloc(len(l.Items))
		})
	case "reverse":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			slices.Reverse(l.Items)
			return None{}, t.Spend(len(l.Items))
		})
	case "sort":
		return bind([]string{"*", "key=", "reverse="}, func(t *Thread, b Bound) (Value, error) {
			sorted, err := t.sorted(l.Items, b.Value("key"), b.Bool("reverse", false))
			if err == nil {
				l.Items = sorted
			}
			return None{}, err
		})
	}
	return sequenceMethod(l.Items, name)
}

// sorted returns items in order; equal ones keep theirs.
func (t *Thread) sorted(items []Value, key Value, reverse bool) ([]Value, error) {
	if u, unknown := anyUnknown(items...); unknown {
		return []Value{u}, nil
	}
	type pair struct{ key, v Value }
	pairs := make([]pair, len(items))
	for i, item := range items {
		pairs[i] = pair{item, item}
		if _, none := key.(None); key != nil && !none {
			k, err := t.Call(key, item)
			if err != nil {
				return nil, err
			}
			pairs[i].key = k
		}
	}
	var failed error
	slices.SortStableFunc(pairs, func(a, b pair) int {
		if failed != nil {
			return 0
		}
		if failed = t.Spend(1); failed != nil {
			return 0
		}
		x, y := a.key, b.key
		if reverse {
			x, y = y, x
		}
		less := func(a, b Value) bool {
			v, err := t.Binary("<", a, b)
			if err == nil {
				var yes bool
				yes, err = t.Truth(v)
				if err == nil {
					return yes
				}
			}
			if failed == nil {
				failed = err
			}
			return false
		}
		switch {
		case less(x, y):
			return -1
		case less(y, x):
			return 1
		}
		return 0
	})
	sorted := make([]Value, len(pairs))
	for i, p := range pairs {
		sorted[i] = p.v
	}
	return sorted, failed
}

func dictMethod(d *Dict, name string) method {
	bind := func(signature []string, do func(t *Thread, b Bound) (Value, error)) method {
		return func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("dict."+name, signature...)
			if err != nil {
				return nil, err
			}
			return do(t, b)
		}
	}
	switch name {
	case "get", "setdefault", "pop":
		return bind([]string{"key", "default="}, func(t *Thread, b Bound) (Value, error) {
			var v Value
			var found bool
			var err error
			if name == "pop" {
				v, found, err = d.remove(t, b.Value("key"))
			} else {
				v, found, err = d.Get(t, b.Value("key"))
			}
			otherwise := b.Value("default")
			switch {
			case err != nil || found:
				return v, err
			case name == "pop" && otherwise == nil:
				text, err := t.Repr(b.Value("key"))
				if err != nil {
					return nil, err
				}
				return nil, Raise("KeyError", text)
			case otherwise == nil:
				otherwise = None{}
			}
			if name == "setdefault" {
				err = d.Set(t, b.Value("key"), otherwise)
			}
			return otherwise, err
		})
	case "keys", "values", "items":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			list := &List{}
			for i, key := range d.keys {
				switch name {
				case "keys":
					list.Items = append(list.Items, key)
				case "values":
					list.Items = append(list.Items, d.values[i])
				default:
					list.Items = append(list.Items, &Tuple{Items: []Value{key, d.values[i]}})
				}
			}
			return &view{list, "dict_" + name}, t.Alloc(len(list.Items))
		})
	case "update":
		return func(t *Thread, args *Args) (Value, error) {
			for _, arg := range args.List {
				if other, ok := arg.Value.(*Dict); ok && arg.Name == "" {
					for i, key := range other.keys {
						if err := d.Set(t, key, other.values[i]); err != nil {
							return nil, err
						}
					}
				} else if arg.Name != "" {
					d.Put(arg.Name, arg.Value)
				}
			}
			return None{}, nil
		}
	case "copy":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			c := NewDict()
			for i, key := range d.keys {
				if err := c.Set(t, key, d.values[i]); err != nil {
					return nil, err
				}
			}
			return c, nil
		})
	case "clear":
		return bind(nil, func(*Thread, Bound) (Value, error) { *d = *NewDict(); return None{}, nil })
	}
	return nil
}

// view is what keys, values and items of a dictionary give.
type view struct {
	list  *List
	class string
}

func (v *view) Class() string { return v.class }

// Iterate returns its items.
func (v *view) Iterate(*Thread) ([]Value, error) { return v.list.Items, nil }

// Len is how many there are.
func (v *view) Len() (int, error) { return len(v.list.Items), nil }

// Repr writes it as Python does.
func (v *view) Repr(t *Thread) (string, error) {
	text, err := t.Repr(v.list)
	return v.class + "(" + text + ")", err
}

// Str is its Repr.
func (v *view) Str(t *Thread) (string, error) { return v.Repr(t) }

func setMethod(s *Set, name string) method {
	operators := map[string]string{"union": "|", "intersection": "&", "difference": "-", "symmetric_difference": "^", "issubset": "<=", "issuperset": ">="}
	return map[string]method{
		"add": func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("set.add", "elem")
			if err != nil {
				return nil, err
			}
			return None{}, s.dict.Set(t, b.Value("elem"), None{})
		},
		"discard": func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("set.discard", "elem")
			if err != nil {
				return nil, err
			}
			_, _, err = s.dict.remove(t, b.Value("elem"))
			return None{}, err
		},
		name: func(t *Thread, args *Args) (Value, error) {
			op := operators[name]
			if op == "" {
				return t.Lacks("set." + name), nil
			}
			b, err := args.Bind("set."+name, "other")
			if err != nil {
				return nil, err
			}
			items, err := t.Iterate(b.Value("other"))
			if err != nil {
				return nil, err
			}
			other, err := t.newSet(items)
			if err != nil {
				return nil, err
			}
			return t.setBinary(op, s, other)
		},
	}[name]
}

func numberMethod(v Value, name string) method {
	switch name {
	case "is_integer":
		return func(*Thread, *Args) (Value, error) {
			f, _ := AsFloat(v)
			return Bool{V: f == float64(int64(f))}, nil
		}
	case "conjugate":
		return func(*Thread, *Args) (Value, error) { return v, nil }
	case "as_integer_ratio", "hex", "bit_length", "to_bytes":
		return func(t *Thread, _ *Args) (Value, error) { return t.Lacks(v.Class() + "." + name), nil }
	}
	return nil
}
