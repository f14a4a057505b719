package eval

import "strings"

// record is an object of a collections.namedtuple.
type record struct {
	name   string
	fields []string
	Tuple
}

// Class returns the name of the type.
func (r *record) Class() string { return r.name }

// namedTuple is collections.namedtuple: a function that makes objects of the fields.
func namedTuple(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("namedtuple", "typename", "field_names", "*", "defaults=", "rename=", "module=")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("typename"))
	var fields []string
	if text, ok := AsStr(b.Value("field_names")); ok {
		fields = strings.Fields(strings.ReplaceAll(text, ",", " "))
	} else {
		items, err := t.Iterate(b.Value("field_names"))
		if err != nil {
			return nil, err
		}
		for _, item := range items {
			field, _ := AsStr(item)
			fields = append(fields, field)
		}
	}
	var defaults []Value
	if b.Has("defaults") {
		if defaults, err = t.Iterate(b.Value("defaults")); err != nil {
			return nil, err
		}
	}
	signature := append([]string(nil), fields...)
	for i := max(0, len(fields)-len(defaults)); i < len(fields); i++ {
		signature[i] += "="
	}
	made := NewBuiltin(name, func(_ *Thread, args *Args) (Value, error) {
		b, err := args.Bind(name+".__new__", signature...)
		if err != nil {
			return nil, err
		}
		r := &record{name: name, fields: fields}
		for i, field := range fields {
			v := b.Value(field)
			if v == nil {
				v = defaults[i-len(fields)+len(defaults)]
			}
			r.Items = append(r.Items, v)
		}
		return r, t.Alloc(len(fields))
	})
	made.TakesUnknown = true
	return made, nil
}

// Attr is a field, or what all such objects have.
func (r *record) Attr(t *Thread, name string) (Value, error) {
	for i, field := range r.fields {
		if field == name {
			return r.Items[i], nil
		}
	}
	switch name {
	case "_fields":
		fields := &Tuple{}
		for _, field := range r.fields {
			fields.Items = append(fields.Items, Str{V: field})
		}
		return fields, nil
	case "_asdict":
		return NewBuiltin(name, func(*Thread, *Args) (Value, error) {
			d := NewDict()
			for i, field := range r.fields {
				d.Put(field, r.Items[i])
			}
			return d, nil
		}), nil
	case "_replace":
		return NewBuiltin(name, func(_ *Thread, args *Args) (Value, error) {
			other := &record{name: r.name, fields: r.fields, Tuple: Tuple{Items: append([]Value(nil), r.Items...)}}
			for _, arg := range args.List {
				for i, field := range r.fields {
					if field == arg.Name {
						other.Items[i] = arg.Value
					}
				}
			}
			return other, nil
		}), nil
	case "count", "index":
		return t.Attr(&r.Tuple, name)
	}
	return nil, nil
}

// Iterate gives its parts.
func (r *record) Iterate(*Thread) ([]Value, error) { return r.Items, nil }

// Len is how many parts there are.
func (r *record) Len() (int, error) { return len(r.Items), nil }

// Index is a part by its place.
func (r *record) Index(t *Thread, key Value) (Value, error) { return t.Index(&r.Tuple, key) }

// Binary is that of a tuple.
func (r *record) Binary(t *Thread, operator string, other Value, reflected bool) (Value, error) {
	if o, ok := other.(*record); ok {
		other = &o.Tuple
	}
	if reflected {
		return t.Binary(operator, other, &r.Tuple)
	}
	return t.Binary(operator, &r.Tuple, other)
}

// Repr is Point(x=1, y=2).
func (r *record) Repr(t *Thread) (string, error) {
	var parts []string
	for i, field := range r.fields {
		text, err := t.Repr(r.Items[i])
		if err != nil {
			return "", err
		}
		parts = append(parts, field+"="+text)
	}
	return r.name + "(" + strings.Join(parts, ", ") + ")", nil
}

// Str is its Repr.
func (r *record) Str(t *Thread) (string, error) { return r.Repr(t) }
