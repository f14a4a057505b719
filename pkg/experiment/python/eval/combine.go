package eval

// addFunctional gives functools and itertools what first programs use of them.
func addFunctional(functools, itertools *Module) {
	functools.Members["reduce"] = NewBuiltin("reduce", func(t *Thread, args *Args) (Value, error) {
		b, err := args.Bind("reduce", "function", "iterable", "initial=")
		if err != nil {
			return nil, err
		}
		items, err := t.Iterate(b.Value("iterable"))
		if err != nil {
			return nil, err
		}
		v := b.Value("initial")
		if v == nil && len(items) == 0 {
			return nil, Raise("TypeError", "reduce() of empty iterable with no initial value")
		}
		if v == nil {
			v, items = items[0], items[1:]
		}
		for _, item := range items {
			if v, err = t.Call(b.Value("function"), v, item); err != nil {
				return nil, err
			}
		}
		return v, nil
	})
	functools.Members["partial"] = &Builtin{Name: "partial", TakesUnknown: true, Fn: func(t *Thread, args *Args) (Value, error) {
		if len(args.List) == 0 {
			return nil, Raise("TypeError", "type 'partial' takes at least one argument")
		}
		given := args.List[1:]
		return &Builtin{Name: "partial", TakesUnknown: true, Fn: func(t *Thread, more *Args) (Value, error) {
			all := &Args{Span: more.Span, Callee: more.Callee}
			for _, list := range [][]Arg{given, more.List} { // those without a name come first
				for _, arg := range list {
					if arg.Name == "" {
						all.List = append(all.List, arg)
					}
				}
			}
			for _, arg := range given {
				if arg.Name != "" && !more.has(arg.Name) {
					all.List = append(all.List, arg)
				}
			}
			for _, arg := range more.List {
				if arg.Name != "" {
					all.List = append(all.List, arg)
				}
			}
			return t.CallWith(args.List[0].Value, all)
		}}, nil
	}}
	itertools.Members["product"] = NewBuiltin("product", func(t *Thread, args *Args) (Value, error) {
		rows := [][]Value{nil}
		for _, arg := range args.List {
			if arg.Name != "" {
				return t.Lacks("itertools.product"), nil
			}
			items, err := t.Iterate(arg.Value)
			if err != nil {
				return nil, err
			}
			if err := t.Alloc(len(rows) * len(items)); err != nil {
				return nil, err
			}
			var longer [][]Value
			for _, row := range rows {
				for _, item := range items {
					longer = append(longer, append(append([]Value(nil), row...), item))
				}
			}
			rows = longer
		}
		return tuples(rows), nil
	})
	itertools.Members["combinations"] = NewBuiltin("combinations", func(t *Thread, args *Args) (Value, error) {
		b, items, err := args.bindItems(t, "combinations", "iterable", "r")
		if err != nil {
			return nil, err
		}
		r, err := b.Int("r", 0)
		if err != nil {
			return nil, err
		}
		var rows [][]Value
		var choose func(from int, row []Value) error
		choose = func(from int, row []Value) error {
			if len(row) == r {
				rows = append(rows, append([]Value(nil), row...))
				return t.Alloc(r + 1)
			}
			for i := from; i < len(items); i++ {
				if err := t.Spend(1); err != nil {
					return err
				}
				if err := choose(i+1, append(row, items[i])); err != nil {
					return err
				}
			}
			return nil
		}
		if err := choose(0, nil); err != nil {
			return nil, err
		}
		return tuples(rows), nil
	})
	itertools.Members["chain"] = NewBuiltin("chain", func(t *Thread, args *Args) (Value, error) {
		it := &Iterator{}
		for _, arg := range args.List {
			items, err := t.Iterate(arg.Value)
			if err != nil {
				return nil, err
			}
			it.items = append(it.items, items...)
		}
		return it, t.Alloc(len(it.items))
	})
	itertools.Members["accumulate"] = NewBuiltin("accumulate", func(t *Thread, args *Args) (Value, error) {
		b, items, err := args.bindItems(t, "accumulate", "iterable", "func=")
		if err != nil {
			return nil, err
		}
		it := &Iterator{}
		for i, v := range items {
			switch {
			case i == 0:
			case b.Has("func"):
				v, err = t.Call(b.Value("func"), it.items[i-1], v)
			default:
				v, err = t.Binary("+", it.items[i-1], v)
			}
			if err != nil {
				return nil, err
			}
			it.items = append(it.items, v)
		}
		return it, t.Alloc(len(items))
	})
}

// has reports whether there is a keyword argument of a name.
func (a *Args) has(name string) bool {
	for _, arg := range a.List {
		if arg.Name == name {
			return true
		}
	}
	return false
}

// tuples goes through rows.
func tuples(rows [][]Value) *Iterator {
	it := &Iterator{}
	for _, row := range rows {
		it.items = append(it.items, &Tuple{Items: row})
	}
	return it
}
