package program

import (
	"slices"
	"strings"
	"sync"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/spelling"
)

// compile reads compile(optimizer=…, loss=…, metrics=[…]).
func (r *reader) compile(e *eval.Args) {
	r.compileAt = e.Span
	r.settings = slices.DeleteFunc(r.settings, func(s setting) bool { return script.RoleOf(s.key) == "compile" })
	delete(r.valueSpans, "lr")
	delete(r.valueSpans, "metric")
	args := r.arguments(e)
	optimizer := &value{kind: textValue, word: "rmsprop", Span: e.Span} // as in Keras
	if args.gave("optimizer", 0) {
		optimizer = args.take(0, "optimizer")
	}
	r.markArgument("optimizer", args, 0, "optimizer")
	r.markArgument("loss", args, 1, "loss")
	r.optimizer(optimizer, args.span(0, "optimizer"))
	r.hasLoss = args.gave("loss", 1)
	if r.hasLoss {
		r.loss(args.take(1, "loss"), args.span(1, "loss"))
	} else {
		end := e.Span.End - 1
		text := `loss="mean_squared_error"`
		if n := len(e.List); n > 0 {
			end, text = e.List[n-1].Whole().End, ", "+text
		}
		r.report(Wrong, e.Span, "code_no_loss").kerasSays("ValueError: No loss to compute. Provide a `loss` argument in `compile()`.").
			fix(python.Span{Start: end, End: end}, text)
	}
	r.set("metric", "", e.Span)
	if args.gave("metrics", 3) {
		r.metrics(args.take(3, "metrics"), args.span(3, "metrics"))
	}
	args.restNamed([]string{"optimizer", "loss", "loss_weights", "metrics", "weighted_metrics"}, func(arg eval.Arg, v *value) {
		switch arg.Name {
		case "run_eagerly", "jit_compile", "steps_per_execution", "auto_scale_loss":
		case "loss_weights", "weighted_metrics":
			if v.kind != noneValue {
				r.report(Wrong, arg.Whole(), "code_unsupported", "text", arg.Name)
			}
		default:
			r.badArgument(args, arg, "TypeError: Trainer.compile() got an unexpected keyword argument '"+arg.Name+"'", "optimizer", "loss", "metrics")
		}
	})
}

// optimizer reads a name or an object such as SGD(learning_rate=0.01).
func (r *reader) optimizer(v *value, at python.Span) {
	r.places["optimizer"], r.places["lr"] = at, at
	names := experiment.Choices("optimizer")
	switch v.kind {
	case textValue:
		name := strings.ToLower(v.word)
		switch {
		case slices.Contains(names, name):
		case nn.KerasOnly(v.word):
			r.report(Wrong, at, "code_unsupported", "text", v.word)
			return
		default:
			r.badName(v, at, "optimizers", "optimizer", spelling.Near(name, names))
			return
		}
		r.set("optimizer", name, at)
	case objectValue, nameValue:
		entry, _ := nn.Optimizers().Lookup(v.word)
		if entry.Class != v.word || !entry.FirstCourse {
			if nn.KerasOnly(v.word) {
				r.report(Wrong, at, "code_unsupported", "text", v.word)
				return
			}
			nearest := script.ClassOf(nn.Optimizers(), spelling.Near(v.word, names))
			r.badName(v, at, "optimizers", "", nearest)
			return
		}
		r.set("optimizer", entry.Name, at)
		if v.kind == nameValue {
			r.report(Wrong, at, "code_unsupported", "text", r.source(at)).fix(python.Span{Start: v.End, End: v.End}, "()")
			return
		}
		r.optimizerArguments(v)
		r.ownRate(v.object)
	default:
		r.unknown(v, at)
	}
}

func (r *reader) optimizerArguments(v *value) {
	args := r.arguments(v.object.call)
	if args.gave("learning_rate", 0) {
		r.rate(args.take(0, "learning_rate"), args.span(0, "learning_rate"))
		r.markArgument("lr", args, 0, "learning_rate")
	}
	var names []string
	entry, _ := nn.Optimizers().Lookup(v.word)
	for _, h := range entry.Hyperparameters() {
		names = append(names, h.Name)
	}
	args.restNamed(names, func(arg eval.Arg, v *value) {
		at := arg.Whole()
		switch arg.Name {
		case "name", "use_ema", "ema_momentum":
			if arg.Name == "use_ema" && v.number != 0 {
				r.report(Wrong, at, "code_unsupported", "text", "use_ema")
			}
			return
		case "decay":
			p := r.report(Mistake, at, "code_ignored", "text", "decay").
				kerasSays("UserWarning: Argument `decay` is no longer supported and will be ignored.")
			p.Fix = append(p.Fix, args.without(-1, "decay"))
			return
		case "lr":
			r.report(Mistake, at, "code_old_rate").kerasSays("ValueError: Argument(s) not recognized: {'lr': "+v.pythonText()+"}").fix(arg.At, "learning_rate")
			r.rate(v, at)
			return
		}
		switch {
		case !slices.Contains(names, arg.Name):
			r.badArgument(args, arg, "ValueError: Argument(s) not recognized: {'"+arg.Name+"': "+v.pythonText()+"}", names...)
		case v.kind == noneValue:
		case v.kind == truthValue:
			r.set(arg.Name, script.PythonNumber(v.number, true), at)
		case v.kind == numberValue:
			r.set(arg.Name, experiment.FormatNumber(v.number), at)
		default:
			r.unknown(v, at)
		}
	})
}

// lossNames are the losses by every name that Keras knows them by.
var lossNames = sync.OnceValue(func() map[string]string {
	known := map[string]string{}
	for _, name := range append(experiment.Choices("loss"), "sparse_categorical_crossentropy") {
		addNames(known, nn.Losses(), name, name)
	}
	return known
})

// addNames adds every name that Keras has for a thing.
func addNames(known map[string]string, c *nn.Catalogue, name, as string) {
	e, _ := c.Lookup(name)
	for _, name := range append(e.Aliases, e.Name, e.Class) {
		known[name] = as
	}
	for _, alias := range e.Aliases {
		known[strings.ToUpper(alias)] = as
	}
	delete(known, "")
}

func (r *reader) loss(v *value, at python.Span) {
	known := lossNames()
	name := known[v.word]
	switch {
	case v.kind != textValue && v.kind != objectValue && v.kind != nameValue:
		if own := r.ownLoss(v.eval); own != "" {
			if same := r.learner.lossIs; same != "" {
				r.set("loss", same, at)
				return
			}
			r.report(Wrong, at, "code_own_loss", "text", own)
			return
		}
		r.unknown(v, at)
		return
	case name == "":
		plain := strings.ToLower(v.word)
		nearest := known[plain]
		if nearest == "" {
			nearest = spelling.Near(plain, experiment.Choices("loss"))
		}
		if nn.KerasOnly(v.word) {
			r.report(Wrong, at, "code_unsupported", "text", v.word)
			return
		}
		if v.kind == objectValue {
			nearest = script.ClassOf(nn.Losses(), nearest)
		}
		r.badName(v, at, "losses", "loss", nearest)
		return
	}
	r.set("loss", name, at)
	if v.kind != objectValue {
		return
	}
	of, _ := experiment.Default().With("loss", name)
	var names []string
	for _, option := range of.OptionsOfLoss() {
		names = append(names, option.Key)
	}
	args := r.arguments(v.object.call)
	args.restNamed(names, func(arg eval.Arg, v *value) {
		switch {
		case arg.Name == "name" || arg.Name == "axis" || arg.Name == "dtype" || (arg.Name == "reduction" && v.word == "sum_over_batch_size"):
		case !slices.Contains(names, arg.Name):
			r.report(Wrong, arg.Whole(), "code_unsupported", "text", r.source(arg.Whole()))
		case v.kind == truthValue || v.kind == numberValue:
			r.set(arg.Name, experiment.FormatNumber(v.number), arg.Whole())
		default:
			r.unknown(v, arg.Whole())
		}
	})
}
