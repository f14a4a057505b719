package script

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

func (w *Writer) model(m *marked) {
	m.WriteString(w.Names.Model + " = " + w.Names.Keras + ".Sequential([\n    " + w.Names.Keras + ".Input(shape=(" + strconv.Itoa(w.Width()) + ",)),\n")
	if w.Normalize {
		m.WriteString("    " + w.Names.Normalizer + ",\n")
	}
	for i, layer := range w.Layers {
		m.WriteString("    ")
		start := m.Len()
		m.WriteString(w.Names.Keras + ".layers.Dense(units=" + strconv.Itoa(layer.Units))
		if layer.Activation != "linear" {
			m.WriteString(", ")
			m.says(`activation="`+layer.Activation+`"`, experiment.ActivationKey(i+1))
		}
		if w.L1 != 0 || w.L2 != 0 {
			var keys []string
			if i == 0 {
				keys = []string{"l1", "l2"} // which all layers have alike
			}
			m.WriteString(", ")
			m.says("kernel_regularizer="+w.regularizer(), keys...)
		}
		m.WriteByte(')')
		m.mark(start, experiment.UnitsKey(i+1))
		m.WriteString(",\n")
	}
	m.WriteString("])")
	m.mark(0, "layers")
}

func (w *Writer) regularizer() string {
	prefix := w.Names.Keras + ".regularizers."
	l1, l2 := PythonNumber(w.L1, false), PythonNumber(w.L2, false)
	switch {
	case w.L1 == 0:
		return prefix + ClassOf(nn.Regularizers(), "l2") + "(" + l2 + ")"
	case w.L2 == 0:
		return prefix + ClassOf(nn.Regularizers(), "l1") + "(" + l1 + ")"
	}
	return prefix + ClassOf(nn.Regularizers(), "l1l2") + "(l1=" + l1 + ", l2=" + l2 + ")"
}

// startWeights sets the initial weights where they are given, or where the
// program is to begin with those that the page has drawn.
func (w *Writer) startWeights(m *marked) {
	n, own := w.Names, ""
	if w.Normalize { // whose numbers Keras counts among the model's
		own = n.Model + ".layers[0].get_weights() + "
	}
	if len(w.Weights) == 0 {
		if w.Initial != nil {
			m.says(n.Model+".set_weights("+own+"["+n.NumPy+".array([["+PythonNumber(w.Initial.W, false)+"]]), "+
				n.NumPy+".array(["+PythonNumber(w.Initial.B, false)+"])])", "weights", "w", "b")
		}
		return
	}
	m.WriteString("# The initial weights of the page, so that the numbers are the same.\n" + n.Model + ".set_weights(" + own + "[\n")
	for _, layer := range w.Weights {
		m.WriteString("    " + n.NumPy + ".array([")
		for i := range layer.Inputs {
			if i > 0 {
				m.WriteString(", ")
			}
			m.WriteString("[" + NumberList(layer.Row(i), 8) + "]")
		}
		m.WriteString("]),\n    " + n.NumPy + ".array([" + NumberList(layer.Bias, 8) + "]),\n")
	}
	m.WriteString("])")
}
