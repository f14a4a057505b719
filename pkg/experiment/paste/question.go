package paste

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

// The kinds of questions: what a comma or a point between digits is, what 5% is, what
// 1.2k is, whether rows or columns are x and y, whether the first row is names, whether a
// hyphen before each line marks it or is a sign.
const (
	DecimalQuestion = "decimal"
	PercentQuestion = "percent"
	FactorQuestion  = "factor"
	RowsQuestion    = "rows"
	HeadingQuestion = "heading"
	HyphenQuestion  = "hyphen"
)

// A Question is a notation that two readers read differently.
type Question struct {
	Kind string
	// Column is the name of the column it is about, "" for none.
	Column string
	// Text is what was written, Readings what it gives the one way and the other.
	Text     string
	Readings [2]string
}

// answers are what the learner said: 0 for nothing yet, 1 and 2 for the readings.
type answers struct{ decimal, percent, factor, rows, heading int }

// shownNumbers is how many numbers a reading shows.
const shownNumbers = 4

// ask makes a question about a column. The first reading is that of answer 1.
func (t *Table) ask(c *Column, kind string, at int, shown func(answers) string) {
	q := &Question{Kind: kind, Column: c.Name, Text: experiment.Quote(c.Cell(at))}
	for i := range q.Readings {
		q.Readings[i] = shown(t.answers.with(kind, i+1))
	}
	t.Question = q
}

func (a answers) with(kind string, answer int) answers {
	switch kind {
	case DecimalQuestion:
		a.decimal = answer
	case PercentQuestion:
		a.percent = answer
	case FactorQuestion:
		a.factor = answer
	case RowsQuestion:
		a.rows = answer
	case HeadingQuestion:
		a.heading = answer
	}
	return a
}

// shown are the first numbers of a column as an answer reads them.
func (c *Column) shown(a answers, tick func()) string {
	decimal := byte('.')
	if a.decimal == 2 {
		decimal = ','
	}
	return c.shownWith(decimal, a, tick)
}

func (c *Column) shownWith(decimal byte, a answers, tick func()) string {
	first := *c
	from := 0
	if c.marks.doubt >= shownNumbers {
		from = c.marks.doubt
	}
	first.cells = c.cells[from:min(len(c.cells), from+shownNumbers)]
	first.fates = slices.Clone(c.fates[from : from+len(first.cells)])
	first.settle(decimal, a, tick)
	var numbers []string
	for i, v := range first.values {
		if first.fates[i] == isNumber {
			numbers = append(numbers, experiment.FormatNumber(v))
		}
	}
	if from+len(first.cells) < len(c.cells) {
		numbers = append(numbers, "…")
	}
	return strings.Join(numbers, ", ")
}

// Answered returns the table as the learner's answer to its question, 0 or 1, reads it.
func (t Table) Answered(answer int) (Table, *experiment.Problem) {
	if t.Question == nil || answer < 0 || answer > 1 {
		return t, nil
	}
	if t.readings != nil {
		return t.readings[answer], nil
	}
	return newTable(t.grid, t.answers.with(t.Question.Kind, answer+1), func() {})
}
