// Package fixed stands in for golang.org/x/image/math/fixed: see ../../README.md.
package fixed

// Int26_6 is a number in parts of 64.
type Int26_6 int32

// Int52_12 is a number in parts of 4096.
type Int52_12 int64

// Point26_6 is a place.
type Point26_6 struct{ X, Y Int26_6 }

// Rectangle26_6 is an area.
type Rectangle26_6 struct{ Min, Max Point26_6 }
