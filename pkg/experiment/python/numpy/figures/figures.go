// Package figures writes floating-point numbers as NumPy prints them, alone and in
// columns. Arrays are package array's business.
package figures

import (
	"math"
	"strconv"
	"strings"
)

// Options are those of np.set_printoptions.
type Options struct {
	// Precision is how many digits stand behind the point at most.
	Precision int
	// Threshold is from how many elements on only Edge at each end are shown.
	Threshold, Edge int
	// Width is that of a line.
	Width int
	// Suppress has small numbers written without exponents.
	Suppress bool
	// Fixed has every number written with Precision digits behind the point:
	// floatmode "fixed". Equal has them all have as many: "maxprec_equal".
	Fixed, Equal bool
	// Unique has them written with all their digits: "unique".
	Unique bool
	// Sign is "-" for a sign of negative numbers alone, "+" or " ".
	Sign string
}

// DefaultOptions are those that NumPy begins with.
var DefaultOptions = Options{Precision: 8, Threshold: 1000, Edge: 3, Width: 75, Sign: "-"}

// Format writes a number of 32 or 64 bits as Python's print does: with the
// fewest digits that read back as the same, and with an exponent from 1e16 on, those
// of 32 bits from 1e6 on.
func Format(v float64, bits int) string {
	limit := 1e16
	if bits == 32 {
		limit = 1e6
	}
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "nan"
	case math.IsInf(v, 1):
		return "inf"
	case math.IsInf(v, -1):
		return "-inf"
	case a != 0 && (a < 1e-4 || a >= limit):
		return strconv.FormatFloat(v, 'e', -1, bits)
	}
	text := strconv.FormatFloat(v, 'f', -1, bits)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// Left puts blanks before a text that is shorter than a width.
func Left(text string, width int) string {
	if len(text) < width {
		return strings.Repeat(" ", width-len(text)) + text
	}
	return text
}

// Column is how floating-point numbers of so many bits are written below each other.
type Column struct {
	bits              int
	precision, digits int // digits behind the point at most and at least
	exponent          bool
	whole, fraction   int // widths before and behind the point
	power             int // digits of the exponent
	unique            bool
	plus              bool
}

// NewColumn returns how numbers are written so that all have the same width.
func NewColumn(bits int, values []float64, o Options) *Column {
	f := &Column{bits: bits, precision: o.Precision, unique: !o.Fixed, plus: o.Sign == "+"}
	if o.Unique {
		f.precision = 1000
	}
	var finite []float64
	small, large := math.Inf(1), 0.0
	infinite, negative, minus := false, false, false
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			infinite = true
			negative = negative || v < 0
			continue
		}
		minus = minus || math.Signbit(v)
		finite = append(finite, v)
		if v != 0 {
			small, large = min(small, math.Abs(v)), max(large, math.Abs(v))
		}
	}
	least, limit, ratio := 1e-4, 1e8, large/small
	if f.bits == 32 {
		least, limit, ratio = float64(float32(least)), 1e6, float64(float32(large)/float32(small))
	}
	f.exponent = large > 0 && (large >= limit || !o.Suppress && (small < least || ratio > 1000))
	for _, v := range finite {
		whole, fraction, power := f.parts(v)
		f.whole, f.fraction, f.power = max(f.whole, len(whole)), max(f.fraction, len(fraction)), max(f.power, len(power)-1)
	}
	if f.exponent || o.Fixed || o.Equal {
		f.digits, f.precision = f.fraction, f.fraction
	}
	if o.Sign == " " && !minus {
		f.whole++
	}
	if infinite {
		right := f.fraction + 1
		if f.exponent {
			right += f.power + 2
		}
		f.whole = max(f.whole, 3-right)
		if negative || o.Sign != "-" {
			f.whole = max(f.whole, 4-right)
		}
	}
	return f
}

// parts are a number's digits before and behind the point, and the exponent with
// its sign. Behind the point stand as few digits as tell the number from its
// neighbours, at most precision.
func (f *Column) parts(v float64) (whole, fraction, power string) {
	format := byte('f')
	if f.exponent {
		format = 'e'
	}
	whole, fraction, power = cutNumber(strconv.FormatFloat(v, format, -1, f.bits))
	if len(fraction) > f.precision || !f.unique {
		whole, fraction, power = cutNumber(strconv.FormatFloat(v, format, f.precision, 64))
		if f.unique {
			fraction = strings.TrimRight(fraction, "0")
		}
	}
	if f.plus && !math.Signbit(v) {
		whole = "+" + whole
	}
	return whole, fraction, power
}

func cutNumber(text string) (whole, fraction, power string) {
	text, power, _ = strings.Cut(text, "e")
	whole, fraction, _ = strings.Cut(text, ".")
	return whole, fraction, power
}

// Write writes a number in its column.
func (f *Column) Write(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		text := Format(v, 64)
		if f.plus && !(v < 0) {
			text = "+" + text
		}
		width := f.whole + 1 + f.fraction
		if f.exponent {
			width += f.power + 2
		}
		return Left(text, width)
	}
	whole, fraction, power := f.parts(v)
	if len(fraction) < f.digits {
		// The digits that follow are the number's own, not zeros.
		format := byte('f')
		if f.exponent {
			format = 'e'
		}
		whole, fraction, power = cutNumber(strconv.FormatFloat(v, format, f.digits, 64))
		if f.plus && !math.Signbit(v) {
			whole = "+" + whole
		}
	}
	text := Left(whole, f.whole) + "." + fraction
	if f.exponent {
		return text + "e" + power[:1] + strings.Repeat("0", max(0, f.power-len(power)+1)) + power[1:]
	}
	return text + strings.Repeat(" ", f.fraction-len(fraction))
}
