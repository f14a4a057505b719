package program

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/spelling"
)

// What package script has of readings, under the names that this package uses.
type (
	// Problem is something in a program to tell the learner.
	Problem = script.Problem
	// Severity is how much a problem matters.
	Severity = script.Severity
	// Edit replaces a part of a text.
	Edit = script.Edit
	// Output is something that the program prints when it runs.
	Output = script.Output
	// Trained is what a training gave, as the prints of a program show it.
	Trained = script.Trained
	// writer writes the statements of a program.
	writer = script.Writer
	// lines finds the line and the column of places in a text.
	lines = script.Lines
)

// The severities of a problem and the kinds of outputs.
const (
	Note     = script.Note
	Mistake  = script.Mistake
	Wrong    = script.Wrong
	Summary  = script.Summary
	Fit      = script.Fit
	Predict  = script.Predict
	Evaluate = script.Evaluate
	Print    = script.Print
	Pending  = script.Pending
)

// told is a problem that is being described.
type told struct{ *Problem }

// codes are the kinds of problems of programs with their arguments. Those of
// package experiment occur too.
var codes = map[string][]string{
	"code_too_long": {"limit"}, "code_too_deep": nil, "code_unexpected": {"text", "expected"},
	"code_unclosed": {"text", "expected"}, "code_typographic": {"text", "fixed"},
	"code_not_run": {"text"}, "code_ignored": {"text"}, "code_unsupported": {"text"}, "code_unknown_value": {"text"},
	"code_list_arithmetic": {"text"}, "code_list": {"text"}, "code_number": {"text"},
	"code_old_rate": nil, "code_whole_rate": {"text", "fixed"}, "code_input_shape": nil, "code_shape": {"text"},
	"code_one_feature": {"text"}, "code_features": {"text"}, "code_width": {"text", "columns"}, "code_name": {"text", "nearest"}, "code_argument": {"text", "nearest"},
	"code_lengths": {"xs", "ys"}, "code_no_compile": nil, "code_no_loss": nil, "code_no_model": nil, "code_no_fit": nil,
	"code_second_fit": nil, "code_one_metric": nil, "code_metrics": {"text"}, "code_layer": {"text"},
	"code_regularizers": nil, "code_patience": nil, "code_monitor": {"text"}, "code_fraction": {"text", "fixed"}, "code_too_many_values": {"max"}, "code_too_much": nil, "code_import": {"text"}, "code_weights": nil, "code_playground": nil,
	"code_lacks": {"text"}, "code_lacks_value": {"text"}, "code_outside": {"text"}, "code_outside_value": {"text"}, "code_from_training": {"text"},
	"code_random": {"text"}, "code_raised": {"text"}, "code_too_deep_calls": {"max"}, "code_large": nil, "code_not_called": {"text"},
	"code_no_name": {"text"}, "code_no_argument": {"text"}, "code_invisible": {"text"}, "code_margin": {"text"}, "code_indented": nil,
	"code_indentation": nil, "code_unassignable": {"text"}, "code_repeated": {"text"}, "code_normalization": {"text"}, "code_not_adapted": {"text"}, "code_axis": {"text"}, "code_adapt_rows": {"text"}, "code_second_input": nil, "code_initializer": {"text"},
	"code_callback": {"text"}, "code_stops": {"text"}, "code_weights_later": nil, "code_batch_place": {"text"}, "code_print": {"text"}, "code_other_model": nil, "code_foreign": {"text"},
	"code_schedule": {"text"}, "code_rate_changes": {"text"}, "code_own_loss": {"text"}, "code_own_metric": {"text"}, "code_bias": nil, "code_without_layer": {"text"},
	"code_data_at_hand": {"text"}, "code_skipped": {"text"}, "code_decimal_comma": {"text", "fixed"}, "code_no_longer": {"text"}, "code_layer_weights": {"text"},
	"code_by_hand": nil, "code_own_training": nil, "code_colon": {"text"}, "code_comma": {"text"}, "code_loss_dict": nil,
	"code_weights_count": {"text", "expected"}, "code_no_input": nil, "code_monitor_rate": {"text"}, "code_rate_may_change": {"text"},
}

// Codes returns the names of the arguments of every code that programs add to
// those of package experiment.
func Codes() map[string][]string { return maps.Clone(codes) }

// report adds a problem at a place.
func (r *reader) report(severity Severity, at python.Span, code string, pairs ...string) told {
	return r.place(severity, at, experiment.NewProblem(code, pairs...))
}

const (
	// maxNotes is how many problems there may be before no more notes are taken.
	maxNotes = 30
	// maxProblems is how many problems are taken. One that keeps the program from
	// being used is always taken, and reading ends where there are more.
	maxProblems = 100
)

// place adds a problem of package experiment at a place, unless it is there already:
// what stands in a loop is met in each of its passes.
func (r *reader) place(severity Severity, at python.Span, p *experiment.Problem) told {
	placed := told{&Problem{Detail: p, Severity: severity, Span: at}}
	if slices.ContainsFunc(r.problems, placed.repeats) {
		return placed
	}
	full := len(r.problems) >= maxProblems
	if full && severity == Wrong {
		r.stopped = true
	}
	if (severity == Note && len(r.problems) >= maxNotes) || (full && (severity != Wrong || r.wrong)) {
		return placed
	}
	r.wrong = r.wrong || severity == Wrong
	p.Line, p.Column = r.lines.Place(at.Start)
	p.Key = ""
	r.problems = append(r.problems, placed.Problem)
	return placed
}

// repeats reports whether a problem says what another one says of the same place. A
// note does so whatever its text, which a loop can make longer in each pass.
func (p told) repeats(other *Problem) bool {
	return p.Span == other.Span && p.Severity == other.Severity && p.Detail.Code == other.Detail.Code &&
		(p.Severity == Note || maps.Equal(p.Detail.Args, other.Detail.Args))
}

// kerasSays adds Keras's words to a problem.
func (p told) kerasSays(keras string) told {
	p.Keras = keras
	return p
}

// fix adds an edit to a problem.
func (p told) fix(at python.Span, text string) told {
	p.Fix = append(p.Fix, Edit{Span: at, Text: text})
	return p
}

// badName reports a name that Keras does not know, with the one that it can be a slip
// of. A text it interprets, a thing of a module it looks up.
func (r *reader) badName(v *value, at python.Span, module, kind, nearest string) {
	keras := "ValueError: Could not interpret " + kind + " identifier: " + v.word
	if v.kind != textValue {
		keras = "AttributeError: module 'keras." + module + "' has no attribute '" + v.word + "'"
	}
	if nearest == "" {
		r.report(Wrong, at, "code_no_name", "text", v.word).kerasSays(keras)
		return
	}
	problem := r.report(Wrong, at, "code_name", "text", v.word, "nearest", nearest).kerasSays(keras)
	switch {
	case v.kind == textValue && len(r.text[v.place().Start:v.place().End]) >= 2:
		quote := r.text[v.place().Start : v.place().Start+1]
		if quote != "'" && quote != `"` {
			return
		}
		problem.fix(v.place(), `"`+nearest+`"`)
	case v.object != nil:
		problem.fixWord(r.text, v.object.call.Callee, v.word, nearest)
	default:
		problem.fixWord(r.text, v.Span, v.word, nearest)
	}
}

// fixWord replaces the last word of an expression, unless the program calls
// the thing by a name of its own.
func (p told) fixWord(text string, at python.Span, word, nearest string) {
	if strings.HasSuffix(text[at.Start:at.End], word) {
		p.fix(python.Span{Start: at.End - len(word), End: at.End}, nearest)
	}
}

// badArgument reports an argument that a call does not have. One of the names that it
// has is the way to mend it where it can be a slip of it; else it can go.
func (r *reader) badArgument(args *arguments, arg eval.Arg, keras string, names ...string) {
	if arg.Name == "" {
		r.report(Wrong, arg.Span, "code_unsupported", "text", r.source(arg.Span))
		return
	}
	free := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return args.find(-1, name) >= 0 })
	written := r.source(arg.At) == arg.Name // and not the key of a dict that is unpacked
	nearest := spelling.Near(arg.Name, free)
	if now := renamed[arg.Name]; now != "" && slices.Contains(free, now) {
		nearest = now
	}
	if nearest != "" && written {
		r.report(Wrong, arg.Whole(), "code_argument", "text", arg.Name, "nearest", nearest).kerasSays(keras).fix(arg.At, nearest)
		return
	}
	p := r.report(Wrong, arg.Whole(), "code_no_argument", "text", arg.Name).kerasSays(keras)
	if args.find(-1, arg.Name) >= 0 && written {
		p.Fix = append(p.Fix, args.without(-1, arg.Name))
	}
}

// renamed are arguments of Keras 1, which books still have, by what they are called now.
var renamed = map[string]string{
	"nb_epoch": "epochs", "n_epochs": "epochs", "num_epochs": "epochs", "output_dim": "units", "init": "kernel_initializer",
	"W_regularizer": "kernel_regularizer", "bias": "use_bias",
}

// unknown reports a value that cannot be known here, and why.
func (r *reader) unknown(v *value, at python.Span) {
	u, ok := v.eval.(eval.Unknown)
	if !ok {
		if items := v.items; len(items) > 0 {
			for _, item := range items {
				if u, ok = item.(eval.Unknown); ok {
					break
				}
			}
		}
	}
	switch {
	case !ok:
		r.report(Wrong, at, "code_unknown_value", "text", r.source(at))
	case u.Why == eval.Trained:
		r.report(Wrong, at, "code_from_training", "text", r.source(at))
	case u.Why == eval.Outside || u.Why == eval.Chance:
		r.report(Wrong, at, "code_outside_value", "text", u.Text)
	default:
		r.report(Wrong, at, "code_lacks_value", "text", u.Text)
	}
}

// misspelt adds the name that an unknown one can be a slip of: one of the program, or of NumPy.
func (r *reader) misspelt(p told, raised *eval.Exception) {
	at := raised.At
	var names []string
	switch name, ofNumPy := strings.CutPrefix(raised.Message, "module 'numpy' has no attribute '"); {
	case raised.Type == "NameError":
		names = r.file.Names()
	case ofNumPy && strings.HasSuffix(r.text[at.Start:at.End]+"'", name):
		at.Start, names = at.End-len(name)+len("'"), numpy.Public()
	}
	word := r.text[at.Start:at.End]
	if nearest := spelling.Near(word, names); nearest != "" && nearest != word {
		p.fix(at, nearest)
	}
}

// quoted is how many characters of a program a message quotes.
const quoted = 40

// source is the text of a place, short enough for a message.
func (r *reader) source(at python.Span) string {
	var b strings.Builder
	n, between := 0, false
	for _, c := range r.text[at.Start:at.End] {
		if unicode.IsSpace(c) {
			between = n > 0
			continue
		}
		if between && n < quoted {
			b.WriteByte(' ')
			n++
		}
		if between = false; n == quoted {
			b.WriteString("…")
			break
		}
		b.WriteRune(c) // U+FFFD for what is no character
		n++
	}
	return b.String()
}
