package eval

import (
	"strings"

	"firstneuron/pkg/experiment/python"
)

// Binary computes a op b.
func (t *Thread) Binary(op string, a, b Value) (Value, error) {
	if u, unknown := a.(Unknown); unknown {
		return u, nil
	}
	if u, unknown := b.(Unknown); unknown {
		return u, nil
	}
	v, err := t.ownBinary(op, a, b)
	if v != nil || err != nil {
		return v, err
	}
	if v, err := t.operand(op, a, b, false); v != nil || err != nil {
		return v, err
	}
	if v, err := t.operand(op, b, a, true); v != nil || err != nil {
		return v, err
	}
	switch op {
	case "==":
		return Bool{V: same(a, b)}, nil
	case "!=":
		return Bool{V: !same(a, b)}, nil
	case "<", "<=", ">", ">=":
		return nil, Raise("TypeError", "'"+op+"' not supported between instances of '"+a.Class()+"' and '"+b.Class()+"'")
	}
	_, aText := a.(Str)
	_, bText := b.(Str)
	if op == "+" && aText {
		return nil, Raise("TypeError", `can only concatenate str (not "`+b.Class()+`") to str`)
	}
	if _, list := a.(*List); op == "+" && list && !bText {
		return nil, Raise("TypeError", `can only concatenate list (not "`+b.Class()+`") to list`)
	}
	if op == "*" && (isSequence(a) || isSequence(b)) {
		other := b
		if !isSequence(a) {
			other = a
		}
		return nil, Raise("TypeError", "can't multiply sequence by non-int of type '"+other.Class()+"'")
	}
	name := op
	if op == "**" {
		name = "** or pow()"
	}
	return nil, Raise("TypeError", "unsupported operand type(s) for "+name+": '"+a.Class()+"' and '"+b.Class()+"'")
}

// dunders are the methods of the operators.
var dunders = map[string]string{
	"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul",
	"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "&": "and", "|": "or", "^": "xor",
}

// operand asks a library's value, or the method of a class.
func (t *Thread) operand(op string, v, other Value, reflected bool) (Value, error) {
	if i, ok := v.(*Instance); ok {
		name := "__" + dunders[op] + "__"
		if reflected {
			name = "__r" + dunders[op] + "__"
		}
		if method, ok := t.method(i, name); ok {
			return t.callValue(method, Positional(other))
		}
		return nil, nil
	}
	if x, ok := v.(Operand); ok {
		if u, unknown := anyUnknown(other); unknown {
			return u, nil
		}
		return answered(x.Binary(t, op, other, reflected))
	}
	return nil, nil
}

// ownBinary computes with Python's own types; nil, nil for others.
func (t *Thread) ownBinary(op string, a, b Value) (Value, error) {
	_, aReal := a.(Real)
	_, bReal := b.(Real)
	if text, ok := a.(Str); ok && op == "%" {
		return t.percent(text.V, b)
	}
	if aReal || bReal {
		return nil, nil // a library's numbers have rules of their own
	}
	af, aWhole, aNumber := number(a)
	bf, bWhole, bNumber := number(b)
	switch {
	case aNumber && bNumber && aWhole && bWhole:
		_, aBool := a.(Bool)
		_, bBool := b.(Bool)
		return intBinary(op, intOf(a), intOf(b), aBool && bBool)
	case aNumber && bNumber:
		return floatBinary(op, af, bf)
	}
	switch x := a.(type) {
	case Str:
		switch y := b.(type) {
		case Str:
			if op == "+" {
				if err := t.Alloc((len(x.V) + len(y.V)) / 8); err != nil {
					return nil, err
				}
				return Str{V: x.V + y.V}, nil
			}
			if c, ok := ordered(op, strings.Compare(x.V, y.V)); ok {
				return c, t.scan(min(len(x.V), len(y.V)))
			}
		case Int:
			if op == "*" {
				return t.repeatText(x.V, y.V)
			}
		}
	case *List:
		if y, ok := b.(*List); ok {
			return t.sequences(op, x.Items, y.Items, newList)
		}
		return t.repeated(op, x.Items, b, newList)
	case *Tuple:
		if y, ok := b.(*Tuple); ok {
			return t.sequences(op, x.Items, y.Items, newTuple)
		}
		return t.repeated(op, x.Items, b, newTuple)
	case *Dict:
		if y, ok := b.(*Dict); ok && (op == "==" || op == "!=") {
			same, err := x.equal(t, y)
			return Bool{V: same == (op == "==")}, err
		}
		if y, ok := b.(*Dict); ok && op == "|" {
			both := NewDict()
			for _, d := range []*Dict{x, y} {
				for i, key := range d.keys {
					if err := both.Set(t, key, d.values[i]); err != nil {
						return nil, err
					}
				}
			}
			return both, nil
		}
	case *Set:
		if y, ok := b.(*Set); ok {
			return t.setBinary(op, x, y)
		}
	case Int:
		if op == "*" && isSequence(b) {
			return t.ownBinary(op, b, a)
		}
	case Range:
		if y, ok := b.(Range); ok && (op == "==" || op == "!=") {
			return Bool{V: (x == y) == (op == "==")}, nil
		}
	case None:
		if _, none := b.(None); none && (op == "==" || op == "!=") {
			return Bool{V: op == "=="}, nil
		}
	}
	return nil, nil
}

func (t *Thread) unary(f *frame, e *python.Expr) (Value, error) {
	operand := e.Args[0].Expr
	if e.Text == "-" && operand.Kind == python.Number {
		v, err := t.literal(operand)
		switch v := v.(type) {
		case Int:
			return Int{-v.V, e.Span}, nil
		case Float:
			return Float{-v.V, e.Span}, nil
		}
		return v, err
	}
	v, err := t.expr(f, operand)
	if err != nil {
		return nil, err
	}
	switch x := v.(type) {
	case Unknown:
		return x, nil
	case Int, Bool:
		n := intOf(x)
		switch e.Text {
		case "-":
			return Int{V: -n}, nil
		case "~":
			return Int{V: ^n}, nil
		}
		return Int{V: n, From: Origin(x)}, nil
	case Float:
		switch e.Text {
		case "-":
			return Float{V: -x.V}, nil
		case "+":
			return x, nil
		}
	case Signed:
		if v, err := answered(x.Unary(t, e.Text)); v != nil || err != nil {
			return v, err
		}
	case *Instance:
		if method, ok := t.method(x, map[string]string{"-": "__neg__", "+": "__pos__", "~": "__invert__"}[e.Text]); ok {
			return t.callValue(method, &Args{})
		}
	}
	return nil, Raise("TypeError", "bad operand type for unary "+e.Text+": '"+v.Class()+"'")
}
