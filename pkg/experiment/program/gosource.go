package program

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Go writes an experiment as a Go program for this library. It gives exactly
// the page's numbers: the page is the same library.
func Go(e experiment.Experiment) string {
	w := &goWriter{&e}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	line("// Run it from inside the firstneuron module: go run firstneuron.go\npackage main\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\t\"log\"\n\n\t\"firstneuron/pkg/nn\"\n)\n")
	line("func main() {")
	xs, ys := make([]float64, len(e.Points)), make([]float64, len(e.Points))
	for i, p := range e.Points {
		xs[i], ys[i] = p.X, p.Y
	}
	line("\txs := " + column(xs) + "\n\tys := " + column(ys) + "\n")
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
	if e.Start != nil {
		line("\tcheck(model.SetWeights([][]float32{{" + experiment.FormatNumber(e.Start.W) + "}, {" + experiment.FormatNumber(e.Start.B) + "}}))")
	}
	if e.Weights != nil {
		texts := make([]string, len(e.Weights))
		for i, v := range e.Weights {
			texts[i] = strconv.FormatFloat(float64(v), 'g', -1, 32)
		}
		line("\tcheck(model.SetParams(" + goList("[]float32{", texts, "}") + "))")
	}
	line("")
	callbacks := ""
	if e.Patience > 0 {
		line("\tearly := nn.NewEarlyStopping()\n\tearly.Patience = " + itoa(e.Patience))
		if e.Validation == 0 {
			line("\tearly.Monitor = \"loss\"")
		}
		callbacks = ", Callbacks: []nn.Callback{early}"
	}
	line("\thistory, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{" + w.config() + callbacks + "})")
	line("\tcheck(err)\n\tlosses := history.Metrics[\"loss\"]\n\tfmt.Println(\"loss\", losses[len(losses)-1])\n")
	asked := []float64{e.Predict}
	for _, q := range e.Asked {
		asked = append(asked, q.X)
	}
	line("\tanswers, err := model.Predict(" + column(asked) + ")\n\tcheck(err)\n\tfmt.Println(answers.Data)\n}\n")
	line("func check(err error) {\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n}")
	return b.String()
}

type goWriter struct{ *experiment.Experiment }

// column writes numbers as nn.Column.
func column(values []float64) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = experiment.FormatNumber(v)
	}
	return goList("nn.Column(", texts, ")")
}

// goList writes items with commas between, many on lines of lineWidth.
func goList(begin string, items []string, end string) string {
	width := 0
	for _, item := range items {
		width += len(item) + 2
	}
	if width <= lineWidth {
		return begin + strings.Join(items, ", ") + end
	}
	var b strings.Builder
	b.WriteString(begin)
	width = lineWidth
	for _, text := range items {
		if width+len(text)+2 > lineWidth {
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

// goNames are the names of this library that are not simply those of Keras in
// capitals.
var goNames = map[string]string{
	"relu": "ReLU", "relu6": "ReLU6", "leaky_relu": "LeakyReLU", "elu": "ELU", "selu": "SELU", "gelu": "GELU", "silu": "SiLU",
	"amsgrad": "AMSGrad", "initial_accumulator_value": "InitialAccumulator", "clipnorm": "ClipNorm", "clipvalue": "ClipValue", "global_clipnorm": "GlobalClipNorm",
	"l1_regularization_strength": "L1", "l2_regularization_strength": "L2", "l2_shrinkage_regularization_strength": "L2Shrinkage",
}

func goName(keras string) string {
	if name, ok := goNames[keras]; ok {
		return name
	}
	return camel(keras)
}

// camel writes beta_1 as Beta1.
func camel(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

func (w *goWriter) dense(i int, layer experiment.Layer) string {
	text := "nn.NewDense(" + itoa(layer.Units)
	if i == 0 {
		text += ", nn.InputShape(1)"
	}
	if layer.Activation != "linear" {
		text += ", nn.WithActivation(nn." + goName(layer.Activation) + ")"
	}
	if w.L1 != 0 || w.L2 != 0 {
		text += ", nn.WithKernelRegularizer(nn.L1L2(" + experiment.FormatNumber(w.L1) + ", " + experiment.FormatNumber(w.L2) + "))"
	}
	return text + ")"
}

// optimizer writes the optimizer, with a line for each option, and returns the
// expression that is it.
func (w *goWriter) optimizer(line func(string)) string {
	text := "nn.New" + classOf(nn.Optimizers(), w.Optimizer.Name) + "(" + experiment.FormatNumber(w.Optimizer.LearningRate) + ")"
	if w.Optimizer.Options == "" {
		return text
	}
	line("\toptimizer := " + text)
	goOptions("optimizer", string(w.Optimizer.Options), w.OptionsOfOptimizer(), line)
	return "optimizer"
}

func (w *goWriter) loss(line func(string)) string {
	made := map[string]string{"huber": "nn.NewHuber()", "binary_crossentropy": "nn.NewBinaryCrossentropy()"}[w.Loss]
	if made == "" {
		return "nn." + classOf(nn.Losses(), w.Loss)
	}
	if w.LossOptions == "" {
		return made
	}
	line("\tloss := " + made)
	goOptions("loss", string(w.LossOptions), w.OptionsOfLoss(), line)
	return "loss"
}

func goOptions(owner, options string, known []experiment.Option, line func(string)) {
	for pair := range strings.SplitSeq(options, ",") {
		key, value, _ := strings.Cut(pair, "=")
		for _, option := range known {
			if option.Key == key && option.Flag {
				value = strconv.FormatBool(value == "1")
			}
		}
		line("\t" + owner + "." + goName(key) + " = " + value)
	}
}

func (w *goWriter) config() string {
	text := "Epochs: " + itoa(w.Epochs)
	if w.Batch != experiment.Default().Batch {
		text += ", BatchSize: " + itoa(w.Batch)
	}
	if !w.Shuffle {
		text += ", NoShuffle: true"
	}
	if w.Validation != 0 {
		text += ", ValidationSplit: " + experiment.FormatNumber(w.Validation)
	}
	return text + ", Seed: " + w.Value("seed")
}
