package pandas

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
)

// labels are df.columns or df.index.
type labels struct{ all []eval.Value }

// Class is the name of the type.
func (*labels) Class() string { return "pandas.Index" }

// Len is how many there are.
func (l *labels) Len() (int, error) { return len(l.all), nil }

// Iterate are the labels.
func (l *labels) Iterate(*eval.Thread) ([]eval.Value, error) { return l.all, nil }

// Index is one of them.
func (l *labels) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	return t.Index(&eval.List{Items: l.all}, key)
}

// Repr is Index(['x', 'y'], dtype='str'), or a RangeIndex.
func (l *labels) Repr(t *eval.Thread) (string, error) {
	text, err := t.Repr(&eval.List{Items: l.all})
	if err != nil {
		return "", err
	}
	counted, texts := true, len(l.all) > 0
	for i, label := range l.all {
		n, ok := eval.AsInt(label)
		counted = counted && ok && n == i
		_, is := label.(eval.Str)
		texts = texts && is
	}
	switch {
	case counted:
		return "RangeIndex(start=0, stop=" + itoa(len(l.all)) + ", step=1)", nil
	case texts:
		return "Index(" + text + ", dtype='str')", nil
	}
	return "Index(" + text + ", dtype='int64')", nil
}

// Str is the same.
func (l *labels) Str(t *eval.Thread) (string, error) { return l.Repr(t) }

// Attr has the labels as a list or an array.
func (l *labels) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "tolist", "to_list":
		return function(name, func(*eval.Thread, eval.Bound) (eval.Value, error) { return &eval.List{Items: l.all}, nil })
	case "size":
		return eval.Int{V: int64(len(l.all))}, nil
	case "values":
		a, err := numpy.Of(t, &eval.List{Items: l.all})
		if err != nil {
			return nil, err
		}
		return numpy.Wrap(t, a, nil)
	}
	return t.Lacks("pandas.Index." + name), nil
}
