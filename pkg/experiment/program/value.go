package program

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// value is what a program gives to Keras, as far as an experiment cares.
type value struct {
	kind valueKind
	// Span is where it stands, origin where its literal does, if it came from one.
	python.Span
	origin python.Span
	number float64
	// whole is set for a whole number, or a list of whole numbers: Python
	// writes and treats 1 and 1.0 apart.
	whole   bool
	numbers []float64
	// origins are the places of the literals of the numbers, or nil.
	origins []python.Span
	// rows is set for numbers that are rows of one number each.
	rows bool
	// wide is set for rows of several numbers each: cols of them, which an array has in
	// its table, row by row.
	wide  bool
	cols  int
	table []float64
	// seconds are the second inputs of the rows whose first ones are the numbers, nil of
	// one input; features are what the columns were, nil for the inputs themselves.
	seconds  []float64
	features []string
	// tuple is set for a tuple.
	tuple bool
	// word is a text, a name, or the class of an object.
	word string
	// items are those of a list of anything else.
	items []eval.Value
	// object is the object, with what it was called with.
	object *object
	eval   eval.Value
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
)

// noSpan is that of what stands nowhere in the text.
var noSpan python.Span

// valueOf reads a value that stands at a place.
func valueOf(v eval.Value, at python.Span) *value {
	x := &value{Span: at, eval: v}
	if v == nil {
		return x
	}
	x.origin = eval.Origin(v)
	switch v := v.(type) {
	case eval.Unknown:
	case eval.None:
		x.kind = noneValue
	case eval.Bool:
		x.kind = truthValue
		x.number, _ = eval.AsFloat(v)
	case eval.Str:
		x.kind, x.word = textValue, v.V
	case *eval.Builtin:
		x.kind, x.word = nameValue, v.Name
	case *named:
		x.kind, x.word, x.origin = nameValue, last(v.path), noSpan
	case *object:
		x.kind, x.word, x.object = objectValue, v.word, v
	case *eval.List:
		x.list(v.Items)
	case *eval.Tuple:
		x.tuple = true
		x.list(v.Items)
	case *variable:
		if v.lost != nil {
			x.eval = *v.lost
			break
		}
		x.array(v)
	case eval.Array:
		x.array(v)
	default:
		if n, ok := eval.AsFloat(v); ok {
			_, whole := eval.AsInt(v)
			x.kind, x.number, x.whole = numberValue, n, whole
		}
	}
	return x
}

// array reads an array of one column.
func (x *value) array(v eval.Array) {
	shape := v.Shape()
	switch {
	case len(shape) == 0:
		x.kind, x.number, x.whole = numberValue, v.Floats()[0], strings.Contains(v.DType(), "int")
		return
	case len(shape) == 1:
	case len(shape) == 2 && shape[1] == 1:
		x.rows = true
	default:
		x.kind, x.wide = arrayValue, true
		if len(shape) == 2 {
			x.cols, x.table = shape[1], v.Floats()
		}
		return
	}
	x.kind, x.numbers, x.origins, x.whole = arrayValue, v.Floats(), v.Origins(), strings.Contains(v.DType(), "int")
}

// list reads the items of a list or a tuple.
func (x *value) list(items []eval.Value) {
	x.kind, x.whole, x.items = listValue, true, items
	for i, item := range items {
		if n, ok := eval.AsFloat(item); ok && !x.rows {
			if _, row := item.(eval.Array); !row {
				_, whole := eval.AsInt(item)
				x.whole = x.whole && whole
				x.numbers, x.origins = append(x.numbers, n), append(x.origins, eval.Origin(item))
				continue
			}
		}
		row := valueOf(item, x.Span)
		isRow := row.kind == listValue || row.kind == arrayValue
		if isRow && len(row.numbers) == 1 && !row.rows && !row.wide && (x.rows || i == 0) {
			x.rows = true
			x.numbers = append(x.numbers, row.numbers[0])
			if len(row.origins) == 1 {
				x.origins = append(x.origins, row.origins[0])
			}
			continue
		}
		x.kind, x.wide = itemsValue, isRow && i == 0 && len(row.numbers) > 1 && !row.rows
		x.numbers, x.origins, x.rows = nil, nil, false
		return
	}
	if len(x.origins) != len(x.numbers) {
		x.origins = nil
	}
}

// input returns what a model is given: a list of one array is one for each of
// its inputs, of which there is one.
func (x *value) input() *value {
	if len(x.items) == 1 && (x.kind == itemsValue || x.kind == listValue) {
		if a, ok := x.items[0].(eval.Array); ok {
			return valueOf(a, x.Span)
		}
	}
	return x
}

// place is where a value is written: its literal, or where it is used.
func (x *value) place() python.Span {
	if x.origin.End > x.origin.Start {
		return x.origin
	}
	return x.Span
}

// last is the last part of a dotted name.
func last(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func itoa(n int) string { return strconv.Itoa(n) }

// truthText is how Python writes a truth.
func truthText(yes bool) string {
	if yes {
		return "True"
	}
	return "False"
}

// longestWord is how much of a text Keras's words quote here; Keras quotes all.
const longestWord = 200

// pythonText writes a value as Python's repr does, for messages.
func (x *value) pythonText() string {
	switch x.kind {
	case numberValue:
		return script.PythonNumber(x.number, x.whole)
	case truthValue:
		return truthText(x.number == 1)
	case textValue:
		if len(x.word) > longestWord {
			return "'" + strings.ToValidUTF8(x.word[:longestWord], "") + "…'"
		}
		return "'" + x.word + "'"
	case listValue:
		var items []string
		for i, n := range x.numbers {
			if i == 10 {
				items = append(items, "…")
				break
			}
			items = append(items, script.PythonNumber(n, x.whole))
		}
		if x.tuple {
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
func (x *value) pythonClass() string {
	switch {
	case x.kind == numberValue && x.whole:
		return "int"
	case x.kind == numberValue:
		return "float"
	case x.tuple:
		return "tuple"
	case x.kind == textValue:
		return "str"
	}
	return "list"
}
