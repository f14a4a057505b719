package eval

import "slices"

func extreme(t *Thread, args *Args) (Value, error) {
	want := "<"
	if t.calling == "max" {
		want = ">"
	}
	name := t.calling
	b, err := args.Bind(name, "*args", "key=", "default=")
	if err != nil {
		return nil, err
	}
	var items []Value
	for _, arg := range b.Rest {
		items = append(items, arg.Value)
	}
	if len(items) == 1 {
		if items, err = t.Iterate(items[0]); err != nil {
			return nil, err
		}
	}
	if len(items) == 0 {
		if v := b.Value("default"); v != nil {
			return v, nil
		}
		return nil, Raise("ValueError", name+"() arg is an empty sequence")
	}
	keyOf := func(v Value) (Value, error) {
		if b.Has("key") {
			return t.Call(b.Value("key"), v)
		}
		return v, nil
	}
	best := items[0]
	bestKey, err := keyOf(best)
	if err != nil {
		return nil, err
	}
	for _, item := range items[1:] {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		key, err := keyOf(item)
		if err != nil {
			return nil, err
		}
		v, err := t.Binary(want, key, bestKey)
		if err != nil {
			return nil, err
		}
		yes, err := t.Truth(v)
		if err != nil {
			return nil, err
		}
		if yes {
			best, bestKey = item, key
		}
	}
	return best, nil
}

func sum(t *Thread, args *Args) (Value, error) {
	b, items, err := args.bindItems(t, "sum", "iterable", "start=")
	if err != nil {
		return nil, err
	}
	var total Value = Int{}
	if v := b.Value("start"); v != nil {
		total = v
	}
	for _, item := range items {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		if total, err = t.Binary("+", total, item); err != nil {
			return nil, err
		}
	}
	return total, nil
}

func anyAll(t *Thread, args *Args) (Value, error) {
	name := t.calling
	_, items, err := args.bindItems(t, name, "iterable")
	if err != nil {
		return nil, err
	}
	for _, item := range items {
		yes, err := t.Truth(item)
		if err != nil {
			return nil, err
		}
		if yes == (name == "any") {
			return Bool{V: yes}, nil
		}
	}
	return Bool{V: name == "all"}, nil
}

func sortedOf(t *Thread, args *Args) (Value, error) {
	b, items, err := args.bindItems(t, "sorted", "iterable", "*", "key=", "reverse=")
	if err != nil {
		return nil, err
	}
	sorted, err := t.sorted(items, b.Value("key"), b.Bool("reverse", false))
	if err != nil {
		return nil, err
	}
	return &List{Items: sorted}, t.Alloc(len(sorted))
}

// sorted returns items in order; equal ones keep theirs.
func (t *Thread) sorted(items []Value, key Value, reverse bool) ([]Value, error) {
	if u, unknown := anyUnknown(items...); unknown {
		return []Value{u}, nil
	}
	type pair struct{ key, v Value }
	pairs := make([]pair, len(items))
	for i, item := range items {
		pairs[i] = pair{item, item}
		if _, none := key.(None); key != nil && !none {
			k, err := t.Call(key, item)
			if err != nil {
				return nil, err
			}
			pairs[i].key = k
		}
	}
	var failed error
	slices.SortStableFunc(pairs, func(a, b pair) int {
		if failed != nil {
			return 0
		}
		if failed = t.Spend(1); failed != nil {
			return 0
		}
		x, y := a.key, b.key
		if reverse {
			x, y = y, x
		}
		less := func(a, b Value) bool {
			v, err := t.Binary("<", a, b)
			if err == nil {
				var yes bool
				yes, err = t.Truth(v)
				if err == nil {
					return yes
				}
			}
			if failed == nil {
				failed = err
			}
			return false
		}
		switch {
		case less(x, y):
			return -1
		case less(y, x):
			return 1
		}
		return 0
	})
	sorted := make([]Value, len(pairs))
	for i, p := range pairs {
		sorted[i] = p.v
	}
	return sorted, failed
}
