package eval

// progress is tqdm: what it is given, with a bar that it draws beside the output.
type progress struct{ over Value }

// Class returns the name of the type.
func (*progress) Class() string { return "tqdm" }

// progressModule is tqdm by all the names that its parts have.
func progressModule() *Module {
	bar := &Builtin{Name: "tqdm", TakesUnknown: true, Fn: func(_ *Thread, args *Args) (Value, error) {
		b, err := args.Bind("tqdm", "iterable=", "*args", "**kwargs")
		if err != nil {
			return nil, err
		}
		if u, unknown := b.Value("iterable").(Unknown); unknown {
			return u, nil
		}
		return &progress{b.Value("iterable")}, nil
	}}
	m := &Module{Name: "tqdm", Members: map[string]Value{
		"tqdm": bar, "tqdm_notebook": bar,
		"trange": NewBuiltin("trange", func(t *Thread, args *Args) (Value, error) {
			var numbers Args
			for _, arg := range args.List {
				if arg.Name == "" {
					numbers.List = append(numbers.List, arg)
				}
			}
			over, err := ranges(t, &numbers)
			return &progress{over}, err
		}),
	}}
	for _, part := range []string{"notebook", "auto", "keras", "std", "autonotebook"} {
		m.Members[part] = m
	}
	return m
}

// Iterate gives the items that it goes through.
func (p *progress) Iterate(t *Thread) ([]Value, error) {
	if p.over == nil {
		return nil, Raise("TypeError", "'NoneType' object is not iterable")
	}
	return t.Iterate(p.over)
}

// Attr is a method of the bar, none of which changes what comes of the program.
func (p *progress) Attr(t *Thread, name string) (Value, error) {
	switch name {
	case "set_description", "set_postfix", "set_postfix_str", "set_description_str", "update", "close", "refresh", "reset":
		return quiet(name), nil
	}
	return t.Lacks("tqdm." + name), nil
}
