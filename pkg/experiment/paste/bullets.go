package paste

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// bulletMarks are what people and word processors put before each line of a list.
var bulletMarks = []string{"- [ ] ", "- [x] ", "- [X] ", "- ", "* ", "+ ", "– ", "— ", "•", "◦", "▪", "‣", "·", "●", "○", "■", "→ ", "> "}

// bulleted blanks the marks of a list before the lines of points: - 1, 2 and 1. 1, 2 and
// a) 1, 2. A hyphen before a number is its sign where another one stands so within a line;
// numbers are marks where they count the lines, or are all alike.
func bulleted(text string) (inside, left string) {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if isPoint := strings.ContainsAny(line, decimalDigits); isPoint && !isAside(line) {
			lines = append(lines, line)
		}
	}
	if len(lines) < 2 {
		return text, ""
	}
	before := -1
	step := 0
	for i, line := range lines {
		size, number := markOf(line)
		rest := line[max(size, 0):]
		if size <= 0 || figures(rest) < 2 && !strings.HasPrefix(strings.TrimLeft(rest, " "), "(") || strings.Contains(rest, " - ") || pointed(rest) {
			return text, ""
		}
		switch {
		case i == 0:
		case i == 1:
			step = number - before
		case number-before != step:
			return text, ""
		}
		before = number
	}
	if step != 0 && step != 1 {
		return text, ""
	}
	size, _ := markOf(lines[0])
	left = strings.TrimSpace(lines[0][:size])
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		size, _ := markOf(line)
		switch trimmed := strings.TrimSpace(line); {
		case isAside(line):
			line, left = blanked(line), trimmed
		case strings.ContainsAny(line, decimalDigits):
			line = blanked(line[:size]) + line[size:]
		case strings.HasSuffix(trimmed, ":") || isSentence(trimmed): // above the list
			line, left = blanked(line), trimmed
		}
		b.WriteString(line)
	}
	return b.String(), left
}

// isAside reports whether a line without a mark is a sentence beside the list, of three words
// and more: These follow y = 2x + 1.
func isAside(line string) bool {
	trimmed := strings.TrimSpace(line)
	size, _ := markOf(line)
	words := 0
	for word := range strings.FieldsSeq(trimmed) {
		if strings.IndexByte(letters, word[0]) >= 0 && len(word) > 1 {
			words++
		}
	}
	return size <= 0 && words >= 2 && figures(trimmed) < 3 && !strings.ContainsAny(trimmed, "([") && strings.ContainsRune(".:!?", lastRune(trimmed))
}

// hyphensOf finds lines that all begin with a hyphen, a space and a number: - 1, 2 is in a
// list, or the sign stands apart.
func hyphensOf(text string) (found doubt, ok bool) {
	if len(text) > maxPairs {
		return found, false
	}
	inside, left := bulleted(text)
	if left != "-" && left != "–" && left != "—" {
		return found, false
	}
	var b strings.Builder
	at := 0
	for line := range strings.SplitAfterSeq(inside, "\n") {
		original := text[at : at+len(line)]
		at += len(line)
		size, _ := markOf(original)
		if !strings.ContainsAny(line, decimalDigits) || size <= 0 {
			b.WriteString(line)
			continue
		}
		if !isDigit(line[size]) || line[size] == '0' && !strings.HasPrefix(line[size:], "0.") {
			return found, false
		}
		if found.text == "" {
			point := strings.TrimSpace(line)
			found.text = experiment.Quote(strings.TrimSpace(original))
			found.readings = [2]string{point, "-" + point}
		}
		b.WriteString(line[:size-1] + "-" + line[size:])
	}
	found.kind, found.texts = HyphenQuestion, [2]string{inside, b.String()}
	return found, true
}

// markOf is how long the mark at the beginning of a line is with the space behind it, and
// the number that it is, 0 for one that is none; -1 for a line without a mark.
func markOf(line string) (size, number int) {
	start := len(line) - len(strings.TrimLeft(line, " \t"))
	rest := line[start:]
	for _, mark := range bulletMarks {
		if behind, found := strings.CutPrefix(rest, mark); found {
			return len(line) - len(strings.TrimLeft(behind, " \t")), 0
		}
	}
	open := strings.HasPrefix(rest, "(")
	if open {
		rest = rest[1:]
	}
	n := digitsAtStart(rest)
	if n > 0 && n < 4 {
		number, _ = strconv.Atoi(rest[:n])
		if behind, found := strings.CutPrefix(rest[n:], "\ufe0f\u20e3"); found { // a key with the number
			return len(line) - len(strings.TrimLeft(behind, " \t")), number
		}
	} else if n == 0 && rest != "" && strings.IndexByte(letters, rest[0]) >= 0 {
		n, number = 1, int(rest[0])
	} else {
		return -1, 0
	}
	if n == len(rest) || open && rest[n] != ')' || rest[n] != ')' && rest[n] != '.' {
		return -1, 0
	}
	behind := rest[n+1:]
	if r, _ := utf8.DecodeRuneInString(behind); !isBlank(r) {
		return -1, 0
	}
	return len(line) - len(strings.TrimLeft(behind, " \t")), number
}

// pointed reports whether numbers alone stand in a line and one ends with a point, as NumPy
// prints them.
func pointed(line string) bool {
	return strings.Trim(line, decimalDigits+" \t,;-+.eE") == "" && strings.Contains(strings.TrimRight(line, " \t")+" ", ". ")
}

// figures counts the numbers in a line.
func figures(line string) int {
	count, inside := 0, false
	for i := range len(line) {
		digit := isDigit(line[i])
		if digit && !inside {
			count++
		}
		inside = digit || inside && line[i] == '.'
	}
	return count
}
