package program

import (
	"strings"

	python "firstneuron/pkg/experiment/python/former"
)

func (r *reader) isPrint(e *python.Expr) bool {
	return e.Kind == python.Call && e.Base.Kind == python.Name && e.Base.Text == "print"
}

// call evaluates a call: of the model, or of what makes arrays and objects.
func (r *reader) call(e *python.Expr) *value {
	unknown := &value{Expr: e}
	if e.Base.Kind == python.Attribute {
		if base := r.eval(e.Base.Base); base.kind == arrayValue {
			return r.arrayMethod(e, base, e.Base.Text)
		}
		r.arguments(e).done()
		return unknown
	}
	if e.Base.Kind != python.Name {
		r.eval(e.Base)
		return unknown
	}
	name := e.Base.Text
	root, method, dotted := strings.Cut(name, ".")
	if v, ok := r.values[root]; ok && dotted && v.kind != nameValue {
		switch {
		case v.kind == modelValue:
			return r.method(e, method)
		case python.Changes(method):
			r.forget(root)
		case v.kind == arrayValue:
			return r.arrayMethod(e, v, method)
		}
		r.arguments(e).done()
		return unknown
	}
	if dotted {
		r.checkImport(e.Base, root)
	}
	function := r.known(name)
	if v, ok := r.array(e, function); ok {
		return v
	}
	switch function {
	case "Sequential":
		return r.sequential(e)
	case "set_random_seed", "set_seed", "seed", "manual_seed":
		if function != "seed" || r.role == "" {
			if seed := r.arguments(e).take(0, "seed"); seed.kind == numberValue {
				r.role = "seed"
				r.set("seed", PythonNumber(seed.number, seed.whole), e.Span)
			}
		}
	case "print":
		r.print(e)
	case "Model":
		r.report(Wrong, e.Span, "code_layer", "text", r.source(e.Base.Span))
	default:
		if isClass(function) {
			return &value{kind: objectValue, Expr: e, word: function}
		}
		r.arguments(e).done()
	}
	return unknown
}

// known is the last part of the name under which a library knows what a
// program calls by a name of its own: Dense for D.
func (r *reader) known(name string) string {
	if thing := r.imported[name]; thing != "" {
		return last(thing)
	}
	if v := r.values[name]; v != nil && v.kind == nameValue {
		return v.word
	}
	return last(name)
}

// isClass reports whether a name is written like a class, or is one of Keras's
// lower-case constructors of regularizers.
func isClass(name string) bool {
	return name != "" && (name[0] >= 'A' && name[0] <= 'Z' || name == "l1" || name == "l2" || name == "l1_l2")
}

// method evaluates a call of the model.
func (r *reader) method(e *python.Expr, method string) *value {
	unknown := &value{Expr: e}
	if r.fitted && (method == "add" || method == "compile" || method == "set_weights") {
		r.arguments(e).done()
		return unknown // for a training that is not read
	}
	switch method {
	case "add":
		r.role = "model"
		if at := r.arguments(e).find(0, "layer"); at >= 0 {
			r.addLayer(e.Args[at].Expr, true)
		}
	case "compile":
		r.role = "compile"
		r.compile(e)
	case "fit":
		r.fit(e)
	case "predict":
		r.predict(e)
	case "evaluate":
		r.evaluate(e)
	case "summary":
		r.role = "summary"
		r.output(Output{Kind: Summary}, e)
	case "set_weights":
		r.setWeights(e)
	default:
		r.arguments(e).done()
	}
	return unknown
}

func (r *reader) output(o Output, e *python.Expr) {
	o.Line = r.lines.line(e.Start)
	if p := r.printed; p != nil && p.call == e {
		o.Printed, o.Index, o.Before, o.After = true, p.index, p.before, p.after
	}
	r.outputs = append(r.outputs, o)
}

// checkImport reports a library that is used and not imported, as Python does.
func (r *reader) checkImport(e *python.Expr, root string) {
	if r.imported["*"] != "" || r.imported[root] != "" || r.values[root] != nil {
		return
	}
	library := map[string]string{"np": "import numpy as np", "keras": "import keras", "tf": "import tensorflow as tf"}[root]
	if library == "" {
		return
	}
	r.imported[root] = root // said once
	r.report(Mistake, python.Span{Start: e.Start, End: e.Start + len(root)}, "code_import", "text", root).
		kerasSays("NameError: name '"+root+"' is not defined").fix(python.Span{}, library+"\n")
}
