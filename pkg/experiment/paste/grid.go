package paste

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// A cell is a piece of the text that may be a number.
type cell struct {
	text string
	at   int // its offset in the grid's text, -1 for a cell that stands nowhere
}

// A grid is what every form is read as first: rows of cells, of which nobody knows yet
// which are names, which numbers, and which way they run.
type grid struct {
	text string // as the offsets count it
	rows [][]cell
	// delimiter stands between the cells: a byte, or 0 where the form has none.
	delimiter byte
	// decimal is the decimal mark where the form has but one, as programs do, else 0.
	decimal byte
	// names is how many rows of names it begins with, -1 where the cells have to tell.
	names int
	// indexed is set when the first column is known to number the rows.
	indexed bool
	// upright is set when each row is known to be a point.
	upright bool
	// byCharacter is set when places are told in characters and not in cells.
	byCharacter bool
	// notes say what of the text is no part of the grid.
	notes []*experiment.Problem
}

// place returns where a cell is: its line, and the number of the cell in its row or
// of its first character in the line.
func (g *grid) place(c cell, column int) (line, at int) {
	if c.at < 0 || c.at > len(g.text) {
		return 0, 0
	}
	before := g.text[:c.at]
	line = strings.Count(before, "\n") + 1
	if g.byCharacter {
		return line, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	}
	return line, column + 1
}

// width is the most common length of the rows, the earlier of two.
func (g *grid) width() int {
	counts := map[int]int{}
	for _, row := range g.rows {
		counts[len(row)]++
	}
	best := 0
	for _, row := range g.rows {
		if counts[len(row)] > counts[best] {
			best = len(row)
		}
	}
	return best
}

// looksNumeric reports whether a cell is a number.
func looksNumeric(c cell) bool {
	_, ok := scanFigure(c.text)
	return ok
}

// looksLikeName reports whether a cell is neither a number nor a date nor the sign of a
// missing one.
func looksLikeName(c cell) bool {
	return !looksNumeric(c) && !isMissingMark(c.text) && !isDate(strings.TrimSpace(c.text)) && strings.ContainsFunc(c.text, unicode.IsLetter)
}

// cutTitle leaves out lines of words above a table: they are one cell where the others
// are more.
func (g *grid) cutTitle() {
	if g.names >= 0 || len(g.rows) < 2 || len(g.rows[len(g.rows)-1]) < 2 {
		return
	}
	for len(g.rows) > 2 && isMerged(g.rows[0]) && isNames(g.rows[1]) { // 2023 above the names
		at := slices.IndexFunc(g.rows[0], func(c cell) bool { return c.text != "" })
		g.notes = append(g.notes, experiment.NewProblem("title_left_out", "text", experiment.Quote(g.rows[0][at].text)))
		g.rows = g.rows[1:]
	}
	for len(g.rows) > 1 && len(g.rows[0]) == 1 && looksLikeName(g.rows[0][0]) {
		g.notes = append(g.notes, experiment.NewProblem("title_left_out", "text", experiment.Quote(g.rows[0][0].text)))
		g.rows = g.rows[1:]
	}
}

// isMerged reports whether of several cells one alone has something, and that a number.
func isMerged(row []cell) bool {
	full, number := 0, false
	for _, c := range row {
		if c.text != "" {
			full++
			number = looksNumeric(c)
		}
	}
	return len(row) > 1 && full == 1 && number
}

// cutEmptyColumns leaves out the columns before the first cell that is not empty: a
// table need not begin in the first.
func (g *grid) cutEmptyColumns() {
	empty := maxColumns * 4
	for _, row := range g.rows {
		for i, c := range row {
			if strings.TrimSpace(c.text) != "" {
				empty = min(empty, i)
				break
			}
		}
	}
	kept := g.rows[:0]
	for _, row := range g.rows {
		if row = row[min(empty, len(row)):]; len(row) > 0 {
			kept = append(kept, row)
		}
	}
	g.rows = kept
}

// numericBelow reports whether the rows from one on have a number.
func (g *grid) numericBelow(from int) bool {
	for _, row := range g.rows[from:] {
		for _, c := range row {
			if looksNumeric(c) {
				return true
			}
		}
	}
	return false
}

// checkWidths reports a cell beyond those of the other rows, and one that is missing
// where there are but two.
func (g *grid) checkWidths(width int) *experiment.Problem {
	for _, row := range g.rows[g.names:] {
		switch {
		case len(row) > width:
			line, column := g.place(row[width], width)
			return experiment.NewProblem("extra_cell", "text", experiment.Quote(row[width].text), "count", strconv.Itoa(width)).At(line, column)
		case len(row) < width && width == 2:
			alone := cell{at: -1}
			if len(row) > 0 {
				alone = row[0]
			}
			line, column := g.place(alone, 1)
			return experiment.NewProblem("missing_cell", "text", experiment.Quote(alone.text)).At(line, column)
		}
	}
	return nil
}

// transpose makes rows of columns.
func (g *grid) transpose() {
	width := 0
	for _, row := range g.rows {
		width = max(width, len(row))
	}
	turned := make([][]cell, width)
	for i := range turned {
		turned[i] = make([]cell, len(g.rows))
		for j, row := range g.rows {
			turned[i][j].at = -1
			if i < len(row) {
				turned[i][j] = row[i]
			}
		}
	}
	g.rows = turned
}

// thin keeps at most so many rows of numbers, evenly spaced, and says so.
func (g *grid) thin(most int) {
	body := g.rows[g.names:]
	if len(body) <= most {
		return
	}
	kept := make([][]cell, 0, g.names+most)
	kept = append(kept, g.rows[:g.names]...)
	for i := range most {
		kept = append(kept, body[i*len(body)/most])
	}
	g.notes = append(g.notes, experiment.NewProblem("rows_thinned", "count", strconv.Itoa(len(body)), "max", strconv.Itoa(most)))
	g.rows = kept
}
