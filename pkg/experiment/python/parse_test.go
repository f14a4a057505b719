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
	if names := file.Statements[1].Names; len(names) != 2 || names[0].As != "Dense" || names[1].Path != "Input" || names[1].As != "In" {
		t.Errorf("imported: %v", names)
	}
	if s := file.Statements[3]; s.Kind != Assign || s.Targets[0].Text != "xs" || s.Value.Kind != Call || s.Value.Base.Text != "array" {
		t.Errorf("the assignment is %+v", s)
	}
	if s := file.Statements[5]; s.Kind != Assign || s.Targets[0].Kind != Tuple {
		t.Errorf("an assignment to two names has the targets %v", s.Targets)
	}
	if len(file.Comments) != 2 {
		t.Errorf("%d comments, want 2", len(file.Comments))
	}
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
		{"f(a=1, a=2)", Repeated, "a=2", "a"},
		{"f() = 2", Unassignable, "f()", "cannot assign to function call here. Maybe you meant '==' instead of '='?"},
		{"x = 1\n  y = 2", Indentation, "y", "IndentationError: unexpected indent"},
		{"def f():\nx = 1", Indentation, "x", "IndentationError: expected an indented block after function definition on line 1"},
		{"if a:\n    b\n  c", Indentation, "c", "IndentationError: unindent does not match any outer indentation level"},
		{strings.Repeat("[", MaxDepth+1), TooDeep, "[", ""},
		{strings.Repeat("if a:\n", 1), Indentation, "if", "IndentationError: expected an indented block after 'if' statement on line 1"},
	} {
		_, err := Parse(test.text)
		if err == nil || err.Kind != test.kind || test.text[err.Start:err.End] != test.at || err.Expected != test.expected || err.Error() == "" {
			t.Errorf("%s: %+v, want %v at %q, expecting %q", test.text, err, test.kind, test.at, test.expected)
		}
	}
	deep := ""
	for i := range MaxDepth + 2 {
		deep += strings.Repeat(" ", i) + "if a:\n"
	}
	if _, err := Parse(deep); err == nil || err.Kind != TooDeep {
		t.Errorf("a thousand levels: %v", err)
	}
}
