package pandas

import (
	"errors"
	"slices"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// Frame is a DataFrame: columns of one length with their names, and labels of the
// rows.
type Frame struct {
	names   []eval.Value
	columns []column
	index   []eval.Value
	// path is that of the file which the data at hand stands for. Of a column that
	// the file may have and the data has not nothing is known.
	path string
}

// lost is what a column that is not there is: outside where the table stands for a
// file, else pandas's error.
func (f *Frame) lost(t *eval.Thread, message string) (eval.Value, error) {
	if f.path != "" {
		return eval.Unknown{Why: eval.Outside, Text: f.path, At: t.Here()}, nil
	}
	return nil, eval.Raise("KeyError", message)
}

var _ interface {
	eval.Attributed
	eval.Indexed
	eval.IndexSetter
	eval.Operand
	eval.Iterable
	eval.Sized
	eval.Truthy
	eval.Printable
	eval.Array
} = (*Frame)(nil)

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

// find is the place of a column, -1 for none.
func (f *Frame) find(name eval.Value) int { return find(f.names, name) }

// column is a column as a series.
func (f *Frame) column(at int) *Series {
	return &Series{column: f.columns[at], index: f.index, name: f.names[at]}
}

// Class is the name of the type.
func (*Frame) Class() string { return "pandas.DataFrame" }

// Shape is the number of rows and of columns.
func (f *Frame) Shape() []int { return []int{len(f.index), len(f.columns)} }

// matrix is the table as an array; ok is false where there are texts in it.
func (f *Frame) matrix() (a *array.Array, ok bool) {
	if len(f.columns) == 0 {
		return array.FromFloats(nil), false
	}
	var all []*array.Array
	for _, c := range f.columns {
		if c.numbers == nil {
			return nil, false
		}
		all = append(all, c.numbers)
	}
	a, err := array.ColumnStack(all)
	return a, err == nil
}

// DType is the type of the elements of its array.
func (f *Frame) DType() string {
	if a, ok := f.matrix(); ok {
		return a.DType().String()
	}
	return "object"
}

// Floats are its numbers, row by row.
func (f *Frame) Floats() []float64 {
	if a, ok := f.matrix(); ok {
		return a.Floats()
	}
	return make([]float64, len(f.index)*len(f.columns))
}

// Origins are the places of their literals.
func (f *Frame) Origins() []python.Span {
	if a, ok := f.matrix(); ok {
		return a.Places()
	}
	return nil
}

// Len is the number of rows.
func (f *Frame) Len() (int, error) { return len(f.index), nil }

// Truth is ambiguous.
func (f *Frame) Truth() (bool, error) {
	return false, eval.Raise("ValueError", "The truth value of a DataFrame is ambiguous. Use a.empty, a.item(), a.any() or a.all().")
}

// Iterate are the names of the columns.
func (f *Frame) Iterate(*eval.Thread) ([]eval.Value, error) { return f.names, nil }

// TakeRows are the rows at places.
func (f *Frame) TakeRows(t *eval.Thread, order []int64) (eval.Value, error) {
	if err := t.Alloc(len(order) * len(f.columns)); err != nil {
		return nil, err
	}
	part := &Frame{names: f.names, index: takeLabels(f.index, order), path: f.path}
	for _, c := range f.columns {
		taken, err := c.take(order)
		if err != nil {
			return nil, numpy.Failed(t, err)
		}
		part.columns = append(part.columns, taken)
	}
	return part, nil
}

// Index is df["x"], df[["x", "y"]], df[mask] or df[a:b].
func (f *Frame) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if isMask(key) {
		order, err := masked(t, key, len(f.index))
		if err != nil {
			return nil, err
		}
		return f.TakeRows(t, order)
	}
	switch key := key.(type) {
	case eval.Slice:
		order, err := sliced(t, key, len(f.index))
		if err != nil {
			return nil, err
		}
		return f.TakeRows(t, order)
	case *eval.List, *labels:
		wanted, err := t.Iterate(key)
		if err != nil {
			return nil, err
		}
		return f.choose(t, wanted)
	}
	at := f.find(key)
	if at < 0 {
		text, err := t.Repr(key)
		if err != nil {
			return nil, err
		}
		return f.lost(t, text)
	}
	return f.column(at), nil
}

// choose is the table of some columns.
func (f *Frame) choose(t *eval.Thread, wanted []eval.Value) (eval.Value, error) {
	part := &Frame{index: f.index, path: f.path}
	var lost []eval.Value
	for _, name := range wanted {
		at := f.find(name)
		if at < 0 {
			lost = append(lost, name)
			continue
		}
		part.names, part.columns = append(part.names, f.names[at]), append(part.columns, f.columns[at])
	}
	if lost == nil {
		return part, nil
	}
	text, err := t.Repr(&eval.List{Items: lost})
	if err != nil {
		return nil, err
	}
	if len(lost) < len(wanted) {
		return f.lost(t, "\""+text+" not in index\"")
	}
	names := &labels{lost}
	if text, err = names.Repr(t); err != nil {
		return nil, err
	}
	return f.lost(t, "\"None of ["+text+"] are in the [columns]\"")
}

// SetIndex is df["x"] = values.
func (f *Frame) SetIndex(t *eval.Thread, key, v eval.Value) error {
	rows := len(f.index)
	var c column
	if number, ok := eval.AsFloat(v); ok {
		dtype := array.Float64
		if _, whole := eval.AsInt(v); whole {
			dtype = array.Int64
		}
		full, err := array.Full(dtype, array.Float(number), rows)
		if err != nil {
			return numpy.Failed(t, err)
		}
		c = column{numbers: full}
	} else {
		given, err := columnOf(t, v)
		var instead *eval.Instead
		if errors.As(err, &instead) {
			return eval.Raise("NotImplementedError", "this page has columns of numbers and of texts")
		}
		if err != nil {
			return err
		}
		c = given
		if c.len() != rows && len(f.columns) > 0 {
			return eval.Raise("ValueError", "Length of values ("+itoa(c.len())+") does not match length of index ("+itoa(rows)+")")
		}
	}
	if len(f.columns) == 0 {
		f.index = counting(c.len())
	}
	if at := f.find(key); at >= 0 {
		f.columns[at] = c
		return nil
	}
	f.names, f.columns = append(slices.Clone(f.names), key), append(slices.Clone(f.columns), c)
	return nil
}

// Binary computes with an operator, column by column.
func (f *Frame) Binary(t *eval.Thread, operator string, other eval.Value, reflected bool) (eval.Value, error) {
	result := &Frame{names: f.names, index: f.index}
	if _, number := eval.AsFloat(other); !number {
		s, ok := other.(*Series)
		if !ok || len(s.index) != len(f.names) || !slices.EqualFunc(s.index, f.names, sameLabel) {
			return t.Lacks("arithmetic of a DataFrame with a " + other.Class()), nil
		}
	}
	for i := range f.columns {
		value := other
		if s, ok := other.(*Series); ok {
			var err error
			if value, err = s.at(t, i); err != nil {
				return nil, err
			}
		}
		v, err := f.column(i).Binary(t, operator, value, reflected)
		if err != nil {
			return nil, err
		}
		s, ok := v.(*Series)
		if !ok {
			return v, nil
		}
		result.columns = append(result.columns, s.column)
	}
	return result, nil
}

func (f *Frame) astype(t *eval.Thread, dtype array.DType) (eval.Value, error) {
	result := &Frame{names: f.names, index: f.index}
	for _, c := range f.columns {
		if c.numbers == nil {
			return t.Lacks("pandas.DataFrame.astype of texts"), nil
		}
		result.columns = append(result.columns, column{numbers: c.numbers.AsType(dtype)})
	}
	return result, t.Alloc(len(f.index) * len(f.columns))
}

var sampleSignature = []string{"n=", "frac=", "replace=", "weights=", "random_state=", "axis=", "ignore_index="}

// sample draws rows as pandas does.
func sample(t *eval.Thread, b eval.Bound, rows int, take func(t *eval.Thread, order []int64) (eval.Value, error)) (eval.Value, error) {
	if b.Has("weights") || b.Has("axis") || b.Bool("ignore_index", false) {
		return t.Lacks("pandas sample with such arguments"), nil
	}
	n, err := b.Int("n", 1)
	if err != nil {
		return nil, err
	}
	if b.Has("frac") {
		share, err := b.Float("frac", 1)
		if err != nil {
			return nil, err
		}
		n = int(roundHalfEven(share * float64(rows)))
	}
	replace := b.Bool("replace", false)
	if n < 0 || n > rows && !replace {
		return nil, eval.Raise("ValueError", "Cannot take a larger sample than population when 'replace=False'")
	}
	if err := t.Alloc(rows + n); err != nil {
		return nil, err
	}
	source := random.Source(nil)
	if b.Has("random_state") {
		if source, err = numpy.NewState(t, b.Value("random_state")); err != nil {
			return nil, err
		}
	} else {
		source = numpy.State(t, "sample")
	}
	var order []int64
	if replace {
		for range n {
			order = append(order, int64(source.Upto(uint64(rows-1))))
		}
	} else {
		order = random.Choose(source, rows, n, true)
	}
	return take(t, order)
}

func concat(t *eval.Thread, _ *eval.Args) (eval.Value, error) {
	return t.Lacks("pandas.concat"), nil
}
