package nn

import "strings"

// History holds the logs of a training, epoch by epoch.
//
// Source: https://keras.io/api/callbacks/, keras/src/callbacks/history.py.
type History struct {
	// Epoch are the epochs, counted from 0 as in Keras.
	Epoch []int
	// Metrics are the logged values by name, one an epoch: "loss" is the mean
	// over the epoch's rows, each taken before its batch's update.
	Metrics map[string][]float64
}

// Logs are the values of one epoch.
type Logs struct {
	keys   []string
	values []float64
	own    int // how many are the model's, and not a callback's
}

// LogsOf returns logs of some values under their names. It keeps both slices.
func LogsOf(keys []string, values []float64) Logs { return Logs{keys, values, len(keys)} }

// InConsoleOrder returns the logs in the order in which Keras's progress bar
// shows them: by name, those of the validation after the others, and what callbacks added last.
//
// Source: keras/src/trainers/trainer.py, _pythonify_logs.
func (l Logs) InConsoleOrder() Logs {
	validation := func(key string) bool { return strings.HasPrefix(key, "val_") }
	before := func(a, b string) bool {
		if validation(a) != validation(b) {
			return validation(b)
		}
		return a < b
	}
	sorted := Logs{append([]string(nil), l.keys...), append([]float64(nil), l.values...), l.own}
	for i := range sorted.keys[:sorted.own] { // insertion: there are few
		for k := i; k > 0 && before(sorted.keys[k], sorted.keys[k-1]); k-- {
			sorted.keys[k], sorted.keys[k-1] = sorted.keys[k-1], sorted.keys[k]
			sorted.values[k], sorted.values[k-1] = sorted.values[k-1], sorted.values[k]
		}
	}
	return sorted
}

// Get returns the value of a key such as "loss", 0 when there is none: see
// [Logs.Lookup].
func (l Logs) Get(key string) float64 {
	v, _ := l.Lookup(key)
	return v
}

// Lookup returns the value of a key, and whether it is logged.
func (l Logs) Lookup(key string) (value float64, ok bool) {
	for i, k := range l.keys {
		if k == key {
			return l.values[i], true
		}
	}
	return 0, false
}

// Keys returns the names of the values, "loss" first.
func (l Logs) Keys() []string { return append([]string(nil), l.keys...) }
