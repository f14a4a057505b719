package pandas

import (
	"slices"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func newFrame(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("DataFrame", "data=", "index=", "columns=", "dtype=", "copy=")
	if err != nil {
		return nil, err
	}
	f := &Frame{}
	var given []eval.Value
	if b.Has("columns") {
		if given, err = t.Iterate(b.Value("columns")); err != nil {
			return nil, err
		}
	}
	switch data := b.Value("data").(type) {
	case nil, eval.None:
		f.names = given
		for range given {
			f.columns = append(f.columns, column{numbers: array.FromFloats(nil)})
		}
	case *eval.Dict:
		if err := f.fromDict(t, data); err != nil {
			return nil, err
		}
		if given != nil {
			chosen := &Frame{}
			for _, name := range given {
				at := f.find(name)
				if at < 0 {
					return t.Lacks("DataFrame(columns=) with a column that is not in the dict"), nil
				}
				chosen.names, chosen.columns = append(chosen.names, name), append(chosen.columns, f.columns[at])
			}
			f.names, f.columns = chosen.names, chosen.columns
		}
	case *Frame:
		*f = *data
	case *Series:
		name := data.name
		if name == nil {
			name = eval.Int{}
		}
		*f = Frame{names: []eval.Value{name}, columns: []column{data.column}, index: data.index}
	default:
		if err := f.fromRows(t, data); err != nil {
			return nil, err
		}
		if given != nil && len(given) != len(f.columns) {
			return nil, eval.Raise("ValueError", itoa(len(given))+" columns passed, passed data had "+itoa(len(f.columns))+" columns")
		}
		if given != nil {
			f.names = given
		}
	}
	rows := 0
	if len(f.columns) > 0 {
		rows = f.columns[0].len()
	}
	if f.index == nil {
		f.index = counting(rows)
	}
	if b.Has("index") {
		if f.index, err = t.Iterate(b.Value("index")); err != nil {
			return nil, err
		}
		if len(f.index) != rows {
			return nil, eval.Raise("ValueError", "Shape of passed values is ("+itoa(rows)+", "+itoa(len(f.columns))+"), indices imply ("+itoa(len(f.index))+", "+itoa(len(f.columns))+")")
		}
	}
	if b.Has("dtype") {
		dtype, ok := numpy.TypeOf(b.Value("dtype"))
		if !ok {
			return t.Lacks("pandas.DataFrame(dtype=)"), nil
		}
		return f.astype(t, dtype)
	}
	return f, t.Alloc(rows * len(f.columns))
}

// fromDict reads columns by their names; a single number fills its column.
func (f *Frame) fromDict(t *eval.Thread, data *eval.Dict) error {
	keys, values := data.Items()
	rows := -1
	for i, v := range values {
		if _, text := v.(eval.Str); text {
			return t.Lacking("DataFrame of single values")
		}
		if _, number := eval.AsFloat(v); number {
			return t.Lacking("DataFrame of single values")
		}
		c, err := columnOf(t, v)
		if err != nil {
			return err
		}
		if s, ok := v.(*Series); ok && f.index == nil {
			f.index = s.index
		}
		if rows >= 0 && rows != c.len() {
			return eval.Raise("ValueError", "All arrays must be of the same length")
		}
		rows = c.len()
		f.names, f.columns = append(f.names, keys[i]), append(f.columns, c)
	}
	return nil
}

// fromRows reads a list of rows, of dicts, or an array.
func (f *Frame) fromRows(t *eval.Thread, data eval.Value) error {
	items := []eval.Value{}
	switch data := data.(type) {
	case *eval.List:
		items = data.Items
	case *eval.Tuple:
		items = data.Items
	}
	rowsOfTexts := false
	for _, item := range items {
		switch item := item.(type) {
		case *eval.Dict:
			return f.fromRecords(t, items)
		case *eval.List:
			rowsOfTexts = rowsOfTexts || slices.ContainsFunc(item.Items, isText)
		case *eval.Tuple:
			rowsOfTexts = rowsOfTexts || slices.ContainsFunc(item.Items, isText)
		case eval.Str:
			f.names, f.columns = []eval.Value{eval.Int{}}, []column{{texts: items}}
			return nil
		}
	}
	if rowsOfTexts {
		var rows [][]eval.Value
		for _, item := range items {
			row, err := t.Iterate(item)
			if err != nil {
				return err
			}
			if len(rows) > 0 && len(row) != len(rows[0]) {
				return t.Lacking("DataFrame of rows of different lengths")
			}
			rows = append(rows, row)
		}
		for j := range rows[0] {
			var values []eval.Value
			for _, row := range rows {
				values = append(values, row[j])
			}
			c, err := columnOf(t, &eval.List{Items: values})
			if err != nil {
				return err
			}
			f.names, f.columns = append(f.names, eval.Int{V: int64(j)}), append(f.columns, c)
		}
		return nil
	}
	a, err := numpy.Of(t, data)
	if err != nil {
		return err
	}
	if len(a.Shape()) == 1 {
		if a, err = a.ExpandDims(1); err != nil {
			return numpy.Failed(t, err)
		}
	}
	if len(a.Shape()) != 2 {
		return eval.Raise("ValueError", "Must pass 2-d input. shape="+array.Tuple(a.Shape()))
	}
	for j := range a.Shape()[1] {
		c, err := a.Get(array.Index{Kind: array.Range}, array.Index{Kind: array.One, At: j})
		if err != nil {
			return numpy.Failed(t, err)
		}
		c = c.Copy()
		// Of lists each column has the type of its own numbers.
		if len(items) > 0 && c.DType() == array.Float64 && wholeColumn(t, items, j) {
			c = c.AsType(array.Int64)
		}
		f.names, f.columns = append(f.names, eval.Int{V: int64(j)}), append(f.columns, column{numbers: c})
	}
	return nil
}

// wholeColumn says whether a column of a list of rows has whole numbers only.
func wholeColumn(t *eval.Thread, rows []eval.Value, j int) bool {
	for _, row := range rows {
		cells, err := t.Iterate(row)
		if err != nil || j >= len(cells) {
			return false
		}
		if _, ok := eval.AsInt(cells[j]); !ok {
			return false
		}
	}
	return true
}

func isText(v eval.Value) bool {
	_, text := v.(eval.Str)
	return text
}

func (f *Frame) fromRecords(t *eval.Thread, records []eval.Value) error {
	first, ok := records[0].(*eval.Dict)
	if !ok {
		return t.Lacking("DataFrame of such a list")
	}
	keys, _ := first.Items()
	for _, key := range keys {
		var values []eval.Value
		for _, record := range records {
			d, ok := record.(*eval.Dict)
			if !ok {
				return t.Lacking("DataFrame of such a list")
			}
			v, found, err := d.Get(t, key)
			if err != nil {
				return err
			}
			if !found {
				v = eval.None{}
			}
			values = append(values, v)
		}
		c, err := columnOf(t, &eval.List{Items: values})
		if err != nil {
			return err
		}
		f.names, f.columns = append(f.names, key), append(f.columns, c)
	}
	return nil
}
