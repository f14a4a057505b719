package eval

import "strings"

func typeOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("type", "object")
	if err != nil {
		return nil, err
	}
	switch v := b.Value("object").(type) {
	case Unknown:
		return v, nil
	case *Instance:
		return v.Type, nil
	default:
		if own, ok := builtins[v.Class()].(*Builtin); ok && own.IsType {
			return own, nil
		}
		return classValue(v.Class()), nil
	}
}

// classValue is what type gives of a value of a library.
type classValue string

func (classValue) Class() string { return "type" }

// Repr is <class '…'>.
func (c classValue) Repr(*Thread) (string, error) { return "<class '" + string(c) + "'>", nil }

// Str is its Repr.
func (c classValue) Str(t *Thread) (string, error) { return c.Repr(t) }

// Attr is its name.
func (c classValue) Attr(_ *Thread, name string) (Value, error) {
	if name == "__name__" {
		return Str{V: string(c[strings.LastIndexByte(string(c), '.')+1:])}, nil
	}
	return nil, nil
}

func isInstance(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("isinstance", "obj", "class_or_tuple")
	if err != nil {
		return nil, err
	}
	v := b.Value("obj")
	types := []Value{b.Value("class_or_tuple")}
	if tuple, ok := types[0].(*Tuple); ok {
		types = tuple.Items
	}
	for _, want := range types {
		switch want := want.(type) {
		case *Builtin:
			class := v.Class()
			if class == want.Name || class == "bool" && want.Name == "int" || class == "numpy.float64" && want.Name == "float" || strings.HasSuffix(class, "."+want.Name) {
				return Bool{V: true}, nil
			}
		case *ClassOf:
			if i, ok := v.(*Instance); ok && i.Type.derives(want) || want.Name == "object" {
				return Bool{V: true}, nil
			}
		default:
			if library, ok := want.(Classed); ok {
				is, known := library.IsClassOf(v)
				if is {
					return Bool{V: true}, nil
				}
				if known {
					continue
				}
			}
			if want.Class() != "type" {
				return t.Lacks("isinstance"), nil
			}
			text, err := t.Repr(want)
			if err != nil {
				return nil, err
			}
			if strings.Contains(text, "'"+v.Class()+"'") {
				return Bool{V: true}, nil
			}
		}
	}
	return Bool{}, nil
}

func super(t *Thread, args *Args) (Value, error) {
	if len(args.List) == 2 {
		if class, ok := args.List[0].Value.(*ClassOf); ok {
			return superOf{class, args.List[1].Value}, nil
		}
	}
	for f := t.frame; f != nil; f = f.outer {
		if f.function != nil && f.function.class != nil {
			return superOf{f.function.class, f.self}, nil
		}
	}
	return nil, Raise("RuntimeError", "super(): no arguments")
}
