package eval

// addPretty adds pprint and pp, of what fits on a line: how they break longer ones is not
// known here.
func addPretty(pprint *Module) {
	pprint.Members["pprint"], pprint.Members["pp"] = pretty("pprint", true), pretty("pp", false)
}

// pretty is a function of pprint; inOrder is set for the one that sorts the keys.
func pretty(name string, inOrder bool) *Builtin {
	return &Builtin{Name: name, TakesUnknown: true, Fn: func(t *Thread, args *Args) (Value, error) {
		if len(args.List) != 1 {
			return t.Lacks("pprint." + name), nil
		}
		v := args.List[0].Value
		if u, unknown := anyUnknown(v); unknown {
			return printed(t, &Args{Span: args.Span, List: []Arg{{Value: u}}})
		}
		if inOrder {
			var err error
			if v, err = t.ordered(v, 0); err != nil { // of keys of several types, or of an endless list
				return t.Lacks("pprint." + name), nil
			}
		}
		text, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		if len([]rune(text)) > 80 {
			return t.Lacks("pprint." + name), nil
		}
		return printed(t, &Args{Span: args.Span, List: []Arg{{Value: Str{V: text}}}})
	}}
}

// ordered is a value with its dictionaries in the order of their keys, at any depth.
func (t *Thread) ordered(v Value, depth int) (Value, error) {
	if depth > MaxDepth {
		return nil, &Limit{Kind: Depth, At: t.at}
	}
	all := func(items []Value) ([]Value, error) {
		made := make([]Value, len(items))
		for i, item := range items {
			if err := t.Spend(1); err != nil {
				return nil, err
			}
			var err error
			if made[i], err = t.ordered(item, depth+1); err != nil {
				return nil, err
			}
		}
		return made, nil
	}
	switch x := v.(type) {
	case *List:
		items, err := all(x.Items)
		return &List{Items: items}, err
	case *Tuple:
		items, err := all(x.Items)
		return &Tuple{Items: items}, err
	case *Dict:
		if x.factory != nil || x.counts {
			return v, nil
		}
		sorted, err := x.inOrder(t)
		if err != nil {
			return nil, err
		}
		sorted.values, err = all(sorted.values)
		return sorted, err
	}
	return v, nil
}
