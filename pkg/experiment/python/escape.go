package python

import (
	"strconv"
	"strings"
)

// escapes are those of one character.
var escapes = map[byte]string{
	'n': "\n", 't': "\t", 'r': "\r", '\\': "\\", '\'': "'", '"': `"`, 'a': "\a", 'b': "\b", 'f': "\f", 'v': "\v", '\n': "",
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
		if n, length := octal(content[i:]); length > 0 {
			b.WriteRune(n)
			i += length - 1
			continue
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

// octal returns the character of up to three octal digits, such as \033 of the colours
// of a terminal, and how many there are.
func octal(digits string) (n rune, length int) {
	for length < min(len(digits), 3) && digits[length] >= '0' && digits[length] <= '7' {
		n = n<<3 | rune(digits[length]-'0')
		length++
	}
	return n, length
}
