package program

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// tensorOf is what model(x) returns: an array that prints as TensorFlow's.
type tensorOf struct{ eval.Array }

// Class returns the name of the type.
func (tensorOf) Class() string { return "EagerTensor" }

// Attr is numpy, and what an array has.
func (v tensorOf) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if name == "numpy" {
		return eval.NewBuiltin(name, func(*eval.Thread, *eval.Args) (eval.Value, error) { return v.Array, nil }), nil
	}
	return t.Attr(v.Array, name)
}

// Index picks a part.
func (v tensorOf) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	part, err := t.Index(v.Array, key)
	if a, ok := part.(eval.Array); ok {
		return tensorOf{a}, err
	}
	if n, ok := eval.AsFloat(part); ok && err == nil {
		if a, ok := numpy.New("float32", nil, []float64{n}).(eval.Array); ok {
			return tensorOf{a}, nil
		}
	}
	return part, err
}

// Real is the number of a tensor of one.
func (v tensorOf) Real() (n float64, whole, ok bool) {
	if values := v.Floats(); len(values) == 1 {
		return values[0], false, true
	}
	return 0, false, false
}

// Binary computes with the array.
func (v tensorOf) Binary(t *eval.Thread, op string, other eval.Value, reflected bool) (eval.Value, error) {
	if reflected {
		return t.Binary(op, other, v.Array)
	}
	return t.Binary(op, v.Array, other)
}

// Str is tf.Tensor([[18.98]], shape=(1, 1), dtype=float32).
func (v tensorOf) Str(t *eval.Thread) (string, error) {
	text, err := t.Str(v.Array)
	return "tf.Tensor(" + text + ", shape=" + array.Tuple(v.Shape()) + ", dtype=float32)", err
}

// Repr is <tf.Tensor: …>.
func (v tensorOf) Repr(t *eval.Thread) (string, error) {
	text, err := t.Repr(v.Array)
	return "<tf.Tensor: shape=" + array.Tuple(v.Shape()) + ", dtype=float32, numpy=" + text + ">", err
}

// Format is that of its number.
func (v tensorOf) Format(t *eval.Thread, spec string) (string, error) {
	if n, _, ok := v.Real(); ok && spec != "" {
		return eval.FormatSpec(eval.Float{V: n}, spec)
	}
	return v.Str(t)
}
