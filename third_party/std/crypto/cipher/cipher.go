// Package cipher stands in for crypto/cipher in the page's program: see
// ../../README.md. go-app encrypts state with it when asked to.
package cipher

// Block encrypts blocks.
type Block any

// AEAD encrypts and authenticates.
type AEAD interface {
	NonceSize() int
	Seal(dst, nonce, plaintext, additionalData []byte) []byte
	Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error)
}

// NewGCM panics.
func NewGCM(Block) (AEAD, error) {
	panic("crypto/cipher is not part of the page's program (third_party/std)")
}
