package dom

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// js is a value of JavaScript without a browser. It panics where syscall/js does:
// on a value of another type, on a property of nothing, and when a function
// throws.
type js struct {
	app.Value // for the methods that no test calls
	of        any
}

// object, list and function are what js can be, besides nil, bool, float64 and
// string. A method gets its arguments as they are in Go.
type (
	object   map[string]any
	list     []any
	function func(args ...any) any
)

// errThrown is what a function throws.
var errThrown = errors.New("thrown")

func throws(...any) any { panic(errThrown) }

func value(of any) Value { return Of(js{of: of}) }

func (j js) Type() app.Type {
	switch j.of.(type) {
	case nil:
		return app.TypeUndefined
	case bool:
		return app.TypeBoolean
	case float64:
		return app.TypeNumber
	case string:
		return app.TypeString
	case function:
		return app.TypeFunction
	}
	return app.TypeObject
}

func (j js) Get(name string) app.Value {
	switch of := j.of.(type) {
	case object:
		if getter, ok := of["get "+name].(function); ok {
			return js{of: getter()}
		}
		return js{of: of[name]}
	case list:
		if name == "length" {
			return js{of: float64(len(of))}
		}
		return js{}
	case function:
		return js{}
	}
	panic(errors.New("Value.Get of " + j.Type().String()))
}

func (j js) Index(i int) app.Value {
	if of, ok := j.of.(list); ok && i < len(of) {
		return js{of: of[i]}
	} else if ok {
		return js{}
	}
	panic(errors.New("Value.Index"))
}

func (j js) Set(name string, to any) {
	of, ok := j.of.(object)
	if !ok {
		panic(errors.New("Value.Set"))
	}
	if setter, ok := of["set "+name].(function); ok {
		setter(to)
		return
	}
	of[name] = to
}

func (j js) Call(method string, args ...any) app.Value {
	return js{of: j.Get(method).(js).of.(function)(args...)}
}

func (j js) Invoke(args ...any) app.Value { return js{of: j.of.(function)(args...)} }
func (j js) New(args ...any) app.Value    { return js{of: j.of.(function)(args...)} }
func (j js) String() string               { return j.of.(string) }
func (j js) Float() float64               { return j.of.(float64) }
func (j js) Bool() bool                   { return j.of.(bool) }
func (j js) JSValue() app.Value           { return j }

func (j js) Equal(w app.Value) bool {
	a, okA := j.of.(object)
	b, okB := w.(js).of.(object)
	return okA && okB && a["name"] == b["name"]
}

// in runs a test in a window.
func in(t *testing.T, w object) {
	t.Helper()
	before := window
	window = func() Value { return value(w) }
	t.Cleanup(func() { window = before })
}

// anything are the values that can stand where another is expected.
func anything() []Value {
	return []Value{
		{},
		Of(nil), value(nil), value(true), value(1.5), value(math.NaN()), value(math.Inf(1)), value("text"), value(list{}),
		value(object{}), value(function(throws)), value(object{"get key": function(throws), "get length": function(throws)}),
		value(object{"key": object{}, "length": "long"}), Of(app.Window()), Of(app.Null()),
	}
}

// TestNoValuePanics: whatever a value is, each reader has an answer.
func TestNoValuePanics(t *testing.T) {
	in(t, object{})
	for i, v := range anything() {
		v.Type()
		v.Missing()
		v.IsList()
		v.Text()
		v.Number()
		v.Flag()
		v.Length()
		v.Keys(3)
		v.Get("key").Get("inner").Text()
		v.Get("length").Number()
		v.Index(0).Get("key")
		v.Set("key", 1)
		v.Call("key").Call("again")
		v.New(1).Get("key")
		v.Same(v)
		v.Query("a").Closest("b").Matches("c")
		if found := v.QueryAll("a"); len(found) != 0 {
			t.Errorf("value %d has %d elements inside, want none", i, len(found))
		}
		if v.JSValue() == nil {
			t.Errorf("value %d is nil to go-app, want undefined", i)
		}
	}
}

// TestMistakesInGoAreSeen: only what JavaScript does is forgiven.
func TestMistakesInGoAreSeen(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an index out of range in Go is hidden")
		}
	}()
	none := []int{}
	attempt(func() { _ = none[len(none)] })
}

func TestValuesOfTheRightTypeAreRead(t *testing.T) {
	in(t, object{"Object": object{"keys": function(func(...any) any { return list{"a", "b", "c"} })}})
	v := value(object{
		"text": "so", "number": 2.5, "flag": true, "list": list{"a", 2.0}, "nan": math.NaN(),
		"twice": function(func(args ...any) any { return 2 * args[0].(float64) }),
	})
	if got := v.Get("text").Text(); got != "so" {
		t.Errorf("the text is %q, want so", got)
	}
	if got, ok := v.Get("number").Number(); got != 2.5 || !ok {
		t.Errorf("the number is %v, %v, want 2.5, true", got, ok)
	}
	if got, ok := v.Get("nan").Number(); got != 0 || ok {
		t.Errorf("NaN is read as %v, %v, want 0, false", got, ok)
	}
	if !v.Get("flag").Flag() || v.Get("text").Flag() || v.Get("number").Flag() {
		t.Error("only true is a flag that is set")
	}
	if got := v.Get("list"); got.Length() != 2 || got.Index(0).Text() != "a" {
		t.Errorf("the list has %d values and begins with %q, want 2 and a", got.Length(), got.Index(0).Text())
	}
	if got, _ := v.Call("twice", 4.0).Number(); got != 8 {
		t.Errorf("the method gives %v, want 8", got)
	}
	if _, ok := v.Try("thrice", 4.0); ok {
		t.Error("a method that is not there is said to have been called")
	}
	if got := v.Keys(2); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("the first two keys are %v, want a and b", got)
	}
	if v.Set("text", "other"); v.Get("text").Text() != "other" {
		t.Errorf("the text set is %q, want other", v.Get("text").Text())
	}
}

// TestLengthOfAText: a text has no properties, to syscall/js.
func TestLengthOfAText(t *testing.T) {
	in(t, object{"Object": function(func(args ...any) any { return list(make([]any, len(args[0].(js).of.(string)))) })})
	if got := value("four").Length(); got != 4 {
		t.Errorf("the length of four is %d, want 4", got)
	}
	if got := value(object{"length": -3.0}).Length(); got != 0 {
		t.Errorf("a length of -3 is read as %d, want 0", got)
	}
}
