package session

import (
	"reflect"
	"testing"
	"time"
)

func TestWarmUpIsADragThatLeavesNoTrace(t *testing.T) {
	s := New("w=0&b=0")
	r, ok := NewWarmUp(s)
	if !ok {
		t.Fatal("the lesson's drag is not rehearsed")
	}
	var losses []float64
	for range 3 {
		seen := r.Move(time.Now().Add(time.Minute))
		if !seen.Dragging() || seen.Run.Phase != Finished || seen.Shown().Epoch != 500 || len(seen.Surface.Loss) == 0 {
			t.Fatalf("a move ends in phase %v at epoch %d with %d losses of a surface, want a trained drag with one",
				seen.Run.Phase, seen.Shown().Epoch, len(seen.Surface.Loss))
		}
		losses = append(losses, seen.Shown().Loss)
	}
	if losses[0] == losses[1] || losses[1] == losses[2] {
		t.Errorf("the moves end at losses %v, want another with each", losses)
	}
	if !reflect.DeepEqual(s, New("w=0&b=0")) {
		t.Error("the rehearsal changed the session that it began with")
	}
}

func TestOnlyADragThatTrainsWarmsUp(t *testing.T) {
	for name, s := range map[string]Session{
		"a large model": New("layers=64:tanh,64:tanh,1&epochs=100000"),
		"locked data":   New("lock=data"),
	} {
		if _, ok := NewWarmUp(s); ok {
			t.Errorf("with %s a drag is rehearsed", name)
		}
	}
}
