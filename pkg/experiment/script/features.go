package script

import "strings"

// featuresFunction is the function that makes the model's columns of places.
func (w *Writer) featuresFunction() string {
	columns := make([]string, len(w.Features))
	for i, name := range w.Features {
		columns[i] = w.column(name)
	}
	return "def features(x):\n    x1, x2 = x[:, 0], x[:, 1]\n    return " + w.Names.NumPy + ".column_stack([" + strings.Join(columns, ", ") + "])"
}

// column is a feature as NumPy computes it: of the two columns x1 and x2.
func (w *Writer) column(name string) string {
	for _, function := range []string{"sin", "cos"} {
		if of, found := strings.CutPrefix(name, function); found {
			return w.Names.NumPy + "." + function + "(" + of + ")"
		}
	}
	if len(name) == 4 { // x1x2
		return name[:2] + " * " + name[2:]
	}
	return name
}

// inputs is what the model is given for places that are written as an array.
func (w *Writer) inputs(places string) string {
	if len(w.Features) == 0 {
		return places
	}
	return "features(" + places + ")"
}
