package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
)

// object is what a class of Keras makes, with the arguments that it was given.
type object struct {
	r *reader
	// word is its class, such as Dense.
	word string
	call *eval.Args
	// norm is what a Normalization has besides, nil for any other.
	norm *normalization
	// layer is set for a layer, number is how many of its class were made before, owner the
	// model that it was first given to.
	layer  bool
	number int
	owner  *model
	// rate is what an optimizer was given as its learning rate after it was made, nil for
	// nothing.
	rate *value
}

// newObject is what a class of Keras makes, by its dotted name.
func (r *reader) newObject(t *eval.Thread, path string, args *eval.Args) *object {
	o := &object{r: r, word: last(path), call: args}
	o.layer = o.word == "Input" || strings.Contains(path, ".layers.")
	if !r.arguments(args).gave("name", -1) {
		o.number = r.count(o.madeClass())
	}
	if o.word == normalizationClass {
		o.norm = r.newNormalization(t, path, args)
	}
	return o
}

// madeClass is the class of what it made: Input makes an InputLayer.
func (o *object) madeClass() string {
	if o.word == "Input" {
		return "InputLayer"
	}
	return o.word
}

// Class returns the name of the type.
func (o *object) Class() string { return o.word }

// TakesUnknown is true, as for a model.
func (*object) TakesUnknown() bool { return true }

// Attr is a method of a layer: its weights are those of the model.
func (o *object) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if o.norm != nil {
		if v := o.norm.attribute(o, name); v != nil {
			return v, nil
		}
	}
	if o.word == "Input" && name == "weights" { // which has none
		return &eval.List{}, nil
	}
	switch name {
	case "get_weights":
		return &eval.Builtin{Name: name, Fn: func(t *eval.Thread, _ *eval.Args) (eval.Value, error) { return o.r.layerWeights(t, o), nil }}, nil
	case "set_weights":
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if m := o.owner; o.r.learner == nil && m != nil && o.word == "Dense" && len(m.dense()) == 1 && m.isBuilt() && !m.normalizes() {
				m.startsWith(t, args) // the weights of the layer are those of the model
				return eval.None{}, nil
			}
			o.r.givesWeights(args.Span)
			return eval.None{}, nil
		}}, nil
	case "adapt": // of a layer that the page lacks, which is told of where it is added
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(*eval.Thread, *eval.Args) (eval.Value, error) { return eval.None{}, nil }}, nil
	case "weights", "trainable_weights", "kernel", "bias", "variables", "trainable_variables":
		if name == "kernel" && o.layer && !o.built() {
			return nil, eval.Raise("AttributeError", "You must build the layer before accessing `kernel`.")
		}
		if list, ok := o.variables(); ok {
			switch {
			case name == "kernel" && len(list.Items) == 2:
				return list.Items[0], nil
			case name == "bias" && len(list.Items) == 2:
				return list.Items[1], nil
			}
			return list, nil
		}
		return eval.Unknown{Why: eval.Trained, Text: name, At: t.Here()}, nil
	case "name":
		if o.layer || isOptimizer(o.word) || o.r.arguments(o.call).find(-1, "name") >= 0 {
			return eval.Str{V: o.title()}, nil
		}
	case "built":
		if o.layer {
			return eval.Bool{V: o.built()}, nil
		}
	case "stopped_epoch":
		if h := o.r.lastFit; o.word == "EarlyStopping" && h != nil && o.r.trained != nil {
			if last := o.r.trained.Epochs; last < h.to {
				return eval.Int{V: int64(last - h.from - 1)}, nil
			}
			return eval.Int{}, nil
		}
		return eval.Unknown{Why: eval.Trained, Text: name, At: t.Here()}, nil
	case "learning_rate":
		if isOptimizer(o.word) {
			return learningRate{o}, nil
		}
	case "trainable":
		return eval.Bool{V: true}, nil
	case "units":
		if v := o.r.arguments(o.call).take(0, "units"); v.eval != nil {
			return v.eval, nil
		}
	}
	if isOptimizer(o.word) { // which keeps what it was given under the same names
		if v := o.r.arguments(o.call).take(-1, name); v.eval != nil {
			return v.eval, nil
		}
	}
	return t.Lacks(o.word + "." + name), nil
}

// Call applies a layer to what comes before it.
func (o *object) Call(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	if len(args.List) == 0 {
		return nil, nil
	}
	before, ok := args.List[0].Value.(*tensor)
	if !ok {
		return eval.Unknown{Why: eval.Lacking, Text: o.word + "(…)", At: t.Here()}, nil
	}
	return &tensor{layers: append(slices.Clone(before.layers), use{o, o.call.Span, false})}, nil
}
