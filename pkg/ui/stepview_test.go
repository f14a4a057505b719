package ui

import (
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// written is the text of a phase of the first step, without its elements.
func written(t *testing.T, fragment string, phase int) string {
	t.Helper()
	p := opened(t, fragment, session.StepTraceOpened{Open: true}, session.StepPhaseChosen{Phase: phase})
	v := newStepView("en", p.Session)
	if v.Step.Trace == nil {
		t.Fatalf("%s: the step is not traced", fragment)
	}
	var b strings.Builder
	for _, part := range v.phase(v.Step.Trace) {
		b.WriteString(app.HTMLString(part))
	}
	return b.String()
}

// TestStepIsWrittenOut: the first step of the lesson from w = 0, b = 0, worked out
// on paper. The errors are 3, 1, −1, −3, −5, −7, so that their squares are 94, the
// sum of error · x is −53 and the sum of the errors −12.
func TestStepIsWrittenOut(t *testing.T) {
	const lesson = "xs=-1,0,1,2,3,4&ys=-3,-1,1,3,5,7&w=0&b=0"
	for _, test := range []struct {
		fragment string
		phase    int
		want     []string
	}{
		{lesson, 1, []string{"loss = 94 / 6 = 15.6667"}},
		{lesson, 2, []string{
			"∂loss/∂w = 2/6 · Σ error · x = 2/6 · (−53) = −17.6667", "∂loss/∂b = 2/6 · Σ error = 2/6 · (−12) = −4",
			"Σ error · x = 3·(−1) + 1·0 + (−1)·1 + (−3)·2 + (−5)·3 + (−7)·4 = −53", "Σ error = 3 + 1 + (−1) + (−3) + (−5) + (−7) = −12",
		}},
		{lesson, 3, []string{"w − rate · ∂loss/∂w = 0 − 0.01 · (−17.6667) = 0.176667", "b − rate · ∂loss/∂b = 0 − 0.01 · (−4) = 0.04"}},
		{lesson + "&optimizer=adam", 3, []string{"w: 0 → ", "∂loss/∂w = −17.6667"}},
		{lesson + "&loss=mean_absolute_error", 2, []string{"∂loss/∂w = Σ δ · x = "}},
	} {
		got := strings.ReplaceAll(written(t, test.fragment, test.phase), "\n", " ")
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: phase %d is written as %s, want %q in it", test.fragment, test.phase, got, want)
			}
		}
	}
}

// TestLongSumsAreCut: the total is that of all terms.
func TestLongSumsAreCut(t *testing.T) {
	s := &sum{}
	for range 3 * maxStepRows {
		s.add(2, "2")
	}
	if got, want := s.String(), strings.Repeat("2 + ", maxStepRows)+"… = 72"; got != want {
		t.Errorf("the sum is written as %q, want %q", got, want)
	}
}

// TestStepOfClasses: the table has both inputs, and of the outputs that of the point's own
// class, whose logarithm is the row's loss.
func TestStepOfClasses(t *testing.T) {
	const rings = "set=rings:1:10:60&classes=3&layers=4:tanh,3:softmax&loss=sparse_categorical_crossentropy&batch=5"
	p := opened(t, rings, session.StepTraceOpened{Open: true}, session.StepPhaseChosen{Phase: 1})
	v := newStepView("en", p.Session)
	trace := v.Step.Trace
	html := app.HTMLString(v.table(trace, true))
	for _, name := range []string{"x1", "x2", "y", "output of class y"} {
		if !strings.Contains(html, ">\n"+name+"\n") && !strings.Contains(html, ">"+name+"<") {
			t.Errorf("the table has no column %q:\n%s", name, html)
		}
	}
	if strings.Contains(html, "prediction") {
		t.Errorf("a class is predicted, and no number:\n%s", html)
	}
	for i, row := range trace.Rows {
		point := p.Experiment.Points[row]
		outputs := p.OutputsAt(trace.Before, point.X).Row(0)
		own := float64(outputs[int(point.Y)])
		if math.Abs(-math.Log(own)-trace.RowLosses[i]) > 1e-5 {
			t.Errorf("row %d: the output %v of class %v does not make the loss %v", i, own, point.Y, trace.RowLosses[i])
		}
		for _, want := range []string{shortNumber(point.X[0]), shortNumber(point.X[1]), shortNumber(own), shortNumber(trace.RowLosses[i])} {
			if !strings.Contains(html, want) {
				t.Errorf("row %d lacks %s:\n%s", i, want, html)
			}
		}
	}
	if guess := written(t, rings, 0); !strings.Contains(guess, "one output for each class") {
		t.Errorf("the guess does not say what the table has:\n%s", guess)
	}
}

func TestShortNumbers(t *testing.T) {
	for v, want := range map[float64]string{19: "19", 0.5: "0.5", -17.333333: "−17.3333", 1e9: "1.00000e+09", 0: "0", 100: "100"} {
		if got := shortNumber(v); got != want {
			t.Errorf("%v is written as %s, want %s", v, got, want)
		}
	}
}
