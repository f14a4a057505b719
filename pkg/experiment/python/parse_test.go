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

func TestOperatorsBindAsInPython(t *testing.T) {
	for text, want := range map[string]string{
		"a + b * c": "(a + (b * c))", "-a ** b": "(-(a ** b))", "a ** b ** c": "(a ** (b ** c))", "a - b - c": "((a - b) - c)",
		"(a + b) * c": "((a + b) * c)", "a ** -b": "(a ** (-b))", "a if b else c if d else e": "(a if b else (c if d else e))",
		"lambda x, y=1: x + y": "(lambda x,y=1: (x + y))", "[x for x in y if x in z]": "[x for x in y if (x in z)]", "a < b <= c": "(a < b <= c)",
		"not a == b and c or d": "(((not (a == b)) and c) or d)", "a not in b is not c": "(a not in b is not c)",
		"x = a; x %= b": "b", "a << b + c": "(a << (b + c))", "~a": "(~a)", "x[1][2]": "x[1][2]", "x[1:, ::-1, None]": "x[(1::, ::(-1), None)]",
		"f(a, k=b).g": "f(a, k=b).g", `'t\n' "u"`: "'t\nu'", "(a,)": "(a)", "[[a], [b]]": "[[a], [b]]", "0x1F + 2j": "(0x1F + 2j)",
		"f(*a, **b)": "f(*a, **b)", "{a: b, **c}": "{a: b, **c: }", "{a, b}": "{a, b}", "{a: b for a, b in c}": "{a: b for (a, b) in c}", "sum(a for a in b)": "sum(gen a for a in b)",
		`f"{a}{{b}} {c!r:>{d}.2f} {f'{g}'}{h=}"`: "f'{a}'{b} '{c!r:f'>'{d}'.2f'}' '{f'{g}'}{h==}'", `f"{a['b']:.3f}"`: "f'{a['b']:f'.3f'}'", "(a := 1)": "(a := 1)",
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
	if e == nil {
		return ""
	}
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
	dict := func() string {
		var items []string
		for i := 0; i < len(e.Args); i += 2 {
			items = append(items, written(e.Args[i].Expr)+": "+written(e.Args[i+1].Expr))
		}
		return strings.Join(items, ", ")
	}
	fors := ""
	for _, c := range e.Fors {
		fors += " for " + written(c.Target) + " in " + written(c.Iter)
		for _, test := range c.Ifs {
			fors += " if " + written(test)
		}
	}
	switch e.Kind {
	case Name, Number:
		return e.Text
	case Text:
		return "'" + e.Text + "'"
	case List, ListFor:
		return "[" + list(e.Args) + fors + "]"
	case Tuple:
		return "(" + list(e.Args) + ")"
	case Generator:
		return "gen " + list(e.Args) + fors
	case Set, SetFor:
		return "{" + list(e.Args) + fors + "}"
	case Dict, DictFor:
		return "{" + dict() + fors + "}"
	case Star:
		return e.Text + written(e.Base)
	case Call:
		return written(e.Base) + "(" + list(e.Args) + ")"
	case Attribute:
		return written(e.Base) + "." + e.Text
	case Index:
		return written(e.Base) + "[" + list(e.Args) + "]"
	case SliceOf:
		return written(e.Args[0].Expr) + ":" + written(e.Args[1].Expr) + ":" + written(e.Args[2].Expr)
	case Unary:
		return "(" + e.Text + written(e.Args[0].Expr) + ")"
	case Not:
		return "(not " + written(e.Args[0].Expr) + ")"
	case And, Or, Binary, Walrus:
		operator := e.Text
		switch e.Kind {
		case And:
			operator = "and"
		case Or:
			operator = "or"
		case Walrus:
			operator = ":="
		}
		return "(" + written(e.Args[0].Expr) + " " + operator + " " + written(e.Args[1].Expr) + ")"
	case Compare:
		text := "(" + written(e.Args[0].Expr)
		for i, operator := range e.Operators {
			text += " " + operator + " " + written(e.Args[i+1].Expr)
		}
		return text + ")"
	case IfElse:
		return "(" + written(e.Args[0].Expr) + " if " + written(e.Args[1].Expr) + " else " + written(e.Args[2].Expr) + ")"
	case Lambda:
		text := "(lambda "
		for i, param := range e.Params {
			if i > 0 {
				text += ","
			}
			if text += param.Name; param.Default != nil {
				text += "=" + written(param.Default)
			}
		}
		return text + ": " + written(e.Base) + ")"
	case Formatted:
		text := "f'"
		for _, part := range e.Args {
			if part.Kind == Text {
				text += "'" + part.Text + "'"
				continue
			}
			text += written(part.Expr)
		}
		return strings.ReplaceAll(strings.ReplaceAll(text+"'", "f''", "f'"), "''", "'")
	case Field:
		text := "{" + written(e.Args[0].Expr)
		if e.Text != "" {
			text += "=" + strings.TrimPrefix(e.Text, written(e.Args[0].Expr))
		}
		if len(e.Operators) > 0 {
			text += "!" + e.Operators[0]
		}
		if len(e.Args) > 1 {
			text += ":" + written(e.Args[1].Expr)
		}
		return text + "}"
	}
	return "?"
}

func TestBlocksHaveTheirStatements(t *testing.T) {
	const text = `def f(a, b: int = 2, *c, d=3, **e) -> float:
    """What it does."""
    if a == 1:
        return b
    elif a: pass
    else:
        # nothing
        for i, (j, k) in enumerate(c): print(i); print(j)
        else:
            b += 1

    return -b

class C(A, metaclass=B):
    x: int = 1
    @property
    def y(self): return 2
try:
    with open("a") as f, g():
        raise ValueError("no") from e
except (A, B) as e:
    del f, e
finally:
    while not x: break
x = (yield)
`
	file, err := Parse(text)
	if err != nil {
		t.Fatalf("%v at %q", err, text[err.Start:err.End])
	}
	var show func(list []*Statement) string
	show = func(list []*Statement) string {
		var parts []string
		for _, s := range list {
			part := string(rune('a' + s.Kind))
			if inner := show(s.Body); inner != "" {
				part += "(" + inner + ")"
			}
			for _, h := range s.Handlers {
				part += "h(" + show(h.Body) + ")"
			}
			if inner := show(s.Else); inner != "" {
				part += "e(" + inner + ")"
			}
			if inner := show(s.Finally); inner != "" {
				part += "f(" + inner + ")"
			}
			parts = append(parts, part)
		}
		return strings.Join(parts, " ")
	}
	const want = "i(a f(k)e(f(l)e(g(a a)e(c))) k) j(b i(k)) s(t(r))h(o)f(h(m)) b"
	if got := show(file.Statements); got != want {
		t.Errorf("the statements are\n%s, want\n%s", got, want)
	}
	if params := file.Statements[0].Params; len(params) != 5 || params[2].Stars != 1 || !params[3].Named || params[1].Default.Text != "2" {
		t.Errorf("the parameters are %+v", params)
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

// TestWhatStandsAroundAProgramIsSetAside: what is left is the program.
func TestWhatStandsAroundAProgramIsSetAside(t *testing.T) {
	const program = "import a\nfor i in b:\n    print(i)\n\nx = 1"
	lines := strings.Split(program, "\n")
	each := func(before func(i int, line string) string) string {
		var b strings.Builder
		for i, line := range lines {
			b.WriteString(before(i, line) + line + "\n")
		}
		return b.String()
	}
	prompt := func(first, next string) func(int, string) string {
		return func(_ int, line string) string {
			if strings.HasPrefix(line, " ") || line == "" {
				return next
			}
			return first
		}
	}
	for name, test := range map[string]struct {
		text string
		kind MarginKind
	}{
		"none":         {program, NoMargin},
		"a console":    {each(prompt(">>> ", "... ")), Prompts},
		"its answers":  {each(prompt(">>> ", "... ")) + "12\n", Prompts},
		"a notebook":   {each(prompt("In [12]: ", "    ...: ")), Prompts},
		"numbers":      {each(func(i int, _ string) string { return " " + string(rune('1'+i)) + ": " }), LineNumbers},
		"bare numbers": {each(func(i int, _ string) string { return string(rune('1'+i)) + " " }), LineNumbers},
		"blanks":       {each(func(int, string) string { return "    " }), Indented},
		"tabs":         {each(func(int, string) string { return "\t" }), Indented},
		"a chat":       {"Sure! Here it is:\n```python\n" + program + "\n```\nHope it's good.\n", Fenced},
		"only a fence": {"```\n" + program + "\n```", Fenced},
	} {
		file, err := Parse(test.text)
		if err != nil || len(file.Statements) != 3 || file.Margin.Kind != test.kind {
			t.Errorf("%s: %v, %d statements, the margin %v of\n%s", name, err, len(file.Statements), file.Margin, test.text)
			continue
		}
		var b strings.Builder
		done := 0
		for _, at := range file.Margin.Spans {
			b.WriteString(test.text[done:at.Start])
			done = at.End
		}
		plain := b.String() + test.text[done:]
		if again, err := Parse(plain); err != nil || again.Margin.Kind != NoMargin || len(again.Statements) != 3 {
			t.Errorf("%s: without the margin %v it is %v, %v\n%q", name, file.Margin.Spans, again.Margin, err, plain)
		}
	}
}

func TestWhatNobodySeesIsFound(t *testing.T) {
	text := "\ufeffx =\u00a0[1,\u20032]\u200b\nif x:\n\u00a0\u00a0y = '\u00a0'\n"
	file, err := Parse(text)
	if err != nil || len(file.Statements) != 2 || len(file.Invisible) != 5 {
		t.Errorf("%v, %d statements, the invisible characters %v", err, len(file.Statements), file.Invisible)
	}
}
