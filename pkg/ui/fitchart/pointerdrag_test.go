package fitchart

import (
	"math"
	"testing"

	"firstneuron/pkg/session"
)

func drawn(fragment string) *Panel {
	p := New("en", session.New(fragment))
	p.drawFrame()
	return p
}

// TestThePointerTakesTheNearest: a point before the first guess's line, a handle
// before the empty place, and nothing beyond the axes.
func TestThePointerTakesTheNearest(t *testing.T) {
	p := drawn("w=0&b=-2")
	at := func(x, y float64) (float64, float64) { return p.frame.Px(x, y) }
	for _, test := range []struct {
		name       string
		x, y, dx   float64
		reach      float64
		want       grabbed
		row        int
		wantHandle session.Handle
	}{
		{"a point", 1, 1, 3, reachMouse, aPoint, 3, session.NoHandle},
		{"beside a point with a mouse", 1, 1, 20, reachMouse, emptyPlace, 0, session.NoHandle},
		{"beside a point with a finger", 1, 1, 20, reachTouch, aPoint, 3, session.NoHandle},
		{"the bias", 0, -2, 2, reachMouse, aHandle, 0, session.BiasHandle},
		{"the line", 2, -2, 0, reachMouse, aLine, 0, session.NoHandle},
		{"an empty place", 1, 5, 0, reachMouse, emptyPlace, 0, session.NoHandle},
	} {
		x, y := at(test.x, test.y)
		got := p.grabbedAt(x+test.dx, y, test.reach)
		if got.on != test.want || (test.want == aPoint && got.row != p.Points[test.row-1].Row) || (test.want == aHandle && got.handle != test.wantHandle) {
			t.Errorf("%s: the pointer has %d, row %d, handle %d, want %d", test.name, got.on, got.row, got.handle, test.want)
		}
		if test.want == aPoint && math.Abs(got.dx+test.dx) > 1e-9 {
			t.Errorf("%s: the point is %v beside the pointer, want %v", test.name, got.dx, -test.dx)
		}
	}
	if got := p.grabbedAt(p.frame.Area.Left-5, 5, reachMouse); got.on != nothing {
		t.Errorf("beyond the axes the pointer has %d, want nothing", got.on)
	}
}

// TestALockedModelHasNoHandles: its first guess cannot be taken.
func TestALockedModelHasNoHandles(t *testing.T) {
	p := drawn("w=0&b=-2&lock=model")
	for _, place := range [][2]float64{{0, -2}, {2, -2}} {
		x, y := p.frame.Px(place[0], place[1])
		if got := p.grabbedAt(x, y, reachMouse); got.on != emptyPlace {
			t.Errorf("at %v the pointer has %d, want an empty place", place, got.on)
		}
	}
}

// TestPulledHandles: the line goes through the place to which a handle is pulled,
// about as exactly as a pixel.
func TestPulledHandles(t *testing.T) {
	p := drawn("w=1&b=-2")
	_, pixel := p.frame.PerPixel()
	for _, handle := range handles {
		for _, y := range []float64{-3, 0, 4.5} {
			line, x := p.pulled(handle, y), p.handleX(handle)
			if got := line.W*x + line.B; math.Abs(got-y) > pixel {
				t.Errorf("handle %d pulled to %v: the line %+v is at %v there", handle, y, line, got)
			}
			if kept := handle == session.WeightHandle && line.B != p.Guess.B || handle == session.BiasHandle && line.W != p.Guess.W; kept {
				t.Errorf("handle %d changes the other number of %+v to %+v", handle, p.Guess, line)
			}
		}
		up, down := p.stepped(handle, 1), p.stepped(handle, -1)
		x := p.handleX(handle)
		rise := (up.W-down.W)*x + up.B - down.B
		if want := 2 * pixel * p.frame.Area.Height / 100; math.Abs(math.Abs(rise)-want) > want/50 {
			t.Errorf("handle %d: a step up and a step down are %v apart, want %v", handle, rise, want)
		}
	}
}

// TestAxesStandStillWhileDragging: they go by the points of when the drag began;
// a point that keys move beyond the edge takes them along.
func TestAxesStandStillWhileDragging(t *testing.T) {
	p := New("en", session.New("w=0&b=0"))
	before, _ := p.ranges()
	p.Points[0].X[0] = 10 * before.Max
	p.Dragging = true
	if during, _ := p.ranges(); during != before {
		t.Errorf("while a point is dragged the axis is %v, want %v", during, before)
	}
	p.Dragging = false
	if after, _ := p.ranges(); after.Max < p.Points[0].X[0] {
		t.Errorf("after a key the axis is %v, want the point at %v on it", after, p.Points[0].X[0])
	}
}
