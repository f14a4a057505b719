package session

import "testing"

// TestALayerIsSeenThatHasTwoUnits: first the last hidden one, then the chosen one; what
// the model no longer has is replaced, and where there is no such layer nothing is seen.
func TestALayerIsSeenThatHasTwoUnits(t *testing.T) {
	p := open("set=xor:1&layers=4:tanh,1:tanh,3:tanh,1:tanh&play=0")
	sees := func(when string, layer, a, b int, want bool) {
		t.Helper()
		gotLayer, gotA, gotB, ok := p.Sight()
		if gotLayer != layer || gotA != a || gotB != b || ok != want {
			t.Errorf("%s: layer %d with units %d and %d, %v; want %d, %d, %d, %v", when, gotLayer, gotA, gotB, ok, layer, a, b, want)
		}
	}
	sees("closed", 0, 0, 0, false)
	p.do(t, LayerSightOpened{Open: true})
	sees("opened", 3, 1, 2, true)
	p.do(t, LayerSightChosen{Layer: 3, B: 3})
	sees("another unit", 3, 1, 3, true)
	p.do(t, LayerSightChosen{Layer: 1})
	sees("another layer", 1, 1, 2, true)
	p.do(t, LayerSightChosen{Layer: 1, A: 4}, LayerSightChosen{Layer: 1, B: 4})
	sees("both units one", 1, 4, 4, true)
	p.do(t, SettingTyped{Key: "layers", Text: "3:tanh,1:tanh,3:tanh,1:tanh"})
	sees("a unit fewer", 1, 1, 2, true)
	p.do(t, LayerSightChosen{Layer: 99, A: -1, B: 99})
	sees("a layer that is not there", 3, 1, 2, true)
	p.do(t, LayerSightOpened{Open: false})
	sees("closed again", 0, 0, 0, false)

	for _, link := range []string{"set=xor:1&layers=1:tanh&play=0", "layers=8:tanh,1&play=0"} {
		p = open(link)
		p.do(t, LayerSightOpened{Open: true})
		sees(link, 0, 0, 0, false)
	}
	p = open("set=rings:1:0:60&layers=3:softmax&play=0")
	p.do(t, LayerSightOpened{Open: true})
	sees("outputs alone", 1, 1, 2, true)
}
