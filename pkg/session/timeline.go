package session

import "sort"

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
// ascending order, always with the first and the last, thinned to every
// Stride-th epoch when there are too many to keep.
type Timeline struct {
	Records []Record
	Stride  int
}

// The limits of a timeline.
const (
	// maxRecords is how many records are kept before every other is dropped.
	maxRecords = 2000
	// maxKeptParams is how many weights a timeline keeps in all: the records of
	// a large model keep theirs only every so many epochs.
	maxKeptParams = 2 << 20
)

// newTimeline returns the timeline of an untrained model.
func newTimeline(params []float32) Timeline {
	return Timeline{Records: []Record{{Params: params}}, Stride: 1}
}

// First returns the state before training.
func (t Timeline) First() Record { return t.Records[0] }

// Last returns the latest state.
func (t Timeline) Last() Record { return t.Records[len(t.Records)-1] }

// At returns the record nearest to an epoch.
func (t Timeline) At(epoch int) Record { return t.Records[t.index(epoch)] }

// index returns the place of the record nearest to an epoch.
func (t Timeline) index(epoch int) int {
	i := sort.Search(len(t.Records), func(i int) bool { return t.Records[i].Epoch >= epoch })
	if i == len(t.Records) {
		return i - 1
	}
	if i > 0 && epoch-t.Records[i-1].Epoch < t.Records[i].Epoch-epoch {
		i--
	}
	return i
}

// Shown returns the record nearest to an epoch among those with weights.
func (t Timeline) Shown(epoch int) Record {
	i := t.index(epoch)
	before, after := i, i
	for before > 0 && t.Records[before].Params == nil {
		before--
	}
	for after < len(t.Records)-1 && t.Records[after].Params == nil {
		after++
	}
	if epoch-t.Records[before].Epoch <= t.Records[after].Epoch-epoch {
		return t.Records[before]
	}
	return t.Records[after]
}

// Next returns the first record with weights after an epoch; ok is false when
// there is none.
func (t Timeline) Next(epoch int) (r Record, ok bool) {
	for _, r := range t.Records[t.index(epoch):] {
		if r.Epoch > epoch && r.Params != nil {
			return r, true
		}
	}
	return Record{}, false
}

// Until returns the timeline up to a record of it.
func (t Timeline) Until(last Record) Timeline {
	i := t.index(last.Epoch)
	t.Records = append(append([]Record(nil), t.Records[:i]...), last)
	return t
}

// recorder grows a timeline epoch by epoch without allocating for those that
// are not kept.
type recorder struct {
	kept   []Record
	stride int
	last   Record    // the latest epoch; Params is a buffer of the recorder's own
	spare  []float32 // another one, for the epoch after it
}

// newRecorder continues a timeline by some epochs.
func newRecorder(t Timeline, epochs int) *recorder {
	last := t.Last()
	r := &recorder{stride: t.Stride, last: last}
	r.last.Params = append([]float32(nil), last.Params...)
	r.kept = make([]Record, 0, min(len(t.Records)+epochs/t.Stride, maxRecords)+1)
	r.kept = append(r.kept, t.Records...)
	if len(r.kept) > 1 && last.Epoch%r.stride != 0 {
		r.kept = r.kept[:len(r.kept)-1]
	}
	return r
}

// room is where to write the weights of the next epoch.
func (r *recorder) room() []float32 { return r.spare[:0] }

// add takes the record of an epoch, and its weights with it.
func (r *recorder) add(record Record) {
	r.spare, r.last = r.last.Params, record
	if record.Epoch%r.stride != 0 {
		return
	}
	kept := record
	kept.Params = nil
	if record.Epoch%r.paramsStride() == 0 {
		kept.Params = append([]float32(nil), r.last.Params...)
	}
	r.kept = append(r.kept, kept)
	if len(r.kept) > maxRecords {
		r.thin()
	}
}

// thin doubles the stride; epoch 0 is a multiple of any and stays.
func (r *recorder) thin() {
	r.stride *= 2
	kept := r.kept[:0]
	for _, record := range r.kept {
		if record.Epoch%r.stride == 0 {
			if record.Epoch%r.paramsStride() != 0 {
				record.Params = nil
			}
			kept = append(kept, record)
		}
	}
	r.kept = kept
}

// paramsStride is every how many epochs the weights are kept: with each record
// unless the model is so large that maxRecords of them would be too many.
func (r *recorder) paramsStride() int {
	stride := r.stride
	for share := maxRecords * len(r.last.Params); share > maxKeptParams; share /= 2 {
		stride *= 2
	}
	return stride
}

// timeline returns a copy of the record as it stands, the latest epoch
// included, that later epochs do not change.
func (r *recorder) timeline() Timeline {
	records := make([]Record, len(r.kept), len(r.kept)+1)
	copy(records, r.kept)
	last := r.last
	last.Params = append([]float32(nil), last.Params...)
	if records[len(records)-1].Epoch == last.Epoch {
		records[len(records)-1] = last
	} else {
		records = append(records, last)
	}
	return Timeline{Records: records, Stride: r.stride}
}
