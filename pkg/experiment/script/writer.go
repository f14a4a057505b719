package script

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Keras writes an experiment as a program for Keras 3. Package program reads it back
// as the same experiment.
func Keras(e experiment.Experiment) string {
	return (&Writer{&e, DefaultNames(), nil}).text()
}

// KerasWithWeights is the program that begins with this page's own initial
// weights, which Keras would draw otherwise.
func KerasWithWeights(e experiment.Experiment) string {
	return (&Writer{&e, DefaultNames(), InitialLayers(e)}).text()
}

// Writer writes the statements of a program.
type Writer struct {
	*experiment.Experiment
	Names Names
	// Weights are the initial weights that the program is to begin with; nil for those
	// that Keras draws, or that the experiment gives.
	Weights []LayerWeights
}

// Piece is one statement of a program, with what it is for.
type Piece struct {
	Role, Text string
	marks      []mark
}

// mark is where a piece says a property.
type mark struct {
	key        string
	start, end int
}

// marked is a piece that is being written.
type marked struct {
	strings.Builder
	marks []mark
}

// says writes what says some properties.
func (m *marked) says(text string, keys ...string) {
	start := m.Len()
	m.WriteString(text)
	m.mark(start, keys...)
}

// mark notes that what was written from a place on says some properties.
func (m *marked) mark(start int, keys ...string) {
	for _, key := range keys {
		m.marks = append(m.marks, mark{key, start, m.Len()})
	}
}

// text is the whole program.
func (w *Writer) text() string {
	text, _ := join(w.Pieces())
	return text
}

// join makes a program of its pieces, and says where each begins.
func join(pieces []Piece) (text string, starts []int) {
	group := map[string]int{"keras": 0, "numpy": 0, "stop": 1, "seed": 2, "xs": 3, "ys": 3, "features": 5, "normalizer": 6, "adapt": 6, "model": 4, "weights": 4, "compile": 4}
	var b strings.Builder
	before := 0
	for _, p := range pieces {
		at, ok := group[p.Role]
		if !ok {
			at = 5
		}
		if at != before {
			b.WriteByte('\n')
		}
		before = at
		starts = append(starts, b.Len())
		b.WriteString(p.Text + "\n")
	}
	return b.String(), starts
}

// Pieces are the statements in order.
func (w *Writer) Pieces() []Piece {
	n := w.Names
	var pieces []Piece
	add := func(role string, write func(*marked)) {
		var m marked
		write(&m)
		if m.Len() > 0 {
			pieces = append(pieces, Piece{role, m.String(), m.marks})
		}
	}
	plain := func(role, text string, keys ...string) {
		add(role, func(m *marked) { m.says(text, keys...) })
	}
	plain("keras", "import keras")
	plain("numpy", "import numpy as "+n.NumPy)
	if w.StopLoss > 0 {
		add("stop", func(m *marked) {
			m.WriteString("class " + StopClass + "(" + n.Keras + ".callbacks.Callback):\n    def on_epoch_end(self, epoch, logs=None):\n        if logs[\"loss\"] < ")
			m.says(PythonNumber(w.StopLoss, false), "stop")
			m.WriteString(":\n            self.model.stop_training = True")
		})
	}
	if w.Seed != experiment.Default().Seed {
		plain("seed", n.Keras+".utils.set_random_seed("+w.Value("seed")+")", "seed")
	}
	places, ys := make([]experiment.Place, len(w.Points)), make([]float64, len(w.Points))
	for i, p := range w.Points {
		places[i], ys[i] = p.X, p.Y
	}
	if w.Inputs > 1 {
		plain("xs", n.Xs+" = "+w.places(places, true), "xs", "x2")
	} else {
		plain("xs", n.Xs+" = "+w.places(places, true), "xs")
	}
	if w.Outputs() > 1 {
		plain("ys", n.Ys+" = "+w.array(ys, true), "ys", "classes")
	} else {
		plain("ys", n.Ys+" = "+w.array(ys, true), "ys")
	}
	if len(w.Features) > 0 {
		plain("features", w.featuresFunction(), "features")
	}
	if w.Normalize {
		add("normalizer", func(m *marked) {
			m.WriteString(n.Normalizer + " = ")
			axis := ""
			if w.Inputs < 2 {
				axis = "axis=None" // the xs are a list of numbers, of which each is no feature
			}
			m.says(n.Keras+".layers.Normalization("+axis+")", experiment.NormalizeKey)
		})
		plain("adapt", n.Normalizer+".adapt("+w.inputs(n.Xs)+")")
	}
	add("model", w.model)
	add("weights", w.startWeights)
	add("compile", w.compile)
	add("fit", w.fit)
	predict := func(role string, places []experiment.Place, keys ...string) {
		add(role, func(m *marked) {
			m.WriteString("print(" + n.Model + ".predict(")
			m.says(w.inputs(w.places(places, false)), keys...)
			m.WriteString("))")
		})
	}
	predict("predict", []experiment.Place{w.Predict}, "predict")
	if len(w.Queries) > 0 {
		asked, keys := make([]experiment.Place, len(w.Queries)), []string{"also"}
		for i, q := range w.Queries {
			asked[i] = q.X
			keys = append(keys, experiment.QueryKey(i+1), experiment.TruthKey(i+1))
		}
		predict("asked", asked, keys...)
	}
	if places, ys := w.Truths(); len(places) > 0 {
		add("evaluate", func(m *marked) {
			m.WriteString(n.Model + ".evaluate(")
			m.says(w.inputs(w.places(places, false)), "also")
			m.WriteString(", " + w.array(ys, false) + ")")
			for i, q := range w.Queries {
				if q.Known {
					m.mark(0, experiment.TruthKey(i+1))
				}
			}
		})
	}
	return pieces
}

// places writes places as an array: of one input its numbers, of two a row for each
// place.
func (w *Writer) places(places []experiment.Place, typed bool) string {
	if w.Inputs < 2 {
		xs := make([]float64, len(places))
		for i, place := range places {
			xs[i] = place[0]
		}
		return w.array(xs, typed)
	}
	end := "])"
	if typed {
		end = "], dtype=float)"
	}
	rows := make([]string, len(places))
	for i, place := range places {
		rows[i] = "["
		for j := range w.Inputs {
			if j > 0 {
				rows[i] += ", "
			}
			rows[i] += PythonNumber(place[j], false)
		}
		rows[i] += "]"
	}
	return w.Names.NumPy + ".array([" + itemList(rows, 4) + end
}

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

// array writes an array, long ones on several lines.
func (w *Writer) array(values []float64, typed bool) string {
	end := "])"
	if typed {
		end = "], dtype=float)"
	}
	return w.Names.NumPy + ".array([" + NumberList(values, 4) + end
}

// LineWidth is how wide a line of numbers may be.
const LineWidth = 84

// NumberList writes numbers with commas between, in lines of LineWidth when
// they are more than one line.
func NumberList(values []float64, indent int) string {
	items := make([]string, len(values))
	for i, v := range values {
		items[i] = PythonNumber(v, false)
	}
	return itemList(items, indent)
}

// itemList writes items as NumberList writes numbers.
func itemList(items []string, indent int) string {
	var b strings.Builder
	width, wrapped := 0, false
	for _, item := range items {
		width += len(item) + 2
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

// EarlyStopping is Keras's name of the callback that the page knows; StopClass that of the
// one that stops at a loss, which Keras has not.
const (
	EarlyStopping = "EarlyStopping"
	StopClass     = "StopAtLoss"
)

func (w *Writer) fit(m *marked) {
	n := w.Names
	more := []func(){func() { m.says("epochs="+strconv.Itoa(w.Epochs), "epochs") }}
	long := n.Model + ".fit(" + w.inputs(n.Xs) + ", " + n.Ys + ", epochs=" + strconv.Itoa(w.Epochs)
	add := func(text, key string) {
		more = append(more, func() { m.says(text, key) })
		long += ", " + text
	}
	if w.Batch != experiment.Default().Batch {
		add("batch_size="+strconv.Itoa(w.Batch), "batch")
	}
	if !w.Shuffle {
		add("shuffle=False", "shuffle")
	}
	if w.Validation != 0 {
		add("validation_split="+PythonNumber(w.Validation, false), "validation")
	}
	var callbacks []string
	key := "" // of the first of them
	if w.Patience > 0 {
		monitor := "val_loss"
		if w.Validation == 0 {
			monitor = "loss"
		}
		callbacks = append(callbacks, n.Keras+".callbacks."+EarlyStopping+`(monitor="`+monitor+`", patience=`+strconv.Itoa(w.Patience)+")")
		key = "patience"
	}
	if w.StopLoss > 0 {
		callbacks = append(callbacks, StopClass+"()")
	}
	if len(callbacks) > 0 {
		more = append(more, func() {
			m.WriteString("callbacks=[")
			if key != "" {
				m.says(callbacks[0], key)
			} else {
				m.WriteString(callbacks[0])
			}
			for _, callback := range callbacks[1:] {
				m.WriteString(", " + callback)
			}
			m.WriteByte(']')
		})
		long += ", callbacks=[" + strings.Join(callbacks, ", ") + "]"
	}
	begin, between, end := "", ", ", ")"
	if len(more) > 1 && len(long)+1 > LineWidth {
		begin, between, end = "\n    ", ",\n    ", ",\n)"
	}
	m.WriteString(n.Model + ".fit(" + begin + w.inputs(n.Xs) + between + n.Ys)
	for _, argument := range more {
		m.WriteString(between)
		argument()
	}
	m.WriteString(end)
	m.mark(0, "fit")
}

// PythonNumber writes a number as Python does: 10.0, -0.5, 1e-05.
func PythonNumber(v float64, whole bool) string {
	text := experiment.FormatNumber(v)
	if !whole && strings.Trim(text, "-0123456789") == "" {
		text += ".0"
	}
	return text
}
