package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxUnit is how many characters of a unit may stand beside a number.
const maxUnit = 16

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
		case unicode.IsLetter(r) || r == '℃' || r == '℉' || r >= '㎀' && r <= '㏟' || unicode.In(r, unicode.Sc) || strings.ContainsRune("%‰°′″$º–", r):
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

// isCurrency reports whether letters are a currency that is written without a space.
func isCurrency(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "USD", "EUR", "GBP", "CHF", "KRW", "JPY", "CNY", "INR", "RMB", "Rs", "kr", "Kr", "RM", "Fr", "SFr", "zł", "AUD", "CAD", "SEK", "NOK", "DKK":
		return true
	}
	r := lastRune(s)
	return unicode.In(r, unicode.Sc)
}
