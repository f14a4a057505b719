package program

import (
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python/eval"
)

// watcher is a callback that the program wrote itself: a class of its own, or functions
// that a LambdaCallback was given.
type watcher struct {
	name string
	// instance is set for a class of its own, functions are those of a LambdaCallback.
	instance  *eval.Instance
	functions map[string]eval.Value
}

// maxWatched is how many epochs watchers are called at, the last ones: to each belong some
// steps of a run.
const maxWatched = 3000

// unwatched are those of which it is said that nobody calls them here.
var unwatched = []string{
	"on_batch_begin", "on_batch_end", "on_train_batch_begin", "on_train_batch_end", "on_test_begin", "on_test_end",
	"on_test_batch_begin", "on_test_batch_end", "on_predict_begin", "on_predict_end", "on_predict_batch_begin", "on_predict_batch_end",
}

// watcherOf returns what a callback of fit is, where the program wrote it itself.
func (r *reader) watcherOf(item eval.Value) *watcher {
	switch item := item.(type) {
	case *eval.Instance:
		if item.Type.Derives(r.callbackClass) {
			return &watcher{name: item.Type.Name, instance: item}
		}
	case *object:
		if item.word == "LambdaCallback" {
			w := &watcher{name: item.word, functions: map[string]eval.Value{}}
			for i, arg := range item.call.List {
				name := arg.Name
				if name == "" && i < len(lambdaPlaces) {
					name = lambdaPlaces[i]
				}
				w.functions[name] = arg.Value
			}
			return w
		}
	}
	return nil
}

// lambdaPlaces are the places of the arguments of LambdaCallback.
var lambdaPlaces = []string{"on_epoch_begin", "on_epoch_end", "on_train_begin", "on_train_end", "on_train_batch_begin", "on_train_batch_end"}

// has reports whether a watcher does something at a moment.
func (w *watcher) has(moment string) bool {
	if w.instance != nil {
		_, ok := w.instance.Type.Member(moment)
		return ok
	}
	return w.functions[moment] != nil
}

// tell calls a watcher at a moment.
func (w *watcher) tell(t *eval.Thread, moment string, args ...eval.Value) error {
	if !w.has(moment) {
		return nil
	}
	fn := w.functions[moment]
	if w.instance != nil {
		var err error
		if fn, err = t.Attr(w.instance, moment); err != nil {
			return err
		}
	}
	_, err := t.Call(fn, args...)
	return err
}

// source is what is written in the class, or in the functions.
func (r *reader) sourceOf(w *watcher) string {
	var b strings.Builder
	add := func(v eval.Value) {
		if fn, ok := v.(*eval.Function); ok {
			at := fn.Source()
			b.WriteString(r.text[at.Start:at.End])
			b.WriteByte('\n')
		}
	}
	if w.instance != nil {
		for _, member := range w.instance.Type.Members {
			add(member)
		}
	}
	for _, fn := range w.functions {
		add(fn)
	}
	return b.String()
}

// changes are words of what changes how a model learns, which the page does not do in
// the middle of a training.
var changes = []string{"learning_rate =", "learning_rate=", "learning_rate *", "learning_rate /", "set_weights", "set_value", ".assign", ".lr"}

// watch calls the watchers of a fit at each epoch of from+1 to to, and returns the epoch
// after which they have stopped it. What they print stands between the epochs.
func (r *reader) watch(t *eval.Thread, m *model, watchers []*watcher, output Output, args *arguments) (to int, err error) {
	from, to := output.From, output.To
	call, at := args.call.List[args.find(5, "callbacks")], args.call.Span
	for _, w := range watchers {
		if w.instance != nil {
			w.instance.Attrs["model"], w.instance.Attrs["_model"] = m, m
			w.instance.Attrs["params"] = r.params(output)
		}
	}
	each := func(moment string, args ...eval.Value) {
		for _, w := range watchers {
			if err == nil {
				err = w.tell(t, moment, args...)
			}
		}
	}
	m.stopped = false
	r.epochs = from
	if r.trained == nil {
		r.muted++
		unknown := eval.Unknown{Why: eval.Trained, Text: "logs", At: at}
		each("on_train_begin", eval.NewDict())
		for _, w := range watchers {
			r.readWatcher(t, m, w, call)
		}
		each("on_epoch_begin", unknown, eval.NewDict())
		r.epochs = to
		each("on_epoch_end", unknown, r.logs(0, unknown))
		each("on_train_end", r.logs(0, unknown))
		r.muted--
		m.stopped = false
		r.output(Output{Kind: Pending, Epoch: to}, at) // how far it comes only the training says
		r.output(output, at)
		return to, err
	}
	// The epochs of which nothing is shown yet come before what is printed next.
	part := output
	shown := func(before, epochs int) {
		if part.To = epochs; len(r.outputs) > before && part.To > part.From && len(r.outputs) < maxOutputs {
			part.Line = r.lines.Line(at.Start)
			r.outputs = slices.Insert(r.outputs, before, part)
			part.From = epochs
		}
	}
	each("on_train_begin", eval.NewDict())
	if to = min(to, r.trained.Epochs); r.lastEpoch > 0 {
		to = min(to, r.lastEpoch)
	}
	first := max(from, to-maxWatched)
	if first > from && (len(watchers) > 1 || r.lastEpoch == 0) { // what they print before is left out
		r.output(Output{Kind: Print, Text: "⋮\n", Epoch: first}, at)
	}
	for epoch := first; epoch < to && err == nil; epoch++ {
		if names, _ := r.trained.Logged(epoch + 1); len(names) == 0 {
			continue // a long training keeps not all of them
		}
		before := len(r.outputs)
		each("on_epoch_begin", eval.Int{V: int64(epoch - from)}, eval.NewDict())
		shown(before, epoch)
		before = len(r.outputs)
		r.epochs = epoch + 1
		each("on_epoch_end", eval.Int{V: int64(epoch - from)}, r.logs(epoch+1, nil))
		shown(before, epoch+1)
		if m.stopped {
			to = epoch + 1
		}
	}
	if part.To = to; part.To > part.From {
		r.output(part, at)
	}
	if err == nil {
		each("on_train_end", r.logs(to, nil))
	}
	if !m.stopped && to < output.To { // something else stopped it, of which fit makes no end
		to = output.To
	}
	return to, err
}

// params are what Keras tells its callbacks and History of a training.
func (r *reader) params(output Output) eval.Value {
	d := eval.NewDict()
	var verbose eval.Value = eval.Str{V: "auto"}
	switch {
	case output.Quiet:
		verbose = eval.Int{}
	case output.Brief:
		verbose = eval.Int{V: 2}
	}
	d.Put("verbose", verbose)
	d.Put("epochs", eval.Int{V: int64(output.Of)})
	batch, rows := float64(experiment.Default().Batch), float64(len(r.xs.numbers))
	for _, s := range r.settings {
		switch v, _ := experiment.ParseNumber(s.text); s.key {
		case "batch":
			batch = v
		case "validation":
			rows = math.Floor(rows * (1 - v))
		}
	}
	d.Put("steps", eval.Int{V: int64(math.Ceil(rows / max(batch, 1)))})
	return d
}
