package program

import (
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// tensorOf is a tensor of TensorFlow's, as model(x) and tf.constant return it: an array
// that prints as TensorFlow prints it.
type tensorOf struct{ eval.Array }

// Class returns the name of the type.
func (tensorOf) Class() string { return "EagerTensor" }

// Attr is numpy, and what an array has.
func (v tensorOf) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "numpy":
		return eval.NewBuiltin(name, func(*eval.Thread, *eval.Args) (eval.Value, error) { return v.plain(), nil }), nil
	case "get_shape":
		return eval.NewBuiltin(name, func(t *eval.Thread, _ *eval.Args) (eval.Value, error) { return t.Attr(v.Array, "shape") }), nil
	case "dtype":
		return tensorType(v.DType()), nil
	case "shape", "ndim":
		return t.Attr(v.Array, name)
	}
	return t.Lacks("tf.Tensor." + name), nil
}

// plain is the array of NumPy, or its number.
func (v tensorOf) plain() eval.Value {
	if values := v.Floats(); len(v.Shape()) == 0 && len(values) == 1 {
		return numpy.NewScalar(v.DType(), values[0])
	}
	return v.Array
}

// Index picks a part.
func (v tensorOf) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	part, err := t.Index(v.Array, key)
	if a, ok := part.(eval.Array); ok && err == nil {
		return tensorOf{a}, nil
	}
	return part, err
}

// Iterate gives its parts along the first axis.
func (v tensorOf) Iterate(t *eval.Thread) ([]eval.Value, error) {
	items, err := t.Iterate(v.Array)
	if err != nil {
		return nil, err
	}
	parts := make([]eval.Value, len(items))
	for i, item := range items {
		parts[i] = item
		if a, ok := item.(eval.Array); ok {
			parts[i] = tensorOf{a}
		}
	}
	return parts, nil
}

// Len is how many parts there are along the first axis.
func (v tensorOf) Len() (int, error) {
	shape := v.Shape()
	if len(shape) == 0 {
		return 0, eval.Raise("TypeError", "Scalar tensor has no `len()`")
	}
	return shape[0], nil
}

// Real is the number of a tensor of one.
func (v tensorOf) Real() (n float64, whole, ok bool) {
	if values := v.Floats(); len(values) == 1 {
		return values[0], strings.Contains(v.DType(), "int"), true
	}
	return 0, false, false
}

// Binary computes with the array, of whose type the numbers of Python become.
func (v tensorOf) Binary(t *eval.Thread, op string, other eval.Value, reflected bool) (eval.Value, error) {
	if o, ok := asTensor(other); ok {
		other = o.Array
	}
	left, right := eval.Value(v.Array), other
	if reflected {
		left, right = right, left
	}
	made, err := t.Binary(op, left, right)
	return asResult(made), err
}

// Unary computes with the array.
func (v tensorOf) Unary(t *eval.Thread, op string) (eval.Value, error) {
	signed, ok := v.Array.(eval.Signed)
	if !ok {
		return t.Lacks("tf.Tensor " + op), nil
	}
	made, err := signed.Unary(t, op)
	return asResult(made), err
}

// Truth is that of its number.
func (v tensorOf) Truth() (bool, error) {
	if values := v.Floats(); len(values) == 1 {
		return values[0] != 0, nil
	}
	return false, eval.Raise("ValueError", "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
}

// Str is tf.Tensor([[18.98]], shape=(1, 1), dtype=float32).
func (v tensorOf) Str(t *eval.Thread) (string, error) {
	text, err := t.Str(v.plain())
	if strings.Contains(text, "\n") {
		text = "\n" + text // as TensorFlow does
	}
	return "tf.Tensor(" + text + ", shape=" + array.Tuple(v.Shape()) + ", dtype=" + v.DType() + ")", err
}

// Repr is <tf.Tensor: …>.
func (v tensorOf) Repr(t *eval.Thread) (string, error) {
	text, err := v.shown(t)
	return "<tf.Tensor: shape=" + array.Tuple(v.Shape()) + ", dtype=" + v.DType() + ", numpy=" + text + ">", err
}

// shown is its array, or its number, as Repr has it.
func (v tensorOf) shown(t *eval.Thread) (string, error) {
	if len(v.Shape()) == 0 {
		return t.Str(v.plain())
	}
	text, err := t.Repr(v.Array)
	if strings.Contains(text, "\n") {
		text = "\n" + text
	}
	return text, err
}

// Format is that of its number.
func (v tensorOf) Format(t *eval.Thread, spec string) (string, error) {
	if n, _, ok := v.Real(); ok && spec != "" {
		return eval.FormatSpec(eval.Float{V: n}, spec)
	}
	return v.Str(t)
}

// tensorType is the type of a tensor's numbers.
type tensorType string

// Class returns the name of the type.
func (tensorType) Class() string { return "DType" }

// Str is <dtype: 'float32'>.
func (d tensorType) Str(*eval.Thread) (string, error) { return "<dtype: '" + string(d) + "'>", nil }

// Repr is tf.float32.
func (d tensorType) Repr(*eval.Thread) (string, error) { return "tf." + string(d), nil }

// Attr is its name.
func (d tensorType) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if name == "name" {
		return eval.Str{V: string(d)}, nil
	}
	return t.Lacks("tf.DType." + name), nil
}

// asTensor is a value that is a tensor or a variable.
func asTensor(v eval.Value) (tensorOf, bool) {
	switch v := v.(type) {
	case tensorOf:
		return v, true
	case *variable:
		return v.tensorOf, true
	}
	return tensorOf{}, false
}

// asResult makes a tensor of what was computed with one.
func asResult(v eval.Value) eval.Value {
	if a, ok := v.(eval.Array); ok {
		return tensorOf{a}
	}
	return v
}

// tensorLike makes a tensor of numbers, in a type where one is given.
func tensorLike(t *eval.Thread, v eval.Value, dtype string) (eval.Value, error) {
	if known, ok := asTensor(v); ok {
		v = known.Array
	}
	if n, ok := eval.AsFloat(v); ok {
		if _, array := v.(eval.Array); !array {
			v = numpy.NewScalar(dtype, n)
		}
	}
	a, ok := v.(eval.Array)
	if !ok {
		return v, nil
	}
	if dtype != "" && a.DType() != dtype {
		method, err := t.Attr(a, "astype")
		if err != nil {
			return nil, err
		}
		made, err := t.Call(method, eval.Str{V: dtype})
		if err != nil {
			return nil, err
		}
		if a, ok = made.(eval.Array); !ok {
			return made, nil
		}
	}
	return tensorOf{a}, nil
}

// tensorArgs are the arguments of a function of TensorFlow with NumPy's arrays in place of
// tensors. wide is set where one of them is of 64 bits, which the result then is too.
func tensorArgs(args *eval.Args) (plain *eval.Args, wide bool, lost *eval.Unknown) {
	plain = &eval.Args{Span: args.Span, Callee: args.Callee, List: append([]eval.Arg(nil), args.List...)}
	var of func(v eval.Value) eval.Value
	of = func(v eval.Value) eval.Value {
		switch x := v.(type) {
		case *variable:
			if x.lost != nil {
				lost = x.lost
			}
			v = x.Array
		case tensorOf:
			v = x.Array
		case *eval.List:
			for i, item := range x.Items {
				if _, is := asTensor(item); is {
					copied := &eval.List{Items: append([]eval.Value(nil), x.Items...), From: x.From}
					for k := i; k < len(copied.Items); k++ {
						copied.Items[k] = of(copied.Items[k])
					}
					return copied
				}
			}
		}
		if a, ok := v.(eval.Array); ok && strings.HasSuffix(a.DType(), "64") {
			wide = true
		}
		return v
	}
	for i, arg := range plain.List {
		plain.List[i].Value = of(arg.Value)
	}
	return plain, wide, lost
}

// tensorFunction calls a function of NumPy that TensorFlow has too, under another name
// perhaps. Numbers of Python become tensors of 32 bits.
func (r *reader) tensorFunction(t *eval.Thread, word, function string, args *eval.Args) (eval.Value, error) {
	plain, wide, lost := tensorArgs(args)
	if lost != nil {
		return *lost, nil
	}
	made, err := r.numpy(t, function, plain)
	if err != nil {
		return nil, err
	}
	a, ok := made.(eval.Array)
	if !ok {
		return made, nil
	}
	dtype := a.DType()
	if !wide && r.arguments(args).find(-1, "dtype") < 0 {
		dtype = strings.Replace(dtype, "64", "32", 1)
	}
	v, err := tensorLike(t, a, dtype)
	if tensor, ok := v.(tensorOf); ok && word == "Variable" {
		return &variable{tensorOf: tensor}, err
	}
	return v, err
}
