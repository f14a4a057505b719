package format

import (
	"math"
	"testing"
)

func TestSignificant(t *testing.T) {
	for _, test := range []struct {
		v    float64
		want string
	}{
		{1.9973184, "1.99732"},
		{-0.9916860, "−0.991686"},
		{18.98150, "18.9815"},
		{19, "19.0000"},
		{9.9999996, "10.0000"},
		{0, "0.00000"},
		{0.00012345678, "0.000123457"},
		{0.000012345678, "1.23457e-05"},
		{123456, "123456"},
		{999999.6, "1.00000e+06"},
		{-1.2e19, "−1.20000e+19"},
		{math.NaN(), "–"},
		{math.Inf(-1), "–"},
	} {
		if got := Significant(test.v, 6); got != test.want {
			t.Errorf("Significant(%v, 6) = %q, want %q", test.v, got, test.want)
		}
	}
}

func TestLoss(t *testing.T) {
	for _, test := range []struct {
		v    float64
		want string
	}{
		{4.0217e-05, "4.0217e-05"},
		{1.99295e-03, "0.0020"},
		{1e-3, "1.0000e-03"},
		{61.7662, "61.7662"},
		{0, "0.0000e+00"},
		{math.NaN(), "–"},
	} {
		if got := Loss(test.v); got != test.want {
			t.Errorf("Loss(%v) = %q, want %q", test.v, got, test.want)
		}
	}
}

func TestLine(t *testing.T) {
	for _, test := range []struct {
		w, b float64
		want string
	}{
		{1.9973184, -0.9916860, "y = 1.9973 x − 0.9917"},
		{-2, 1, "y = −2.0000 x + 1.0000"},
		{10, -10, "y = 10.0000 x − 10.0000"},
		{-1e-9, -1e12, "y = −1.0000e-09 x − 1.0000e+12"},
	} {
		if got := Line(test.w, test.b); got != test.want {
			t.Errorf("Line(%v, %v) = %q, want %q", test.w, test.b, got, test.want)
		}
	}
}

func TestPlainAndFixed(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{Plain(-1), "−1"},
		{Plain(0.1), "0.1"},
		{Plain(1e-5), "1e-05"},
		{Plain(0), "0"},
		{Plain(math.Inf(1)), "–"},
		{Fixed(-0.00001, 4), "−1.0000e-05"},
		{Fixed(0, 4), "0.0000"},
		{Fixed(math.NaN(), 4), "–"},
		{Fixed(1e7, 4), "1.0000e+07"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
