package eval

import (
	"cmp"
	"math"
	"math/bits"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python/elementary"
)

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

func absolute(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("abs", "x")
	if err != nil {
		return nil, err
	}
	switch v := b.Value("x").(type) {
	case Float:
		return Float{V: math.Abs(v.V)}, nil
	case Int, Bool:
		n := intOf(v)
		return Int{V: max(n, -n)}, nil
	case Attributed:
		if method, err := v.Attr(t, "__abs__"); method != nil || err != nil {
			if err != nil {
				return nil, err
			}
			return t.Call(method)
		}
		if f, whole, ok := number(b.Value("x")); ok {
			if whole {
				return Int{V: int64(math.Abs(f))}, nil
			}
			return Float{V: math.Abs(f)}, nil
		}
	}
	return nil, Raise("TypeError", "bad operand type for abs(): '"+b.Value("x").Class()+"'")
}

func rounded(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("round", "number", "ndigits=")
	if err != nil {
		return nil, err
	}
	v := b.Value("number")
	if x, ok := v.(Attributed); ok {
		method, err := x.Attr(t, "__round__")
		if err != nil {
			return nil, err
		}
		if _, unknown := method.(Unknown); method != nil && !unknown {
			var rest []Value
			if b.Has("ndigits") {
				rest = append(rest, b.Value("ndigits"))
			}
			return t.Call(method, rest...)
		}
	}
	f, whole, ok := number(v)
	if !ok {
		return nil, Raise("TypeError", "type "+v.Class()+" doesn't define __round__ method")
	}
	digits, err := b.Int("ndigits", 0)
	if err != nil {
		return nil, err
	}
	if whole && digits >= 0 {
		return Int{V: int64(f)}, nil
	}
	r := RoundHalfEven(f, digits)
	if !b.Has("ndigits") || whole {
		if math.IsNaN(r) || math.IsInf(r, 0) {
			return nil, Raise("ValueError", "cannot convert float "+strings.ToUpper(FloatRepr(r)[:1])+"aN to integer")
		}
		return Int{V: int64(r)}, nil
	}
	return Float{V: r}, nil
}

// RoundHalfEven rounds to so many digits after the point, as Python's round does.
func RoundHalfEven(f float64, digits int) float64 {
	if digits < 0 {
		p := math.Pow(10, float64(-digits))
		return math.RoundToEven(f/p) * p
	}
	if digits == 0 {
		return math.RoundToEven(f)
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', min(digits, 320), 64), 64)
	if err != nil {
		return f
	}
	return r
}

func divmod(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("divmod", "x", "y")
	if err != nil {
		return nil, err
	}
	q, err := t.Binary("//", b.Value("x"), b.Value("y"))
	if err != nil {
		return nil, err
	}
	r, err := t.Binary("%", b.Value("x"), b.Value("y"))
	return &Tuple{Items: []Value{q, r}}, err
}

func power(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("pow", "base", "exp", "mod=")
	if err != nil {
		return nil, err
	}
	v, err := t.Binary("**", b.Value("base"), b.Value("exp"))
	if err != nil || !b.Has("mod") {
		return v, err
	}
	return t.Binary("%", v, b.Value("mod"))
}
