package experiment

import (
	"strings"
	"unicode"
)

// readTable reads a table with a point in each row, or with two rows.
// The delimiter is 0 where the rows have to tell it.
func readTable(text string, delimiter byte) ([]Point, *Problem) {
	rows, p := readRows(text, delimiter)
	if p != nil {
		return nil, p
	}
	if len(rows) == 0 {
		return nil, nil
	}
	switch {
	case len(rows) == 1 && len(rows[0].cells) > 2:
		return readLonelyRow(rows[0])
	case len(rows) == 2 && len(rows[0].cells) > 2 && len(rows[1].cells) > 2:
		return readTwoRows(rows)
	}
	return readColumns(rows)
}

// readColumns reads a point in each row.
func readColumns(rows []row) ([]Point, *Problem) {
	if p := checkWidths(rows); p != nil {
		return nil, p
	}
	var header []string
	if len(rows) > 1 && isHeader(rows[0].cells) {
		header, rows = rows[0].cells, rows[1:]
	}
	grammar, p := findGrammar(rows)
	if p != nil {
		return nil, p
	}
	points := make([]Point, 0, len(rows))
	for _, row := range rows {
		values, p := readCells(row, 0, grammar)
		if p != nil {
			return nil, p
		}
		if len(values) == 1 {
			return nil, missing("x", len(rows))
		}
		points = append(points, Point{X: values[0], Y: values[1]})
	}
	if len(header) == 2 && axisOf(header[0]) == "y" && axisOf(header[1]) == "x" {
		for i, p := range points {
			points[i] = Point{X: p.Y, Y: p.X}
		}
	}
	return points, nil
}

// checkWidths reports a cell beyond x and y, and a row of one cell where others
// have two.
func checkWidths(rows []row) *Problem {
	widest := 0
	for _, row := range rows {
		if len(row.cells) > 2 {
			return problem("extra_cell", "text", quote(row.cells[2])).at(row.line, 3)
		}
		widest = max(widest, len(row.cells))
	}
	for _, row := range rows {
		if len(row.cells) < widest {
			return problem("missing_cell", "text", quote(row.cells[0])).at(row.line, 2)
		}
	}
	return nil
}

// isHeader reports whether every cell is a name, which a missing value such as
// nan is not.
func isHeader(cells []string) bool {
	for _, cell := range cells {
		if !strings.ContainsFunc(cell, unicode.IsLetter) || isNumber(cell) || sheetError(cell) {
			return false
		}
		switch strings.ToLower(cell) {
		case "nan", "na", "n/a", "inf", "-inf", "+inf", "infinity", "-infinity", "null", "none":
			return false
		}
	}
	return true
}

// readTwoRows reads a row of xs and a row of ys, each with or without its name.
func readTwoRows(rows []row) ([]Point, *Problem) {
	skip := 0
	first, second := rows[0].cells[0], rows[1].cells[0]
	if isHeader([]string{first, second}) {
		skip = 1
	}
	grammar, p := findGrammar(rows)
	if p != nil {
		return nil, p
	}
	xs, p := readCells(rows[0], skip, grammar)
	if p != nil {
		return nil, p
	}
	ys, p := readCells(rows[1], skip, grammar)
	if p != nil {
		return nil, p
	}
	if axisOf(first) == "y" && axisOf(second) == "x" {
		xs, ys = ys, xs
	}
	return zip(xs, ys)
}

// readLonelyRow says what is wrong with a single row of more than two cells: a
// cell that is no number, or else the second row that is missing.
func readLonelyRow(r row) ([]Point, *Problem) {
	grammar, p := findGrammar([]row{r})
	if p != nil {
		return nil, p
	}
	values, p := readCells(r, 0, grammar)
	if p != nil {
		return nil, p
	}
	return nil, missing("x", len(values))
}

// readCells reads the cells of a row as numbers, without the first few.
func readCells(r row, skip int, grammar grammar) ([]float64, *Problem) {
	values := make([]float64, 0, len(r.cells)-skip)
	for i, cell := range r.cells[skip:] {
		v, p := grammar(cell)
		if p != nil {
			return nil, p.at(r.line, skip+i+1)
		}
		values = append(values, v)
	}
	return values, nil
}

// findGrammar returns how the numbers of a table are to be read, from the whole
// of it: a comma is a decimal comma if no number has a point, and if one of
// them cannot be a comma between thousands.
func findGrammar(rows []row) (grammar, *Problem) {
	var mark byte
	var doubtful *Problem
	decided := false
	for _, row := range rows {
		for i, cell := range row.cells {
			n, ok := scanNumber(plainCharacters(cell))
			if !ok || n.mark == 0 {
				continue
			}
			if mark != 0 && mark != n.mark {
				return nil, problem("mixed_decimals", "text", quote(cell)).at(row.line, i+1)
			}
			mark = n.mark
			if !n.ambiguous() {
				decided = true
			} else if doubtful == nil {
				doubtful = n.ambiguity(cell).at(row.line, i+1)
			}
		}
	}
	if doubtful != nil && !decided {
		return nil, doubtful
	}
	return parseCell, nil
}

// parseCell is the grammar of a cell: as typed, with point or comma.
func parseCell(text string) (float64, *Problem) {
	if text == "" {
		return 0, problem("number_missing")
	}
	n, ok := scanNumber(plainCharacters(text))
	if !ok {
		return 0, notANumber(text)
	}
	return n.value(text)
}

// isNumber reports whether a cell can be read.
func isNumber(cell string) bool {
	_, ok := scanNumber(plainCharacters(cell))
	return ok
}
