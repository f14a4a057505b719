package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestWhatThePageCannotHaveIsTold: each program has something that Keras has and the page
// has not. It is told by its name, and where there is a button, the program reads then.
func TestWhatThePageCannotHaveIsTold(t *testing.T) {
	const compile = `model.compile("sgd", "mse")`
	rate := func(rate string) string {
		return lineOf("", "model.compile(keras.optimizers.SGD("+rate+"), 'mse')", "")
	}
	layers := func(list string) string {
		return strings.Replace(lineOf("", compile, ""), "keras.layers.Dense(1)", list, 1)
	}
	for name, c := range map[string]struct {
		text, code, says string
		severity         Severity
		fixed            string // what a button makes of it, "" for no button
	}{
		"a rate that decays":          {rate("keras.optimizers.schedules.ExponentialDecay(0.05, 100, 0.9)"), "code_schedule", "ExponentialDecay", Wrong, "SGD(0.05)"},
		"a cosine":                    {rate("learning_rate=keras.optimizers.schedules.CosineDecay(initial_learning_rate=0.1, decay_steps=9)"), "code_schedule", "CosineDecay", Wrong, "SGD(learning_rate=0.1)"},
		"a cosine with restarts":      {rate("keras.optimizers.schedules.CosineDecayRestarts(0.1, 9)"), "code_schedule", "CosineDecayRestarts", Wrong, "SGD(0.1)"},
		"steps":                       {rate("keras.optimizers.schedules.PiecewiseConstantDecay([5], [0.5, 0.1])"), "code_schedule", "PiecewiseConstantDecay", Wrong, "SGD(0.5)"},
		"the inverse time":            {rate("keras.optimizers.schedules.InverseTimeDecay(0.2, 1, 0.5)"), "code_schedule", "InverseTimeDecay", Wrong, "SGD(0.2)"},
		"a polynomial":                {rate("keras.optimizers.schedules.PolynomialDecay(0.2, 10)"), "code_schedule", "PolynomialDecay", Wrong, "SGD(0.2)"},
		"a rate by a function":        {rate("lambda: 0.1"), "code_schedule", "", Wrong, ""},
		"a scheduler":                 {strings.Replace(lineOf("", compile, ""), "verbose=0", "verbose=0, callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 0.1 / (1 + e))]", 1), "code_rate_changes", "LearningRateScheduler", Note, ""},
		"a plateau":                   {strings.Replace(lineOf("", compile, ""), "verbose=0", "verbose=0, callbacks=[keras.callbacks.ReduceLROnPlateau()]", 1), "code_monitor_rate", "val_loss", Mistake, ""},
		"a later scheduler":           {lineOf("", compile, "model.fit(xs, ys, epochs=2, callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 0.1)])\n"), "code_rate_changes", "LearningRateScheduler", Note, ""},
		"dropout":                     {layers("keras.layers.Dense(4), keras.layers.Dropout(0.2), keras.layers.Dense(1)"), "code_without_layer", "Dropout", Wrong, "keras.layers.Dense(4), keras.layers.Dense(1)"},
		"dropout at the end":          {layers("keras.layers.Dense(1), keras.layers.Dropout(0.2)"), "code_without_layer", "Dropout", Wrong, "keras.layers.Dense(1)]"},
		"dropout on its line":         {layers("\n  keras.layers.Dense(4),\n  keras.layers.Dropout(0.2),\n  keras.layers.Dense(1)\n"), "code_without_layer", "Dropout", Wrong, "Dense(4),\n  keras.layers.Dense(1)\n"},
		"batch normalization":         {lineOf("", "model = keras.Sequential()\nmodel.add(keras.layers.Dense(4))\nmodel.add(keras.layers.BatchNormalization())\nmodel.add(keras.layers.Dense(1))\n"+compile, ""), "code_without_layer", "BatchNormalization", Wrong, "Dense(4))\nmodel.add(keras.layers.Dense(1))"},
		"a recurrent layer":           {layers("keras.layers.LSTM(4), keras.layers.Dense(1)"), "code_layer", "LSTM", Wrong, ""},
		"no bias":                     {layers("keras.layers.Dense(1, use_bias=False)"), "code_bias", "", Wrong, "keras.layers.Dense(1)]"},
		"a layer that stays":          {lineOf("", "model.layers[0].trainable = False\n"+compile, ""), "code_unsupported", "model.layers[0].trainable = False", Wrong, ""},
		"a model that stays":          {lineOf("", "model.trainable = False\n"+compile, ""), "code_unsupported", "model.trainable = False", Wrong, ""},
		"a loss of its own":           {lineOf("def far(t, p):\n    return 3 * keras.ops.mean(keras.ops.square(t - p))\n", "model.compile('sgd', far)", ""), "code_own_loss", "far", Wrong, ""},
		"a sum of squares":            {lineOf("def total(t, p):\n    return keras.ops.sum(keras.ops.square(t - p))\n", "model.compile('sgd', total)", ""), "code_own_loss", "total", Wrong, ""},
		"a metric of its own":         {lineOf("def r2(t, p):\n    return keras.ops.mean(t)\n", "model.compile('sgd', 'mse', metrics=[r2])", ""), "code_own_metric", "r2", Note, ""},
		"a metric beyond a course":    {lineOf("", "model.compile('sgd', 'mse', metrics=['AUC'])", ""), "code_own_metric", "AUC", Note, ""},
		"a first epoch":               {strings.Replace(lineOf("", compile, ""), "verbose=0", "verbose=0, initial_epoch=1", 1), "code_unsupported", "initial_epoch", Wrong, "epochs=2, verbose=0)"},
		"a method of the past":        {lineOf("", compile, "print(model.predict_classes(xs))\n"), "code_no_longer", "predict_classes", Mistake, ""},
		"a generator's fit":           {strings.Replace(lineOf("", compile, ""), ".fit(", ".fit_generator(", 1), "code_name", "fit_generator", Wrong, "model.fit(xs"},
		"data without end":            {strings.Replace(lineOf("def gen():\n    while True:\n        yield np.ones(2), np.ones(2)\n", compile, ""), "fit(xs, ys,", "fit(gen(),", 1), "code_lacks_value", "gen(…)", Wrong, ""},
		"a layer's weights":           {lineOf("", "model.add(keras.layers.Dense(1))\nmodel.layers[0].set_weights([np.array([[0.5]]), np.array([0.0])])\n"+compile, ""), "code_layer_weights", "model.layers[0].set_weights([np.array([[…", Wrong, ""},
		"a layer's kernel":            {lineOf("", "model.layers[0].kernel.assign([[0.5]])\n"+compile, ""), "code_layer_weights", "kernel.assign", Wrong, ""},
		"another slope":               {layers("keras.layers.Dense(4, activation=keras.layers.LeakyReLU(0.1)), keras.layers.Dense(1)"), "code_unsupported", "keras.layers.LeakyReLU(0.1)", Wrong, ""},
		"an activation of its own":    {layers("keras.layers.Dense(4, activation=lambda v: v * v), keras.layers.Dense(1)"), "code_unsupported", "<lambda>", Wrong, ""},
		"data of seaborn":             {"import seaborn as sns\n" + strings.Replace(lineOf("", compile, ""), "xs = np.array([-1.0, 0.0, 1.0, 2.0])", "xs = sns.load_dataset('mpg')['x'].values", 1), "code_outside_value", "seaborn.load_dataset", Wrong, ""},
		"what the page does not keep": {lineOf("", compile, "print(model.test_on_batch(xs, ys))\n"), "code_lacks", "model.test_on_batch", Note, ""},
		"a layer after a semicolon":   {lineOf("", "model = keras.Sequential(); model.add(keras.layers.Dense(1, input_shape=(1,)))\n"+compile, ""), "code_input_shape", "", Mistake, "; model.add(keras.Input(shape=(1,))); model.add(keras.layers.Dense(1))"},
		"a layer below its call":      {lineOf("", "model = keras.Sequential()\nmodel.add(\n    keras.layers.Dense(1, input_shape=(1,))\n)\n"+compile, ""), "code_input_shape", "", Mistake, "model.add(keras.Input(shape=(1,)))\nmodel.add(\n"},
		"a layer with a name":         {lineOf("", "one = keras.layers.Dense(1, input_shape=(1,))\nmodel = keras.Sequential()\nmodel.add(one)\n"+compile, ""), "code_input_shape", "", Mistake, ""},
		"decimal commas":              {strings.Replace(lineOf("", compile, ""), "[-1.0, 0.0, 1.0, 2.0]", "[1,5, 2,5, 3,5]", 1), "code_decimal_comma", "1,5", Mistake, "[1.5, 2.5, 3.5]"},
		"a file":                      {"import pandas as pd\n" + strings.Replace(lineOf("", compile, ""), "xs = np", "data = pd.read_csv('https://a.org/points.csv')\nxs = np", 1), "code_data_at_hand", "https://a.org/points.csv", Note, ""},
		"gradients of its own":        {"import tensorflow as tf\n" + strings.Replace(lineOf("", compile, ""), "model.fit", "with tf.GradientTape() as tape:\n    pass\n#", 1), "code_own_training", "", Wrong, ""},
		"a model in a skipped loop":   {"import unheard\nimport numpy as np\nimport keras\nfor part in unheard.parts():\n    model = keras.Sequential([keras.layers.Dense(1)])\n    model.compile('sgd', 'mse')\n    model.fit(np.ones(2), np.ones(2))\n", "code_skipped", "for part in unheard.parts():", Wrong, ""},
		"a model that scikeras makes": {
			"from scikeras.wrappers import KerasRegressor\nimport keras\ndef build():\n    return keras.Sequential([keras.layers.Dense(1)])\nreg = KerasRegressor(model=build)\nreg.fit([1], [2])\n",
			"code_other_model", "", Wrong, "",
		},
	} {
		reading := Read(c.text, experiment.Default())
		var told *Problem
		for _, p := range reading.Problems {
			if p.Detail.Code == c.code {
				told = p
			}
		}
		if told == nil || told.Severity != c.severity || c.says != "" && told.Detail.Args["text"] != c.says {
			t.Errorf("%s: %v, want %s of %q", name, reading.Problems, c.code, c.says)
			continue
		}
		if c.fixed == "" {
			if len(told.Fix) > 0 {
				t.Errorf("%s: the button makes\n%s", name, script.Apply(c.text, told.Fix))
			}
			continue
		}
		fixed := script.Apply(c.text, told.Fix)
		if again := Read(fixed, experiment.Default()); !strings.Contains(fixed, c.fixed) || !again.OK() {
			t.Errorf("%s: the button makes\n%s\n%v, want %s", name, fixed, again.Problems, c.fixed)
		}
	}
}

// TestLayersAsActivations: Keras takes a layer for an activation.
func TestLayersAsActivations(t *testing.T) {
	for layer, want := range map[string]string{"keras.layers.ReLU()": "relu", "keras.layers.ELU()": "elu", "keras.layers.LeakyReLU(negative_slope=0.2)": "leaky_relu"} {
		text := strings.Replace(lineOf("", `model.compile("sgd", "mse")`, ""), "keras.layers.Dense(1)", "keras.layers.Dense(4, activation="+layer+"), keras.layers.Dense(1)", 1)
		if reading := Read(text, experiment.Default()); len(reading.Problems) > 0 || reading.Experiment.Layers[0].Activation != want {
			t.Errorf("%s: %v, %v, want %s", layer, reading.Experiment.Layers, reading.Problems, want)
		}
	}
}

// TestCallbacksThatLookAtTheRate: one that prints the learning rate changes nothing.
func TestCallbacksThatLookAtTheRate(t *testing.T) {
	class := "class Tell(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs=None):\n        print(epoch, float(self.model.optimizer.learning_rate))\n"
	text := strings.Replace(lineOf(class, `model.compile("sgd", "mse")`, ""), "verbose=0", "verbose=0, callbacks=[Tell()]", 1)
	reading := Read(text, experiment.Default())
	if got := printedBy(t, reading, nil); len(reading.Problems) > 0 || got != "0 0.009999999776482582\n1 0.009999999776482582\n" {
		t.Errorf("prints %q, %v", got, reading.Problems)
	}
}

// TestOwnLossesOfKeras: a loss that a program writes itself and that Keras has is that one.
func TestOwnLossesOfKeras(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"def own(t, p):\n    return tf.reduce_mean(tf.square(t - p))\n", "mean_squared_error"},
		{"def own(t, p):\n    return keras.ops.square(p - t)\n", "mean_squared_error"},
		{"own = lambda t, p: tf.reduce_mean((p - t) ** 2, axis=-1)\n", "mean_squared_error"},
		{"def own(t, p):\n    return tf.reduce_mean(tf.abs(t - p))\n", "mean_absolute_error"},
		{"def own(t, p):\n    e = t - p\n    small = tf.abs(e) <= 1\n    return tf.where(small, tf.square(e) / 2, tf.abs(e) - 0.5)\n", "huber"},
		{"class Own(keras.losses.Loss):\n    def call(self, y_true, y_pred):\n        return tf.reduce_mean(tf.square(y_true - y_pred))\nown = Own()\n", ""},
		{"class Own(keras.losses.Loss):\n    def call(self, y_true, y_pred):\n        return tf.reduce_mean(tf.square(y_true - y_pred))\nown = Own()\nrows = True\n", "mean_squared_error"},
		{"def own(t, p):\n    return tf.reduce_mean(tf.square(t - p)) / 2\n", ""},
		{"def own(t, p):\n    e = t - p\n    return tf.where(tf.abs(e) <= 5.0, tf.square(e) / 2, 5 * tf.abs(e) - 12.5)\n", ""},
		{"def own(t, p):\n    return tf.sqrt(tf.reduce_mean(tf.square(t - p)))\n", ""},
		{"class Own(keras.losses.Loss):\n    def __init__(self, k):\n        super().__init__()\n        self.k = k\n    def call(self, y_true, y_pred):\n        return self.k * tf.abs(y_true - y_pred)\nown = Own(2.0)\n", ""},
	} {
		program := "import tensorflow as tf\n" + lineOf(c.text, "model.compile('sgd', loss=own)", "")
		if strings.Contains(c.text, "rows = True") { // else Keras subtracts each from each
			program = strings.Replace(program, "fit(xs, ys,", "fit(xs, ys.reshape(-1, 1),", 1)
		}
		reading := Read(program, experiment.Default())
		if reading.OK() != (c.want != "") || c.want != "" && (reading.Experiment.Value("loss") != c.want || len(reading.Problems) > 0) {
			t.Errorf("%s is %s, %v, want %q", c.text, reading.Experiment.Value("loss"), reading.Problems, c.want)
		}
	}
}

// TestLearningRatesThatAreSetLater: Keras trains with the last one that is set before fit.
func TestLearningRatesThatAreSetLater(t *testing.T) {
	for _, line := range []string{
		"opt = keras.optimizers.Adam()\nopt.learning_rate = 0.25\nmodel.compile(opt, 'mse')",
		"model.compile('sgd', 'mse')\nmodel.optimizer.learning_rate = 0.25",
		"model.compile('sgd', 'mse')\nmodel.optimizer.learning_rate.assign(0.25)",
		"model.compile(keras.optimizers.SGD(0.5), 'mse')\nmodel.optimizer.learning_rate = 0.25",
	} {
		text := lineOf("", line, "print(float(model.optimizer.learning_rate))\n")
		reading := Read(text, experiment.Default())
		if got := reading.Experiment.Value("lr"); !reading.OK() || len(reading.Problems) > 0 || got != "0.25" {
			t.Errorf("%s: the rate is %s, %v", line, got, reading.Problems)
			continue
		}
		wantPrinted(t, line, reading, "0.25\n")
		e := reading.Experiment
		e, _ = e.With("lr", "0.125")
		if revised := Revise(text, e); !strings.Contains(revised, "0.125") || Read(revised, experiment.Default()).Experiment.Value("lr") != "0.125" {
			t.Errorf("%s: with another rate it is\n%s", line, revised)
		}
	}
}

// TestNothingIsPrintedOfAnotherTraining: of what Keras trains otherwise than the page,
// no number of the page is printed.
func TestNothingIsPrintedOfAnotherTraining(t *testing.T) {
	reading := Read(lineOf("", `model.compile("sgd", "mse")`, "model.compile('adam', 'mae')\nmodel.fit(xs, ys, epochs=3, verbose=0)\nprint(model.evaluate(xs, ys, verbose=0))\nprint(model.predict(xs, verbose=0))\nprint(model.get_weights())\nprint('end')\n"), experiment.Default())
	if got := printedBy(t, reading, nil); got != "⋮\n⋮\n⋮\nend\n" || len(reading.Problems) != 1 || reading.Problems[0].Detail.Code != "code_second_fit" {
		t.Errorf("prints %q, %v", got, reading.Problems)
	}
}
