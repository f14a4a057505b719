package plane

import (
	"math"
	"testing"

	"firstneuron/pkg/ui/chart"
)

var hundred = Scale{Area: chart.Area{Width: 120, Height: 120}, X1: six, X2: six}

func TestMarks(t *testing.T) {
	points := []Point{{0, 0, 1}, {3, 3, -1}, {-6, 6, 1}, {1, 1, -1}}
	marks := Marks(points, 3, []int{1, 1, 0, 0}, TwoClasses(-1, 1), hundred)
	want := []Mark{
		{X: 60, Y: 60, Class: 1},
		{X: 90, Y: 30, Class: 0, Wrong: true},
		{X: 0, Y: 0, Class: 1, Wrong: true},
		{X: 70, Y: 50, Class: 0, Test: true},
	}
	for i := range want {
		marks[i].X, marks[i].Y = math.Round(marks[i].X), math.Round(marks[i].Y)
		if marks[i] != want[i] {
			t.Errorf("mark %d is %+v, want %+v", i, marks[i], want[i])
		}
	}
	for _, m := range Marks(points, 4, nil, TwoClasses(-1, 1), hundred) {
		if m.Wrong {
			t.Error("a point that is not asked is marked as wrong")
		}
	}
	number := Marks([]Point{{0, 0, 0.5}, {0, 0, -9}}, 2, []int{0, 0}, Numbers(2), hundred)
	if number[0].Class != -1 || number[0].Shade != 0.25 || number[1].Shade != -1 || number[0].Wrong {
		t.Errorf("the marks of numbers are %+v", number)
	}
}

func TestNearest(t *testing.T) {
	marks := []Mark{{X: 10, Y: 10}, {X: 20, Y: 10}, {X: 20, Y: 10}, {X: 50, Y: 50, Test: true}}
	for _, test := range []struct {
		x, y, reach float64
		test        bool
		want        int
	}{
		{11, 11, 8, false, 0},
		{19, 10, 8, false, 2}, // the one above
		{30, 30, 8, false, -1},
		{28, 10, 8, false, 2},
		{50, 50, 8, false, -1}, // not shown
		{50, 50, 8, true, 3},
	} {
		if got := Nearest(marks, test.x, test.y, test.reach, test.test); got != test.want {
			t.Errorf("Nearest(%v, %v) = %d, want %d", test.x, test.y, got, test.want)
		}
	}
}

func TestNextGoesTheArrowsWay(t *testing.T) {
	//  1 . 2
	//  . 0 .
	//  4 . 3    and 5, far to the right
	marks := []Mark{{X: 50, Y: 50}, {X: 30, Y: 40}, {X: 60, Y: 30}, {X: 70, Y: 62}, {X: 45, Y: 90}, {X: 110, Y: 50}}
	for direction, want := range map[[2]float64]int{{1, 0}: 3, {-1, 0}: 1, {0, -1}: 2, {0, 1}: 4} {
		if got := Next(marks, 0, direction[0], direction[1], true); got != want {
			t.Errorf("Next to %v = %d, want %d", direction, got, want)
		}
	}
	if got := Next(marks, 5, 1, 0, true); got != -1 {
		t.Errorf("Next beyond the last = %d, want -1", got)
	}
	marks[3].Test = true
	if got := Next(marks, 0, 1, 0, false); got != 5 {
		t.Errorf("Next with the test points hidden = %d, want 5", got)
	}
}

// TestShapesDiffer: each class has an outline of its own, about as large as the others.
func TestShapesDiffer(t *testing.T) {
	seen := map[string]int{}
	for class := range MaxClasses {
		d := Shape(class, 5)
		if other, found := seen[d]; found {
			t.Errorf("the classes %d and %d have one shape", class, other)
		}
		seen[d] = class
		if shapes[class] == nil {
			continue
		}
		area := 0.0
		for i, a := range shapes[class] {
			b := shapes[class][(i+1)%len(shapes[class])]
			area += (a[0]*b[1] - b[0]*a[1]) / 2
		}
		if area < 1.4 || area > 3.4 {
			t.Errorf("the shape of class %d has the area %.2f, want about that of the circle, 3.14", class, area)
		}
	}
	if got, want := Shape(-1, 3), "M-3 0A3 3 0 1 1 3 0A3 3 0 1 1 -3 0Z"; got != want {
		t.Errorf("Shape of a number = %q, want %q", got, want)
	}
	if got, want := Shape(3, 4), "M0 -5L4.2 0L0 5L-4.2 0Z"; got != want {
		t.Errorf("Shape(3) = %q, want %q", got, want)
	}
}
