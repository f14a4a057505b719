package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// known is what an earlier run of the program has found: which of its models learns, and
// the experiment of that one. Before the training of a program that is run again its weights
// are those that the page has drawn.
type known struct {
	learner int // its place among the models, -1 for none
	e       experiment.Experiment
	// given is set where the program gives it its weights: those before are Keras's own.
	given bool
}

// learns reports whether a model is the one that is trained first, as far as is known.
func (r *reader) learns(m *model) bool {
	if r.learner != nil || r.trained == nil {
		return m == r.learner
	}
	return slices.Index(r.models, m) == r.known.learner
}

// answers reports whether the page can say what a model computes: the one that learns does,
// unless it is trained in another way too, and so does any while none is known to learn.
func (r *reader) answers(m *model) bool {
	if r.stopped || m.strayed && r.trained != nil {
		return false
	}
	return r.learner == nil && r.trained == nil || r.learns(m)
}

// isBuilt reports whether a model has its weights: it knows the shape of what goes in.
func (m *model) isBuilt() bool {
	if m.functional || m.built || m == m.r.learner && (m.r.fitted || m.r.batches > 0) {
		return true
	}
	if len(m.layers) == 0 {
		return false
	}
	switch first := m.layers[0].layer.(type) {
	case *tensor:
		return true
	case *object:
		args := m.r.arguments(first.call)
		return first.word == "Input" || first.word == "InputLayer" || args.find(-1, "input_shape", "input_dim", "batch_input_shape", "batch_shape") >= 0
	}
	return false
}

// compute notes that a model has computed something, so that it has its weights.
func (m *model) compute() {
	m.built = true
	m.takes()
}

// shapeOf is the shape of what goes in or comes out, nil where it is not known.
func (m *model) shapeOf(name string) eval.Value {
	if m.subclassed || !m.isBuilt() {
		return nil
	}
	width := 1
	switch dense := m.dense(); {
	case name == "output_shape" && len(dense) > 0:
		units := m.r.arguments(dense[len(dense)-1].call).take(0, "units")
		if units.kind != numberValue {
			return nil
		}
		width = int(units.number)
	case name == "output_shape":
	case m == m.r.learner:
		width = max(m.r.width, 1)
	case m.r.trained == nil:
		return eval.Unknown{Why: eval.Trained, Text: name}
	default:
		width = m.r.known.e.Width()
	}
	return &eval.Tuple{Items: []eval.Value{eval.None{}, eval.Int{V: int64(width)}}}
}

// kept are the weights of one layer of a model, of all for -1, with the paths by which Keras
// calls them. Those of a model that has none yet are none; ok is false where they are not
// known.
func (r *reader) kept(m *model, layer int) (arrays []eval.Value, paths []string, ok bool) {
	if m == nil || m.subclassed && m != r.learner {
		return nil, nil, false
	}
	if !m.isBuilt() {
		return nil, nil, !m.normalizes()
	}
	if r.trained == nil || !r.learns(m) || m.strayed {
		return nil, nil, false
	}
	layers, width := r.layers, max(r.width, 1)
	if r.learner == nil {
		if layers, width = r.known.e.Layers, r.known.e.Width(); m.normalizes() || r.known.given && m.weights == nil {
			return nil, nil, false
		}
	}
	flat := r.trained.Weights(r.epochs)
	if r.normalizer != nil && layer < 0 {
		for _, v := range r.normalizer.weights() {
			arrays, paths = append(arrays, v), append(paths, "")
		}
	}
	dense, inputs := m.dense(), width
	for i, l := range layers {
		count := (inputs + 1) * l.Units
		if len(flat) < count || i >= len(dense) {
			return nil, nil, false
		}
		if layer < 0 || layer == i {
			path := m.pathOf(dense[i])
			arrays = append(arrays, floats32(flat[:inputs*l.Units], inputs, l.Units), floats32(flat[inputs*l.Units:count], l.Units))
			paths = append(paths, path+"kernel", path+"bias")
		}
		flat, inputs = flat[count:], l.Units
	}
	return arrays, paths, true
}

// pathOf is what Keras puts before the names of a layer's weights, "" where it is not known.
func (m *model) pathOf(layer *object) string {
	switch {
	case m.subclassed: // whose attributes are in the path
		return ""
	case m.functional:
		return layer.title() + "/"
	}
	return m.title() + "/" + layer.title() + "/"
}

// dense are the layers of a model that have weights.
func (m *model) dense() []*object {
	var all []*object
	for _, o := range m.objects() {
		if o.word == "Dense" {
			all = append(all, o)
		}
	}
	return all
}

// normalizes reports whether a model has a Normalization, which has weights of its own.
func (m *model) normalizes() bool {
	for _, o := range m.objects() {
		if o.norm != nil {
			return true
		}
	}
	return false
}

// weightsOf returns the weights of one layer of a model, of all for -1, as arrays.
func (r *reader) weightsOf(t *eval.Thread, m *model, layer int) eval.Value {
	arrays, _, ok := r.kept(m, layer)
	if !ok {
		return eval.Unknown{Why: eval.Trained, Text: "get_weights", At: t.Here()}
	}
	return &eval.List{Items: arrays}
}

// variablesOf are the weights of one layer of a model, of all for -1; ok is false where they
// are not known.
func (r *reader) variablesOf(m *model, layer int) (list *eval.List, ok bool) {
	arrays, paths, ok := r.kept(m, layer)
	list = &eval.List{}
	for i, item := range arrays {
		if a, is := item.(eval.Array); is {
			list.Items = append(list.Items, layerVariable{tensorOf{a}, paths[i]})
		}
	}
	return list, ok
}

// built reports whether a layer has its weights: its model knows the shape of what goes in.
func (o *object) built() bool { return o.word == "Input" || o.owner != nil && o.owner.isBuilt() }

// place is the place of a layer among those of its model that have weights, -1 for none.
func (o *object) place() int {
	if o.owner == nil {
		return -1
	}
	return slices.Index(o.owner.dense(), o)
}

// layerWeights are the weights of a layer as arrays: none before it is built.
func (r *reader) layerWeights(t *eval.Thread, o *object) eval.Value {
	if o.word == "Dense" && !o.built() {
		return &eval.List{}
	}
	if at := o.place(); at >= 0 {
		return r.weightsOf(t, o.owner, at)
	}
	if o.layer && o.norm == nil && o.word != "BatchNormalization" {
		return &eval.List{}
	}
	return eval.Unknown{Why: eval.Trained, Text: "get_weights", At: t.Here()}
}

// variables are the weights of a layer as Keras has them; ok is false where they are not
// known.
func (o *object) variables() (list *eval.List, ok bool) {
	if o.word == "Dense" && !o.built() {
		return &eval.List{}, true
	}
	if at := o.place(); at >= 0 {
		return o.r.variablesOf(o.owner, at)
	}
	return nil, false
}

// layerVariable is a weight of a layer as Keras has it: its numbers are what numpy gives.
// Its path has no slash where the page does not know it.
type layerVariable struct {
	tensorOf
	path string
}

// Class returns the name of the type.
func (layerVariable) Class() string { return "Variable" }

// Attr is its names, and what a tensor has.
func (v layerVariable) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "path":
		return eval.Str{V: v.path}, nil
	case "name":
		return eval.Str{V: last(strings.ReplaceAll(v.path, "/", "."))}, nil
	case "dtype":
		return eval.Str{V: v.DType()}, nil
	case "trainable":
		return eval.Bool{V: true}, nil
	}
	return v.tensorOf.Attr(t, name)
}

// Repr is as Keras writes a variable.
func (v layerVariable) Repr(t *eval.Thread) (string, error) {
	if !strings.Contains(v.path, "/") {
		return "", t.Lacking("keras.Variable")
	}
	text, err := t.Str(v.Array)
	return "<Variable path=" + v.path + ", shape=" + array.Tuple(v.Shape()) + ", dtype=" + v.DType() + ", value=" + text + ">", err
}

// Str is its Repr.
func (v layerVariable) Str(t *eval.Thread) (string, error) { return v.Repr(t) }

// Format is its Repr, where no form is asked for.
func (v layerVariable) Format(t *eval.Thread, spec string) (string, error) {
	if spec == "" {
		return v.Repr(t)
	}
	return v.tensorOf.Format(t, spec)
}
