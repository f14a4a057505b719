package pandas

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func roundHalfEven(v float64) float64 { return math.RoundToEven(v) }

// Attr is an attribute, a method, or a column.
func (f *Frame) Attr(t *eval.Thread, name string) (eval.Value, error) {
	rows := len(f.index)
	switch name {
	case "shape":
		return &eval.Tuple{Items: []eval.Value{eval.Int{V: int64(rows)}, eval.Int{V: int64(len(f.columns))}}}, nil
	case "size":
		return eval.Int{V: int64(rows * len(f.columns))}, nil
	case "ndim":
		return eval.Int{V: 2}, nil
	case "empty":
		return eval.Bool{V: rows*len(f.columns) == 0}, nil
	case "columns":
		return &labels{f.names}, nil
	case "index":
		return &labels{f.index}, nil
	case "iloc":
		return &locator{frame: f}, nil
	case "loc":
		return &locator{frame: f, labels: true}, nil
	case "values":
		return f.array(t, eval.Bound{})
	case "to_numpy":
		return function(name, f.array, "dtype=", "copy=", "na_value=")
	case "head", "tail":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			n, err := b.Int("n", 5)
			if err != nil {
				return nil, err
			}
			if name == "tail" {
				return f.TakeRows(t, tail(n, rows))
			}
			return f.TakeRows(t, head(n, rows))
		}, "n=")
	case "copy":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) { return f.TakeRows(t, head(rows, rows)) }, "deep=")
	case "drop":
		return function(name, f.drop, "labels=", "*", "axis=", "index=", "columns=", "inplace=")
	case "pop":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			at := f.find(b.Value("item"))
			if at < 0 {
				return nil, missing(t, b.Value("item"))
			}
			s := f.column(at)
			f.names, f.columns = slices.Delete(slices.Clone(f.names), at, at+1), slices.Delete(slices.Clone(f.columns), at, at+1)
			return s, nil
		}, "item")
	case "rename":
		return function(name, f.rename, "columns=", "inplace=")
	case "astype":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			dtype, ok := numpy.TypeOf(b.Value("dtype"))
			if !ok {
				return t.Lacks("pandas.DataFrame.astype"), nil
			}
			return f.astype(t, dtype)
		}, "dtype")
	case "sample":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) { return sample(t, b, rows, f.TakeRows) }, sampleSignature...)
	case "reset_index":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			if !b.Bool("drop", false) || b.Bool("inplace", false) {
				return t.Lacks("pandas.DataFrame.reset_index()"), nil
			}
			return &Frame{names: f.names, columns: f.columns, index: counting(rows)}, nil
		}, "drop=", "inplace=")
	case "dropna":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			if b.Bool("inplace", false) {
				return t.Lacks("pandas.DataFrame.dropna(inplace=)"), nil
			}
			order := []int64{}
			for i := range rows {
				if !f.lacksAt(i) {
					order = append(order, int64(i))
				}
			}
			return f.TakeRows(t, order)
		}, "inplace=")
	case "isnull", "isna":
		return function(name, func(*eval.Thread, eval.Bound) (eval.Value, error) {
			result := &Frame{names: f.names, index: f.index}
			for _, c := range f.columns {
				is, err := array.New(array.Bool, rows)
				if err == nil && c.numbers != nil {
					is, err = array.Unary("isnan", c.numbers)
				}
				if err != nil {
					return nil, err
				}
				result.columns = append(result.columns, column{numbers: is})
			}
			return result, nil
		})
	case "describe":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) {
			result := &Frame{index: statisticLabels()}
			for i, c := range f.columns {
				if c.numbers == nil || c.numbers.DType() == array.Bool {
					continue
				}
				values, err := described(t, c)
				if err != nil {
					return nil, numpy.Failed(t, err)
				}
				result.names, result.columns = append(result.names, f.names[i]), append(result.columns, column{numbers: array.FromFloats(values)})
			}
			return result, nil
		})
	case "round":
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			rounded := &Frame{names: f.names, index: f.index}
			for i, c := range f.columns {
				if c.numbers != nil {
					method, err := t.Attr(f.column(i), "round")
					if err != nil {
						return nil, err
					}
					v, err := t.CallWith(method, args)
					s, ok := v.(*Series)
					if !ok || err != nil {
						return t.Lacks("pandas.DataFrame.round"), err
					}
					c.numbers = s.numbers
				}
				rounded.columns = append(rounded.columns, c)
			}
			return rounded, nil
		}), nil
	case "plot", "hist", "boxplot":
		return eval.Unknown{Why: eval.Drawn, Text: "pandas"}, nil
	case "info":
		return t.Lacks("pandas.DataFrame.info()"), nil
	}
	if as, ok := reductions[name]; ok {
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			if axis, err := b.Int("axis", 0); err != nil || axis != 0 {
				return t.Lacks("pandas.DataFrame." + name + "(axis=1)"), nil
			}
			ddof, err := b.Int("ddof", 1)
			if err != nil {
				return nil, err
			}
			result := &Series{}
			var all []*array.Array
			for i, c := range f.columns {
				if c.numbers == nil {
					if b.Bool("numeric_only", false) {
						continue
					}
					return t.Lacks("pandas.DataFrame." + name + " of texts"), nil
				}
				v, err := c.reduced(t, as, ddof)
				if err != nil {
					return nil, numpy.Failed(t, err)
				}
				all, result.index = append(all, v.AsArray()), append(result.index, f.names[i])
			}
			joined, err := array.HStack(all)
			result.numbers = joined
			if err != nil {
				return nil, numpy.Failed(t, err)
			}
			return result, nil
		}, "axis=", "skipna=", "numeric_only=", "ddof=")
	}
	if at := f.find(eval.Str{V: name}); at >= 0 {
		return f.column(at), nil
	}
	if f.path != "" {
		return f.lost(t, "")
	}
	return t.Lacks("pandas.DataFrame." + name), nil
}

// lacksAt says whether a row has a missing number.
func (f *Frame) lacksAt(row int) bool {
	for _, c := range f.columns {
		if c.numbers == nil || !c.numbers.DType().Floating() {
			continue
		}
		cell, err := c.numbers.Get(array.Index{Kind: array.One, At: row})
		if err == nil && math.IsNaN(cell.Floats()[0]) {
			return true
		}
	}
	return false
}

func (f *Frame) array(t *eval.Thread, b eval.Bound) (eval.Value, error) {
	a, ok := f.matrix()
	if !ok {
		return t.Lacks("numpy.array of texts"), nil
	}
	if b.Has("dtype") {
		dtype, ok := numpy.TypeOf(b.Value("dtype"))
		if !ok {
			return t.Lacks("pandas.DataFrame.to_numpy(dtype=)"), nil
		}
		a = a.AsType(dtype)
	}
	return numpy.Wrap(t, a, nil)
}

// drop leaves out columns, or rows by their labels.
func (f *Frame) drop(t *eval.Thread, b eval.Bound) (eval.Value, error) {
	wanted := b.Value("columns")
	if wanted == nil {
		wanted = b.Value("labels")
		axis := b.Value("axis")
		text, _ := eval.AsStr(axis)
		n, _ := eval.AsInt(axis)
		if wanted == nil || axis == nil || n != 1 && text != "columns" {
			return t.Lacks("pandas.DataFrame.drop of rows"), nil
		}
	}
	names := []eval.Value{wanted}
	if list, ok := wanted.(*eval.List); ok {
		names = list.Items
	}
	rest := &Frame{names: slices.Clone(f.names), columns: slices.Clone(f.columns), index: f.index, path: f.path}
	for _, name := range names {
		at := rest.find(name)
		if at < 0 {
			text, err := t.Repr(&eval.List{Items: names})
			if err != nil {
				return nil, err
			}
			return f.lost(t, "\""+text+" not found in axis\"")
		}
		rest.names, rest.columns = slices.Delete(rest.names, at, at+1), slices.Delete(rest.columns, at, at+1)
	}
	if b.Bool("inplace", false) {
		*f = *rest
		return eval.None{}, nil
	}
	return rest, nil
}

func (f *Frame) rename(t *eval.Thread, b eval.Bound) (eval.Value, error) {
	d, ok := b.Value("columns").(*eval.Dict)
	if !ok {
		return t.Lacks("pandas.DataFrame.rename"), nil
	}
	result := &Frame{names: slices.Clone(f.names), columns: f.columns, index: f.index}
	for i, name := range result.names {
		v, found, err := d.Get(t, name)
		if err != nil {
			return nil, err
		}
		if found {
			result.names[i] = v
		}
	}
	if b.Bool("inplace", false) {
		*f = *result
		return eval.None{}, nil
	}
	return result, nil
}

// SetAttr is df.columns = [...].
func (f *Frame) SetAttr(t *eval.Thread, name string, v eval.Value) error {
	if name != "columns" {
		return f.SetIndex(t, eval.Str{V: name}, v)
	}
	names, err := t.Iterate(v)
	if err != nil {
		return err
	}
	if len(names) != len(f.columns) {
		return eval.Raise("ValueError", "Length mismatch: Expected axis has "+itoa(len(f.columns))+" elements, new values have "+itoa(len(names))+" elements")
	}
	f.names = names
	return nil
}
