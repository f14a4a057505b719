package script

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
)

// MaxSize is how many bytes a program may have.
const MaxSize = python.MaxSize

// Reading is what a program says.
type Reading struct {
	// Experiment is the experiment that the program describes, or the base where
	// a problem is Wrong.
	Experiment experiment.Experiment
	// Base is the experiment that the program was read from: how the page is shown and
	// what else no program says is taken from it.
	Base experiment.Experiment
	// Problems are the mistakes and notes, in the order of the text.
	Problems []*Problem
	// Outputs are the calls that print when the program runs, in order.
	Outputs []Output
	// Program is the text of the program, Given what was given to be read: a notebook,
	// or the program itself.
	Program, Given string
	// Places are where the program says a property, by its key.
	Places map[string]python.Span
	// Roles are what its statements are for, in the order of the text.
	Roles []Role
}

// Role is what a statement is for, by the names that [Piece] has.
type Role struct {
	python.Span
	Name string
}

// Problem is something in a program to tell the learner.
type Problem struct {
	// Detail has the code, its arguments, and the line and column.
	Detail   *experiment.Problem
	Severity Severity
	// Span is the place in the text.
	Span python.Span
	// Keras is what Keras itself says to it, "" where it says nothing.
	Keras string
	// Fix mends it; nil when only the learner knows how.
	Fix []Edit
}

// String is the problem in English, for tests and logs.
func (p *Problem) String() string { return p.Detail.Error() }

// Severity is how much a problem matters.
type Severity int

// The severities of a problem.
const (
	// Note tells of a line that is kept and means nothing to the page.
	Note Severity = iota
	// Mistake is one whose meaning is clear all the same.
	Mistake
	// Wrong keeps the program from being used.
	Wrong
)

// Edit replaces a part of a text.
type Edit struct {
	python.Span
	Text string
}

// Output is something that the program prints when it runs.
type Output struct {
	Kind OutputKind
	// Text is what a print prints.
	Text string
	// Places and Ys are what predict and evaluate are asked.
	Places []experiment.Place
	Ys     []float64
	// From and To are the epochs that a fit trains, or a part of it between two prints;
	// Start those before the fit, and Of how many it was asked for.
	From, To, Start, Of int
	// Epoch is after how many epochs predict and evaluate are asked.
	Epoch int
	// Quiet is set for verbose=0, Brief for verbose=2.
	Quiet, Brief bool
	// Metric is what the program calls the metric, "" where that is its name here.
	Metric string
	// Line is the line of the call.
	Line int
}

// OutputKind is a kind of [Output].
type OutputKind int

// The kinds of outputs.
const (
	Summary OutputKind = iota
	Fit
	Predict
	Evaluate
	// Print is what print prints.
	Print
	// Pending is a print of what only the training gives: [Reading.Outputs] has it, and
	// its text comes of running the program when it is trained.
	Pending
)

// Trained is what a training gave, as the prints of a program show it.
type Trained struct {
	// Predict returns what the model answers after so many epochs, the outputs of each
	// place one after another, then the weights of its layers, and what was logged of an
	// epoch, by its name; nil for what was not kept.
	Predict  func(epoch int, places []experiment.Place) []float64
	Weights  func(epoch int) []float32
	Evaluate func(epoch int, places []experiment.Place, ys []float64) []float64
	Logged   func(epoch int) (names []string, values []float64)
	// Epochs is how many there were: fewer than asked for where the training stopped early.
	Epochs int
	// Last is [Trained.LastEpoch] of an experiment that stops at a loss, 0 for others.
	Last int
}

// LastEpoch is the epoch after which the program of an experiment has ended its training:
// the last one, unless it stops at a loss. A training may have gone on after it.
func (t Trained) LastEpoch(e experiment.Experiment) int {
	below := func(epoch int) bool {
		_, values := t.Logged(epoch)
		return len(values) > 0 && float64(float32(values[0])) < e.StopLoss
	}
	switch {
	case e.StopLoss == 0:
	case t.Epochs <= e.Epochs:
		if below(t.Epochs) {
			return t.Epochs
		}
	default:
		for epoch := 1; epoch < e.Epochs; epoch++ {
			if below(epoch) {
				return epoch
			}
		}
	}
	return e.Epochs
}

// Text is the program that was read.
func (r Reading) Text() string { return r.Program }

// Source is the text that was given to be read: a notebook, whose program is Text, or
// the program itself.
func (r Reading) Source() string { return r.Given }

// OK reports whether nothing is Wrong, so that the experiment is the program's.
func (r Reading) OK() bool {
	return !slices.ContainsFunc(r.Problems, func(p *Problem) bool { return p.Severity == Wrong })
}

// Line returns the lines, from 1, that say a property, the line of the
// statement that would say it where it has its default; 0, 0 for none.
func (r Reading) Line(key string) (first, last int) {
	at, ok := r.Places[key]
	if !ok {
		at, ok = r.statementOf(key)
	}
	if !ok {
		return 0, 0
	}
	lines := NewLines(r.Program)
	return lines.Line(at.Start), lines.Line(max(at.Start, at.End-1))
}

// RoleOf is the role of the statement that says a property.
func RoleOf(key string) string {
	part, _, _ := strings.Cut(key, ".")
	switch part {
	case "xs", "ys", "features":
		return part
	case "x2":
		return "xs"
	case "units", "activation", "layers", "l1", "l2":
		return "model"
	case "norm":
		return "normalizer"
	case "seed", "w", "b":
		return "weights"
	case "epochs", "batch", "shuffle", "validation", "patience", "stop":
		return "fit"
	case "predict":
		return "predict"
	case "also", "truth":
		return "asked"
	}
	return "compile"
}

// statementOf is the statement of the role of a property; for initial weights
// that are drawn it is the model.
func (r Reading) statementOf(key string) (python.Span, bool) {
	role := RoleOf(key)
	for _, wanted := range []string{role, map[string]string{"weights": "model", "asked": "predict", "features": "xs", "normalizer": "model"}[role]} {
		for _, s := range r.Roles {
			if wanted != "" && s.Name == wanted {
				return s.Span, true
			}
		}
	}
	return python.Span{}, false
}

// KeysAt returns the properties that a line says: those of which exactly this
// line, or fewer lines than any other property there, are the place.
func (r Reading) KeysAt(line int) []string {
	var keys []string
	fewest, lines := len(r.Program)+1, NewLines(r.Program)
	consider := func(key string, at python.Span) {
		first, last := lines.Line(at.Start), lines.Line(max(at.Start, at.End-1))
		if line < first || line > last {
			return
		}
		if n := last - first; n < fewest {
			fewest, keys = n, nil
		}
		if last-first == fewest {
			keys = append(keys, key)
		}
	}
	for key, at := range r.Places {
		consider(key, at)
	}
	slices.Sort(keys)
	return keys
}

// Apply returns a text with edits made; they may not overlap. An edit that does
// not fit into the text is left out.
func Apply(text string, edits []Edit) string {
	edits = slices.Clone(edits)
	// What is put in before a place comes before what takes the place.
	SortFew(edits, func(a, b Edit) bool { return a.Start < b.Start || (a.Start == b.Start && a.End < b.End) })
	var b strings.Builder
	done := 0
	for _, edit := range edits {
		if edit.Start < done || edit.End < edit.Start || edit.End > len(text) {
			continue
		}
		b.WriteString(text[done:edit.Start] + edit.Text)
		done = edit.End
	}
	return b.String() + text[done:]
}

// SortFew sorts a few items and keeps equal ones in order. The sorts of the
// library are made for many: each would make the page's program 10 kB larger.
func SortFew[T any](items []T, less func(a, b T) bool) {
	for i := range items {
		for k := i; k > 0 && less(items[k], items[k-1]); k-- {
			items[k], items[k-1] = items[k-1], items[k]
		}
	}
}
