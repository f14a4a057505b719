package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

// field is one of the fields of a dataclass.
type field struct {
	name string
	// standard is its default, factory what makes one for each object; nil for none.
	standard, factory Value
}

// made is what field(default_factory=list) gives until the class is made of it.
type made struct{ field }

// Class returns the name of the type.
func (made) Class() string { return "dataclasses.Field" }

// dataclassFunction is the decorator, which may be called with options: they change
// nothing that first programs see.
var dataclassFunction *Builtin

func dataclassModule() *Module {
	dataclassFunction = NewBuiltin("dataclass", func(*Thread, *Args) (Value, error) { return dataclassFunction, nil })
	return &Module{Name: "dataclasses", Members: map[string]Value{
		"dataclass": dataclassFunction,
		"asdict": &Builtin{Name: "asdict", TakesUnknown: true, Fn: func(t *Thread, args *Args) (Value, error) {
			if len(args.List) != 1 {
				return t.Lacks("dataclasses.asdict"), nil
			}
			return t.asDict(args.List[0].Value)
		}},
		"replace": &Builtin{Name: "replace", TakesUnknown: true, Fn: func(t *Thread, _ *Args) (Value, error) { return t.Lacks("dataclasses.replace"), nil }},
		"field": NewBuiltin("field", func(_ *Thread, args *Args) (Value, error) {
			b, err := args.Bind("field", "*", "default=", "default_factory=", "**kwargs")
			if err != nil {
				return nil, err
			}
			return made{field{standard: b.Value("default"), factory: b.Value("default_factory")}}, nil
		}),
	}}
}

// dataclass gives a class what @dataclass does: the annotated names of its body are its
// fields, after those of its bases.
func (t *Thread) dataclass(c *ClassOf, s *python.Statement) {
	for _, base := range c.Bases {
		c.fields = append(c.fields, base.fields...)
	}
	for _, inner := range s.Body {
		if !inner.Annotated || inner.Targets[0].Kind != python.Name {
			continue
		}
		one := field{name: inner.Targets[0].Text}
		switch v := c.Members[one.name].(type) {
		case nil:
		case made:
			one.standard, one.factory = v.standard, v.factory
			delete(c.Members, one.name)
		default:
			one.standard = v
		}
		known := slices.IndexFunc(c.fields, func(f field) bool { return f.name == one.name })
		if known >= 0 {
			c.fields[known] = one
		} else {
			c.fields = append(c.fields, one)
		}
	}
	for name, fn := range map[string]func(t *Thread, args *Args) (Value, error){"__init__": c.initialize, "__repr__": c.represent, "__eq__": c.equals} {
		if _, own := c.Members[name]; !own {
			c.Members[name] = &Builtin{Name: name, Fn: fn, TakesUnknown: true}
		}
	}
}

// initialize is the __init__ of a dataclass.
func (c *ClassOf) initialize(t *Thread, args *Args) (Value, error) {
	signature := []string{"self"}
	for _, f := range c.fields {
		if f.standard != nil || f.factory != nil {
			signature = append(signature, f.name+"=")
		} else {
			signature = append(signature, f.name)
		}
	}
	b, err := args.Bind(c.Name+".__init__", signature...)
	if err != nil {
		return nil, err
	}
	i, ok := b.Value("self").(*Instance)
	if !ok {
		return t.Lacks(c.Name + ".__init__"), nil
	}
	for _, f := range c.fields {
		v := b.Value(f.name)
		if v == nil {
			v = f.standard
		}
		if v == nil {
			if v, err = t.Call(f.factory); err != nil {
				return nil, err
			}
		}
		i.Attrs[f.name] = v
	}
	if after, ok := t.method(i, "__post_init__"); ok {
		return t.Call(after)
	}
	return None{}, nil
}

// represent is the __repr__ of a dataclass.
func (c *ClassOf) represent(t *Thread, args *Args) (Value, error) {
	i, ok := args.List[0].Value.(*Instance)
	if !ok {
		return t.Lacks(c.Name + ".__repr__"), nil
	}
	text := i.Type.Name + "("
	for k, f := range c.fields {
		if k > 0 {
			text += ", "
		}
		if u, unknown := anyUnknown(i.Attrs[f.name]); unknown {
			return u, nil
		}
		shown, err := t.Repr(i.Attrs[f.name])
		if err != nil {
			return nil, err
		}
		text += f.name + "=" + shown
	}
	return Str{V: text + ")"}, t.Alloc(len(text) / 8)
}

// equals is the __eq__ of a dataclass.
func (c *ClassOf) equals(t *Thread, args *Args) (Value, error) {
	a, isOne := args.List[0].Value.(*Instance)
	b, isOther := args.List[1].Value.(*Instance)
	if !isOne || !isOther || a.Type != b.Type {
		return Bool{}, nil
	}
	for _, f := range c.fields {
		same, err := t.Equal(a.Attrs[f.name], b.Attrs[f.name])
		if err != nil || !same {
			return Bool{}, err
		}
	}
	return Bool{V: true}, nil
}

// asDict is dataclasses.asdict: the fields of an object, those of objects in them too.
func (t *Thread) asDict(v Value) (Value, error) {
	i, ok := v.(*Instance)
	if !ok || len(i.Type.fields) == 0 {
		return nil, Raise("TypeError", "asdict() should be called on dataclass instances")
	}
	d := NewDict()
	for _, f := range i.Type.fields {
		value := i.Attrs[f.name]
		if inner, is := value.(*Instance); is && len(inner.Type.fields) > 0 {
			if t.depth++; t.depth > MaxDepth {
				return nil, &Limit{Kind: Depth, At: t.at}
			}
			made, err := t.asDict(inner)
			t.depth--
			if err != nil {
				return nil, err
			}
			value = made
		}
		if list, is := value.(*List); is {
			value = &List{Items: slices.Clone(list.Items)}
		}
		if value != nil {
			d.Put(f.name, value)
		}
	}
	return d, t.Alloc(len(i.Type.fields))
}
