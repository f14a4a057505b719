package program

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lines finds the line and the column of places in a text. It counts the lines
// of the text once, and the characters of a line once as long as it is asked
// for its places in order, so that many places take no longer than the text.
type lines struct {
	text   string
	starts []int // where each line begins
	// at is the place that was last asked for, and column its column.
	at, column int
}

func newLines(text string) *lines {
	l := &lines{text: text, starts: make([]int, 1, strings.Count(text, "\n")+1), column: 1}
	for i := range len(text) {
		if text[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// line returns the line of an offset, from 1.
func (l *lines) line(offset int) int {
	at, begins := slices.BinarySearch(l.starts, min(offset, len(l.text)))
	if begins {
		at++
	}
	return at
}

// place returns the line and the column, in characters, of an offset.
func (l *lines) place(offset int) (line, column int) {
	offset = min(offset, len(l.text))
	line = l.line(offset)
	if start := l.starts[line-1]; l.at < start || l.at > offset {
		l.at, l.column = start, 1
	}
	l.column += utf8.RuneCountInString(l.text[l.at:offset])
	l.at = offset
	return line, l.column
}

// lineStart returns where the line of a place begins.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// lineEnd returns where the line of a place ends, before the line feed.
func lineEnd(text string, at int) int {
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(text)
}

// nextLine returns where the line after a place begins.
func nextLine(text string, at int) int { return min(lineEnd(text, at)+1, len(text)) }
