package eval

import "slices"

// Dict is a dictionary, in the order in which its keys came.
type Dict struct {
	keys, values []Value
	index        map[any]int
	// factory makes the value of a key that is missing, nil for a plain dict; counts is set
	// for a Counter.
	factory Value
	counts  bool
}

// NewDict returns an empty dictionary.
func NewDict() *Dict { return &Dict{index: map[any]int{}} }

// Class returns the name of the type.
func (d *Dict) Class() string {
	switch {
	case d.factory != nil:
		return "collections.defaultdict"
	case d.counts:
		return "Counter"
	}
	return "dict"
}

// Len is how many keys there are.
func (d *Dict) Len() (int, error) { return len(d.keys), nil }

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

// inOrder is a dictionary with its keys in Python's order.
func (d *Dict) inOrder(t *Thread) (*Dict, error) {
	keys, err := t.sorted(d.keys, nil, false)
	if err != nil {
		return nil, err
	}
	sorted := NewDict()
	for _, key := range keys {
		v, _, err := d.Get(t, key)
		if err != nil {
			return nil, err
		}
		if err := sorted.Set(t, key, v); err != nil {
			return nil, err
		}
	}
	return sorted, nil
}

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

func dictType(t *Thread, args *Args) (Value, error) {
	d := NewDict()
	for _, arg := range args.List {
		if arg.Name != "" {
			d.Put(arg.Name, arg.Value)
			continue
		}
		if other, ok := arg.Value.(*Dict); ok {
			for i, key := range other.keys {
				if err := d.Set(t, key, other.values[i]); err != nil {
					return nil, err
				}
			}
			continue
		}
		pairs, err := t.Iterate(arg.Value)
		if err != nil {
			return nil, err
		}
		for i, pair := range pairs {
			kv, err := t.Iterate(pair)
			if err != nil {
				return nil, err
			}
			if len(kv) != 2 {
				return nil, Raise("ValueError", "dictionary update sequence element #"+itoa(i)+" has length "+itoa(len(kv))+"; 2 is required")
			}
			if err := d.Set(t, kv[0], kv[1]); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

func dictMethod(d *Dict, name string) method {
	bind := func(signature []string, do func(t *Thread, b Bound) (Value, error)) method {
		return func(t *Thread, args *Args) (Value, error) {
			b, err := args.Bind("dict."+name, signature...)
			if err != nil {
				return nil, err
			}
			return do(t, b)
		}
	}
	if d.counts {
		if own := counterMethod(d, name); own != nil {
			return own
		}
	}
	switch name {
	case "get", "setdefault", "pop":
		return bind([]string{"key", "default="}, func(t *Thread, b Bound) (Value, error) {
			var v Value
			var found bool
			var err error
			if name == "pop" {
				v, found, err = d.remove(t, b.Value("key"))
			} else {
				v, found, err = d.Get(t, b.Value("key"))
			}
			otherwise := b.Value("default")
			switch {
			case err != nil || found:
				return v, err
			case name == "pop" && otherwise == nil:
				text, err := t.Repr(b.Value("key"))
				if err != nil {
					return nil, err
				}
				return nil, Raise("KeyError", text)
			case otherwise == nil:
				otherwise = None{}
			}
			if name == "setdefault" {
				err = d.Set(t, b.Value("key"), otherwise)
			}
			return otherwise, err
		})
	case "keys", "values", "items":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			list := &List{}
			for i, key := range d.keys {
				switch name {
				case "keys":
					list.Items = append(list.Items, key)
				case "values":
					list.Items = append(list.Items, d.values[i])
				default:
					list.Items = append(list.Items, &Tuple{Items: []Value{key, d.values[i]}})
				}
			}
			return &view{list, "dict_" + name}, t.Alloc(len(list.Items))
		})
	case "update":
		return func(t *Thread, args *Args) (Value, error) {
			for _, arg := range args.List {
				if other, ok := arg.Value.(*Dict); ok && arg.Name == "" {
					for i, key := range other.keys {
						if err := d.Set(t, key, other.values[i]); err != nil {
							return nil, err
						}
					}
				} else if arg.Name != "" {
					d.Put(arg.Name, arg.Value)
				}
			}
			return None{}, nil
		}
	case "copy":
		return bind(nil, func(t *Thread, _ Bound) (Value, error) {
			c := NewDict()
			c.factory, c.counts = d.factory, d.counts
			for i, key := range d.keys {
				if err := c.Set(t, key, d.values[i]); err != nil {
					return nil, err
				}
			}
			return c, nil
		})
	case "clear":
		return bind(nil, func(*Thread, Bound) (Value, error) { *d = *NewDict(); return None{}, nil })
	}
	return nil
}

// view is what keys, values and items of a dictionary give.
type view struct {
	list  *List
	class string
}

func (v *view) Class() string { return v.class }

// Iterate returns its items.
func (v *view) Iterate(*Thread) ([]Value, error) { return v.list.Items, nil }

// Len is how many there are.
func (v *view) Len() (int, error) { return len(v.list.Items), nil }

// Repr writes it as Python does.
func (v *view) Repr(t *Thread) (string, error) {
	text, err := t.Repr(v.list)
	return v.class + "(" + text + ")", err
}

// Str is its Repr.
func (v *view) Str(t *Thread) (string, error) { return v.Repr(t) }
