package session

import (
	"math"
	"slices"
	"sort"

	"firstneuron/pkg/nn"
)

// A stretch is the part of a timeline that one training has recorded. It reads
// what the engine wrote, in columns, and makes a Record when one is asked for: most
// are never looked at.
type stretch struct {
	epochs []int
	logs   [][]float64
	keys   logKeys
	// weightEpochs are the epochs whose weights are kept.
	weightEpochs []int
	weights      []float32 // one after the other
	// last is the latest epoch's record, which is there whether it is kept or not.
	last Record
}

// logKeys are the places of what a training logs beside its loss, which is at 0; 0
// for what it does not log.
type logKeys struct{ metric, validation, validationMetric int }

// keysOf finds the places of an experiment's logs among a training's keys.
func keysOf(keys []string, metric string) logKeys {
	place := func(key string) int { return max(0, slices.Index(keys, key)) }
	k := logKeys{validation: place("val_loss")}
	if metric != "" {
		k.metric, k.validationMetric = place(metric), place("val_"+metric)
	}
	return k
}

// recorded returns what a recorder holds by now, for good; nil before the first
// epoch.
func recorded(r *nn.Recorder, keys logKeys) *stretch {
	weights := r.LatestWeights()
	if weights == nil {
		return nil
	}
	s := &stretch{keys: keys}
	s.epochs, s.logs = r.Kept()
	s.logs = slices.Clone(s.logs) // whose slices grow
	s.weightEpochs, s.weights = r.KeptWeights()
	latest := r.LatestLogs()
	s.last = keys.record(r.Latest(), func(key int) float64 { return latest[key] })
	if n := len(s.weightEpochs); n > 0 && s.weightEpochs[n-1] == r.Latest() {
		s.last.Params = weights
	} else {
		s.last.Params = slices.Clone(weights)
	}
	return s
}

// len is how many records there are.
func (s *stretch) len() int {
	if s == nil {
		return 0
	}
	if s.endsKept() {
		return len(s.epochs)
	}
	return len(s.epochs) + 1
}

// endsKept reports whether the latest epoch is one of those that are kept.
func (s *stretch) endsKept() bool {
	n := len(s.epochs)
	return n > 0 && s.epochs[n-1] == s.last.Epoch
}

func (s *stretch) epoch(i int) int {
	if i < len(s.epochs) {
		return s.epochs[i]
	}
	return s.last.Epoch
}

func (s *stretch) record(i int) Record {
	if i == s.len()-1 {
		return s.last
	}
	r := s.keys.record(s.epochs[i], func(key int) float64 { return s.logs[key][i] })
	at := i
	if at >= len(s.weightEpochs) || s.weightEpochs[at] != r.Epoch {
		at = sort.SearchInts(s.weightEpochs, r.Epoch)
	}
	if at < len(s.weightEpochs) && s.weightEpochs[at] == r.Epoch {
		n := len(s.last.Params)
		r.Params = s.weights[at*n : (at+1)*n : (at+1)*n]
	}
	return r
}

// record returns the record of an epoch, without its weights.
func (k logKeys) record(epoch int, value func(key int) float64) Record {
	r := Record{Epoch: epoch, Loss: value(0)}
	r.Validation, r.Validated = finiteLog(k.validation, value)
	r.Metric, r.Measured = finiteLog(k.metric, value)
	r.ValidationMetric, _ = finiteLog(k.validationMetric, value)
	return r
}

// finiteLog returns a logged value, and whether it can be shown.
func finiteLog(key int, value func(key int) float64) (v float64, ok bool) {
	if key == 0 {
		return 0, false
	}
	if v = value(key); math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}
