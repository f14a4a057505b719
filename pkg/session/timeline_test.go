package session

import (
	"context"
	"reflect"
	"slices"
	"strconv"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
)

// trainedFor is the timeline of an experiment's training, cut into runs that end at
// the epochs given.
func trainedFor(t testing.TB, fragment string, ends ...int) Timeline {
	t.Helper()
	e, problems := experiment.Decode(fragment)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	params, problem := e.InitialParams()
	if problem != nil {
		t.Fatal(problem)
	}
	timeline := newTimeline(params)
	var trainer Trainer
	for run, end := range ends {
		start := StartTraining{Run: run, Experiment: e, Epochs: end - timeline.Last().Epoch, Timeline: timeline, Continue: run > 0}
		if problem := trainer.Start(start); problem != nil {
			t.Fatal(problem)
		}
		progress := trainer.Slice(context.Background(), run, time.Now().Add(time.Minute))
		if progress.Problem != nil || !progress.Done {
			t.Fatalf("the run to epoch %d is over: %t, %v", end, progress.Done, progress.Problem)
		}
		timeline = progress.Timeline
	}
	return timeline
}

// TestTimelineKeepsItsBeginning: every epoch to 255, then a constant ratio between
// two of them, and both ends, whatever the length.
func TestTimelineKeepsItsBeginning(t *testing.T) {
	for _, epochs := range []int{1, 7, 255, 256, 500, 1999, 5000, 100_003} {
		timeline := trainedFor(t, "w=0&b=0&lr=0.1", epochs)
		if first := timeline.First(); first.Epoch != 0 || first.Logged() || timeline.Last().Epoch != epochs {
			t.Errorf("%d epochs: records from %d to %d", epochs, first.Epoch, timeline.Last().Epoch)
		}
		if n := timeline.Len(); n > 2000 {
			t.Errorf("%d epochs: %d records, want at most 2000", epochs, n)
		}
		previous := -1
		for _, r := range timeline.All() {
			most := previous + max(1, previous/200)
			if r.Epoch <= previous || r.Epoch > most || len(r.Params) != 2 {
				t.Fatalf("%d epochs: a record of epoch %d with %d weights after epoch %d, want the next at most %d", epochs, r.Epoch, len(r.Params), previous, most)
			}
			previous = r.Epoch
		}
	}
}

// TestTimelineCutInPiecesIsTheSame: the places where runs ended leave nothing.
func TestTimelineCutInPiecesIsTheSame(t *testing.T) {
	for _, fragment := range []string{"w=0&b=0", "layers=4:tanh,1&metric=mae&validation=0.34&seed=3", "layers=64,64,1&epochs=900"} {
		whole := trainedFor(t, fragment, 900)
		var ends []int
		for end := 77; end < 900; end += 77 {
			ends = append(ends, end)
		}
		pieces := trainedFor(t, fragment, append(ends, 900)...)
		if pieces.Len() != whole.Len() {
			t.Fatalf("%s: %d records, want %d", fragment, pieces.Len(), whole.Len())
		}
		for i, want := range whole.All() {
			if got := pieces.Record(i); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: record %d = %+v, want %+v", fragment, i, got, want)
			}
		}
	}
}

// TestLaterEpochsDoNotChangeATimeline: what a slice has brought stays as it was.
func TestLaterEpochsDoNotChangeATimeline(t *testing.T) {
	p := open("w=0&b=0&batch=2&epochs=1500&layers=3:tanh,1")
	p.send(TrainPressed{})
	var seen []Timeline
	var lists [][]Record
	// Beyond epoch 512, where not every epoch is kept, the latest one's weights are a copy.
	for p.Run.Timeline.Last().Epoch < 540 {
		p.slice()
		if p.Run.Timeline.Last().Epoch > 505 {
			seen, lists = append(seen, p.Run.Timeline), append(lists, copied(p.Run.Timeline))
		}
	}
	p.finish(t)
	for i, timeline := range seen {
		if !reflect.DeepEqual(copied(timeline), lists[i]) {
			t.Fatalf("the timeline of slice %d, of %d records, has changed", i, timeline.Len())
		}
	}
}

// copied are a timeline's records with copies of their weights.
func copied(t Timeline) []Record {
	records := t.list(t.Len())
	for i := range records {
		records[i].Params = slices.Clone(records[i].Params)
	}
	return records
}

// TestLargeModelsKeepFewWeights, but those at the end.
func TestLargeModelsKeepFewWeights(t *testing.T) {
	timeline := trainedFor(t, "layers=64,64,64,64,64,1&batch=6", 3, 40)
	for i, r := range timeline.All() {
		if kept, want := r.Params != nil, i == 0 || r.Epoch == 40 || r.Epoch == 32; kept != want {
			t.Errorf("epoch %d: weights kept = %v, want %v", r.Epoch, kept, want)
		}
	}
}

func TestAtIsTheNearestRecord(t *testing.T) {
	timeline := NewTimeline(Record{Epoch: 0}, Record{Epoch: 10}, Record{Epoch: 20})
	for epoch, want := range map[int]int{-3: 0, 4: 0, 5: 10, 6: 10, 14: 10, 16: 20, 99: 20} {
		if got := timeline.At(epoch).Epoch; got != want {
			t.Errorf("At(%d) is epoch %d, want %d", epoch, got, want)
		}
	}
}

// TestEveryEpochOfALessonIsKept, as a learner moves through them.
func TestEveryEpochOfALessonIsKept(t *testing.T) {
	timeline := trainedFor(t, "w=0&b=0", 500)
	for epoch := range 501 {
		if got := timeline.Shown(epoch).Epoch; got != epoch {
			t.Fatal("epoch " + strconv.Itoa(epoch) + " is shown as " + strconv.Itoa(got))
		}
	}
}
