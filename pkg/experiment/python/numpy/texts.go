package numpy

import "firstneuron/pkg/experiment/python/eval"

// Texts is an array of texts, as a file that is cut at its commas gives one: what becomes
// numbers by astype. It has one axis or two.
type Texts struct{ rows []eval.Value }

// textsOf returns the texts of a list of texts, or of rows of them; ok is false for any
// other.
func textsOf(v eval.Value) (texts *Texts, ok bool) {
	items, ok := itemsOf(v)
	if !ok || len(items) == 0 {
		return nil, false
	}
	texts = &Texts{}
	for _, item := range items {
		switch {
		case isText(item):
			texts.rows = append(texts.rows, item)
		default:
			row, is := itemsOf(item)
			if !is || len(row) == 0 || !isText(row[0]) {
				return nil, false
			}
			for _, one := range row {
				if !isText(one) {
					return nil, false
				}
			}
			texts.rows = append(texts.rows, &Texts{row})
		}
		if isText(texts.rows[0]) != isText(item) {
			return nil, false
		}
	}
	if first, rows := texts.rows[0].(*Texts); rows {
		for _, row := range texts.rows {
			if len(row.(*Texts).rows) != len(first.rows) {
				return nil, false
			}
		}
	}
	return texts, true
}

func isTexts(v eval.Value) bool {
	_, ok := v.(*Texts)
	return ok
}

func isText(v eval.Value) bool {
	_, ok := v.(eval.Str)
	return ok
}

func itemsOf(v eval.Value) ([]eval.Value, bool) {
	switch v := v.(type) {
	case *eval.List:
		return v.Items, true
	case *eval.Tuple:
		return v.Items, true
	case *Texts:
		return v.rows, true
	}
	return nil, false
}

// numbers makes floats of the texts, as float does. NumPy calls a text otherwise where it
// was an array's, array says which.
func (x *Texts) numbers(t *eval.Thread, array bool) (eval.Value, error) {
	list := &eval.List{}
	for _, item := range x.rows {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		var made eval.Value
		switch item := item.(type) {
		case *Texts:
			row, err := item.numbers(t, array)
			if err != nil {
				return nil, err
			}
			made = row
		case eval.Str:
			f, ok := parseFloat(item.V)
			if !ok {
				text := quoted(t, item)
				if array {
					text = "np.str_(" + text + ")"
				}
				return nil, eval.Raise("ValueError", "could not convert string to float: "+text)
			}
			made = eval.Float{V: f, From: item.From}
		}
		list.Items = append(list.Items, made)
	}
	return list, t.Alloc(len(list.Items))
}

// Class returns the name of the type.
func (*Texts) Class() string { return "numpy.ndarray" }

// shape is how many there are along each axis.
func (x *Texts) shape() *eval.Tuple {
	shape := &eval.Tuple{Items: []eval.Value{eval.Int{V: int64(len(x.rows))}}}
	if row, ok := x.rows[0].(*Texts); ok {
		shape.Items = append(shape.Items, eval.Int{V: int64(len(row.rows))})
	}
	return shape
}

// Attr is what programs do with texts before they are numbers.
func (x *Texts) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "shape":
		return x.shape(), nil
	case "ndim":
		return eval.Int{V: int64(len(x.shape().Items))}, nil
	case "astype":
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if len(args.List) == 0 {
				return nil, eval.Raise("TypeError", "astype() missing required argument 'dtype' (pos 0)")
			}
			dtype := args.List[0]
			dtype.Name = "dtype"
			return makeArray("array")(t, &eval.Args{Span: args.Span, Callee: args.Callee, List: []eval.Arg{{Value: x}, dtype}})
		}), nil
	case "T":
		first, ok := x.rows[0].(*Texts)
		if !ok {
			return x, nil
		}
		turned := &Texts{}
		for i := range first.rows {
			column := &Texts{}
			for _, row := range x.rows {
				column.rows = append(column.rows, row.(*Texts).rows[i])
			}
			turned.rows = append(turned.rows, column)
		}
		return turned, t.Alloc(len(first.rows) * len(x.rows))
	}
	return t.Lacks("numpy.ndarray of texts ." + name), nil
}

// Len is how many there are along the first axis.
func (x *Texts) Len() (int, error) { return len(x.rows), nil }

// Iterate gives what there is along the first axis.
func (x *Texts) Iterate(*eval.Thread) ([]eval.Value, error) { return x.rows, nil }

// Index picks along the first axis, or a column by [:, 0].
func (x *Texts) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if both, ok := key.(*eval.Tuple); ok && len(both.Items) == 2 {
		if _, rows := x.rows[0].(*Texts); !rows {
			return nil, eval.Raise("IndexError", "too many indices for array: array is 1-dimensional, but 2 were indexed")
		}
		column, whole := eval.AsInt(both.Items[1])
		picked, err := x.Index(t, both.Items[0])
		if err != nil || !whole {
			return t.Lacks("numpy.ndarray of texts"), err
		}
		part, ok := picked.(*Texts)
		if !ok {
			return t.Lacks("numpy.ndarray of texts"), nil
		}
		if _, two := part.rows[0].(*Texts); !two {
			return t.Index(&eval.List{Items: part.rows}, eval.Int{V: int64(column)})
		}
		one := &Texts{}
		for _, row := range part.rows {
			item, err := t.Index(&eval.List{Items: row.(*Texts).rows}, eval.Int{V: int64(column)})
			if err != nil {
				return nil, err
			}
			one.rows = append(one.rows, item)
		}
		return one, nil
	}
	picked, err := t.Index(&eval.List{Items: x.rows}, key)
	if list, ok := picked.(*eval.List); ok {
		if len(list.Items) == 0 {
			return t.Lacks("numpy.ndarray of texts"), nil
		}
		return &Texts{list.Items}, err
	}
	return picked, err
}

// Str is its Repr, which the page has not.
func (*Texts) Str(t *eval.Thread) (string, error) { return "", t.Lacking("numpy.ndarray of texts") }

// Repr is not known.
func (*Texts) Repr(t *eval.Thread) (string, error) { return "", t.Lacking("numpy.ndarray of texts") }
