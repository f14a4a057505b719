package eval

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python"
)

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

// hash is what Go compares keys by: numbers that are equal are one key.
func (t *Thread) hash(v Value) (any, error) {
	switch v := v.(type) {
	case Str:
		return v.V, t.scan(len(v.V))
	case None:
		return nil, nil
	case *Tuple:
		if err := t.Spend(len(v.Items)); err != nil {
			return nil, err
		}
		var text strings.Builder
		for _, item := range v.Items {
			h, err := t.hash(item)
			if err != nil {
				return nil, err
			}
			switch h := h.(type) {
			case string:
				text.WriteString(strconv.Quote(h))
			case float64:
				text.WriteString(strconv.FormatFloat(h, 'g', -1, 64))
			case [1]string: // a tuple in a tuple
				text.WriteString("(" + h[0] + ")")
			case nil:
				text.WriteString("None")
			default: // functions, classes and objects are what they are
				fmt.Fprintf(&text, "%p", h)
			}
			text.WriteByte(',')
		}
		return [1]string{text.String()}, nil
	case *List, *Dict, *Set:
		return nil, Raise("TypeError", "unhashable type: '"+v.Class()+"'")
	case *Builtin, *Function, *ClassOf, *Instance, *Module:
		return v, nil
	}
	if f, ok := AsFloat(v); ok {
		if math.IsNaN(f) {
			return "nan", nil
		}
		return f, nil
	}
	if u, unknown := v.(Unknown); unknown {
		return nil, &Instead{u}
	}
	if r, ok := v.(*record); ok {
		return t.hash(&r.Tuple)
	}
	if _, called := v.(Callable); called && reflect.TypeOf(v).Comparable() {
		return v, nil // a class or a function of a library
	}
	return nil, Raise("TypeError", "unhashable type: '"+v.Class()+"'")
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
