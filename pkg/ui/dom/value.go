package dom

import (
	"math"
	"runtime"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Value is a value of JavaScript that can be anything. Its methods never panic:
// what is missing, is of another type or throws is a missing value, so that a
// chain of calls needs one test at its end.
type Value struct{ v app.Value }

// Of returns a value of go-app as one that can be read without a panic.
func Of(v app.Value) Value { return Value{v} }

// JSValue returns the value for go-app, which calls it for arguments.
func (v Value) JSValue() app.Value {
	if v.v == nil {
		return app.Undefined()
	}
	return v.v
}

// window returns the global object. A test replaces it: natively there is none.
var window = func() Value { return Of(app.Window()) }

func document() Value { return window().Get("document") }

// attempt calls f and reports whether it came to its end. syscall/js panics when
// JavaScript throws and when a value is of another type. A mistake in Go is not
// hidden.
func attempt(f func()) (done bool) {
	defer func() {
		if err, bug := recover().(runtime.Error); bug {
			panic(err)
		}
	}()
	f()
	return true
}

// Type returns the type of the value; that of a missing value is undefined.
func (v Value) Type() app.Type {
	t := app.TypeUndefined
	if v.v != nil {
		attempt(func() { t = v.v.Type() })
	}
	return t
}

// Missing reports whether the value is undefined or null.
func (v Value) Missing() bool {
	t := v.Type()
	return t == app.TypeUndefined || t == app.TypeNull
}

// IsList reports whether the value is an array.
func (v Value) IsList() bool {
	return window().Get("Array").Call("isArray", v).Flag()
}

// Same reports whether two values are the same object.
func (v Value) Same(w Value) bool {
	return !v.Missing() && !w.Missing() && v.v.Equal(w.v)
}

// Get returns a property.
func (v Value) Get(name string) Value {
	var found Value
	if !v.Missing() {
		attempt(func() { found = Of(v.v.Get(name)) })
	}
	return found
}

// Text returns the value if it is a string, else "".
func (v Value) Text() string {
	if v.Type() != app.TypeString {
		return ""
	}
	return v.v.String()
}

// Number returns the value if it is a finite number.
func (v Value) Number() (number float64, ok bool) {
	if v.Type() != app.TypeNumber {
		return 0, false
	}
	number = v.v.Float()
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return 0, false
	}
	return number, true
}

// Flag reports whether the value is true.
func (v Value) Flag() bool { return v.Type() == app.TypeBoolean && v.v.Bool() }

// Length returns the length of a list or a text, 0 for anything else.
func (v Value) Length() int {
	if object := window().Get("Object"); v.Type() == app.TypeString && !object.Missing() {
		attempt(func() { v = Of(object.v.Invoke(v.v)) }) // a text has no properties, its object has
	}
	length, _ := v.Get("length").Number()
	return int(max(0, min(length, math.MaxInt32)))
}

// Index returns the i-th value of a list.
func (v Value) Index(i int) Value {
	var found Value
	if !v.Missing() {
		attempt(func() { found = Of(v.v.Index(i)) })
	}
	return found
}

// Keys returns the names of an object's own properties, the first most of them.
func (v Value) Keys(most int) []string {
	keys := window().Get("Object").Call("keys", v)
	names := make([]string, min(keys.Length(), most))
	for i := range names {
		names[i] = keys.Index(i).Text()
	}
	return names
}

// Set sets a property and reports whether the browser has.
func (v Value) Set(name string, to any) bool {
	return !v.Missing() && attempt(func() { v.v.Set(name, to) })
}

// Call calls a method and returns its result.
func (v Value) Call(method string, args ...any) Value {
	result, _ := v.Try(method, args...)
	return result
}

// Try calls a method and reports whether there is one and it did not throw.
func (v Value) Try(method string, args ...any) (result Value, ok bool) {
	if v.Get(method).Type() != app.TypeFunction {
		return Value{}, false
	}
	ok = attempt(func() { result = Of(v.v.Call(method, args...)) })
	return result, ok
}

// New calls the value as a constructor.
func (v Value) New(args ...any) Value {
	var made Value
	if v.Type() == app.TypeFunction {
		attempt(func() { made = Of(v.v.New(args...)) })
	}
	return made
}

// callback is a function for JavaScript of which only the first argument counts.
// It has to be released. It runs on the goroutine of events, where nothing else
// catches a panic.
func callback(f func(arg Value)) app.Func {
	mine := life.Load()
	return app.FuncOf(func(_ app.Value, args []app.Value) any {
		var arg Value
		if len(args) > 0 {
			arg = Of(args[0])
		}
		if mine == life.Load() {
			Try(func() { f(arg) })
		}
		return nil
	})
}
