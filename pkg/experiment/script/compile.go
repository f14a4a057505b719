package script

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

func (w *Writer) compile(m *marked) {
	optimizer := w.OptimizerText()
	named := strings.HasPrefix(optimizer, `"`)
	m.WriteString(w.Names.Model + ".compile(")
	between, end := ", ", ")"
	if w.Metric != "" || !named {
		m.WriteString("\n    ")
		between, end = ",\n    ", ",\n)"
	}
	start := m.Len()
	m.WriteString("optimizer=")
	w.optimizer(m)
	m.mark(start, "optimizer")
	if named {
		m.mark(start, "lr")
	}
	m.WriteString(between)
	start = m.Len()
	m.WriteString("loss=")
	w.loss(m)
	m.mark(start, "loss")
	if w.Metric != "" {
		m.WriteString(between)
		m.says(`metrics=["`+w.Metric+`"]`, "metric")
	}
	m.WriteString(end)
	if w.Metric == "" {
		m.mark(0, "metric")
	}
}

// LossText is the loss: the name alone where its options have Keras's defaults.
func (w *Writer) LossText() string {
	var m marked
	w.loss(&m)
	return m.String()
}

func (w *Writer) loss(m *marked) {
	if w.LossOptions == "" {
		m.WriteString(`"` + w.Loss + `"`)
		return
	}
	m.WriteString(w.Names.Keras + ".losses." + ClassOf(nn.Losses(), w.Loss) + "(")
	options(m, string(w.LossOptions), w.OptionsOfLoss())
	m.WriteByte(')')
}

// OptimizerText is the optimizer: the name alone where everything has Keras's default.
func (w *Writer) OptimizerText() string {
	var m marked
	w.optimizer(&m)
	return m.String()
}

func (w *Writer) optimizer(m *marked) {
	name := w.Optimizer.Name
	standard, _ := experiment.Default().With("optimizer", "adam")
	standard, _ = standard.With("optimizer", name)
	if w.Optimizer == standard.Optimizer {
		m.WriteString(`"` + name + `"`)
		return
	}
	m.WriteString(w.Names.Keras + ".optimizers." + ClassOf(nn.Optimizers(), name) + "(")
	m.says("learning_rate="+PythonNumber(w.Optimizer.LearningRate, false), "lr")
	if w.Optimizer.Options != "" {
		m.WriteString(", ")
		options(m, string(w.Optimizer.Options), w.OptionsOfOptimizer())
	}
	m.WriteByte(')')
}

// options writes options as keyword arguments.
func options(m *marked, options string, known []experiment.Option) {
	first := true
	for pair := range strings.SplitSeq(options, ",") {
		key, value, _ := strings.Cut(pair, "=")
		for _, option := range known {
			switch {
			case option.Key != key:
			case option.Flag && value == "1":
				value = "True"
			case option.Flag:
				value = "False"
			case strings.Trim(value, "-0123456789") == "":
				value += ".0"
			}
		}
		if !first {
			m.WriteString(", ")
		}
		first = false
		m.says(key+"="+value, key)
	}
}

// ClassOf is the name of the class of an entry of a catalogue.
func ClassOf(c *nn.Catalogue, name string) string {
	e, _ := c.Lookup(name)
	return e.Class
}
