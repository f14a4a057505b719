package python

import (
	"strings"
	"testing"
)

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
