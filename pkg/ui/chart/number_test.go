package chart

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestNumberIsTheShortestOfItsHundredths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e6, 1e6).Draw(t, "v")
		want := strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64)
		if got := number(v); got != want && got != "-"+want && "-"+got != want {
			t.Errorf("number(%v) = %q, want %q", v, got, want)
		}
	})
	for v, want := range map[float64]string{0: "0", -0.001: "0", -0.5: "-0.5", 12.34: "12.34", 7.1: "7.1", 1e20: "100000000000000000000"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) = %q, want %q", v, got, want)
		}
	}
}
