package chart

import (
	"math"
	"strconv"
)

// number writes a coordinate to a hundredth of a pixel.
func number(v float64) string { return string(appendNumber(nil, v)) }

// appendNumber appends it. A chart is thousands of numbers, drawn again with
// every move of a dragged point: this takes a fifth of strconv's time.
func appendNumber(b []byte, v float64) []byte {
	if !(math.Abs(v) < 1e15) {
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	hundredths := int64(math.Round(v * 100))
	if hundredths < 0 {
		b, hundredths = append(b, '-'), -hundredths
	}
	b = strconv.AppendInt(b, hundredths/100, 10)
	switch rest := hundredths % 100; {
	case rest == 0:
	case rest%10 == 0:
		b = append(b, '.', byte('0'+rest/10))
	default:
		b = append(b, '.', byte('0'+rest/10), byte('0'+rest%10))
	}
	return b
}
