package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// lessonWith is a short program with one of its parts written another way.
func lessonWith(t *testing.T, part, other string) string {
	t.Helper()
	text := imports + data + built + learns + "print(model.predict(np.array([10.0])))\n"
	if strings.Count(text, part) != 1 {
		t.Fatalf("%q is not once in\n%s", part, text)
	}
	return strings.Replace(text, part, other, 1)
}

// TestWhatKerasHasIsNotCalledUnknown: of a name that Keras knows and the page
// does not, nobody says that Keras cannot interpret it.
func TestWhatKerasHasIsNotCalledUnknown(t *testing.T) {
	for _, test := range [][2]string{
		{"Dense(1)", `Dense(1, activation="softmax")`},
		{"Dense(1)", `Dense(1, activation=keras.activations.log_softmax)`},
		{`"mse"`, `"categorical_crossentropy"`},
		{`"mse"`, `keras.losses.KLDivergence()`},
		{`"sgd"`, `"lamb"`},
		{`"sgd"`, `keras.optimizers.Lamb()`},
		{`"mse"`, `keras.losses.MeanSquaredError(reduction="sum")`},
		{`"sgd"`, `keras.optimizers.SGD(use_ema=True)`},
		{"epochs=5", `epochs=5, validation_split=0.4, callbacks=[keras.callbacks.EarlyStopping(monitor="loss", patience=2)]`},
	} {
		reading := Read(lessonWith(t, test[0], test[1]), experiment.Default())
		if len(reading.Problems) != 1 || reading.Problems[0].Detail.Code != "code_unsupported" || reading.Problems[0].Keras != "" || len(reading.Problems[0].Fix) > 0 {
			t.Errorf("%s: %v (%s), want that the page has none", test[1], reading.Problems, reading.Problems[0].Keras)
		}
	}
}

// TestArgumentsGoByPlace: as in Keras's signatures.
func TestArgumentsGoByPlace(t *testing.T) {
	for _, test := range []struct{ part, other, key, want string }{
		{`"mse"`, "keras.losses.Huber(1.5)", "delta", "1.5"},
		{`"mse"`, "keras.losses.BinaryCrossentropy(True, 0.1)", "label_smoothing", "0.1"},
		{`"sgd"`, "keras.optimizers.SGD(0.1, 0.9, True)", "momentum", "0.9"},
		{`"sgd"`, "keras.optimizers.Adam(0.1, 0.8)", "beta_1", "0.8"},
		{`"sgd"`, "keras.optimizers.AdamW(0.1, 0.5)", "weight_decay", "0.5"},
		{"keras.Input(shape=(1,))", "keras.layers.InputLayer(batch_shape=(None, 1))", "layers", "1"},
	} {
		reading := Read(lessonWith(t, test.part, test.other), experiment.Default())
		if got := reading.Experiment.Value(test.key); !reading.OK() || got != test.want {
			t.Errorf("%s: %s is %q, want %q; %v", test.other, test.key, got, test.want, reading.Problems)
		}
	}
}

// TestWhatKerasRefusesIsSaid: each has a problem with this code, and mended it
// has none.
func TestWhatKerasRefusesIsSaid(t *testing.T) {
	for _, test := range []struct {
		part, other, code, keras string
		mends                    bool
	}{
		{"Dense(1)", "Dense(1.0)", "code_fraction", "Received: units=1.0", true},
		{"epochs=5", "epochs=5.0", "code_fraction", "cannot be interpreted as an integer", true},
		{"epochs=5", "epochs=10/2", "code_fraction", "cannot be interpreted as an integer", true},
		{"epochs=5", "epochs=5, batch_size=2.0", "code_fraction", "", true},
		{"epochs=5", "epochs=5, callbacks=[keras.callbacks.EarlyStopping(patience=2)]", "code_monitor", "Available metrics are: loss", true},
		{"epochs=5", `epochs=5, callbacks=[keras.callbacks.EarlyStopping("val_loss", 0, 2)]`, "code_monitor", "Available metrics are: loss", true},
		{`"sgd"`, "keras.optimizers.SGD(clipnorm=1.0, clipvalue=1.0)", "cannot_train", "", false},
		{`"mse"`, "keras.losses.MeanSquaredError(epochs=7)", "code_unsupported", "", false},
		{"xs, ys, epochs", "xs, epochs", "missing_values", "", false},
		{"fit(xs, ys", "fit(x=xs, ys", "code_unexpected", "SyntaxError: positional argument follows keyword argument", false},
	} {
		text := lessonWith(t, test.part, test.other)
		reading := Read(text, experiment.Default())
		if len(reading.Problems) != 1 || reading.Problems[0].Detail.Code != test.code || !strings.Contains(reading.Problems[0].Keras, test.keras) {
			t.Errorf("%s: %v, want %s with %q", test.other, reading.Problems, test.code, test.keras)
			continue
		}
		if again := Read(script.Apply(text, reading.Problems[0].Fix), experiment.Default()); test.mends && len(again.Problems) > 0 {
			t.Errorf("%s: mended it has %v", test.other, again.Problems)
		}
	}
	unheard := Read(lessonWith(t, "epochs=5", "epochs=5, callbacks=[keras.callbacks.EarlyStopping(patience=2)]"), experiment.Default())
	if unheard.Experiment.Patience != 0 {
		t.Errorf("EarlyStopping of what is not logged has the patience %d, want that of none", unheard.Experiment.Patience)
	}
}

// TestFitTrainsOn: another fit of the same model and data goes on where the last one
// ended, as in Keras; of another training it is said that it is not read.
func TestFitTrainsOn(t *testing.T) {
	const first = "model.fit(xs, ys, epochs=5)"
	for _, test := range []struct {
		more, code string
		epochs     int
	}{
		{"model.fit(xs, ys, epochs=9)", "", 14},
		{"for _ in range(3):\n    model.fit(xs, ys, epochs=2, verbose=0)", "", 11},
		{"model.fit(xs, ys)", "", 6},
		{"model.fit(ys, xs, epochs=9)", "code_second_fit", 5},
		{"model.fit(xs, ys, epochs=9, batch_size=1)", "code_second_fit", 5},
		{"model.compile('adam', 'mse')\nmodel.fit(xs, ys, epochs=9)", "code_second_fit", 5},
	} {
		text := lessonWith(t, first, first+"\n"+test.more)
		reading := Read(text, experiment.Default())
		if codesOf(reading) != test.code || reading.Experiment.Epochs != test.epochs {
			t.Errorf("%s: %d epochs and %v, want %d and %s", test.more, reading.Experiment.Epochs, reading.Problems, test.epochs, test.code)
		}
		if test.code != "" {
			continue
		}
		e := reading.Experiment
		e.Epochs += 20
		revised := Revise(text, e)
		if again := Read(revised, e); again.Experiment.Epochs != e.Epochs {
			t.Errorf("%s: with 20 epochs more it is\n%s", test.more, revised)
		}
	}
}

func TestFlagsAreTruths(t *testing.T) {
	for _, test := range [][2]string{
		{"optimizer=sgd&momentum=0.5&nesterov=1", "nesterov=True"},
		{"optimizer=adam&amsgrad=1", "amsgrad=True"},
		{"shuffle=0", "shuffle=False"},
	} {
		e, problems := experiment.Decode(test[0])
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if text := script.Keras(e); !strings.Contains(text, test[1]) {
			t.Errorf("%s is written as\n%s\nwant %s", test[0], text, test[1])
		}
	}
}

// TestPointsToMeasureComeLast: what fit is given to validate with is the last part of
// the points.
func TestPointsToMeasureComeLast(t *testing.T) {
	text := imports + "x = np.arange(10.0)\ny = 2 * x\n" + built +
		"model.compile('sgd', 'mse')\nmodel.fit(x[:7], y[:7], epochs=5, validation_data=(x[7:], y[7:]))\n"
	e := Read(text, experiment.Default()).Experiment
	if len(e.Points) != 10 || e.ValidationPoints() != 3 || e.Points[9] != (experiment.Point{X: experiment.Place{9}, Y: 18}) {
		t.Errorf("the points are %v, of which %d are measured", e.Points, e.ValidationPoints())
	}
}
