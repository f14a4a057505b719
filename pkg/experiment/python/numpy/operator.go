package numpy

import (
	"errors"
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// ufuncs are those of the operators.
var ufuncs = map[string]string{
	"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "//": "floor_divide", "%": "remainder", "**": "power",
	"==": "equal", "!=": "not_equal", "<": "less", "<=": "less_equal", ">": "greater", ">=": "greater_equal",
	"&": "bitwise_and", "|": "bitwise_or", "^": "bitwise_xor", "<<": "left_shift", ">>": "right_shift",
}

// costs are how many eighths of a step an element of a slow function takes besides.
var costs = map[string]int{
	"power": 30, "exp2": 30, "log2": 30, "log10": 30, "log1p": 30, "expm1": 30, "tan": 30, "sinh": 30, "cosh": 30, "tanh": 30, "logaddexp": 60,
}

// cost is what an operation takes of its second operand into account: whole powers
// up to 64 are products.
func cost(name string, x, y *array.Array) int {
	if name == "power" && len(y.Shape()) == 0 {
		if n := y.Floats()[0]; n == math.Trunc(n) && math.Abs(n) <= 64 || !x.DType().Floating() && !y.DType().Floating() {
			return 1
		}
	}
	return costs[name]
}

// Binary computes with an operator.
func (v *Array) Binary(t *eval.Thread, operator string, other eval.Value, reflected bool) (eval.Value, error) {
	b, err := asArray(t, other)
	if errors.Is(err, errUnsupported) {
		return v.withOther(t, operator, other, reflected)
	}
	if err != nil {
		return nil, raised(err)
	}
	x, y := v.a, b
	if reflected {
		x, y = y, x
	}
	if operator == "@" {
		if err := t.Spend(x.Size() * max(1, y.Size()/max(1, y.Shape0())) / 4); err != nil {
			return nil, err
		}
		a, err := array.Matmul(x, y)
		return result(t, a, err)
	}
	name, ok := ufuncs[operator]
	if !ok {
		return nil, nil
	}
	return binary(t, name, x, y)
}

func binary(t *eval.Thread, name string, x, y *array.Array) (eval.Value, error) {
	if err := t.Spend(max(x.Size(), y.Size()) * (1 + cost(name, x, y)) / 8); err != nil {
		return nil, err
	}
	a, err := array.Binary(name, x, y)
	return result(t, a, err)
}

// withOther is an operator with a text, None or an object: no element equals it.
func (v *Array) withOther(t *eval.Thread, operator string, other eval.Value, reflected bool) (eval.Value, error) {
	if operator == "==" || operator == "!=" {
		value := array.Truth(operator == "!=")
		if v.a.IsScalar() {
			return &Array{value.AsNumber()}, nil
		}
		a, err := array.Full(array.Bool, value, v.a.Shape()...)
		return result(t, a, err)
	}
	if _, text := other.(eval.Str); text && (operator == "+" || operator == "-" || operator == "/") {
		name := ufuncs[operator]
		types := []string{"dtype('" + v.DType() + "')", "dtype('<U" + itoa(len([]rune(other.(eval.Str).V))) + "')"}
		if reflected {
			slices.Reverse(types)
		}
		return nil, eval.Raise("numpy._core._exceptions.UFuncTypeError", "ufunc '"+name+"' did not contain a loop with signature matching types ("+strings.Join(types, ", ")+") -> None")
	}
	if _, none := other.(eval.None); none {
		types := []string{"'int'", "'NoneType'"}
		if v.a.DType().Floating() {
			types[0] = "'float'"
		}
		if reflected {
			slices.Reverse(types)
		}
		both := types[0] + " and " + types[1]
		switch operator {
		case "<", "<=", ">", ">=":
			return nil, eval.Raise("TypeError", "'"+operator+"' not supported between instances of "+both)
		case "**":
			operator = "** or pow()"
		}
		return nil, eval.Raise("TypeError", "unsupported operand type(s) for "+operator+": "+both)
	}
	return nil, nil
}

// Update is a += other.
func (v *Array) Update(t *eval.Thread, operator string, other eval.Value) (eval.Value, error) {
	name, ok := ufuncs[operator]
	if !ok || v.a.IsScalar() {
		return nil, nil
	}
	b, err := asArray(t, other)
	if errors.Is(err, errUnsupported) {
		return nil, nil
	}
	if err != nil {
		return nil, raised(err)
	}
	if err := t.Spend(v.a.Size() * (1 + cost(name, v.a, b)) / 4); err != nil {
		return nil, err
	}
	return v, raised(v.a.Update(name, operator, b))
}

// Unary is -a, +a or ~a.
func (v *Array) Unary(t *eval.Thread, operator string) (eval.Value, error) {
	switch operator {
	case "-":
		return unary(t, "negative", v.a)
	case "+":
		return unary(t, "positive", v.a)
	case "~":
		a, err := array.Invert(v.a)
		return result(t, a, err)
	case "abs":
		return unary(t, "absolute", v.a)
	}
	return nil, nil
}

func unary(t *eval.Thread, name string, x *array.Array) (eval.Value, error) {
	if err := t.Spend(x.Size() * (1 + costs[name]) / 8); err != nil {
		return nil, err
	}
	a, err := array.Unary(name, x)
	return result(t, a, err)
}
