package session

import "testing"

func TestProgressOfAnEarlierRunIsDropped(t *testing.T) {
	p := open("w=0&b=0")
	p.send(TrainPressed{})
	p.send(Progress{Run: p.Run.ID - 1, Timeline: newTimeline([]float32{9, 9}), Done: true})
	if w := p.Run.Timeline.Last().Params[0]; p.Run.Phase != Running || w != 0 {
		t.Errorf("progress of the run before leaves phase %v and the weight %v, want the run as it was", p.Run.Phase, w)
	}
}
