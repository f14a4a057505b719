package eval

import "errors"

// Attr returns v.name.
func (t *Thread) Attr(v Value, name string) (Value, error) {
	found, err := t.attr(v, name)
	if found != nil || err != nil {
		return found, err
	}
	if m, ok := v.(*Module); ok {
		return Unknown{Why: Lacking, Text: m.Name + "." + name, At: t.at}, nil
	}
	if name == "__class__" || name == "__name__" {
		return Str{V: v.Class()}, nil
	}
	what := "'" + v.Class() + "' object"
	if c, ok := v.(*ClassOf); ok {
		what = "type object '" + c.Name + "'"
	}
	return nil, Raise("AttributeError", what+" has no attribute '"+name+"'")
}

func (t *Thread) attr(v Value, name string) (Value, error) {
	switch x := v.(type) {
	case Unknown:
		if x.Why == Lacking && x.Text != "" && len(x.Text) < 100 {
			x.Text += "." + name
			x.At = t.at
		}
		return x, nil
	case *Module:
		if member, ok := x.Members[name]; ok {
			return member, nil
		}
		if x.Member != nil {
			return x.Member(t, name)
		}
	case *Instance:
		return t.instanceAttr(x, name)
	case superOf:
		return t.superAttr(x, name)
	case *ClassOf:
		if name == "__name__" {
			return Str{V: x.Name}, nil
		}
		if member, ok := x.Member(name); ok {
			if fn, ok := member.(*Function); ok && fn.kind == "classmethod" {
				return bound{x, fn}, nil
			}
			return member, nil
		}
		if u := x.lacks(); u != nil {
			return *u, nil
		}
	case *Builtin:
		if name == "__name__" {
			return Str{V: x.Name}, nil
		}
	case *Function:
		switch name {
		case "__name__":
			return Str{V: x.Name}, nil
		case "__doc__":
			return None{}, nil
		}
	case Attributed:
		return answered(x.Attr(t, name))
	}
	if method := ownMethod(v, name); method != nil {
		return method, nil
	}
	return nil, nil
}

func (t *Thread) setAttr(v Value, name string, item Value) error {
	switch x := v.(type) {
	case Unknown:
		return nil
	case *Instance:
		x.Attrs[name] = item
		return t.Alloc(1)
	case *ClassOf:
		x.Members[name] = item
		return nil
	case *Function:
		return nil
	case AttributeSetter:
		return x.SetAttr(t, name, item)
	}
	return Raise("AttributeError", "'"+v.Class()+"' object has no attribute '"+name+"'")
}

func hasAttr(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("hasattr", "obj", "name")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("name"))
	v, err := t.Attr(b.Value("obj"), name)
	if errors.As(err, new(*Exception)) {
		return Bool{}, nil
	}
	if u, unknown := v.(Unknown); unknown {
		return u, err
	}
	return Bool{V: true}, err
}

func getAttr(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("getattr", "object", "name", "default=")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("name"))
	v, err := t.Attr(b.Value("object"), name)
	if otherwise := b.Value("default"); otherwise != nil && errors.As(err, new(*Exception)) {
		return otherwise, nil
	}
	return v, err
}

func setAttrOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("setattr", "obj", "name", "value")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("name"))
	return None{}, t.setAttr(b.Value("obj"), name, b.Value("value"))
}

type method = func(t *Thread, args *Args) (Value, error)

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
