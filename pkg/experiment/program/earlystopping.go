package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// callbackItems are the callbacks that fit is given.
func callbackItems(args *arguments) (items []eval.Value, at python.Span) {
	if !args.gave("callbacks", 5) {
		return nil, at
	}
	list := args.take(5, "callbacks")
	if list.kind != itemsValue && list.kind != listValue && list.kind != noneValue {
		return []eval.Value{list.eval}, list.Span
	}
	return list.items, list.Span
}

// watchers are those that the program wrote itself.
func (r *reader) watchers(args *arguments) []*watcher {
	var watchers []*watcher
	items, _ := callbackItems(args)
	for _, item := range items {
		if w := r.watcherOf(item); w != nil {
			watchers = append(watchers, w)
		}
	}
	return watchers
}

// callbacks reads the callbacks of fit, and returns those that the program wrote itself.
func (r *reader) callbacks(t *eval.Thread, args *arguments, epochs int) []*watcher {
	items, list := callbackItems(args)
	for _, item := range items {
		v := valueOf(item, list)
		if r.watcherOf(item) != nil {
			continue
		}
		if v.object == nil {
			r.report(Note, list, "code_callback", "text", r.source(list))
			continue
		}
		at := v.object.call.Span
		switch v.word {
		case script.EarlyStopping:
			r.earlyStopping(args, v.object)
		case "TerminateOnNaN", "History", "ProgbarLogger", "CSVLogger", "TensorBoard", "ModelCheckpoint", "BackupAndRestore":
			// which change no weight, or stop where the page stops too
		case "LearningRateScheduler":
			r.logsRate = true
			r.scheduler(t, v.object, epochs)
		case "ReduceLROnPlateau":
			r.logsRate = true
			r.plateau(args, v.object, epochs)
		default:
			r.report(Note, at, "code_callback", "text", r.source(at))
		}
	}
	return r.watchers(args)
}

// earlyStopping reads the patience of an EarlyStopping.
func (r *reader) earlyStopping(fit *arguments, o *object) {
	early := r.arguments(o.call)
	if !r.knownMonitor(fit, early) {
		return
	}
	patience := early.take(2, "patience")
	if !early.gave("patience", 2) || patience.kind == numberValue && patience.number == 0 {
		patience = &value{kind: numberValue, number: 1, whole: true} // Keras stops at the first epoch without improvement, as with 1
	}
	if patience.kind != numberValue || patience.number < 1 {
		r.report(Wrong, o.call.Span, "code_patience")
		return
	}
	r.set("patience", script.PythonNumber(patience.number, patience.whole), o.call.Span)
	r.markArgument("patience", early, 2, "patience")
	early.restNamed(stoppingArguments, func(arg eval.Arg, v *value) {
		if !slices.Contains(stoppingArguments, arg.Name) {
			r.badArgument(early, arg, "TypeError: EarlyStopping.__init__() got an unexpected keyword argument '"+arg.Name+"'", stoppingArguments...)
			return
		}
		standard := v.kind == noneValue || ((v.kind == numberValue || v.kind == truthValue) && v.number == 0) || v.word == "auto" || v.word == "min"
		if arg.Name != "verbose" && !standard {
			r.report(Note, arg.Whole(), "code_ignored", "text", arg.Name)
		}
	})
}

// laterCallbacks tells of the callbacks of a training that goes on: the page asks those of
// the first one alone.
func (r *reader) laterCallbacks(args *arguments) {
	items, list := callbackItems(args)
	for _, item := range items {
		v := valueOf(item, list)
		if r.watcherOf(item) != nil || v.object == nil || r.trained != nil {
			continue
		}
		switch at := v.object.call.Span; v.word {
		case script.EarlyStopping:
			r.report(Note, at, "code_stops", "text", v.word)
		case "LearningRateScheduler", "ReduceLROnPlateau":
			r.report(Note, at, "code_rate_changes", "text", v.word)
		}
	}
}

// stoppingArguments are those of EarlyStopping, in their order.
var stoppingArguments = []string{"monitor", "min_delta", "patience", "verbose", "mode", "baseline", "restore_best_weights", "start_from_epoch"}

// validates reports whether a part of the points is held back, or other points are given.
func (r *reader) validates(fit *arguments) bool {
	split := fit.find(6, "validation_split")
	if split >= 0 {
		if v := valueOf(fit.call.List[split].Value, noSpan); v.kind == numberValue && v.number == 0 {
			split = -1
		}
	}
	return split >= 0 || r.validated
}

// loggedNames are what Keras logs of an epoch without validation, sorted.
func (r *reader) loggedNames() []string {
	logged := []string{"loss"}
	for _, s := range r.settings {
		if s.key == "metric" && s.text != "" {
			logged = append(logged, s.text)
		}
	}
	slices.Sort(logged)
	return logged
}

// monitorOf is what a callback watches: the validation loss, as in Keras, unless it is told.
func monitorOf(callback *arguments) string {
	if callback.gave("monitor", 0) {
		return callback.take(0, "monitor").word
	}
	return "val_loss"
}

// knownMonitor reports whether the callback watches what the page watches: the
// validation loss where there is a validation part, else the loss. Of any other
// it reports a problem: Keras never stops by a number that it does not log.
func (r *reader) knownMonitor(fit, early *arguments) bool {
	monitor, at := monitorOf(early), early.span(0, "monitor")
	validates := r.validates(fit)
	switch {
	case monitor == "loss" && !validates, monitor == "val_loss" && validates:
		return true
	case monitor != "val_loss":
		r.report(Wrong, at, "code_unsupported", "text", `monitor="`+monitor+`"`)
		return false
	}
	p := r.report(Mistake, at, "code_monitor", "text", monitor).
		kerasSays("UserWarning: Early stopping conditioned on metric `val_loss` which is not available. Available metrics are: " + strings.Join(r.loggedNames(), ","))
	switch given := early.find(0, "monitor"); {
	case given >= 0:
		p.fix(early.call.List[given].Span, `"loss"`)
	case len(early.call.List) > 0:
		start := early.call.List[0].Whole().Start
		p.fix(python.Span{Start: start, End: start}, `monitor="loss", `)
	default:
		p.fix(python.Span{Start: early.call.Span.End - 1, End: early.call.Span.End - 1}, `monitor="loss"`)
	}
	return false
}
