package pandas_test

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/pandas"
)

// run runs a program with data at hand, or without.
func run(t *testing.T, text string, table pandas.Table) (string, eval.Result) {
	t.Helper()
	file, problem := python.Parse(text)
	if problem != nil {
		t.Fatal(problem)
	}
	var b strings.Builder
	result := eval.Run(text, file, eval.Config{
		Modules: map[string]*eval.Module{"numpy": numpy.Module(), "pandas": pandas.Module(table)},
		Print:   func(p eval.Print) { b.WriteString(p.Text) },
	})
	if result.Failure != nil {
		t.Fatalf("%s: %v", text, result.Failure)
	}
	return b.String(), result
}

// TestReadCSVIsTheDataAtHand: with the names and the numbers that the page has.
func TestReadCSVIsTheDataAtHand(t *testing.T) {
	asked := ""
	table := func(path string) ([]string, [][]float64, bool) {
		asked = path
		return []string{"YearsExperience", "Salary"}, [][]float64{{1.1, 1.3, 1.5}, {39343, 46205, 37731}}, true
	}
	got, _ := run(t, `import pandas as pd
df = pd.read_csv("Salary_Data.csv")
print(df.head(2))
X = df.iloc[:, :-1].values
y = df["Salary"].values
print(X.shape, y)
print(pd.read_csv("a.csv", names=["x", "y"])["y"].mean())
print(pd.read_csv("a.csv", usecols=["Salary"]).shape)
`, table)
	const want = `   YearsExperience  Salary
0              1.1   39343
1              1.3   46205
(3, 1) [39343 46205 37731]
41093.0
(3, 1)
`
	if got != want {
		t.Errorf("prints\n%swant\n%s", got, want)
	}
	if asked != "a.csv" {
		t.Errorf("asked for %q, want the path of the program", asked)
	}
}

// TestReadCSVWithoutData is a table that is outside: what it is asked for is not known.
func TestReadCSVWithoutData(t *testing.T) {
	nothing := func(string) ([]string, [][]float64, bool) { return nil, nil, false }
	for _, table := range []pandas.Table{nil, nothing} {
		_, result := run(t, `import pandas as pd
df = pd.read_csv("housing.csv")
x = df["size"].values
`, table)
		for _, name := range []string{"df", "x"} {
			u, ok := result.Globals[name].(eval.Unknown)
			if !ok || u.Why != eval.Outside || u.Text != "housing.csv" {
				t.Errorf("%s is %v, want what is outside in housing.csv", name, result.Globals[name])
			}
		}
	}
}

// TestColumnsThatTheDataHasNot are outside too: the file of the program may have them.
func TestColumnsThatTheDataHasNot(t *testing.T) {
	table := func(string) ([]string, [][]float64, bool) {
		return []string{"x", "y"}, [][]float64{{1, 2}, {3, 4}}, true
	}
	_, result := run(t, `import pandas as pd
df = pd.read_csv("a.csv")
a = df["Salary"]
b = df[["Salary", "x"]]
c = df.drop("Salary", axis=1)
d = df.Salary
e = df.head(1)["Salary"].values
f = df.iloc[:, 1].values
`, table)
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		if u, ok := result.Globals[name].(eval.Unknown); !ok || u.Why != eval.Outside || u.Text != "a.csv" {
			t.Errorf("%s is %v, want what is outside in a.csv", name, result.Globals[name])
		}
	}
	if _, ok := result.Globals["f"].(eval.Array); !ok {
		t.Errorf("f is %v, want an array", result.Globals["f"])
	}
}

// TestColumnsKeepPlaces: the literals of a dict are known by their places.
func TestColumnsKeepPlaces(t *testing.T) {
	const text = `import pandas as pd
df = pd.DataFrame({"x": [1.5, 2.5], "y": [3, 4]})
x = df["x"].values
y = df[["y"]].to_numpy()
`
	_, result := run(t, text, nil)
	for name, want := range map[string]string{"x": "1.5", "y": "3"} {
		a, ok := result.Globals[name].(eval.Array)
		if !ok || a.Origins() == nil {
			t.Errorf("%s has no places", name)
			continue
		}
		if at := a.Origins()[0]; text[at.Start:at.End] != want {
			t.Errorf("%s begins with %q, want %q", name, text[at.Start:at.End], want)
		}
	}
}
