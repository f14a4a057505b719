package nn

import (
	"sort"
	"strings"
)

// History is what a training logged, epoch by epoch.
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
}

// LogsOf returns logs of some values under their names. It keeps both slices.
func LogsOf(keys []string, values []float64) Logs { return Logs{keys, values} }

// InConsoleOrder returns the logs in the order in which Keras's progress bar
// shows them: by name, and those of the validation after the others.
//
// Source: keras/src/trainers/trainer.py, _pythonify_logs.
func (l Logs) InConsoleOrder() Logs {
	order := make([]int, len(l.keys))
	for i := range order {
		order[i] = i
	}
	validation := func(i int) bool { return strings.HasPrefix(l.keys[i], "val_") }
	sort.SliceStable(order, func(a, b int) bool {
		a, b = order[a], order[b]
		if validation(a) != validation(b) {
			return validation(b)
		}
		return l.keys[a] < l.keys[b]
	})
	sorted := Logs{make([]string, len(order)), make([]float64, len(order))}
	for to, from := range order {
		sorted.keys[to], sorted.values[to] = l.keys[from], l.values[from]
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
