package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// codeMark is a piece of a line of code and its class, "" for plain text.
type codeMark struct{ Class, Text string }

// codeWords are the keywords of the four languages.
var codeWords = map[string]bool{
	"import": true, "from": true, "as": true, "for": true, "in": true, "def": true, "class": true, "return": true, "with": true,
	"if": true, "else": true, "break": true, "True": true, "False": true, "None": true, "package": true, "func": true, "var": true,
	"const": true, "let": true, "await": true, "new": true, "true": true, "false": true, "nil": true, "undefined": true,
}

// maxHighlighted is how much code is coloured. More is drawn plain, because each
// number of a long list would be an element.
const maxHighlighted = 6 << 10

// highlightSyntax cuts code into lines of marks. It colours comments, texts, numbers
// and words, which look alike in Python, Go and JavaScript; comments begin with
// the given sign.
func highlightSyntax(code, comment string) [][]codeMark {
	if len(code) > maxHighlighted {
		var lines [][]codeMark
		for line := range strings.SplitSeq(code, "\n") {
			lines = append(lines, []codeMark{{"", line}})
		}
		return lines
	}
	h := syntaxMarks{lines: [][]codeMark{nil}}
	for rest := code; rest != ""; {
		n, class := 0, ""
		switch r, size := utf8.DecodeRuneInString(rest); {
		case strings.HasPrefix(rest, comment):
			n, class = len(rest), "comment"
			if end := strings.IndexByte(rest, '\n'); end >= 0 {
				n = end
			}
		case r == '"' || r == '\'' || r == '`':
			n, class = quotedLength(rest), "text"
		case unicode.IsDigit(r):
			n, class = span(rest, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(".e_", r) }), "number"
		case unicode.IsLetter(r) || r == '_':
			n = span(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' })
			if codeWords[rest[:n]] {
				class = "word"
			}
		default:
			n = size
		}
		h.add(class, rest[:n])
		rest = rest[n:]
	}
	return h.lines
}

// quotedLength returns the length of a quoted text in bytes: up to its closing quote
// or, without one, to the end of the line.
func quotedLength(code string) int {
	quote := code[:1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(code, triple) {
		quote = triple
	}
	for i := len(quote); i < len(code); i++ {
		switch {
		case code[i] == '\\':
			i++
		case strings.HasPrefix(code[i:], quote):
			return i + len(quote)
		case code[i] == '\n' && len(quote) == 1:
			return i
		}
	}
	return len(code)
}

func span(code string, is func(rune) bool) int {
	return len(code) - len(strings.TrimLeftFunc(code, is))
}

// syntaxMarks collects marks line by line.
type syntaxMarks struct{ lines [][]codeMark }

// add appends a text, which may go over several lines.
func (h *syntaxMarks) add(class, text string) {
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			h.lines = append(h.lines, nil)
		}
		if part == "" {
			continue
		}
		last := len(h.lines) - 1
		if marks := h.lines[last]; len(marks) > 0 && marks[len(marks)-1].Class == class {
			marks[len(marks)-1].Text += part
			continue
		}
		h.lines[last] = append(h.lines[last], codeMark{class, part})
	}
}
