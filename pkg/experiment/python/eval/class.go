package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

// ClassOf is a class: one of the program, or one that a library lets it derive from.
type ClassOf struct {
	Name    string
	Bases   []*ClassOf
	Members map[string]Value
	// unknown is a base that the page lacks.
	unknown *Unknown
	fields  []field     // of a dataclass
	members []*Instance // of an Enum
}

// Class returns the name of the type.
func (*ClassOf) Class() string { return "type" }

// NewClass returns a class that programs may derive from.
func NewClass(name string, bases ...*ClassOf) *ClassOf {
	return &ClassOf{Name: name, Bases: bases, Members: map[string]Value{}}
}

// Derives reports whether a class is another, or derives from it.
func (c *ClassOf) Derives(other *ClassOf) bool { return c.derives(other) }

func (c *ClassOf) derives(other *ClassOf) bool {
	return c == other || c.Name == other.Name && len(c.Members) == 0 ||
		slices.ContainsFunc(c.Bases, func(base *ClassOf) bool { return base.derives(other) })
}

// Member looks a member up, also in the bases.
func (c *ClassOf) Member(name string) (Value, bool) {
	if v, ok := c.Members[name]; ok {
		return v, true
	}
	for _, base := range c.Bases {
		if v, ok := base.Member(name); ok {
			return v, true
		}
	}
	return nil, false
}

func (c *ClassOf) lacks() *Unknown {
	if c.unknown != nil {
		return c.unknown
	}
	for _, base := range c.Bases {
		if u := base.lacks(); u != nil {
			return u
		}
	}
	return nil
}

// Derivable is a value of a library that programs may derive a class from. Base is nil
// for one that the page lacks.
type Derivable interface{ Base() *ClassOf }

// Instance is an object of a class.
type Instance struct {
	Type  *ClassOf
	Attrs map[string]Value
}

// Class returns the name of the type.
func (i *Instance) Class() string { return i.Type.Name }

// superOf is what super() gives.
type superOf struct {
	class *ClassOf
	self  Value
}

func (superOf) Class() string { return "super" }

// class runs the body of a class.
func (t *Thread) class(f *frame, s *python.Statement) error {
	c := NewClass(s.Text)
	for _, base := range s.Args {
		if base.Name != "" {
			continue
		}
		v, err := t.expr(f, base.Expr)
		if err != nil {
			return err
		}
		if derivable, ok := v.(Derivable); ok {
			if own := derivable.Base(); own != nil {
				v = own
			}
		}
		switch v := v.(type) {
		case *ClassOf:
			c.Bases = append(c.Bases, v)
		case Unknown:
			c.unknown = &v
		default: // of a library, which the page does not run
			c.unknown = &Unknown{Why: Lacking, Text: t.Source(base.Span), At: base.Span}
		}
	}
	inner := &frame{names: c.Members, outer: f, globals: f.globals}
	if _, err := t.block(inner, s.Body); err != nil {
		return err
	}
	for _, v := range c.Members {
		if fn, ok := v.(*Function); ok {
			fn.class = c
			fn.outer = f // names of a class are not seen in its methods
		}
	}
	if c.derives(enumClass) {
		t.enumerate(c, s)
	}
	return t.decorated(f, s, c)
}

// decorated gives a class its name, after its decorators have had it.
func (t *Thread) decorated(f *frame, s *python.Statement, c *ClassOf) error {
	var v Value = c
	for _, d := range slices.Backward(s.Decorators) {
		decorator, err := t.expr(f, d.Expr)
		if err != nil {
			return err
		}
		switch decorator {
		case dataclassFunction:
			t.dataclass(c, s)
		default:
			if own, ok := decorator.(*Function); ok {
				if v, err = t.callValue(own, Positional(v)); err != nil {
					return err
				}
			}
		}
	}
	t.set(f, s.Text, v)
	return nil
}

// instantiate makes an object.
func (t *Thread) instantiate(c *ClassOf, args *Args) (Value, error) {
	if c.unknown != nil {
		u := *c.unknown
		u.At = args.Span
		return u, nil
	}
	i := &Instance{Type: c, Attrs: map[string]Value{}}
	if made, ok := c.Member("__new__"); ok {
		if fn, ok := made.(*Builtin); ok {
			return fn.Fn(t, args.with(c))
		}
	}
	init, ok := c.Member("__init__")
	if !ok {
		if c.derives(exceptions["BaseException"]) {
			tuple := &Tuple{}
			for _, arg := range args.List {
				tuple.Items = append(tuple.Items, arg.Value)
			}
			i.Attrs["args"] = tuple
		} else if len(args.List) > 0 && c.lacks() == nil && len(c.Bases) == 0 {
			return nil, Raise("TypeError", c.Name+"() takes no arguments")
		}
		return i, nil
	}
	_, err := t.callValue(bound{i, init}, args)
	if _, ok := i.Attrs["args"]; !ok && c.derives(exceptions["BaseException"]) {
		i.Attrs["args"] = &Tuple{}
	}
	return i, err
}

// method returns a method of an object of a class.
func (t *Thread) method(v Value, name string) (Value, bool) {
	i, ok := v.(*Instance)
	if !ok {
		return nil, false
	}
	member, ok := i.Type.Member(name)
	if !ok {
		return nil, false
	}
	return bound{i, member}, true
}

// instanceAttr is an attribute of an object of a class.
func (t *Thread) instanceAttr(i *Instance, name string) (Value, error) {
	if v, ok := i.Attrs[name]; ok {
		return v, nil
	}
	if v, ok := i.Type.Member(name); ok {
		return t.boundTo(i, i.Type, v)
	}
	if u := i.Type.lacks(); u != nil {
		return *u, nil
	}
	switch name {
	case "__class__":
		return i.Type, nil
	case "__dict__":
		d := NewDict()
		return d, nil
	}
	return nil, nil
}

func (t *Thread) boundTo(self Value, class *ClassOf, v Value) (Value, error) {
	switch fn := v.(type) {
	case *Function:
		switch fn.kind {
		case "property":
			return t.callValue(fn, Positional(self))
		case "staticmethod":
			return fn, nil
		case "classmethod":
			return bound{class, fn}, nil
		}
		return bound{self, fn}, nil
	case *Builtin:
		return bound{self, fn}, nil
	}
	return v, nil
}

// superAttr is an attribute of super().
func (t *Thread) superAttr(s superOf, name string) (Value, error) {
	for _, base := range s.class.Bases {
		if v, ok := base.Member(name); ok {
			return t.boundTo(s.self, base, v)
		}
	}
	if name == "__init__" {
		return &Builtin{Name: name, TakesUnknown: true, Fn: func(_ *Thread, args *Args) (Value, error) {
			if i, ok := s.self.(*Instance); ok && i.Type.derives(exceptions["BaseException"]) {
				tuple := &Tuple{}
				for _, arg := range args.List {
					tuple.Items = append(tuple.Items, arg.Value)
				}
				i.Attrs["args"] = tuple
			}
			return None{}, nil
		}}, nil
	}
	if u := s.class.lacks(); u != nil {
		return *u, nil
	}
	return nil, Raise("AttributeError", "'super' object has no attribute '"+name+"'")
}
