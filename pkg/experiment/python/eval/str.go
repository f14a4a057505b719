package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func strType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("str", "object=", "encoding=", "errors=")
	if err != nil || b.Value("object") == nil {
		return Str{}, err
	}
	text, err := t.Str(b.Value("object"))
	if err != nil {
		return nil, err
	}
	return Str{V: text}, t.Alloc(len(text) / 8)
}

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

func ord(_ *Thread, args *Args) (Value, error) {
	b, err := args.Bind("ord", "c")
	if err != nil {
		return nil, err
	}
	s, ok := AsStr(b.Value("c"))
	if runes := []rune(s); ok && len(runes) == 1 {
		return Int{V: int64(runes[0])}, nil
	}
	return nil, Raise("TypeError", "ord() expected a character, but string of length "+itoa(len([]rune(s)))+" found")
}

func chr(_ *Thread, args *Args) (Value, error) {
	b, err := args.Bind("chr", "i")
	if err != nil {
		return nil, err
	}
	n, err := b.Int("i", 0)
	if err != nil || n < 0 || n > 0x10ffff {
		return nil, Raise("ValueError", "chr() arg not in range(0x110000)")
	}
	return Str{V: string(rune(n))}, nil
}
