package program

import (
	"errors"
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
)

// run runs the program with the libraries that it can use.
func (r *reader) run(file python.File, tick func()) {
	r.numpyModule = numpy.Module()
	for _, s := range file.Statements {
		r.seeImports(s)
	}
	result := eval.Run(r.text, file, eval.Config{Modules: r.modules(), Print: r.printed, Missing: r.missing, Tick: tick})
	if r.trained != nil {
		var raised *eval.Exception
		var limit *eval.Limit
		if errors.As(result.Failure, &limit) { // of which the first run has told, or the callbacks print too much
			r.output(Output{Kind: Print, Text: "⋮\n", Epoch: r.epochs}, limit.At)
		}
		if errors.As(result.Failure, &raised) {
			r.output(Output{Kind: Print, Text: raised.Error() + "\n", Epoch: r.epochs}, raised.At)
		}
		return
	}
	for _, note := range result.Notes {
		r.report(Note, note.At, note.Code, note.Args...)
	}
	r.ran, r.result = result.Ran, result
	r.failed(result.Failure)
	r.markData(result)
}

// modules are the libraries by the first parts of their names.
func (r *reader) modules() map[string]*eval.Module {
	part := func(name, path string) *eval.Module {
		root := &named{r, path}
		return &eval.Module{Name: name, Member: root.Attr}
	}
	modules := map[string]*eval.Module{
		"numpy": r.numpyModule, "keras": part("keras", "keras"), "tensorflow": part("tensorflow", "tensorflow"), "tf_keras": part("tf_keras", "keras"),
	}
	for _, name := range []string{"matplotlib", "seaborn", "plotly", "pylab", "IPython"} {
		modules[name] = &eval.Module{Name: name, Member: drawn}
	}
	modules["seaborn"].Member = func(t *eval.Thread, name string) (eval.Value, error) {
		if name == "load_dataset" {
			return eval.Unknown{Why: eval.Outside, Text: "seaborn.load_dataset", At: t.Here()}, nil
		}
		return drawn(t, name)
	}
	r.addLibraries(modules)
	return modules
}

// printed takes what the program prints.
func (r *reader) printed(p eval.Print) {
	if r.muted > 0 {
		return
	}
	o := Output{Kind: Print, Text: p.Text, Epoch: r.epochs}
	if p.Unknown != nil {
		switch o.Kind = Pending; {
		case p.Unknown.Why == eval.Drawn:
			return
		case p.Unknown.Why != eval.Trained && r.trained == nil:
			return // which is told of where the program is read
		case r.trained != nil:
			o = Output{Kind: Print, Text: "⋮\n", Epoch: r.epochs} // not even the training says it
		}
	}
	r.output(o, p.At)
}

func (r *reader) output(o Output, at python.Span) {
	if len(r.outputs) < maxOutputs {
		o.Line = r.lines.Line(at.Start)
		r.outputs = append(r.outputs, o)
	}
}

// maxOutputs is how many pieces the console has.
const maxOutputs = 2000

// failed tells of what ended the run. What comes after the training changes it no
// more.
func (r *reader) failed(err error) {
	var raised *eval.Exception
	var limit *eval.Limit
	severity := Wrong
	if r.fitted {
		severity = Mistake
	}
	switch {
	case errors.As(err, &limit):
		at := limit.At
		switch limit.Kind {
		case eval.Elements:
			r.report(severity, at, "code_too_many_values", "max", itoa(eval.MaxElements))
		case eval.Depth:
			r.report(severity, at, "code_too_deep_calls", "max", itoa(eval.MaxDepth))
		case eval.Large:
			r.report(severity, at, "code_large")
		default:
			r.report(severity, at, "code_too_much")
		}
		r.halt(severity)
	case errors.As(err, &raised):
		if raised.Type == "SystemExit" || raised.Type == "KeyboardInterrupt" {
			return
		}
		code := "code_raised"
		if raised.Type == "TypeError" && (strings.Contains(raised.Message, "'list'") && strings.HasPrefix(raised.Message, "unsupported operand") ||
			strings.HasPrefix(raised.Message, "can only concatenate list") || strings.HasPrefix(raised.Message, "can't multiply sequence")) {
			code = "code_list_arithmetic" // the mistake that all make once
		}
		p := r.report(severity, raised.At, code, "text", r.source(raised.At)).kerasSays(raised.Error())
		r.misspelt(p, raised)
		r.halt(severity)
	}
}

func (r *reader) halt(severity Severity) { r.stopped = r.stopped || severity == Wrong }

// markData finds the statements that give the points their values, by what fit
// was called with.
func (r *reader) markData(result eval.Result) {
	r.markFeatures(result)
	for _, axis := range []struct {
		key  string
		data *value
		name *string
		has  *bool
	}{{"xs", r.xs, &r.names.Xs, &r.names.HasXs}, {"ys", r.ys, &r.names.Ys, &r.names.HasYs}} {
		for _, b := range result.Bindings {
			if b.Name == *axis.name {
				*axis.has = true
			}
			if len(axis.data.numbers) == 0 || axis.data.eval == nil || !eval.Same(b.Value, axis.data.eval) || b.At == noSpan {
				continue
			}
			s := statement{Span: b.Statement, role: axis.key}
			if b.At.Start < b.Statement.Start || b.At.End > b.Statement.End {
				continue
			}
			known := r.statementOf(s.Span)
			if known >= 0 && r.statements[known].role != "xs" {
				continue
			}
			if !strings.ContainsAny(r.text[b.Statement.Start:b.Statement.End], "=") {
				continue
			}
			if known < 0 {
				s.inner = b.Name
				r.statements = append(r.statements, s)
			}
			*axis.name = b.Name
			*axis.has = true
			r.places[axis.key] = b.Statement
		}
	}
	for _, b := range result.Bindings {
		if m, ok := b.Value.(*model); ok && m == r.learner {
			r.names.Model = b.Name
			break
		}
	}
}

// noModel tells that no model is made, or that it stands in a function that nobody
// calls.
func (r *reader) noModel(end python.Span) {
	var inside *python.Statement
	var look func(list []*python.Statement, within *python.Statement)
	look = func(list []*python.Statement, within *python.Statement) {
		for _, s := range list {
			in := within
			if s.Kind == python.Def && in == nil {
				in = s
			}
			if in != nil && inside == nil && s.Value != nil && strings.Contains(r.text[s.Start:s.End], "Sequential(") {
				inside = in
			}
			look(s.Body, in)
			look(s.Else, in)
		}
	}
	look(r.file.Statements, nil)
	for _, note := range r.result.Notes {
		if note.Code == "code_not_run" && r.holdsModel(r.file.Statements, note.At) {
			r.report(Wrong, note.At, "code_skipped", "text", r.source(note.At))
			return
		}
	}
	if inside != nil && strings.Contains(r.text, "="+inside.Text) && !strings.Contains(r.text, "= "+inside.Text+"(") {
		inside = nil // handed to a library, which calls it
	}
	if inside != nil {
		r.report(Wrong, inside.Header, "code_not_called", "text", inside.Text)
		return
	}
	if r.tellForeign(true) {
		return
	}
	if r.tellOtherModel() {
		return
	}
	if r.byHand(r.result, end) {
		return
	}
	r.report(Wrong, end, "code_no_model")
}

// tellOtherModel tells of the first fit that is written, which is that of a model that the page
// does not know. It reports whether there is one.
func (r *reader) tellOtherModel() bool {
	k := strings.Index(r.text, ".fit(")
	if k >= 0 {
		r.report(Wrong, python.Span{Start: k + 1, End: k + len(".fit")}, "code_other_model")
	}
	return k >= 0
}

// fitsElsewhere reports whether the program has called fit of something that the page does
// not know.
func (r *reader) fitsElsewhere() bool {
	return slices.ContainsFunc(r.problems, func(p *Problem) bool {
		return p.Detail.Code == "code_lacks" && strings.HasSuffix(p.Detail.Args["text"], ".fit")
	})
}

// holdsModel reports whether the statement with a header makes a model.
func (r *reader) holdsModel(list []*python.Statement, header python.Span) bool {
	for _, s := range list {
		if s.Header == header && s.Start == header.Start && strings.Contains(r.text[s.Start:s.End], "Sequential(") {
			return true
		}
		for _, block := range s.Blocks() {
			if r.holdsModel(block, header) {
				return true
			}
		}
	}
	return false
}

// Run returns what the program prints when it has been trained so.
func (r Reading) Run(trained Trained) []Output {
	again := newReader(r.Program, r.Base)
	again.trained = &trained
	again.lastEpoch = trained.Last
	again.known = known{r.learnerAt, r.Experiment, r.given}
	again.run(r.file, nil)
	return again.outputs
}
