package program

import (
	"math"
	"strconv"
	"strings"
)

// NumPyColumn writes float32s as print shows a NumPy array of shape (n, 1): with
// the fewest digits that tell them apart, at most eight, points below points;
// with exponents where the sizes differ too much.
//
// Source: numpy/_core/arrayprint.py.
func NumPyColumn(values []float32) string {
	const threshold, edge = 1000, 3
	rows := values
	if len(values) > threshold {
		rows = append(append([]float32(nil), values[:edge]...), values[len(values)-edge:]...)
	}
	texts := numPyTexts(rows)
	var b strings.Builder
	for i, text := range texts {
		switch {
		case i == 0:
			b.WriteString("[")
		case i == edge && len(values) > threshold:
			b.WriteString("\n ...\n ")
		default:
			b.WriteString("\n ")
		}
		b.WriteString("[" + text + "]")
	}
	return b.String() + "]"
}

// numPyTexts writes numbers in one width.
func numPyTexts(values []float32) []string {
	least, most := math.Inf(1), 0.0
	for _, v := range values {
		if a := math.Abs(float64(v)); finite(v) && a > 0 {
			least, most = min(least, a), max(most, a)
		}
	}
	exponent := most >= 1e8 || (most > 0 && (least < 1e-4 || float32(most)/float32(least) > 1000))
	texts := make([]string, len(values))
	before, after := 0, 0 // digits before and after the point
	for i, v := range values {
		if !finite(v) {
			texts[i] = strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(float64(v), 'g', -1, 32), "+"))
			continue
		}
		texts[i] = numPyNumber(v, exponent)
		mantissa, _, _ := strings.Cut(texts[i], "e")
		whole, fraction, _ := strings.Cut(mantissa, ".")
		before, after = max(before, len(whole)), max(after, len(fraction))
	}
	width := 0
	for i, text := range texts {
		whole, fraction, point := strings.Cut(text, ".")
		switch {
		case point && exponent: // more digits than it needs are its own, not zeros
			texts[i] = strconv.FormatFloat(float64(values[i]), 'e', after, 64)
			if after == 0 {
				texts[i] = text
			}
		case point:
			texts[i] = strings.Repeat(" ", before-len(whole)) + text + strings.Repeat(" ", after-len(fraction))
		}
		width = max(width, len(texts[i]))
	}
	for i, text := range texts {
		texts[i] = strings.Repeat(" ", width-len(text)) + text
	}
	return texts
}

// numPyNumber writes one number with a point: 19., 0.5, 1.25e-05.
func numPyNumber(v float32, exponent bool) string {
	if exponent {
		text := strconv.FormatFloat(float64(v), 'e', -1, 32)
		if mantissa, power, _ := strings.Cut(text, "e"); !strings.Contains(mantissa, ".") {
			text = mantissa + ".e" + power
		}
		return text
	}
	text := strconv.FormatFloat(float64(v), 'f', -1, 32)
	if _, fraction, _ := strings.Cut(text, "."); len(fraction) > 8 {
		text = strings.TrimRight(strconv.FormatFloat(float64(v), 'f', 8, 64), "0")
	}
	if !strings.Contains(text, ".") {
		text += "."
	}
	return text
}

func finite(v float32) bool { return !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0) }
