// Package uuid stands in for the package of that name.
package uuid

import (
	"encoding/hex"
	"math/rand/v2"
)

// NewString returns a random UUID, version 4 of RFC 9562.
func NewString() string {
	var id [16]byte
	for i := range id {
		id[i] = byte(rand.Uint32())
	}
	id[6] = id[6]&0x0f | 0x40 // the version
	id[8] = id[8]&0x3f | 0x80 // the variant
	digits := hex.EncodeToString(id[:])
	return digits[:8] + "-" + digits[8:12] + "-" + digits[12:16] + "-" + digits[16:20] + "-" + digits[20:]
}
