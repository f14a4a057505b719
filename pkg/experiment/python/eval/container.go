package eval

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Dict is a dictionary, in the order in which its keys came.
type Dict struct {
	keys, values []Value
	index        map[any]int
}

// NewDict returns an empty dictionary.
func NewDict() *Dict { return &Dict{index: map[any]int{}} }

// Class returns the name of the type.
func (*Dict) Class() string { return "dict" }

// Len is how many keys there are.
func (d *Dict) Len() (int, error) { return len(d.keys), nil }

// hash is what Go compares keys by: numbers that are equal are one key.
func (t *Thread) hash(v Value) (any, error) {
	switch v := v.(type) {
	case Str:
		return v.V, t.scan(len(v.V))
	case None:
		return nil, nil
	case *Tuple:
		if err := t.Spend(len(v.Items)); err != nil {
			return nil, err
		}
		var text strings.Builder
		for _, item := range v.Items {
			h, err := t.hash(item)
			if err != nil {
				return nil, err
			}
			switch h := h.(type) {
			case string:
				text.WriteString(strconv.Quote(h))
			case float64:
				text.WriteString(strconv.FormatFloat(h, 'g', -1, 64))
			case [1]string: // a tuple in a tuple
				text.WriteString("(" + h[0] + ")")
			case nil:
				text.WriteString("None")
			default: // functions, classes and objects are what they are
				fmt.Fprintf(&text, "%p", h)
			}
			text.WriteByte(',')
		}
		return [1]string{text.String()}, nil
	case *List, *Dict, *Set:
		return nil, Raise("TypeError", "unhashable type: '"+v.Class()+"'")
	case *Builtin, *Function, *ClassOf, *Instance, *Module:
		return v, nil
	}
	if f, ok := AsFloat(v); ok {
		if math.IsNaN(f) {
			return "nan", nil
		}
		return f, nil
	}
	return nil, Raise("TypeError", "unhashable type: '"+v.Class()+"'")
}

// Set gives a key a value.
func (d *Dict) Set(t *Thread, key, v Value) error {
	h, err := t.hash(key)
	if err != nil {
		return err
	}
	if err := t.Spend(1); err != nil {
		return err
	}
	if i, ok := d.index[h]; ok {
		d.values[i] = v
		return nil
	}
	if err := t.Alloc(1); err != nil {
		return err
	}
	d.index[h] = len(d.keys)
	d.keys, d.values = append(d.keys, key), append(d.values, v)
	return nil
}

// Put gives a text as a key a value.
func (d *Dict) Put(key string, v Value) {
	if i, ok := d.index[key]; ok {
		d.values[i] = v
		return
	}
	d.index[key] = len(d.keys)
	d.keys, d.values = append(d.keys, Str{V: key}), append(d.values, v)
}

// Get returns the value of a key.
func (d *Dict) Get(t *Thread, key Value) (v Value, found bool, err error) {
	h, err := t.hash(key)
	if err != nil {
		return nil, false, err
	}
	i, ok := d.index[h]
	if !ok {
		return nil, false, nil
	}
	return d.values[i], true, nil
}

// Items are the keys and their values, in order.
func (d *Dict) Items() (keys, values []Value) { return d.keys, d.values }

func (d *Dict) remove(t *Thread, key Value) (Value, bool, error) {
	h, err := t.hash(key)
	if err != nil {
		return nil, false, err
	}
	i, ok := d.index[h]
	if !ok {
		return nil, false, nil
	}
	v := d.values[i]
	d.keys, d.values = slices.Delete(d.keys, i, i+1), slices.Delete(d.values, i, i+1)
	delete(d.index, h)
	for k, at := range d.index {
		if at > i {
			d.index[k] = at - 1
		}
	}
	return v, true, t.Spend(len(d.keys) / 8)
}

func (d *Dict) equal(t *Thread, other *Dict) (bool, error) {
	if len(d.keys) != len(other.keys) {
		return false, nil
	}
	if t.depth++; t.depth > MaxDepth {
		return false, &Limit{Kind: Depth, At: t.at}
	}
	defer func() { t.depth-- }()
	for i, key := range d.keys {
		v, found, err := other.Get(t, key)
		if err != nil || !found {
			return false, err
		}
		if same, err := t.Equal(d.values[i], v); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

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

// Index returns v[key].
func (t *Thread) Index(v, key Value) (Value, error) {
	if u, unknown := v.(Unknown); unknown {
		return u, nil
	}
	if u, unknown := anyUnknown(key); unknown {
		return u, nil
	}
	switch x := v.(type) {
	case *List:
		items, one, err := t.pick(x.Items, key, "list")
		if one != nil || err != nil {
			return one, err
		}
		return &List{Items: items}, t.Alloc(len(items))
	case *Tuple:
		items, one, err := t.pick(x.Items, key, "tuple")
		if one != nil || err != nil {
			return one, err
		}
		return &Tuple{Items: items}, t.Alloc(len(items))
	case Str:
		runes := []rune(x.V)
		if err := t.Spend(len(runes) / 8); err != nil {
			return nil, err
		}
		if s, ok := key.(Slice); ok {
			start, step, n, err := s.Within(len(runes))
			if err != nil {
				return nil, err
			}
			picked := make([]rune, n)
			for i := range picked {
				picked[i] = runes[start+i*step]
			}
			return Str{V: string(picked)}, nil
		}
		i, err := position(key, len(runes), "string")
		if err != nil {
			return nil, err
		}
		return Str{V: string(runes[i])}, nil
	case Range:
		items, err := t.Iterate(x)
		if err != nil {
			return nil, err
		}
		picked, one, err := t.pick(items, key, "range object")
		if one != nil || err != nil {
			return one, err
		}
		return &List{Items: picked}, nil
	case *Dict:
		found, ok, err := x.Get(t, key)
		if err != nil || ok {
			return found, err
		}
		text, err := t.Repr(key)
		if err != nil {
			return nil, err
		}
		return nil, Raise("KeyError", text)
	case Indexed:
		if found, err := answered(x.Index(t, key)); found != nil || err != nil {
			return found, err
		}
	case *Instance:
		if method, ok := t.method(x, "__getitem__"); ok {
			return t.callValue(method, Positional(key))
		}
	case *Builtin, *ClassOf:
		return x, nil // a type such as list[int]
	}
	return nil, Raise("TypeError", "'"+v.Class()+"' object is not subscriptable")
}

// pick takes one item, or those of a slice.
func (t *Thread) pick(items []Value, key Value, class string) ([]Value, Value, error) {
	if s, ok := key.(Slice); ok {
		start, step, n, err := s.Within(len(items))
		if err != nil {
			return nil, nil, err
		}
		if err := t.Alloc(n); err != nil {
			return nil, nil, err
		}
		picked := make([]Value, n)
		for i := range picked {
			picked[i] = items[start+i*step]
		}
		return picked, nil, nil
	}
	i, err := position(key, len(items), class)
	if err != nil {
		return nil, nil, err
	}
	return nil, items[i], nil
}

// position is the place of an index among so many items.
func position(key Value, n int, class string) (int, error) {
	i, ok := AsInt(key)
	if !ok {
		switch class {
		case "string":
			return 0, Raise("TypeError", "string indices must be integers, not '"+key.Class()+"'")
		}
		return 0, Raise("TypeError", class+" indices must be integers or slices, not "+key.Class())
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, Raise("IndexError", class+" index out of range")
	}
	return i, nil
}

// Within returns the first index, the step and the number of what a slice takes of n
// items.
func (s Slice) Within(n int) (start, step, count int, err error) {
	get := func(v Value, otherwise int) int {
		if v == nil {
			return otherwise
		}
		i, ok := AsInt(v)
		if !ok {
			err = Raise("TypeError", "slice indices must be integers or None or have an __index__ method")
		}
		return i
	}
	step = get(s.Step, 1)
	if err == nil && step == 0 {
		err = Raise("ValueError", "slice step cannot be zero")
	}
	if err != nil {
		return 0, 1, 0, err
	}
	low, high := 0, n
	if step < 0 {
		low, high = -1, n-1
	}
	bound := func(v Value, otherwise int) int {
		i := get(v, otherwise)
		if v == nil {
			return i
		}
		if i < 0 {
			i += n
		}
		return max(low, min(i, high))
	}
	var stop int
	if step > 0 {
		start, stop = bound(s.Start, 0), bound(s.Stop, n)
		count = (stop - start + step - 1) / step
	} else {
		start, stop = bound(s.Start, n-1), bound(s.Stop, -1)
		count = (start - stop - step - 1) / -step
	}
	return start, step, max(count, 0), err
}

func (t *Thread) setIndex(v, key, item Value) error {
	switch x := v.(type) {
	case Unknown:
		return nil
	case *List:
		if s, ok := key.(Slice); ok {
			start, step, n, err := s.Within(len(x.Items))
			if err != nil {
				return err
			}
			items, err := t.Iterate(item)
			if err != nil {
				return err
			}
			if step == 1 {
				x.Items = slices.Replace(x.Items, start, start+n, slices.Clone(items)...)
				return t.Alloc(len(items))
			}
			if len(items) != n {
				return Raise("ValueError", "attempt to assign sequence of size "+itoa(len(items))+" to extended slice of size "+itoa(n))
			}
			for i := range n {
				x.Items[start+i*step] = items[i]
			}
			return nil
		}
		i, err := position(key, len(x.Items), "list assignment")
		if err != nil {
			if raised := raisedAs(err, "TypeError"); raised != nil {
				raised.Message = "list indices must be integers or slices, not " + key.Class()
			}
			return err
		}
		x.Items[i] = item
		return nil
	case *Dict:
		return x.Set(t, key, item)
	case IndexSetter:
		return x.SetIndex(t, key, item)
	case *Instance:
		if method, ok := t.method(x, "__setitem__"); ok {
			_, err := t.callValue(method, Positional(key, item))
			return err
		}
	}
	return Raise("TypeError", "'"+v.Class()+"' object does not support item assignment")
}

func (t *Thread) delIndex(v, key Value) error {
	switch x := v.(type) {
	case Unknown:
		return nil
	case *List:
		i, err := position(key, len(x.Items), "list assignment")
		if err != nil {
			return err
		}
		x.Items = slices.Delete(x.Items, i, i+1)
		return t.Spend(len(x.Items) / 8)
	case *Dict:
		_, found, err := x.remove(t, key)
		if err != nil || found {
			return err
		}
		text, err := t.Repr(key)
		if err != nil {
			return err
		}
		return Raise("KeyError", text)
	}
	return Raise("TypeError", "'"+v.Class()+"' object doesn't support item deletion")
}

// Attr returns v.name.
func (t *Thread) Attr(v Value, name string) (Value, error) {
	found, err := t.attr(v, name)
	if found != nil || err != nil {
		return found, err
	}
	if m, ok := v.(*Module); ok {
		return Unknown{Why: Lacking, Text: m.Name + "." + name, At: t.at}, nil
	}
	if name == "__class__" || name == "__name__" {
		return Str{V: v.Class()}, nil
	}
	what := "'" + v.Class() + "' object"
	if c, ok := v.(*ClassOf); ok {
		what = "type object '" + c.Name + "'"
	}
	return nil, Raise("AttributeError", what+" has no attribute '"+name+"'")
}

func (t *Thread) attr(v Value, name string) (Value, error) {
	switch x := v.(type) {
	case Unknown:
		if x.Why == Lacking && x.Text != "" && len(x.Text) < 100 {
			x.Text += "." + name
			x.At = t.at
		}
		return x, nil
	case *Module:
		if member, ok := x.Members[name]; ok {
			return member, nil
		}
		if x.Member != nil {
			return x.Member(t, name)
		}
	case *Instance:
		return t.instanceAttr(x, name)
	case superOf:
		return t.superAttr(x, name)
	case *ClassOf:
		if name == "__name__" {
			return Str{V: x.Name}, nil
		}
		if member, ok := x.Member(name); ok {
			if fn, ok := member.(*Function); ok && fn.kind == "classmethod" {
				return bound{x, fn}, nil
			}
			return member, nil
		}
		if u := x.lacks(); u != nil {
			return *u, nil
		}
	case *Builtin:
		if name == "__name__" {
			return Str{V: x.Name}, nil
		}
	case *Function:
		switch name {
		case "__name__":
			return Str{V: x.Name}, nil
		case "__doc__":
			return None{}, nil
		}
	case Attributed:
		return answered(x.Attr(t, name))
	}
	if method := ownMethod(v, name); method != nil {
		return method, nil
	}
	return nil, nil
}

func (t *Thread) setAttr(v Value, name string, item Value) error {
	switch x := v.(type) {
	case Unknown:
		return nil
	case *Instance:
		x.Attrs[name] = item
		return t.Alloc(1)
	case *ClassOf:
		x.Members[name] = item
		return nil
	case *Function:
		return nil
	case AttributeSetter:
		return x.SetAttr(t, name, item)
	}
	return Raise("AttributeError", "'"+v.Class()+"' object has no attribute '"+name+"'")
}
