package program

import (
	"slices"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
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
	// strayed is set where it was trained in another way than the page's.
	strayed bool
	// built is set once it has computed something, or was told the shape of what goes in.
	built bool
	// subclassed is set for a class of the program's own.
	subclassed bool
	// number is how many of its class were made before.
	number int
	// counted is set once its own Functional was.
	counted bool
	// lossIs is the loss of Keras that the program's own loss computes, "" for none.
	lossIs string
	// named is the optimizer that compile was given the name of, nil before it is asked for.
	named      *object
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
	if !r.arguments(call).gave("name", 1) {
		m.number = r.count("Sequential")
	}
	m.takes(m.layers...)
	m.role(t, "model", call.Span)
	r.models = append(r.models, m)
	return m
}

// maxLayers is more than any model of the page has.
const maxLayers = 1000

// learn reads the model that is trained first, with what it was compiled with: only
// now is it known which one that is.
func (r *reader) learn(m *model) {
	r.learner, r.hasModel, r.modelAt = m, true, m.call.Span
	r.statements = append(r.statements, m.statements...)
	r.places["layers"] = m.at
	args := r.arguments(m.call)
	if at := args.find(0, "layers"); at >= 0 && !m.functional {
		list := args.take(0, "layers")
		if list.items == nil && list.kind != listValue && list.kind != noneValue {
			r.addLayer(use{m.call.List[at].Value, list.Span, false})
		}
	}
	for i, layer := range m.layers {
		r.layerPlace(m, i)
		r.addLayer(layer)
	}
	if m.compiled != nil {
		r.compile(m.compiled)
		r.ownRate(m.named)
	}
	if m.weights != nil {
		r.setWeights(m.weights)
	}
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
				m.takes(m.layers...)
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
			args = r.plainly(t, m, args)
			m.compiled, m.named, m.lossIs = args, nil, ""
			if given := r.arguments(args).take(1, "loss"); r.ownLoss(given.eval) != "" {
				m.lossIs = r.sameLoss(t, given.eval)
			}
			m.statements = slices.DeleteFunc(m.statements, func(s statement) bool { return s.role == "compile" })
			m.role(t, "compile", args.Span)
			return eval.None{}, nil
		})
	case "set_weights":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if r.learner == nil {
				m.startsWith(t, args)
			} else {
				r.report(Note, args.Span, "code_weights_later")
			}
			return eval.None{}, nil
		})
	case "save":
		return method(func(_ *eval.Thread, args *eval.Args) (eval.Value, error) {
			if path, ok := eval.AsStr(argument(args)); ok {
				if r.saved == nil {
					r.saved = map[string]*model{}
				}
				r.saved[path] = m
			}
			return eval.None{}, nil
		})
	case "weights", "variables", "trainable_weights", "trainable_variables":
		if list, ok := r.variablesOf(m, -1); ok {
			return list, nil
		}
	case "build":
		return method(func(*eval.Thread, *eval.Args) (eval.Value, error) {
			m.compute()
			return eval.None{}, nil
		})
	case "load_weights", "save_weights", "export":
		return method(func(*eval.Thread, *eval.Args) (eval.Value, error) { return eval.None{}, nil })
	case "fit":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.fit(t, m, r.unpacked(args)) })
	case "train_on_batch":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.trainOnBatch(t, m, args) })
	case "predict", "predict_on_batch":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.predict(t, m, args, name) })
	case "evaluate":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return r.evaluate(t, m, r.unpacked(args)) })
	case "summary":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			m.role(t, "summary", args.Span)
			if r.learner == nil || r.learner == m {
				r.output(Output{Kind: Summary, Epoch: r.epochs}, args.Span)
			}
			return eval.None{}, nil
		})
	case "name":
		if !m.subclassed {
			return eval.Str{V: m.title()}, nil
		}
	case "built":
		return eval.Bool{V: m.isBuilt()}, nil
	case "input_shape", "output_shape":
		if shape := m.shapeOf(name); shape != nil {
			return shape, nil
		}
	case "loss":
		if m.compiled == nil {
			return eval.None{}, nil
		}
		if given := r.arguments(m.compiled).take(1, "loss"); given.kind == textValue || given.kind == noneValue {
			return given.eval, nil
		}
	case "count_params":
		return method(func(t *eval.Thread, _ *eval.Args) (eval.Value, error) {
			if n, ok := m.parameters(); ok {
				return eval.Int{V: int64(n)}, nil
			}
			return t.Lacks("count_params"), nil
		})
	case "get_weights":
		return method(func(t *eval.Thread, _ *eval.Args) (eval.Value, error) { return r.weightsOf(t, m, -1), nil })
	case "layers":
		list := &eval.List{}
		for _, o := range m.objects() {
			list.Items = append(list.Items, o)
		}
		return list, nil
	case "get_layer":
		return method(func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			index := r.arguments(args).take(1, "index")
			name := r.arguments(args).take(0, "name")
			for k, o := range m.objects() {
				if v := r.arguments(o.call).take(-1, "name"); index.kind == numberValue && int(index.number) == k || name.kind == textValue && v.word == name.word {
					return o, nil
				}
			}
			return t.Lacks("get_layer"), nil
		})
	case "history":
		if r.lastFit != nil {
			return r.lastFit, nil
		}
	case "stop_training":
		return eval.Bool{V: m.stopped}, nil
	case "optimizer":
		if o := m.optimizer(); o != nil {
			return o, nil
		}
	}
	switch name {
	case "to_json", "get_config", "test_on_batch", "metrics_names", "input_shape", "output_shape", "loss":
		return t.Lacks("model." + name), nil
	}
	if r.noLonger(t, m, name) {
		return eval.Unknown{Why: eval.Lacking, Text: name, At: t.Here()}, nil
	}
	if right := r.misspeltMethod(t, m, name); right != "" {
		return m.Attr(t, right)
	}
	return eval.Unknown{Why: eval.Trained, Text: name, At: t.Here()}, nil
}

// SetAttr keeps what stops a training, and tells of a model that is not to learn.
func (m *model) SetAttr(t *eval.Thread, name string, v eval.Value) error {
	if name == "trainable" {
		m.r.frozen(t, v)
		return nil
	}
	if o, is := v.(*object); name == "optimizer" && is && m.compiled != nil && o != m.optimizer() {
		m.recompiled = true
	}
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
