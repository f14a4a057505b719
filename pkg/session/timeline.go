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
	// Params are the weights after the epoch, flat in the order of
	// nn.Sequential.AppendParams; nil where a large model's were not kept.
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
	// maxKeptParams is the size of a model up to which every record keeps its
	// weights; of a larger one only the first and the last do.
	maxKeptParams = 1024
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
func (t Timeline) At(epoch int) Record {
	i := sort.Search(len(t.Records), func(i int) bool { return t.Records[i].Epoch >= epoch })
	if i == len(t.Records) {
		return t.Last()
	}
	if i > 0 && epoch-t.Records[i-1].Epoch < t.Records[i].Epoch-epoch {
		i--
	}
	return t.Records[i]
}

// recorder grows a timeline epoch by epoch without allocating for those that
// are not kept.
type recorder struct {
	kept   []Record
	stride int
	last   Record // the latest epoch; Params is a buffer of the recorder's own
}

// newRecorder continues a timeline.
func newRecorder(t Timeline) *recorder {
	last := t.Last()
	r := &recorder{stride: t.Stride, last: last}
	r.last.Params = append([]float32(nil), last.Params...)
	r.kept = append(r.kept, t.Records...)
	if len(r.kept) > 1 && last.Epoch%r.stride != 0 {
		r.kept = r.kept[:len(r.kept)-1]
	}
	return r
}

// add takes the record of an epoch; appendParams writes the weights after it.
func (r *recorder) add(record Record, appendParams func([]float32) []float32) {
	record.Params = appendParams(r.last.Params[:0])
	r.last = record
	if record.Epoch%r.stride != 0 {
		return
	}
	kept := record
	kept.Params = nil
	if len(r.last.Params) <= maxKeptParams {
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
			kept = append(kept, record)
		}
	}
	r.kept = kept
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
