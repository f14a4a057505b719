package eval

import "slices"

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
		switch {
		case err != nil || ok:
			return found, err
		case x.counts:
			return Int{}, nil
		case x.factory != nil:
			if found, err = t.Call(x.factory); err != nil {
				return nil, err
			}
			return found, x.Set(t, key, found)
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
