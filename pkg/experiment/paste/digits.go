package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// threeDigits reports whether exactly three digits come next.
func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

func cutExponent(s string) (digits, rest string) {
	n := 0
	if s != "" && (s[0] == '-' || s[0] == '+') {
		n++
	}
	m := digitsAtStart(s[n:])
	if m == 0 {
		return "", s
	}
	return s[:n+m], s[n+m:]
}

func digitsAtStart(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func plainDigits(s string) bool { return s != "" && digitsAtStart(s) == len(s) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isEastern reports whether a text begins with a name of a power of ten thousand.
func isEastern(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	return eastern(r) != 0
}

// eastern is the power of ten that Korean, Chinese and Japanese write as a character,
// 0 for any other.
func eastern(r rune) float64 {
	switch r {
	case '천', '千':
		return 1e3
	case '만', '万', '萬':
		return 1e4
	case '억', '亿', '億':
		return 1e8
	case '조', '兆':
		return 1e12
	}
	return 0
}

// vulgar is the value of a character such as ½, 0 for any other.
func vulgar(r rune) float64 {
	switch r {
	case '½':
		return 1.0 / 2
	case '¼':
		return 1.0 / 4
	case '¾':
		return 3.0 / 4
	case '⅓':
		return 1.0 / 3
	case '⅔':
		return 2.0 / 3
	case '⅛':
		return 1.0 / 8
	case '⅜':
		return 3.0 / 8
	case '⅝':
		return 5.0 / 8
	case '⅞':
		return 7.0 / 8
	}
	return 0
}

// plainCharacters replaces the digits, minus signs, marks and spaces of other scripts
// and of word processors by their ASCII equals.
func plainCharacters(s string) string {
	for i := 0; ; i++ {
		if i == len(s) {
			return s
		}
		if s[i] >= utf8.RuneSelf {
			break
		}
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u2212', '\uff0d', '\u2010', '\u2011', '\u2013':
			return '-'
		case '．', '٫':
			return '.'
		case '，':
			return ','
		case '＋':
			return '+'
		case '％', '٪':
			return '%'
		case '（':
			return '('
		case '）':
			return ')'
		case '’', '٬', 'ʼ', '′':
			return '\''
		case '\ufeff', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u00ad', '\u2060':
			return -1
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		if r >= utf8.RuneSelf && unicode.IsDigit(r) {
			return '0' + digitValue(r)
		}
		return r
	}, s)
}

// digitValue is the value of a decimal digit of any script: they stand in rows of ten
// that begin at a multiple of 16, or six after one; those for mathematics in a row
// of fifty.
func digitValue(r rune) rune {
	if r >= 0x1d7ce && r <= 0x1d7ff {
		return (r - 0x1d7ce) % 10
	}
	if low := r & 15; low < 10 && unicode.IsDigit(r-low) && !unicode.IsDigit(r-low+10) {
		return low
	}
	return (r&15 - 6) & 15 % 10
}

var superscripts = strings.NewReplacer("⁻", "^-", "⁰", "^0", "¹", "^1", "²", "^2", "³", "^3", "⁴", "^4", "⁵", "^5", "⁶", "^6", "⁷", "^7", "⁸", "^8", "⁹", "^9", "-^", "-")

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
