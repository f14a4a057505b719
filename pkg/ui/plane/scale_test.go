package plane

import (
	"math"
	"testing"

	"firstneuron/pkg/ui/chart"
)

func TestScaleGoesBothWays(t *testing.T) {
	s := Scale{Area: chart.Area{Left: 40, Top: 10, Width: 300, Height: 200}, X1: six, X2: chart.Range{Min: -1, Max: 3}}
	for _, test := range [][4]float64{{-6, -1, 40, 210}, {6, 3, 340, 10}, {0, 1, 190, 110}} {
		x, y := s.Pixel(test[0], test[1])
		if x != test[2] || y != test[3] {
			t.Errorf("Pixel(%v, %v) = %v, %v, want %v, %v", test[0], test[1], x, y, test[2], test[3])
		}
		x1, x2, inside := s.Place(x, y)
		if math.Abs(x1-test[0]) > 1e-12 || math.Abs(x2-test[1]) > 1e-12 || !inside {
			t.Errorf("Place(%v, %v) = %v, %v, %v, want %v, %v", x, y, x1, x2, inside, test[0], test[1])
		}
	}
	for _, outside := range [][2]float64{{39, 100}, {341, 100}, {100, 9}, {100, 211}} {
		if _, _, inside := s.Place(outside[0], outside[1]); inside {
			t.Errorf("Place(%v) lies inside", outside)
		}
	}
}

func TestWindow(t *testing.T) {
	for _, test := range []struct {
		name   string
		points []Point
		x1, x2 chart.Range
	}{
		{"no points", nil, six, six},
		{"generated points", []Point{{X1: -5, X2: 1}, {X1: 4, X2: 5}}, six, six},
		{"larger ones", []Point{{X1: 0, X2: 0}, {X1: 100, X2: 10}}, chart.Range{Min: -20, Max: 120}, chart.Range{Min: -2, Max: 12}},
		{"small ones", []Point{{X1: 0, X2: 0}, {X1: 1, X2: 1}}, chart.Range{Min: -0.2, Max: 1.2}, chart.Range{Min: -0.2, Max: 1.2}},
	} {
		x1, x2 := Window(test.points)
		near := func(a, b chart.Range) bool { return math.Abs(a.Min-b.Min) < 1e-9 && math.Abs(a.Max-b.Max) < 1e-9 }
		if !near(x1, test.x1) || !near(x2, test.x2) {
			t.Errorf("%s: Window = %v, %v, want %v, %v", test.name, x1, x2, test.x1, test.x2)
		}
	}
	// All points lie within, also where all are in one place, however far.
	for _, points := range [][]Point{{{X1: 7, X2: 7}}, {{X1: 1e9, X2: -1e9}, {X1: 1e9, X2: 1e-9}}, {{X1: 0, X2: 0}}, {{X1: 12345678, X2: 0.1}, {X1: 12345679, X2: 0.1}}} {
		x1, x2 := Window(points)
		for _, p := range points {
			if !(x1.Min < p.X1 && p.X1 < x1.Max && x2.Min < p.X2 && p.X2 < x2.Max) {
				t.Errorf("%v lies outside of %v, %v", p, x1, x2)
			}
		}
	}
}
