package eval

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python"
)

// literal is the number that is written.
func (t *Thread) literal(e *python.Expr) (Value, error) {
	if len(e.Text) == 1 {
		return Int{int64(e.Text[0] - '0'), e.Span}, nil // without a look at what most are not
	}
	return parseNumber(e.Text, e.Span)
}

func parseNumber(text string, at python.Span) (Value, error) {
	digits := strings.ReplaceAll(text, "_", "")
	if strings.ContainsAny(digits, "jJ") {
		return Unknown{Why: Lacking, Text: text, At: at}, nil
	}
	decimal := strings.Trim(digits, "0123456789") == ""
	if decimal || strings.ContainsAny(digits, "xXoObB") && strings.HasPrefix(digits, "0") {
		if strings.Trim(digits, "0") == "" {
			return Int{0, at}, nil
		}
		if decimal && digits[0] == '0' {
			return nil, &Exception{
				Type: "SyntaxError", At: at,
				Message: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
			}
		}
		n, err := strconv.ParseInt(digits, 0, 64)
		if err != nil {
			return nil, &Limit{Kind: Large, At: at}
		}
		return Int{n, at}, nil
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil && v == 0 {
		return nil, &Exception{Type: "SyntaxError", Message: "invalid decimal literal", At: at}
	}
	return Float{v, at}, nil // inf where it is too large, as in Python
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

func intType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("int", "x=", "base=")
	if err != nil || b.Value("x") == nil {
		return Int{}, err
	}
	switch v := b.Value("x").(type) {
	case Int:
		return v, nil
	case Str:
		base, err := b.Int("base", 10)
		if err != nil {
			return nil, err
		}
		n, parseErr := strconv.ParseInt(strings.ReplaceAll(strings.TrimSpace(v.V), "_", ""), base, 64)
		if parseErr != nil {
			return nil, Raise("ValueError", "invalid literal for int() with base "+itoa(base)+": "+quote(v.V))
		}
		return Int{V: n, From: v.From}, nil
	case *Instance:
		if method, ok := t.method(v, "__int__"); ok {
			return t.callValue(method, &Args{})
		}
	}
	f, _, ok := number(b.Value("x"))
	switch {
	case !ok:
		if _, array := b.Value("x").(Array); array {
			return nil, manyNumbers()
		}
		return nil, Raise("TypeError", "int() argument must be a string, a bytes-like object or a real number, not '"+b.Value("x").Class()+"'")
	case math.IsNaN(f):
		return nil, Raise("ValueError", "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return nil, Raise("OverflowError", "cannot convert float infinity to integer")
	case math.Abs(f) >= 1<<62:
		return nil, &Limit{Kind: Large}
	}
	return Int{V: int64(f)}, nil
}

// manyNumbers is NumPy's error of an array that is used as one number.
func manyNumbers() error {
	return Raise("TypeError", "only 0-dimensional arrays can be converted to Python scalars")
}

func floatType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("float", "x=")
	if err != nil || b.Value("x") == nil {
		return Float{}, err
	}
	switch v := b.Value("x").(type) {
	case Float:
		return v, nil
	case Int:
		return Float{V: float64(v.V), From: v.From}, nil
	case Str:
		f, parseErr := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(v.V), "_", ""), 64)
		if parseErr != nil && !math.IsInf(f, 0) {
			return nil, Raise("ValueError", "could not convert string to float: "+quote(v.V))
		}
		return Float{V: f, From: v.From}, nil
	case *Instance:
		if method, ok := t.method(v, "__float__"); ok {
			return t.callValue(method, &Args{})
		}
	}
	f, _, ok := number(b.Value("x"))
	if !ok {
		if _, array := b.Value("x").(Array); array {
			return nil, manyNumbers()
		}
		return nil, Raise("TypeError", "float() argument must be a string or a real number, not '"+b.Value("x").Class()+"'")
	}
	return Float{V: f}, nil
}

func boolType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("bool", "x=")
	if err != nil || b.Value("x") == nil {
		return Bool{}, err
	}
	yes, err := t.Truth(b.Value("x"))
	return Bool{V: yes}, err
}

func inBase(t *Thread, args *Args) (Value, error) {
	name := t.calling
	b, err := args.Bind(name, "number")
	if err != nil {
		return nil, err
	}
	text, err := FormatSpec(b.Value("number"), "#"+map[string]string{"bin": "b", "hex": "x", "oct": "o"}[name])
	return Str{V: text}, err
}

func numberMethod(v Value, name string) method {
	switch name {
	case "is_integer":
		return func(*Thread, *Args) (Value, error) {
			f, _ := AsFloat(v)
			return Bool{V: f == float64(int64(f))}, nil
		}
	case "conjugate":
		return func(*Thread, *Args) (Value, error) { return v, nil }
	case "as_integer_ratio", "hex", "bit_length", "to_bytes":
		return func(t *Thread, _ *Args) (Value, error) { return t.Lacks(v.Class() + "." + name), nil }
	}
	return nil
}
