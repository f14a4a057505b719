package program

import (
	"slices"
	"strings"

	python "firstneuron/pkg/experiment/python/former"
)

// earlyStopping is Keras's name of the callback that the page knows.
const earlyStopping = "EarlyStopping"

// callbacks reads the callbacks of fit.
func (r *reader) callbacks(args *arguments) {
	at := args.find(5, "callbacks")
	if at < 0 {
		return
	}
	args.taken[at] = true
	list := args.call.Args[at].Expr
	if list.Kind != python.List && list.Kind != python.Tuple {
		list = &python.Expr{Span: list.Span, Args: []python.Arg{{Expr: list}}}
	}
	for _, item := range list.Args {
		v := r.eval(item.Expr)
		if v.kind != objectValue || v.word != earlyStopping {
			r.report(Note, item.Span, "code_not_run", "text", r.source(item.Span))
			continue
		}
		early := r.arguments(v.Expr)
		if !r.knownMonitor(args, early) {
			early.done()
			continue
		}
		patience := early.take(2, "patience")
		if patience.kind != numberValue || patience.number < 1 {
			r.report(Wrong, item.Span, "code_patience")
			continue
		}
		r.set("patience", PythonNumber(patience.number, patience.whole), item.Span)
		r.markArgument("patience", early, 2, "patience")
		early.restNamed([]string{"monitor", "min_delta", "patience", "verbose", "mode", "baseline", "restore_best_weights"}, func(arg python.Arg, v *value) {
			standard := v.kind == noneValue || ((v.kind == numberValue || v.kind == truthValue) && v.number == 0) || v.word == "auto" || v.word == "min"
			if arg.Name != "verbose" && !standard {
				r.report(Note, argSpan(arg), "code_ignored", "text", arg.Name)
			}
		})
	}
}

// knownMonitor reports whether the callback watches what the page watches: the
// validation loss where there is a validation part, else the loss. Of any other
// it reports a problem: Keras never stops by a number that it does not log.
func (r *reader) knownMonitor(fit, early *arguments) bool {
	monitor := "val_loss" // as in Keras
	at := early.span(0, "monitor")
	if early.gave("monitor", 0) {
		monitor = early.take(0, "monitor").word
	}
	split := fit.find(-1, "validation_split")
	if split >= 0 {
		if v := r.eval(fit.call.Args[split].Expr); v.kind == numberValue && v.number == 0 {
			split = -1
		}
	}
	switch {
	case monitor == "loss" && split < 0, monitor == "val_loss" && split >= 0:
		return true
	case monitor != "val_loss":
		r.report(Wrong, at, "code_unsupported", "text", `monitor="`+monitor+`"`)
		return false
	}
	logged := []string{"loss"}
	for _, s := range r.settings {
		if s.key == "metric" && s.text != "" {
			logged = append(logged, s.text)
		}
	}
	slices.Sort(logged)
	p := r.report(Mistake, at, "code_monitor", "text", monitor).
		kerasSays("UserWarning: Early stopping conditioned on metric `val_loss` which is not available. Available metrics are: " + strings.Join(logged, ","))
	switch given := early.find(0, "monitor"); {
	case given >= 0:
		p.fix(early.call.Args[given].Span, `"loss"`)
	case len(early.call.Args) > 0:
		start := argSpan(early.call.Args[0]).Start
		p.fix(python.Span{Start: start, End: start}, `monitor="loss", `)
	default:
		p.fix(python.Span{Start: early.call.End - 1, End: early.call.End - 1}, `monitor="loss"`)
	}
	return false
}
