package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// asked is a logged value that a watcher is given to find out what it asks of it: a
// comparison is noted, and answered as the question says.
type asked struct {
	name     string
	question *question
}

// question is what a watcher has compared logged values with.
type question struct {
	answer bool
	name   string
	// below is set where the logged value is asked to be below the other one.
	below bool
	limit eval.Value
	// others counts what was asked besides one such comparison.
	others int
}

// Class returns the name of the type.
func (asked) Class() string { return "float" }

// Binary notes a comparison; all else is not known.
func (v asked) Binary(t *eval.Thread, op string, other eval.Value, reflected bool) (eval.Value, error) {
	q := v.question
	below := op == "<" || op == "<="
	if !below && op != ">" && op != ">=" {
		return eval.Unknown{Why: eval.Trained, Text: v.name, At: t.Here()}, nil
	}
	if q.limit != nil {
		q.others++
	}
	q.name, q.limit, q.below = v.name, other, below != reflected
	return eval.Bool{V: q.answer}, nil
}

// Format is that of a value which is not printed.
func (asked) Format(*eval.Thread, string) (string, error) { return "", nil }

// epochAsked stands for the number of the epoch: what depends on it is no question of the
// loss alone.
type epochAsked struct{ question *question }

// Class returns the name of the type.
func (epochAsked) Class() string { return "int" }

// Binary is not known.
func (v epochAsked) Binary(t *eval.Thread, _ string, _ eval.Value, _ bool) (eval.Value, error) {
	return eval.Unknown{Why: eval.Trained, Text: "epoch", At: t.Here()}, nil
}

// Format is that of a value which is not printed.
func (epochAsked) Format(*eval.Thread, string) (string, error) { return "", nil }

// readWatcher reads what a watcher does to a training: one that stops it as soon as the
// loss is below a number is the page's own; of any other that may change it, a note says
// so.
func (r *reader) readWatcher(t *eval.Thread, m *model, w *watcher, call eval.Arg) {
	at := call.Whole()
	for _, moment := range unwatched {
		if w.has(moment) {
			r.report(Note, at, "code_callback", "text", w.name+"."+moment)
		}
	}
	text := r.sourceOf(w)
	if slices.ContainsFunc(changes, func(word string) bool { return strings.Contains(text, word) }) {
		r.report(Note, at, "code_callback", "text", w.name)
	}
	if !strings.Contains(text, "stop_training") {
		return
	}
	yes, stopsThen := r.put(t, m, w, true)
	no, stopsElse := r.put(t, m, w, false)
	q := yes
	if stopsElse {
		q = no
	}
	var limit *value
	if q.limit != nil {
		limit = valueOf(q.limit, at)
	}
	below := q.below == stopsThen
	if stopsThen == stopsElse || yes.others+no.others > 0 || q.name != "loss" || !below || limit == nil || limit.kind != numberValue || limit.number <= 0 {
		r.report(Note, at, "code_stops", "text", w.name)
		return
	}
	r.set("stop", experiment.FormatNumber(limit.number), at)
	if limit.origin != noSpan {
		r.places["stop"] = limit.origin
		r.valueSpans["stop"] = valueSpan{Span: limit.origin}
	}
	if made := r.ownStop(w, call); made != noSpan {
		r.addStatement(statement{Span: made, role: "stop"})
	}
}

// put asks a watcher with one answer to all its questions, and reports whether it then
// stops the training. What it keeps for itself is as before, afterwards.
func (r *reader) put(t *eval.Thread, m *model, w *watcher, answer bool) (q *question, stops bool) {
	q = &question{answer: answer}
	var attrs map[string]eval.Value
	lists := map[*eval.List]int{}
	if w.instance != nil {
		attrs = w.instance.Attrs
		kept := make(map[string]eval.Value, len(attrs))
		for name, v := range attrs {
			kept[name] = v
			if list, ok := v.(*eval.List); ok {
				lists[list] = len(list.Items)
			}
		}
		w.instance.Attrs = kept
	}
	r.muted++
	err := w.tell(t, "on_epoch_end", epochAsked{q}, r.logs(0, asked{question: q}))
	r.muted--
	if err != nil {
		q.others++
	}
	stops, m.stopped = m.stopped, false
	if w.instance != nil {
		w.instance.Attrs = attrs
		for list, n := range lists {
			list.Items = list.Items[:min(n, len(list.Items))]
		}
	}
	return q, stops
}

// ownStop is the place of a class that does nothing but stop, and that is made in the
// call of fit alone: both go together.
func (r *reader) ownStop(w *watcher, call eval.Arg) python.Span {
	if w.instance == nil || !strings.Contains(r.text[call.Span.Start:call.Span.End], w.name+"(") || strings.Count(r.text, w.name) != 2 {
		return noSpan
	}
	for _, s := range r.file.Statements {
		if s.Kind == python.ClassDef && s.Text == w.name && !strings.Contains(r.text[s.Start:s.End], "print") {
			return s.Span
		}
	}
	return noSpan
}
