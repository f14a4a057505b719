package paste

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

// maxNames is how many rows of names a table may begin with.
const maxNames = 3

// findNames counts the rows of names.
func (g *grid) findNames() {
	if g.names >= 0 {
		return
	}
	g.names = 0
	for g.names < maxNames && g.names+1 < len(g.rows) && (isNames(g.rows[g.names]) || g.names == 0 && g.numberedNames()) {
		g.names++
	}
	if g.names == 0 || g.numericBelow(g.names) {
		return
	}
	g.names = 0
}

// isNames reports whether a row has names and no number.
func isNames(row []cell) bool {
	names := 0
	for _, c := range row {
		switch {
		case looksNumeric(c):
			return false
		case strings.TrimSpace(c.text) != "" && isMissingMark(c.text):
			return false // nan is a value that is missing
		case isSheetError(c.text):
			return false
		case strings.TrimSpace(c.text) != "":
			names++
		}
	}
	return names > 0
}

// numberedNames reports whether the first row has names of which some end with a number,
// as Quiz 1 and Quiz 2 do: the word before it stands in no row below.
func (g *grid) numberedNames() bool {
	numbered := 0
	for i, c := range g.rows[0] {
		f, ok := scanFigure(c.text)
		if !ok {
			if isMissingMark(c.text) && strings.TrimSpace(c.text) != "" || isSheetError(c.text) {
				return false
			}
			continue
		}
		if !strings.ContainsFunc(f.before, unicode.IsLetter) || isCurrency(f.before) {
			return false
		}
		numbered++
		below := 0
		for _, row := range g.rows[1:] {
			if i >= len(row) {
				continue
			}
			if other, ok := scanFigure(row[i].text); ok {
				below++
				if other.before != "" {
					return false
				}
			}
		}
		if below == 0 {
			return false
		}
	}
	return numbered > 0 && len(g.rows) > 2
}

// cutRepeatedNames leaves out rows below the names that are the same names, as where
// tables were put together or printed on several pages.
func (g *grid) cutRepeatedNames() {
	if g.names < 1 || len(g.rows) == 0 {
		return
	}
	names := texts(g.rows[0])
	if len(names) < 2 || strings.Join(names, "") == "" {
		return
	}
	rows := make([][]cell, 0, len(g.rows))
	rows = append(rows, g.rows[:g.names]...)
	for _, row := range g.rows[g.names:] {
		if !slices.Equal(texts(row), names) {
			rows = append(rows, row)
		}
	}
	if len(rows) < len(g.rows) {
		g.notes = append(g.notes, experiment.NewProblem("names_again", "count", strconv.Itoa(len(g.rows)-len(rows))))
		g.rows = rows
	}
}

func isSheetError(s string) bool {
	return strings.HasPrefix(s, "#") && isMissingMark(s) && len(s) > 1
}

// nameOf joins the names over a column: "Time" and "(s)" are "Time (s)".
func (g *grid) nameOf(column int) string {
	var parts []string
	for _, row := range g.rows[:g.names] {
		if column < len(row) {
			if name := experiment.Trim(row[column].text); name != "" && (len(parts) == 0 || parts[len(parts)-1] != name) {
				parts = append(parts, name)
			}
		}
	}
	return strings.Join(parts, " ")
}

// alignNames mends rows of names that are shorter or longer than those of numbers.
// Printed frames of pandas and R have no name over the rows' numbers.
func (g *grid) alignNames() {
	if g.names == 0 || g.names == len(g.rows) {
		return
	}
	body := grid{rows: g.rows[g.names:]}
	width := body.width()
	for i, row := range g.rows[:g.names] {
		switch {
		case len(row) == width:
		case len(row) == width-1 && i == 0 && !g.indexed:
			g.indexed = true
			g.rows[i] = append([]cell{{at: -1}}, row...)
		case len(row) == width-1 && g.indexed:
			g.rows[i] = append([]cell{{at: -1}}, row...)
		case len(row) < width:
			if i > 0 && len(row) == 1 { // the index's own name, in a line below
				g.rows[i] = nil
			}
		default:
			g.rows[i] = nil // names with spaces: which is which, nobody knows
		}
	}
}
