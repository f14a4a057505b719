package export

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

// TensorFlowJS writes an experiment as a program for TensorFlow.js that begins
// with the page's initial weights. What TensorFlow.js lacks the text says in a
// comment; ok is false where there is no program without it.
func TensorFlowJS(e experiment.Experiment) (text string, ok bool) {
	lack := &lacks{library: "TensorFlow.js"}
	optimizer, known := jsOptimizers[e.Optimizer.Name]
	if !known {
		lack.thing(nn.Optimizers(), e.Optimizer.Name)
	}
	made := optimizer.write(e, e.Optimizer.Options, nil, func(option string) {
		if known {
			lack.option(nn.Optimizers(), e.Optimizer.Name, option)
		}
	})
	for _, layer := range e.Layers {
		if _, known := jsActivations[layer.Activation]; !known {
			lack.thing(nn.Activations(), layer.Activation)
		}
	}
	loss := jsLosses[e.Loss]
	if loss == nil {
		lack.thing(nn.Losses(), e.Loss)
	}
	metric := jsMetrics[e.Metric]
	if metric == "" && e.Metric != "" {
		lack.metric(e.Metric)
	}
	lack.rules(e)
	if lack.needed {
		return lack.comment("//"), false
	}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	b.WriteString(lack.comment("//"))
	line("import * as tf from \"@tensorflow/tfjs\";\n")
	line(jsLayout.columnsNote(e) + "const xs = " + jsLayout.inputs(e, placesOf(e)) + ";\nconst ys = " + jsColumn(ysOf(e)) + ";\n")
	xs, asked := "xs", jsLayout.inputs(e, askedOf(e))
	if e.Normalize {
		line("// TensorFlow.js has no layer Normalization: this is what it does.")
		line("const {mean, variance} = tf.moments(xs, 0);\nconst normalize = (x) => x.sub(mean).div(tf.maximum(variance.sqrt(), 1e-7));\n")
		xs, asked = "normalize(xs)", "normalize("+asked+")"
	}
	line("const model = tf.sequential();")
	for i, layer := range e.Layers {
		options := "units: " + strconv.Itoa(layer.Units)
		if i == 0 {
			options += ", inputShape: [" + strconv.Itoa(e.Width()) + "]"
		}
		if layer.Activation != "linear" {
			options += `, activation: "` + jsActivations[layer.Activation] + `"`
		}
		if e.L1 != 0 || e.L2 != 0 {
			options += ", kernelRegularizer: tf.regularizers.l1l2({l1: " + experiment.FormatNumber(e.L1) + ", l2: " + experiment.FormatNumber(e.L2) + "})"
		}
		line("model.add(tf.layers.dense({" + options + "}));")
	}
	line("// The same initial weights as on the page.")
	for i, layer := range script.InitialLayers(e) {
		var rows []string
		for k := range layer.Inputs {
			rows = append(rows, "["+script.NumberList(layer.Row(k), 4)+"]")
		}
		line("model.layers[" + strconv.Itoa(i) + "].setWeights([tf.tensor2d([" + strings.Join(rows, ", ") + "]), tf.tensor1d([" + script.NumberList(layer.Bias, 4) + "])]);")
	}
	metrics := ""
	if metric != "" {
		metrics = `, metrics: ["` + metric + `"]`
	}
	line("model.compile({optimizer: " + made + ", loss: " + loss(e) + metrics + "});\n")
	options := "epochs: " + strconv.Itoa(e.Epochs)
	if e.Batch != experiment.Default().Batch {
		options += ", batchSize: " + strconv.Itoa(e.Batch)
	}
	if !e.Shuffle {
		options += ", shuffle: false"
	}
	if e.Validation != 0 {
		options += ", validationSplit: " + experiment.FormatNumber(e.Validation)
	}
	var callbacks []string
	if e.Patience > 0 {
		monitor := "val_loss"
		if e.Validation == 0 {
			monitor = "loss"
		}
		callbacks = append(callbacks, `tf.callbacks.earlyStopping({monitor: "`+monitor+`", patience: `+strconv.Itoa(e.Patience)+"})")
	}
	if e.StopLoss > 0 {
		callbacks = append(callbacks, "new tf.CustomCallback({onEpochEnd: async (epoch, logs) => { if (logs.loss < "+experiment.FormatNumber(e.StopLoss)+") model.stopTraining = true; }})")
	}
	if len(callbacks) == 1 {
		options += ", callbacks: " + callbacks[0]
	} else if len(callbacks) > 1 {
		options += ", callbacks: [" + strings.Join(callbacks, ", ") + "]"
	}
	line("const history = await model.fit(" + xs + ", ys, {" + options + "});\nconsole.log(history.history.loss.at(-1));")
	line("model.predict(" + asked + ").print();")
	return b.String(), true
}

// jsLayout is how the numbers are written.
var jsLayout = layout{jsColumn, func(rows []string) string { return "tf.tensor2d([" + itemLines(rows) + "])" }, "[", "]", "//"}

func jsColumn(values []float64) string {
	return "tf.tensor2d([" + script.NumberList(values, 4) + "], [" + strconv.Itoa(len(values)) + ", 1])"
}

// jsActivations are those that TensorFlow.js computes as Keras 3 does; its
// hardSigmoid is another function.
var jsActivations = map[string]string{
	"linear": "linear", "relu": "relu", "relu6": "relu6", "elu": "elu", "selu": "selu", "softplus": "softplus", "softsign": "softsign",
	"tanh": "tanh", "sigmoid": "sigmoid", "silu": "swish", "mish": "mish", "softmax": "softmax",
}

// jsMetrics are the names of TensorFlow.js's metrics.
var jsMetrics = map[string]string{"mae": "mae", "mse": "mse", "mape": "mape", "accuracy": "accuracy"}

// jsOptimizers are the optimizers of tf.train that compute what Keras's do.
var jsOptimizers = map[string]call{
	"sgd": {
		text: "tf.train.sgd({lr}",
		idle: []string{"nesterov"},
		with: map[string]call{"momentum": {
			text: "tf.train.momentum({lr}, {momentum}",
			more: []addition{{"nesterov", ", true"}},
		}},
	},
	"adam":   {text: "tf.train.adam({lr}, {beta_1}, {beta_2}, {epsilon}"},
	"adamax": {text: "tf.train.adamax({lr}, {beta_1}, {beta_2}, {epsilon}"},
	"rmsprop": {
		text: "tf.train.rmsprop({lr}, {rho}, {momentum}, {epsilon}",
		more: []addition{{"centered", ", true"}},
	},
	"adagrad":  {text: "tf.train.adagrad({lr}, {initial_accumulator_value}"},
	"adadelta": {text: "tf.train.adadelta({lr}, {rho}, {epsilon}"},
}

// jsLosses are the names that TensorFlow.js knows, or functions.
var jsLosses = map[string]lossRow{
	"mean_squared_error":             loss(`"meanSquaredError"`),
	"mean_absolute_error":            loss(`"meanAbsoluteError"`),
	"mean_absolute_percentage_error": loss(`"meanAbsolutePercentageError"`),
	"mean_squared_logarithmic_error": loss(`"meanSquaredLogarithmicError"`),
	"log_cosh":                       loss(`"logcosh"`),
	"huber":                          loss("(y, guess) => tf.losses.huberLoss(y, guess, undefined, {delta})"),
	"poisson":                        loss("(y, guess) => tf.mean(tf.sub(guess, tf.mul(y, tf.log(tf.add(guess, 1e-7)))))"),
	"hinge":                          loss("(y, guess) => tf.mean(tf.relu(" + jsMargin + "))"),
	"squared_hinge":                  loss("(y, guess) => tf.mean(tf.square(tf.relu(" + jsMargin + ")))"),
	"sparse_categorical_crossentropy": func(e experiment.Experiment) string {
		if e.Value("from_logits") == "1" {
			return "(y, guess) => tf.losses.softmaxCrossEntropy(tf.oneHot(tf.cast(tf.squeeze(y, [1]), \"int32\"), " + strconv.Itoa(e.Outputs()) + "), guess)"
		}
		return `"sparseCategoricalCrossentropy"`
	},
	"binary_crossentropy": func(e experiment.Experiment) string {
		if e.LossOptions == "" {
			return `"binaryCrossentropy"`
		}
		labels := fill(e, "tf.add(tf.mul(y, 1 - {label_smoothing}), 0.5 * {label_smoothing})")
		if e.Value("from_logits") == "1" {
			return "(y, guess) => tf.losses.sigmoidCrossEntropy(" + labels + ", guess)"
		}
		return "(y, guess) => tf.losses.logLoss(" + labels + ", guess)"
	},
}

// jsMargin is how far a guess is from the right side, for labels of −1 (or 0)
// and 1.
const jsMargin = "tf.sub(1, tf.mul(tf.where(tf.equal(y, 0), tf.onesLike(y).neg(), y), guess))"
