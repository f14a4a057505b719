// Package rand stands in for crypto/rand in the page's program: see
// ../../README.md. go-app encrypts state with it when asked to.
package rand

import "io"

// Reader panics when read.
var Reader io.Reader = reader{}

type reader struct{}

func (reader) Read([]byte) (int, error) {
	panic("crypto/rand is not part of the page's program (third_party/std)")
}
