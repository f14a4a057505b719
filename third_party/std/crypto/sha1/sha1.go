// Package sha1 stands in for crypto/sha1 in the page's program: see
// ../../README.md. go-app's server names its version by it.
package sha1

// Size is the length of a sum in bytes.
const Size = 20

// Sum panics.
func Sum([]byte) [Size]byte {
	panic("crypto/sha1 is not part of the page's program (third_party/std)")
}
