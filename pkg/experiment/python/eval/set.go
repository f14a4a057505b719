package eval

import "slices"

// Set is a set; it keeps the order in which its items came.
type Set struct{ dict *Dict }

// Class returns the name of the type.
func (*Set) Class() string { return "set" }

// Len is how many items there are.
func (s *Set) Len() (int, error) { return len(s.dict.keys), nil }

func (t *Thread) newSet(items []Value) (*Set, error) {
	s := &Set{NewDict()}
	for _, item := range items {
		if err := s.dict.Set(t, item, None{}); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (t *Thread) setBinary(op string, a, b *Set) (Value, error) {
	in := func(s *Set, v Value) bool {
		_, found, _ := s.dict.Get(t, v)
		return found
	}
	var items []Value
	switch op {
	case "|", "&", "-", "^":
		for _, v := range a.dict.keys {
			if found := in(b, v); op == "|" || found == (op == "&") {
				items = append(items, v)
			}
		}
		if op == "|" || op == "^" {
			for _, v := range b.dict.keys {
				if !in(a, v) {
					items = append(items, v)
				}
			}
		}
		return t.newSet(items)
	case "==", "!=", "<=", ">=", "<", ">":
		within := func(a, b *Set) bool {
			return !slices.ContainsFunc(a.dict.keys, func(v Value) bool { return !in(b, v) })
		}
		ab, ba := within(a, b), within(b, a)
		return Bool{V: map[string]bool{"==": ab && ba, "!=": !ab || !ba, "<=": ab, ">=": ba, "<": ab && !ba, ">": ba && !ab}[op]}, nil
	}
	return nil, nil
}

func setType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("set", "iterable=")
	if err != nil || b.Value("iterable") == nil {
		return &Set{NewDict()}, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	return t.newSet(items)
}

func setMethod(s *Set, name string) method {
	operators := map[string]string{"union": "|", "intersection": "&", "difference": "-", "symmetric_difference": "^", "issubset": "<=", "issuperset": ">="}
	return map[string]method{
		"add": func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("set.add", "elem")
			if err != nil {
				return nil, err
			}
			return None{}, s.dict.Set(t, b.Value("elem"), None{})
		},
		"discard": func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("set.discard", "elem")
			if err != nil {
				return nil, err
			}
			_, _, err = s.dict.remove(t, b.Value("elem"))
			return None{}, err
		},
		name: func(t *Thread, args *Args) (Value, error) {
			op := operators[name]
			if op == "" {
				return t.Lacks("set." + name), nil
			}
			_, items, err := args.bindItems(t, "set."+name, "other")
			if err != nil {
				return nil, err
			}
			other, err := t.newSet(items)
			if err != nil {
				return nil, err
			}
			return t.setBinary(op, s, other)
		},
	}[name]
}
