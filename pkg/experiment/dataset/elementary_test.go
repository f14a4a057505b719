package dataset

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// TestElementaryFunctionsAreThoseOfV8: recorded by testdata/v8.js with node 20.20.2
// (V8 11.3).
func TestElementaryFunctionsAreThoseOfV8(t *testing.T) {
	data, err := os.ReadFile("testdata/v8.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][5]float64
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	others := 0
	for _, row := range rows {
		angle, number := row[0], row[3]
		for _, test := range []struct {
			name      string
			of        float64
			got, want float64
			inGo      float64
		}{
			{"sin", angle, sin(angle), row[1], math.Sin(angle)},
			{"cos", angle, cos(angle), row[2], math.Cos(angle)},
			{"log", number, log(number), row[4], math.Log(number)},
		} {
			if test.got != test.want {
				t.Errorf("%s(%v) = %v, want %v as V8 has it", test.name, test.of, test.got, test.want)
			}
			if test.inGo != test.want {
				others++
			}
		}
	}
	// What the file is for: were Go's the same, it would be too much.
	t.Logf("Go's own functions differ from V8's in %d of %d values", others, 3*len(rows))
	if others == 0 {
		t.Error("Go's own functions give what V8 does; use them, and delete elementary.go")
	}
}

// TestElementaryFunctionsElsewhere: what is left to Go.
func TestElementaryFunctionsElsewhere(t *testing.T) {
	for _, x := range []float64{1e9, -1e9, 1e300} {
		if sin(x) != math.Sin(x) || cos(x) != math.Cos(x) {
			t.Errorf("sin(%v), cos(%v) = %v, %v, want Go's", x, x, sin(x), cos(x))
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if !math.IsNaN(sin(x)) || !math.IsNaN(cos(x)) {
			t.Errorf("sin(%v), cos(%v) = %v, %v, want NaN", x, x, sin(x), cos(x))
		}
	}
	if got := log(0); !math.IsInf(got, -1) {
		t.Errorf("log(0) = %v, want −Inf", got)
	}
	if got := log(-1); !math.IsNaN(got) {
		t.Errorf("log(-1) = %v, want NaN", got)
	}
}
