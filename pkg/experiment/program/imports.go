package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/spelling"
)

// seeImports learns the names under which the program knows the libraries.
func (r *reader) seeImports(s *python.Statement) {
	for _, inner := range slices.Concat(s.Body, s.Else, s.Finally) {
		r.seeImports(inner)
	}
	if s.Kind != python.Import && s.Kind != python.FromImport {
		return
	}
	role := ""
	for _, name := range s.Names {
		thing := name.Path
		if s.Kind == python.FromImport {
			thing = s.Text + "." + name.Path
		}
		r.knows(name.As, thing)
		if thing == "numpy" {
			role = "numpy"
		} else if role == "" && (thing == "keras" || thing == "tensorflow" || thing == "tensorflow.keras") {
			role = "keras"
		}
	}
	if role != "" && r.trained == nil {
		r.addStatement(statement{Span: s.Span, role: role})
	}
}

// libraries are those that courses know by these names, and the imports that make
// them known.
var libraries = map[string]string{
	"np": "import numpy as np", "numpy": "import numpy", "keras": "import keras", "tf": "import tensorflow as tf", "plt": "import matplotlib.pyplot as plt",
	"math": "import math", "Sequential": "from keras import Sequential", "Dense": "from keras.layers import Dense", "Input": "from keras import Input",
	"Activation": "from keras.layers import Activation", "layers": "from keras import layers", "SGD": "from keras.optimizers import SGD",
	"Adam": "from keras.optimizers import Adam", "EarlyStopping": "from keras.callbacks import EarlyStopping", "models": "from keras import models",
}

// missing is asked for a name that nothing has given a value. A library that is used
// and not imported is told of, as Python does, and used all the same.
func (r *reader) missing(t *eval.Thread, name string, at python.Span) eval.Value {
	library := libraries[name]
	if library == "" {
		return nil
	}
	path, from := strings.CutPrefix(library, "from ")
	if from {
		module, thing, _ := strings.Cut(path, " import ")
		path = module + "." + thing
	} else {
		path, _, _ = strings.Cut(strings.TrimPrefix(library, "import "), " ")
	}
	if wrong, path := r.misspeltImport(r.file.Statements, name); wrong != noSpan {
		r.report(Mistake, wrong, "code_import", "text", name).kerasSays("ModuleNotFoundError: No module named '"+path+"'").fix(wrong, name)
	} else {
		r.report(Mistake, at, "code_import", "text", name).
			kerasSays("NameError: name '"+name+"' is not defined").fix(python.Span{}, library+"\n")
	}
	switch path {
	case "numpy":
		return r.numpyModule
	case "matplotlib.pyplot":
		return eval.Unknown{Why: eval.Drawn, Text: "matplotlib"}
	case "math":
		v, err := t.Imported("math")
		if err != nil {
			return nil
		}
		return v
	}
	return &named{r, path}
}

// misspeltImport is where a library is imported by a name that is a slip of this one, and
// nothing that anybody knows.
func (r *reader) misspeltImport(list []*python.Statement, name string) (at python.Span, path string) {
	for _, s := range list {
		if s.Kind != python.Import {
			continue
		}
		for _, imported := range s.Names {
			root, _, _ := strings.Cut(imported.Path, ".")
			if root == name || imported.Path != root || spelling.Near(root, []string{name}) == "" || r.modules()[root] != nil {
				continue
			}
			start := strings.Index(r.text[s.Start:s.End], root)
			return python.Span{Start: s.Start + start, End: s.Start + start + len(root)}, root
		}
	}
	return noSpan, ""
}
