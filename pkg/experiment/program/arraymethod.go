package program

import (
	"math"
	"slices"
	"strings"

	python "firstneuron/pkg/experiment/python/former"
)

// arrayMethod evaluates a method of an array: those that change its shape or
// type, and those that make one number of all. Any other is not known.
func (r *reader) arrayMethod(e *python.Expr, v *value, method string) *value {
	v = v.at(e)
	args := r.arguments(e)
	unknown := &value{Expr: e}
	switch method {
	case "copy":
	case "flatten", "ravel":
		v.rows = false
	case "astype":
		if r.typeIsWhole(e, 0) {
			if !r.spend(e.Span, len(v.numbers)/8) {
				return unknown
			}
			v.truncate()
		} else {
			v.whole = false
		}
	case "reshape":
		shape := args.take(0, "shape").numbers
		if len(shape) == 0 {
			for i := range min(len(e.Args), 3) { // more are no shape either
				shape = append(shape, args.take(i).number)
			}
		}
		n := float64(len(v.numbers))
		switch {
		case len(shape) == 1 && (shape[0] == -1 || shape[0] == n):
			v.rows = false
		case len(shape) == 2 && (shape[0] == -1 || shape[0] == n) && (shape[1] == 1 || (shape[1] == -1 && shape[0] == n)):
			v.rows = true
		default:
			return unknown
		}
	default:
		if len(e.Args) > 0 {
			return unknown // of an axis
		}
		return r.reduced(e, v, method)
	}
	args.done()
	return v
}

// reductions make one number of all those of an array.
var reductions = map[string]func(numbers []float64) float64{
	"sum": sum, "mean": mean, "min": slices.Min[[]float64], "max": slices.Max[[]float64],
	"std": func(numbers []float64) float64 { return math.Sqrt(variance(numbers)) }, "var": variance,
}

func sum(numbers []float64) float64 {
	total := 0.0
	for _, n := range numbers {
		total += n
	}
	return total
}

func mean(numbers []float64) float64 { return sum(numbers) / float64(len(numbers)) }

func variance(numbers []float64) float64 {
	m, total := mean(numbers), 0.0
	for _, n := range numbers {
		total += (n - m) * (n - m)
	}
	return total / float64(len(numbers))
}

// reduced is one number made of an array, unknown for what is no reduction.
func (r *reader) reduced(e *python.Expr, v *value, function string) *value {
	reduce := reductions[function]
	if !r.spend(e.Span, len(v.numbers)/8) || reduce == nil || len(v.numbers) == 0 || (v.kind != arrayValue && v.kind != listValue) {
		return &value{Expr: e}
	}
	return &value{Expr: e, kind: numberValue, number: reduce(v.numbers)}
}

// typeIsWhole reports whether a call is given a type of whole numbers.
func (r *reader) typeIsWhole(e *python.Expr, position int) bool {
	at := r.arguments(e).find(position, "dtype")
	return at >= 0 && strings.Contains(last(r.text[e.Args[at].Start:e.Args[at].End]), "int")
}

// truncate makes whole numbers of all, as a conversion to int does.
func (v *value) truncate() {
	v.whole = true
	v.number = math.Trunc(v.number)
	v.numbers = slices.Clone(v.numbers)
	for i, n := range v.numbers {
		v.numbers[i] = math.Trunc(n)
	}
}
