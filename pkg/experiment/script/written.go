package script

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/numpy/figures"
)

// CodeBeyond is the code of the note that the page trains in a way that no Keras program
// can say.
const CodeBeyond = "code_playground"

// Written is what the page's own program of an experiment says: what package program
// would read in it.
func Written(e experiment.Experiment) Reading {
	pieces := (&Writer{&e, DefaultNames(), nil}).Pieces()
	text, starts := join(pieces)
	r := Reading{Experiment: e, Base: e, Program: text, Given: text, Places: map[string]python.Span{}}
	lines := NewLines(text)
	output := func(at int, o Output) {
		o.Line = lines.Line(at)
		r.Outputs = append(r.Outputs, o)
	}
	for i, p := range pieces {
		at := starts[i]
		r.Roles = append(r.Roles, Role{python.Span{Start: at, End: at + len(p.Text)}, p.Role})
		for _, m := range p.marks {
			r.Places[m.key] = python.Span{Start: at + m.start, End: at + m.end}
		}
		switch p.Role {
		case "fit":
			if e.StopLoss > 0 {
				output(at, Output{Kind: Pending, Epoch: e.Epochs}) // how far it comes only the training says
			}
			output(at, Output{Kind: Fit, To: e.Epochs, Of: e.Epochs})
		case "predict":
			output(at, Output{Kind: Predict, Places: []experiment.Place{e.Predict}, Epoch: e.Epochs})
			output(at, Output{Kind: Pending, Epoch: e.Epochs})
		case "asked":
			places := make([]experiment.Place, len(e.Queries))
			for i, q := range e.Queries {
				places[i] = q.X
			}
			output(at, Output{Kind: Predict, Places: places, Epoch: e.Epochs})
			output(at, Output{Kind: Pending, Epoch: e.Epochs})
		case "evaluate":
			places, ys := e.Truths()
			output(at, Output{Kind: Evaluate, Places: places, Ys: ys, Epoch: e.Epochs})
		}
	}
	for _, problem := range e.Validate() {
		at, ok := r.Places[problem.Key]
		if !ok {
			at = python.Span{Start: len(text), End: len(text)}
		}
		problem.Line, problem.Column = lines.Place(at.Start)
		problem.Key = ""
		r.Problems = append(r.Problems, &Problem{Detail: problem, Severity: Wrong, Span: at})
	}
	if e.BeyondKeras() {
		at := r.Places["fit"]
		problem := experiment.NewProblem(CodeBeyond)
		problem.Line, problem.Column = lines.Place(at.Start)
		r.Problems = append(r.Problems, &Problem{Detail: problem, Severity: Note, Span: at})
	}
	SortFew(r.Problems, func(a, b *Problem) bool { return a.Span.Start < b.Span.Start })
	return r
}

// RunWritten is what the page's own program prints when it has been trained so.
func RunWritten(r Reading, trained Trained) []Output {
	var outputs []Output
	var answers []float64
	last := trained.LastEpoch(r.Experiment)
	rows := 0
	for _, o := range r.Outputs {
		o.Epoch, o.To = min(o.Epoch, last), min(o.To, last)
		switch o.Kind {
		case Predict:
			answers, rows = trained.Predict(o.Epoch, o.Places), len(o.Places)
		case Pending:
			if answers == nil {
				continue // not even the training says it
			}
			o.Kind, o.Text = Print, table(answers, rows)+"\n"
		}
		outputs = append(outputs, o)
	}
	return outputs
}

// table is what print shows of an array of so many rows of Keras's numbers, as predict
// returns it: so few rows that NumPy leaves none out.
func table(values []float64, rows int) string {
	figures := figures.NewColumn(32, values, figures.DefaultOptions)
	columns := len(values) / max(rows, 1)
	texts := make([]string, rows)
	for i := range texts {
		cells := make([]string, columns)
		for j := range cells {
			cells[j] = figures.Write(values[i*columns+j])
		}
		texts[i] = "[" + strings.Join(cells, " ") + "]"
	}
	return "[" + strings.Join(texts, "\n ") + "]"
}

// Paragraphs are the parts of the page's own program between its empty lines.
func Paragraphs(text string) []string {
	return strings.Split(strings.Trim(text, "\n"), "\n\n")
}
