package paste

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
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
}

// maxUnit is how many characters of a unit may stand beside a number.
const maxUnit = 16

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
	rest := f.scanBody(s[start:])
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

// threeDigits reports whether exactly three digits come next.
func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
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

// scanAfter reads the unit behind the digits.
func (f *figure) scanAfter(s string) bool {
	spaced := s != strings.TrimLeftFunc(s, unicode.IsSpace)
	s = strings.TrimSpace(s)
	if r, size := utf8.DecodeRuneInString(s); eastern(r) != 0 {
		next := figure{factor: 1}
		after := next.scanBody(strings.TrimLeft(s[size:], " "))
		if next.body != "" && isEastern(after) { // 1억 2,000만
			return false // a sum of such is left to the learner
		}
		f.factor *= eastern(r)
		s = strings.TrimSpace(s[size:])
	}
	if s == "" || s == "(-)" { // the sign of what has no unit
		return true
	}
	if utf8.RuneCountInString(s) > maxUnit || strings.ContainsAny(s, "<>=*\\\"+,;:?!&|@{}#…_~") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if !spaced && (strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹-/.", first) || len(s) == 1 && strings.ContainsAny(s, "OolIeEnjJ") || s[0] == 'x' || s[0] == 'e' || s[0] == 'E') {
		return false
	}
	letters := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return false
		case unicode.IsLetter(r) || unicode.In(r, unicode.Sc) || strings.ContainsRune("%‰°′″$º–", r):
			letters = true
		case isDigit(s[i]):
			// m2 and cm3, but no second number
			if i == 0 || s[i] != '2' && s[i] != '3' || !unicode.IsLetter(lastRune(s[:i])) && s[i-1] != '^' || i+1 < len(s) && isDigit(s[i+1]) {
				return false
			}
		}
		i += size
	}
	f.after, f.attached = s, !spaced
	return letters
}

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

// thousands is the factor that a letter behind a number may stand for: 1.2k.
func thousands(unit string) float64 {
	switch unit {
	case "k", "K", "tsd", "Tsd", "Tsd.":
		return 1e3
	case "M", "mn", "Mio", "Mio.":
		return 1e6
	case "B", "bn", "Mrd", "Mrd.":
		return 1e9
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

// isCurrency reports whether letters are a currency that is written without a space.
func isCurrency(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "USD", "EUR", "GBP", "CHF", "KRW", "JPY", "CNY", "INR", "RMB", "Rs", "kr", "Kr", "RM", "Fr", "SFr", "zł", "AUD", "CAD", "SEK", "NOK", "DKK":
		return true
	}
	r := lastRune(s)
	return unicode.In(r, unicode.Sc)
}

// fate is what a cell turned out to be.
type fate int

const (
	isNumber fate = iota
	isMissing
	isWord
	isTooLarge
	isOtherwise // a number, but not with this decimal mark
)

// value is the number, with a point or a comma before the decimals.
func (f figure) value(decimal byte) (float64, fate) {
	digits, ok := f.digits(decimal)
	if !ok {
		return 0, isOtherwise
	}
	v := 0.0
	if digits != "" {
		// The parts are digits, so the only error left is a number too large.
		parsed, err := strconv.ParseFloat(digits+f.exponent, 64)
		if err != nil {
			return 0, isTooLarge
		}
		v = parsed
	}
	if f.fraction != 0 || f.factor != 1 {
		v = decimalOf((v + f.fraction) * f.factor)
	}
	if f.fraction == math.SmallestNonzeroFloat64 && digits == "" {
		v = 0
	}
	if f.negative {
		v = -v
	}
	if !(math.Abs(v) <= experiment.MaxAbs) {
		return 0, isTooLarge
	}
	if v == 0 {
		return 0, isNumber // not −0, which would print as a sign without a meaning
	}
	return v, isNumber
}

// digits writes the body with a decimal point and nothing between thousands; ok is
// false where the body cannot have this decimal mark.
func (f figure) digits(decimal byte) (digits string, ok bool) {
	if f.body == "" {
		return "", true // a fraction alone
	}
	whole, decimals := f.body, ""
	if i := strings.IndexByte(f.body, decimal); i >= 0 {
		whole, decimals = f.body[:i], f.body[i+1:]
		if digitsAtStart(decimals) != len(decimals) || decimal == ',' && (whole == "" || decimals == "") {
			return "", false
		}
	}
	if whole == "" {
		return "." + decimals, decimals != ""
	}
	if n := digitsAtStart(whole); n < len(whole) {
		if whole, ok = joinGroups(whole, n); !ok {
			return "", false
		}
	}
	if decimals == "" {
		return whole, true
	}
	return whole + "." + decimals, true
}

// joinGroups removes the marks between thousands, all alike: 1,234,567, as India
// writes it 12,34,567. The first group has n digits.
func joinGroups(s string, n int) (joined string, ok bool) {
	if n == 0 || n > 3 || s[0] == '0' {
		return "", false
	}
	mark, groups := s[n], strings.Split(s, s[n:n+1])
	for i, group := range groups[1:] {
		last := i == len(groups)-2
		indian := mark == ',' && n <= 2 && !last && len(groups[1]) == 2
		if !plainDigits(group) || len(group) != 3 && (!indian || len(group) != 2) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// doubtful reports whether the number is one with a decimal point and another with a
// decimal comma.
func (f figure) doubtful() bool {
	if !strings.ContainsAny(f.body, ".,") {
		return false
	}
	point, ok := f.value('.')
	comma, alsoOK := f.value(',')
	return ok == isNumber && alsoOK == isNumber && point != comma
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
