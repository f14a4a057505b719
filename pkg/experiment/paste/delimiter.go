package paste

import (
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

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

// findDelimiter returns what stands between the cells: a bar if each line has one, a
// tab if there is any, else ";", else the comma, unless commas stand between digits
// alone.
func findDelimiter(text string, tick func()) byte {
	counts := map[byte]int{}
	lines, twoNumbers, bars, tabbed := 0, 0, 0, 0
	numbers := true                 // whether all words of the second line and the third are numbers
	fields, fieldsAlike := -1, true // words between spaces and tabs, and whether all lines have as many
	wide, wideAlike := 0, true      // cells with two spaces between, and whether all lines have as many
	commas, commasAlike := 0, true  // commas before a space, likewise
	inner := 0                      // commas between digits
	quoted := false
	for line := range strings.SplitSeq(text, "\n") {
		tick()
		if !quoted && isNoRow(line) {
			continue
		}
		lines++
		if strings.Contains(experiment.Trim(line), "\t") {
			tabbed++
		}
		if tabbed > 0 && tabbed < lines || lines < 4 { // tables with tabs have them in each line
			n := len(strings.Fields(line[:min(len(line), maxHead)]))
			if fields < 0 {
				fields = n
			}
			fieldsAlike = fieldsAlike && n == fields
			for _, word := range strings.Fields(line[:min(len(line), maxHead)]) {
				numbers = numbers && (lines == 1 || looksNumeric(cell{text: word}))
			}
		}
		start, spaced := true, 0
		bar := false
		for i := range len(line) {
			switch c := line[i]; {
			case c == '"' && (quoted || start):
				quoted = !quoted
				start = false
			case quoted || c == ' ':
			case c == '\t' || c == ';' || c == ',' || c == '|':
				counts[c]++
				start = true
				bar = bar || c == '|'
				if c == ',' {
					if i+1 < len(line) && line[i+1] == ' ' {
						spaced++
					} else if i > 0 && i+1 < len(line) && isDigit(line[i-1]) && isDigit(line[i+1]) {
						inner++
					} else {
						commasAlike = false
					}
				}
			default:
				start = false
			}
		}
		if bar {
			bars++
		}
		trimmed := experiment.Trim(line)
		if fields := countFields(trimmed); fields == 2 {
			first, second, _ := cutSpace(trimmed)
			if looksNumeric(cell{text: first}) && looksNumeric(cell{text: experiment.Trim(second)}) && strings.TrimSuffix(first, ",") == first {
				twoNumbers++
			}
		}
		if lines == 1 {
			commas = spaced
		} else if spaced != commas {
			commasAlike = false
		}
		cells := len(wideCells(trimmed))
		if lines == 1 {
			wide = cells
		} else if cells != wide {
			wideAlike = false
		}
	}
	switch {
	case bars > 0 && bars == lines:
		return '|'
	case counts['\t'] > 0 && tabbed < lines && fieldsAlike && fields > 1 && counts[','] == 0 && counts[';'] == 0:
		return spaces // both, mixed
	case counts['\t'] > 0:
		return '\t'
	case counts[';'] > 0:
		return ';'
	case counts[','] > 0 && twoNumbers > 0 && twoNumbers >= lines-1: // one line may be a header
		return spaces
	case commas > 0 && commasAlike && inner > 0:
		return commaSpace
	case counts[','] > 0:
		return ','
	case wide > 1 && wideAlike && (!numbers || !fieldsAlike || lines == 1 || fields <= wide):
		return wideSpaces
	}
	return spaces
}

// countFields counts the words of a line, up to three.
func countFields(line string) int {
	n := 0
	for line != "" && n < 3 {
		var more bool
		if _, line, more = cutSpace(line); !more {
			return n + 1
		}
		line = strings.TrimLeftFunc(line, unicode.IsSpace)
		n++
	}
	return n
}

// wideCells cuts a line at two spaces and more, and at tabs; but a line may have so
// many that its first hundred say enough.
func wideCells(line string) []string {
	var cells []string
	for line != "" && len(cells) < 100 {
		i := strings.Index(line, "  ")
		if i < 0 {
			return append(cells, line)
		}
		cells = append(cells, line[:i])
		line = strings.TrimLeft(line[i:], " ")
	}
	return cells
}
