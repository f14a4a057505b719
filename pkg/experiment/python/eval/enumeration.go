package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

// enumClass is enum.Enum, autoValue what enum.auto() gives until the class is made.
var enumClass = NewClass("Enum")

type autoValue struct{}

// Class returns the name of the type.
func (autoValue) Class() string { return "enum.auto" }

func enumModule() *Module {
	write := func(text func(i *Instance, t *Thread) (string, error)) *Builtin {
		return &Builtin{Name: "__repr__", Fn: func(t *Thread, args *Args) (Value, error) {
			i, ok := args.List[0].Value.(*Instance)
			if !ok {
				return t.Lacks("enum.Enum"), nil
			}
			s, err := text(i, t)
			return Str{V: s}, err
		}}
	}
	of := func(i *Instance) string {
		name, _ := AsStr(i.Attrs["name"])
		return i.Type.Name + "." + name
	}
	enumClass.Members["__str__"] = write(func(i *Instance, _ *Thread) (string, error) { return of(i), nil })
	enumClass.Members["__repr__"] = write(func(i *Instance, t *Thread) (string, error) {
		value, err := t.Repr(i.Attrs["value"])
		return "<" + of(i) + ": " + value + ">", err
	})
	enumClass.Members["__new__"] = NewBuiltin("__new__", func(t *Thread, args *Args) (Value, error) {
		class, ok := args.List[0].Value.(*ClassOf)
		if !ok || len(args.List) != 2 {
			return t.Lacks("enum.Enum"), nil
		}
		for _, member := range class.members {
			if same, err := t.Equal(member.Attrs["value"], args.List[1].Value); err != nil || same {
				return member, err
			}
		}
		text, err := t.Repr(args.List[1].Value)
		if err != nil {
			return nil, err
		}
		return nil, Raise("ValueError", text+" is not a valid "+class.Name)
	})
	return &Module{Name: "enum", Members: map[string]Value{
		"Enum": enumClass, "auto": NewBuiltin("auto", func(*Thread, *Args) (Value, error) { return autoValue{}, nil }),
	}}
}

// enumerate makes the members of a class that derives from Enum: what its body gives
// values, in the order of the body.
func (t *Thread) enumerate(c *ClassOf, s *python.Statement) {
	for _, inner := range s.Body {
		if inner.Kind != python.Assign || inner.Targets[0].Kind != python.Name {
			continue
		}
		name := inner.Targets[0].Text
		v, ok := c.Members[name]
		if _, done := v.(*Instance); !ok || done || slices.Contains([]string{"_", "__"}, name[:1]) {
			continue
		}
		if _, auto := v.(autoValue); auto {
			v = Int{V: int64(len(c.members) + 1)}
		}
		member := &Instance{Type: c, Attrs: map[string]Value{"name": Str{V: name}, "value": v}}
		c.Members[name] = member
		c.members = append(c.members, member)
	}
}
