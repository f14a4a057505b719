package dataset

import (
	"strings"
	"unicode/utf8"
)

// Next returns the recipe with the seed after its own, so that other points come of the
// same kind.
func (r Recipe) Next() Recipe {
	r.Seed = nextSeed(r.Seed)
	return r
}

// nextSeed counts the digits at the end of a seed up by one, and keeps how many there
// are: "0.97800" is followed by "0.97801". A seed without digits gets some. After one
// that cannot grow the seeds begin again.
func nextSeed(seed string) string {
	front := strings.TrimRight(seed, "0123456789")
	digits := []byte(seed[len(front):])
	at := len(digits) - 1
	for at >= 0 && digits[at] == '9' {
		digits[at] = '0'
		at--
	}
	next := front
	switch {
	case at >= 0:
		digits[at]++
		next += string(digits)
	case len(digits) == 0:
		next += "2"
	default:
		next += "1" + string(digits)
	}
	if utf8.RuneCountInString(next) > MaxSeed {
		return "1"
	}
	return next
}
