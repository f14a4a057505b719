package session

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
)

// PasteTyped says that the paste box now holds Text.
type PasteTyped struct{ Text string }

func (m PasteTyped) update(s Session) (Session, []Effect) {
	if m.Text == s.Paste.Text {
		return s, nil // an event without a change, as form fillers send them
	}
	s.Paste = Draft{Text: m.Text}
	if s.Import != nil && s.Import.File == "" {
		s.Import = nil // it is of another text
	}
	return s, nil
}

// MaxPastedLines is how many lines a text that is pasted may have. Browsers take
// seconds to lay out more and, once they are selected, to put others in their place;
// the points and their blank lines need fewer.
const MaxPastedLines = 2 * experiment.MaxPoints

// PasteRefused says that a text of so many bytes and lines was too long for the
// paste box, which holds what it held before.
type PasteRefused struct{ Size, Lines int }

func (m PasteRefused) update(s Session) (Session, []Effect) {
	s.Paste.Problem = pasteProblem(m.Size, m.Lines, experiment.MaxPaste)
	return s, nil
}

// pasteProblem says why a text was too long to be pasted.
func pasteProblem(size, lines, limit int) *experiment.Problem {
	if size > limit {
		return experiment.NewProblem("paste_too_long", "size", strconv.Itoa(size), "limit", strconv.Itoa(limit))
	}
	return experiment.NewProblem("paste_too_many_lines", "count", strconv.Itoa(lines), "max", strconv.Itoa(MaxPastedLines))
}

// PasteUsed asks for the pasted text to become the data. A long one is read in slices.
type PasteUsed struct{}

func (PasteUsed) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	return s.readData("", s.Paste.Text)
}

// asked returns an input of the place to predict for new points: the one that was asked
// where it is among theirs, else one in their middle.
func asked(points []experiment.Point, input int, predict float64) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range points {
		low, high = min(low, p.X[input]), max(high, p.X[input])
	}
	if low <= predict && predict <= high || low > high {
		return predict
	}
	grain := math.Pow(10, math.Floor(math.Log10(max(high-low, 1e-12))-1))
	middle := math.Round((low+high)/2/grain) * grain
	middle, _ = strconv.ParseFloat(strconv.FormatFloat(middle, 'g', 12, 64), 64)
	return min(max(middle, low), high)
}

// ExampleChosen asks for a preset, by name. The one that is there is not chosen anew:
// form fillers tell menus of changes that are none.
type ExampleChosen struct{ Name string }

func (m ExampleChosen) update(s Session) (Session, []Effect) {
	if m.Name == s.Experiment.Example {
		return s, nil
	}
	for _, example := range experiment.Examples() {
		if example.Name == m.Name {
			return s.useExample(example.Experiment)
		}
	}
	return s, nil
}

// ExamplesLocked reports whether no example can be chosen.
func (s Session) ExamplesLocked() bool { return s.Experiment.LocksExamples() }

// useExample takes an example's data and setup and keeps how the page is shown.
func (s Session) useExample(e experiment.Experiment) (Session, []Effect) {
	if s.ExamplesLocked() {
		return s, nil
	}
	s.Selected = 0
	next, effects := s.edited(Edit{
		Experiment: e.WithView(s.Experiment),
		Rows:       rowsOf(e),
	}, "")
	return next.toEnd().untrained(), effects
}
