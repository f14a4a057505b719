package program

import (
	"strings"

	"firstneuron/pkg/experiment/python"
)

// names are what a program calls its things.
type names struct{ keras, numpy, model, xs, ys string }

func defaultNames() names {
	return names{keras: "keras", numpy: "np", model: "model", xs: "xs", ys: "ys"}
}

// imports learns the name under which a library is known.
func (n *names) imports(name, thing string) {
	switch thing {
	case "numpy":
		n.numpy = name
	case "keras", "tensorflow.keras":
		n.keras = name
	case "tensorflow":
		if n.keras == "keras" {
			n.keras = name + ".keras"
		}
	}
}

// markData finds the statements that give the points their values, by the names
// that fit was called with.
func (r *reader) markData(statements []statement, file python.File) {
	for i, s := range file.Statements {
		if i >= len(statements) || s.Kind != python.Assign || s.Target == "" || statements[i].role != "" {
			continue
		}
		for _, axis := range []struct {
			key  string
			data *value
			name *string
		}{{"xs", r.xs, &r.names.xs}, {"ys", r.ys, &r.names.ys}} {
			known := r.values[s.Target]
			if known == nil || len(axis.data.numbers) == 0 || known.Span != axis.data.Span || !strings.HasPrefix(r.text[s.Start:], s.Target) {
				continue
			}
			statements[i].role, *axis.name = axis.key, s.Target
			r.places[axis.key] = s.Span
		}
	}
}
