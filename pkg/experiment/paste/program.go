package paste

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// looksLikeProgram reports whether a text is Python that computes, or a notebook.
func looksLikeProgram(text string) bool {
	for _, word := range []string{"import ", "np.", "numpy", "range(", "Sequential", "def ", " for ", "\"cells\"", "*", "/", "+", "linspace", "arange"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// programs is what reads programs, nil for nothing, and pauses at times.
type programs struct {
	pause  func()
	reader script.Reader
}

// points takes the points that a program trains on. One that trains nothing is
// asked for its lists of the lesson's names. An error says that the reader has ended.
func (by programs) points(text string, names []string) ([]experiment.Point, error) {
	base := experiment.Default()
	base.Points = nil
	reading, err := by.reader.Read(text, base, by.pause)
	if err != nil {
		return nil, err
	}
	if reading.OK() && len(reading.Experiment.Points) > 0 {
		return reading.Experiment.Points, nil
	}
	if strings.Contains(text, ".fit(") {
		return nil, nil
	}
	x, y := "", ""
	for _, name := range names {
		switch axis := axisOf(name); {
		case x == "" && axis == "x":
			x = name
		case y == "" && axis == "y":
			y = name
		}
	}
	if (x == "" || y == "") && len(names) == 2 {
		x, y = names[0], names[1]
	}
	if len(names) > 0 && (x == "" || y == "") { // a table of two columns
		table := names[len(names)-1]
		x, y = "np.asarray("+table+")[:, 0]", "np.asarray("+table+")[:, 1]"
		text += "\nassert np.asarray(" + table + ").shape[1] == 2\n"
	}
	if x == "" || y == "" {
		return nil, nil
	}
	text += "\nimport keras as first_neuron_keras\n" +
		"first_neuron_model = first_neuron_keras.Sequential([first_neuron_keras.Input(shape=(1,)), first_neuron_keras.layers.Dense(1)])\n" +
		"first_neuron_model.compile(optimizer=\"sgd\", loss=\"mse\")\n" +
		"first_neuron_model.fit(" + x + ", " + y + ", epochs=1)\n"
	if !strings.Contains(text, "as np") {
		text = "import numpy as np\n" + text
	}
	if reading, err = by.reader.Read(text, base, by.pause); err != nil || !reading.OK() {
		return nil, err
	}
	return reading.Experiment.Points, nil
}

// notebook returns the code in the cells of a Jupyter notebook.
func notebook(values []named) (code string, ok bool) {
	if len(values) != 1 || values[0].kind != objectValue {
		return "", false
	}
	var b strings.Builder
	for i, key := range values[0].keys {
		if key != "cells" {
			ok = ok || key == "nbformat"
			continue
		}
		for _, cell := range values[0].items[i].items {
			source, isCode := value{}, false
			for j, key := range cell.keys {
				switch key {
				case "source":
					source = cell.items[j]
				case "cell_type":
					isCode = cell.items[j].cell.text == "code"
				}
			}
			if !isCode {
				continue
			}
			b.WriteString(source.cell.text)
			for _, line := range source.items {
				b.WriteString(line.cell.text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String(), ok
}

// assigned are the names that a program's lines give values to.
func assigned(text string) []string {
	var names []string
	for line := range strings.SplitSeq(text, "\n") {
		left, right, found := strings.Cut(line, "=")
		name := strings.TrimSpace(left)
		if !found || name == "" || strings.HasPrefix(right, "=") || !isName(name) || len(names) > 100 {
			continue
		}
		names = append(names, name)
	}
	return names
}

func isName(s string) bool {
	for _, r := range s {
		if !letterOrDigit(r) && r != '_' {
			return false
		}
	}
	return !isDigit(s[0])
}

// gridOfPoints is the table of points that a program has.
func gridOfPoints(points []experiment.Point) grid {
	g := grid{names: 1, upright: true, decimal: '.', rows: [][]cell{{{"x", -1}, {"y", -1}}}}
	for _, p := range points {
		g.rows = append(g.rows, []cell{{experiment.FormatNumber(p.X[0]), -1}, {experiment.FormatNumber(p.Y), -1}})
	}
	return g
}
