package eval

import "slices"

// addCollections adds what first programs use of collections besides namedtuple.
func addCollections(collections *Module) {
	collections.Members["defaultdict"] = &Builtin{Name: "defaultdict", TakesUnknown: true, Fn: func(t *Thread, args *Args) (Value, error) {
		if len(args.List) == 0 || args.List[0].Name != "" {
			return dictType(t, args)
		}
		factory := args.List[0].Value
		v, err := dictType(t, &Args{Span: args.Span, List: args.List[1:]})
		d, ok := v.(*Dict)
		if _, none := factory.(None); ok && !none {
			d.factory = factory
		}
		return v, err
	}}
	collections.Members["OrderedDict"] = &Builtin{Name: "OrderedDict", TakesUnknown: true, Fn: func(t *Thread, _ *Args) (Value, error) {
		return t.Lacks("collections.OrderedDict"), nil // which prints otherwise
	}}
	collections.Members["Counter"] = NewBuiltin("Counter", func(t *Thread, args *Args) (Value, error) {
		d := NewDict()
		d.counts = true
		return d, d.count(t, args)
	})
}

// count counts the items of what a Counter is given, or adds the counts of a dictionary.
func (d *Dict) count(t *Thread, args *Args) error {
	add := func(key, n Value) error {
		before, _, err := d.Get(t, key)
		if err != nil {
			return err
		}
		if before != nil {
			if n, err = t.Binary("+", before, n); err != nil {
				return err
			}
		}
		return d.Set(t, key, n)
	}
	for _, arg := range args.List {
		if arg.Name != "" {
			if err := add(Str{V: arg.Name}, arg.Value); err != nil {
				return err
			}
			continue
		}
		if other, ok := arg.Value.(*Dict); ok {
			for i, key := range other.keys {
				if err := add(key, other.values[i]); err != nil {
					return err
				}
			}
			continue
		}
		items, err := t.Iterate(arg.Value)
		if err != nil {
			return err
		}
		for _, item := range items {
			if err := add(item, Int{V: 1}); err != nil {
				return err
			}
		}
	}
	return nil
}

// mostCommon are the pairs of a Counter, those of more first.
func (d *Dict) mostCommon() []Value {
	pairs := make([]Value, len(d.keys))
	order := make([]int, len(d.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, _ := AsFloat(d.values[a])
		y, _ := AsFloat(d.values[b])
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for i, k := range order {
		pairs[i] = &Tuple{Items: []Value{d.keys[k], d.values[k]}}
	}
	return pairs
}

// counterMethod is a method that a Counter has besides those of a dictionary.
func counterMethod(d *Dict, name string) method {
	switch name {
	case "update":
		return func(t *Thread, args *Args) (Value, error) { return None{}, d.count(t, args) }
	case "most_common":
		return func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("Counter.most_common", "n=")
			if err != nil {
				return nil, err
			}
			pairs := d.mostCommon()
			n, err := b.Int("n", len(pairs))
			if err != nil {
				return nil, err
			}
			return &List{Items: pairs[:max(0, min(n, len(pairs)))]}, t.Alloc(len(pairs))
		}
	case "total":
		return func(t *Thread, _ *Args) (Value, error) {
			var sum Value = Int{}
			for _, v := range d.values {
				var err error
				if sum, err = t.Binary("+", sum, v); err != nil {
					return nil, err
				}
			}
			return sum, nil
		}
	case "elements", "subtract":
		return func(t *Thread, _ *Args) (Value, error) { return t.Lacks("collections.Counter." + name), nil }
	}
	return nil
}

// addPretty adds pprint, of what fits on a line: how it breaks longer ones is not known here.
func addPretty(pprint *Module) {
	pretty := &Builtin{Name: "pprint", TakesUnknown: true, Fn: func(t *Thread, args *Args) (Value, error) {
		if len(args.List) != 1 {
			return t.Lacks("pprint.pprint"), nil
		}
		v := args.List[0].Value
		if d, is := v.(*Dict); is && d.factory == nil && !d.counts {
			if sorted, err := d.inOrder(t); err == nil {
				v = sorted
			}
		}
		if u, unknown := anyUnknown(v); unknown {
			return printed(t, &Args{Span: args.Span, List: []Arg{{Value: u}}})
		}
		text, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		if len([]rune(text)) > 80 {
			return t.Lacks("pprint.pprint"), nil
		}
		return printed(t, &Args{Span: args.Span, List: []Arg{{Value: Str{V: text}}}})
	}}
	pprint.Members["pprint"], pprint.Members["pp"] = pretty, pretty
}
