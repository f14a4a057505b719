package nn

import "strconv"

// Weighted returns a metric that counts each row as many times as its sample weight
// says, as those of Keras's weighted_metrics do. They are logged after the others. A
// metric of your own has to count with weights ([WeightedMetricCount]), or Compile
// returns an error.
//
// Source: https://keras.io/api/models/model_training_apis/#compile-method
func Weighted(m Metric) Metric {
	if m == nil || isWeighted(m) {
		return m
	}
	return weighted{m}
}

// A weighing metric is one that sample weights count in. What such metrics need is
// reached through this interface alone: a program without any does not carry it.
type weighing interface {
	Metric
	// unweighted returns the metric that does not count them, again a weighing one of
	// another metric.
	unweighted() Metric
	again(m Metric) Metric
	// keysOf returns the names under which all metrics of a model are logged.
	keysOf(metrics []Metric) []string
	// behind returns the metrics of a model with the weighing ones last.
	behind(metrics []Metric) []Metric
}

type weighted struct{ Metric }

func (w weighted) unweighted() Metric  { return w.Metric }
func (weighted) again(m Metric) Metric { return weighted{m} }

// isWeighted reports whether the sample weights count in a metric.
func isWeighted(m Metric) bool {
	_, ok := m.(weighing)
	return ok
}

// unweighted returns the metric that does not count sample weights.
func unweighted(m Metric) Metric {
	if w, ok := m.(weighing); ok {
		return w.unweighted()
	}
	return m
}

func (weighted) behind(metrics []Metric) []Metric {
	var plain, last []Metric
	for _, m := range metrics {
		if isWeighted(m) {
			last = append(last, m)
		} else {
			plain = append(plain, m)
		}
	}
	return append(plain, last...)
}

// An autoNamed metric has a class of which Keras numbers the instances, "auc" and
// "auc_1", since that class gives them no name.
type autoNamed interface{ autoNamed() }

// keysOf is as [Sequential.keys] has it; of a weighted metric whose name there was before
// it writes "weighted_" first.
//
// Source: keras/src/trainers/compile_utils.py, CompileMetrics.result;
// keras/src/utils/naming.py, auto_name.
func (weighted) keysOf(metrics []Metric) []string {
	keys, seen := make([]string, len(metrics)), make(map[string]int)
	instances := make(map[string]int)
	for i, m := range metrics {
		key := m.Name()
		if _, ok := unweighted(m).(autoNamed); ok {
			if n := instances[key]; n > 0 {
				key += "_" + strconv.Itoa(n)
			}
			instances[m.Name()]++
		}
		if isWeighted(m) && seen[key] > 0 {
			key = "weighted_" + key
		}
		keys[i] = key
		if n := seen[key]; n > 0 {
			keys[i] = key + "_" + strconv.Itoa(n)
		}
		seen[key]++
	}
	return keys
}
