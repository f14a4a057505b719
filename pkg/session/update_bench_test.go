package session

import (
	"strings"
	"testing"
)

// BenchmarkDragMove is Update alone for one move of a dragged point of the
// lesson, after a move before it has been trained.
func BenchmarkDragMove(b *testing.B) {
	move := dragMove(b)
	b.ReportAllocs()
	for b.Loop() {
		move()
	}
}

// TestADragMoveAllocatesLittle: not half of the 762 times that it did before what an
// experiment may name was listed once.
func TestADragMoveAllocatesLittle(t *testing.T) {
	if allocations := testing.AllocsPerRun(100, dragMove(t)); allocations > 762/2 {
		t.Errorf("Update allocates %v times for a move of a drag, want at most %d", allocations, 762/2)
	}
}

// dragMove returns the Update of one more move of a dragged point.
func dragMove(tb testing.TB) func() {
	p := openLive("w=0&b=0")
	p.atOnce = true
	p.do(tb, DragStarted{ByPointer: true}, PointMoved{6, 4, 8})
	s := p.Session
	ys := []float64{8.1, 8.2, 8.3}
	i := 0
	return func() {
		Update(s, PointMoved{6, 4, ys[i%3]})
		i++
	}
}

// BenchmarkHover is Update for a pointer that passes over the points of large
// data, which says nothing about them.
func BenchmarkHover(b *testing.B) {
	text := strings.Repeat("1,2\n3,4\n", 1000)
	p := open("w=0&b=0&epochs=1")
	p.do(b, PasteTyped{text}, PasteUsed{}, TrainPressed{})
	s := p.Session
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Update(s, PointHighlighted{1 + i%3})
		i++
	}
}
