package paste

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// Choices are the columns that can be x or y.
func (t Table) Choices() []int {
	var choices []int
	for i, c := range t.Columns {
		if c.Kind == Numbers {
			choices = append(choices, i)
		}
	}
	return choices
}

// choose proposes x and y.
func (t *Table) choose(g *grid) *experiment.Problem {
	all := t.Choices()
	choices := slices.DeleteFunc(slices.Clone(all), func(i int) bool { return t.Columns[i].Index })
	if len(choices) < 2 {
		choices = all
	}
	if len(choices) < 2 {
		return t.tooFew(g, choices)
	}
	t.X, t.Y = choices[0], choices[1]
	if t.named(choices) {
		t.Chosen = len(all) == 3
		return t.checkChosen(g)
	}
	if t.classified(choices) {
		return nil
	}
	x, y := -1, -1
	for _, i := range choices {
		switch axis := axisOf(t.Columns[i].Name); {
		case axis == "x" && x < 0:
			x = i
		case axis == "y" && y < 0:
			y = i
		}
	}
	switch {
	case x >= 0 && y >= 0:
		t.X, t.Y = x, y
	case x >= 0 && x != choices[0]:
		t.X, t.Y = x, choices[0]
	case y >= 0:
		if t.Y = y; y == choices[0] {
			t.X = choices[1]
		}
	}
	t.Chosen = len(choices) == 2 && len(all) == 2
	return t.checkChosen(g)
}

// named proposes three columns that are called x1, x2 and y, in any order, or x1, x2
// and the first of the others. It reports whether they are there.
func (t *Table) named(choices []int) bool {
	x1, x2, y, other := -1, -1, -1, -1
	for _, i := range choices {
		switch input := inputOf(t.Columns[i].Name); {
		case input == 1 && x1 < 0:
			x1 = i
		case input == 2 && x2 < 0:
			x2 = i
		case y < 0 && axisOf(t.Columns[i].Name) == "y":
			y = i
		case other < 0:
			other = i
		}
	}
	if y < 0 {
		y = other
	}
	if x1 < 0 || x2 < 0 || y < 0 {
		return false
	}
	t.X, t.X2, t.Y = x1, x2, y
	return true
}

// ForInputs returns the table as a page of so many inputs proposes it: with two, the
// first three columns of numbers are x1, x2 and y, whatever they are called.
func (t Table) ForInputs(inputs int) Table {
	choices := t.Choices()
	if inputs < 2 || t.Question != nil || t.X2 >= 0 || len(choices) < 3 || slices.ContainsFunc(choices, func(i int) bool { return t.Columns[i].Index }) {
		return t
	}
	t.X, t.X2, t.Y = choices[0], choices[1], choices[2]
	t.Chosen = len(choices) == 3
	return t
}

// checkChosen reports why the columns that alone can be meant give no points.
func (t *Table) checkChosen(g *grid) *experiment.Problem {
	if !t.Chosen {
		return nil
	}
	for _, i := range t.inUse(t.X, t.X2, t.Y) {
		if p := t.Columns[i].problem(g); p != nil {
			return p
		}
	}
	_, left, p := t.Points(t.X, t.X2, t.Y)
	if p != nil && left > 0 {
		return t.missing(g)
	}
	return p
}
