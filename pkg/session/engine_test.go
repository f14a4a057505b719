package session

import "testing"

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
