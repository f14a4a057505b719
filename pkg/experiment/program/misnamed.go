package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/spelling"
)

// spellings are the names of Keras's modules whose small and capital letters are mixed up
// most. Those of which Keras has both, such as losses.huber and losses.Huber, are not here.
var spellings = map[string][]string{
	"":           {"Sequential", "Model", "Input", "layers", "models", "optimizers", "losses", "metrics", "callbacks", "activations", "utils"},
	"models":     {"Sequential", "Model"},
	"layers":     {"Dense", "Input", "InputLayer", "Activation", "Flatten", "ReLU", "Dropout", "BatchNormalization", "Normalization"},
	"optimizers": {"SGD", "Adam", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam", "AdamW"},
	"losses":     {"MeanSquaredError", "MeanAbsoluteError", "BinaryCrossentropy"},
	"callbacks":  {"EarlyStopping", "Callback", "LambdaCallback", "ModelCheckpoint", "LearningRateScheduler"},
}

// respelt returns how Keras writes a name of one of its modules that differs from it in
// small and capital letters alone, or as British English writes it; "" for any other.
func respelt(module, name string) string {
	part := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(module, "tensorflow."), "keras"), ".")
	if part == module || strings.HasPrefix(module, "tensorflow") && !strings.HasPrefix(module, "tensorflow.keras") {
		return ""
	}
	names, known := spellings[part]
	if !known || slices.Contains(names, name) {
		return ""
	}
	for _, right := range names {
		if strings.EqualFold(right, strings.ReplaceAll(name, "imiser", "imizer")) {
			return right
		}
	}
	return ""
}

// misnamed tells of such a name, where it is asked for, and returns the right one. The
// words are Keras's own: of tensorflow's copy they name another module, and are left out.
func (r *reader) misnamed(t *eval.Thread, module, name string) string {
	right := respelt(module, name)
	if right == "" || r.trained != nil {
		return right
	}
	at := t.Here()
	if s := t.Statement(); s.Kind == python.FromImport || s.Kind == python.Import {
		at = s.Span
		for _, alias := range s.Names {
			if strings.HasSuffix(alias.Path, name) {
				at = python.Span{Start: alias.Start, End: alias.Start + len(alias.Path)}
			}
		}
	}
	if !strings.HasSuffix(r.text[at.Start:at.End], name) {
		if k := strings.Index(r.text[at.Start:at.End], "."+name); k >= 0 {
			at.End = at.Start + k + 1 + len(name)
		}
	}
	p := r.report(Wrong, at, "code_name", "text", name, "nearest", right)
	if s := t.Statement(); s.Kind != python.FromImport && (strings.HasPrefix(module, "keras") || strings.Count(module, ".") > 1) {
		p.kerasSays("AttributeError: module '" + strings.TrimPrefix(module, "tensorflow.") + "' has no attribute '" + name + "'")
		if strings.HasSuffix(module, "keras.layers") && strings.HasPrefix(module, "tensorflow") || strings.HasSuffix(module, "keras.models") && strings.HasPrefix(module, "tensorflow") {
			p.kerasSays("")
		}
	}
	p.fixWord(r.text, at, name, right)
	return right
}

// methods are those of a model that programs call most.
var methods = []string{"add", "compile", "fit", "predict", "evaluate", "summary", "get_weights", "set_weights", "train_on_batch", "get_layer", "count_params"}

// others are attributes of Keras's models that are near to one of the methods.
var others = []string{"built", "pop", "name", "loss", "path", "call", "build", "input", "layers", "output", "inputs", "weights", "save_weights", "load_weights", "test_on_batch", "get_metrics_result", "metrics"}

// misspeltMethod tells of an attribute of a model that can be a slip of one of its methods,
// and returns that one, "" for none.
func (r *reader) misspeltMethod(t *eval.Thread, m *model, name string) string {
	if slices.Contains(others, name) || slices.Contains(methods, name) {
		return ""
	}
	right := spelling.Near(name, methods)
	if right == "" || len(name) < 3 || r.trained != nil {
		return right
	}
	at := t.Here()
	if k := strings.Index(r.text[at.Start:at.End], "."+name); k >= 0 {
		at.End = at.Start + k + 1 + len(name)
	}
	severity := Wrong
	if r.fitted {
		severity = Mistake
	}
	r.report(severity, at, "code_name", "text", name, "nearest", right).
		kerasSays("AttributeError: '"+m.Class()+"' object has no attribute '"+name+"'").fixWord(r.text, at, name, right)
	return right
}

// removed are methods of models that Keras had once, by what stands in their place: the
// same thing under another name, or "" where a name does not say it.
var removed = map[string]string{
	"fit_generator": "fit", "evaluate_generator": "evaluate", "predict_generator": "predict", "predict_proba": "predict", "predict_classes": "",
}

// noLonger tells of a method that Keras no longer has, and reports whether it is one.
func (r *reader) noLonger(t *eval.Thread, m *model, name string) bool {
	right, was := removed[name]
	if !was {
		return false
	}
	if r.trained != nil {
		return true
	}
	at := t.Here()
	if k := strings.Index(r.text[at.Start:at.End], "."+name); k >= 0 {
		at = python.Span{Start: at.Start + k + 1, End: at.Start + k + 1 + len(name)}
	}
	severity := Wrong
	if r.fitted {
		severity = Mistake
	}
	keras := "AttributeError: '" + m.Class() + "' object has no attribute '" + name + "'"
	if right == "" {
		r.report(severity, at, "code_no_longer", "text", name).kerasSays(keras)
		return true
	}
	r.report(severity, at, "code_name", "text", name, "nearest", right).kerasSays(keras).fixWord(r.text, at, name, right)
	return true
}
