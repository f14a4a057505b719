package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
)

// knows learns the name under which a library is known.
func (r *reader) knows(name, thing string) {
	n := &r.names
	switch thing {
	case "numpy":
		n.NumPy = name
	case "keras", "tensorflow.keras":
		n.Keras = name
	case "tensorflow":
		if n.Keras == "keras" {
			n.Keras = name + ".keras"
		}
	}
}

// bring adds the import of a library to an edit that uses it, where the program does not
// import it under that name.
func (r *reader) bring(p told, name string) {
	root, _, _ := strings.Cut(name, ".")
	if libraries[root] == "" || r.importsAs(r.file.Statements, root) {
		return
	}
	p.fix(python.Span{}, libraries[root]+"\n")
}

// importsAs reports whether a program imports something under a name.
func (r *reader) importsAs(list []*python.Statement, name string) bool {
	for _, s := range list {
		for _, imported := range s.Names {
			if root, _, _ := strings.Cut(imported.As, "."); root == name {
				return true
			}
		}
		if slices.ContainsFunc(s.Blocks(), func(block []*python.Statement) bool { return r.importsAs(block, name) }) {
			return true
		}
	}
	return false
}
