package paste

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

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

// decimalOf removes what counting in halves leaves of a hundredth, a thousandfold or a
// fraction: 0.6, and not 0.6000000000000001.
func decimalOf(v float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return v
	}
	return rounded
}
