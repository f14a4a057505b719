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

// NumPyPicked writes what indexes pick of the column that NumPyColumn writes: a
// row, or a number; ok is false where they pick nothing.
func NumPyPicked(values []float32, index []int) (text string, ok bool) {
	sizes := []int{len(values), 1}
	if len(index) > len(sizes) {
		return "", false
	}
	for i, at := range index {
		if at < -sizes[i] || at >= sizes[i] {
			return "", false
		}
	}
	if len(index) == 0 {
		return NumPyColumn(values), true
	}
	v := values[(index[0]+len(values))%len(values)]
	if len(index) == 2 {
		return PythonFloat(float64(v), 32), true
	}
	row := NumPyColumn([]float32{v})
	return row[1 : len(row)-1], true
}

// PythonFloat writes a number of 32 or 64 bits as Python's print does.
func PythonFloat(v float64, bits int) string {
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "nan"
	case math.IsInf(v, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(v, 'g', -1, bits), "+"))
	case a != 0 && (a < 1e-4 || a >= 1e16):
		return strconv.FormatFloat(v, 'e', -1, bits)
	}
	text := strconv.FormatFloat(v, 'f', -1, bits)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
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
