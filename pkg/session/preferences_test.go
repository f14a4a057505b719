package session

import "testing"

// TestTheHandIsForNewcomers: until they have done anything, on their first visit alone,
// and never where the line is not theirs to drag.
func TestTheHandIsForNewcomers(t *testing.T) {
	for _, m := range []Msg{TrainPressed{}, StepPressed{}, DragStarted{ByPointer: true}, SettingTyped{Key: "lr", Text: "0.1"}} {
		p := openFirst("")
		p.send(PreferencesRead{})
		if !p.ShowsHand() {
			t.Fatal("a newcomer sees no hand")
		}
		p.send(m, DragEnded{})
		if p.ShowsHand() || p.stored["visited"] != "1" {
			t.Errorf("after %T the hand is still there, and %v is stored", m, p.stored)
		}
	}
	for fragment, visited := range map[string]string{"": "1", "lock=model": "", "layers=4:tanh,1": "", "ask=What%3F": ""} {
		p := openFirst(fragment)
		p.send(PreferencesRead{Visited: visited})
		if p.ShowsHand() {
			t.Errorf("%q, visited %q: a hand is shown", fragment, visited)
		}
	}
}
