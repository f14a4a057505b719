package chart

import (
	"math"
	"strings"
	"testing"
)

func bowl(size int) *Heat {
	h := &Heat{Size: size}
	for row := range size {
		for i := range size {
			x, y := float64(i)/float64(size-1)*4-2, float64(row)/float64(size-1)*4-2
			h.Values = append(h.Values, x*x+y*y)
		}
	}
	return h
}

func TestHeatIsOneImageAndContours(t *testing.T) {
	spec := FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}, Heat: bowl(21)}
	frame := NewFrame(spec)
	if n := strings.Count(frame.SVG, "<image "); n != 1 {
		t.Errorf("%d images, want 1", n)
	}
	if n := strings.Count(frame.SVG, `class="chart-contour"`); n < 9 || n > 60 {
		t.Errorf("%d contours, want some nine", n)
	}
	if frame.Spec.X != spec.X || math.Abs(frame.X(frame.Area.Left)+2) > 1e-9 {
		t.Errorf("the contours change the ranges to %v", frame.Spec.X)
	}
	if strings.Contains(frame.SVG, "NaN") || strings.Contains(frame.SVG, "style=") {
		t.Error("the picture holds NaN or a style attribute")
	}
}

func TestHeatOfAnyValuesIsDrawn(t *testing.T) {
	for name, fill := range map[string]func(i int) float64{
		"flat":      func(int) float64 { return 3 },
		"NaN":       func(int) float64 { return math.NaN() },
		"some NaN":  func(i int) float64 { return []float64{1, math.NaN(), math.Inf(1), 5}[i%4] },
		"very high": func(i int) float64 { return math.Pow(10, float64(i)/2) },
	} {
		h := &Heat{Size: 9}
		for i := range 81 {
			h.Values = append(h.Values, fill(i))
		}
		frame := NewFrame(FrameSpec{Width: 200, Height: 200, X: Range{0, 1}, Y: Range{0, 1}, Heat: h})
		if strings.Contains(frame.SVG, "NaN") || !strings.Contains(frame.SVG, "<image ") {
			t.Errorf("%s: the picture has no image, or a NaN", name)
		}
	}
}

func TestSnapKeepsTheDecimalsOfAStep(t *testing.T) {
	for _, test := range []struct{ v, step, want float64 }{
		{1.2345, 0.02, 1.23}, {1.2345, 0.01, 1.23}, {-1.2355, 0.5, -1.2}, {1234.5, 20, 1230}, {7, 0, 7}, {-0.001, 0.1, 0},
	} {
		if got := Snap(test.v, test.step); math.Abs(got-test.want) > 1e-12 || math.Signbit(got) != math.Signbit(test.want) {
			t.Errorf("Snap(%v, %v) = %v, want %v", test.v, test.step, got, test.want)
		}
	}
}

func TestPixelsGoBackToValues(t *testing.T) {
	frame := NewFrame(FrameSpec{Width: 640, Height: 400, X: Range{-3, 12}, Y: Range{-7, 25}})
	px, py := frame.Px(2.5, 19)
	if x, y := frame.X(px), frame.Y(py); math.Abs(x-2.5) > 1e-9 || math.Abs(y-19) > 1e-9 {
		t.Errorf("there and back gives %v, %v, want 2.5, 19", x, y)
	}
}

func BenchmarkHeat(b *testing.B) {
	h := bowl(33)
	for b.Loop() {
		NewFrame(FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}, Heat: h})
	}
}
