package format

import "testing"

func TestDigits(t *testing.T) {
	for _, test := range []struct {
		v      float64
		digits int
		want   string
	}{
		{19, 4, "19"}, {6.37001, 4, "6.37"}, {-0.5, 3, "−0.5"}, {195.666, 4, "195.7"}, {0, 4, "0"}, {100, 4, "100"}, {1e9, 4, "1.000e+09"},
	} {
		if got := Digits(test.v, test.digits); got != test.want {
			t.Errorf("Digits(%v, %d) = %s, want %s", test.v, test.digits, got, test.want)
		}
	}
}
