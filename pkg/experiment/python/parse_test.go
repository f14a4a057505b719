package python

import (
	"strings"
	"testing"
)

func TestStatementsHaveTheirPlaces(t *testing.T) {
	const text = `import numpy as np
from keras.layers import Dense, Input as In
%matplotlib inline
xs = np.array([1.0, 2.0])  # two
for x in xs:
    print(x)

a, b = 1, 2
model.fit(
    xs,  # inside
    epochs=5,
); print("done")
`
	file, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range file.Statements {
		got = append(got, text[s.Start:s.End])
	}
	want := []string{
		"import numpy as np", "from keras.layers import Dense, Input as In", "%matplotlib inline", "xs = np.array([1.0, 2.0])",
		"for x in xs:\n    print(x)", "a, b = 1, 2", "model.fit(\n    xs,  # inside\n    epochs=5,\n)", `print("done")`,
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the statements are\n%q, want\n%q", got, want)
	}
	if names := file.Statements[1].Names; names["Dense"] != "keras.layers.Dense" || names["In"] != "keras.layers.Input" {
		t.Errorf("imported: %v", names)
	}
	if s := file.Statements[3]; s.Kind != Assign || s.Target != "xs" || s.Value.Kind != Call || s.Value.Base.Text != "np.array" {
		t.Errorf("the assignment is %+v", s)
	}
	if s := file.Statements[5]; s.Kind != Assign || s.Target != "" {
		t.Errorf("an assignment to two names has the target %q", s.Target)
	}
	if len(file.Comments) != 2 {
		t.Errorf("%d comments, want 2", len(file.Comments))
	}
}

func TestOperatorsBindAsInPython(t *testing.T) {
	for text, want := range map[string]string{
		"a + b * c": "(a + (b * c))", "-a ** b": "(-(a ** b))", "a ** b ** c": "(a ** (b ** c))", "a - b - c": "((a - b) - c)",
		"(a + b) * c": "((a + b) * c)", "a ** -b": "(a ** (-b))", "a if b else c": "?", "lambda x: x": "?", "[x for x in y]": "?", "a < b": "?",
		"x = a; x %= b": "(x % b)", "a << b": "?", "~a": "?", "x = 1; x -= a * b": "(x - (a * b))", "x[1][2]": "x[][]", "f(a, k=b).g": "f(a, k=b).g", `'t'`: "'t'", "(a,)": "(a)", "[[a], [b]]": "[[a], [b]]", "0x1F + 2j": "(0x1F + 2j)", `f(f"{d["a"]} {{ {f'{"b"}'}", c)`: "f(?, c)", `f(f"{a['b':]:'>9}", c)`: "f(?, c)", `f"{a}"`: "?",
	} {
		file, err := Parse(text)
		if err != nil || len(file.Statements) != strings.Count(text, ";")+1 {
			t.Errorf("%s: %v, %d statements", text, err, len(file.Statements))
			continue
		}
		if got := written(file.Statements[len(file.Statements)-1].Value); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}

// written writes an expression with all its brackets.
func written(e *Expr) string {
	list := func(args []Arg) string {
		var items []string
		for _, arg := range args {
			item := written(arg.Expr)
			if arg.Name != "" {
				item = arg.Name + "=" + item
			}
			items = append(items, item)
		}
		return strings.Join(items, ", ")
	}
	switch e.Kind {
	case Name, Number:
		return e.Text
	case Text:
		return "'" + e.Text + "'"
	case List:
		return "[" + list(e.Args) + "]"
	case Tuple:
		return "(" + list(e.Args) + ")"
	case Call:
		return written(e.Base) + "(" + list(e.Args) + ")"
	case Attribute:
		return written(e.Base) + "." + e.Text
	case Index:
		return written(e.Base) + "[]"
	case Unary:
		return "(" + e.Text + written(e.Args[0].Expr) + ")"
	case Binary:
		return "(" + written(e.Args[0].Expr) + " " + e.Text + " " + written(e.Args[1].Expr) + ")"
	}
	return "?"
}

func TestErrorsHaveTheirPlaces(t *testing.T) {
	for _, test := range []struct {
		text     string
		kind     ErrorKind
		at       string
		expected string
	}{
		{"f(1, 2", Unclosed, "(", ")"},
		{"x = [1, (2, 3]", Unexpected, "]", ")"},
		{"x = 'abc", Unclosed, "'", "'"},
		{"x = “a”", Typographic, "“", `"`},
		{"x = ", Unexpected, "", "…"},
		{"x = 1 2", Unexpected, "2", "⏎"},
		{"from a", Unexpected, "", "import"},
		{strings.Repeat("[", MaxDepth+1), TooDeep, "[", ""},
	} {
		_, err := Parse(test.text)
		if err == nil || err.Kind != test.kind || test.text[err.Start:err.End] != test.at || err.Expected != test.expected || err.Error() == "" {
			t.Errorf("%s: %+v, want %v at %q, expecting %q", test.text, err, test.kind, test.at, test.expected)
		}
	}
}
