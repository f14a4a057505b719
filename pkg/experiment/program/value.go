package program

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
)

// value is what the page knows about an expression without running it.
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
	// word is a text, a name, or the class of an object.
	word string
}

// nowhere is the expression of what stands nowhere in the text.
var nowhere = &python.Expr{Kind: python.Unknown}

// at returns the value as that of another expression.
func (v *value) at(e *python.Expr) *value {
	moved := *v
	moved.Expr = e
	return &moved
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
			return r.arithmetic(e, &value{Expr: nowhere, kind: numberValue, number: -1, whole: true}, v, "*")
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
		p = &experiment.Problem{Code: "not_a_number", Args: map[string]string{"text": text}}
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
			return &value{kind: itemsValue, Expr: e, wide: row && i == 0 && len(item.numbers) > 1 && !item.rows}
		}
		v.whole = v.whole && item.whole
	}
	return v
}

// arithmetic computes with numbers and arrays, as NumPy does.
func (r *reader) arithmetic(e *python.Expr, a, b *value, operator string) *value {
	unknown := &value{Expr: e}
	if a.kind == unknownValue || b.kind == unknownValue {
		return unknown
	}
	switch {
	case a.kind == itemsValue || b.kind == itemsValue:
		return unknown
	case a.kind == listValue && b.kind == arrayValue: // which makes an array of the list
		a = a.at(a.Expr)
		a.kind = arrayValue
	case a.kind == arrayValue && b.kind == listValue:
		b = b.at(b.Expr)
		b.kind = arrayValue
	}
	if v := r.listArithmetic(e, a, b, operator); v != nil {
		return v
	}
	if a.kind == listValue || b.kind == listValue {
		r.report(Wrong, e.Span, "code_list_arithmetic", "text", r.source(e.Span))
		return unknown
	}
	compute := map[string]func(a, b float64) float64{
		"+": func(a, b float64) float64 { return a + b },
		"-": func(a, b float64) float64 { return a - b },
		"*": func(a, b float64) float64 { return a * b },
		"/": func(a, b float64) float64 { return a / b }, "**": math.Pow,
	}[operator]
	numeric := func(v *value) bool { return v.kind == numberValue || v.kind == arrayValue }
	if compute == nil || !numeric(a) || !numeric(b) {
		return unknown
	}
	v := &value{kind: numberValue, Expr: e, whole: a.whole && b.whole && operator != "/"}
	if a.kind == numberValue && b.kind == numberValue {
		v.number = compute(a.number, b.number)
		return v
	}
	n := max(len(a.numbers), len(b.numbers))
	if !r.countable(e, float64(n)) {
		return unknown
	}
	if a.kind == arrayValue && b.kind == arrayValue && (len(a.numbers) != len(b.numbers) || a.rows != b.rows) {
		r.report(Wrong, e.Span, "code_lengths", "xs", itoa(len(a.numbers)), "ys", itoa(len(b.numbers))).
			says("ValueError: operands could not be broadcast together with shapes (" + itoa(len(a.numbers)) + ",) (" + itoa(len(b.numbers)) + ",) ")
		return unknown
	}
	v.kind, v.rows = arrayValue, a.rows || b.rows
	at := func(v *value, i int) float64 {
		if v.kind == numberValue {
			return v.number
		}
		return v.numbers[i]
	}
	for i := range n {
		v.numbers = append(v.numbers, compute(at(a, i), at(b, i)))
	}
	return v
}

// listArithmetic joins two lists, and repeats one of a single number; nil for
// all else. A longer list that is repeated was hardly meant to be.
func (r *reader) listArithmetic(e *python.Expr, a, b *value, operator string) *value {
	v := &value{Expr: e, kind: listValue, rows: a.rows, whole: a.whole && b.whole}
	if a.kind == numberValue {
		a, b = b, a
	}
	switch {
	case operator == "+" && a.kind == listValue && b.kind == listValue && (a.rows == b.rows || len(a.numbers) == 0):
		if r.countable(e, float64(len(a.numbers)+len(b.numbers))) {
			v.rows = b.rows
			v.numbers = slices.Concat(a.numbers, b.numbers)
			return v
		}
	case operator == "*" && a.kind == listValue && len(a.numbers) == 1 && b.kind == numberValue && b.whole:
		if r.countable(e, b.number) {
			v.rows = a.rows
			v.numbers = slices.Repeat(a.numbers, max(int(b.number), 0))
			return v
		}
	default:
		return nil
	}
	return &value{Expr: e}
}

// functions are those of NumPy that work on every number of an array.
var functions = map[string]func(float64) float64{
	"sin": math.Sin, "cos": math.Cos, "tanh": math.Tanh, "exp": math.Exp, "sqrt": math.Sqrt, "abs": math.Abs, "square": func(v float64) float64 { return v * v },
}

// array evaluates the calls that make arrays; ok is false for any other.
func (r *reader) array(e *python.Expr, function string) (v *value, ok bool) {
	args := r.arguments(e)
	switch function {
	case "array", "asarray", "constant", "convert_to_tensor", "tensor", "float32", "float64", "Series", "expand_dims":
		v = args.take(0, "object", "a", "value", "data").at(e)
		if v.kind == listValue {
			v.kind = arrayValue
		}
		args.done()
		if v.kind != arrayValue && v.kind != numberValue {
			v.kind = unknownValue
		}
		if function == "expand_dims" {
			v.rows = true
		}
		switch {
		case r.typeIsWhole(e, 1):
			v.truncate()
		case args.gave("dtype", 1):
			v.whole = false
		}
	case "zeros":
		v = r.filled(e, args, 0)
	case "ones":
		v = r.filled(e, args, 1)
	case "linspace":
		v = r.linspace(e, args)
	case "arange":
		v = r.arange(e, args)
	default:
		compute := functions[function]
		if reductions[function] != nil && len(e.Args) == 1 {
			return reduced(e, args.take(0, "a"), function), true
		}
		if compute == nil {
			return v, false
		}
		v = args.take(0).at(e)
		if (v.kind != numberValue && v.kind != arrayValue && v.kind != listValue) || !r.countable(e, float64(len(v.numbers))) {
			return &value{Expr: e}, true
		}
		v.whole = false
		for i, n := range v.numbers {
			if i == 0 {
				v.numbers = append([]float64(nil), v.numbers...)
			}
			v.numbers[i] = compute(n)
		}
		v.number = compute(v.number)
		if v.kind == listValue {
			v.kind = arrayValue
		}
	}
	return v.at(e), true
}

// filled evaluates np.zeros(3), np.ones((3, 1)).
func (r *reader) filled(e *python.Expr, args *arguments, each float64) *value {
	shape := args.take(0, "shape")
	args.done()
	sizes := shape.numbers
	if shape.kind == numberValue {
		sizes = []float64{shape.number}
	}
	if len(sizes) == 0 || len(sizes) > 2 || (len(sizes) == 2 && sizes[1] != 1) || !r.countable(e, sizes[0]) {
		return &value{Expr: nowhere}
	}
	v := &value{Expr: nowhere, kind: arrayValue, rows: len(sizes) == 2}
	for range max(int(sizes[0]), 0) {
		v.numbers = append(v.numbers, each)
	}
	return v
}

func (r *reader) linspace(e *python.Expr, args *arguments) *value {
	start, stop, count := args.take(0, "start"), args.take(1, "stop"), args.take(2, "num")
	if count.kind == unknownValue && !args.gave("num", 2) {
		count = &value{Expr: nowhere, kind: numberValue, number: 50, whole: true}
	}
	end := args.take(3, "endpoint")
	args.done()
	if start.kind != numberValue || stop.kind != numberValue || count.kind != numberValue || !r.countable(e, count.number) {
		return &value{Expr: nowhere}
	}
	n := int(count.number)
	v := &value{kind: arrayValue}
	parts := float64(max(n-1, 1))
	if end.kind == truthValue && end.number == 0 {
		parts = float64(n)
	}
	// As NumPy does it, to the last digit: the step first, and the end exact.
	step := (stop.number - start.number) / parts
	for i := range n {
		v.numbers = append(v.numbers, float64(i)*step+start.number)
	}
	if n > 1 && int(parts) == n-1 {
		v.numbers[n-1] = stop.number
	}
	return v
}

func (r *reader) arange(e *python.Expr, args *arguments) *value {
	start, stop, step := args.take(0, "start"), args.take(1, "stop"), args.take(2, "step")
	args.done()
	if stop.kind == unknownValue && !args.gave("stop", 1) { // arange(stop)
		start, stop = &value{Expr: nowhere, kind: numberValue, whole: true}, start
	}
	if step.kind == unknownValue && !args.gave("step", 2) {
		step = &value{Expr: nowhere, kind: numberValue, number: 1, whole: true}
	}
	if start.kind != numberValue || stop.kind != numberValue || step.kind != numberValue {
		return &value{Expr: nowhere}
	}
	count := math.Ceil((stop.number - start.number) / step.number)
	if !r.countable(e, count) {
		return &value{Expr: nowhere}
	}
	v := &value{Expr: nowhere, kind: arrayValue, whole: start.whole && stop.whole && step.whole}
	// NumPy adds the difference of the first two numbers, not the step itself.
	delta := start.number + step.number - start.number
	for i := range max(int(count), 0) {
		v.numbers = append(v.numbers, start.number+float64(i)*delta)
	}
	return v
}

// maxNumbers is how many numbers the arrays of a program may have in all.
const maxNumbers = 100 * experiment.MaxPoints

// countable reports an array of too many numbers, or one array too many.
func (r *reader) countable(e *python.Expr, count float64) bool {
	if count <= experiment.MaxPoints { // not so for NaN
		if r.counted += int(max(count, 0)); r.counted <= maxNumbers {
			return true
		}
	}
	r.report(Wrong, e.Span, "code_too_many_values", "max", itoa(experiment.MaxPoints))
	return false
}

// last is the last part of a dotted name.
func last(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func itoa(n int) string { return strconv.Itoa(n) }

// pythonNumber writes a number as Python does: 10.0, -0.5, 1e-05.
func pythonNumber(v float64, whole bool) string {
	text := experiment.FormatNumber(v)
	if !whole && strings.Trim(text, "-0123456789") == "" {
		text += ".0"
	}
	return text
}

// pythonText writes a value as Python's repr does, for messages.
func (v *value) pythonText() string {
	switch v.kind {
	case numberValue:
		return pythonNumber(v.number, v.whole)
	case truthValue:
		if v.number == 1 {
			return "True"
		}
		return "False"
	case textValue:
		return "'" + v.word + "'"
	case listValue:
		var items []string
		for i, n := range v.numbers {
			if i == 10 {
				items = append(items, "…")
				break
			}
			items = append(items, pythonNumber(n, v.whole))
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
