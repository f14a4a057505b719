package format

import "strings"

// Digits writes v with at most so many significant digits, zeros at the end of its
// decimals left out: 19, 6.37, −0.5. It is for numbers in pictures.
func Digits(v float64, digits int) string {
	text := Significant(v, digits)
	if strings.Contains(text, ".") && !strings.Contains(text, "e") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	return text
}
