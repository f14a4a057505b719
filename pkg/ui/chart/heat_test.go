package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func bowl(size int) *Heat {
	var values []float64
	for row := range size {
		for i := range size {
			x, y := float64(i)/float64(size-1)*4-2, float64(row)/float64(size-1)*4-2
			values = append(values, x*x+y*y)
		}
	}
	return NewHeat(values, size, false)
}

func TestHeatIsColoursAndContours(t *testing.T) {
	spec := FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}, Bare: true}
	frame, heat := NewFrame(spec), bowl(21)
	pixels := heat.Pixels()
	alpha := func(column, row int) byte { return pixels[4*(row*21+column)+3] }
	if len(pixels) != 4*21*21 || alpha(10, 10) != 0 || alpha(0, 0) != 170 || alpha(20, 20) != 170 {
		t.Errorf("%d bytes; %d in the middle of the bowl, %d and %d in two corners; want 1764; 0, 170, 170",
			len(pixels), alpha(10, 10), alpha(0, 0), alpha(20, 20))
	}
	lines := heat.Lines(frame)
	if n := strings.Count(lines, "M"); n < 9 || n > 60 {
		t.Errorf("%d contours, want some nine", n)
	}
	// Those of a bowl are circles about its middle, clear of the edges or cut
	// off there.
	middleX, middleY := frame.Px(0, 0)
	right, _ := frame.Px(2, 0)
	first := strings.Split(strings.SplitN(lines, "M", 3)[1], "L")
	least, most := math.Inf(1), 0.0
	for _, point := range first {
		var x, y float64
		if _, err := fmt.Sscan(point, &x, &y); err != nil {
			t.Fatalf("%q is no point: %v", point, err)
		}
		r := math.Hypot((x-middleX)/(right-middleX), (y-middleY)/(frame.Area.Height/2))
		least, most = min(least, r), max(most, r)
	}
	if !(most < 1.5 && most-least < 0.1) {
		t.Errorf("a contour is %v to %v of the area's half from the middle, want a circle", least, most)
	}
}

func TestHeatOfAnyValuesIsDrawn(t *testing.T) {
	for name, fill := range map[string]func(i int) float64{
		"flat":      func(int) float64 { return 3 },
		"NaN":       func(int) float64 { return math.NaN() },
		"some NaN":  func(i int) float64 { return []float64{1, math.NaN(), math.Inf(1), 5}[i%4] },
		"very high": func(i int) float64 { return math.Pow(10, float64(i)/2) },
	} {
		var values []float64
		for i := range 81 {
			values = append(values, fill(i))
		}
		h := NewHeat(values, 9, false)
		frame := NewFrame(FrameSpec{Width: 200, Height: 200, X: Range{0, 1}, Y: Range{0, 1}})
		if strings.Contains(h.Lines(frame), "NaN") {
			t.Errorf("%s: the picture has a NaN", name)
		}
		pixels := h.Pixels()
		for i := range 81 {
			if v := fill(i); (math.IsNaN(v) || math.IsInf(v, 0)) && pixels[4*((8-i/9)*9+i%9)+3] != 170 {
				t.Errorf("%s: value %d is drawn with %d, want the highest, 170", name, i, pixels[4*((8-i/9)*9+i%9)+3])
			}
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
	h, frame := bowl(33), NewFrame(FrameSpec{Width: 320, Height: 240, X: Range{-2, 2}, Y: Range{-2, 2}})
	for b.Loop() {
		h.Pixels()
		h.Lines(frame)
	}
}
