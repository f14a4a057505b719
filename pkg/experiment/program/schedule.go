package program

import (
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// scheduler reads a LearningRateScheduler: its function is asked for the rate of each epoch
// of the training. One rate for all of them is that of the page; of others it is told.
func (r *reader) scheduler(t *eval.Thread, o *object, epochs int) {
	at := o.call.Span
	optimizer := r.learner.optimizer()
	told := func() {
		r.report(Note, at, "code_rate_changes", "text", o.word)
		if optimizer != nil {
			optimizer.rate = &value{} // what it is afterwards is not known
		}
	}
	args := r.arguments(o.call)
	fn := args.take(0, "schedule").eval
	if fn == nil || optimizer == nil || epochs > maxWatched {
		told()
		return
	}
	begins, _, known := learningRate{optimizer}.Real()
	if !known {
		told()
		return
	}
	var given *value
	rate := begins
	for epoch := range epochs {
		r.muted++
		v, err := t.Call(fn, eval.Int{V: int64(epoch)}, eval.Float{V: rate})
		if err != nil { // of Keras before, a schedule has the epoch alone
			v, err = t.Call(fn, eval.Int{V: int64(epoch)})
		}
		r.muted--
		next := valueOf(v, at)
		if err != nil || next.kind != numberValue {
			told()
			return
		}
		if _, whole := v.(eval.Int); whole {
			text := script.PythonNumber(next.number, true)
			r.report(Mistake, next.place(), "code_whole_rate", "text", text, "fixed", script.PythonNumber(next.number, false)).
				kerasSays("ValueError: The output of the `schedule` function should be a float. Got: "+text).fix(next.place(), script.PythonNumber(next.number, false))
		}
		if given == nil {
			given = next
		}
		if next.number != given.number {
			told()
			return
		}
		rate = float64(float32(next.number))
	}
	switch {
	case given == nil: // of no epoch
	case rate == begins:
		r.loggedRate = rate
	case given.origin == noSpan:
		told() // no control could say it
	default:
		r.loggedRate, optimizer.rate = rate, given
		r.ownRate(optimizer)
	}
}

// plateau tells of a ReduceLROnPlateau, unless it has no time to lower the rate: it waits so
// many epochs after the first, and what it changes counts from the next one on.
func (r *reader) plateau(fit *arguments, o *object, epochs int) {
	args := r.arguments(o.call)
	if monitor := monitorOf(args); monitor == "val_loss" && !r.validates(fit) {
		r.report(Mistake, args.span(0, "monitor"), "code_monitor_rate", "text", monitor).
			kerasSays("UserWarning: Learning rate reduction is conditioned on metric `val_loss` which is not available. Available metrics are: " +
				strings.Join(r.loggedNames(), ",") + ",learning_rate.")
		return
	}
	patience := 10.0
	if v := args.take(2, "patience"); v.kind == numberValue {
		patience = v.number
	}
	lowers := float64(epochs) > max(patience, 1)+1
	if lowers {
		r.report(Note, o.call.Span, "code_rate_may_change", "text", o.word)
	}
	switch optimizer := r.learner.optimizer(); {
	case optimizer == nil:
	case lowers:
		optimizer.rate = &value{} // what it is afterwards is not known
	default:
		r.loggedRate, _, _ = learningRate{optimizer}.Real()
	}
}
