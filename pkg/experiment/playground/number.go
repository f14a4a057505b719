package playground

import (
	"math"
	"strconv"
	"strings"
)

// number reads a text as JavaScript's Number does, by which the Playground reads
// its links: "" is 0, "0x10" is 16, "1e400" is infinite, "1,5" is no number.
func number(text string) float64 {
	text = strings.TrimFunc(text, blank)
	switch text {
	case "":
		return 0
	case "Infinity", "+Infinity":
		return math.Inf(1)
	case "-Infinity":
		return math.Inf(-1)
	}
	if len(text) > 2 && text[0] == '0' {
		if base := map[byte]int{'x': 16, 'o': 8, 'b': 2}[text[1]|0x20]; base != 0 {
			return whole(text[2:], base)
		}
	}
	// Go reads more than JavaScript: hexadecimal fractions, "inf", "1_000".
	if strings.Trim(text, "0123456789.eE+-") != "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && !math.IsInf(v, 0) {
		return math.NaN()
	}
	return v
}

// whole reads digits of a base.
func whole(digits string, base int) float64 {
	var v float64
	for _, c := range strings.ToLower(digits) {
		digit := strings.IndexRune("0123456789abcdef"[:base], c)
		if digit < 0 {
			return math.NaN()
		}
		v = v*float64(base) + float64(digit)
	}
	return v
}

// blank reports whether JavaScript's trim takes a character away.
func blank(c rune) bool {
	switch c {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff':
		return true
	}
	return c >= '\u2000' && c <= '\u200a'
}
