package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// withCallback is a program whose training has a callback.
func withCallback(callback, epochs, after string) string {
	return strings.Replace(lineOf("", `model.compile("sgd", "mse")`, after), "model.fit(xs, ys, epochs=2, ", "h = model.fit(xs, ys, callbacks=["+callback+"], epochs="+epochs+", ", 1)
}

// TestASchedulerIsToldByItsRates: the function is asked for each epoch of the training.
func TestASchedulerIsToldByItsRates(t *testing.T) {
	for callback, want := range map[string]struct{ rate, code string }{
		"keras.callbacks.LearningRateScheduler(lambda e: 0.05)":                                {"0.05", ""},
		"keras.callbacks.LearningRateScheduler(lambda e, rate: rate)":                          {"0.01", ""},
		"keras.callbacks.LearningRateScheduler(lambda e, rate: rate * 0.5 if e > 5 else rate)": {"0.01", ""},
		"keras.callbacks.LearningRateScheduler(lambda e, rate: rate * 0.5 if e > 1 else rate)": {"0.01", "code_rate_changes"},
		"keras.callbacks.LearningRateScheduler(lambda e: 0.001 * 10 ** (e / 20))":              {"0.01", "code_rate_changes"},
		"keras.callbacks.LearningRateScheduler(lambda e: 1)":                                   {"1", "code_whole_rate"},
		"keras.callbacks.ReduceLROnPlateau(monitor='loss', patience=2)":                        {"0.01", "code_rate_may_change"},
		"keras.callbacks.ReduceLROnPlateau(monitor='loss')":                                    {"0.01", ""}, // 10 epochs of patience
		"keras.callbacks.ReduceLROnPlateau()":                                                  {"0.01", "code_monitor_rate"},
	} {
		reading := Read(withCallback(callback, "5", ""), experiment.Default())
		if got := reading.Experiment.Value("lr"); got != want.rate || codesOf(reading) != want.code {
			t.Errorf("%s: rate %s, %s, want %v", callback, got, codesOf(reading), want)
		}
	}
	text := withCallback("keras.callbacks.LearningRateScheduler(lambda e: 0.05)", "2", "print(h.history['learning_rate'], list(h.history))\n")
	if got := printedBy(t, Read(text, experiment.Default()), nil); got != "[0.05000000074505806, 0.05000000074505806] ['loss', 'learning_rate']\n" {
		t.Errorf("prints %q", got)
	}
	e, _ := Read(text, experiment.Default()).Experiment.With("lr", "0.25")
	if got, want := Revise(text, e), strings.Replace(text, "0.05", "0.25", 1); got != want {
		t.Errorf("with another rate:\n%s", got)
	}
}
