package elementary_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python/elementary"
)

// TestFunctions compares with the C library of Linux: exp, log, sin and cos to the bit;
// the others are rounded correctly here, which the library's often are not in the
// last bit.
func TestFunctions(t *testing.T) {
	functions := map[string]func(float64) float64{
		"log": elementary.Log, "sin": elementary.Sin, "cos": elementary.Cos, "exp": elementary.Exp, "tan": elementary.Tan,
		"tanh": elementary.Tanh, "sinh": elementary.Sinh, "cosh": elementary.Cosh, "expm1": elementary.Expm1, "log1p": elementary.Log1p,
		"log2": elementary.Log2, "log10": elementary.Log10,
		"pow 3":   func(x float64) float64 { return elementary.Pow(x, 3) },
		"pow 2.7": func(x float64) float64 { return elementary.Pow(x, 2.7) },
	}
	text, err := os.ReadFile("../numpy/testdata/functions.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Rows []struct {
			Name string
			X, Y []float64
		}
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	if len(fixture.Rows) < 17 {
		t.Fatalf("%d functions, want 17", len(fixture.Rows))
	}
	for _, row := range fixture.Rows {
		f, ok := functions[row.Name]
		if !ok {
			f = functions[strings.Fields(row.Name)[0]]
		}
		allowed := 2 * 0x1p-52
		switch strings.Fields(row.Name)[0] {
		case "exp", "log", "sin", "cos":
			allowed = 0
		case "log2", "pow", "tan":
			allowed = 0x1p-52
		}
		for i, x := range row.X {
			if got, want := f(x), row.Y[i]; math.Abs(got-want) > allowed*math.Abs(want) {
				t.Errorf("%s(%v) = %v, want %v", row.Name, x, got, want)
			}
		}
	}
}

func TestExtremes(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"exp(710)", elementary.Exp(710), inf},
		{"exp(-746)", elementary.Exp(-746), 0},
		{"exp(0)", elementary.Exp(0), 1},
		{"exp(inf)", elementary.Exp(inf), inf},
		{"exp(nan)", elementary.Exp(nan), nan},
		{"log(0)", elementary.Log(0), -inf},
		{"log(-1)", elementary.Log(-1), nan},
		{"log(inf)", elementary.Log(inf), inf},
		{"log(1)", elementary.Log(1), 0},
		{"log(5e-324)", elementary.Log(5e-324), -744.4400719213812},
		{"sin(inf)", elementary.Sin(inf), nan},
		{"sin(1e-300)", elementary.Sin(1e-300), 1e-300},
		{"cos(0)", elementary.Cos(0), 1},
		{"sin(1e5)", elementary.Sin(1e5), 0.03574879797201651},
		{"pow(-2, 3)", elementary.Pow(-2, 3), -8},
		{"pow(-2, 0.5)", elementary.Pow(-2, 0.5), nan},
		{"pow(2, 2000)", elementary.Pow(2, 2000), inf},
		{"pow(2, -2000)", elementary.Pow(2, -2000), 0},
		{"pow(0, 0)", elementary.Pow(0, 0), 1},
		{"tanh(30)", elementary.Tanh(30), 1},
		{"log2(8)", elementary.Log2(8), 3},
		{"log10(1000)", elementary.Log10(1000), 3},
		{"expm1(1e-12)", elementary.Expm1(1e-12), 1.0000000000005e-12},
		{"log1p(1e-12)", elementary.Log1p(1e-12), 9.999999999995e-13},
	} {
		if c.got != c.want && !(math.IsNaN(c.got) && math.IsNaN(c.want)) {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

func BenchmarkLog(b *testing.B) {
	for i := range b.N {
		elementary.Log(float64(i%1000) + 0.7)
	}
}

func BenchmarkExp(b *testing.B) {
	for i := range b.N {
		elementary.Exp(float64(i%100) + 0.7)
	}
}
