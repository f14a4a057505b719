package paste

import (
	"math"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

// Kind is what the cells of a column are.
type Kind int

// The kinds of columns.
const (
	Numbers Kind = iota
	Dates
	Words
	Blank
)

// A Column is one column of a table: its name, and its cells as they were written and
// as numbers.
type Column struct {
	Name string
	Kind Kind
	// Index is set when the numbers only count the rows.
	Index bool
	// Classes are the words of a column of words that are classes, in alphabetical order:
	// each row has the number of its own as its value. Those of a column of numbers that
	// was written as yes and no are no and yes. It is nil for other columns.
	Classes []string
	// Unit is what stands beside each number, and is left out: "$", "cm".
	Unit string

	at     int // its place among the columns
	cells  []cell
	values []float64
	fates  []fate
	bad    int    // the first cell that is no number, -1 for none
	oddity string // the code of the problem with it
	marks  marks
}

// marks are what the numbers of a column tell of their notation.
type marks struct {
	point, comma bool // all can be read so
	decided      int  // the first that can be read but one way, -1 for none
	doubt        int  // a cell that is one number with a point, another with a comma; -1 for none
	comma3       bool // the doubtful ones have a comma
	long         bool // a number of three digits and more has no mark
	zeros        bool // all doubtful ones end with a zero
	firstOdd     int  // the first cell that cannot be read as those before it
	percent      int  // a cell in percent, -1 for none
	factor       int  // a cell with a letter for thousands, -1 for none
	allFactor    bool
}

// newColumn looks at the cells of a column.
func newColumn(g *grid, at int, tick func()) *Column {
	c := &Column{Name: g.nameOf(at), at: at, bad: -1}
	body := g.rows[g.names:]
	c.cells = make([]cell, len(body))
	for i, row := range body {
		c.cells[i].at = -1
		if at < len(row) {
			c.cells[i] = row[at]
		}
	}
	c.look(tick)
	return c
}

// look finds the kind of the column and the notation of its numbers.
func (c *Column) look(tick func()) {
	c.marks = marks{point: true, comma: true, zeros: true, allFactor: true, decided: -1, doubt: -1, firstOdd: -1, percent: -1, factor: -1}
	c.fates, c.Classes = make([]fate, len(c.cells)), nil
	numbers, dates, words := 0, 0, 0
	var before, after tally
	for i, cell := range c.cells {
		tick()
		f, ok := scanFigure(cell.text)
		switch {
		case ok:
			numbers++
			c.notation(i, f)
			if f.beside != "" && !strings.Contains(c.Unit, f.beside) {
				c.Unit = strings.TrimSpace(c.Unit + " " + f.beside)
			}
			before.add(f.before, i)
			after.add(f.after, i)
		case isMissingMark(cell.text):
			c.fates[i] = isMissing
		default:
			if c.fates[i] = isWord; c.bad < 0 {
				c.bad, c.oddity = i, "not_a_number"
			}
			if isDate(strings.TrimSpace(plainCharacters(cell.text))) {
				dates++
			} else {
				words++
			}
		}
	}
	switch {
	case numbers > 0 && 2*numbers >= numbers+dates+words:
		c.Kind = Numbers
	case dates > 0 && dates >= words:
		c.Kind = Dates
	case words > 0:
		c.Kind = Words
	default:
		c.Kind = Blank
	}
	if c.Kind == Words && numbers == 0 {
		c.findClasses()
	}
	if c.Kind == Numbers {
		c.checkUnits(before, numbers)
		if thousands(after.name) == 0 {
			c.checkUnits(after, numbers)
		}
	}
}

// notation notes how a number is written.
func (c *Column) notation(i int, f figure) {
	m := &c.marks
	_, point := f.digits('.')
	_, comma := f.digits(',')
	if was := m.point || m.comma; was && (!m.point || !point) && (!m.comma || !comma) {
		m.firstOdd = i
	}
	if m.point, m.comma = m.point && point, m.comma && comma; point != comma && m.decided < 0 {
		m.decided = i
	}
	if f.doubtful() {
		if m.doubt < 0 {
			m.doubt, m.comma3 = i, strings.Contains(f.body, ",")
		}
		m.zeros = m.zeros && strings.HasSuffix(f.body, "0")
	} else if len(f.body) >= 3 && plainDigits(f.body) {
		m.long = true
	}
	if f.after == "%" && m.percent < 0 {
		m.percent = i
	}
	if f.attached && thousands(f.after) != 0 {
		if m.factor < 0 {
			m.factor = i
		}
	} else {
		m.allFactor = false
	}
}

// A tally counts the units beside the numbers of a column.
type tally struct {
	name        string // the first that is none
	count, none int
	first       int // where the first stands
	other       int // where another stands, -1 for none
}

func (t *tally) add(name string, at int) {
	switch {
	case name == "":
		t.none++
	case t.count == 0:
		t.name, t.count, t.first, t.other = name, 1, at, -1
	case name == t.name:
		t.count++
	case t.other < 0 && thousands(name) == 0:
		t.other = at
	}
}

// checkUnits accepts a unit that all numbers have, or the first, or the money of a bill,
// where some lines go without it. Another one is another quantity.
func (c *Column) checkUnits(t tally, numbers int) {
	if t.count == 0 {
		return
	}
	mark := func(at int, code string) {
		if c.bad < 0 || at <= c.bad {
			c.bad, c.oddity = at, code
		}
		c.fates[at] = isWord
	}
	switch {
	case t.other >= 0:
		mark(t.other, "unit_differs")
	case t.none > 0 && t.first > 0 && !strings.ContainsFunc(t.name, func(r rune) bool { return unicode.In(r, unicode.Sc) }) && !isCurrency(t.name) && 2*t.count < numbers:
		mark(t.first, "not_a_number")
	case t.none > 0 && t.name == "%":
		mark(t.first, "unit_differs")
	default:
		c.Unit = strings.TrimSpace(c.Unit + " " + t.name)
	}
}

// settle makes the cells numbers, with a decimal mark and the learner's answers.
func (c *Column) settle(decimal byte, answers answers, tick func()) {
	c.values = make([]float64, len(c.cells))
	for i, cell := range c.cells {
		tick()
		if c.fates[i] != isNumber {
			continue
		}
		f, _ := scanFigure(cell.text)
		c.values[i], c.fates[i] = f.value(decimal)
		if c.fates[i] != isNumber {
			if c.bad < 0 || i < c.bad {
				c.bad, c.oddity = i, map[fate]string{isTooLarge: "out_of_range", isOtherwise: "mixed_decimals"}[c.fates[i]]
			}
			continue
		}
		switch {
		case f.after == "%" && answers.percent == 2:
			c.values[i] = decimalOf(c.values[i] / 100)
		case f.attached && thousands(f.after) != 0 && (answers.factor != 2 || !c.marks.allFactor):
			if c.values[i] = decimalOf(c.values[i] * thousands(f.after)); math.Abs(c.values[i]) > experiment.MaxAbs {
				c.fates[i], c.bad, c.oddity = isTooLarge, i, "out_of_range"
			}
		}
	}
}

// problem is what is wrong with the first cell that is no number; nil for none.
func (c *Column) problem(g *grid) *experiment.Problem {
	if c.bad < 0 {
		return nil
	}
	cell := c.cells[c.bad]
	line, column := g.place(cell, c.at)
	text := experiment.Quote(experiment.Trim(cell.text))
	switch c.oddity {
	case "out_of_range":
		return experiment.OutOfRange(text).At(line, column)
	case "not_a_number":
		plain := strings.TrimSpace(plainCharacters(cell.text))
		if isTime(plain) {
			return experiment.NewProblem("time_no_number", "text", text).At(line, column)
		}
		if isDate(plain) {
			return experiment.NewProblem("date_no_number", "text", text).At(line, column)
		}
	}
	return experiment.NewProblem(c.oddity, "text", text).At(line, column)
}

// counts reports whether the numbers only count the rows, from 0 or from 1.
func (c *Column) counts() bool {
	if c.Kind != Numbers || len(c.values) < 2 || c.values[0] != 0 && c.values[0] != 1 {
		return false
	}
	for i, v := range c.values {
		if c.fates[i] != isNumber || v != c.values[0]+float64(i) {
			return false
		}
	}
	return true
}

// Has reports whether a row has a number there.
func (c *Column) Has(row int) bool { return c.fates[row] == isNumber }

// Cell is a cell of the column as it was written.
func (c *Column) Cell(row int) string { return experiment.Trim(c.cells[row].text) }

// indexNames are the names of columns that count rows.
func isIndexName(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	switch name {
	case "index", "idx", "id", "no", "no.", "nr", "nr.", "#", "row", "rownames", "row.names", "번호", "순번", "№":
		return true
	}
	return strings.HasPrefix(name, "unnamed")
}
