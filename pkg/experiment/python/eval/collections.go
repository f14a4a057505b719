package eval

import (
	"cmp"
	"slices"
)

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
	for i, key := range d.keys {
		pairs[i] = &Tuple{Items: []Value{key, d.values[i]}}
	}
	slices.SortStableFunc(pairs, func(a, b Value) int {
		x, _ := AsFloat(a.(*Tuple).Items[1])
		y, _ := AsFloat(b.(*Tuple).Items[1])
		return cmp.Compare(y, x)
	})
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
