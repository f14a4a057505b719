package program

import (
	"testing"

	"firstneuron/pkg/experiment"
)

// TestEarlyStoppingWithoutPatience stops at the first epoch that is no better, as with 1.
func TestEarlyStoppingWithoutPatience(t *testing.T) {
	for callback, want := range map[string]struct{ patience, code string }{
		"keras.callbacks.EarlyStopping(monitor='loss')":                         {"1", ""},
		"keras.callbacks.EarlyStopping(monitor='loss', patience=0)":             {"1", ""},
		"keras.callbacks.EarlyStopping(monitor='loss', patience=3)":             {"3", ""},
		"keras.callbacks.EarlyStopping(monitor='loss', patiance=3)":             {"0", "code_argument"},
		"keras.callbacks.EarlyStopping(monitor='loss', start_from_epoch=2)":     {"1", "code_ignored"},
		"keras.callbacks.EarlyStopping(monitor='loss', patience=2, verbose=1)":  {"2", ""},
		"keras.callbacks.EarlyStopping(monitor='loss', patience=2, mode='max')": {"2", "code_ignored"},
	} {
		reading := Read(withCallback(callback, "5", ""), experiment.Default())
		if got := reading.Experiment.Value("patience"); got != want.patience || codesOf(reading) != want.code {
			t.Errorf("%s: patience %s, %s, want %v", callback, got, codesOf(reading), want)
		}
	}
}
