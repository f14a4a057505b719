package playground

import (
	"slices"
	"strings"
)

// Penalty is what is added to the loss for large weights.
type Penalty int

// The penalties of a weight w: none, |w| and ½w².
const (
	NoPenalty Penalty = iota
	Absolute
	Square
)

// penaltyKeys are the Playground's keys of the penalties, in their order.
var penaltyKeys = strings.Fields("none L1 L2")

// String is the key in links.
func (p Penalty) String() string { return penaltyKeys[p] }

// slope is the derivative of the penalty by a weight.
func (p Penalty) slope(w float64) float64 {
	switch {
	case p == Square:
		return w
	case p == Absolute && w < 0:
		return -1
	case p == Absolute && w > 0:
		return 1
	}
	return 0
}

// penalty reads which penalty there is.
func (r *reader) penalty(key string) {
	text := r.state.Regularization.String()
	name(func(*State) *string { return &text }, penaltyKeys...)(r, key)
	r.state.Regularization = Penalty(slices.Index(penaltyKeys, text))
}
