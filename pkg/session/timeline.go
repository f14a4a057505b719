package session

import (
	"iter"
	"sort"
)

// Record is what is kept of one epoch.
type Record struct {
	// Epoch counts from 1; epoch 0 is the state before any training.
	Epoch int
	// Loss is the epoch's logged loss, measured before its updates as Keras
	// logs it. Epoch 0 has none: see Logged.
	Loss float64
	// Validation is the loss over the validation part after the epoch, Metric
	// the metric beside the loss; each only where the next field says so.
	Validation, Metric  float64
	Validated, Measured bool
	// ValidationMetric is the metric over the validation part, where both are.
	ValidationMetric float64
	// Params are the weights after the epoch, flat in the order of
	// nn.Sequential.AppendParams; nil where a large model's were not kept. The
	// first and the last record always have them.
	Params []float32
}

// Logged reports whether the record has a loss.
func (r Record) Logged() bool { return r.Epoch > 0 }

// Timeline is the record of a run that every view reads: the epochs in
// ascending order, always with the first and the last, and of those between the
// ones that keptEpochs says.
type Timeline struct {
	records []Record // epoch 0, and those of the trainings before the latest
	latest  *stretch // those of the latest training; nil when there was none
}

// NewTimeline returns the timeline of some records, of which the first is that of
// epoch 0.
func NewTimeline(records ...Record) Timeline { return Timeline{records: records} }

// newTimeline returns the timeline of an untrained model.
func newTimeline(params []float32) Timeline { return NewTimeline(Record{Params: params}) }

// Len returns how many records there are.
func (t Timeline) Len() int { return len(t.records) + t.latest.len() }

// Record returns the record at a place, counted from 0.
func (t Timeline) Record(i int) Record {
	if i < len(t.records) {
		return t.records[i]
	}
	return t.latest.record(i - len(t.records))
}

// epoch returns the epoch of the record at a place.
func (t Timeline) epoch(i int) int {
	if i < len(t.records) {
		return t.records[i].Epoch
	}
	return t.latest.epoch(i - len(t.records))
}

// All returns the records in order, with their places.
func (t Timeline) All() iter.Seq2[int, Record] {
	return func(yield func(int, Record) bool) {
		for i := range t.Len() {
			if !yield(i, t.Record(i)) {
				return
			}
		}
	}
}

// list returns the first so many records.
func (t Timeline) list(n int) []Record {
	records := make([]Record, n, n+1)
	for i := range n {
		records[i] = t.Record(i)
	}
	return records
}

// First returns the state before training.
func (t Timeline) First() Record { return t.Record(0) }

// Last returns the latest state.
func (t Timeline) Last() Record { return t.Record(t.Len() - 1) }

// At returns the record nearest to an epoch.
func (t Timeline) At(epoch int) Record { return t.Record(t.index(epoch)) }

// index returns the place of the record nearest to an epoch.
func (t Timeline) index(epoch int) int {
	i := sort.Search(t.Len(), func(i int) bool { return t.epoch(i) >= epoch })
	if i == t.Len() {
		return i - 1
	}
	if i > 0 && epoch-t.epoch(i-1) < t.epoch(i)-epoch {
		i--
	}
	return i
}

// Shown returns the record nearest to an epoch among those with weights.
func (t Timeline) Shown(epoch int) Record {
	i := t.index(epoch)
	before, after := t.Record(i), t.Record(i)
	for at := i - 1; before.Params == nil && at >= 0; at-- {
		before = t.Record(at)
	}
	for at := i + 1; after.Params == nil && at < t.Len(); at++ {
		after = t.Record(at)
	}
	if epoch-before.Epoch <= after.Epoch-epoch {
		return before
	}
	return after
}

// Next returns the first record with weights after an epoch; ok is false when
// there is none.
func (t Timeline) Next(epoch int) (r Record, ok bool) {
	for i := t.index(epoch); i < t.Len(); i++ {
		if r := t.Record(i); r.Epoch > epoch && r.Params != nil {
			return r, true
		}
	}
	return Record{}, false
}

// Until returns the timeline up to a record of it.
func (t Timeline) Until(last Record) Timeline {
	return NewTimeline(append(t.list(t.index(last.Epoch)), last)...)
}

// before returns the records that stand before those of another training: all but
// a last one that is not to be kept.
func (t Timeline) before(weightEpochs []int) []Record {
	if t.latest == nil && len(t.records) == 1 {
		return t.records
	}
	records, last := t.list(t.Len()-1), t.Last()
	if !among(keptEpochs(), last.Epoch) {
		return records
	}
	if !among(weightEpochs, last.Epoch) {
		last.Params = nil
	}
	return append(records, last)
}
