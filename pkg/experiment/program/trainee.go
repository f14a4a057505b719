package program

import (
	"slices"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// model is a model of the program. What it is made of is read when it is trained:
// programs make others, which the page does not show.
type model struct {
	r *reader
	// call is what made it, at the statement.
	call *eval.Args
	at   python.Span
	name string
	// functional is set for Model(inputs, outputs).
	functional bool
	layers     []use
	compiled   *eval.Args
	weights    *eval.Args
	recompiled bool
	stopped    bool // by its stop_training
	statements []statement
}

// Class returns the name of the type.
func (m *model) Class() string {
	if m.functional {
		return "Functional"
	}
	return "Sequential"
}

// TakesUnknown is true: what is predicted is not known before the training.
func (*model) TakesUnknown() bool { return true }

// newModel is Sequential([…]).
func (r *reader) newModel(t *eval.Thread, call *eval.Args) *model {
	m := &model{r: r, call: call, at: t.Statement().Span, name: targetOf(t)}
	list := r.arguments(call).take(0, "layers")
	for _, item := range list.items {
		if len(m.layers) > maxLayers {
			break // which is told of one layer too many
		}
		m.layers = append(m.layers, use{item, layerSpan(item, list.Span), false})
	}
	m.role(t, "model", call.Span)
	r.models = append(r.models, m)
	return m
}

// maxLayers is more than any model of the page has.
const maxLayers = 1000

// layerSpan is where a layer is made.
func layerSpan(item eval.Value, otherwise python.Span) python.Span {
	if o, ok := item.(*object); ok {
		return o.call.Span
	}
	if before, ok := item.(*tensor); ok {
		return before.layers[0].at
	}
	if at := eval.Origin(item); at != noSpan {
		return at
	}
	return otherwise
}

// targetOf is the name that the current statement gives a value.
func targetOf(t *eval.Thread) string {
	if s := t.Statement(); s.Kind == python.Assign && len(s.Targets) == 1 && s.Targets[0].Kind == python.Name {
		return s.Targets[0].Text
	}
	return "model"
}

// functional is Model(inputs, outputs): the layers between the two.
func (r *reader) functional(call *eval.Args) eval.Value {
	args := r.arguments(call)
	outputs := args.take(1, "outputs", "output")
	if len(outputs.items) == 1 {
		outputs = valueOf(outputs.items[0], outputs.Span)
	}
	out, ok := outputs.eval.(*tensor)
	if !ok {
		r.report(Wrong, call.Span, "code_layer", "text", r.source(call.Callee))
		return eval.Unknown{Why: eval.Lacking, Text: "Model", At: call.Span}
	}
	m := &model{r: r, call: call, at: call.Span, name: "model", functional: true, layers: slices.Clone(out.layers)}
	r.models = append(r.models, m)
	return m
}

// role notes what a call is for, with the statement that it stands in.
func (m *model) role(t *eval.Thread, role string, call python.Span) {
	s := m.r.statementAt(t, role, call)
	if m.r.learner == m || m.r.learner == nil && role == "predict" {
		m.r.addStatement(s)
		return
	}
	m.statements = append(m.statements, s)
}

func (r *reader) addStatement(s statement) {
	if r.statementOf(s.Span) < 0 {
		r.statements = append(r.statements, s)
	}
}

// statementOf is the place in the list of the statement that stands there, -1 for none.
// Those that came since the last question are entered, and not all looked at again: a
// program may have ten thousand.
func (r *reader) statementOf(at python.Span) int {
	for ; r.entered < len(r.statements); r.entered++ {
		if span := r.statements[r.entered].Span; r.placed[span] == 0 {
			r.placed[span] = r.entered + 1
		}
	}
	return r.placed[at] - 1
}

func (r *reader) setRole(t *eval.Thread, role string, call python.Span) {
	r.addStatement(r.statementAt(t, role, call))
}

// statementAt is the statement that a call stands in, or the call where it is only a
// part of it.
func (r *reader) statementAt(t *eval.Thread, role string, call python.Span) statement {
	s := t.Statement()
	whole := statement{Span: s.Span, role: role}
	if s.Value == nil || s.Value.Start < s.Start {
		return statement{Span: call, role: role, part: true}
	}
	value := s.Value
	if value.Kind == python.Call && value.Base.Kind == python.Name && value.Base.Text == "print" && len(value.Args) == 1 && s.Kind == python.Expression && value.Args[0].Span == call {
		return whole
	}
	switch {
	case value.Span != call || len(s.Body) > 0:
		return statement{Span: call, role: role, part: true}
	case s.Kind == python.Assign || s.Kind == python.Return:
		whole.assigned = r.text[s.Start:value.Start]
	}
	return whole
}

// Attr is a method of the model.
func (m *model) Attr(t *eval.Thread, name string) (eval.Value, error) {
	method := func(do func(t *eval.Thread, args *eval.Args) (eval.Value, error)) (eval.Value, error) {
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: do}, nil
	}
	r := m.r
	switch name {
	case "add":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if at := r.arguments(args).find(0, "layer"); at >= 0 && !r.fitted {
				m.layers = append(m.layers, use{args.List[at].Value, layerSpan(args.List[at].Value, args.Span), true})
				m.role(t, "model", args.Span)
			}
			return eval.None{}, nil
		})
	case "pop":
		return method(func(*eval.Thread, *eval.Args) (eval.Value, error) {
			if n := len(m.layers); n > 0 && !r.fitted {
				m.layers = m.layers[:n-1]
			}
			return eval.None{}, nil
		})
	case "compile":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if r.learner == m {
				m.recompiled = true
				return eval.None{}, nil
			}
			m.compiled = args
			m.statements = slices.DeleteFunc(m.statements, func(s statement) bool { return s.role == "compile" })
			m.role(t, "compile", args.Span)
			return eval.None{}, nil
		})
	case "set_weights":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if r.learner == nil {
				m.weights = args
				m.statements = slices.DeleteFunc(m.statements, func(s statement) bool { return s.role == "weights" })
				m.role(t, "weights", args.Span)
			} else {
				r.report(Note, args.Span, "code_weights_later")
			}
			return eval.None{}, nil
		})
	case "build", "load_weights", "save", "save_weights", "export":
		return method(func(*eval.Thread, *eval.Args) (eval.Value, error) { return eval.None{}, nil })
	case "fit":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.fit(t, m, args) })
	case "train_on_batch":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.trainOnBatch(t, m, args) })
	case "predict", "predict_on_batch":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.predict(t, m, args, name) })
	case "evaluate":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.evaluate(t, m, args) })
	case "summary":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			m.role(t, "summary", args.Span)
			if r.learner == nil || r.learner == m {
				r.output(Output{Kind: Summary, Epoch: r.epochs}, args.Span)
			}
			return eval.None{}, nil
		})
	case "name":
		if v := r.arguments(m.call).take(1, "name"); v.kind == textValue {
			return eval.Str{V: v.word}, nil
		}
	case "count_params":
		return method(func(t *eval.Thread, _ *eval.Args) (eval.Value, error) {
			if n, ok := m.parameters(); ok {
				return eval.Int{V: int64(n)}, nil
			}
			return t.Lacks("count_params"), nil
		})
	case "get_weights":
		return method(func(t *eval.Thread, _ *eval.Args) (eval.Value, error) { return r.weightsOf(t, -1), nil })
	case "layers":
		list := &eval.List{}
		for _, layer := range m.layers {
			if o, ok := layer.layer.(*object); ok && o.word != "Input" {
				list.Items = append(list.Items, o)
			}
		}
		return list, nil
	case "get_layer":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			index := r.arguments(args).take(1, "index")
			name := r.arguments(args).take(0, "name")
			k := 0
			for _, layer := range m.layers {
				o, ok := layer.layer.(*object)
				if !ok || o.word == "Input" {
					continue
				}
				if v := r.arguments(o.call).take(-1, "name"); index.kind == numberValue && int(index.number) == k || name.kind == textValue && v.word == name.word {
					return o, nil
				}
				k++
			}
			return t.Lacks("get_layer"), nil
		})
	case "history":
		if r.lastFit != nil {
			return r.lastFit, nil
		}
	case "stop_training":
		return eval.Bool{V: m.stopped}, nil
	}
	return eval.Unknown{Why: eval.Trained, Text: name, At: t.Here()}, nil
}

// SetAttr keeps what stops a training, and nothing else.
func (m *model) SetAttr(t *eval.Thread, name string, v eval.Value) error {
	if _, unknown := v.(eval.Unknown); name != "stop_training" || unknown {
		return nil
	}
	var err error
	m.stopped, err = t.Truth(v)
	return err
}

// Call is model(x), which predicts without a word.
func (m *model) Call(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	return m.r.predict(t, m, args, "call")
}

// Run returns what the program prints when it has been trained so.
func (r Reading) Run(trained Trained) []Output {
	again := newReader(r.Program, r.Base)
	again.trained = &trained
	again.lastEpoch = trained.Last
	again.run(r.file, nil)
	return again.outputs
}

// weightsOf returns the weights of one layer, of all for -1.
func (r *reader) weightsOf(t *eval.Thread, layer int) eval.Value {
	unknown := eval.Unknown{Why: eval.Trained, Text: "get_weights", At: t.Here()}
	if r.trained == nil || r.learner == nil {
		return unknown
	}
	flat := r.trained.Weights(r.epochs)
	list := &eval.List{}
	inputs := 1
	for i, l := range r.layers {
		count := (inputs + 1) * l.Units
		if len(flat) < count {
			return unknown
		}
		if layer < 0 || layer == i {
			list.Items = append(list.Items, floats32(flat[:inputs*l.Units], inputs, l.Units), floats32(flat[inputs*l.Units:count], l.Units))
		}
		flat, inputs = flat[count:], l.Units
	}
	return list
}

func floats32(values []float32, shape ...int) eval.Value {
	wide := make([]float64, len(values))
	for i, v := range values {
		wide[i] = float64(v)
	}
	return numpy.New("float32", shape, wide)
}

// history is the History of a training: of each epoch what was logged.
type history struct {
	r        *reader
	from, to int
	params   eval.Value
}

// maxHistory is how many epochs a program looks at one by one.
const maxHistory = 20_000

// Class returns the name of the type.
func (*history) Class() string { return "History" }

// Attr is history, a list for each name, or epoch.
func (h *history) Attr(t *eval.Thread, name string) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "history", At: t.Here()}
	switch {
	case name == "params":
		return h.params, nil
	case name != "history" && name != "epoch":
		return t.Lacks("History." + name), nil
	case h.r.trained == nil || h.to-h.from > maxHistory:
		return unknown, nil
	}
	epochs := &eval.List{}
	logs := eval.NewDict()
	names, _ := h.r.trained.Logged(h.from + 1)
	lists := make([]*eval.List, len(names))
	for i, name := range names {
		lists[i] = &eval.List{}
		logs.Put(name, lists[i])
	}
	for epoch := h.from + 1; epoch <= min(h.to, h.r.trained.Epochs); epoch++ {
		known, values := h.r.trained.Logged(epoch)
		for i, name := range names {
			var v eval.Value = unknown
			if k := slices.Index(known, name); k >= 0 {
				v = eval.Float{V: float64(float32(values[k]))} // as Keras counts
			}
			lists[i].Items = append(lists[i].Items, v)
		}
		epochs.Items = append(epochs.Items, eval.Int{V: int64(epoch - h.from - 1)})
	}
	if name == "epoch" {
		return epochs, nil
	}
	return logs, nil
}

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
