package program

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// TensorFlowJS writes an experiment as a program for TensorFlow.js that begins
// with the page's initial weights. Where TensorFlow.js lacks something it is a
// comment that says so; ok is then false.
func TensorFlowJS(e experiment.Experiment) (text string, ok bool) {
	optimizer, hasOptimizer := jsOptimizer(e)
	if !hasOptimizer {
		return "// tf.train has no " + classOf(nn.Optimizers(), e.Optimizer.Name) + " with these options.\n", false
	}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	line("import * as tf from \"@tensorflow/tfjs\";\n")
	line("const xs = " + jsColumn(xsOf(e)) + ";\nconst ys = " + jsColumn(ysOf(e)) + ";\n")
	line("const model = tf.sequential();")
	for i, layer := range e.Layers {
		options := "units: " + itoa(layer.Units)
		if i == 0 {
			options += ", inputShape: [1]"
		}
		if layer.Activation != "linear" {
			name, known := jsActivations[layer.Activation]
			if !known {
				return "// TensorFlow.js has no activation " + layer.Activation + ".\n", false
			}
			options += `, activation: "` + name + `"`
		}
		if e.L1 != 0 || e.L2 != 0 {
			options += ", kernelRegularizer: tf.regularizers.l1l2({l1: " + experiment.FormatNumber(e.L1) + ", l2: " + experiment.FormatNumber(e.L2) + "})"
		}
		line("model.add(tf.layers.dense({" + options + "}));")
	}
	line("// The same initial weights as on the page.")
	for i, layer := range layersOf(e) {
		var rows []string
		for k := range layer.inputs {
			rows = append(rows, "["+numberList(layer.row(k), 4)+"]")
		}
		line("model.layers[" + itoa(i) + "].setWeights([tf.tensor2d([" + strings.Join(rows, ", ") + "]), tf.tensor1d([" + numberList(layer.bias, 4) + "])]);")
	}
	metrics := ""
	if name := map[string]string{"mae": "mae", "mse": "mse", "mape": "mape", "accuracy": "accuracy"}[e.Metric]; name != "" {
		metrics = `, metrics: ["` + name + `"]`
	}
	line("model.compile({optimizer: " + optimizer + ", loss: " + jsLoss(e) + metrics + "});\n")
	options := "epochs: " + itoa(e.Epochs)
	if e.Batch != experiment.Default().Batch {
		options += ", batchSize: " + itoa(e.Batch)
	}
	if !e.Shuffle {
		options += ", shuffle: false"
	}
	if e.Validation != 0 {
		options += ", validationSplit: " + experiment.FormatNumber(e.Validation)
	}
	if e.Patience > 0 {
		monitor := "val_loss"
		if e.Validation == 0 {
			monitor = "loss"
		}
		options += `, callbacks: tf.callbacks.earlyStopping({monitor: "` + monitor + `", patience: ` + itoa(e.Patience) + "})"
	}
	line("const history = await model.fit(xs, ys, {" + options + "});\nconsole.log(history.history.loss.at(-1));")
	asked := []float64{e.Predict}
	for _, q := range e.Asked {
		asked = append(asked, q.X)
	}
	line("model.predict(" + jsColumn(asked) + ").print();")
	return b.String(), true
}

func jsColumn(values []float64) string {
	return "tf.tensor2d([" + numberList(values, 4) + "], [" + itoa(len(values)) + ", 1])"
}

// jsActivations are those that TensorFlow.js computes as Keras 3 does; its
// hardSigmoid is another function.
var jsActivations = map[string]string{
	"relu": "relu", "relu6": "relu6", "elu": "elu", "selu": "selu", "softplus": "softplus", "softsign": "softsign",
	"tanh": "tanh", "sigmoid": "sigmoid", "silu": "swish", "mish": "mish",
}

// jsOptimizer writes the optimizer; ok is false where TensorFlow.js has none
// like it.
func jsOptimizer(e experiment.Experiment) (text string, ok bool) {
	v := func(key string) string { return e.Value(key) }
	for _, key := range []string{"weight_decay", "clipnorm", "clipvalue", "global_clipnorm", "amsgrad"} {
		if value := v(key); value != "" && value != "0" {
			return "", false
		}
	}
	rate := v("lr")
	switch e.Optimizer.Name {
	case "sgd":
		if v("momentum") == "0" {
			return "tf.train.sgd(" + rate + ")", true
		}
		return "tf.train.momentum(" + rate + ", " + v("momentum") + map[string]string{"1": ", true"}[v("nesterov")] + ")", true
	case "adam", "adamax":
		return "tf.train." + e.Optimizer.Name + "(" + rate + ", " + v("beta_1") + ", " + v("beta_2") + ", " + v("epsilon") + ")", true
	case "rmsprop":
		return "tf.train.rmsprop(" + rate + ", " + v("rho") + ", " + v("momentum") + ", " + v("epsilon") + map[string]string{"1": ", true"}[v("centered")] + ")", true
	case "adagrad":
		return "tf.train.adagrad(" + rate + ", " + v("initial_accumulator_value") + ")", true
	case "adadelta":
		return "tf.train.adadelta(" + rate + ", " + v("rho") + ", " + v("epsilon") + ")", true
	}
	return "", false
}

// jsLoss is a name that TensorFlow.js knows, or a function.
func jsLoss(e experiment.Experiment) string {
	d := "(y, guess) => "
	switch e.Loss {
	case "huber":
		delta := e.Value("delta")
		return d + "tf.losses.huberLoss(y, guess, undefined, " + delta + ")"
	case "log_cosh":
		return `"logcosh"`
	case "poisson":
		return d + "tf.mean(tf.sub(guess, tf.mul(y, tf.log(tf.add(guess, 1e-7)))))"
	case "hinge":
		return d + "tf.mean(tf.relu(tf.sub(1, tf.mul(tf.where(tf.equal(y, 0), tf.onesLike(y).neg(), y), guess))))"
	case "squared_hinge":
		return d + "tf.mean(tf.square(tf.relu(tf.sub(1, tf.mul(tf.where(tf.equal(y, 0), tf.onesLike(y).neg(), y), guess)))))"
	case "binary_crossentropy":
		if e.LossOptions != "" {
			labels := "tf.add(tf.mul(y, 1 - " + e.Value("label_smoothing") + "), 0.5 * " + e.Value("label_smoothing") + ")"
			if e.Value("from_logits") == "1" {
				return d + "tf.losses.sigmoidCrossEntropy(" + labels + ", guess)"
			}
			return d + "tf.losses.logLoss(" + labels + ", guess)"
		}
	}
	name := classOf(nn.Losses(), e.Loss)
	return `"` + strings.ToLower(name[:1]) + name[1:] + `"`
}
