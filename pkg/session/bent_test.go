package session

import "testing"

// TestUnitsAreOfferedWhereNoLineFits: and only there; with them the training succeeds,
// and Undo takes them back.
func TestUnitsAreOfferedWhereNoLineFits(t *testing.T) {
	for fragment, want := range map[string]bool{
		"": false, "example=noisy": false, "example=houses": false, "example=wave": false,
		"xs=-3,-2,-1,0,1,2,3&ys=9,4,1,0,1,4,9": true, "xs=-3,-2,-1,0,1,2,3&ys=9,4,1,0,1,4,9&lock=model": false,
		"xs=-3,-2,-1,0,1,2,3&ys=5,5,5,5,5,5,5": false, "xs=0,1,2&ys=0,1,0": false, "xs=-3,-2,-1,0,1,2,3&ys=9,4,1,0,1,4,9&layers=8:tanh,1": false,
	} {
		p := openLive(fragment)
		if got := p.NeedsUnits(); got != want {
			t.Errorf("%q: units are offered is %v, want %v", fragment, got, want)
		}
		before := p.Experiment
		p.do(t, UnitsGiven{}, TrainPressed{})
		if !want {
			if !p.Experiment.Equal(before) {
				t.Errorf("%q: units are given unasked", fragment)
			}
			continue
		}
		if loss, ok := p.GuessLoss(); !ok || loss > 0.5 || p.NeedsUnits() {
			t.Errorf("%q: with units the loss is %v, offered again %v", fragment, loss, p.NeedsUnits())
		}
		if p.do(t, UndoPressed{}); !p.Experiment.Equal(before) {
			t.Errorf("%q: Undo does not take them back", fragment)
		}
	}
}
