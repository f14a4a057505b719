package program

import (
	"strings"
	"sync"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/spelling"
)

// metrics reads a list of names; the page shows the first one.
func (r *reader) metrics(list *value, at python.Span) {
	r.metricName, r.otherMetrics = "", nil
	items := list.items
	if list.kind != itemsValue && list.kind != listValue {
		if list.kind == noneValue {
			return
		}
		p := r.report(Mistake, at, "code_metrics", "text", r.source(list.Span)).fix(list.Span, "["+r.text[list.Start:list.End]+"]")
		if list.kind == textValue {
			p.kerasSays("ValueError: Expected `metrics` argument to be a list, tuple, or dict. Received instead: metrics=" + list.word + " of type <class 'str'>")
		}
		items = []eval.Value{list.eval}
	}
	for i, item := range items {
		v := valueOf(item, at)
		itemAt := v.place()
		if v.object != nil {
			itemAt = v.object.call.Span
		}
		called := r.calledMetric(v)
		if i > 0 {
			r.report(Note, itemAt, "code_one_metric")
			if called != "" {
				r.otherMetrics = append(r.otherMetrics, called)
			}
			continue
		}
		name := metricNames()[v.word]
		if name == "" && r.isBinaryAccuracy(v) {
			name = "accuracy"
		}
		_, own := v.eval.(*eval.Function)
		if keras := nn.KerasOnly(v.word) || lossNames()[v.word] != ""; own || name == "" && keras && v.kind != unknownValue {
			if called == "" {
				called = v.word
			}
			if own {
				itemAt = at // where compile is given it, and not where it is defined
			}
			r.report(Note, itemAt, "code_own_metric", "text", called)
			r.otherMetrics = append(r.otherMetrics, called)
			continue
		}
		r.metricName = called
		switch {
		case v.kind != textValue && v.kind != objectValue && v.kind != nameValue:
			r.unknown(v, itemAt)
		case name == "":
			r.badName(v, itemAt, "metrics", "metric", spelling.Near(strings.ToLower(v.word), experiment.Choices("metric")))
		default:
			r.set("metric", name, at)
			if v.kind == textValue || v.object != nil {
				r.valueSpans["metric"] = valueSpan{Span: itemAt}
			}
		}
	}
}

// calledMetric is what Keras calls a metric in its logs: what the program calls it.
func (r *reader) calledMetric(v *value) string {
	if v.object != nil {
		if name := r.arguments(v.object.call).take(-1, "name"); name.kind == textValue {
			return name.word
		}
	}
	if v.kind == textValue {
		return v.word
	}
	if own, is := v.eval.(*eval.Function); is {
		return own.Name
	}
	entry, known := nn.Metrics().Lookup(v.word)
	if !known {
		if v.kind == nameValue {
			return v.word
		}
		return ""
	}
	return entry.Name
}

// isBinaryAccuracy reports whether a metric is the one that Keras takes for accuracy where
// a model has one output.
func (r *reader) isBinaryAccuracy(v *value) bool {
	one := len(r.layers) > 0 && r.layers[len(r.layers)-1].Units == 1
	if v.word == "Accuracy" && v.kind == textValue {
		return true
	}
	if v.word != "binary_accuracy" && v.word != "BinaryAccuracy" || !one {
		return false
	}
	if v.object == nil {
		return true
	}
	threshold := r.arguments(v.object.call).take(2, "threshold")
	return threshold.kind == unknownValue && threshold.eval == nil || threshold.kind == numberValue && threshold.number == 0.5
}

// metricNames are the metrics by every name that Keras knows them by.
var metricNames = sync.OnceValue(func() map[string]string {
	known := map[string]string{}
	for _, e := range nn.Metrics().FirstCourse() {
		addNames(known, nn.Metrics(), e.Name, experiment.MetricName(e))
	}
	return known
})
