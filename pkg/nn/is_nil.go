package nn

import "reflect"

// isNil reports whether a thing is nil, or a pointer that is: a (*SGD)(nil) is an
// Optimizer that no comparison with nil finds.
//
//go:noinline
func isNil(thing any) bool {
	if thing == nil {
		return true
	}
	v := reflect.ValueOf(thing)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// An own thing computes what a caller's function does.
type own interface{ lacking() bool }
