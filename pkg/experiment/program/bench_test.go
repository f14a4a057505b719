package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// BenchmarkInStep is what an edit of a control costs: the program is written
// and read again.
func BenchmarkInStep(b *testing.B) {
	for b.Loop() {
		e := experiment.Default()
		Read(script.Keras(e), e)
	}
}

// BenchmarkNotebook reads 300 lines: functions, loops over a thousand numbers, arrays,
// a model, and what is printed.
func BenchmarkNotebook(b *testing.B) {
	const cell = `
def normalized(values, low=0.0, high=1.0):
    """Between low and high."""
    least, most = min(values), max(values)
    return [low + (v - least) / (most - least) * (high - low) for v in values]

table = {"x": [float(i) for i in range(100)], "y": []}
for x in table["x"]:
    table["y"].append(3 * x + 1 if x > 10 else x ** 2)
scaled = np.array(normalized(table["y"]))
print(f"mean {scaled.mean():.3f}, deviation {scaled.std():.3f}", scaled[:3])
`
	text := imports + strings.Repeat(cell, 26) + data + built + learns + "print(model.predict(np.array([4.0]))[0][0])\n"
	if n := strings.Count(text, "\n"); n < 290 || n > 310 {
		b.Fatalf("%d lines", n)
	}
	if r := Read(text, experiment.Default()); !r.OK() || len(r.Problems) > 0 {
		b.Fatal(r.Problems)
	}
	for b.Loop() {
		Read(text, experiment.Default())
	}
}
