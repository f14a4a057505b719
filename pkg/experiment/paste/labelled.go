package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// A labelled is a name with the numbers that follow it: X: -1, 0, 1.
type labelled struct {
	name  string
	cells []cell
}

// readLabelled reads lines such as
//
//	X: -1, 0, 1          x =            x = 1, y = 2
//	Y: -2, 1, 4              -1  0  1    x = 3, y = 4
//
// and the numbers below a name. ok is false for a text of another form.
func readLabelled(text string, tick func()) (g grid, ok bool) {
	if _, named := cutLabel(firstFull(text)); !named || strings.ContainsAny(text, "[](){}\"|<>") && !onlyInLabels(text) {
		return grid{}, false
	}
	var parts []labelled
	place := map[string]int{}
	current := -1
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		line := text[at:end]
		if isNoRow(line) {
			line = ""
		}
		for len(line) > 0 {
			tick()
			name, named := cutLabel(line)
			if named {
				key := strings.ToLower(strings.TrimSpace(name))
				i, known := place[key]
				if !known {
					if len(parts) >= maxColumns*4 {
						return grid{}, false
					}
					i = len(parts)
					place[key] = i
					parts = append(parts, labelled{name: strings.TrimSpace(name)})
				}
				current = i
				skip := len(name) + labelMark(line[len(name):])
				at, line = at+skip, line[skip:]
			}
			if current < 0 {
				return grid{}, false
			}
			numbers := line[:nextLabel(line)]
			if numbers == "" && line != "" {
				return grid{}, false // a name without numbers
			}
			if !parts[current].take(numbers, at, tick) {
				return grid{}, false
			}
			at, line = at+len(numbers), line[len(numbers):]
		}
		at = end + 1
	}
	return gridOfLabelled(text, parts)
}

// numbersApart reports whether a semicolon stands between two numbers, x = 1,5; 2,5, and
// so ends no statement.
func numbersApart(text string) bool {
	before, after, found := strings.Cut(text, "; ")
	after = strings.TrimLeft(after, " -+")
	return found && before != "" && after != "" && isDigit(before[len(before)-1]) && isDigit(after[0]) && !strings.ContainsAny(text, "[](){}")
}

// gridOfLabelled makes a column of each name, or where each has one number a row.
func gridOfLabelled(text string, parts []labelled) (grid, bool) {
	g := grid{text: text, delimiter: ',', names: -1}
	if len(parts) == 1 && len(parts[0].cells) > 2 && axisOf(parts[0].name) != "" {
		return gridOfColumns(g, parts), true
	}
	if len(parts) < 2 {
		return g, false
	}
	ones, longest := true, 0
	for _, p := range parts {
		ones = ones && len(p.cells) == 1
		longest = max(longest, len(p.cells))
	}
	for _, p := range parts {
		g.rows = append(g.rows, append([]cell{{p.name, -1}}, p.cells...))
	}
	if ones && len(parts) > 2 {
		g.upright, g.names = true, 0
		return g, true
	}
	if longest > 1 || len(parts) == 2 {
		for _, p := range parts {
			if len(p.cells) != longest {
				return g, len(parts) == 2 // which orient tells
			}
		}
		g.transpose()
		g.names, g.upright = 1, true
	}
	return g, true
}

// take adds the numbers of a piece of a line.
func (l *labelled) take(line string, at int, tick func()) bool {
	line = strings.TrimRightFunc(line, func(r rune) bool { return isBlank(r) || r == ',' || r == ';' })
	delimiter := byte(spaces)
	switch {
	case strings.Contains(line, ";"):
		delimiter = ';'
	case strings.Contains(line, "\t"):
		delimiter = '\t'
	case strings.Contains(line, ", ") && strings.Count(line, ", ") < strings.Count(line, ","):
		delimiter = commaSpace
	case strings.Contains(line, ","):
		delimiter = ','
	}
	for from := 0; from < len(line); {
		tick()
		from = skipBefore(line, from, len(line), delimiter)
		plain, after, more := cutAt(line, from, delimiter)
		c := cell{experiment.Trim(plain), at + from}
		if c.text != "" {
			if !looksNumeric(c) && !isMissingMark(c.text) && strings.ContainsFunc(c.text, unicode.IsLetter) && len(l.cells) == 0 {
				return false // words after a colon
			}
			l.cells = append(l.cells, c)
		}
		if !more {
			break
		}
		from = after
	}
	return true
}

// firstFull is the first line that holds cells.
func firstFull(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if !isNoRow(line) {
			return line
		}
	}
	return ""
}

// onlyInLabels reports whether brackets stand in the names alone: Size (sq ft): 2104.
func onlyInLabels(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if name, ok := cutLabel(line); ok {
			line = line[len(name):]
		}
		if strings.ContainsAny(line, "[](){}\"|<>") {
			return false
		}
	}
	return true
}

// maxLabel is how long a name before a colon may be.
const maxLabel = 60

// cutLabel returns the name that a line begins with, up to a colon or an equals sign
// before a number or the end of the line.
func cutLabel(line string) (name string, ok bool) {
	i := strings.IndexAny(line[:min(len(line), maxLabel)], ":=")
	if i <= 0 || strings.HasPrefix(line[i+1:], "=") {
		return "", false
	}
	name = line[:i]
	if !strings.ContainsFunc(name, unicode.IsLetter) || strings.ContainsAny(name, ",;\t\"") || isDate(line[:min(len(line), i+3)]) {
		return "", false
	}
	rest := strings.TrimLeft(line[i+1:], " \t=")
	if rest == "" {
		return name, true
	}
	r, _ := utf8.DecodeRuneInString(plainCharacters(rest[:min(len(rest), utf8.UTFMax+1)]))
	return name, isDigit(byte(min(r, 127))) || strings.ContainsRune("-+.$€£¥₩₹", r) || unicode.In(r, unicode.Sc)
}

// labelMark is how long the colon or equals sign of a label is.
func labelMark(s string) int {
	n := 1
	for n < len(s) && (s[n] == '=' || s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

// nextLabel is where another name begins in the line: a word before a colon or an
// equals sign.
func nextLabel(line string) int {
	i := strings.IndexAny(line, ":=")
	if i < 0 {
		return len(line)
	}
	start := len(strings.TrimRight(line[:i], " "))
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(line[:start])
		if !letterOrDigit(r) && r != '_' {
			break
		}
		start -= size
	}
	if r, _ := utf8.DecodeRuneInString(line[start:]); start == i || !unicode.IsLetter(r) {
		return len(line)
	}
	return start
}
