package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/nn"
)

// takes notes that layers are those of the model, where they are of none yet.
func (m *model) takes(layers ...use) {
	for _, layer := range layers {
		if o, ok := layer.layer.(*object); ok && o.owner == nil {
			o.owner = m
		}
	}
	if !m.functional && !m.counted && m.isBuilt() {
		m.counted = true
		m.r.count("Functional") // which a Sequential makes for itself
	}
}

// startsWith notes the weights that a model is given before it is trained.
func (m *model) startsWith(t *eval.Thread, args *eval.Args) {
	m.weights = args
	m.statements = slices.DeleteFunc(m.statements, func(s statement) bool { return s.role == "weights" })
	m.role(t, "weights", args.Span)
}

// cloned is a model of the same layers with weights of its own.
func (r *reader) cloned(m *model, call *eval.Args) *model {
	c := &model{r: r, call: m.call, at: call.Span, name: m.name, functional: m.functional}
	for _, layer := range m.layers {
		if o, is := layer.layer.(*object); is {
			fresh := *o
			fresh.owner = nil
			layer.layer = &fresh
		}
		c.layers = append(c.layers, layer)
	}
	c.number = m.number
	c.takes(c.layers...)
	r.models = append(r.models, c)
	return c
}

// objects are the layers as Keras lists them: without the Input of a Sequential.
func (m *model) objects() []*object {
	var all []*object
	for _, layer := range m.layers {
		if o, ok := layer.layer.(*object); ok && (o.word != "Input" || m.functional) {
			all = append(all, o)
		}
	}
	return all
}

// optimizer is the one that the model was compiled with, nil where none is known.
func (m *model) optimizer() *object {
	if m.compiled == nil {
		return nil
	}
	given := m.r.arguments(m.compiled).take(0, "optimizer")
	if given.kind == textValue && m.named == nil {
		if entry, known := nn.Optimizers().Lookup(strings.ToLower(given.word)); known {
			m.named = &object{r: m.r, word: entry.Class, call: &eval.Args{Span: given.Span}}
		}
	}
	if given.kind == textValue {
		return m.named
	}
	return given.object
}

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
	if !r.arguments(call).gave("name", 2) {
		m.number = r.count("Functional")
	}
	m.takes(m.layers...)
	r.models = append(r.models, m)
	return m
}
