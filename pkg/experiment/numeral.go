package experiment

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Numeral is a text cut into the parts of a number.
type Numeral struct {
	sign        string // "", "+" or "-"
	whole, frac string // digits
	mark        byte   // '.', ',' or 0
	exponent    string // "", or "e-3"
}

// ScanNumeral cuts a text, in the characters of any keyboard, into the parts of
// a number; ok tells whether it is one, all of it.
func ScanNumeral(text string) (n Numeral, ok bool) { return scanNumber(plainCharacters(text)) }

// Mark is what stands before the decimals: a point, a comma, or 0 for none.
func (n Numeral) Mark() byte { return n.mark }

// scanNumber cuts an ASCII text into the parts of a number; ok tells whether it
// is one, all of it.
func scanNumber(s string) (n Numeral, ok bool) {
	n.sign, s = cutSign(s)
	n.whole, s = cutDigits(s)
	if s != "" && (s[0] == '.' || s[0] == ',') {
		n.mark = s[0]
		n.frac, s = cutDigits(s[1:])
	}
	if n.whole == "" && n.frac == "" {
		return n, false
	}
	if n.mark == ',' && (n.whole == "" || n.frac == "") {
		return n, false
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		sign, rest := cutSign(s[1:])
		digits, rest := cutDigits(rest)
		if digits == "" {
			return n, false
		}
		n.exponent, s = "e"+sign+digits, rest
	}
	return n, s == ""
}

// value is the number, written as text, if it is within ±MaxAbs.
func (n Numeral) value(text string) (float64, *Problem) {
	// The parts are digits, so the only error left is a number too large.
	v, err := strconv.ParseFloat(n.sign+n.whole+"."+n.frac+n.exponent, 64)
	if err != nil || math.Abs(v) > MaxAbs {
		return 0, outOfRange(text, -MaxAbs, MaxAbs)
	}
	if v == 0 {
		return 0, nil // not −0, which would print as a sign without a meaning
	}
	return v, nil
}

// Ambiguous reports whether the comma may stand between thousands: 400,000 but
// not 0,125 or 2,5.
func (n Numeral) Ambiguous() bool {
	return n.mark == ',' && len(n.frac) == 3 && len(n.whole) <= 3 && n.whole[0] != '0' && n.exponent == ""
}

// pointOfThousands reports whether the point may stand between thousands: a whole
// number is written 1.000 by those who mean a thousand, and by hardly anybody else.
func (n Numeral) pointOfThousands() bool {
	return n.mark == '.' && len(n.frac) == 3 && len(n.whole) >= 1 && len(n.whole) <= 3 && n.whole[0] != '0' && n.exponent == ""
}

// Ambiguity is the problem of a number that two readers read differently.
func (n Numeral) Ambiguity(text string) *Problem {
	return NewProblem("ambiguous_comma", "text", Quote(text),
		"whole", n.sign+n.whole+n.frac, "decimal", n.sign+n.whole+"."+n.frac)
}

// joinThousands removes commas, spaces, apostrophes and underscores from
// 1,234,567.8 and its like; ok tells whether a number is left.
func joinThousands(s string) (joined string, ok bool) {
	if whole, decimals, found := strings.Cut(s, ","); found && !strings.ContainsAny(decimals, ",.") {
		// 1.355,90 of a German and 1 355,90 of a Frenchman are 1355.90.
		if joined, ok = joinThousands(strings.ReplaceAll(whole, ".", "_")); ok {
			joined += "." + decimals
			_, ok = scanNumber(joined)
			return joined, ok
		}
	}
	if strings.Count(s, ".") > 1 && !strings.Contains(s, ",") {
		s = strings.ReplaceAll(s, ".", "_") // 1.234.567
	}
	groups := strings.FieldsFunc(s, func(r rune) bool {
		return r == ',' || r == '_' || r == '\'' || r == '’' || unicode.IsSpace(r)
	})
	for i, group := range groups {
		digits, rest := cutDigits(group)
		if i > 0 && (len(digits) != 3 || (rest != "" && i < len(groups)-1)) {
			return "", false
		}
	}
	joined = strings.Join(groups, "")
	_, ok = scanNumber(joined)
	return joined, ok && len(groups) > 1
}

func cutSign(s string) (sign, rest string) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		return s[:1], s[1:]
	}
	return "", s
}

func cutDigits(s string) (digits, rest string) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return s[:i], s[i:]
}
