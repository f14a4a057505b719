package paste

import (
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

// A row is a line of a table that holds cells.
type row struct {
	line  int // counted from 1, in the text as pasted
	cells []string
}

// spaces is the delimiter of a table whose cells stand apart by any number of
// spaces.
const spaces = ' '

// declared is the delimiter that the first line of a table says, as files for
// Excel do: sep=; alone.
func declared(text string) (delimiter byte, ok bool) {
	line, _, _ := strings.Cut(text, "\n")
	name, marks, _ := strings.Cut(line, "=")
	// Saved once more it is a row of cells: "sep=,",
	if !strings.EqualFold(strings.Trim(name, `" `), "sep") || strings.Trim(marks, ",;\" \t") != "" {
		return 0, false
	}
	if marks = strings.TrimLeft(marks, " "); marks == "" || strings.IndexByte(",;\t", marks[0]) < 0 {
		return 0, false
	}
	return marks[0], true
}

// readRows cuts a text into rows of cells. The delimiter is the one from a leading
// "sep=" line, which is skipped, or 0.
func readRows(text string, delimiter byte, tick func()) ([]row, *experiment.Problem) {
	var lines []row // of one cell: the whole line
	for i, line := range strings.Split(text, "\n") {
		tick()
		if i == 0 && delimiter != 0 {
			continue
		}
		if line = stripComment(line); experiment.Trim(line) != "" {
			lines = append(lines, row{line: i + 1, cells: []string{line}})
		}
	}
	if delimiter == 0 {
		delimiter = findDelimiter(lines)
	}
	for i, line := range lines {
		cells, p := cutCells(line.cells[0], delimiter, tick)
		if p != nil {
			return nil, p.At(line.line, len(cells)+1)
		}
		lines[i].cells = cells
	}
	return lines, nil
}

// stripComment removes a comment: a # at the start of a line or after a space.
// An error of a spreadsheet's cell (#N/A) is no comment but a value that
// cannot be read.
func stripComment(line string) string {
	for i := 0; i < len(line); i++ {
		if line[i] != '#' || (i > 0 && !unicode.IsSpace(rune(line[i-1]))) {
			continue
		}
		if !sheetError(line[i:]) {
			return line[:i]
		}
	}
	return line
}

func sheetError(s string) bool {
	for _, name := range []string{"#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"} {
		if strings.HasPrefix(s, name) {
			return true
		}
	}
	return false
}

// findDelimiter returns what stands between the cells: a tab if there is any,
// else ";", else the comma, unless every line is two numbers with decimal
// commas and a space between.
func findDelimiter(lines []row) byte {
	counts := map[byte]int{}
	twoNumbers := 0
	for _, line := range lines {
		quoted := false
		for i := range len(line.cells[0]) {
			switch c := line.cells[0][i]; c {
			case '"':
				quoted = !quoted
			case '\t', ';', ',':
				if !quoted {
					counts[c]++
				}
			}
		}
		if fields := strings.Fields(line.cells[0]); len(fields) == 2 && isNumber(fields[0]) && isNumber(fields[1]) {
			twoNumbers++
		}
	}
	switch {
	case counts['\t'] > 0:
		return '\t'
	case counts[';'] > 0:
		return ';'
	case counts[','] > 0 && twoNumbers > 0 && twoNumbers >= len(lines)-1: // one line may be a header
		return spaces
	case counts[','] > 0:
		return ','
	}
	return spaces
}

// cutCells cuts a line at a delimiter that does not stand in quotes. With a
// problem it returns the cells before it.
func cutCells(line string, delimiter byte, tick func()) ([]string, *experiment.Problem) {
	if delimiter == spaces {
		line = experiment.Trim(line) // once, or each cell would look at all that follows the last
	}
	var cells []string
	rest := line
	for {
		tick()
		rest = trimBeforeCell(rest, delimiter)
		var cell string
		if strings.HasPrefix(rest, `"`) {
			var closed bool
			if cell, rest, closed = cutQuoted(rest); !closed {
				return cells, experiment.NewProblem("unclosed_quote", "text", experiment.Quote(experiment.Trim(cell)))
			}
		}
		plain, after, more := cutAt(rest, delimiter)
		cells = append(cells, experiment.Trim(cell+plain))
		if rest = after; !more {
			break
		}
	}
	// Spreadsheets and hasty typists end rows with delimiters.
	for len(cells) > 2 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells, nil
}

// trimBeforeCell removes the spaces before a cell, but no delimiter.
func trimBeforeCell(s string, delimiter byte) string {
	return strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) && (r != rune(delimiter) || delimiter == spaces)
	})
}

// cutQuoted takes a quoted cell off a text that begins with its quote.
func cutQuoted(s string) (cell, rest string, closed bool) {
	s = s[1:]
	for end := 0; end < len(s); end++ {
		if s[end] != '"' {
			continue
		}
		if !strings.HasPrefix(s[end+1:], `"`) {
			return strings.ReplaceAll(s[:end], `""`, `"`), s[end+1:], true
		}
		end++ // "" in quotes is one quote
	}
	return s, "", false
}

// cutAt takes the text before the next delimiter off a line; more tells whether
// a delimiter, and so another cell, follows.
func cutAt(s string, delimiter byte) (cell, after string, more bool) {
	if delimiter != spaces {
		return strings.Cut(s, string(delimiter))
	}
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i:], true
}
