package eval

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

func isSequence(v Value) bool {
	switch v.(type) {
	case *List, *Tuple, Str:
		return true
	}
	return false
}

func newList(items []Value) Value { return &List{Items: items} }

func newTuple(items []Value) Value { return &Tuple{Items: items} }

// sequences computes with two lists, or with two tuples.
func (t *Thread) sequences(op string, x, y []Value, made func(items []Value) Value) (Value, error) {
	if op == "+" {
		return made(slices.Concat(x, y)), t.Alloc(len(x) + len(y))
	}
	return t.compareItems(op, x, y)
}

// repeated is a list or a tuple times a number.
func (t *Thread) repeated(op string, items []Value, by Value, made func(items []Value) Value) (Value, error) {
	n, ok := by.(Int)
	if op != "*" || !ok {
		return nil, nil
	}
	items, err := t.repeat(items, n.V)
	return made(items), err
}

func (t *Thread) repeatText(text string, n int64) (Value, error) {
	if n <= 0 || text == "" {
		return Str{}, nil
	}
	if n > MaxElements || int64(len(text))*n > 8*MaxElements {
		return nil, &Limit{Kind: Elements, At: t.at}
	}
	if err := t.Alloc(len(text) * int(n) / 8); err != nil {
		return nil, err
	}
	return Str{V: strings.Repeat(text, int(n))}, nil
}

func (t *Thread) repeat(items []Value, n int64) ([]Value, error) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if n > MaxElements {
		return nil, &Limit{Kind: Elements, At: t.at}
	}
	if err := t.Alloc(len(items) * int(n)); err != nil {
		return nil, err
	}
	return slices.Repeat(items, int(n)), nil
}

// compareItems compares lists item by item.
func (t *Thread) compareItems(op string, a, b []Value) (Value, error) {
	if _, ok := ordered(op, 0); !ok {
		return nil, nil
	}
	if t.depth++; t.depth > MaxDepth { // a list may have itself in it
		return nil, &Limit{Kind: Depth, At: t.at}
	}
	defer func() { t.depth-- }()
	for i := range min(len(a), len(b)) {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		same, err := t.Equal(a[i], b[i])
		if err != nil {
			return nil, err
		}
		if !same {
			if op == "==" || op == "!=" {
				return Bool{V: op == "!="}, nil
			}
			return t.Binary(op, a[i], b[i])
		}
	}
	v, _ := ordered(op, len(a)-len(b))
	return v, nil
}

func sequenceMethod(items []Value, name string) method {
	if name != "index" && name != "count" {
		return nil
	}
	return func(t *Thread, args *Args) (Value, error) {
		b, err := args.Bind(name, "value")
		if err != nil {
			return nil, err
		}
		n := 0
		for i, item := range items {
			if err := t.Spend(1); err != nil {
				return nil, err
			}
			same, err := t.Equal(item, b.Value("value"))
			if err != nil {
				return nil, err
			}
			if same && name == "index" {
				return Int{V: int64(i)}, nil
			}
			if same {
				n++
			}
		}
		if name == "index" {
			text, err := t.Repr(b.Value("value"))
			if err != nil {
				return nil, err
			}
			return nil, Raise("ValueError", text+" is not in list")
		}
		return Int{V: int64(n)}, nil
	}
}

// Len is how long a value is.
func (t *Thread) Len(v Value) (int, error) {
	switch v := v.(type) {
	case *List:
		return len(v.Items), nil
	case *Tuple:
		return len(v.Items), nil
	case Str:
		return utf8.RuneCountInString(v.V), t.scan(len(v.V))
	case Range:
		return v.Len(), nil
	case Sized:
		return v.Len()
	case *Instance:
		if method, ok := t.method(v, "__len__"); ok {
			n, err := t.callValue(method, &Args{})
			if err != nil {
				return 0, err
			}
			i, _ := AsInt(n)
			return i, nil
		}
	}
	return 0, Raise("TypeError", "object of type '"+v.Class()+"' has no len()")
}

func length(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("len", "obj")
	if err != nil {
		return nil, err
	}
	if u, unknown := b.Value("obj").(Unknown); unknown {
		return u, nil
	}
	n, err := t.Len(b.Value("obj"))
	return Int{V: int64(n)}, err
}

func ranges(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("range", "a", "b=", "step=")
	if err != nil {
		return nil, err
	}
	var n [3]int64
	for i, name := range []string{"a", "b", "step"} {
		v := b.Value(name)
		if v == nil {
			continue
		}
		whole, ok := AsInt(v)
		if !ok {
			return nil, Raise("TypeError", "'"+v.Class()+"' object cannot be interpreted as an integer")
		}
		n[i] = int64(whole)
	}
	r := Range{n[0], n[1], n[2]}
	if b.Value("b") == nil {
		r.Start, r.Stop = 0, n[0]
	}
	if b.Value("step") == nil {
		r.Step = 1
	}
	if r.Step == 0 {
		return nil, Raise("ValueError", "range() arg 3 must not be zero")
	}
	if d := float64(r.Stop) - float64(r.Start); math.Abs(d) > 1e15 {
		return nil, &Limit{Kind: Large}
	}
	return r, nil
}

func listType(t *Thread, args *Args) (Value, error) {
	name := t.calling
	b, err := args.Bind(name, "iterable=")
	if err != nil {
		return nil, err
	}
	var items []Value
	if v := b.Value("iterable"); v != nil {
		if items, err = t.Iterate(v); err != nil {
			return nil, err
		}
		if err := t.Alloc(len(items)); err != nil {
			return nil, err
		}
	}
	if name == "tuple" {
		return &Tuple{Items: slices.Clone(items)}, nil
	}
	return &List{Items: slices.Clone(items)}, nil
}
