package eval

import "slices"

// Iterator is what iter, zip, map and generators give: items that are taken once.
type Iterator struct {
	items []Value
	next  int
}

// NewIterator returns an iterator of items.
func NewIterator(items []Value) *Iterator { return &Iterator{items: items} }

// Class returns the name of the type.
func (*Iterator) Class() string { return "generator" }

// Iterate returns the items of a value, in order. Whoever asks for them goes through
// them: that is counted here, since an element in Go is so much less than a step that
// few would think of it.
func (t *Thread) Iterate(v Value) ([]Value, error) {
	items, err := t.itemsOf(v)
	if err != nil {
		return nil, err
	}
	return items, t.Spend(len(items) / 8)
}

func (t *Thread) itemsOf(v Value) ([]Value, error) {
	switch v := v.(type) {
	case *List:
		return v.Items, nil
	case *Tuple:
		return v.Items, nil
	case *Dict:
		return slices.Clone(v.keys), nil
	case *Set:
		return slices.Clone(v.dict.keys), nil
	case *Iterator:
		rest := v.items[v.next:]
		v.next = len(v.items)
		return rest, nil
	case Range:
		n := v.Len()
		if err := t.Alloc(n); err != nil {
			return nil, err
		}
		items := make([]Value, n)
		for i := range items {
			items[i] = Int{V: v.Start + int64(i)*v.Step}
		}
		return items, nil
	case Str:
		if err := t.Alloc(len(v.V)); err != nil {
			return nil, err
		}
		var items []Value
		for _, c := range v.V {
			items = append(items, Str{V: string(c)})
		}
		return items, nil
	case Iterable:
		return v.Iterate(t)
	case *ClassOf:
		if len(v.members) > 0 {
			items := make([]Value, len(v.members))
			for i, member := range v.members {
				items[i] = member
			}
			return items, nil
		}
	case *Instance:
		if method, ok := t.method(v, "__iter__"); ok {
			items, err := t.callValue(method, &Args{})
			if err != nil {
				return nil, err
			}
			if _, same := items.(*Instance); !same {
				return t.Iterate(items)
			}
		}
		if method, ok := t.method(v, "__getitem__"); ok {
			var items []Value
			for i := 0; ; i++ {
				item, err := t.callValue(method, Positional(Int{V: int64(i)}))
				if raisedAs(err, "IndexError") != nil {
					return items, nil
				}
				if err != nil {
					return nil, err
				}
				items = append(items, item)
			}
		}
	}
	return nil, Raise("TypeError", "'"+v.Class()+"' object is not iterable")
}

// each goes through the items of a value until see says no. A list may grow while it
// is gone through, as in Python.
func (t *Thread) each(v Value, see func(Value) (bool, error)) error {
	switch v := v.(type) {
	case Range:
		for i := range v.Len() {
			if on, err := see(Int{V: v.Start + int64(i)*v.Step}); err != nil || !on {
				return err
			}
		}
		return nil
	case *List:
		for i := 0; i < len(v.Items); i++ {
			if on, err := see(v.Items[i]); err != nil || !on {
				return err
			}
		}
		return nil
	case *Iterator:
		for v.next < len(v.items) {
			v.next++
			if on, err := see(v.items[v.next-1]); err != nil || !on {
				return err
			}
		}
		return nil
	}
	items, err := t.Iterate(v)
	if err != nil {
		return err
	}
	for _, item := range items {
		if on, err := see(item); err != nil || !on {
			return err
		}
	}
	return nil
}

func iterator(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("iter", "object")
	if err != nil {
		return nil, err
	}
	if it, ok := b.Value("object").(*Iterator); ok {
		return it, nil
	}
	items, err := t.Iterate(b.Value("object"))
	return &Iterator{items: items}, err
}

func nextOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("next", "iterator", "default=")
	if err != nil {
		return nil, err
	}
	it, ok := b.Value("iterator").(*Iterator)
	switch {
	case !ok:
		return nil, Raise("TypeError", "'"+b.Value("iterator").Class()+"' object is not an iterator")
	case it.next < len(it.items):
		it.next++
		return it.items[it.next-1], nil
	case b.Value("default") != nil:
		return b.Value("default"), nil
	}
	return nil, Raise("StopIteration", "")
}

func enumerate(t *Thread, args *Args) (Value, error) {
	b, items, err := args.bindItems(t, "enumerate", "iterable", "start=")
	if err != nil {
		return nil, err
	}
	start, err := b.Int("start", 0)
	if err != nil {
		return nil, err
	}
	pairs := make([]Value, len(items))
	for i, item := range items {
		pairs[i] = &Tuple{Items: []Value{Int{V: int64(start + i)}, item}}
	}
	return &Iterator{items: pairs}, t.Alloc(2 * len(items))
}

func zip(t *Thread, args *Args) (Value, error) {
	var lists [][]Value
	n := -1
	for _, arg := range args.List {
		if arg.Name != "" {
			continue
		}
		items, err := t.Iterate(arg.Value)
		if err != nil {
			return nil, err
		}
		lists = append(lists, items)
		if n < 0 || len(items) < n {
			n = len(items)
		}
	}
	var rows []Value
	for i := range max(n, 0) {
		row := &Tuple{}
		for _, list := range lists {
			row.Items = append(row.Items, list[i])
		}
		rows = append(rows, row)
	}
	return &Iterator{items: rows}, t.Alloc(max(n, 0) * len(lists))
}

func mapped(t *Thread, args *Args) (Value, error) {
	if len(args.List) < 2 {
		return nil, Raise("TypeError", "map() must have at least two arguments.")
	}
	rows, err := zip(t, &Args{Span: args.Span, List: args.List[1:]})
	if err != nil {
		return nil, err
	}
	it := &Iterator{}
	for _, row := range rows.(*Iterator).items {
		v, err := t.Call(args.List[0].Value, row.(*Tuple).Items...)
		if err != nil {
			return nil, err
		}
		it.items = append(it.items, v)
	}
	return it, nil
}

func filtered(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("filter", "function", "iterable")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	it := &Iterator{}
	for _, item := range items {
		v := item
		if b.Has("function") {
			if v, err = t.Call(b.Value("function"), item); err != nil {
				return nil, err
			}
		}
		yes, err := t.Truth(v)
		if err != nil {
			return nil, err
		}
		if yes {
			it.items = append(it.items, item)
		}
	}
	return it, nil
}

func reversed(t *Thread, args *Args) (Value, error) {
	_, items, err := args.bindItems(t, "reversed", "sequence")
	if err != nil {
		return nil, err
	}
	items = slices.Clone(items)
	slices.Reverse(items)
	return &Iterator{items: items}, t.Alloc(len(items))
}
