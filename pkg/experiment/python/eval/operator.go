package eval

import (
	"cmp"
	"math"
	"math/bits"
	"reflect"
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/elementary"
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

func isSequence(v Value) bool {
	switch v.(type) {
	case *List, *Tuple, Str:
		return true
	}
	return false
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

func newList(items []Value) Value { return &List{Items: items} }

func newTuple(items []Value) Value { return &Tuple{Items: items} }

// sequences computes with two lists, or with two tuples.
func (t *Thread) sequences(op string, x, y []Value, made func(items []Value) Value) (Value, error) {
	if op == "+" {
		return made(slices.Concat(x, y)), t.Alloc(len(x) + len(y))
	}
	return t.compareItems(op, x, y)
}

// repeated is a list or a tuple times a number.
func (t *Thread) repeated(op string, items []Value, by Value, made func(items []Value) Value) (Value, error) {
	n, ok := by.(Int)
	if op != "*" || !ok {
		return nil, nil
	}
	items, err := t.repeat(items, n.V)
	return made(items), err
}

func (t *Thread) repeatText(text string, n int64) (Value, error) {
	if n <= 0 || text == "" {
		return Str{}, nil
	}
	if n > MaxElements || int64(len(text))*n > 8*MaxElements {
		return nil, &Limit{Kind: Elements, At: t.at}
	}
	if err := t.Alloc(len(text) * int(n) / 8); err != nil {
		return nil, err
	}
	return Str{V: strings.Repeat(text, int(n))}, nil
}

func (t *Thread) repeat(items []Value, n int64) ([]Value, error) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if n > MaxElements {
		return nil, &Limit{Kind: Elements, At: t.at}
	}
	if err := t.Alloc(len(items) * int(n)); err != nil {
		return nil, err
	}
	return slices.Repeat(items, int(n)), nil
}

// intOf is the number of an int or a bool.
func intOf(v Value) int64 {
	switch v := v.(type) {
	case Int:
		return v.V
	case Bool:
		if v.V {
			return 1
		}
	}
	return 0
}

func ordered(op string, c int) (Value, bool) {
	switch op {
	case "==":
		return Bool{V: c == 0}, true
	case "!=":
		return Bool{V: c != 0}, true
	case "<":
		return Bool{V: c < 0}, true
	case "<=":
		return Bool{V: c <= 0}, true
	case ">":
		return Bool{V: c > 0}, true
	case ">=":
		return Bool{V: c >= 0}, true
	}
	return nil, false
}

func intBinary(op string, x, y int64, truths bool) (Value, error) {
	large := &Limit{Kind: Large}
	switch op {
	case "+":
		if s := x + y; (s > x) == (y > 0) {
			return Int{V: s}, nil
		}
		return nil, large
	case "-":
		if d := x - y; (d < x) == (y > 0) {
			return Int{V: d}, nil
		}
		return nil, large
	case "*":
		return timesInt(x, y)
	case "/":
		if y == 0 {
			return nil, Raise("ZeroDivisionError", "division by zero")
		}
		return Float{V: float64(x) / float64(y)}, nil
	case "//", "%":
		if y == 0 {
			return nil, Raise("ZeroDivisionError", "integer division or modulo by zero")
		}
		if y == -1 {
			if op == "%" {
				return Int{}, nil
			}
			return Int{V: -x}, nil
		}
		q, r := x/y, x%y
		if r != 0 && (r < 0) != (y < 0) {
			q, r = q-1, r+y
		}
		if op == "//" {
			return Int{V: q}, nil
		}
		return Int{V: r}, nil
	case "**":
		if y < 0 {
			if x == 0 {
				return nil, Raise("ZeroDivisionError", "0.0 cannot be raised to a negative power")
			}
			return Float{V: elementary.Pow(float64(x), float64(y))}, nil
		}
		result, base := Value(Int{V: 1}), x
		for ; y > 0; y >>= 1 {
			if y&1 == 1 {
				var err error
				if result, err = timesInt(result.(Int).V, base); err != nil {
					return nil, err
				}
			}
			if y > 1 {
				squared, err := timesInt(base, base)
				if err != nil {
					return nil, err
				}
				base = squared.(Int).V
			}
		}
		return result, nil
	case "&", "|", "^":
		n := map[string]int64{"&": x & y, "|": x | y, "^": x ^ y}[op]
		if truths {
			return Bool{V: n != 0}, nil
		}
		return Int{V: n}, nil
	case "<<", ">>":
		if y < 0 {
			return nil, Raise("ValueError", "negative shift count")
		}
		if op == ">>" {
			return Int{V: x >> min(y, 63)}, nil
		}
		if y > 62 || x<<y>>y != x {
			return nil, large
		}
		return Int{V: x << y}, nil
	}
	v, _ := ordered(op, cmp.Compare(x, y))
	return v, nil
}

func timesInt(x, y int64) (Value, error) {
	negative := (x < 0) != (y < 0)
	high, low := bits.Mul64(magnitude(x), magnitude(y))
	if high != 0 || low > math.MaxInt64 {
		return nil, &Limit{Kind: Large}
	}
	if negative {
		return Int{V: -int64(low)}, nil
	}
	return Int{V: int64(low)}, nil
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return uint64(-x)
	}
	return uint64(x)
}

func floatBinary(op string, x, y float64) (Value, error) {
	switch op {
	case "+":
		return Float{V: x + y}, nil
	case "-":
		return Float{V: x - y}, nil
	case "*":
		return Float{V: x * y}, nil
	case "/":
		if y == 0 {
			return nil, Raise("ZeroDivisionError", "float division by zero")
		}
		return Float{V: x / y}, nil
	case "//", "%":
		if y == 0 {
			return nil, Raise("ZeroDivisionError", "float floor division by zero")
		}
		r := math.Mod(x, y)
		if r != 0 && (r < 0) != (y < 0) {
			r += y
		}
		if op == "%" {
			return Float{V: r}, nil
		}
		return Float{V: math.Round((x - r) / y)}, nil
	case "**":
		if x == 0 && y < 0 {
			return nil, Raise("ZeroDivisionError", "0.0 cannot be raised to a negative power")
		}
		v := elementary.Pow(x, y)
		if math.IsInf(v, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
			return nil, Raise("OverflowError", "(34, 'Numerical result out of range')")
		}
		if math.IsNaN(v) && !math.IsNaN(x) && !math.IsNaN(y) {
			return Unknown{Why: Lacking, Text: "a complex number"}, nil
		}
		return Float{V: v}, nil
	case "==":
		return Bool{V: x == y}, nil
	case "!=":
		return Bool{V: x != y}, nil
	case "<":
		return Bool{V: x < y}, nil
	case "<=":
		return Bool{V: x <= y}, nil
	case ">":
		return Bool{V: x > y}, nil
	case ">=":
		return Bool{V: x >= y}, nil
	}
	return nil, nil
}

// compareItems compares lists item by item.
func (t *Thread) compareItems(op string, a, b []Value) (Value, error) {
	if _, ok := ordered(op, 0); !ok {
		return nil, nil
	}
	if t.depth++; t.depth > MaxDepth { // a list may have itself in it
		return nil, &Limit{Kind: Depth, At: t.at}
	}
	defer func() { t.depth-- }()
	for i := range min(len(a), len(b)) {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		same, err := t.Equal(a[i], b[i])
		if err != nil {
			return nil, err
		}
		if !same {
			if op == "==" || op == "!=" {
				return Bool{V: op == "!="}, nil
			}
			return t.Binary(op, a[i], b[i])
		}
	}
	v, _ := ordered(op, len(a)-len(b))
	return v, nil
}

// Equal reports whether two values are equal.
func (t *Thread) Equal(a, b Value) (bool, error) {
	v, err := t.Binary("==", a, b)
	if err != nil {
		return false, err
	}
	if _, unknown := v.(Unknown); unknown {
		return false, nil
	}
	return t.Truth(v)
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

// comparison evaluates a < b < c.
func (t *Thread) comparison(f *frame, e *python.Expr) (Value, error) {
	left, err := t.expr(f, e.Args[0].Expr)
	if err != nil {
		return nil, err
	}
	var v Value
	for i, op := range e.Operators {
		right, err := t.expr(f, e.Args[i+1].Expr)
		if err != nil {
			return nil, err
		}
		if v, err = t.compare(op, left, right); err != nil {
			return nil, err
		}
		if _, unknown := v.(Unknown); unknown || i == len(e.Operators)-1 {
			return v, nil
		}
		if yes, err := t.Truth(v); err != nil || !yes {
			return v, err
		}
		left = right
	}
	return v, nil
}

func (t *Thread) compare(op string, a, b Value) (Value, error) {
	switch op {
	case "is", "is not":
		if u, unknown := a.(Unknown); unknown && u.Why != Trained {
			return u, nil
		}
		return Bool{V: t.identical(a, b) == (op == "is")}, nil
	case "in", "not in":
		if u, unknown := anyUnknown(a, b); unknown {
			return u, nil
		}
		found, err := t.contains(b, a)
		return Bool{V: found == (op == "in")}, err
	}
	return t.Binary(op, a, b)
}

// identical reports whether two values are one. Small numbers and texts are.
func (t *Thread) identical(a, b Value) bool {
	switch x := a.(type) {
	case Int:
		y, ok := b.(Int)
		return ok && x.V == y.V
	case Bool:
		y, ok := b.(Bool)
		return ok && x.V == y.V
	case Str:
		y, ok := b.(Str)
		return ok && x.V == y.V
	case Float:
		y, ok := b.(Float)
		return ok && x == y
	case Unknown, Slice, bound, superOf:
		return false
	}
	switch b.(type) {
	case Unknown, Slice, bound, superOf:
		return false
	}
	return same(a, b)
}

// Same reports whether two values are one object, as is does.
func Same(a, b Value) bool { return a != nil && b != nil && same(a, b) }

// same reports whether two values are one object.
func same(a, b Value) bool {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	return x.Type() == y.Type() && x.Comparable() && x.Equal(y)
}

// Truth reports whether a value is true.
func (t *Thread) Truth(v Value) (bool, error) {
	switch v := v.(type) {
	case Bool:
		return v.V, nil
	case None:
		return false, nil
	case Int:
		return v.V != 0, nil
	case Float:
		return v.V != 0, nil
	case Str:
		return v.V != "", nil
	case *List:
		return len(v.Items) > 0, nil
	case *Tuple:
		return len(v.Items) > 0, nil
	case Range:
		return v.Len() > 0, nil
	case Truthy:
		return v.Truth()
	case Sized:
		n, err := v.Len()
		return n > 0, err
	case *Instance:
		for _, name := range []string{"__bool__", "__len__"} {
			if method, ok := t.method(v, name); ok {
				r, err := t.callValue(method, &Args{})
				if err != nil {
					return false, err
				}
				return t.Truth(r)
			}
		}
	case Real:
		f, _, ok := v.Real()
		return !ok || f != 0, nil
	}
	return true, nil
}

// contains reports whether v is in a container.
func (t *Thread) contains(container, v Value) (bool, error) {
	switch c := container.(type) {
	case Str:
		s, ok := v.(Str)
		if !ok {
			return false, Raise("TypeError", "'in <string>' requires string as left operand, not "+v.Class())
		}
		return strings.Contains(c.V, s.V), t.scan(len(c.V))
	case *Dict:
		_, found, err := c.Get(t, v)
		return found, err
	case *Set:
		_, found, err := c.dict.Get(t, v)
		return found, err
	case Container:
		return c.Contains(t, v)
	case *Instance:
		if method, ok := t.method(c, "__contains__"); ok {
			r, err := t.callValue(method, Positional(v))
			if err != nil {
				return false, err
			}
			return t.Truth(r)
		}
	}
	found := false
	err := t.each(container, func(item Value) (bool, error) {
		if err := t.Spend(1); err != nil {
			return false, err
		}
		same, err := t.Equal(item, v)
		found = found || same
		return !found, err
	})
	if raised := raisedAs(err, "TypeError"); raised != nil && strings.HasSuffix(raised.Message, "is not iterable") {
		return false, Raise("TypeError", "argument of type '"+container.Class()+"' is not iterable")
	}
	return found, err
}
