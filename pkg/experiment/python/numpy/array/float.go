package array

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python/numpy/figures"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Tuple writes a shape as Python writes a tuple.
func Tuple(shape []int) string {
	texts := make([]string, len(shape))
	for i, n := range shape {
		texts[i] = itoa(n)
	}
	if len(texts) == 1 {
		return "(" + texts[0] + ",)"
	}
	return "(" + strings.Join(texts, ", ") + ")"
}

// tight writes a shape as NumPy's errors do, without blanks.
func tight(shape []int) string { return strings.ReplaceAll(Tuple(shape), " ", "") }

// FormatFloat writes a number of 32 or 64 bits as Python's print does: with the
// fewest digits that read back as the same, and with an exponent from 1e16 on, those
// of 32 bits from 1e6 on.
func FormatFloat(v float64, bits int) string { return figures.Format(v, bits) }

func bitsOf(d DType) int {
	if d == Float32 {
		return 32
	}
	return 64
}
