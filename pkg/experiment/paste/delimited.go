package paste

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	return (strings.Contains(line, "--") || strings.Contains(line, "==") || strings.Contains(line, "──")) && strings.Trim(line, "-=+|: ─┼│├┤╞╡═╪┌┐└┘┬┴") == ""
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

// findDelimiter returns what stands between the cells: a bar if each line has one, a
// tab if there is any, else ";", else the comma, unless commas stand between digits
// alone.
func findDelimiter(text string, tick func()) byte {
	counts := map[byte]int{}
	lines, twoNumbers, bars := 0, 0, 0
	wide, wideAlike := 0, true     // cells with two spaces between, and whether all lines have as many
	commas, commasAlike := 0, true // commas before a space, likewise
	inner := 0                     // commas between digits
	quoted := false
	for line := range strings.SplitSeq(text, "\n") {
		tick()
		if !quoted && isNoRow(line) {
			continue
		}
		lines++
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
	case wide > 1 && wideAlike:
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

// cutRow cuts a row at a delimiter that does not stand in quotes, and returns where the
// next one begins: a cell in quotes may have several lines.
func cutRow(text string, at int, delimiter byte, tick func()) (cells []cell, next int, p *experiment.Problem) {
	end := lineEnd(text, at)
	end = at + len(stripComment(text[at:end]))
	if delimiter == '|' {
		inner := strings.Trim(text[at:end], " \t")
		if strings.HasPrefix(inner, "|") {
			at += strings.IndexByte(text[at:end], '|') + 1
		}
		if strings.HasSuffix(inner, "|") && len(inner) > 1 {
			end = at + strings.LastIndexByte(text[at:end], '|')
		}
	}
	stop := lineEnd(text, end)
	if delimiter == spaces || delimiter == wideSpaces {
		end = at + len(strings.TrimRightFunc(text[at:end], isBlank)) // once, or each cell would look at all that follows the last
	}
	for {
		tick()
		at = skipBefore(text, at, end, delimiter)
		var quotedText string
		begin := at
		if at < end && text[at] == '"' {
			var after int
			var closed bool
			if quotedText, after, closed = cutQuoted(text, at); !closed {
				return cells, len(text), experiment.NewProblem("unclosed_quote", "text", experiment.Quote(experiment.Trim(firstLine(text[at+1:]))))
			}
			if at = after; at > end {
				stop = lineEnd(text, at)
				end = at + len(stripComment(text[at:stop]))
			}
		}
		plain, after, more := cutAt(text[:end], at, delimiter)
		if delimiter == '|' {
			plain = strings.Trim(plain, "*`_ \t")
		}
		cells = append(cells, cell{experiment.Trim(quotedText + plain), begin})
		if at = after; !more {
			break
		}
	}
	// Spreadsheets and hasty typists end rows with delimiters.
	for len(cells) > 2 && cells[len(cells)-1].text == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 1 && cells[0].text == "" {
		cells = nil // a comment after spaces
	}
	return cells, stop + 1, nil
}

// lineEnd is where the line ends that a place is in.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
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

// skipBefore skips the spaces before a cell, but no delimiter.
func skipBefore(text string, at, end int, delimiter byte) int {
	for at < end {
		r, size := utf8.DecodeRuneInString(text[at:end])
		if !unicode.IsSpace(r) || r == rune(delimiter) && delimiter != spaces {
			break
		}
		at += size
	}
	return at
}

// cutQuoted takes a quoted cell off a text; after is where it goes on.
func cutQuoted(text string, at int) (content string, after int, closed bool) {
	for end := at + 1; ; end++ {
		i := strings.IndexByte(text[end:], '"')
		if i < 0 {
			return text[at+1:], len(text), false
		}
		end += i
		if !strings.HasPrefix(text[end+1:], `"`) {
			content = text[at+1 : end]
			if strings.Contains(content, `""`) {
				content = strings.ReplaceAll(content, `""`, `"`)
			}
			return strings.ReplaceAll(content, "\n", " "), end + 1, true
		}
		end++ // "" in quotes is one quote
	}
}

// cutAt takes the text before the next delimiter off a line; more tells whether
// a delimiter, and so another cell, follows.
func cutAt(text string, at int, delimiter byte) (plain string, after int, more bool) {
	rest := text[at:]
	var before, behind string
	switch delimiter {
	case spaces:
		before, behind, more = cutSpace(rest)
		more = more && behind != ""
	case wideSpaces:
		before, behind, more = strings.Cut(rest, "  ")
	case commaSpace:
		before, behind, more = strings.Cut(rest, ", ")
	default:
		i := strings.IndexByte(rest, delimiter)
		for delimiter == '|' && i > 0 && rest[i-1] == '\\' {
			j := strings.IndexByte(rest[i+1:], delimiter)
			if j < 0 {
				i = -1
				break
			}
			i += 1 + j
		}
		if i < 0 {
			return rest, len(text), false
		}
		before, behind, more = rest[:i], rest[i+1:], true
	}
	return before, len(text) - len(behind), more
}

// isBlank reports whether a character is a space, or one without a width.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r >= '\u200b' && r <= '\u200f'
}

// cutSpace cuts at the first space that does not stand between thousands: a narrow or
// no-break one before three digits does.
func cutSpace(s string) (before, after string, more bool) {
	for i, r := range s {
		if !unicode.IsSpace(r) {
			continue
		}
		if behind := s[i+utf8.RuneLen(r):]; i > 0 && isDigit(s[i-1]) && (r == '\u00a0' || r == '\u202f' || r == '\u2009') && threeDigits(behind) {
			continue
		}
		return s[:i], s[i:], true
	}
	return s, "", false
}
