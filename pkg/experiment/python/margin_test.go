package python

import (
	"strings"
	"testing"
)

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
