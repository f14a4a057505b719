// Package format writes numbers the way the page shows them.
//
// The leading sign is the true minus U+2212, as in the formula on the board;
// the sign of an exponent stays the hyphen that Keras prints. Nothing here
// ever prints NaN or an infinity: such a value is shown as a dash.
package format

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Minus is the sign of negative numbers on the page.
const Minus = "−"

// missing stands where a number would be.
const missing = "–"

// Significant writes v with the given number of significant digits, trailing
// zeros kept (so that columns align and 19.0000 says how exactly it is 19):
// 18.9815, −0.991686, 1.23457e+19. From 1e-4 up to 10 to the power of digits
// it is written out, elsewhere with an exponent.
func Significant(v float64, digits int) string {
	if !finite(v) {
		return missing
	}
	if v == 0 {
		return strconv.FormatFloat(0, 'f', digits-1, 64)
	}
	// Round first: 9.999996 with six digits is 10.0000, not 10.00000.
	rounded := strconv.FormatFloat(v, 'e', digits-1, 64)
	at := strings.IndexByte(rounded, 'e')
	exponent, _ := strconv.Atoi(rounded[at+1:])
	if exponent < -4 || exponent >= digits {
		return sign(rounded)
	}
	return sign(strconv.FormatFloat(v, 'f', digits-1-exponent, 64))
}

// Short writes v with at most five significant digits, zeros at its end left out, for
// a number that is read at a glance: 195.67, 0.42, 4.0217e-05.
func Short(v float64) string {
	if !finite(v) {
		return missing
	}
	text := strconv.FormatFloat(v, 'g', 5, 64)
	if a := math.Abs(v); a >= 1e5 && a < 1e7 {
		text = strconv.FormatFloat(v, 'f', 0, 64)
	}
	return sign(text)
}

// Fixed writes v with the given number of decimals, for the formula; a number
// too large or too small for that falls back to the same number of
// significant digits.
func Fixed(v float64, decimals int) string {
	if !finite(v) {
		return missing
	}
	if a := math.Abs(v); a >= 1e6 || (a != 0 && a < math.Pow10(-decimals)) {
		return Significant(v, decimals+1)
	}
	return sign(strconv.FormatFloat(v, 'f', decimals, 64))
}

// Plain writes v in the shortest form that reads back, which a field has too:
// −1, 0.1, 1e-05.
func Plain(v float64) string {
	if !finite(v) {
		return missing
	}
	return sign(experiment.ShowNumber(v))
}

// Loss writes a loss or a metric as the console does, which is Keras's way. From
// 1e7 on, where Keras writes out dozens of digits, it has an exponent.
func Loss(v float64) string {
	if !finite(v) {
		return missing
	}
	if math.Abs(v) >= 1e7 {
		return sign(strconv.FormatFloat(v, 'e', 4, 64))
	}
	return sign(nn.FormatMetric(v))
}

// Line writes y = w x + b as text: y = 1.9973 x − 0.9917.
func Line(w, b float64) string {
	operator := " + "
	if b < 0 || (b == 0 && math.Signbit(b)) {
		operator = " " + Minus + " "
	}
	return "y = " + Fixed(w, 4) + " x" + operator + Fixed(math.Abs(b), 4)
}

// ShortLine writes a line as Line does, with at most three digits: y = 10x − 10.
func ShortLine(w, b float64) string {
	short := func(v float64) string {
		if a := math.Abs(v); a >= 1e4 || a != 0 && a < 1e-3 {
			return Significant(v, 3)
		}
		return sign(strconv.FormatFloat(v, 'g', 3, 64))
	}
	operator := " + "
	if b < 0 || (b == 0 && math.Signbit(b)) {
		operator = " " + Minus + " "
	}
	return "y = " + short(w) + "x" + operator + short(math.Abs(b))
}

// ScaledX is what a normalized x is called.
const ScaledX = "x′"

// Scaled writes how x is normalized, with at most four digits: x′ = (x − 1.5) / 1.708.
func Scaled(mean, deviation float64) string {
	operator := " " + Minus + " "
	if mean < 0 {
		operator = " + "
	}
	return ScaledX + " = (x" + operator + Digits(math.Abs(mean), 4) + ") / " + Digits(deviation, 4)
}

// ScaledLine writes the line of a normalized x as Line does: y = 2.0000 x′ − 1.0000.
func ScaledLine(w, b float64) string { return strings.Replace(Line(w, b), " x", " "+ScaledX, 1) }

// sign replaces a leading hyphen by the true minus, and drops it where every
// digit rounded away to zero.
func sign(text string) string {
	if !strings.HasPrefix(text, "-") {
		return text
	}
	if strings.Trim(text, "-0.") == "" {
		return text[1:]
	}
	return Minus + text[1:]
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// Pixels writes a coordinate of a drawing to a tenth of a pixel, which is finer
// than any screen.
func Pixels(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
