// Package aes stands in for crypto/aes in the page's program: see
// ../../README.md. go-app encrypts state with it when asked to.
package aes

import "crypto/cipher"

// NewCipher panics.
func NewCipher([]byte) (cipher.Block, error) {
	panic("crypto/aes is not part of the page's program (third_party/std)")
}
