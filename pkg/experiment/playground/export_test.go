package playground

// What tests compare with an experiment, which this package must not know.
const (
	MinRate, MaxRate = minRate, maxRate
	MaxPenalty       = maxPenalty
	MaxValidation    = maxValidation
)

// Locks are the parts that have the Playground's controls.
var Locks = locks
