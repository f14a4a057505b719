package sklearn_test

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/pandas"
	"firstneuron/pkg/experiment/python/sklearn"
)

func run(t *testing.T, text string) (string, eval.Result) {
	t.Helper()
	file, problem := python.Parse(text)
	if problem != nil {
		t.Fatal(problem)
	}
	var b strings.Builder
	result := eval.Run(text, file, eval.Config{
		Modules: map[string]*eval.Module{"numpy": numpy.Module(), "sklearn": sklearn.Module(), "pandas": pandas.Module(nil)},
		Print:   func(p eval.Print) { b.WriteString(p.Text) },
	})
	if result.Failure != nil {
		t.Fatalf("%s: %v", text, result.Failure)
	}
	return b.String(), result
}

// TestSplitKeepsPlaces: a literal that goes to the training rows is still known. What
// is split and scaled is compared with scikit-learn in ../numpy.
func TestSplitKeepsPlaces(t *testing.T) {
	const text = `import numpy as np
from sklearn.model_selection import train_test_split
xs = np.array([10.5, 11.5, 12.5, 13.5])
train, test = train_test_split(xs, test_size=0.25, random_state=0)
`
	_, result := run(t, text)
	a := result.Globals["train"].(eval.Array)
	for i, at := range a.Origins() {
		if got, want := text[at.Start:at.End], eval.FloatRepr(a.Floats()[i]); got != want {
			t.Errorf("place %d is of %q, want %q", i, got, want)
		}
	}
	if len(a.Origins()) != 3 {
		t.Errorf("%d places, want 3", len(a.Origins()))
	}
}

// TestSplitOfTables keeps the labels of the rows.
func TestSplitOfTables(t *testing.T) {
	got, _ := run(t, `import pandas as pd
from sklearn.model_selection import train_test_split
df = pd.DataFrame({"x": [1, 2, 3, 4], "y": [2.0, 4.0, 6.0, 8.0]})
a, b, c, d = train_test_split(df[["x"]], df["y"], test_size=0.25, random_state=0)
print(a)
print(d)
`)
	const want = `   x
3  4
1  2
0  1
2    6.0
Name: y, dtype: float64
`
	if got != want {
		t.Errorf("prints\n%swant\n%s", got, want)
	}
}

// TestWithoutARandomState: NumPy's seed counts; without it the learner is told.
func TestWithoutARandomState(t *testing.T) {
	const program = "from sklearn.model_selection import train_test_split\nprint(train_test_split([1, 2, 3, 4, 5]))\n"
	if _, result := run(t, program); len(result.Notes) != 1 || result.Notes[0].Code != "code_random" {
		t.Errorf("tells %v, want code_random", result.Notes)
	}
	if _, result := run(t, "import numpy as np\nnp.random.seed(3)\n"+program); len(result.Notes) != 0 {
		t.Errorf("with a seed tells %v, want nothing", result.Notes)
	}
}
