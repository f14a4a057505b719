package paste

import (
	"strconv"
	"strings"
)

// quotedText takes a text in quotes.
func (r *literals) quotedText() (text string, ok bool) {
	quote := r.peek()
	for i := r.at + 1; i < len(r.text); i++ {
		switch r.text[i] {
		case '\\':
			i++
		case '\n':
			return "", false
		case quote:
			text = r.text[r.at+1 : i]
			r.at = i + 1
			return unescaped(text), true
		}
	}
	return "", false
}

// unescaped reads \u00e4 and \/ as JSON writes them.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch {
		case s[i] == 'u' && i+5 <= len(s):
			if v, err := strconv.ParseUint(s[i+1:i+5], 16, 16); err == nil {
				b.WriteRune(rune(v))
				i += 4
			}
		case s[i] == 'n':
			b.WriteByte('\n')
		case s[i] == 't' || s[i] == 'r':
			b.WriteByte(' ')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
