package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// Base lets a program derive a class from keras.Model: its layers are those that its
// method call applies, one after the other. One from keras.losses.Loss is looked at where
// compile is given an object of it.
func (n *named) Base() *eval.ClassOf {
	switch last(n.path) {
	case "Model":
		return n.r.modelClass()
	case "Loss":
		return n.r.lossClass()
	}
	return nil
}

// modelClass is keras.Model as a base. Each of its methods is that of the model that
// the object comes to.
func (r *reader) modelClass() *eval.ClassOf {
	if r.subclassed != nil {
		return r.subclassed
	}
	r.subclassed = eval.NewClass("Model")
	for _, name := range []string{
		"compile", "fit", "train_on_batch", "predict", "predict_on_batch", "evaluate", "summary", "count_params",
		"get_weights", "set_weights", "build", "load_weights", "save", "save_weights", "export", "get_layer",
	} {
		r.subclassed.Members[name] = &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			return r.methodOf(t, name, args)
		}}
	}
	r.subclassed.Members["__init__"] = &eval.Builtin{Name: "__init__", TakesUnknown: true, Fn: func(*eval.Thread, *eval.Args) (eval.Value, error) {
		return eval.None{}, nil
	}}
	r.subclassed.Members["__call__"] = &eval.Builtin{Name: "__call__", TakesUnknown: true, Fn: r.applied}
	return r.subclassed
}

// methodOf calls a method of the model that an object of a derived class comes to. The
// object is the first argument.
func (r *reader) methodOf(t *eval.Thread, name string, args *eval.Args) (eval.Value, error) {
	m, own, err := r.modelOf(t, args)
	if err != nil || m == nil {
		return eval.Unknown{Why: eval.Lacking, Text: "tf.keras.Model." + name, At: args.Span}, err
	}
	if name == "summary" { // names the class, and counts what it cannot see
		r.report(Note, args.Span, "code_not_run", "text", r.source(args.Span))
		return eval.None{}, nil
	}
	method, err := m.Attr(t, name)
	if err != nil {
		return nil, err
	}
	return t.CallWith(method, own)
}

// applied is model(x): of what flows through layers, the layers of the method call; of
// numbers, their predictions.
func (r *reader) applied(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	if len(args.List) > 1 {
		if before, ok := args.List[1].Value.(*tensor); ok {
			return r.flow(t, args.List[0].Value, before)
		}
	}
	m, own, err := r.modelOf(t, args)
	if err != nil || m == nil {
		return eval.Unknown{Why: eval.Lacking, Text: "tf.keras.Model.__call__", At: args.Span}, err
	}
	return m.Call(t, own)
}

// flow sends something through an object's method call.
func (r *reader) flow(t *eval.Thread, object eval.Value, before *tensor) (eval.Value, error) {
	i, ok := object.(*eval.Instance)
	if !ok {
		return eval.Unknown{Why: eval.Lacking, Text: "tf.keras.Model.call", At: t.Here()}, nil
	}
	if _, ok := i.Type.Member("call"); !ok {
		return eval.Unknown{Why: eval.Lacking, Text: i.Type.Name + ".call", At: t.Here()}, nil
	}
	method, err := t.Attr(i, "call")
	if err != nil {
		return nil, err
	}
	return t.CallWith(method, eval.Positional(before))
}

// modelOf is the model that an object comes to, which is made when it is first asked
// for something, and the arguments of the call without the object. It is nil where the
// page cannot follow the method call.
func (r *reader) modelOf(t *eval.Thread, args *eval.Args) (*model, *eval.Args, error) {
	if len(args.List) == 0 {
		return nil, nil, nil
	}
	i, ok := args.List[0].Value.(*eval.Instance)
	if !ok {
		return nil, nil, nil
	}
	own := &eval.Args{Span: args.Span, Callee: args.Callee, List: args.List[1:]}
	if m, ok := r.instances[i]; ok {
		return m, own, nil
	}
	out, err := r.flow(t, i, &tensor{})
	if err != nil {
		return nil, nil, err
	}
	var m *model
	if flowed, ok := out.(*tensor); ok && len(flowed.layers) > 0 {
		name := r.source(args.Callee)
		m = &model{
			r: r, call: &eval.Args{Span: args.Span}, at: args.Span, name: name[:max(0, strings.LastIndexByte(name, '.'))],
			functional: true, subclassed: true, layers: slices.Clone(flowed.layers),
		}
		r.models = append(r.models, m)
	} else {
		r.report(Wrong, args.Span, "code_layer", "text", i.Type.Name+".call")
	}
	if r.instances == nil {
		r.instances = map[*eval.Instance]*model{}
	}
	r.instances[i] = m
	return m, own, nil
}

// activated applies a function of activation, such as tf.nn.relu, to what flows through
// layers: a layer of its own.
func (n *named) activated(args *eval.Args) (eval.Value, bool) {
	if len(args.List) != 1 || !strings.Contains(n.path, ".nn.") && !strings.Contains(n.path, ".activations.") && last(n.path) != "tanh" && last(n.path) != "sigmoid" {
		return nil, false
	}
	before, ok := args.List[0].Value.(*tensor)
	if !ok {
		return nil, false
	}
	call := &eval.Args{Span: args.Span, Callee: args.Callee, List: []eval.Arg{{Span: python.Span{}, Value: eval.Str{V: last(n.path)}}}}
	layer := &object{r: n.r, word: "Activation", call: call}
	return &tensor{layers: append(slices.Clone(before.layers), use{layer, args.Span, false})}, true
}
