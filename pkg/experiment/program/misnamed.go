package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/spelling"
)

// partOf is the module of Keras that a dotted name is, "" for keras itself, "?" for none.
func partOf(module string) string {
	inner := strings.TrimPrefix(module, "tensorflow.")
	if part := strings.TrimPrefix(inner, "keras"); part != inner && (part == "" || part[0] == '.') {
		return strings.TrimPrefix(part, ".")
	}
	return "?"
}

// keras3Has reports whether a module of Keras has a name, as far as its names are listed here.
func keras3Has(module, name string) bool {
	names, listed := kerasNames[partOf(module)]
	return !listed || strings.Contains(names, " "+name+" ") || strings.HasPrefix(name, "_") || partOf(module) == "" && slices.Contains(once, name)
}

// once are modules that keras has had, or has by an import alone, and dir does not list.
var once = []string{"api", "estimator", "experimental", "premade", "tools"}

// moved are modules of older Keras whose classes are in the module above now.
var moved = []string{
	"layers.core", "layers.convolutional", "layers.pooling", "layers.recurrent", "layers.normalization", "layers.advanced_activations", "layers.embeddings",
	"layers.noise", "layers.merge", "layers.experimental",
}

// movedTo tells of a module that Keras has no longer, in whose place is the one above it.
func (r *reader) movedTo(t *eval.Thread, module string) string {
	if r.trained != nil {
		return movedHere
	}
	s := t.Statement()
	p := r.report(Mistake, s.Span, "code_name", "text", module, "nearest", strings.TrimSuffix(module, "."+last(module)))
	switch imports := s.Kind == python.FromImport || s.Kind == python.Import; {
	case !strings.HasPrefix(module, "keras"):
	case imports:
		p.kerasSays("ModuleNotFoundError: No module named '" + module + "'")
	default:
		p.kerasSays("AttributeError: module '" + strings.TrimSuffix(module, "."+last(module)) + "' has no attribute '" + last(module) + "'")
	}
	if k := strings.Index(r.text[s.Start:s.End], module); k >= 0 {
		p.fix(python.Span{Start: s.Start + k + len(module) - len(last(module)) - 1, End: s.Start + k + len(module)}, "")
	}
	return movedHere
}

// noName tells of a name that a module of Keras has not. Of one that is used, and not
// imported, whoever is given it tells where there are such: optimizers and their like.
func (r *reader) noName(t *eval.Thread, module, name string) {
	s := t.Statement()
	switch {
	case s.Kind == python.FromImport && (s.Text == module+"."+name || strings.HasPrefix(s.Text, module+"."+name+".")):
		r.report(Mistake, s.Span, "code_no_name", "text", module+"."+name).kerasSays("ModuleNotFoundError: No module named '" + module + "." + name + "'")
	case s.Kind == python.FromImport:
		r.report(Mistake, s.Span, "code_no_name", "text", name).kerasSays("ImportError: cannot import name '" + name + "' from '" + module + "'")
	case slices.Contains([]string{"", "layers", "models", "utils"}, partOf(module)):
		r.report(Wrong, t.Here(), "code_no_name", "text", name).kerasSays("AttributeError: module '" + module + "' has no attribute '" + name + "'")
	}
}

// movedHere is the name of a module whose classes are in the one above it.
const movedHere = "."

// misnamed tells of a name that a module of Keras has not, where it is asked for, and returns
// the one that it is a slip of, "" for none. The words are Keras's own: of tensorflow's copy
// they name another module, and are left out.
func (r *reader) misnamed(t *eval.Thread, module, name string) string {
	if keras3Has(module, name) {
		return ""
	}
	part := partOf(module)
	switch {
	case part == "layers" && name == "preprocessing":
		return movedHere // which layers.experimental had
	case slices.Contains(moved, part+"."+name):
		return r.movedTo(t, module+"."+name)
	}
	right := spelling.Near(name, strings.Fields(kerasNames[part]))
	if r.trained != nil {
		return right
	}
	if right == "" {
		if strings.HasPrefix(module, "keras") {
			r.noName(t, module, name)
		}
		return ""
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
