package paste

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// maxCells is how many cells a text may have, so that what they take of memory is little
// on a phone, too.
const maxCells = 1_000_000

// Delimiters that are not one character.
const (
	// spaces is that of cells that stand apart by any number of spaces.
	spaces = ' '
	// wideSpaces is that of cells with spaces in them, which stand apart by two or more.
	wideSpaces = '\x02'
	// commaSpace is ", ", where the comma alone stands between the digits.
	commaSpace = '\x01'
)

// readDelimited cuts a text into rows of cells. The delimiter is the one from a leading
// "sep=" line, which is skipped, or 0.
func readDelimited(text string, delimiter byte, tick func()) (grid, *experiment.Problem) {
	g := grid{text: text, delimiter: delimiter, names: -1}
	at, count := 0, 0
	if delimiter != 0 {
		at = lineEnd(text, 0) + 1
	} else {
		g.delimiter = findDelimiter(text, tick)
	}
	for at < len(text) {
		tick()
		end := lineEnd(text, at)
		if line := text[at:end]; isNoRow(line) {
			if elided(line) {
				g.notes = append(g.notes, experiment.NewProblem("rows_elided"))
			}
			at = end + 1
			continue
		}
		row, next, p := cutRow(text, at, g.delimiter, tick)
		if p != nil {
			line, _ := g.place(cell{at: at}, 0)
			return g, p.At(line, len(row)+1)
		}
		if count += len(row); count > maxCells {
			return g, experiment.NewProblem("too_many_cells", "max", strconv.Itoa(maxCells))
		}
		if len(row) > 0 {
			g.rows = append(g.rows, row)
		}
		at = next
	}
	return g, nil
}

// isNoRow reports whether a line holds no cells: it is blank, a comment, a rule of
// dashes, or what pandas, R and databases print below a table.
func isNoRow(line string) bool {
	line = experiment.Trim(line)
	switch {
	case line == "", isRule(line), elided(line):
		return true
	case line[0] == '#':
		// "#,x,y" are names, of which the first is that of the rows' numbers.
		return !isSheetErrorStart(line) && (len(line) == 1 || strings.IndexByte(",;\t", line[1]) < 0)
	case line[0] == '%' || strings.HasPrefix(line, "//"):
		return true
	case line[0] == '[':
		return strings.HasSuffix(line, "columns]")
	case line[0] == '(':
		return strings.HasSuffix(line, " rows)") || strings.HasSuffix(line, " row)")
	}
	return (strings.HasPrefix(line, "Name:") || strings.HasPrefix(line, "Length:") || strings.HasPrefix(line, "dtype:")) && strings.Contains(line, "dtype:")
}

// isRule reports whether a line is drawn: |---|---|, ===== =====, +-----+.
func isRule(line string) bool {
	return (strings.Contains(line, "--") || strings.Contains(line, "|-") || strings.Contains(line, "==") || strings.Contains(line, "──") || strings.Contains(line, "══")) && strings.Trim(line, "-=+|: ─┼│├┤╞╡═╪┌┐└┘┬┴") == ""
}

// elided reports whether a line stands for rows that were not printed.
func elided(line string) bool {
	line = strings.Trim(line, " \t|,;0123456789")
	return (strings.HasPrefix(line, "..") || strings.HasPrefix(line, "…") || strings.HasPrefix(line, "⋮")) && strings.Trim(line, " \t|.,;…⋮") == ""
}

func isSheetErrorStart(s string) bool {
	for _, name := range []string{"#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"} {
		if strings.HasPrefix(s, name) {
			return true
		}
	}
	return false
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// stripComment removes a comment: a # at the start of a line or after a space.
// An error of a spreadsheet's cell (#N/A) is no comment but a value that
// cannot be read, and a # before a delimiter is a name.
func stripComment(line string) string {
	for i := 0; i < len(line); i++ {
		if line[i] != '#' || (i > 0 && line[i-1] != ' ' && line[i-1] != '\t') {
			continue
		}
		if i+1 < len(line) && strings.IndexByte(",;\t|", line[i+1]) >= 0 || strings.HasPrefix(line[i:], "# |") {
			continue
		}
		if !isSheetErrorStart(line[i:]) {
			return line[:i]
		}
	}
	return line
}
