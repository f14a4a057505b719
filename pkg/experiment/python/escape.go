package python

import (
	"strconv"
	"strings"
)

// escapes are those of one character.
var escapes = map[byte]string{
	'n': "\n", 't': "\t", 'r': "\r", '\\': "\\", '\'': "'", '"': `"`, 'a': "\a", 'b': "\b", 'f': "\f", 'v': "\v", '0': "\x00", '\n': "",
}

// unescape returns the text that one in quotes stands for.
func unescape(content string) string {
	if !strings.Contains(content, `\`) {
		return content
	}
	var b strings.Builder
	for i := 0; i < len(content); i++ {
		if content[i] != '\\' || i+1 == len(content) {
			b.WriteByte(content[i])
			continue
		}
		i++
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[content[i]]
		if digits > 0 && i+digits < len(content) {
			if n, err := strconv.ParseUint(content[i+1:i+1+digits], 16, 32); err == nil {
				b.WriteRune(rune(n))
				i += digits
				continue
			}
		}
		if text, ok := escapes[content[i]]; ok {
			b.WriteString(text)
			continue
		}
		b.WriteByte('\\') // as Python leaves what is no escape
		b.WriteByte(content[i])
	}
	return b.String()
}
