package script

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Lines finds the line and the column of places in a text. It counts the lines
// of the text once, and the characters of a line once as long as it is asked
// for its places in order, so that many places take no longer than the text.
type Lines struct {
	text   string
	starts []int // where each line begins
	// at is the place that was last asked for, and column its column.
	at, column int
}

// NewLines returns the lines of a text.
func NewLines(text string) *Lines {
	l := &Lines{text: text, starts: make([]int, 1, strings.Count(text, "\n")+1), column: 1}
	for i := range len(text) {
		if text[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// Line returns the line of an offset, from 1.
func (l *Lines) Line(offset int) int {
	at, begins := slices.BinarySearch(l.starts, min(offset, len(l.text)))
	if begins {
		at++
	}
	return at
}

// Place returns the line and the column, in characters, of an offset.
func (l *Lines) Place(offset int) (line, column int) {
	offset = min(offset, len(l.text))
	line = l.Line(offset)
	if start := l.starts[line-1]; l.at < start || l.at > offset {
		l.at, l.column = start, 1
	}
	l.column += utf8.RuneCountInString(l.text[l.at:offset])
	l.at = offset
	return line, l.column
}
