package fitchart

import (
	"testing"

	"firstneuron/pkg/ui/dom"
)

func TestKeysMoveByTheirStep(t *testing.T) {
	for key, want := range map[dom.KeyPress]float64{
		{Name: "ArrowUp"}: 1, {Name: "ArrowUp", Shift: true}: 10, {Name: "ArrowUp", Command: true}: 0.1, {Name: "ArrowUp", Shift: true, Command: true}: 10,
	} {
		if got := stepSize(key); got != want {
			t.Errorf("%+v moves by %v steps, want %v", key, got, want)
		}
	}
}
