package numpy

import (
	"errors"
	"strconv"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func itoa(n int) string { return strconv.Itoa(n) }

const badIndex = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"

// indexOf reads what stands in brackets.
func indexOf(t *eval.Thread, key eval.Value) ([]array.Index, error) {
	parts := []eval.Value{key}
	if tuple, ok := key.(*eval.Tuple); ok {
		parts = tuple.Items
	}
	index := make([]array.Index, len(parts))
	for i, part := range parts {
		var err error
		if index[i], err = onePart(t, part); err != nil {
			return nil, err
		}
	}
	return index, nil
}

func onePart(t *eval.Thread, part eval.Value) (array.Index, error) {
	switch part := part.(type) {
	case eval.None, eval.Bool: // a truth alone is looked at before
		return array.Index{Kind: array.NewAxis}, nil
	case eval.Ellipsis:
		return array.Index{Kind: array.Dots}, nil
	case eval.Int:
		return array.Index{Kind: array.One, At: int(part.V)}, nil
	case eval.Slice:
		index := array.Index{Kind: array.Range}
		for _, end := range []struct {
			v    eval.Value
			into **int
		}{{part.Start, &index.Start}, {part.Stop, &index.Stop}, {part.Step, &index.Step}} {
			if end.v == nil {
				continue
			}
			if _, none := end.v.(eval.None); none {
				continue
			}
			n, ok := eval.AsInt(end.v)
			if !ok {
				return index, eval.Raise("TypeError", "slice indices must be integers or None or have an __index__ method")
			}
			*end.into = &n
		}
		return index, nil
	case *Array, *eval.List, eval.Array, eval.Range, *eval.Tuple:
		a, err := asArray(t, part)
		if err != nil {
			return array.Index{}, eval.Raise("IndexError", badIndex)
		}
		if a.DType().Floating() {
			if a.Size() > 0 {
				if len(a.Shape()) == 0 || isList(part) {
					return array.Index{}, eval.Raise("IndexError", badIndex)
				}
				return array.Index{}, eval.Raise("IndexError", "arrays used as indices must be of integer (or boolean) type")
			}
			a = a.AsType(array.Int64)
		}
		if len(a.Shape()) == 0 && a.DType() != array.Bool {
			return array.Index{Kind: array.One, At: int(a.Ints()[0])}, nil
		}
		return array.Index{Kind: array.Picked, List: a}, nil
	}
	return array.Index{}, eval.Raise("IndexError", badIndex)
}

func isList(v eval.Value) bool {
	switch v.(type) {
	case *eval.List, *eval.Tuple:
		return true
	}
	return false
}

// Index is a[key].
func (v *Array) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if v.a.IsScalar() {
		return nil, eval.Raise("IndexError", "invalid index to scalar variable.")
	}
	if n, ok := key.(eval.Int); ok && len(v.a.Shape()) > 0 { // the common case
		a, err := v.a.Get(array.Index{Kind: array.One, At: int(n.V)})
		if err != nil {
			return nil, raised(err)
		}
		return &Array{a}, nil
	}
	index, err := indexOf(t, key)
	if err != nil {
		return nil, err
	}
	if truth, ok := key.(eval.Bool); ok {
		return truthIndex(t, v.a, truth)
	}
	a, err := v.a.Get(index...)
	return result(t, a, err)
}

// SetIndex is a[key] = w.
func (v *Array) SetIndex(t *eval.Thread, key, w eval.Value) error {
	index, err := indexOf(t, key)
	if err != nil {
		return err
	}
	values, err := asArray(t, w)
	if err != nil {
		return v.noNumber(t, w, err)
	}
	if len(values.Shape()) > 0 && v.single(index) {
		if !v.a.DType().Floating() && isList(w) {
			return eval.Raise("TypeError", "int() argument must be a string, a bytes-like object or a real number, not '"+w.Class()+"'")
		}
		return eval.Raise("ValueError", "setting an array element with a sequence.")
	}
	if truth, ok := key.(eval.Bool); ok {
		if !truth.V {
			return nil
		}
		index = []array.Index{{Kind: array.Dots}}
	}
	if err := t.Spend(v.a.Size() / 8); err != nil {
		return err
	}
	return raised(v.a.Set(values, index...))
}

// single says whether an index names one element.
func (v *Array) single(index []array.Index) bool {
	for _, i := range index {
		if i.Kind != array.One {
			return false
		}
	}
	return len(index) == len(v.a.Shape())
}

// noNumber is the error of an element that is no number; None is one where the
// elements are floating-point numbers.
func (v *Array) noNumber(t *eval.Thread, w eval.Value, err error) error {
	floating := v.a.DType().Floating()
	switch w := w.(type) {
	case eval.Str:
		if floating {
			return eval.Raise("ValueError", "could not convert string to float: "+quoted(t, w))
		}
		return eval.Raise("ValueError", "invalid literal for int() with base 10: "+quoted(t, w))
	case eval.None:
		if floating {
			return eval.Raise("TypeError", "float() argument must be a string or a real number, not 'NoneType'")
		}
		return eval.Raise("TypeError", "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
	}
	if errors.Is(err, errUnsupported) {
		return eval.Raise("ValueError", "setting an array element with a sequence.")
	}
	return raised(err)
}

// truthIndex is a[True]: all of it along a new axis; a[False] is nothing of it.
func truthIndex(t *eval.Thread, a *array.Array, truth eval.Bool) (eval.Value, error) {
	wide, err := a.ExpandDims(0)
	if err != nil {
		return nil, raised(err)
	}
	n := 0
	if truth.V {
		n = 1
	}
	part, err := wide.Get(array.Index{Kind: array.Range, Stop: &n})
	if err != nil {
		return nil, raised(err)
	}
	return result(t, part.Copy(), nil)
}

func quoted(t *eval.Thread, v eval.Value) string {
	text, err := t.Repr(v)
	if err != nil {
		return v.Class()
	}
	return text
}

// joiner is np.c_ or np.r_, which join what stands in their brackets.
type joiner struct{ columns bool }

// Class is the name of the type.
func (j joiner) Class() string {
	if j.columns {
		return "numpy.lib._index_tricks_impl.CClass"
	}
	return "numpy.lib._index_tricks_impl.RClass"
}

// Index joins the parts of a key.
func (j joiner) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	parts := []eval.Value{key}
	if tuple, ok := key.(*eval.Tuple); ok {
		parts = tuple.Items
	}
	var all []*array.Array
	for _, part := range parts {
		if s, ok := part.(eval.Slice); ok {
			bounds := &eval.Args{}
			for _, v := range []eval.Value{s.Start, s.Stop, s.Step} {
				if _, none := v.(eval.None); v != nil && !none {
					bounds.List = append(bounds.List, eval.Arg{Value: v})
				} else if v == nil || none {
					bounds.List = append(bounds.List, eval.Arg{Value: eval.Int{V: int64(len(bounds.List) / 2)}})
				}
			}
			v, err := arange(t, bounds)
			if err != nil {
				return nil, err
			}
			part = v
		}
		a, err := numbers(t, part)
		if err != nil {
			return nil, err
		}
		a = a.AsArray().AtLeast1D()
		if j.columns && len(a.Shape()) == 1 {
			if a, err = a.ExpandDims(1); err != nil {
				return nil, raised(err)
			}
		}
		all = append(all, a)
	}
	axis := 0
	if j.columns {
		axis = -1
	}
	a, err := array.Concatenate(all, &axis)
	return result(t, a, err)
}
