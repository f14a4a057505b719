package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// reader is what the libraries of a run tell of the program.
type reader struct {
	text       string
	problems   []*Problem
	outputs    []Output
	places     map[string]python.Span
	valueSpans map[string]valueSpan
	statements []statement
	// placed are the places in statements by where a statement stands, from 1 on, of so
	// many as are entered.
	placed  map[python.Span]int
	entered int
	names   script.Names
	lines   *lines
	wrong   bool // a problem is Wrong
	stopped bool // nothing more is to be read
	trained *Trained
	// modelName is what the program calls the model whose layers are read, layerNumber
	// the place of the current one.
	modelName   string
	layerNumber int
	file        python.File

	numpyModule   *eval.Module
	callbackClass *eval.ClassOf
	// subclassed is keras.Model as a base, instances the models that the objects of such
	// classes come to.
	subclassed *eval.ClassOf
	lossBase   *eval.ClassOf // keras.losses.Loss, nil before a class is derived from it
	instances  map[*eval.Instance]*model
	models     []*model
	saved      map[string]*model // by the path that the program names
	learner    *model            // the model that is trained first
	known      known             // of an earlier run
	counts     map[string]int    // of what Keras counts to name it

	experiment experiment.Experiment
	layers     []experiment.Layer
	constants  []constant // of the layers
	modelAt    python.Span
	hasModel   bool
	penalized  bool
	fitted     bool
	hasLoss    bool
	// metricName is what the program calls its metric, otherMetrics are those that the
	// page does not measure.
	metricName   string
	otherMetrics []string
	compileAt    python.Span
	xs, ys       *value
	settings     []setting
	predicted    bool
	asked        []experiment.Query
	predictions  []prediction
	truths       []truth
	epochs       int // that the fits train, in all
	before       int // without the last
	batches      int // that train_on_batch trained on
	weights      []float32
	ran          map[int]bool
	result       eval.Result
	validated    bool // by points of their own
	lastFit      *history
	logsRate     bool    // the history has the learning rate of each epoch
	loggedRate   float64 // what it is in all of them, 0 where that is not known
	lastEpoch    int     // at which a StopLoss has stopped the training; 0 for none
	// muted is above 0 while callbacks are called of which nothing is known yet: what
	// they print only the training says.
	muted int
	// normalizer is the Normalization that the model begins with, nil for none.
	normalizer *normalization
	width      int // that the program gives each example, 0 where it does not say
	widthAt    python.Span
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
	source := text
	if cells, ok := notebookCells(text); ok {
		text = cells
	}
	reading := Reading{Reading: script.Reading{Experiment: base, Base: base, Program: text, Given: source}}
	r := newReader(text, base)
	file, err := python.ParseWith(text, tick)
	reading.file, reading.comments = file, file.Comments
	if err != nil {
		if !r.tellForeign(false) {
			r.syntaxProblem(err)
		}
	} else {
		r.file = file
		r.margins(file)
		r.run(file, tick)
		if !r.stopped {
			r.finish()
		}
	}
	script.SortFew(r.problems, func(a, b *Problem) bool { return a.Span.Start < b.Span.Start })
	script.SortFew(r.statements, func(a, b statement) bool { return a.Start < b.Start })
	reading.statements = r.statements
	reading.Problems, reading.Outputs, reading.Places, reading.names = r.problems, r.outputs, r.places, r.names
	for _, s := range r.statements {
		reading.Roles = append(reading.Roles, script.Role{Span: s.Span, Name: s.role})
	}
	reading.valueSpans, reading.before, reading.ran = r.valueSpans, r.before, r.ran
	reading.learnerAt, reading.given = slices.Index(r.models, r.learner), r.learner != nil && r.learner.weights != nil
	reading.origins = [2][]python.Span{r.xs.origins, r.ys.origins}
	if reading.OK() {
		reading.Experiment = r.experiment
	}
	return reading
}

func newReader(text string, base experiment.Experiment) *reader {
	return &reader{
		text: text, experiment: base, places: map[string]python.Span{}, placed: map[python.Span]int{}, valueSpans: map[string]valueSpan{},
		names: script.DefaultNames(), xs: &value{}, ys: &value{}, lines: script.NewLines(text), callbackClass: eval.NewClass("Callback"),
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
	if len(r.models) == 0 {
		if !r.wrong {
			r.noModel(end)
		}
		return
	}
	if !r.fitted && r.batches == 0 {
		m := r.models[len(r.models)-1]
		r.learn(m)
		if r.wrong || r.tape() {
			return
		}
		if r.fitsElsewhere() && r.tellOtherModel() {
			return
		}
		p := r.report(Wrong, end, "code_no_fit")
		if m.compiled != nil && r.names.HasXs && r.names.HasYs {
			p.fix(end, "\n"+r.names.Model+".fit("+r.names.Xs+", "+r.names.Ys+", epochs=500)\n")
		}
		return
	}
	r.askAll()
	r.askTruths()
	e := experiment.Default().WithView(base)
	e.Predict = base.Predict
	e.Example = ""
	e.Points = nil
	if len(r.xs.numbers) == len(r.ys.numbers) {
		for i, x := range r.xs.places() {
			e.Points = append(e.Points, experiment.Point{X: x, Y: r.ys.numbers[i]})
		}
	}
	e.Layers, e.Epochs = r.layers, 1
	r.inputs(&e, base)
	if e.Inputs == base.Inputs || e.Inputs == 1 {
		e.Example = exampleOf(e.Points, base)
		e.Names = namesOf(e.Points, base)
	}
	r.starts()
	e.PlaygroundRules = base.PlaygroundRules && slices.Equal(e.Points, base.Points) // which no line says
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
	if e.Initial == nil && e.Seed == base.Seed && slices.Equal(e.Layers, base.Layers) && e.Width() == base.Width() {
		e.Weights = base.Weights // which no line says
	}
	if len(r.weights) > 0 && !e.IsLine() {
		switch drawn, problem := e.InitialParams(); {
		case len(r.weights) != e.Layout().Count():
			r.report(Wrong, r.places["weights"], "code_weights")
		case problem != nil || !slices.Equal(drawn, r.weights):
			e = e.WithWeights(r.weights)
		}
	}
	if len(r.problems) == 0 || (script.Reading{Problems: r.problems}).OK() {
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
	if e.BeyondKeras() {
		at, ok := r.places["fit"]
		if !ok {
			at = end
		}
		r.report(Note, at, script.CodeBeyond)
	}
	r.checkNormalizer(e)
	r.experiment = e
}
