package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestIdentifiersAreWhatTheyName: Keras takes an optimizer, a loss and metrics by their names,
// by their configuration, and in lists and dicts for the only output.
func TestIdentifiersAreWhatTheyName(t *testing.T) {
	for compile, want := range map[string]string{
		`optimizer={"class_name": "SGD", "config": {"learning_rate": 0.125, "momentum": 0.5}}, loss="mse"`:                                    "sgd 0.125 mean_squared_error ",
		`optimizer={"class_name": "adam", "config": {}}, loss="mse"`:                                                                          "adam 0.001 mean_squared_error ",
		`optimizer=keras.optimizers.get("sgd"), loss=keras.losses.get("mae")`:                                                                 "sgd 0.01 mean_absolute_error ",
		`optimizer=keras.optimizers.get({"class_name": "Adam", "config": {"learning_rate": 0.5}}), loss=keras.losses.get("MeanSquaredError")`: "adam 0.5 mean_squared_error ",
		`keras.optimizers.SGD.from_config({"learning_rate": 0.5}), "mse"`:                                                                     "sgd 0.5 mean_squared_error ",
		`keras.optimizers.deserialize({"class_name": "SGD", "config": {"learning_rate": 0.25}}), "mse"`:                                       "sgd 0.25 mean_squared_error ",
		`optimizer="sgd", loss=["mse"], metrics=[["mae"]]`:                                                                                    "sgd 0.01 mean_squared_error mae",
		`optimizer="sgd", loss=("mae",), metrics=("mse",)`:                                                                                    "sgd 0.01 mean_absolute_error mse",
		`optimizer="sgd", loss="mse", metrics={"out": ["mae"]}`:                                                                               "sgd 0.01 mean_squared_error mae",
		`optimizer="sgd", loss="mse", metrics={"out": "mae"}`:                                                                                 "sgd 0.01 mean_squared_error mae",
		`optimizer="sgd", loss="mse", metrics=[keras.metrics.get("mae")]`:                                                                     "sgd 0.01 mean_squared_error mae",
	} {
		reading := Read(lineOf("", "model.compile("+compile+")", ""), experiment.Default())
		e := reading.Experiment
		if got := e.Value("optimizer") + " " + e.Value("lr") + " " + e.Value("loss") + " " + e.Value("metric"); got != want || len(reading.Problems) > 0 {
			t.Errorf("compile(%s) is %q, %v, want %q", compile, got, reading.Problems, want)
		}
	}
}

// TestAConfigurationIsEditedInItsPlace: a control's number goes where the program has it.
func TestAConfigurationIsEditedInItsPlace(t *testing.T) {
	text := lineOf("", `model.compile({"class_name": "SGD", "config": {"learning_rate": 0.125}}, "mse")`, "")
	e, _ := Read(text, experiment.Default()).Experiment.With("lr", "0.25")
	if got, want := Revise(text, e), strings.Replace(text, "0.125", "0.25", 1); got != want {
		t.Errorf("with another rate:\n%s\nwant\n%s", got, want)
	}
}

// TestADictOfLossesIsAnsweredAsKerasDoes: Keras 3.15.1 takes one for a functional model alone.
func TestADictOfLossesIsAnsweredAsKerasDoes(t *testing.T) {
	text := lineOf("", `model.compile("sgd", loss={"dense": "mae"})`, "")
	reading := Read(text, experiment.Default())
	if len(reading.Problems) != 1 || reading.Problems[0].Keras != "TypeError: 'NoneType' object is not iterable" || reading.Experiment.Value("loss") != "mean_absolute_error" {
		t.Fatalf("%v, loss %s", reading.Problems, reading.Experiment.Value("loss"))
	}
	if again := Read(script.Apply(text, reading.Problems[0].Fix), experiment.Default()); len(again.Problems) > 0 || again.Experiment.Value("loss") != "mean_absolute_error" {
		t.Errorf("mended: %v", again.Problems)
	}
	functional := strings.Replace(text, "model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])", "i = keras.Input((1,))\nmodel = keras.Model(i, keras.layers.Dense(1, name='out')(i))", 1)
	reading = Read(functional, experiment.Default())
	if len(reading.Problems) != 1 || reading.Problems[0].Keras != "ValueError: Expected keys ['out'] in loss dict, but found loss.keys()=['dense']" {
		t.Errorf("another output's: %v", reading.Problems)
	}
	if reading = Read(strings.Replace(functional, `{"dense"`, `{"out"`, 1), experiment.Default()); len(reading.Problems) > 0 {
		t.Errorf("the output's: %v", reading.Problems)
	}
}
