package paste

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A figure is a cell cut into its number and what stands around it: "$" before
// 399,900.00, "cm" after 12.5.
type figure struct {
	before, after string
	negative      bool
	body          string // ASCII digits and the marks between them
	exponent      string // "", or "e-3"
	attached      bool   // no space stands before the unit
	factor        float64
	fraction      float64 // of ½ and 1/2, which is added to the body
	// beside is the sign of what stands behind the number and is none of it: "±" for an
	// uncertainty, "[…]" for the mark of a footnote; "" for nothing.
	beside string
}

// scanFigure cuts a cell; ok tells whether it holds one number, and nothing but it
// and a unit.
func scanFigure(text string) (f figure, ok bool) {
	f.factor = 1
	if f.scanPlain(text) {
		return f, true
	}
	s := strings.TrimSpace(plainCharacters(text))
	if s == "" || isDate(s) {
		return f, false
	}
	if f.scanEastern(s) {
		return f, true
	}
	// Accountants write (1,234.50) for what is owed.
	if s[0] == '(' && s[len(s)-1] == ')' && strings.IndexAny(s, "0123456789") > 0 {
		s, f.negative = strings.TrimSpace(s[1:len(s)-1]), true
	}
	start := strings.IndexFunc(s, func(r rune) bool { return '0' <= r && r <= '9' || vulgar(r) != 0 })
	if start < 0 {
		return f, false
	}
	if start > 0 && (s[start-1] == '.' || s[start-1] == ',') && (start == 1 || !letterOrDigit(lastRune(s[:start-1]))) {
		start--
	}
	if !f.scanBefore(s[:start]) {
		return f, false
	}
	rest := f.cutBeside(f.scanBody(s[start:]))
	if f.body == "" && f.fraction == 0 {
		return f, false
	}
	return f, f.scanAfter(rest)
}

// scanPlain reads a sign, digits, a point and digits, as most cells are.
func (f *figure) scanPlain(s string) bool {
	sign := s != "" && s[0] == '-'
	if sign {
		s = s[1:]
	}
	n := digitsAtStart(s)
	if n == 0 || n < len(s) && (s[n] != '.' || n+1+digitsAtStart(s[n+1:]) != len(s)) {
		return false
	}
	f.negative, f.body = sign, s
	return true
}

// scanEastern reads a number in parts, as East Asia writes large ones: 7억 2,000만원.
func (f *figure) scanEastern(s string) bool {
	sum, parts, last := 0.0, 0, math.Inf(1)
	for s != "" {
		n := len(s) - len(strings.TrimLeft(s, decimalDigits+","))
		v, err := strconv.ParseFloat(strings.ReplaceAll(s[:n], ",", ""), 64)
		r, size := utf8.DecodeRuneInString(strings.TrimLeft(s[n:], " "))
		power := eastern(r)
		if err != nil || power == 0 || power >= last {
			return false
		}
		sum, last, parts = sum+v*power, power, parts+1
		if s = strings.TrimLeft(strings.TrimLeft(s[n:], " ")[size:], " "); s == "원" || s == "円" || s == "元" {
			s = ""
		}
	}
	f.body = strconv.FormatFloat(sum, 'f', -1, 64)
	return parts > 1
}

// scanBefore reads the sign and the currency before the digits.
func (f *figure) scanBefore(s string) bool {
	if s == "" {
		return true
	}
	signs := strings.Count(s, "-") + strings.Count(s, "+")
	if i := strings.IndexAny(s, "-+"); i >= 0 {
		if signs > 1 || i > 0 && letterOrDigit(lastRune(s[:i])) || f.negative {
			return false
		}
		f.negative = s[i] == '-'
		if rest := s[i+1:]; rest != "" && strings.TrimSpace(rest) == "" {
			return false // the dash of a list's line, perhaps
		}
		s = s[:i] + s[i+1:]
	}
	spaced := s != strings.TrimRightFunc(s, unicode.IsSpace)
	s = strings.TrimSpace(s)
	if utf8.RuneCountInString(s) > maxUnit || strings.ContainsAny(s, "<>=*/\\^\"'()[]{},;:?!&|@%") {
		return false
	}
	if s != "" && letterOrDigit(lastRune(s)) && !spaced && !isCurrency(s) {
		return false // x1 is a name
	}
	f.before = s
	return true
}

// scanBody takes the digits with their marks and the exponent, and returns what is
// left.
func (f *figure) scanBody(s string) (rest string) {
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case isDigit(c):
		case c == '.' && i+1 == len(s), c == '.' && !isDigit(s[i+1]) && s[i+1] != '.' && s[i+1] != ',':
			i++ // 5. is a number, as NumPy prints it
			f.body = s[:i]
			return f.scanExponent(s[i:])
		case (c == '.' || c == ',' || c == '\'' || c == '_') && i+1 < len(s) && (isDigit(s[i+1]) || (c == '.' || c == ',') && (s[i+1] == '.' || s[i+1] == ',')):
		case c == ' ' && i > 0 && threeDigits(s[i+1:]):
		default:
			f.body = s[:i]
			return f.scanExponent(s[i:])
		}
		i++
	}
	f.body = s
	return ""
}

// scanExponent takes e-3, ×10^-3, a fraction that follows, or nothing.
func (f *figure) scanExponent(s string) (rest string) {
	if s == "" {
		return ""
	}
	if s[0] == 'e' || s[0] == 'E' {
		if digits, after := cutExponent(s[1:]); digits != "" {
			f.exponent = "e" + digits
			return after
		}
		return s
	}
	trimmed := strings.TrimLeft(s, " ")
	for _, times := range []string{"×10", "× 10", "x10", "*10", "·10", "⋅10", "* 10"} {
		if power, found := strings.CutPrefix(trimmed, times); found {
			power = superscripts.Replace(power)
			if digits, after := cutExponent(strings.TrimLeft(power, "^*{")); digits != "" && power != strings.TrimLeft(power, "^*{") {
				f.exponent = "e" + digits
				return strings.TrimLeft(after, "}")
			}
		}
	}
	if r, size := utf8.DecodeRuneInString(trimmed); vulgar(r) != 0 {
		f.fraction = vulgar(r)
		return trimmed[size:]
	}
	// 1/2, and 1 1/2
	if s[0] == '/' && plainDigits(f.body) {
		if n := digitsAtStart(s[1:]); n > 0 {
			f.setFraction(f.body, s[1:1+n])
			f.body = ""
			return s[1+n:]
		}
	}
	if n := digitsAtStart(trimmed); n > 0 && len(trimmed) > n+1 && trimmed != s && trimmed[n] == '/' && plainDigits(f.body) {
		if m := digitsAtStart(trimmed[n+1:]); m > 0 {
			f.setFraction(trimmed[:n], trimmed[n+1:n+1+m])
			return trimmed[n+1+m:]
		}
	}
	return s
}

func (f *figure) setFraction(above, below string) {
	a, _ := strconv.ParseFloat(above, 64)
	b, _ := strconv.ParseFloat(below, 64)
	f.fraction = a / b // infinite for 1/0, which value refuses
	if a == 0 {
		f.fraction = math.SmallestNonzeroFloat64
	}
}

// isMissingMark reports whether a cell says that there is no number.
func isMissingMark(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "nan", "na", "n/a", "<na>", "nat", "null", "none", "-", "–", "—", "−", ".", "?", "nil", "missing", "undefined", "\\n",
		"#n/a", "#div/0!", "#ref!", "#name?", "#value!", "#num!", "#null!", "결측", "없음":
		return true
	}
	return false
}
