package eval

// standard are the modules of Python's own library that the evaluator has. What they
// lack is not known.
var standard map[string]*Module

func init() {
	standard = map[string]*Module{"math": mathModule()}
	addModules(Outside, "os", "sys", "time", "datetime", "warnings", "logging", "typing", "csv", "pathlib", "__future__", "io")
	addModules(Lacking, "re", "itertools", "functools", "collections", "copy", "string", "statistics", "pprint") // which read nothing outside of the program
	standard["dataclasses"] = dataclassModule()
	standard["json"], standard["argparse"], standard["enum"], standard["tqdm"] = jsonModule(), argparseModule(), enumModule(), progressModule()
	standard["collections"].Members["namedtuple"] = NewBuiltin("namedtuple", namedTuple)
	addCollections(standard["collections"])
	addPretty(standard["pprint"])
	addFunctional(standard["functools"], standard["itertools"])
	standard["warnings"].Members["filterwarnings"] = quiet("filterwarnings")
	standard["warnings"].Members["simplefilter"] = quiet("simplefilter")
	standard["io"].Members["StringIO"] = NewBuiltin("StringIO", func(_ *Thread, args *Args) (Value, error) {
		b, err := args.Bind("StringIO", "initial_value=", "newline=")
		if err != nil {
			return nil, err
		}
		text, _ := AsStr(b.Value("initial_value"))
		return &TextFile{Text: text}, nil
	})
	standard["copy"].Members["deepcopy"] = copyFunction("deepcopy")
	standard["copy"].Members["copy"] = copyFunction("copy")
}

// addModules adds modules that are empty at first. Why is what is not known of their members.
func addModules(why Reason, names ...string) {
	for _, name := range names {
		standard[name] = &Module{Name: name, Members: map[string]Value{}, Member: func(t *Thread, member string) (Value, error) {
			return Unknown{Why: why, Text: name + "." + member, At: t.at}, nil
		}}
	}
}

// quiet is a function that changes nothing which the page shows.
func quiet(name string) *Builtin {
	return &Builtin{Name: name, TakesUnknown: true, Fn: func(*Thread, *Args) (Value, error) { return None{}, nil }}
}

func copyFunction(name string) *Builtin {
	return NewBuiltin(name, func(t *Thread, args *Args) (Value, error) {
		b, err := args.Bind(name, "x")
		if err != nil {
			return nil, err
		}
		if list, ok := b.Value("x").(*List); ok {
			return &List{Items: append([]Value(nil), list.Items...), From: list.From}, t.Alloc(len(list.Items))
		}
		if x, ok := b.Value("x").(Attributed); ok {
			if method, err := x.Attr(t, "copy"); err == nil && method != nil {
				return t.Call(method)
			}
		}
		return b.Value("x"), nil
	})
}
