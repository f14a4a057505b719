package playground

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
	var rows [][3]float64
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	others := [2]int{}
	for _, row := range rows {
		x := row[0]
		if got := tanh(x); got != row[1] {
			t.Errorf("tanh(%v) = %v, want %v as V8 has it", x, got, row[1])
		}
		if got := exp(x); got != row[2] {
			t.Errorf("exp(%v) = %v, want %v as V8 has it", x, got, row[2])
		}
		if math.Tanh(x) != row[1] {
			others[0]++
		}
		if math.Exp(x) != row[2] {
			others[1]++
		}
	}
	t.Logf("Go's own functions differ from V8's: tanh in %d, exp in %d of %d values", others[0], others[1], len(rows))
	if others[0] == 0 {
		t.Error("Go's own tanh gives what V8 does; use it")
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 800, -800} {
		if got, want := exp(x), math.Exp(x); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
		if got, want := tanh(x), math.Tanh(x); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("tanh(%v) = %v, want %v", x, got, want)
		}
	}
}
