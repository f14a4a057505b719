package numpy

import (
	"math"
	"strings"
	"sync"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// Module is NumPy. It is the same for every run: what a run changes, its thread keeps.
func Module() *eval.Module { return module() }

// goFunction is a function of NumPy's.
type goFunction func(t *eval.Thread, args *eval.Args) (eval.Value, error)

// functions are NumPy's functions by their names. They, the methods and the module
// are made when they are first asked for, not when the page starts.
var functions = sync.OnceValue(func() map[string]goFunction {
	table := tableOfUfuncs()
	for name, f := range tableOfArrays() {
		table[name] = f
	}
	return table
})

var module = sync.OnceValue(func() *eval.Module {
	members := map[string]eval.Value{
		"pi": eval.Float{V: math.Pi}, "e": eval.Float{V: math.E}, "euler_gamma": eval.Float{V: 0.5772156649015329},
		"inf": eval.Float{V: math.Inf(1)}, "nan": eval.Float{V: math.NaN()},
		"newaxis": eval.None{}, "c_": joiner{columns: true}, "r_": joiner{}, "random": randomModule(), "linalg": linalgModule(),
		"True_": &Array{array.Truth(true).AsNumber()}, "False_": &Array{array.Truth(false).AsNumber()},
		"ndarray": namedType("numpy.ndarray"), "dtype": namedType("numpy.dtype"), "__version__": eval.Str{V: "2.4.6"},
	}
	for name, f := range functions() {
		members[name] = eval.NewBuiltin(name, f)
	}
	for name, dtype := range map[string]array.DType{
		"float64": array.Float64, "double": array.Float64, "float32": array.Float32, "single": array.Float32, "int64": array.Int64,
		"int_": array.Int64, "intp": array.Int64, "int32": array.Int32, "intc": array.Int32, "bool_": array.Bool, "bool": array.Bool,
	} {
		members[name] = scalarType{dtype}
	}
	return &eval.Module{Name: "numpy", Members: members, Member: removed}
})

// removed raises NumPy's errors of the names that version 2 has no longer.
func removed(_ *eval.Thread, name string) (eval.Value, error) {
	const notes = "\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations"
	switch name {
	case "float", "int", "object", "complex", "str":
		text := "module 'numpy' has no attribute '" + name + "'.\n`np." + name + "` was a deprecated alias for the builtin `" + name +
			"`. To avoid this error in existing code, use `" + name + "` by itself. Doing this will not modify any behavior and is safe. "
		switch name {
		case "float":
			text += "If you specifically wanted the numpy scalar type, use `np.float64` here."
		case "int":
			text += "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information."
		default:
			return nil, nil
		}
		return nil, eval.Raise("AttributeError", text+notes)
	case "float_":
		return nil, eval.Raise("AttributeError", "`np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead.")
	case "Inf", "Infinity", "infty", "NaN":
		return nil, eval.Raise("AttributeError", "`np."+name+"` was removed in the NumPy 2.0 release. Use `np."+map[bool]string{true: "nan", false: "inf"}[name == "NaN"]+"` instead.")
	}
	if !strings.Contains(public, " "+name+" ") && !strings.Contains(expired, " "+name+" ") && !strings.HasPrefix(name, "_") {
		return nil, eval.Raise("AttributeError", "module 'numpy' has no attribute '"+name+"'")
	}
	return nil, nil
}

// arrayFirst is a function of one array and options, whose names are given; the
// array's name is NumPy's.
func arrayFirst(name, first string, options []string, f func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error)) goFunction {
	signature := append([]string{first}, options...)
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		a, err := numbers(t, b.Value(first))
		if err != nil {
			return nil, err
		}
		return f(t, a, b)
	}
}

// lacks answers for arguments that are given and not supported.
func lacks(t *eval.Thread, function string, b eval.Bound, names ...string) eval.Value {
	for _, name := range names {
		if b.Has(name) {
			return t.Lacks("numpy." + function + "(" + name + "=)")
		}
	}
	return nil
}

// reduction is one that package array has.
func reduction(name, as string) goFunction {
	options := []string{"axis=", "dtype=", "out=", "keepdims=", "initial=", "where="}
	switch name {
	case "std", "var":
		options = []string{"axis=", "dtype=", "out=", "ddof=", "keepdims=", "where=", "correction="}
	case "min", "max", "any", "all", "argmin", "argmax", "ptp":
		options = []string{"axis=", "out=", "keepdims=", "initial=", "where="}
	case "mean":
		options = []string{"axis=", "dtype=", "out=", "keepdims=", "where="}
	case "median":
		options = []string{"axis=", "out=", "overwrite_input=", "keepdims="}
	case "count_nonzero":
		options = []string{"axis=", "*", "keepdims="}
	}
	return arrayFirst(as, "a", options, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		if v := lacks(t, as, b, "out", "where", "initial"); v != nil {
			return v, nil
		}
		if tuple, ok := b.Value("axis").(*eval.Tuple); ok && len(tuple.Items) != len(a.Shape()) {
			return t.Lacks("numpy." + as + "(axis=(…))"), nil
		} else if ok {
			r, err := array.Reduce(name, a, nil, b.Bool("keepdims", false), 0)
			return result(t, r, err)
		}
		axis, err := axisOf(b)
		if err != nil {
			return nil, err
		}
		ddof, err := b.Float("ddof", 0)
		if err != nil {
			return nil, err
		}
		if b.Has("correction") {
			if ddof, err = b.Float("correction", 0); err != nil {
				return nil, err
			}
		}
		if b.Has("dtype") {
			dtype, err := dtypeOf(t, b, a.DType())
			if err != nil {
				return nil, err
			}
			a = a.AsType(dtype)
		}
		if name == "any" || name == "all" {
			ddof = 0
		}
		if err := t.Spend(a.Size() / 4); err != nil {
			return nil, err
		}
		r, err := array.Reduce(name, a, axis, b.Bool("keepdims", false), ddof)
		return result(t, r, err)
	})
}

// nanless is a reduction of what is no nan.
func nanless(name, as string) goFunction {
	return arrayFirst(as, "a", []string{"axis="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
		if b.Has("axis") {
			return t.Lacks("numpy." + as + "(axis=)"), nil
		}
		a = a.AsArray().Ravel()
		is, err := array.Unary("isnan", a)
		if err != nil {
			return nil, raised(err)
		}
		is, _ = array.Invert(is.AsArray())
		kept, err := a.Get(array.Index{Kind: array.Picked, List: is})
		if err != nil {
			return nil, raised(err)
		}
		r, err := array.Reduce(name, kept, nil, false, 0)
		return result(t, r, err)
	})
}

// ufunc is a function of one or two arrays, element by element.
func ufunc(name, as string) goFunction {
	two := array.Known(name) == 2
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		signature := []string{"x", "out=", "where=", "dtype="}
		if two {
			signature = []string{"x1", "x2", "out=", "where=", "dtype="}
		}
		b, err := args.Bind(as, signature...)
		if err != nil {
			return nil, err
		}
		if v := lacks(t, as, b, "out", "where"); v != nil {
			return v, nil
		}
		dtype, err := dtypeOf(t, b, array.Float64)
		if err != nil {
			return nil, err
		}
		cast := func(a *array.Array) *array.Array {
			if b.Has("dtype") {
				return a.AsType(dtype)
			}
			return a
		}
		x, err := numbers(t, b.Value(signature[0]))
		if err != nil {
			return nil, err
		}
		if !two {
			v, err := unary(t, name, cast(x))
			return rewrap(b.Value("x"), v, err)
		}
		y, err := numbers(t, b.Value("x2"))
		if err != nil {
			return nil, err
		}
		v, err := binary(t, name, cast(x), cast(y))
		if _, ok := b.Value("x1").(Rewrapped); ok {
			return rewrap(b.Value("x1"), v, err)
		}
		return rewrap(b.Value("x2"), v, err)
	}
}

// aliases are further names of ufuncs.
var aliases = map[string]string{
	"abs": "absolute", "mod": "remainder", "pow": "power", "true_divide": "divide", "degrees": "rad2deg", "radians": "deg2rad",
	"acos": "arccos", "asin": "arcsin", "atan": "arctan", "atan2": "arctan2", "acosh": "arccosh", "asinh": "arcsinh", "atanh": "arctanh",
	"fix": "trunc", "bitwise_left_shift": "left_shift", "bitwise_right_shift": "right_shift",
}

// ufuncNames are those that stand in package array, as one text for its small size.
const ufuncNames = "add subtract multiply divide floor_divide remainder fmod power maximum minimum fmax fmin arctan2 hypot logaddexp copysign heaviside " +
	"equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift " +
	"exp expm1 exp2 log log1p log2 log10 sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh sqrt cbrt deg2rad rad2deg " +
	"floor ceil trunc rint square positive negative absolute fabs reciprocal sign isnan isinf isfinite signbit logical_not"

func tableOfUfuncs() map[string]goFunction {
	table := map[string]goFunction{}
	for name := range strings.FieldsSeq(ufuncNames) {
		table[name] = ufunc(name, name)
	}
	for as, name := range aliases {
		table[as] = ufunc(name, as)
	}
	for _, name := range []string{"sum", "prod", "mean", "std", "var", "min", "max", "argmin", "argmax", "any", "all", "ptp", "median", "count_nonzero"} {
		table[name] = reduction(name, name)
	}
	table["amin"], table["amax"] = reduction("min", "amin"), reduction("max", "amax")
	for _, name := range []string{"sum", "mean", "std", "var", "min", "max", "median"} {
		table["nan"+name] = nanless(name, "nan"+name)
	}
	for _, name := range []string{"cumsum", "cumprod"} {
		table[name] = arrayFirst(name, "a", []string{"axis=", "dtype=", "out="}, func(t *eval.Thread, a *array.Array, b eval.Bound) (eval.Value, error) {
			axis, err := axisOf(b)
			if err != nil {
				return nil, err
			}
			r, err := array.Cumulate(name, a, axis)
			return result(t, r, err)
		})
	}
	return table
}
