package export

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

// goHead says how the program finds the library.
const goHead = `// Run it in a clone of First Neuron: go run firstneuron.go
//
// In a module of your own, first say where the clone is, here beside it:
//
//	go mod edit -require=firstneuron@v0.0.0 -replace=firstneuron=../first-neuron
`

// Go writes an experiment as a Go program for this library. It gives exactly
// the page's numbers: the page is the same library.
func Go(e experiment.Experiment) string {
	w := &goWriter{&e}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	line(goHead + "package main\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\t\"log\"\n\n\t\"firstneuron/pkg/nn\"\n)\n")
	line("func main() {")
	line(goLayout.columnsNote(e) + "\txs := " + goLayout.inputs(e, placesOf(e)) + "\n\tys := " + column(ysOf(e)) + "\n")
	asked := goLayout.inputs(e, askedOf(e))
	if e.Normalize {
		line("\t// Keras's first layer, Normalization. It learns nothing, so that the model is as fast without it.")
		line("\tnormalizer := nn.NewNormalization()\n\tcheck(normalizer.Adapt(xs))\n\tnormalizer.Apply(xs)\n\tasked := " + asked + "\n\tnormalizer.Apply(asked)\n")
		asked = "asked"
	}
	line("\tmodel := nn.NewSequential(")
	for i, layer := range e.Layers {
		line("\t\t" + w.dense(i, layer) + ",")
	}
	line("\t)")
	optimizer := w.optimizer(line)
	loss := w.loss(line)
	metrics := ""
	if e.Metric != "" {
		line("\tmetric, err := nn.MetricByName(" + strconv.Quote(e.Metric) + ")\n\tcheck(err)")
		metrics = ", metric"
	}
	line("\tcheck(model.Compile(" + optimizer + ", " + loss + metrics + "))")
	line("\tmodel.Initialize(" + e.Value("seed") + ")")
	if e.Initial != nil {
		line("\tcheck(model.SetWeights([][]float32{{" + experiment.FormatNumber(e.Initial.W) + "}, {" + experiment.FormatNumber(e.Initial.B) + "}}))")
	}
	if e.Weights != nil {
		texts := make([]string, len(e.Weights))
		for i, v := range e.Weights {
			texts[i] = strconv.FormatFloat(float64(v), 'g', -1, 32)
		}
		line("\tcheck(model.SetParams(" + goList("[]float32{", texts, "}") + "))")
	}
	line("")
	var callbacks []string
	if e.Patience > 0 {
		line("\tearly := nn.NewEarlyStopping()\n\tearly.Patience = " + strconv.Itoa(e.Patience))
		if e.Validation == 0 {
			line("\tearly.Monitor = \"loss\"")
		}
		callbacks = append(callbacks, "early")
	}
	if e.StopLoss > 0 {
		line("\tvar training *nn.Training\n\tstop := nn.LambdaCallback{\n\t\tOnTrainBegin: func(t *nn.Training) error {\n\t\t\ttraining = t\n\t\t\treturn nil\n\t\t},")
		line("\t\tOnEpochEnd: func(_ int, logs nn.Logs) error {\n\t\t\tif logs.Get(\"loss\") < " + experiment.FormatNumber(e.StopLoss) + " {\n\t\t\t\ttraining.Stop()\n\t\t\t}\n\t\t\treturn nil\n\t\t},\n\t}")
		callbacks = append(callbacks, "stop")
	}
	given := ""
	if len(callbacks) > 0 {
		given = ", Callbacks: []nn.Callback{" + strings.Join(callbacks, ", ") + "}"
	}
	line("\thistory, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{" + w.config() + given + "})")
	line("\tcheck(err)\n\tlosses := history.Metrics[\"loss\"]\n\tfmt.Println(\"loss\", losses[len(losses)-1])\n")
	line("\tanswers, err := model.Predict(" + asked + ")\n\tcheck(err)\n\tfmt.Println(answers.Data)\n}\n")
	if strings.Contains(b.String(), "must(") {
		line("func must(m nn.Matrix, err error) nn.Matrix {\n\tcheck(err)\n\treturn m\n}\n")
	}
	line("func check(err error) {\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n}")
	return b.String()
}

type goWriter struct{ *experiment.Experiment }

// goLayout is how the numbers are written.
var goLayout = layout{column, func(rows []string) string { return goList("must(nn.FromRows([][]float32{", rows, "}))") }, "{", "}", "\t//"}

// column writes numbers as nn.Column.
func column(values []float64) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = experiment.FormatNumber(v)
	}
	return goList("nn.Column(", texts, ")")
}

// goList writes items with commas between, many on lines of script.LineWidth.
func goList(begin string, items []string, end string) string {
	width := 0
	for _, item := range items {
		width += len(item) + 2
	}
	if width <= script.LineWidth {
		return begin + strings.Join(items, ", ") + end
	}
	var b strings.Builder
	b.WriteString(begin)
	width = script.LineWidth
	for _, text := range items {
		if width+len(text)+2 > script.LineWidth {
			b.WriteString("\n\t\t")
			width = 8
		} else {
			b.WriteByte(' ')
			width++
		}
		b.WriteString(text + ",")
		width += len(text) + 1
	}
	return b.String() + "\n\t" + end
}

func (w *goWriter) dense(i int, layer experiment.Layer) string {
	text := "nn.NewDense(" + strconv.Itoa(layer.Units)
	if i == 0 {
		text += ", nn.InputShape(" + strconv.Itoa(w.Width()) + ")"
	}
	if layer.Activation != "linear" {
		activation, _ := nn.Activations().Lookup(layer.Activation)
		text += ", nn.WithActivation(nn." + activation.Go + ")"
	}
	if w.L1 != 0 || w.L2 != 0 {
		l1, l2 := experiment.FormatNumber(w.L1), experiment.FormatNumber(w.L2)
		penalty := "nn.L1L2(" + l1 + ", " + l2 + ")"
		if w.PlaygroundRules {
			penalty = "&nn.Regularizer{L1: " + l1 + ", L2: " + l2 + ", Dies: true}"
		}
		text += ", nn.WithKernelRegularizer(" + penalty + ")"
	}
	return text + ")"
}

// optimizer writes the optimizer, with a line for each option, and returns the
// expression that is it.
func (w *goWriter) optimizer(line func(string)) string {
	entry, _ := nn.Optimizers().Lookup(w.Optimizer.Name)
	text := "nn.New" + entry.Go + "(" + experiment.FormatNumber(w.Optimizer.LearningRate) + ")"
	if w.Optimizer.Options == "" {
		return text
	}
	line("\toptimizer := " + text)
	goOptions("optimizer", w.Optimizer.Options, entry.Hyperparameters(), line)
	return "optimizer"
}

// loss writes the loss, with a line for each option, and returns the expression
// that is it.
func (w *goWriter) loss(line func(string)) string {
	entry, _ := nn.Losses().Lookup(w.Loss)
	if len(entry.Hyperparameters()) == 0 {
		return "nn." + entry.Go
	}
	made := "nn.New" + entry.Go + "()"
	if w.LossOptions == "" {
		return made
	}
	line("\tloss := " + made)
	goOptions("loss", w.LossOptions, entry.Hyperparameters(), line)
	return "loss"
}

// goOptions writes a line for each option that differs from Keras's default.
func goOptions(owner string, options experiment.Options, known []nn.Hyperparameter, line func(string)) {
	for _, h := range known {
		value, set := options.Get(h.Name)
		if !set {
			continue
		}
		if h.Flag != nil {
			value = strconv.FormatBool(value == "1")
		}
		line("\t" + owner + "." + h.Go + " = " + value)
	}
}

func (w *goWriter) config() string {
	text := "Epochs: " + strconv.Itoa(w.Epochs)
	if w.Batch != experiment.Default().Batch {
		text += ", BatchSize: " + strconv.Itoa(w.Batch)
	}
	if !w.Shuffle {
		text += ", NoShuffle: true"
	}
	if w.Validation != 0 {
		text += ", ValidationSplit: " + experiment.FormatNumber(w.Validation)
	}
	if w.PlaygroundRules {
		text += ", CarryRows: true"
	}
	return text + ", Seed: " + w.Value("seed")
}
