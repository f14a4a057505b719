package numpy

import (
	"slices"
	"sync"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// method is a function that has an array before its arguments.
type method func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error)

// Attr is an attribute or a method.
func (v *Array) Attr(t *eval.Thread, name string) (eval.Value, error) {
	a := v.a
	switch name {
	case "shape":
		return tuple(a.Shape()), nil
	case "size":
		return eval.Int{V: int64(a.Size())}, nil
	case "ndim":
		return eval.Int{V: int64(len(a.Shape()))}, nil
	case "dtype":
		return dtypeValue{a.DType()}, nil
	case "itemsize":
		return eval.Int{V: int64(itemSize(a.DType()))}, nil
	case "nbytes":
		return eval.Int{V: int64(itemSize(a.DType()) * a.Size())}, nil
	case "T":
		turned, err := a.Transpose(nil)
		return &Array{turned}, raised(err)
	case "real":
		return v, nil
	case "flat":
		return &Array{a.Ravel()}, nil
	case "mT", "imag", "base", "data", "strides", "ctypes", "flags", "__array_interface__", "device":
		return t.Lacks("numpy.ndarray." + name), nil
	case "__class__":
		return scalarType{a.DType()}, nil
	}
	if f, ok := methods()[name]; ok {
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return f(t, v, args) }), nil
	}
	if slices.Contains(lackingMethods, name) {
		return t.Lacks("numpy.ndarray." + name), nil
	}
	return nil, nil
}

// lackingMethods are those that NumPy has besides.
var lackingMethods = []string{
	"argpartition", "byteswap", "choose", "compress", "conj", "conjugate", "diagonal", "dump", "dumps", "getfield", "partition",
	"put", "resize", "is_integer", "as_integer_ratio", "hex", "bit_count", "searchsorted", "setfield", "setflags", "to_device", "tobytes", "tofile", "trace", "view",
}

// SetAttr sets the shape.
func (v *Array) SetAttr(t *eval.Thread, name string, w eval.Value) error {
	if name != "shape" {
		return eval.Raise("AttributeError", "'"+v.Class()+"' object has no attribute '"+name+"'")
	}
	shape, err := shapeOf(t, w)
	if err != nil {
		return err
	}
	a, err := v.a.Reshape(shape...)
	if err != nil {
		return raised(err)
	}
	v.a = a
	return nil
}

// methods are those of arrays and of NumPy's numbers. They are set by init, since
// they make values that have methods.
var methods func() map[string]method

func init() { methods = sync.OnceValue(makeMethods) }

func makeMethods() map[string]method {
	methods := map[string]method{
		"reshape": func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			return reshape(t, v.a, args)
		},
		"flatten": func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			if _, err := args.Bind("flatten", "order="); err != nil {
				return nil, err
			}
			return result(t, v.a.Flatten(), nil)
		},
		"ravel": func(_ *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			_, err := args.Bind("ravel", "order=")
			return &Array{v.a.AsArray().Ravel()}, err
		},
		"astype": func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind("astype", "dtype", "order=", "casting=", "subok=", "copy=")
			if err != nil {
				return nil, err
			}
			dtype, err := dtypeOf(t, b, array.Float64)
			if err != nil {
				return nil, err
			}
			return result(t, v.a.AsType(dtype), nil)
		},
		"tolist": func(t *eval.Thread, v *Array, _ *eval.Args) (eval.Value, error) { return list(t, v.a) },
		"item": func(_ *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind("item", "*args")
			if err != nil {
				return nil, err
			}
			if len(b.Rest) == 0 {
				one, err := v.a.Item()
				if err != nil {
					return nil, raised(err)
				}
				return item(one), nil
			}
			index := make([]array.Index, len(b.Rest))
			for i, arg := range b.Rest {
				n, ok := eval.AsInt(arg.Value)
				if !ok {
					return nil, eval.Raise("TypeError", "'"+arg.Value.Class()+"' object cannot be interpreted as an integer")
				}
				index[i] = array.Index{Kind: array.One, At: n}
			}
			a := v.a.AsArray()
			if len(index) == 1 {
				a = a.Ravel()
			}
			one, err := a.Get(index...)
			if err != nil {
				return nil, raised(err)
			}
			return item(one), nil
		},
		"copy": func(t *eval.Thread, v *Array, _ *eval.Args) (eval.Value, error) { return result(t, v.a.Copy(), nil) },
		"transpose": func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			return transpose(t, v.a, args)
		},
		"fill": func(_ *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind("fill", "value")
			if err != nil {
				return nil, err
			}
			f, err := b.Float("value", 0)
			if err != nil {
				return nil, err
			}
			return eval.None{}, raised(v.a.Set(array.Float(f), array.Index{Kind: array.Dots}))
		},
		"sort": func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			b, err := args.Bind("sort", "axis=", "kind=", "order=")
			if err != nil {
				return nil, err
			}
			axis, err := b.Int("axis", -1)
			if err != nil {
				return nil, err
			}
			sorted, err := array.Sort(v.a, &axis)
			if err != nil {
				return nil, raised(err)
			}
			if err := t.Spend(v.a.Size()); err != nil {
				return nil, err
			}
			return eval.None{}, raised(v.a.Set(sorted, array.Index{Kind: array.Dots}))
		},
	}
	methods["__abs__"] = func(t *eval.Thread, v *Array, _ *eval.Args) (eval.Value, error) { return unary(t, "absolute", v.a) }
	methods["__round__"] = func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind("__round__", "ndigits=")
		if err != nil {
			return nil, err
		}
		digits, err := b.Int("ndigits", 0)
		if err != nil {
			return nil, err
		}
		if !v.a.IsScalar() {
			return nil, eval.Raise("TypeError", "type numpy.ndarray doesn't define __round__ method")
		}
		r, err := array.Round(v.a, digits)
		if err != nil {
			return nil, failed(t, err)
		}
		if !b.Has("ndigits") && v.a.DType().Floating() {
			f := r.Floats()[0]
			if f != f || f-f != 0 {
				return nil, eval.Raise("ValueError", "cannot convert float NaN to integer")
			}
			return eval.Int{V: int64(f)}, nil
		}
		return &Array{r}, nil
	}
	// Those that are a function of the same name, with the array first.
	for _, name := range []string{
		"sum", "mean", "std", "var", "min", "max", "argmin", "argmax", "cumsum", "cumprod", "prod", "any", "all", "round", "clip",
		"squeeze", "dot", "argsort", "repeat", "swapaxes", "nonzero", "take",
	} {
		f := functions()[name]
		methods[name] = func(t *eval.Thread, v *Array, args *eval.Args) (eval.Value, error) {
			return f(t, &eval.Args{Span: args.Span, Callee: args.Callee, List: append([]eval.Arg{{Value: v, Span: args.Callee}}, args.List...)})
		}
	}
	return methods
}

// reshape is a.reshape(2, 3), a.reshape((2, 3)) or a.reshape(-1).
func reshape(t *eval.Thread, a *array.Array, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("reshape", "*shape", "order=", "copy=")
	if err != nil {
		return nil, err
	}
	if b.Has("order") {
		if order, _ := eval.AsStr(b.Value("order")); order != "C" {
			return t.Lacks("numpy.reshape(order='" + order + "')"), nil
		}
	}
	shape, err := shapeOfRest(t, b.Rest)
	if err != nil {
		return nil, err
	}
	r, err := a.AsArray().Reshape(shape...)
	if err != nil {
		return nil, raised(err)
	}
	return &Array{r}, nil
}

// shapeOfRest reads a shape that is written as several arguments or as one tuple.
func shapeOfRest(t *eval.Thread, rest []eval.Arg) ([]int, error) {
	if len(rest) == 1 {
		return shapeOf(t, rest[0].Value)
	}
	items := make([]eval.Value, len(rest))
	for i, arg := range rest {
		items[i] = arg.Value
	}
	return shapeOf(t, &eval.Tuple{Items: items})
}

func transpose(t *eval.Thread, a *array.Array, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("transpose", "*axes")
	if err != nil {
		return nil, err
	}
	var order []int
	if len(b.Rest) > 0 {
		if _, none := b.Rest[0].Value.(eval.None); !none {
			if order, err = shapeOfRest(t, b.Rest); err != nil {
				return nil, err
			}
		}
	}
	r, err := a.AsArray().Transpose(order)
	if err != nil {
		return nil, raised(err)
	}
	return &Array{r}, nil
}
