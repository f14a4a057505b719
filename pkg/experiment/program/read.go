package program

import (
	"maps"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
)

// Reading is the result of reading a program.
type Reading struct {
	// Experiment is the experiment that the program describes, or the base where
	// a problem is Wrong.
	Experiment experiment.Experiment
	// Problems are the mistakes and notes, in the order of the text.
	Problems []*Problem
	// Outputs are the calls that print when the program runs, in order.
	Outputs []Output

	text       string
	statements []statement
	comments   []python.Span
	places     map[string]python.Span // of the property keys
	valueSpans map[string]valueSpan
	names      names
}

// statement is a statement of the program with what it is for: a role of
// [writer], or "".
type statement struct {
	python.Span
	role string
	// assigned is what stands before the value of an assignment, such as
	// "history = ".
	assigned string
}

// Output is something that the program prints when it runs.
type Output struct {
	Kind OutputKind
	// Printed is set where the value of the call is printed too: all of it, or
	// what Index picks of it, with Before and After beside it.
	Printed       bool
	Index         []int
	Before, After string
	// Xs and Ys are what predict and evaluate are asked.
	Xs, Ys []float64
	// Quiet is set for verbose=0, Brief for verbose=2.
	Quiet, Brief bool
	// Line is the line of the call.
	Line int
}

// OutputKind is a kind of [Output].
type OutputKind int

// The kinds of outputs, by the method of the model.
const (
	Summary OutputKind = iota
	Fit
	Predict
	Evaluate
)

// Text is the program that was read.
func (r Reading) Text() string { return r.text }

// OK reports whether nothing is Wrong, so that the experiment is the program's.
func (r Reading) OK() bool {
	return !slices.ContainsFunc(r.Problems, func(p *Problem) bool { return p.Severity == Wrong })
}

// reader goes through the statements of a program in order.
type reader struct {
	text       string
	problems   []*Problem
	outputs    []Output
	places     map[string]python.Span
	valueSpans map[string]valueSpan
	values     map[string]*value
	imported   map[string]string
	counted    int
	role       string // of the current statement
	at         python.Span
	printed    *shown
	bindings   []binding
	number     int    // of the current statement
	target     string // the name that the current statement assigns to
	learner    string // the model that is fitted first
	names      names
	lines      *lines
	steps      int // that reading has taken
	tick       func()
	wrong      bool // a problem is Wrong
	stopped    bool // nothing more is to be read

	experiment experiment.Experiment
	layers     []experiment.Layer
	modelAt    python.Span
	hasModel   bool
	penalized  bool
	fitted     bool
	compiled   bool
	hasLoss    bool
	compileAt  python.Span
	xs, ys     *value
	settings   []setting
	predicted  bool
	asked      []experiment.Query
}

// setting is a property that the program sets.
type setting struct {
	key, text string
	at        python.Span
}

// Read reads a program. How the page is shown, and the name of the example
// whose data these are, it takes from base.
func Read(text string, base experiment.Experiment) Reading { return ReadWith(text, base, nil) }

// ReadWith does so and calls tick at every small step, where it is not nil, so that a
// long program can be read in slices.
func ReadWith(text string, base experiment.Experiment, tick func()) Reading {
	r := &reader{
		tick: tick,
		text: text, experiment: base, places: map[string]python.Span{}, valueSpans: map[string]valueSpan{},
		values: map[string]*value{}, imported: map[string]string{}, names: defaultNames(),
		xs: &value{Expr: noExpr}, ys: &value{Expr: noExpr}, lines: newLines(text),
	}
	file, err := python.ParseWith(text, tick)
	reading := Reading{Experiment: base, text: text}
	r.learner = firstFitted(file)
	for i, s := range file.Statements {
		r.role, r.at, r.number = "", s.Span, i
		if tick != nil {
			tick()
		}
		if r.stopped {
			break
		}
		r.statement(s)
		assigned := ""
		if s.Kind == python.Assign {
			assigned = text[s.Start:max(s.Start, s.Value.Start)]
		}
		reading.statements = append(reading.statements, statement{s.Span, r.role, assigned})
	}
	if err != nil {
		r.syntaxProblem(err)
	} else if !r.stopped {
		r.finish()
	}
	r.markData(reading.statements)
	sortFew(r.problems, func(a, b *Problem) bool { return a.Span.Start < b.Span.Start })
	reading.Problems, reading.Outputs, reading.places, reading.names = r.problems, r.outputs, r.places, r.names
	reading.valueSpans, reading.comments = r.valueSpans, file.Comments
	if reading.OK() {
		reading.Experiment = r.experiment
	}
	return reading
}

// firstFitted is the name of the model that is fitted first, where a program
// makes one of this name; a program may make others.
func firstFitted(file python.File) string {
	made := map[string]bool{}
	for _, s := range file.Statements {
		if s.Value == nil || s.Value.Kind != python.Call || s.Value.Base.Kind != python.Name {
			continue
		}
		name, method, _ := strings.Cut(s.Value.Base.Text, ".")
		if method == "fit" && made[name] {
			return name
		}
		made[s.Target] = true
	}
	return ""
}

func (r *reader) statement(s python.Statement) {
	switch s.Kind {
	case python.Import:
		for _, name := range slices.Sorted(maps.Keys(s.Names)) {
			thing := s.Names[name]
			r.imported[name] = thing
			r.names.imports(name, thing)
			if thing == "numpy" {
				r.role = "numpy"
			} else if r.role == "" && (thing == "keras" || thing == "tensorflow" || thing == "tensorflow.keras") {
				r.role = "keras"
			}
		}
	case python.Assign:
		said := len(r.problems)
		if v := r.assign(s); v.kind == unknownValue && r.role == "" && len(r.problems) == said {
			r.report(Note, s.Span, "code_not_run", "text", r.source(s.Span))
		}
	case python.Expression:
		said := len(r.problems)
		if v := r.eval(s.Value); v.kind == unknownValue && r.role == "" && s.Value.Kind != python.Text && !r.isPrint(s.Value) && len(r.problems) == said {
			r.report(Note, s.Span, "code_not_run", "text", r.source(s.Span))
		}
	case python.Other:
		for _, name := range s.Changes {
			r.forget(name)
		}
		r.report(Note, s.Span, "code_not_run", "text", r.source(s.Span))
	}
}

// set notes that the program sets a property.
func (r *reader) set(key, text string, at python.Span) {
	r.settings = append(r.settings, setting{key, text, at})
	r.places[key] = at
}

// finish makes the experiment of all that the statements said.
func (r *reader) finish() {
	base := r.experiment
	end := python.Span{Start: len(r.text), End: len(r.text)}
	if !r.hasModel {
		r.report(Wrong, end, "code_no_model")
		return
	}
	if !r.fitted {
		r.report(Wrong, end, "code_no_fit").fix(end, "\n"+r.names.model+".fit("+r.names.xs+", "+r.names.ys+", epochs=500)\n")
		return
	}
	e := experiment.Default().WithView(base)
	e.Predict = base.Predict
	e.Example = ""
	e.Points = nil
	if len(r.xs.numbers) == len(r.ys.numbers) {
		for i, x := range r.xs.numbers {
			e.Points = append(e.Points, experiment.Point{X: x, Y: r.ys.numbers[i]})
		}
	}
	e.Example = exampleOf(e.Points, base)
	e.Layers, e.Epochs = r.layers, 1
	if !r.penalized {
		e.L1, e.L2 = 0, 0
	}
	for _, s := range inOrder(r.settings) {
		next, problem := e.With(s.key, s.text)
		if problem != nil {
			r.place(Wrong, s.at, problem)
			continue
		}
		e = next
	}
	e.Queries = r.asked
	if e.Initial == nil && e.Seed == base.Seed && slices.Equal(e.Layers, base.Layers) {
		e.Weights = base.Weights // which no line says
	}
	if len(r.problems) == 0 || (Reading{Problems: r.problems}).OK() {
		for _, problem := range e.Validate() {
			at, ok := r.places[problem.Key]
			if !ok {
				at = end
			}
			r.place(Wrong, at, problem)
		}
		if strings.Count(string(e.Optimizer.Options), "clip") > 1 { // of which Keras, and nn, take one
			if _, problem := e.InitialParams(); problem != nil {
				r.place(Wrong, r.places["optimizer"], problem)
			}
		}
	}
	r.experiment = e
}

// inOrder returns the settings in the order of the table of properties, in
// which what one resets comes before what it resets.
func inOrder(settings []setting) []setting {
	keys := experiment.Keys()
	ordered := make([]setting, 0, len(settings))
	for _, key := range keys {
		for _, s := range settings {
			if s.key == key {
				ordered = append(ordered, s)
			}
		}
	}
	return ordered
}

// exampleOf names the example that points are of: the base's if it still is.
func exampleOf(points []experiment.Point, base experiment.Experiment) string {
	if slices.Equal(points, base.Points) {
		return base.Example
	}
	for _, example := range experiment.Examples() {
		if slices.Equal(points, example.Experiment.Points) {
			return example.Experiment.Example
		}
	}
	return ""
}
