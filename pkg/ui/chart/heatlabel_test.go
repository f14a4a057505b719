package chart

import (
	"math"
	"testing"
)

// TestLabelsSayWhatTheirLinesAreOf: a bowl's value at a label is the label's
// number, as near as its cells tell, and no two labels touch.
func TestLabelsSayWhatTheirLinesAreOf(t *testing.T) {
	frame, heat := NewFrame(FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}, Bare: true}), bowl(41)
	labels := heat.Labels(frame, 0, 0)
	if len(labels) < 2 {
		t.Fatalf("%d labels, want 2 at least", len(labels))
	}
	perX, perY := frame.PerPixel()
	x0, y0 := frame.Px(0, 0)
	for i, label := range labels {
		x, y := (label.X-x0)*perX, (label.Y-y0)*perY
		if got := x*x + y*y; math.Abs(got-label.Value) > 0.5 {
			t.Errorf("a label says %v where the bowl is %v high", label.Value, got)
		}
		for _, other := range labels[:i] {
			if math.Hypot(label.X-other.X, label.Y-other.Y) < labelGap {
				t.Errorf("labels %v and %v lie %v apart", label, other, math.Hypot(label.X-other.X, label.Y-other.Y))
			}
		}
	}
}

// TestLabelsLeaveRoom for what has words already.
func TestLabelsLeaveRoom(t *testing.T) {
	frame, heat := NewFrame(FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}, Bare: true}), bowl(41)
	taken := heat.Labels(frame, 0, 0)[0]
	for _, label := range heat.Labels(frame, taken.X, taken.Y) {
		if label.Covers(taken.X, taken.Y) {
			t.Errorf("label %v covers %v", label, taken)
		}
	}
}

// TestNarrowLevelsHaveNoLabels: between 15 and 15.2 two digits tell no line from
// another, so that a label would say what is not so.
func TestNarrowLevelsHaveNoLabels(t *testing.T) {
	var values []float64
	for i := range 21 * 21 {
		values = append(values, 15+0.2*float64(i%21)/20)
	}
	frame := NewFrame(FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}, Bare: true})
	if labels := NewHeat(values, 21, false).Labels(frame, 0, 0); len(labels) > 0 {
		t.Errorf("labels %v, want none", labels)
	}
}
