package eval

import "strings"

// TextFile is io.StringIO: a text in the program that is read as a file is.
type TextFile struct {
	Text string
	read int // up to where it was read
}

// Class returns the name of the type.
func (*TextFile) Class() string { return "_io.StringIO" }

// Rest is what has not been read yet, which it then has.
func (f *TextFile) Rest() string {
	rest := f.Text[f.read:]
	f.read = len(f.Text)
	return rest
}

// Attr is a method of a file.
func (f *TextFile) Attr(t *Thread, name string) (Value, error) {
	method := func(fn func(t *Thread) (Value, error)) (Value, error) {
		return NewBuiltin(name, func(t *Thread, args *Args) (Value, error) {
			if len(args.List) > 0 {
				return t.Lacks("io.StringIO." + name), nil
			}
			return fn(t)
		}), nil
	}
	switch name {
	case "read":
		return method(func(*Thread) (Value, error) { return Str{V: f.Rest()}, nil })
	case "getvalue":
		return method(func(*Thread) (Value, error) { return Str{V: f.Text}, nil })
	case "readlines":
		return method(func(t *Thread) (Value, error) {
			items, err := f.Iterate(t)
			return &List{Items: items}, err
		})
	case "close":
		return method(func(*Thread) (Value, error) { return None{}, nil })
	}
	return t.Lacks("io.StringIO." + name), nil
}

// Iterate gives its lines, each with its end.
func (f *TextFile) Iterate(t *Thread) ([]Value, error) {
	var lines []Value
	rest := f.Rest()
	if err := t.Alloc(len(rest)/8 + strings.Count(rest, "\n")); err != nil {
		return nil, err
	}
	for line := range strings.Lines(rest) {
		lines = append(lines, Str{V: line})
	}
	return lines, nil
}
