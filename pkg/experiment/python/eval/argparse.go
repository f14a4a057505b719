package eval

import "strings"

// option is an argument that a program of the command line takes.
type option struct {
	flags    []string
	name     string
	standard Value
	// kind turns a text into a value, constant is what the flag alone means; nil for
	// none.
	kind, constant Value
	many           bool // takes several values
}

// commandLine is argparse.ArgumentParser. There is no command line here: what it parses
// are the defaults, which know their literals, or the list that the program gives.
type commandLine struct{ options []option }

// Class returns the name of the type.
func (*commandLine) Class() string { return "ArgumentParser" }

// namespaceClass is that of what is parsed.
var namespaceClass = NewClass("Namespace")

func argparseModule() *Module {
	return &Module{Name: "argparse", Members: map[string]Value{
		"ArgumentParser": NewBuiltin("ArgumentParser", func(*Thread, *Args) (Value, error) { return &commandLine{}, nil }),
		"Namespace": NewBuiltin("Namespace", func(_ *Thread, args *Args) (Value, error) {
			space := &Instance{Type: namespaceClass, Attrs: map[string]Value{}}
			for _, arg := range args.List {
				space.Attrs[arg.Name] = arg.Value
			}
			return space, nil
		}),
		"ArgumentDefaultsHelpFormatter": None{}, "RawTextHelpFormatter": None{},
	}}
}

// Attr is a method of the parser.
func (c *commandLine) Attr(t *Thread, name string) (Value, error) {
	switch name {
	case "add_argument":
		return NewBuiltin(name, c.add), nil
	case "parse_args", "parse_known_args":
		return NewBuiltin(name, func(t *Thread, args *Args) (Value, error) {
			space, err := c.parse(t, args)
			if _, made := space.(*Instance); made && name == "parse_known_args" {
				return &Tuple{Items: []Value{space, &List{}}}, err
			}
			return space, err
		}), nil
	case "add_argument_group", "add_mutually_exclusive_group":
		return NewBuiltin(name, func(*Thread, *Args) (Value, error) { return c, nil }), nil
	}
	return t.Lacks("argparse.ArgumentParser." + name), nil
}

func (c *commandLine) add(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("add_argument", "*args", "default=", "type=", "action=", "dest=", "nargs=", "**kwargs")
	if err != nil {
		return nil, err
	}
	o := option{standard: None{}, kind: b.Value("type")}
	for _, arg := range b.Rest {
		if flag, ok := AsStr(arg.Value); ok {
			o.flags = append(o.flags, flag)
			if plain := strings.TrimLeft(flag, "-"); o.name == "" || strings.HasPrefix(flag, "--") {
				o.name = strings.ReplaceAll(plain, "-", "_")
			}
		}
	}
	if dest, ok := AsStr(b.Value("dest")); ok {
		o.name = dest
	}
	switch action, _ := AsStr(b.Value("action")); action {
	case "", "store":
	case "store_true":
		o.standard, o.constant = Bool{}, Bool{V: true}
	case "store_false":
		o.standard, o.constant = Bool{V: true}, Bool{}
	default:
		return t.Lacks("argparse action " + action), nil
	}
	_, o.many = b.Value("nargs").(Str)
	if n, ok := AsInt(b.Value("nargs")); ok && n > 0 {
		o.many = true
	}
	if v := b.Value("default"); v != nil {
		o.standard = v
	}
	c.options = append(c.options, o)
	return None{}, nil
}

// parse gives the options their values.
func (c *commandLine) parse(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("parse_args", "args=", "namespace=")
	if err != nil {
		return nil, err
	}
	space := &Instance{Type: namespaceClass, Attrs: map[string]Value{}}
	for _, o := range c.options {
		v := o.standard
		if _, text := v.(Str); text && o.kind != nil { // as argparse does with a default that is a text
			if v, err = t.Call(o.kind, v); err != nil {
				return nil, err
			}
		}
		if o.name == "" || len(o.flags) > 0 && !strings.HasPrefix(o.flags[0], "-") && !b.Has("args") {
			return Unknown{Why: Outside, Text: "argparse.ArgumentParser.parse_args", At: t.at}, nil
		}
		space.Attrs[o.name] = v
	}
	if !b.Has("args") {
		return space, nil
	}
	given, err := t.Iterate(b.Value("args"))
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(given); i++ {
		word, _ := AsStr(given[i])
		flag, value, joined := strings.Cut(word, "=")
		o := c.option(flag)
		switch {
		case o == nil:
			return t.Lacks("argparse " + word), nil
		case o.constant != nil:
			space.Attrs[o.name] = o.constant
			continue
		case !joined && i+1 == len(given) || o.many:
			return t.Lacks("argparse " + word), nil
		case !joined:
			i++
			value, _ = AsStr(given[i])
		}
		var v Value = Str{V: value}
		if o.kind != nil {
			if v, err = t.Call(o.kind, v); err != nil {
				return nil, err
			}
		}
		space.Attrs[o.name] = v
	}
	return space, nil
}

func (c *commandLine) option(flag string) *option {
	for i := range c.options {
		for _, one := range c.options[i].flags {
			if one == flag {
				return &c.options[i]
			}
		}
	}
	return nil
}
