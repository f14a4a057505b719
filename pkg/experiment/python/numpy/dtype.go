package numpy

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// scalarType is a type of numbers, such as np.float32, which makes one of a number.
type scalarType struct{ dtype array.DType }

// Class is the name of the type of a type.
func (scalarType) Class() string { return "type" }

// Repr writes the type as Python does.
func (s scalarType) Repr(*eval.Thread) (string, error) { return "<class '" + s.name() + "'>", nil }

// Str writes the same.
func (s scalarType) Str(t *eval.Thread) (string, error) { return s.Repr(t) }

func (s scalarType) name() string { return "numpy." + s.dtype.String() }

// Attr has the type's name.
func (s scalarType) Attr(_ *eval.Thread, name string) (eval.Value, error) {
	if name == "__name__" {
		return eval.Str{V: s.dtype.String()}, nil
	}
	return nil, nil
}

// Binary compares types.
func (s scalarType) Binary(_ *eval.Thread, operator string, other eval.Value, _ bool) (eval.Value, error) {
	return compareTypes(s.dtype, operator, other)
}

// Call makes a number or an array of this type.
func (s scalarType) Call(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind(s.dtype.String(), "x=")
	if err != nil {
		return nil, err
	}
	v := b.Value("x")
	if v == nil {
		return &Array{array.Scalar(s.dtype, 0)}, nil
	}
	if text, ok := v.(eval.Str); ok && s.dtype.Floating() {
		f, ok := parseFloat(text.V)
		if !ok {
			return nil, eval.Raise("ValueError", "could not convert string to float: "+quoted(t, v))
		}
		return &Array{array.Scalar(s.dtype, f)}, nil
	}
	a, err := numbers(t, v)
	if err != nil {
		return nil, err
	}
	a = a.AsType(s.dtype)
	if len(a.Shape()) == 0 {
		number := a.AsNumber()
		return &Array{number}, nil
	}
	return result(t, a.AsArray(), nil)
}

// namedType is a type of NumPy's of which nothing is made but its name is asked:
// isinstance(x, np.ndarray).
type namedType string

// Class is the name of the type of a type.
func (namedType) Class() string { return "type" }

// Repr writes the type as Python does.
func (n namedType) Repr(*eval.Thread) (string, error) { return "<class '" + string(n) + "'>", nil }

// Str writes the same.
func (n namedType) Str(t *eval.Thread) (string, error) { return n.Repr(t) }

// Call makes a dtype; an ndarray is made by np.array.
func (n namedType) Call(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	if n != "numpy.dtype" || len(args.List) != 1 {
		return t.Lacks(string(n) + "(…)"), nil
	}
	dtype, ok := typeOf(args.List[0].Value)
	if !ok {
		return t.Lacks("numpy.dtype(" + quoted(t, args.List[0].Value) + ")"), nil
	}
	return dtypeValue{dtype}, nil
}

// dtypeValue is what x.dtype is.
type dtypeValue struct{ dtype array.DType }

// DTypeNamed is the dtype of a name such as "float32"; ok is false where there is none.
func DTypeNamed(name string) (v eval.Value, ok bool) {
	d, ok := array.Named(name)
	return dtypeValue{d}, ok
}

// Class is the name of the type.
func (d dtypeValue) Class() string { return "numpy.dtype" }

// Repr writes dtype('float32').
func (d dtypeValue) Repr(*eval.Thread) (string, error) {
	return "dtype('" + d.dtype.String() + "')", nil
}

// Str writes float32.
func (d dtypeValue) Str(*eval.Thread) (string, error) { return d.dtype.String(), nil }

// Attr has the name and the kind.
func (d dtypeValue) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "name":
		return eval.Str{V: d.dtype.String()}, nil
	case "type":
		return scalarType(d), nil
	case "kind":
		kind := "i"
		if d.dtype.Floating() {
			kind = "f"
		} else if d.dtype == array.Bool {
			kind = "b"
		}
		return eval.Str{V: kind}, nil
	case "itemsize":
		return eval.Int{V: int64(itemSize(d.dtype))}, nil
	}
	return t.Lacks("numpy.dtype." + name), nil
}

// Binary compares types.
func (d dtypeValue) Binary(_ *eval.Thread, operator string, other eval.Value, _ bool) (eval.Value, error) {
	return compareTypes(d.dtype, operator, other)
}

func compareTypes(d array.DType, operator string, other eval.Value) (eval.Value, error) {
	if operator != "==" && operator != "!=" {
		return nil, nil
	}
	o, ok := typeOf(other)
	return eval.Bool{V: (ok && o == d) == (operator == "==")}, nil
}

func itemSize(d array.DType) int {
	switch d {
	case array.Bool:
		return 1
	case array.Int32, array.Float32:
		return 4
	}
	return 8
}

// typeOf reads a type in any of its forms: np.float32, "float32", float.
func typeOf(v eval.Value) (array.DType, bool) {
	switch v := v.(type) {
	case scalarType:
		return v.dtype, true
	case dtypeValue:
		return v.dtype, true
	case eval.Str:
		return array.Named(v.V)
	case *eval.Builtin:
		switch v.Name {
		case "float", "int", "bool":
			return array.Named(v.Name)
		}
	case interface{ DTypeName() string }:
		return array.Named(v.DTypeName())
	}
	return 0, false
}

// dtypeOf reads the argument dtype, or takes what it is when it was not given.
func dtypeOf(t *eval.Thread, b eval.Bound, otherwise array.DType) (array.DType, error) {
	if !b.Has("dtype") {
		return otherwise, nil
	}
	d, ok := typeOf(b.Value("dtype"))
	if !ok {
		text, _ := t.Str(b.Value("dtype"))
		return 0, t.Lacking("numpy dtype " + text)
	}
	return d, nil
}
