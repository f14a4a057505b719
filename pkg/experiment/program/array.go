package program

import (
	"math"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
)

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
			if r.spend(e.Span, len(v.numbers)/8) {
				v.truncate()
			}
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
			return r.reduced(e, args.take(0, "a"), function), true
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
		return &value{Expr: noExpr}
	}
	v := &value{Expr: noExpr, kind: arrayValue, rows: len(sizes) == 2}
	for range max(int(sizes[0]), 0) {
		v.numbers = append(v.numbers, each)
	}
	return v
}

func (r *reader) linspace(e *python.Expr, args *arguments) *value {
	start, stop, count := args.take(0, "start"), args.take(1, "stop"), args.take(2, "num")
	if count.kind == unknownValue && !args.gave("num", 2) {
		count = &value{Expr: noExpr, kind: numberValue, number: 50, whole: true}
	}
	end := args.take(3, "endpoint")
	args.done()
	if start.kind != numberValue || stop.kind != numberValue || count.kind != numberValue || !r.countable(e, count.number) {
		return &value{Expr: noExpr}
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
		start, stop = &value{Expr: noExpr, kind: numberValue, whole: true}, start
	}
	if step.kind == unknownValue && !args.gave("step", 2) {
		step = &value{Expr: noExpr, kind: numberValue, number: 1, whole: true}
	}
	if start.kind != numberValue || stop.kind != numberValue || step.kind != numberValue {
		return &value{Expr: noExpr}
	}
	count := math.Ceil((stop.number - start.number) / step.number)
	if !r.countable(e, count) {
		return &value{Expr: noExpr}
	}
	v := &value{Expr: noExpr, kind: arrayValue, whole: start.whole && stop.whole && step.whole}
	// NumPy adds the difference of the first two numbers, not the step itself.
	delta := start.number + step.number - start.number
	for i := range max(int(count), 0) {
		v.numbers = append(v.numbers, start.number+float64(i)*delta)
	}
	return v
}

// maxSteps is how many steps reading a program takes: one for each expression
// of the longest text, as many again for what a program calls by a name, and one
// for every few numbers of an array.
const maxSteps = 2 * python.MaxSize

// spend counts steps, and tells of a program that takes too many.
func (r *reader) spend(at python.Span, steps int) bool {
	if r.stopped {
		return false
	}
	if r.tick != nil {
		r.tick()
	}
	if r.steps += steps; r.steps > maxSteps {
		r.report(Wrong, at, "code_too_much")
		r.stopped = true
	}
	return !r.stopped
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
