package session

import (
	"sort"
	"sync"
)

const (
	// keptRatio is how much later than a kept epoch the next one is: a 256th. So
	// every epoch to 512 is kept, and the beginning of a run, where most happens,
	// whatever its length: a run of 100,000 epochs has 1,900 records, one of a
	// million 2,500.
	keptRatio = 256
	// lastKept is an epoch that no run comes to.
	lastKept = 1 << 40
	// maxKeptParams is about how many weights a timeline keeps in all: the records
	// of a large model keep theirs only now and then.
	maxKeptParams = 2 << 20
	// longRun is how many records the weights have to suffice for.
	longRun = 2048
)

// keptEpochs are the epochs, counted from 1, that a timeline keeps, beside the last
// of a run.
var keptEpochs = sync.OnceValue(func() []int {
	var epochs []int
	for epoch := 1; epoch < lastKept; epoch += max(1, epoch/keptRatio) {
		epochs = append(epochs, epoch)
	}
	return epochs
})

// keptWeights are those of keptEpochs at which the weights of a model with so many
// parameters are kept.
func keptWeights(params int) []int {
	every := 1
	for share := longRun * params; share > maxKeptParams; share /= 2 {
		every *= 2
	}
	all := keptEpochs()
	if every == 1 {
		return all
	}
	var epochs []int
	for i := every - 1; i < len(all); i += every {
		epochs = append(epochs, all[i])
	}
	return epochs
}

// among reports whether an epoch is one of ascending ones.
func among(epochs []int, epoch int) bool {
	i := sort.SearchInts(epochs, epoch)
	return i < len(epochs) && epochs[i] == epoch
}
