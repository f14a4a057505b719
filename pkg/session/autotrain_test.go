package session

import (
	"slices"
	"testing"
)

func TestAutoTrainTrainsAfterEveryEdit(t *testing.T) {
	p := open("w=0&b=0")
	p.do(t, AutoTrainChosen{On: true})
	checkLesson(t, p)
	p.do(t, PointTyped{Row: 6, Axis: Y, Text: "9"})
	moved := open("w=0&b=0&xs=-1,0,1,2,3,4&ys=-3,-1,1,3,5,9")
	moved.do(t, TrainPressed{})
	if got, want := p.Run.Timeline.Last(), moved.Run.Timeline.Last(); p.Run.Phase != Finished || !slices.Equal(got.Params, want.Params) {
		t.Errorf("after an edit: phase %v, weights %v; want finished with %v", p.Run.Phase, got.Params, want.Params)
	}
	before := p.Run.ID
	p.do(t, PointTyped{Row: 6, Axis: Y, Text: "x"}, SettingTyped{Key: "predict", Text: "3"})
	if p.Run.ID != before {
		t.Error("a mistake, or another x to predict, trains again; want neither to")
	}
	p.do(t, SettingTyped{Key: "lr", Text: "0.1"}, PointTyped{Row: 6, Axis: Y, Text: "9"})
	if p.Run.ID == before || p.Run.trained.Optimizer.LearningRate != 0.1 {
		t.Error("a setting changed beside a mistake is not trained once the mistake is mended")
	}
	for len(p.Past) > 0 {
		p.do(t, UndoPressed{})
	}
	checkLesson(t, p)
	p.do(t, AutoTrainChosen{On: false}, SettingTyped{Key: "lr", Text: "0.02"})
	if p.Run.Timeline.Last().Epoch != 500 || p.Run.Phase != Finished {
		t.Errorf("no longer live: phase %v, want the training as it was", p.Run.Phase)
	}
}

// TestEditsTrainOnceATrainingIsSeen: whoever has seen no training yet is not shown its
// end before its beginning.
func TestEditsTrainOnceATrainingIsSeen(t *testing.T) {
	p := openFirst("w=0&b=0&play=0")
	if p.do(t, SettingTyped{Key: "lr", Text: "0.02"}); p.AutoTrains() || p.Run.Phase != Untrained {
		t.Errorf("before any training an edit leads to phase %v", p.Run.Phase)
	}
	if p.do(t, TrainPressed{}); !p.AutoTrains() || p.Run.Phase != Finished {
		t.Errorf("after the first training: edits train %v, phase %v", p.AutoTrains(), p.Run.Phase)
	}
	if p.do(t, SettingTyped{Key: "lr", Text: "0.03"}); p.Shown().Epoch != 500 {
		t.Errorf("after the first training an edit leads to epoch %d, want it trained", p.Shown().Epoch)
	}
}

// TestTheEngineDecidesWhatFollowsEveryEdit: an update asks nothing global, so
// that the same messages give the same session on any machine.
func TestTheEngineDecidesWhatFollowsEveryEdit(t *testing.T) {
	p := openLive("w=0&b=0&epochs=300000") // about 5e7 multiplications
	if p.AutoTrains() {
		t.Error("without a fast engine a training of 300,000 epochs follows every edit")
	}
	p.send(EngineReported{Name: "SIMD kernel"})
	if !p.AutoTrains() {
		t.Error("with the SIMD kernel a training of 300,000 epochs does not follow every edit")
	}
	p.send(Navigated{Fragment: "w=1&b=0&epochs=300000"})
	if !p.AutoTrains() {
		t.Error("another link forgets the engine")
	}
}
