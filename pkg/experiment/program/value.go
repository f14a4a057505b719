package program

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
)

// value holds what can be known of an expression without running it.
type value struct {
	kind valueKind
	// Expr is the expression that made it.
	*python.Expr
	number float64
	// whole is set for a whole number, or a list of whole numbers: Python
	// writes and treats 1 and 1.0 apart.
	whole   bool
	numbers []float64
	// rows is set for numbers that are rows of one number each.
	rows bool
	// wide is set for rows of several numbers each, which are not kept.
	wide bool
	// only is the array that stands alone in a list, which Keras takes for itself.
	only *value
	// word is a text, a name, or the class of an object.
	word string
}

// noExpr is the expression of what stands noExpr in the text.
var noExpr = &python.Expr{Kind: python.Unknown}

// at returns the value as that of another expression.
func (v *value) at(e *python.Expr) *value {
	moved := *v
	moved.Expr = e
	return &moved
}

// input returns what a model is given: a list of one array is one for each of
// its inputs, of which there is one.
func (v *value) input() *value {
	if v.only != nil {
		return v.only
	}
	return v
}

type valueKind int

const (
	unknownValue valueKind = iota
	noneValue
	numberValue
	truthValue // number is 1 or 0
	textValue
	listValue  // a list of numbers
	arrayValue // a NumPy array of numbers
	itemsValue // a list of anything else
	nameValue  // a name of a library, such as keras.losses.huber
	objectValue
	modelValue
)

// eval returns what is known about an expression, and notices the calls of the
// model in it.
func (r *reader) eval(e *python.Expr) *value {
	v := &value{Expr: e}
	if !r.spend(e.Span, 1) {
		return v
	}
	switch e.Kind {
	case python.Name:
		return r.name(e)
	case python.Number:
		digits := strings.ReplaceAll(e.Text, "_", "")
		if strings.ContainsAny(digits, "jJ") {
			return v // of which no training is made
		}
		if n, err := strconv.ParseInt(digits, 0, 64); err == nil && strings.ContainsAny(digits, "xXoObB") {
			v.kind, v.number, v.whole = numberValue, float64(n), true
			return v
		}
		n, err := strconv.ParseFloat(digits, 64)
		if err != nil {
			r.place(Wrong, e.Span, mustFail(digits))
			return v
		}
		v.kind, v.number, v.whole = numberValue, n, strings.Trim(digits, "0123456789") == ""
	case python.Text:
		v.kind, v.word = textValue, e.Text
	case python.List, python.Tuple:
		return r.list(e)
	case python.Unary:
		if v = r.eval(e.Args[0].Expr).at(e); v.kind != numberValue && v.kind != arrayValue && v.kind != listValue {
			return &value{Expr: e} // no sign for an optimizer
		}
		if e.Text == "-" {
			return r.arithmetic(e, &value{Expr: noExpr, kind: numberValue, number: -1, whole: true}, v, "*")
		}
	case python.Binary:
		return r.arithmetic(e, r.eval(e.Args[0].Expr), r.eval(e.Args[1].Expr), e.Text)
	case python.Call:
		return r.call(e)
	case python.Index, python.Attribute:
		r.eval(e.Base)
	}
	return v
}

// mustFail returns the problem of a number that cannot be read, such as one
// that is too large.
func mustFail(text string) *experiment.Problem {
	_, p := experiment.ParseNumber(text)
	if p == nil {
		p = experiment.NewProblem("not_a_number", "text", text)
	}
	return p
}

func (r *reader) name(e *python.Expr) *value {
	v := &value{Expr: e}
	switch e.Text {
	case "None":
		v.kind = noneValue
	case "True":
		v.kind, v.number = truthValue, 1
	case "False":
		v.kind = truthValue
	default:
		if known, ok := r.values[e.Text]; ok {
			return known
		}
		if root, _, dotted := strings.Cut(e.Text, "."); dotted || r.imported[root] != "" {
			v.kind, v.word = nameValue, r.known(e.Text)
			r.checkImport(e, root)
		}
	}
	return v
}

// list evaluates the items of a list or a tuple.
func (r *reader) list(e *python.Expr) *value {
	v := &value{kind: listValue, Expr: e, whole: true}
	for i, arg := range e.Args {
		item := r.eval(arg.Expr)
		row := item.kind == listValue || item.kind == arrayValue
		switch {
		case item.kind == numberValue && !v.rows:
			v.numbers = append(v.numbers, item.number)
		case row && len(item.numbers) == 1 && !item.rows && (v.rows || i == 0):
			v.rows = true
			v.numbers = append(v.numbers, item.numbers[0])
		default:
			v = &value{kind: itemsValue, Expr: e, wide: row && i == 0 && len(item.numbers) > 1 && !item.rows}
		}
		if item.kind == arrayValue && len(e.Args) == 1 {
			v.only = item
		}
		if v.kind == itemsValue {
			return v
		}
		v.whole = v.whole && item.whole
	}
	return v
}

// last is the last part of a dotted name.
func last(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func itoa(n int) string { return strconv.Itoa(n) }

// PythonNumber writes a number as Python does: 10.0, -0.5, 1e-05.
func PythonNumber(v float64, whole bool) string {
	text := experiment.FormatNumber(v)
	if !whole && strings.Trim(text, "-0123456789") == "" {
		text += ".0"
	}
	return text
}

// longestWord is how much of a text Keras's words quote here; Keras quotes all.
const longestWord = 200

// pythonText writes a value as Python's repr does, for messages.
func (v *value) pythonText() string {
	switch v.kind {
	case numberValue:
		return PythonNumber(v.number, v.whole)
	case truthValue:
		if v.number == 1 {
			return "True"
		}
		return "False"
	case textValue:
		if len(v.word) > longestWord {
			return "'" + strings.ToValidUTF8(v.word[:longestWord], "") + "…'"
		}
		return "'" + v.word + "'"
	case listValue:
		var items []string
		for i, n := range v.numbers {
			if i == 10 {
				items = append(items, "…")
				break
			}
			items = append(items, PythonNumber(n, v.whole))
		}
		if v.Kind == python.Tuple {
			if len(items) == 1 {
				return "(" + items[0] + ",)"
			}
			return "(" + strings.Join(items, ", ") + ")"
		}
		return "[" + strings.Join(items, ", ") + "]"
	case noneValue:
		return "None"
	}
	return "…"
}

// pythonClass is the name of a value's class.
func (v *value) pythonClass() string {
	switch {
	case v.kind == numberValue && v.whole:
		return "int"
	case v.kind == numberValue:
		return "float"
	case v.Kind == python.Tuple:
		return "tuple"
	case v.kind == textValue:
		return "str"
	}
	return "list"
}
