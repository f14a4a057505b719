package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestProblemsAreBounded: of a program of any number of mistakes some are told,
// and that it cannot be used is among them.
func TestProblemsAreBounded(t *testing.T) {
	many := func(piece string) string { return strings.Repeat(piece, 20_000/len(piece)) }
	for name, text := range map[string]string{
		"layers that are numbers": "keras.Sequential([" + many("1,") + "])",
		"mistakes, then wrong":    "m = Sequential([" + many("Input(1),") + "1])",
	} {
		reading := Read(text, experiment.Default())
		if n := len(reading.Problems); n < 2 || n > maxProblems+1 || reading.OK() {
			t.Errorf("%s: %d problems, OK %v, want at most %d, and not OK", name, n, reading.OK(), maxProblems+1)
		}
	}
}

// TestWorkIsBounded: a loop without end is told of at its place.
func TestWorkIsBounded(t *testing.T) {
	for text, code := range map[string]string{
		"x = 1\nwhile True:\n    x = x + 1\n":                  "code_too_much",
		"x = [0] * 10_000_000\n":                               "code_too_many_values",
		"def f(n):\n    return f(n + 1)\nf(0)\n":               "code_too_deep_calls",
		"x = 2 ** 100\n":                                       "code_large",
		strings.Repeat("x = "+strings.Repeat("[", 40)+"\n", 3): "code_too_deep",
	} {
		reading := Read(text, experiment.Default())
		if codesOf(reading) != code || reading.OK() || reading.Problems[0].Detail.Line == 0 {
			t.Errorf("%.40q has %v, want %s", text, reading.Problems, code)
		}
	}
}

// TestALoopTellsOnce: what is to tell of a line in a loop is told once, however often
// the loop comes to it.
func TestALoopTellsOnce(t *testing.T) {
	for text, code := range map[string]string{
		"import catboost\nfor _ in range(50):\n    catboost.step()\n":                                             "code_lacks",
		"import catboost\nx = catboost\nfor _ in range(50):\n    x = x.more\n":                                    "code_lacks",
		"import keras\nm = keras.Sequential([])\nfor _ in range(50):\n    m.predict([1.0])\n":                     "code_list",
		"import keras\nm = keras.Sequential([])\nfor _ in range(50):\n    m.predict(open('x'), 1)\n":              "code_outside",
		"import catboost\nn = 0\nwhile n < 200:\n    n += 1\n    catboost.step()\nfor _ in [1]:\n    open('x')\n": "code_outside",
	} {
		count := 0
		for _, p := range Read(text, experiment.Default()).Problems {
			if p.Detail.Code == code {
				count++
			}
		}
		if count != 1 {
			t.Errorf("%q tells %s %d times, want once", text, code, count)
		}
	}
}
