package program

import (
	"math"
	"slices"

	python "firstneuron/pkg/experiment/python/former"
)

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
			kerasSays("ValueError: operands could not be broadcast together with shapes (" + itoa(len(a.numbers)) + ",) (" + itoa(len(b.numbers)) + ",) ")
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
