package program

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Keras writes an experiment as a program for Keras 3. Read reads it back as
// the same experiment.
func Keras(e experiment.Experiment) string { return (&writer{&e, defaultNames(), nil}).text() }

// KerasWithWeights is the program that begins with this page's own initial
// weights, which Keras would draw otherwise.
func KerasWithWeights(e experiment.Experiment) string {
	return (&writer{&e, defaultNames(), InitialLayers(e)}).text()
}

// writer writes the statements of a program.
type writer struct {
	*experiment.Experiment
	names   names
	weights []LayerWeights
}

// piece is one statement of a program, with what it is for.
type piece struct{ role, text string }

// text is the whole program.
func (w *writer) text() string {
	group := map[string]int{"keras": 0, "numpy": 0, "seed": 1, "xs": 2, "ys": 2, "model": 3, "weights": 3, "compile": 3}
	var b strings.Builder
	before := 0
	for _, p := range w.pieces() {
		at, ok := group[p.role]
		if !ok {
			at = 4
		}
		if at != before {
			b.WriteByte('\n')
		}
		before = at
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

// pieces are the statements in order.
func (w *writer) pieces() []piece {
	n := w.names
	pieces := []piece{{"keras", "import keras"}, {"numpy", "import numpy as " + n.numpy}}
	add := func(role, text string) { pieces = append(pieces, piece{role, text}) }
	if w.Seed != experiment.Default().Seed {
		add("seed", n.keras+".utils.set_random_seed("+w.Value("seed")+")")
	}
	xs, ys := make([]float64, len(w.Points)), make([]float64, len(w.Points))
	for i, p := range w.Points {
		xs[i], ys[i] = p.X[0], p.Y
	}
	add("xs", n.xs+" = "+w.array(xs, true))
	add("ys", n.ys+" = "+w.array(ys, true))
	add("model", w.model())
	if text := w.startWeights(); text != "" {
		add("weights", text)
	}
	add("compile", w.compile())
	add("fit", w.fit())
	add("predict", "print("+n.model+".predict("+w.array([]float64{w.Predict[0]}, false)+"))")
	if len(w.Queries) > 0 {
		asked := make([]float64, len(w.Queries))
		for i, q := range w.Queries {
			asked[i] = q.X[0]
		}
		add("asked", "print("+n.model+".predict("+w.array(asked, false)+"))")
	}
	if xs, ys := w.Truths(); len(xs) > 0 {
		add("evaluate", n.model+".evaluate("+w.array(xs, false)+", "+w.array(ys, false)+")")
	}
	return pieces
}

// array writes an array, long ones on several lines.
func (w *writer) array(values []float64, typed bool) string {
	end := "])"
	if typed {
		end = "], dtype=float)"
	}
	return w.names.numpy + ".array([" + NumberList(values, 4) + end
}

// LineWidth is how wide a line of numbers may be.
const LineWidth = 84

// NumberList writes numbers with commas between, in lines of LineWidth when
// they are more than one line.
func NumberList(values []float64, indent int) string {
	var b strings.Builder
	width, wrapped := 0, false
	items := make([]string, len(values))
	for i, v := range values {
		items[i] = PythonNumber(v, false)
		width += len(items[i]) + 2
	}
	wrapped = width > LineWidth-16
	width = LineWidth
	for i, item := range items {
		switch {
		case wrapped && width+len(item)+2 > LineWidth:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			width = indent
		case i > 0:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(item)
		if i < len(items)-1 || wrapped {
			b.WriteByte(',')
		}
		width += len(item) + 1
	}
	if wrapped {
		b.WriteString("\n" + strings.Repeat(" ", indent-4))
	}
	return b.String()
}

func (w *writer) model() string {
	var b strings.Builder
	b.WriteString(w.names.model + " = " + w.names.keras + ".Sequential([\n    " + w.names.keras + ".Input(shape=(" + itoa(w.Width()) + ",)),\n")
	for _, layer := range w.Layers {
		b.WriteString("    " + w.names.keras + ".layers.Dense(units=" + itoa(layer.Units))
		if layer.Activation != "linear" {
			b.WriteString(`, activation="` + layer.Activation + `"`)
		}
		if w.L1 != 0 || w.L2 != 0 {
			b.WriteString(", kernel_regularizer=" + w.regularizer())
		}
		b.WriteString("),\n")
	}
	b.WriteString("])")
	return b.String()
}

func (w *writer) regularizer() string {
	prefix := w.names.keras + ".regularizers."
	l1, l2 := PythonNumber(w.L1, false), PythonNumber(w.L2, false)
	switch {
	case w.L1 == 0:
		return prefix + classOf(nn.Regularizers(), "l2") + "(" + l2 + ")"
	case w.L2 == 0:
		return prefix + classOf(nn.Regularizers(), "l1") + "(" + l1 + ")"
	}
	return prefix + classOf(nn.Regularizers(), "l1l2") + "(l1=" + l1 + ", l2=" + l2 + ")"
}

// startWeights sets the initial weights where they are given, or where the
// program is to begin with those that the page has drawn.
func (w *writer) startWeights() string {
	n := w.names
	if len(w.weights) == 0 {
		if w.Initial == nil {
			return ""
		}
		return n.model + ".set_weights([" + n.numpy + ".array([[" + PythonNumber(w.Initial.W, false) + "]]), " +
			n.numpy + ".array([" + PythonNumber(w.Initial.B, false) + "])])"
	}
	var b strings.Builder
	b.WriteString("# The initial weights of the page, so that the numbers are the same.\n" + n.model + ".set_weights([\n")
	for _, layer := range w.weights {
		b.WriteString("    " + n.numpy + ".array([")
		for i := range layer.Inputs {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString("[" + NumberList(layer.Row(i), 8) + "]")
		}
		b.WriteString("]),\n    " + n.numpy + ".array([" + NumberList(layer.Bias, 8) + "]),\n")
	}
	return b.String() + "])"
}

func (w *writer) compile() string {
	optimizer, loss := w.optimizer(), w.loss()
	begin := w.names.model + ".compile("
	if w.Metric == "" && strings.HasPrefix(optimizer, `"`) {
		return begin + "optimizer=" + optimizer + ", loss=" + loss + ")"
	}
	text := begin + "\n    optimizer=" + optimizer + ",\n    loss=" + loss + ",\n"
	if w.Metric != "" {
		text += `    metrics=["` + w.Metric + "\"],\n"
	}
	return text + ")"
}

// loss writes the name alone where its options have Keras's defaults.
func (w *writer) loss() string {
	if options := pythonOptions(string(w.LossOptions), w.OptionsOfLoss()); options != "" {
		return w.names.keras + ".losses." + classOf(nn.Losses(), w.Loss) + "(" + options + ")"
	}
	return `"` + w.Loss + `"`
}

// optimizer writes the name alone where everything has Keras's default.
func (w *writer) optimizer() string {
	name := w.Optimizer.Name
	standard, _ := experiment.Default().With("optimizer", "adam")
	standard, _ = standard.With("optimizer", name)
	if w.Optimizer == standard.Optimizer {
		return `"` + name + `"`
	}
	text := w.names.keras + ".optimizers." + classOf(nn.Optimizers(), name) + "(learning_rate=" + PythonNumber(w.Optimizer.LearningRate, false)
	if options := pythonOptions(string(w.Optimizer.Options), w.OptionsOfOptimizer()); options != "" {
		text += ", " + options
	}
	return text + ")"
}

// pythonOptions writes options as keyword arguments.
func pythonOptions(options string, known []experiment.Option) string {
	if options == "" {
		return ""
	}
	var texts []string
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
		texts = append(texts, key+"="+value)
	}
	return strings.Join(texts, ", ")
}

func (w *writer) fit() string {
	n := w.names
	text := n.model + ".fit(" + n.xs + ", " + n.ys + ", epochs=" + itoa(w.Epochs)
	var more []string
	if w.Batch != experiment.Default().Batch {
		more = append(more, "batch_size="+itoa(w.Batch))
	}
	if !w.Shuffle {
		more = append(more, "shuffle=False")
	}
	if w.Validation != 0 {
		more = append(more, "validation_split="+PythonNumber(w.Validation, false))
	}
	if w.Patience > 0 {
		monitor := "val_loss"
		if w.Validation == 0 {
			monitor = "loss"
		}
		more = append(more, "callbacks=["+n.keras+".callbacks."+earlyStopping+`(monitor="`+monitor+`", patience=`+itoa(w.Patience)+")]")
	}
	if len(more) == 0 {
		return text + ")"
	}
	if one := text + ", " + strings.Join(more, ", ") + ")"; len(one) <= LineWidth {
		return one
	}
	text = n.model + ".fit(\n    " + n.xs + ",\n    " + n.ys + ",\n    epochs=" + itoa(w.Epochs) + ",\n"
	for _, argument := range more {
		text += "    " + argument + ",\n"
	}
	return text + ")"
}
