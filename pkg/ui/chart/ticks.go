package chart

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// linearTicks places ticks at 1, 2 or 5 times a power of ten, about as many as
// fit.
type linearTicks struct{ fit int }

// LinearTicks are the ticks of the page's charts for another plot, about so
// many on an axis.
func LinearTicks(fit int) plot.Ticker { return linearTicks{fit} }

// Ticks returns the ticks of an axis.
func (t linearTicks) Ticks(minimum, maximum float64) []plot.Tick {
	step := niceStep((maximum - minimum) / float64(max(t.fit, 2)))
	var ticks []plot.Tick
	for i := math.Ceil(minimum/step - 1e-9); i*step <= maximum+step*1e-9 && len(ticks) < 100; i++ {
		ticks = append(ticks, plot.Tick{Value: i * step, Label: tickLabel(i*step, step)})
	}
	return ticks
}

// niceStep returns the smallest of 1, 2, 5 times a power of ten that is at
// least v.
func niceStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= v*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// tickLabel writes a tick's value with the decimals that its step needs.
func tickLabel(v, step float64) string {
	if math.Abs(v) < step/2 {
		return "0"
	}
	decimals := max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if decimals > 4 || math.Abs(v) >= 1e6 {
		digits := int(math.Floor(math.Log10(math.Abs(v))+1e-9) - math.Floor(math.Log10(step)+1e-9))
		text = strconv.FormatFloat(v, 'e', max(digits, 0), 64)
		text = strings.Replace(text, ".0e", "e", 1)
		text = strings.NewReplacer("e+0", "e", "e+", "e", "e-0", "e-").Replace(text)
	}
	if v < 0 {
		return minus + text[1:]
	}
	return text
}

// minus is the true sign, as in the page's numbers.
const minus = "−"

// decadeTicks places ticks at powers of ten, and at 2 and 5 between them where
// there are few.
type decadeTicks struct{ fit int }

// Ticks returns the ticks of a logarithmic axis.
func (t decadeTicks) Ticks(minimum, maximum float64) []plot.Tick {
	low, high := math.Log10(minimum), math.Log10(maximum)
	every := max(1, int(math.Ceil((high-low)/float64(max(t.fit, 2)))))
	var ticks []plot.Tick
	for p := int(math.Floor(low)); float64(p) <= high; p++ {
		factors := []float64{1}
		if high-low < 2 {
			factors = []float64{1, 2, 5}
		}
		if p%every != 0 {
			continue
		}
		for _, factor := range factors {
			if v := factor * math.Pow10(p); v >= minimum*(1-1e-9) && v <= maximum*(1+1e-9) {
				ticks = append(ticks, plot.Tick{Value: v, Label: powerLabel(factor, p)})
			}
		}
	}
	return ticks
}

// powerLabel writes factor·10^p: 0.05, 2, 100, 10⁻⁵.
func powerLabel(factor float64, p int) string {
	if p >= -2 && p <= 3 {
		return strconv.FormatFloat(factor*math.Pow10(p), 'f', max(0, -p), 64)
	}
	superscript := strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(p))
	if factor == 1 {
		return "10" + superscript
	}
	return strconv.FormatFloat(factor, 'f', 0, 64) + "·10" + superscript
}
