package paste

import (
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
)

// A Table is what was read: columns, of which two become x and y, or three x1, x2 and
// y. It is never changed: an answer makes another one.
type Table struct {
	Columns []*Column
	// Rows is how many rows of numbers there are.
	Rows int
	// X and Y are the columns that are proposed, -1 for none.
	X, Y int
	// X2 is the column of the second input, -1 where there is one input.
	X2 int
	// Notes say what of the text is left out.
	Notes []*experiment.Problem
	// Question is what has to be known first, nil for nothing.
	Question *Question
	// Chosen is set when X and Y are all that can be meant, so that nobody need be asked.
	Chosen bool

	grid    grid
	answers answers
	// readings are the tables that the two answers give, where each is another grid.
	readings *[2]Table
}

// newTable reads a grid.
func newTable(g grid, a answers, tick func()) (Table, *experiment.Problem) {
	g.notes = slices.Clone(g.notes)
	t := Table{grid: g, answers: a, X: -1, X2: -1, Y: -1}
	work := g
	work.rows = slices.Clone(g.rows)
	p := t.read(&work, tick)
	t.Notes = work.notes
	if t.Question != nil {
		p = nil // what is wrong may be so with one of the readings alone
	}
	return t, p
}

func (t *Table) read(g *grid, tick func()) (p *experiment.Problem) {
	g.cutTitle()
	g.findNames()
	if t.Question, p = g.orient(t.answers); t.Question != nil || p != nil {
		return p
	}
	if t.Question = g.headingQuestion(t.answers); t.Question != nil {
		return nil
	}
	g.alignNames()
	g.cutRepeatedNames()
	body := grid{rows: g.rows[g.names:]}
	width := body.width()
	if len(body.rows) == 0 {
		width = 0
	}
	if p := g.checkWidths(width); p != nil {
		return p
	}
	if width > maxColumns {
		return experiment.NewProblem("too_many_columns", "count", strconv.Itoa(width), "max", strconv.Itoa(maxColumns))
	}
	g.thin(experiment.MaxPoints)
	t.Rows = len(g.rows) - g.names
	for i := range width {
		c := newColumn(g, i, tick)
		if c.Kind == Words {
			if yes, no, ok := c.readTruths(); ok {
				c.bad, c.oddity = -1, ""
				c.look(tick)
				c.Classes = []string{no, yes}
				g.notes = append(g.notes, experiment.NewProblem("truths_read", "yes", experiment.Quote(yes), "no", experiment.Quote(no)))
			}
		}
		t.Columns = append(t.Columns, c)
	}
	if p := t.settle(g, tick); t.Question != nil || p != nil {
		return p
	}
	t.findIndex(g)
	p = t.choose(g)
	if p == nil {
		t.tellOthers(g)
	}
	return p
}

// tellOthers tells of columns without numbers that are left out though the table is
// settled: days, and words.
func (t *Table) tellOthers(g *grid) {
	if !t.Chosen {
		return // the learner sees them, and chooses
	}
	for i, c := range t.Columns {
		if i == t.X || i == t.Y || i == t.X2 || c.Index || c.Kind != Dates && c.Kind != Words {
			continue
		}
		name := c.Name
		if name == "" && len(c.cells) > 0 {
			name = c.cells[0].text
		}
		g.notes = append(g.notes, experiment.NewProblem("column_left_out", "text", experiment.Quote(name)))
	}
}

// hasWords reports whether a column without a name has words, the same in each row: gives.
func (t *Table) hasWords() bool {
	return slices.ContainsFunc(t.Columns, func(c *Column) bool {
		return c.Kind == Words && c.Name == "" && !slices.ContainsFunc(c.cells, func(other cell) bool { return other.text != c.cells[0].text })
	})
}

// settle finds the notation of each column, or asks for it.
func (t *Table) settle(g *grid, tick func()) *experiment.Problem {
	point, comma := g.decimal == '.', false
	for _, c := range t.Columns {
		if c.Kind == Numbers {
			point = point || c.marks.point && !c.marks.comma
			comma = comma || c.marks.comma && !c.marks.point
			if point && comma && c.marks.decided >= 0 && c.bad < 0 { // 1.5 in one column, 2,5 in another
				c.bad, c.oddity = c.marks.decided, "mixed_decimals"
			}
		}
	}
	for _, c := range t.Columns {
		if c.Kind != Numbers {
			continue
		}
		decimal := byte('.')
		switch m := c.marks; {
		case g.decimal != 0:
			decimal = g.decimal
		case !m.point && m.comma:
			decimal = ','
		case m.point && !m.comma:
		case !m.point:
			if c.bad < 0 || m.firstOdd < c.bad {
				c.bad, c.oddity = m.firstOdd, "mixed_decimals"
			}
		case m.doubt < 0:
		case point != comma:
			if comma {
				decimal = ','
			}
		case t.answers.decimal == 0:
			if !m.comma3 && !m.zeros && !m.long && g.delimiter != ';' || !m.comma3 && g.delimiter != ';' && g.delimiter != '\t' && !m.long {
				break // 1.234, 2.345: decimals of a program
			}
			t.ask(c, DecimalQuestion, m.doubt, func(a answers) string { return c.shown(a, tick) })
			return nil
		case t.answers.decimal == 2:
			decimal = ','
		}
		if m := c.marks; m.percent >= 0 && c.bad < 0 && t.answers.percent == 0 {
			t.ask(c, PercentQuestion, m.percent, func(a answers) string { return c.shownWith(decimal, a, tick) })
			return nil
		}
		if m := c.marks; m.factor >= 0 && m.allFactor && t.answers.factor == 0 {
			t.ask(c, FactorQuestion, m.factor, func(a answers) string { return c.shownWith(decimal, a, tick) })
			return nil
		}
		c.settle(decimal, t.answers, tick)
	}
	return nil
}

// findIndex finds the column that only counts the rows, where others are left.
func (t *Table) findIndex(g *grid) {
	if len(t.Columns) == 0 {
		return
	}
	first := t.Columns[0]
	rest, others := 0, 0
	for _, c := range t.Columns[1:] {
		if c.Kind == Numbers {
			rest++
		}
		if c.Name != "" {
			others++
		}
	}
	named := others > 0 && first.Name == "" || isIndexName(first.Name)
	first.Index = g.indexed || rest >= 2 && first.counts() && (named || first.Name == "")
	if first.Index && !g.indexed && !named {
		return // perhaps it is x after all: the learner sees it
	}
	if first.Index && rest >= 1 {
		first.Kind = Blank
		g.notes = append(g.notes, experiment.NewProblem("index_left_out"))
	}
}

// inUse are the columns of x, x2 where there is one, and y.
func (t *Table) inUse(x, x2, y int) []int {
	if x2 < 0 {
		return []int{x, y}
	}
	return []int{x, x2, y}
}

// missing is the problem of the first number that is missing.
func (t *Table) missing(g *grid) *experiment.Problem {
	for row := range t.Rows {
		for _, i := range t.inUse(t.X, t.X2, t.Y) {
			c := t.Columns[i]
			if c.Has(row) {
				continue
			}
			line, column := g.place(c.cells[row], c.at)
			if text := c.Cell(row); text != "" {
				return experiment.NewProblem("not_a_number", "text", experiment.Quote(text)).At(line, column)
			}
			return experiment.NewProblem("number_missing").At(line, column)
		}
	}
	return experiment.CheckPoints(nil)
}

// tooFew says why there are no two columns of numbers.
func (t *Table) tooFew(g *grid, choices []int) *experiment.Problem {
	for _, c := range t.Columns {
		switch {
		case c.Kind == Dates && len(choices) == 1 && len(t.Columns) > 1:
			return c.problem(g)
		case c.Kind == Words && (len(choices) == 0 || len(t.Columns) == 2):
			return c.problem(g)
		case c.Kind == Blank && len(t.Columns) == 2 && !c.Index && len(c.cells) > 0:
			line, column := g.place(c.cells[0], c.at)
			return experiment.NewProblem("number_missing").At(line, column)
		}
	}
	if len(choices) == 1 {
		c := t.Columns[choices[0]]
		if p := c.problem(g); p != nil {
			return p
		}
		have := "x"
		if axisOf(c.Name) == "y" {
			have = "y"
		}
		return experiment.MissingValues(have, t.Rows)
	}
	return experiment.CheckPoints(nil)
}

// Points returns the points of the columns x, x2 (-1 where there is one input) and y,
// and how many rows are left out because one of their numbers is missing.
func (t Table) Points(x, x2, y int) (points []experiment.Point, left int, p *experiment.Problem) {
	used := t.inUse(x, x2, y)
	for _, i := range used {
		if i < 0 || i >= len(t.Columns) || t.Question != nil {
			return nil, 0, experiment.CheckPoints(nil)
		}
		if p := t.Columns[i].problem(&t.grid); p != nil {
			return nil, 0, p
		}
	}
	points = make([]experiment.Point, 0, t.Rows)
	for row := range t.Rows {
		if slices.ContainsFunc(used, func(i int) bool { return !t.Columns[i].Has(row) }) {
			left++
			continue
		}
		point := experiment.Point{Y: t.Columns[y].values[row]}
		for input, i := range used[:len(used)-1] {
			point.X[input] = t.Columns[i].values[row]
		}
		points = append(points, point)
	}
	if p := experiment.CheckPoints(points); p != nil {
		return nil, left, p
	}
	return points, left, nil
}

// Settled reports whether the proposed points are all that can be meant and nothing is
// left out that might have been one.
func (t Table) Settled() bool {
	if t.Question != nil || !t.Chosen {
		return false
	}
	for _, note := range t.Notes {
		switch note.Code {
		case "index_left_out", "title_left_out", "around_left_out", "names_again", "column_left_out", "units_left_out":
		default:
			return false
		}
	}
	_, left, p := t.Points(t.X, t.X2, t.Y)
	return left == 0 && p == nil
}
