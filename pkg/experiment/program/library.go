package program

import (
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// named is something of Keras or TensorFlow by its dotted name: a module, a class, a
// function. What it means is decided where it is called, or given to Keras.
type named struct {
	r    *reader
	path string
}

// Class returns the name of the type.
func (*named) Class() string { return "module" }

// TakesUnknown is true: a layer may have an argument that is not known.
func (*named) TakesUnknown() bool { return true }

// Attr is a part of it.
func (n *named) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if len(n.path) > 200 {
		return t.Lacks(name), nil
	}
	if right := n.r.misnamed(t, n.path, name); right == movedHere {
		return n, nil
	} else if right != "" {
		name = right
	}
	path := n.path + "." + name
	if name == "__version__" {
		return eval.Unknown{Why: eval.Outside, Text: path, At: t.Here()}, nil
	}
	if name == "Callback" {
		return n.r.callbackClass, nil
	}
	if kind, ok := types[name]; ok && strings.HasPrefix(n.path, "tensorflow") {
		return eval.Str{V: kind}, nil
	}
	return &named{n.r, path}, nil
}

// types are TensorFlow's types of numbers, which NumPy knows by the same names.
var types = map[string]string{"float32": "float32", "float64": "float64", "int32": "int32", "int64": "int64", "bool": "bool"}

// IsClassOf reports whether a model or a layer is of a class of Keras, by its name.
func (n *named) IsClassOf(v eval.Value) (is, known bool) {
	word := last(n.path)
	switch v := v.(type) {
	case *model:
		return word == "Model" || word == "Layer" || word == v.Class() && !v.subclassed, true
	case *object:
		return word == v.madeClass() || word == "Layer" && v.layer || word == "Optimizer" && isOptimizer(v.word), true
	}
	return false, false
}

// Index is that of a type with a parameter.
func (n *named) Index(*eval.Thread, eval.Value) (eval.Value, error) { return n, nil }

// tensor is what flows through the layers of a model that is not made yet.
type tensor struct{ layers []use }

// Class returns the name of the type.
func (*tensor) Class() string { return "KerasTensor" }

// Attr is not known.
func (*tensor) Attr(t *eval.Thread, name string) (eval.Value, error) {
	return t.Lacks("KerasTensor." + name), nil
}

// use is a layer in its model.
type use struct {
	layer eval.Value
	at    python.Span
	// added is set where the method add took it.
	added bool
}

// isClass reports whether a name is written like a class, or is one of Keras's
// lower-case constructors.
func isClass(name string) bool {
	return name != "" && (name[0] >= 'A' && name[0] <= 'Z' || name == "l1" || name == "l2" || name == "l1_l2" || strings.HasSuffix(name, "_initializer"))
}

// arrays are the functions of TensorFlow that make arrays as NumPy's do.
var arrays = map[string]string{
	"constant": "array", "convert_to_tensor": "array", "Variable": "array", "range": "arange", "linspace": "linspace", "zeros": "zeros", "ones": "ones",
	"zeros_like": "zeros_like", "ones_like": "ones_like", "reshape": "reshape", "square": "square", "sqrt": "sqrt", "abs": "abs", "reduce_mean": "mean",
	"reduce_sum": "sum", "reduce_max": "max", "reduce_min": "min", "expand_dims": "expand_dims", "squeeze": "squeeze", "transpose": "transpose",
	"add": "add", "multiply": "multiply", "subtract": "subtract", "divide": "divide", "pow": "power", "exp": "exp", "sin": "sin", "cos": "cos",
	"tanh": "tanh", "maximum": "maximum", "minimum": "minimum", "concat": "concatenate", "stack": "stack", "round": "round", "sign": "sign", "where": "where",
	"log": "log", "eye": "eye", "fill": "full", "matmul": "matmul",
}

// Call calls a function or makes an object.
func (n *named) Call(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	r := n.r
	word := last(n.path)
	switch word {
	case "Sequential":
		return r.newModel(t, args), nil
	case "Input":
		return &tensor{layers: []use{{r.newObject(t, word, args), args.Span, false}}}, nil
	case "Model":
		return r.functional(args), nil
	case "from_tensor_slices":
		return r.newSlices(t, args)
	case "set_random_seed", "set_seed", "manual_seed":
		if v := r.arguments(args).take(0, "seed"); v.kind == numberValue {
			r.setRole(t, "seed", args.Span)
			r.set("seed", script.PythonNumber(v.number, v.whole), args.Span)
			r.markArgument("seed", r.arguments(args), 0, "seed")
		}
		return eval.None{}, nil
	case "clear_session", "set_floatx", "enable_eager_execution", "disable_v2_behavior", "set_verbosity":
		return eval.None{}, nil
	case "backend":
		if strings.Contains(n.path, ".backend.") || strings.Contains(n.path, ".config.") {
			if !strings.Contains(r.text, "KERAS_BACKEND") {
				return eval.Str{V: "tensorflow"}, nil
			}
		}
	case "clone_model":
		if m, is := argument(args).(*model); is && !m.subclassed && len(args.List) == 1 {
			return r.cloned(m, args), nil
		}
	case "load_model":
		if path, ok := eval.AsStr(argument(args)); ok && r.saved[path] != nil {
			return r.saved[path], nil
		}
	case "get_logger": // which is told to be quiet
		return drawn(t, word)
	case "function": // a decorator
		if len(args.List) == 1 {
			return args.List[0].Value, nil
		}
	case "cast", "to_float":
		if len(args.List) > 0 {
			dtype := r.arguments(args).take(1, "dtype").word
			if word == "to_float" {
				dtype = "float32"
			}
			plain, _, lost := tensorArgs(args)
			if lost != nil {
				return *lost, nil
			}
			made, err := r.numpy(t, "array", &eval.Args{Span: args.Span, Callee: args.Callee, List: plain.List[:1]})
			if err != nil {
				return nil, err
			}
			return tensorLike(t, made, dtype)
		}
	}
	if made, ok := n.identified(t, args); ok {
		return made, nil
	}
	if flowed, ok := n.activated(args); ok {
		return flowed, nil
	}
	if other := arrays[word]; other != "" && !strings.Contains(n.path, ".layers.") {
		return r.tensorFunction(t, word, other, args)
	}
	if strings.Contains(n.path, "keras.ops.") && !strings.Contains(r.text, "KERAS_BACKEND") { // of TensorFlow's backend
		switch word {
		case "array", "arange", "mean", "sum", "max", "min", "matmul", "power", "concatenate", "log", "argmax":
			return r.tensorFunction(t, word, word, args)
		case "convert_to_numpy":
			if len(args.List) == 1 {
				if tensor, ok := asTensor(args.List[0].Value); ok {
					return tensor.plain(), nil
				}
			}
		}
	}
	if isClass(word) {
		return r.newObject(t, n.path, args), nil
	}
	return eval.Unknown{Why: eval.Lacking, Text: n.path, At: args.Span}, nil
}

// argument is the first argument of a call.
func argument(args *eval.Args) eval.Value {
	if len(args.List) == 0 {
		return nil
	}
	return args.List[0].Value
}

// numpy calls a function of NumPy.
func (r *reader) numpy(t *eval.Thread, function string, args *eval.Args) (eval.Value, error) {
	if r.numpyModule == nil {
		return eval.Unknown{Why: eval.Lacking, Text: function, At: args.Span}, nil
	}
	fn, err := t.Attr(r.numpyModule, function)
	if err != nil {
		return nil, err
	}
	return t.CallWith(fn, args)
}

// drawn is what a library of plots gives: nothing that the page is asked for.
func drawn(*eval.Thread, string) (eval.Value, error) {
	return eval.Unknown{Why: eval.Drawn, Text: "matplotlib"}, nil
}
