package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
)

// logNames are what Keras logs of each epoch of this training, in its order: sorted, and
// those of the validation after them.
func (r *reader) logNames() []string {
	names := []string{"loss"}
	validated := r.validated
	for _, s := range r.settings {
		if s.key == "metric" && s.text != "" {
			names = append(names, r.programName(s.text))
		}
		validated = validated || s.key == "validation" && s.text != "0"
	}
	names = append(names, r.otherMetrics...)
	slices.Sort(names)
	if validated {
		for _, name := range slices.Clone(names) {
			names = append(names, "val_"+name)
		}
	}
	if r.logsRate {
		names = append(names, "learning_rate")
	}
	return names
}

// metricLabel is what the program calls its metric, "" where the page calls it so.
func (r *reader) metricLabel() string {
	for _, s := range r.settings {
		if s.key == "metric" && s.text == r.metricName {
			return ""
		}
	}
	return r.metricName
}

// programName is what the program calls what the page logs under a name: Keras has the
// metric's name from the program.
func (r *reader) programName(name string) string {
	plain, validation := strings.CutPrefix(name, "val_")
	if plain == "loss" || r.metricName == "" {
		return name
	}
	if validation {
		return "val_" + r.metricName
	}
	return r.metricName
}

// logged is what was logged of an epoch, under the program's names and in Keras's order.
// Of the metrics that the page does not measure nothing is known.
func (r *reader) logged(epoch int, unknown eval.Value) (names []string, values []eval.Value) {
	known, numbers := r.trained.Logged(epoch)
	if len(known) == 0 {
		return nil, nil
	}
	if unknown == nil {
		unknown = eval.Unknown{Why: eval.Trained, Text: "metrics"}
	}
	of := map[string]float64{}
	validated := false
	for i, name := range known {
		of[r.programName(name)] = numbers[i]
		validated = validated || strings.HasPrefix(name, "val_")
	}
	for _, name := range r.logNames() {
		v, ok := of[name]
		if name == "learning_rate" && r.loggedRate > 0 {
			v, ok = r.loggedRate, true
		}
		switch {
		case ok:
			names, values = append(names, name), append(values, eval.Float{V: float64(float32(v))}) // as Keras counts
		case validated || !strings.HasPrefix(name, "val_"):
			names, values = append(names, name), append(values, unknown)
		}
	}
	return names, values
}

// logs are those of an epoch; before the training nobody knows their values.
func (r *reader) logs(epoch int, unknown eval.Value) eval.Value {
	logs := eval.NewDict()
	if r.trained != nil {
		names, values := r.logged(epoch, nil)
		for i, name := range names {
			logs.Put(name, values[i])
		}
		return logs
	}
	for _, name := range r.logNames() {
		if w, ok := unknown.(asked); ok {
			w.name = name
			logs.Put(name, w)
			continue
		}
		logs.Put(name, unknown)
	}
	return logs
}
