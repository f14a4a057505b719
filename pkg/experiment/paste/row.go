package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

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
		content := experiment.Trim(quotedText + plain)
		if n := len(content); n > 1 && content[0] == '\'' && content[n-1] == '\'' {
			content = experiment.Trim(content[1 : n-1]) // as SQL and Python quote
		}
		if n := len(content); n > 1 && content[0] == '\'' && isDigit(content[1]) && strings.Count(content, "'") == 1 {
			content = content[1:] // as Excel marks a text
		}
		cells = append(cells, cell{content, begin})
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
