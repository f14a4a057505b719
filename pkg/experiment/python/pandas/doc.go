// Package pandas is what first programs use of pandas, for package eval: DataFrame of
// dicts, lists and arrays, its columns as Series, head, tail, describe, values,
// to_numpy, iloc, loc by label, masks, drop, rename, sample, arithmetic and
// reductions, printed as pandas prints them. Columns of numbers and of texts.
//
// read_csv of an io.StringIO reads that text, and else means the data at hand: [Module] is given a function that hands it over by
// the path that the program names. Where there is none, the table is an
// [eval.Unknown] that is Outside, and the page asks for the file.
//
// What pandas has besides lacks. Errors are in its own words. Source:
// pandas.pydata.org/docs/reference; what version 3.1 answers is recorded in
// ../numpy/testdata.
package pandas

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// Table hands over the data at hand: the names of its columns and their numbers.
type Table func(path string) (names []string, columns [][]float64, ok bool)

// Module is pandas; table may be nil where there is no data at hand.
func Module(table Table) *eval.Module {
	members := map[string]eval.Value{
		"DataFrame": eval.NewBuiltin("DataFrame", newFrame), "Series": eval.NewBuiltin("Series", newSeries), "concat": eval.NewBuiltin("concat", concat),
		"set_option": eval.NewBuiltin("set_option", func(t *eval.Thread, _ *eval.Args) (eval.Value, error) { return t.Lacks("pandas.set_option"), nil }),
	}
	for _, name := range []string{"read_csv", "read_table", "read_excel", "read_json"} {
		members[name] = eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return read(t, name, table, args) })
	}
	return &eval.Module{Name: "pandas", Members: members}
}

func read(t *eval.Thread, name string, table Table, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind(name, "filepath_or_buffer", "sep=", "**options")
	if err != nil {
		return nil, err
	}
	if file, ok := b.Value("filepath_or_buffer").(*eval.TextFile); ok && (name == "read_csv" || name == "read_table") {
		return readText(t, name, file, b)
	}
	path, _ := eval.AsStr(b.Value("filepath_or_buffer"))
	outside := eval.Unknown{Why: eval.Outside, Text: path, At: t.Here()}
	if table == nil {
		return outside, nil
	}
	names, columns, ok := table(path)
	if !ok || len(names) != len(columns) {
		return outside, nil
	}
	t.Tell("code_data_at_hand", "text", path)
	f := &Frame{path: path}
	rows := 0
	for i, values := range columns {
		if err := t.Alloc(len(values)); err != nil {
			return nil, err
		}
		rows = max(rows, len(values))
		f.names = append(f.names, eval.Str{V: names[i]})
		f.columns = append(f.columns, column{numbers: wholeOrNot(values)})
	}
	f.index = counting(rows)
	for _, option := range b.Extra {
		switch option.Name {
		case "delimiter", "encoding", "engine", "skipinitialspace", "header", "decimal", "thousands", "comment", "delim_whitespace":
			// How the file is written is settled where the data was read.
		case "names":
			given, err := t.Iterate(option.Value)
			if err != nil {
				return nil, err
			}
			if len(given) == len(f.names) {
				f.names = given
			}
		case "usecols":
			chosen, err := f.chosen(t, []eval.Arg{option})
			if err != nil {
				return nil, err
			}
			of, ok := chosen.(*Frame)
			if !ok {
				return chosen, nil
			}
			f = of
		default:
			return t.Lacks("pandas." + name + "(" + option.Name + "=)"), nil
		}
	}
	return f, nil
}

// chosen are the columns that the option usecols names.
func (f *Frame) chosen(t *eval.Thread, options []eval.Arg) (eval.Value, error) {
	if len(options) == 0 {
		return f, nil
	}
	given, err := t.Iterate(options[0].Value)
	if err != nil {
		return nil, err
	}
	chosen := &Frame{index: f.index, path: f.path}
	for _, want := range given {
		at, ok := eval.AsInt(want)
		if !ok {
			at = f.find(want)
		}
		if at < 0 || at >= len(f.columns) {
			return f.lost(t, "Usecols do not match columns, columns expected but not found: ['"+fmtName(t, want)+"']")
		}
		chosen.names, chosen.columns = append(chosen.names, f.names[at]), append(chosen.columns, f.columns[at])
	}
	return chosen, nil
}

// fmtName writes a name of a column.
func fmtName(t *eval.Thread, name eval.Value) string {
	text, _ := t.Str(name)
	return text
}

// wholeOrNot are numbers as int64 where all are whole, as read_csv has them.
func wholeOrNot(values []float64) *array.Array {
	a := array.FromFloats(append([]float64{}, values...))
	for _, v := range values {
		if v != v || v > 1<<53 || v < -1<<53 || v != float64(int64(v)) {
			return a
		}
	}
	return a.AsType(array.Int64)
}

// column are the values of a column: numbers, or texts.
type column struct {
	numbers *array.Array
	texts   []eval.Value
}

func (c column) len() int {
	if c.numbers != nil {
		return c.numbers.Size()
	}
	return len(c.texts)
}

// dtype is the name of the type of a column.
func (c column) dtype() string {
	if c.numbers != nil {
		return c.numbers.DType().String()
	}
	for _, v := range c.texts {
		if _, text := v.(eval.Str); !text {
			return "object"
		}
	}
	return "str"
}

func (c column) take(order []int64) (column, error) {
	if c.numbers != nil {
		a, err := c.numbers.Take(order)
		return column{numbers: a}, err
	}
	texts := make([]eval.Value, len(order))
	for i, at := range order {
		texts[i] = c.texts[at]
	}
	return column{texts: texts}, nil
}

// at is one value.
func (c column) at(t *eval.Thread, i int) (eval.Value, error) {
	if c.numbers == nil {
		return c.texts[i], nil
	}
	a, err := c.numbers.Get(array.Index{Kind: array.One, At: i})
	return numpy.Wrap(t, a, err)
}

// columnOf reads values as a column.
func columnOf(t *eval.Thread, v eval.Value) (column, error) {
	if s, ok := v.(*Series); ok {
		return s.column, nil
	}
	var items []eval.Value
	switch v := v.(type) {
	case *eval.List:
		items = v.Items
	case *eval.Tuple:
		items = v.Items
	}
	for _, item := range items {
		if _, text := item.(eval.Str); text {
			return column{texts: items}, nil
		}
	}
	for i, item := range items {
		if _, none := item.(eval.None); none { // a missing number
			items = append([]eval.Value{}, items...)
			for j := i; j < len(items); j++ {
				if _, none := items[j].(eval.None); none {
					items[j] = eval.Float{V: nan}
				}
			}
			v = &eval.List{Items: items}
			break
		}
	}
	a, err := numpy.Of(t, v)
	if err != nil {
		return column{}, err
	}
	if len(a.Shape()) != 1 {
		return column{}, eval.Raise("ValueError", "Per-column arrays must each be 1-dimensional")
	}
	return column{numbers: a.Copy()}, nil
}
