package pandas

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

var nan = math.NaN()

// Series is a column with its labels.
type Series struct {
	column
	index []eval.Value
	name  eval.Value // nil for none
}

var _ interface {
	eval.Attributed
	eval.Indexed
	eval.IndexSetter
	eval.Operand
	eval.Signed
	eval.Iterable
	eval.Sized
	eval.Truthy
	eval.Printable
	numpy.Rewrapped
} = (*Series)(nil)

// counting are the labels 0, 1, 2, ….
func counting(n int) []eval.Value {
	labels := make([]eval.Value, n)
	for i := range labels {
		labels[i] = eval.Int{V: int64(i)}
	}
	return labels
}

func newSeries(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("Series", "data=", "index=", "dtype=", "name=")
	if err != nil {
		return nil, err
	}
	data := b.Value("data")
	s := &Series{name: b.Value("name")}
	if d, ok := data.(*eval.Dict); ok {
		keys, values := d.Items()
		s.index, data = keys, &eval.List{Items: values}
	}
	c, err := columnOf(t, data)
	if err != nil {
		return nil, err
	}
	s.column = c
	if s.index == nil {
		s.index = counting(c.len())
	}
	if b.Has("index") {
		if s.index, err = t.Iterate(b.Value("index")); err != nil {
			return nil, err
		}
		if len(s.index) != c.len() {
			return nil, eval.Raise("ValueError", "Length of values ("+itoa(c.len())+") does not match length of index ("+itoa(len(s.index))+")")
		}
	}
	if b.Has("dtype") {
		dtype, ok := numpy.TypeOf(b.Value("dtype"))
		if !ok || c.numbers == nil {
			return t.Lacks("pandas.Series(dtype=)"), nil
		}
		s.numbers = c.numbers.AsType(dtype)
	}
	return s, t.Alloc(c.len())
}

// Class is the name of the type.
func (*Series) Class() string { return "pandas.Series" }

// Shape is the number of values.
func (s *Series) Shape() []int { return []int{s.len()} }

// DType is the name of their type.
func (s *Series) DType() string { return s.dtype() }

// Floats are the numbers; texts are none.
func (s *Series) Floats() []float64 {
	if s.numbers == nil {
		return make([]float64, s.len())
	}
	return s.numbers.Floats()
}

// Origins are the places of their literals.
func (s *Series) Origins() []python.Span {
	if s.numbers == nil {
		return nil
	}
	return s.numbers.Places()
}

// Len is the number of values.
func (s *Series) Len() (int, error) { return s.len(), nil }

// Truth is ambiguous.
func (s *Series) Truth() (bool, error) {
	return false, eval.Raise("ValueError", "The truth value of a Series is ambiguous. Use a.empty, a.item(), a.any() or a.all().")
}

// Iterate are the values, as Python's numbers.
func (s *Series) Iterate(t *eval.Thread) ([]eval.Value, error) {
	if s.numbers == nil {
		return s.texts, nil
	}
	v, err := t.Attr(&plainArray{s}, "tolist")
	if err != nil {
		return nil, err
	}
	list, err := t.Call(v)
	if err != nil {
		return nil, err
	}
	return t.Iterate(list)
}

// plainArray asks NumPy's array of a series.
type plainArray struct{ s *Series }

// Class is the name of the type.
func (*plainArray) Class() string { return "numpy.ndarray" }

// Attr is the array's.
func (p *plainArray) Attr(t *eval.Thread, name string) (eval.Value, error) {
	v, err := numpy.Wrap(t, p.s.numbers, nil)
	if err != nil {
		return nil, err
	}
	return t.Attr(v, name)
}

// Rewrap is a series of other numbers with these labels.
func (s *Series) Rewrap(a *array.Array) eval.Value {
	return &Series{column: column{numbers: a}, index: s.index, name: s.name}
}

// TakeRows are the values at places.
func (s *Series) TakeRows(t *eval.Thread, order []int64) (eval.Value, error) {
	c, err := s.take(order)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	return &Series{column: c, index: takeLabels(s.index, order), name: s.name}, t.Alloc(len(order))
}

func takeLabels(index []eval.Value, order []int64) []eval.Value {
	labels := make([]eval.Value, len(order))
	for i, at := range order {
		labels[i] = index[at]
	}
	return labels
}

// find is the place of a label, -1 for none.
func find(labels []eval.Value, key eval.Value) int {
	return slices.IndexFunc(labels, func(label eval.Value) bool { return sameLabel(label, key) })
}

func sameLabel(a, b eval.Value) bool {
	if x, ok := a.(eval.Str); ok {
		y, ok := b.(eval.Str)
		return ok && x.V == y.V
	}
	x, ok1 := eval.AsFloat(a)
	y, ok2 := eval.AsFloat(b)
	return ok1 && ok2 && x == y
}

func missing(t *eval.Thread, key eval.Value) error {
	text, err := t.Repr(key)
	if err != nil {
		return err
	}
	return eval.Raise("KeyError", text)
}

// Binary computes with an operator, value by value.
func (s *Series) Binary(t *eval.Thread, operator string, other eval.Value, reflected bool) (eval.Value, error) {
	name := s.name
	if o, ok := other.(*Series); ok {
		if reflected {
			return nil, nil
		}
		if !slices.EqualFunc(s.index, o.index, sameLabel) {
			return t.Lacks("arithmetic of Series with other labels"), nil
		}
		if o.name == nil || name == nil || !sameLabel(name, o.name) {
			name = nil
		}
		if o.numbers == nil {
			return t.Lacks("arithmetic of texts"), nil
		}
		other = must(numpy.Wrap(t, o.numbers, nil))
	}
	if s.numbers == nil {
		if operator != "==" && operator != "!=" {
			return t.Lacks("arithmetic of texts"), nil
		}
		values := make([]float64, s.len())
		for i, v := range s.texts {
			if sameLabel(v, other) == (operator == "==") {
				values[i] = 1
			}
		}
		return &Series{column: column{numbers: array.FromFloats(values).AsType(array.Bool)}, index: s.index, name: name}, nil
	}
	own := must(numpy.Wrap(t, s.numbers, nil))
	var v eval.Value
	var err error
	if reflected {
		v, err = t.Binary(operator, other, own)
	} else {
		v, err = t.Binary(operator, own, other)
	}
	return s.again(t, v, err, name)
}

// must is the value where there can be no error but a limit, which the next
// allocation meets again.
func must(v eval.Value, _ error) eval.Value { return v }

// again makes an array a series with these labels.
func (s *Series) again(t *eval.Thread, v eval.Value, err error, name eval.Value) (eval.Value, error) {
	if err != nil {
		return nil, err
	}
	a, ok := v.(eval.Array)
	if !ok {
		return v, nil
	}
	n, err := numpy.Of(t, a)
	if err != nil {
		return nil, err
	}
	if n.Size() != s.len() || len(n.Shape()) != 1 {
		return v, nil
	}
	return &Series{column: column{numbers: n}, index: s.index, name: name}, nil
}

// Unary is -s, +s or ~s.
func (s *Series) Unary(t *eval.Thread, operator string) (eval.Value, error) {
	if s.numbers == nil {
		return t.Lacks("arithmetic of texts"), nil
	}
	signed, ok := must(numpy.Wrap(t, s.numbers, nil)).(eval.Signed)
	if !ok {
		return nil, nil
	}
	v, err := signed.Unary(t, operator)
	return s.again(t, v, err, s.name)
}
