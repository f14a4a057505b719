package eval

import "slices"

func listMethod(l *List, name string) method {
	if name == "append" { // what loops do most
		return func(t *Thread, args *Args) (Value, error) {
			if slices.ContainsFunc(args.List, func(a Arg) bool { return a.Name != "" }) {
				return nil, Raise("TypeError", "list.append() takes no keyword arguments")
			}
			if len(args.List) != 1 {
				return nil, Raise("TypeError", "list.append() takes exactly one argument ("+itoa(len(args.List))+" given)")
			}
			l.Items = append(l.Items, args.List[0].Value)
			return None{}, t.Alloc(1)
		}
	}
	bind := func(signature []string, do func(t *Thread, b Bound) (Value, error)) method {
		return func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("list."+name, signature...)
			if err != nil {
				return nil, err
			}
			return do(t, b)
		}
	}
	switch name {
	case "extend":
		return bind([]string{"iterable"}, func(t *Thread, b Bound) (Value, error) {
			if u, unknown := b.Value("iterable").(Unknown); unknown {
				l.Items = append(l.Items, u)
				return None{}, nil
			}
			items, err := t.Iterate(b.Value("iterable"))
			if err != nil {
				return nil, err
			}
			l.Items = append(l.Items, items...)
			return None{}, t.Alloc(len(items))
		})
	case "insert":
		return bind([]string{"index", "object"}, func(t *Thread, b Bound) (Value, error) {
			i, err := b.Int("index", 0)
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i += len(l.Items)
			}
			i = max(0, min(i, len(l.Items)))
			l.Items = slices.Insert(l.Items, i, b.Value("object"))
			return None{}, t.Alloc(1 + len(l.Items)/8)
		})
	case "pop":
		return bind([]string{"index="}, func(t *Thread, b Bound) (Value, error) {
			if len(l.Items) == 0 {
				return nil, Raise("IndexError", "pop from empty list")
			}
			i, err := b.Int("index", -1)
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i += len(l.Items)
			}
			if i < 0 || i >= len(l.Items) {
				return nil, Raise("IndexError", "pop index out of range")
			}
			v := l.Items[i]
			l.Items = slices.Delete(l.Items, i, i+1)
			return v, t.Spend(len(l.Items) / 8)
		})
	case "remove":
		return bind([]string{"value"}, func(t *Thread, b Bound) (Value, error) {
			for i, item := range l.Items {
				if same, err := t.Equal(item, b.Value("value")); err != nil {
					return nil, err
				} else if same {
					l.Items = slices.Delete(l.Items, i, i+1)
					return None{}, t.Spend(len(l.Items))
				}
			}
			return nil, Raise("ValueError", "list.remove(x): x not in list")
		})
	case "clear":
		return bind(nil, func(*Thread, Bound) (Value, error) { l.Items = nil; return None{}, nil })
	case "copy":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			return &List{Items: slices.Clone(l.Items), From: l.From}, t.Alloc(len(l.Items))
		})
	case "reverse":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			slices.Reverse(l.Items)
			return None{}, t.Spend(len(l.Items))
		})
	case "sort":
		return bind([]string{"*", "key=", "reverse="}, func(t *Thread, b Bound) (Value, error) {
			sorted, err := t.sorted(l.Items, b.Value("key"), b.Bool("reverse", false))
			if err == nil {
				l.Items = sorted
			}
			return None{}, err
		})
	}
	return sequenceMethod(l.Items, name)
}
