package fdlibm

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// recorded are the rows of a file that the script of its name made with node 20.20.2
// (V8 11.3).
func recorded[Row any](t *testing.T, name string) []Row {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows []Row
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestSineCosineAndLogarithmAreThoseOfV8(t *testing.T) {
	rows := recorded[[5]float64](t, "sine.json")
	others := 0
	for _, row := range rows {
		angle, number := row[0], row[3]
		for _, test := range []struct {
			name      string
			of        float64
			got, want float64
			inGo      float64
		}{
			{"sin", angle, Sin(angle), row[1], math.Sin(angle)},
			{"cos", angle, Cos(angle), row[2], math.Cos(angle)},
			{"log", number, Log(number), row[4], math.Log(number)},
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
		t.Error("Go's own functions give what V8 does; use them, and delete sine.go and log.go")
	}
}

// TestWhatIsLeftToGo: what is left to Go.
func TestWhatIsLeftToGo(t *testing.T) {
	for _, x := range []float64{1e9, -1e9, 1e300} {
		if Sin(x) != math.Sin(x) || Cos(x) != math.Cos(x) {
			t.Errorf("sin(%v), cos(%v) = %v, %v, want Go's", x, x, Sin(x), Cos(x))
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if !math.IsNaN(Sin(x)) || !math.IsNaN(Cos(x)) {
			t.Errorf("sin(%v), cos(%v) = %v, %v, want NaN", x, x, Sin(x), Cos(x))
		}
	}
	if got := Log(0); !math.IsInf(got, -1) {
		t.Errorf("log(0) = %v, want −Inf", got)
	}
	if got := Log(-1); !math.IsNaN(got) {
		t.Errorf("log(-1) = %v, want NaN", got)
	}
}

func TestTangentAndExponentialAreThoseOfV8(t *testing.T) {
	rows := recorded[[3]float64](t, "exp.json")
	others := [2]int{}
	for _, row := range rows {
		x := row[0]
		if got := Tanh(x); got != row[1] {
			t.Errorf("tanh(%v) = %v, want %v as V8 has it", x, got, row[1])
		}
		if got := Exp(x); got != row[2] {
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
		if got, want := Exp(x), math.Exp(x); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
		if got, want := Tanh(x), math.Tanh(x); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("tanh(%v) = %v, want %v", x, got, want)
		}
	}
}
