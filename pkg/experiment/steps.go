package experiment

import (
	"math"
	"strconv"
)

// A ladder is the values that a number's arrow keys stop at.
type ladder struct {
	// rung returns the n-th value; higher n, higher value.
	rung func(n int) float64
	// below returns the highest n whose value is at most v.
	below func(v float64) int
}

// oneTenThousandth is the rung of 0.0001 in oneTwoFive.
const oneTenThousandth = -12

// nearly absorbs the rounding of a value that stands on a rung.
const nearly = 1 + 1e-9

// every is the multiples of 1/parts: every(10) stops at tenths.
func every(parts float64) ladder {
	return ladder{
		rung:  func(n int) float64 { return float64(n) / parts },
		below: func(v float64) int { return int(math.Floor(v*parts + 1e-6)) },
	}
}

// doubling is the powers of two.
func doubling() ladder {
	return ladder{
		rung:  func(n int) float64 { return math.Exp2(float64(n)) },
		below: func(v float64) int { return int(math.Floor(math.Log2(v * nearly))) },
	}
}

// oneTwoFive is 0.1, 0.2, 0.5, 1, 2, 5, 10, ….
func oneTwoFive() ladder {
	rung := func(n int) float64 {
		decade := int(math.Floor(float64(n) / 3))
		// Read from text, so that 5e-3 is the nearest number to 0.005.
		v, _ := strconv.ParseFloat(string("125"[n-3*decade])+"e"+strconv.Itoa(decade), 64)
		return v
	}
	return ladder{rung: rung, below: func(v float64) int {
		n := 3*int(math.Floor(math.Log10(v))) + 3
		for rung(n) > v*nearly {
			n--
		}
		return n
	}}
}

// fromZero is 0 and the rungs from the n-th on: a ladder of ratios never comes
// to 0 by itself.
func (l ladder) fromZero(n int) ladder {
	return ladder{
		rung: func(at int) float64 {
			if at < n {
				return 0
			}
			return l.rung(at)
		},
		below: func(v float64) int {
			if v*nearly < l.rung(n) {
				return n - 1
			}
			return l.below(v)
		},
	}
}

// step moves v up or down by so many rungs; from between two rungs, the first
// step goes to the next one in that direction.
func (l ladder) step(v float64, steps int) float64 {
	n := l.below(v)
	if between := math.Abs(v-l.rung(n)) > (nearly-1)*math.Abs(v); between && steps < 0 {
		n++
	}
	return l.rung(n + steps)
}
