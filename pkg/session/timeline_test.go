package session

import "testing"

// record plays so many epochs into a timeline, in the recorder's own room as the
// Trainer does; the weight after each is its number.
func record(r *recorder, from, to int) {
	for epoch := from; epoch <= to; epoch++ {
		r.add(Record{Epoch: epoch, Loss: float64(epoch), Params: append(r.room(), float32(epoch))})
	}
}

func TestTimelineIsThinnedButKeepsBothEnds(t *testing.T) {
	for _, epochs := range []int{1, 7, 1999, 2000, 2001, 5000, 100_003} {
		r := newRecorder(newTimeline([]float32{0}), 0)
		record(r, 1, epochs)
		timeline := r.timeline()
		if n := len(timeline.Records); n > maxRecords+1 || (epochs < maxRecords && n != epochs+1) {
			t.Errorf("%d epochs: %d records, want all of them up to %d", epochs, n, maxRecords)
		}
		if n := len(timeline.Records); epochs > maxRecords && n < maxRecords/2 {
			t.Errorf("%d epochs: %d records, want at least half of %d", epochs, n, maxRecords)
		}
		if timeline.First().Epoch != 0 || timeline.First().Logged() || timeline.Last().Epoch != epochs {
			t.Errorf("%d epochs: records from %d to %d", epochs, timeline.First().Epoch, timeline.Last().Epoch)
		}
		previous := -1
		for _, at := range timeline.Records {
			if at.Epoch <= previous || at.Params[0] != float32(at.Epoch) || at.Loss != float64(at.Epoch) {
				t.Fatalf("%d epochs: record %+v after epoch %d", epochs, at, previous)
			}
			previous = at.Epoch
		}
	}
}

func TestTimelineCutInPiecesIsTheSame(t *testing.T) {
	whole := newRecorder(newTimeline([]float32{0}), 0)
	record(whole, 1, 4321)
	pieces := newTimeline([]float32{0})
	for from := 1; from <= 4321; from += 77 {
		r := newRecorder(pieces, 0)
		record(r, from, min(from+76, 4321))
		pieces = r.timeline()
	}
	want := whole.timeline()
	if len(pieces.Records) != len(want.Records) || pieces.Stride != want.Stride {
		t.Fatalf("%d records of stride %d, want %d of %d", len(pieces.Records), pieces.Stride, len(want.Records), want.Stride)
	}
	for i := range want.Records {
		if pieces.Records[i].Epoch != want.Records[i].Epoch {
			t.Errorf("record %d is of epoch %d, want %d", i, pieces.Records[i].Epoch, want.Records[i].Epoch)
		}
	}
}

func TestLaterEpochsDoNotChangeATimeline(t *testing.T) {
	r := newRecorder(newTimeline([]float32{0}), 0)
	record(r, 1, 3)
	timeline := r.timeline()
	record(r, 4, 9000)
	if last := timeline.Last(); last.Epoch != 3 || last.Params[0] != 3 || len(timeline.Records) != 4 {
		t.Errorf("the timeline of 3 epochs is now %+v", timeline)
	}
}

func TestLargeModelsKeepTheirEndsOnly(t *testing.T) {
	large := make([]float32, maxKeptParams+1)
	r := newRecorder(newTimeline(large), 0)
	for epoch := 1; epoch <= 3; epoch++ {
		r.add(Record{Epoch: epoch, Loss: 1, Params: large})
	}
	timeline := r.timeline()
	for i, at := range timeline.Records {
		if kept, want := at.Params != nil, i == 0 || i == 3; kept != want {
			t.Errorf("epoch %d: weights kept = %v, want %v", at.Epoch, kept, want)
		}
	}
}

func TestAtIsTheNearestRecord(t *testing.T) {
	timeline := Timeline{Records: []Record{{Epoch: 0}, {Epoch: 10}, {Epoch: 20}}}
	for epoch, want := range map[int]int{-3: 0, 4: 0, 5: 10, 6: 10, 14: 10, 16: 20, 99: 20} {
		if got := timeline.At(epoch).Epoch; got != want {
			t.Errorf("At(%d) is epoch %d, want %d", epoch, got, want)
		}
	}
}
