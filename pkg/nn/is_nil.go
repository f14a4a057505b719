package nn

import "reflect"

// isNil reports whether a thing is nil, or a pointer that is: a (*SGD)(nil) is an
// Optimizer that no comparison with nil finds. A copy in each of its callers would be more
// for the page to load.
//
//go:noinline
func isNil(thing any) bool {
	if thing == nil {
		return true
	}
	v := reflect.ValueOf(thing)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// An own thing computes what a caller's function does; it is lacking where that is nil.
type own interface{ lacking() bool }

// lacks reports whether a thing computes what a caller's function does and has none.
func lacks(thing any) bool {
	o, ok := thing.(own)
	return ok && o.lacking()
}
