package program

import (
	"strings"

	"firstneuron/pkg/experiment/python"
)

// foreign are libraries and languages that a program may be written for instead of Keras,
// by what such a program says, in the order of looking.
var foreign = []struct{ name, imports, says string }{
	{"PyTorch", "torch", ""},
	{"PyTorch", "lightning", ""},
	{"JAX", "jax", ""},
	{"TensorFlow.js", "", "tf.sequential("},
	{"TensorFlow.js", "", "@tensorflow/tfjs"},
	{"JavaScript", "", "const "},
	{"JavaScript", "", "console.log("},
	{"Go", "", "package main"},
	{"R", "", "library("},
	{"R", "", "<- "},
}

// foreignLibrary is the library or the language of a program that is none for Keras, with
// the place where it says so; "" for a program for Keras. For one that was read, only what
// it imports counts, and only if it imports no Keras.
func (r *reader) foreignLibrary(read bool) (name string, at python.Span) {
	var imports []*python.Statement
	var look func(list []*python.Statement)
	look = func(list []*python.Statement) {
		for _, s := range list {
			if s.Kind == python.Import || s.Kind == python.FromImport {
				imports = append(imports, s)
			}
			for _, block := range s.Blocks() {
				look(block)
			}
		}
	}
	look(r.file.Statements)
	for _, says := range []string{"tf.Session(", "tf.placeholder(", "tf.train.GradientDescentOptimizer("} { // which TensorFlow 2 has not
		if k := strings.Index(r.text, says); k >= 0 {
			return "TensorFlow 1", python.Span{Start: k, End: k + len(says) - 1}
		}
	}
	if strings.Contains(r.text, "import keras") || strings.Contains(r.text, "from keras") || strings.Contains(r.text, "import tensorflow as") ||
		strings.Contains(r.text, "from tensorflow") {
		return "", noSpan
	}
	for _, f := range foreign {
		if f.imports != "" {
			for _, s := range imports {
				for _, path := range append([]string{s.Text}, pathsOf(s)...) {
					if root, _, _ := strings.Cut(path, "."); root == f.imports {
						return f.name, s.Span
					}
				}
			}
			continue
		}
		if read {
			continue
		}
		for start, line := 0, ""; start < len(r.text); start += len(line) + 1 {
			line, _, _ = strings.Cut(r.text[start:], "\n")
			code := strings.TrimSpace(line)
			if strings.HasPrefix(code, "#") {
				continue
			}
			starts := f.says == "const " || f.says == "package main" || f.says == "library(" || f.says == "console.log("
			if starts && strings.HasPrefix(code, f.says) || !starts && strings.Contains(code, f.says) {
				return f.name, python.Span{Start: start, End: start + len(line)}
			}
		}
	}
	return "", noSpan
}

// pathsOf are what an import names.
func pathsOf(s *python.Statement) []string {
	var paths []string
	for _, name := range s.Names {
		if s.Kind == python.Import {
			paths = append(paths, name.Path)
		}
	}
	return paths
}

// tellForeign says in one sentence what a program is that is none for Keras, in place of
// all that its lines come to here. It reports whether it is one.
func (r *reader) tellForeign(read bool) bool {
	name, at := r.foreignLibrary(read)
	if name == "" {
		return false
	}
	r.problems = nil
	r.report(Wrong, at, "code_foreign", "text", name)
	return true
}
