package program

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// variable is tf.Variable: a tensor that can be given other numbers.
type variable struct {
	tensorOf
	// lost is what it was given that is not known, nil where it is known.
	lost *eval.Unknown
}

// Class returns the name of the type.
func (*variable) Class() string { return "ResourceVariable" }

// Attr is what changes it, and what a tensor has.
func (v *variable) Attr(t *eval.Thread, name string) (eval.Value, error) {
	change := func(operator string) (eval.Value, error) {
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind(name, "value", "use_locking=", "name=", "read_value=")
			if err != nil {
				return nil, err
			}
			given := b.Value("value")
			if u, unknown := given.(eval.Unknown); unknown {
				v.lost = &u
				return u, nil
			}
			if operator != "" {
				if given, err = v.Binary(t, operator, given, false); err != nil {
					return nil, err
				}
			}
			made, err := tensorLike(t, given, v.DType())
			if err != nil {
				return nil, err
			}
			if a, ok := made.(tensorOf); ok {
				v.tensorOf = a
			}
			return v, nil
		}}, nil
	}
	switch name {
	case "assign":
		return change("")
	case "assign_add":
		return change("+")
	case "assign_sub":
		return change("-")
	}
	if v.lost != nil {
		return *v.lost, nil
	}
	if name == "value" || name == "read_value" {
		return eval.NewBuiltin(name, func(*eval.Thread, *eval.Args) (eval.Value, error) { return v.tensorOf, nil }), nil
	}
	return v.tensorOf.Attr(t, name)
}

// Binary computes with the tensor.
func (v *variable) Binary(t *eval.Thread, op string, other eval.Value, reflected bool) (eval.Value, error) {
	if v.lost != nil {
		return *v.lost, nil
	}
	return v.tensorOf.Binary(t, op, other, reflected)
}

// Repr is <tf.Variable 'Variable:0' …>.
func (v *variable) Repr(t *eval.Thread) (string, error) {
	text, err := v.shown(t)
	return "<tf.Variable 'Variable:0' shape=" + array.Tuple(v.Shape()) + " dtype=" + v.DType() + ", numpy=" + text + ">", err
}

// Str is its Repr.
func (v *variable) Str(t *eval.Thread) (string, error) { return v.Repr(t) }
