package paste

import (
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

// readTable reads a table with a point in each row, or with two rows.
// The delimiter is 0 where the rows have to tell it.
func readTable(text string, delimiter byte, tick func()) ([]experiment.Point, *experiment.Problem) {
	rows, p := readRows(text, delimiter, tick)
	if p != nil {
		return nil, p
	}
	if len(rows) == 0 {
		return nil, nil
	}
	switch {
	case len(rows) == 1 && len(rows[0].cells) > 2:
		return readLonelyRow(rows[0], tick)
	case len(rows) == 2 && len(rows[0].cells) > 2 && len(rows[1].cells) > 2:
		return readTwoRows(rows, tick)
	}
	return readColumns(rows, tick)
}

// readColumns reads a point in each row.
func readColumns(rows []row, tick func()) ([]experiment.Point, *experiment.Problem) {
	if p := checkWidths(rows); p != nil {
		return nil, p
	}
	var header []string
	if len(rows) > 1 && isHeader(rows[0].cells) {
		header, rows = rows[0].cells, rows[1:]
	}
	if p := checkDecimals(rows, tick); p != nil {
		return nil, p
	}
	points := make([]experiment.Point, 0, len(rows))
	for _, row := range rows {
		values, p := readCells(row, 0, tick)
		if p != nil {
			return nil, p
		}
		if len(values) == 1 {
			return nil, experiment.MissingValues("x", len(rows))
		}
		points = append(points, experiment.Point{X: values[0], Y: values[1]})
	}
	if len(header) == 2 && axisOf(header[0]) == "y" && axisOf(header[1]) == "x" {
		for i, p := range points {
			points[i] = experiment.Point{X: p.Y, Y: p.X}
		}
	}
	return points, nil
}

// checkWidths reports a cell beyond x and y, and a row of one cell where others
// have two.
func checkWidths(rows []row) *experiment.Problem {
	widest := 0
	for _, row := range rows {
		if len(row.cells) > 2 {
			return experiment.NewProblem("extra_cell", "text", experiment.Quote(row.cells[2])).At(row.line, 3)
		}
		widest = max(widest, len(row.cells))
	}
	for _, row := range rows {
		if len(row.cells) < widest {
			return experiment.NewProblem("missing_cell", "text", experiment.Quote(row.cells[0])).At(row.line, 2)
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
func readTwoRows(rows []row, tick func()) ([]experiment.Point, *experiment.Problem) {
	skip := 0
	first, second := rows[0].cells[0], rows[1].cells[0]
	if isHeader([]string{first, second}) {
		skip = 1
	}
	if p := checkDecimals(rows, tick); p != nil {
		return nil, p
	}
	xs, p := readCells(rows[0], skip, tick)
	if p != nil {
		return nil, p
	}
	ys, p := readCells(rows[1], skip, tick)
	if p != nil {
		return nil, p
	}
	if axisOf(first) == "y" && axisOf(second) == "x" {
		xs, ys = ys, xs
	}
	return experiment.PointsOf(xs, ys)
}

// readLonelyRow says what is wrong with a single row of more than two cells: a
// cell that is no number, or else the second row that is missing.
func readLonelyRow(r row, tick func()) ([]experiment.Point, *experiment.Problem) {
	if p := checkDecimals([]row{r}, tick); p != nil {
		return nil, p
	}
	values, p := readCells(r, 0, tick)
	if p != nil {
		return nil, p
	}
	return nil, experiment.MissingValues("x", len(values))
}

// readCells reads the cells of a row as numbers, without the first few.
func readCells(r row, skip int, tick func()) ([]float64, *experiment.Problem) {
	values := make([]float64, 0, len(r.cells)-skip)
	for i, cell := range r.cells[skip:] {
		tick()
		v, p := experiment.ParseCell(cell)
		if p != nil {
			return nil, p.At(r.line, skip+i+1)
		}
		values = append(values, v)
	}
	return values, nil
}

// checkDecimals reports numbers of a table that cannot be told apart from
// others: some with a decimal point and some with a decimal comma, or commas
// that may all stand between thousands.
func checkDecimals(rows []row, tick func()) *experiment.Problem {
	var mark byte
	var doubtful *experiment.Problem
	decided := false
	for _, row := range rows {
		for i, cell := range row.cells {
			tick()
			n, ok := experiment.ScanNumeral(cell)
			if !ok || n.Mark() == 0 {
				continue
			}
			if mark != 0 && mark != n.Mark() {
				return experiment.NewProblem("mixed_decimals", "text", experiment.Quote(cell)).At(row.line, i+1)
			}
			mark = n.Mark()
			if !n.Ambiguous() {
				decided = true
			} else if doubtful == nil {
				doubtful = n.Ambiguity(cell).At(row.line, i+1)
			}
		}
	}
	if doubtful != nil && !decided {
		return doubtful
	}
	return nil
}

// isNumber reports whether a cell can be read.
func isNumber(cell string) bool {
	_, ok := experiment.ScanNumeral(cell)
	return ok
}
