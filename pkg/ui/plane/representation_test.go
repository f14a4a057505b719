package plane

import (
	"math"
	"testing"

	"firstneuron/pkg/ui/chart"
)

// twoUnits is a layer of a linear unit, one that is the same everywhere, and one that
// bends.
func twoUnits(x1, x2 float64) []float32 {
	return []float32{float32(x1 + x2), 3, float32(math.Tanh(x1))}
}

func units(side, a, b int) Representation {
	f := fieldOf(side, Numbers(1), 3, twoUnits)
	return Representation{A: Unit(side, six, six, Numbers(1), f.Data, 3, a), B: Unit(side, six, six, Numbers(1), f.Data, 3, b)}
}

// TestGridIsBentByTheUnits: every place of a line is what the two units make of it.
func TestGridIsBentByTheUnits(t *testing.T) {
	const side, every = 13, 3
	lines := units(side, 0, 2).Grid(every)
	if len(lines) != 10 { // of 13 the places 0, 3, 6, 9, 12, both ways
		t.Fatalf("the grid has %d lines, want 10", len(lines))
	}
	places := Places(side, six, six)
	for n, line := range lines {
		if len(line.Places) != side || line.Closed {
			t.Fatalf("line %d has %d places, want %d", n, len(line.Places), side)
		}
		for j, got := range line.Places {
			i := n%5*every*side + j
			if n >= 5 {
				i = n%5*every + j*side
			}
			want := twoUnits(places[i][0], places[i][1])
			if got != [2]float64{float64(want[0]), float64(want[2])} {
				t.Errorf("place %d of line %d goes to %v, want %v", j, n, got, want)
			}
		}
	}
}

func TestWindowOfUnits(t *testing.T) {
	a, b := units(13, 0, 1).Window()
	if want := (chart.Range{Min: -13.2, Max: 13.2}); math.Abs(a.Min-want.Min) > 1e-6 || math.Abs(a.Max-want.Max) > 1e-6 {
		t.Errorf("the window of x1 + x2 is %v, want %v", a, want)
	}
	if !(b.Min < 3 && b.Max > 3 && b.Max-b.Min < 1) {
		t.Errorf("the window of a unit that gives 3 everywhere is %v", b)
	}
	none := Representation{A: fieldOf(3, Numbers(1), 1, func(float64, float64) []float32 { return []float32{float32(math.NaN())} })}
	if a, b := none.Window(); a != (chart.Range{Min: -1, Max: 1}) || b != a {
		t.Errorf("the window of no number is %v, %v", a, b)
	}
}

// TestGridIsCutAtNoNumber, and has none where there is nothing.
func TestGridIsCutAtNoNumber(t *testing.T) {
	f := fieldOf(5, Numbers(1), 1, func(x1, _ float64) []float32 {
		if x1 == 0 {
			return []float32{float32(math.Inf(1))}
		}
		return []float32{float32(x1)}
	})
	lines := Representation{A: f, B: f}.Grid(4)
	// Two lines along x1 are cut in two each; those along x2 are whole.
	if len(lines) != 6 || len(lines[0].Places) != 2 || len(lines[4].Places) != 5 {
		t.Errorf("the grid has %d lines, the first of %d places", len(lines), len(lines[0].Places))
	}
	for _, empty := range []Representation{{}, {A: f}, {A: f, B: fieldOf(4, Numbers(1), 1, disk(1))}} {
		if lines := empty.Grid(1); lines != nil {
			t.Errorf("nothing has %d lines", len(lines))
		}
	}
	if lines := (Representation{A: f, B: f}).Grid(0); lines != nil {
		t.Errorf("every 0 places there are %d lines", len(lines))
	}
}

func TestSeen(t *testing.T) {
	points := []Point{{1, 2, -1}, {3, 4, 1}}
	outputs := append(twoUnits(1, 2), twoUnits(3, 4)...)
	got := Seen(points, outputs, 3, 2, 0)
	want := []Point{{float64(float32(math.Tanh(1))), 3, -1}, {float64(float32(math.Tanh(3))), 7, 1}}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("point %d goes to %v, want %v", i, got[i], want[i])
		}
	}
	for _, bad := range [][2]int{{3, 0}, {0, -1}} {
		if seen := Seen(points, outputs, 3, bad[0], bad[1]); seen != nil {
			t.Errorf("the units %v see %v", bad, seen)
		}
	}
	if seen := Seen(points, outputs[:5], 3, 0, 1); seen != nil {
		t.Errorf("too few outputs are seen as %v", seen)
	}
}

// TestBendTakesLinesAlong: a line of the plane goes to what the units make of each of its
// places, also between those that the fields have, and is cut at no number.
func TestBendTakesLinesAlong(t *testing.T) {
	line := Line{Places: [][2]float64{{-6, -6}, {0.3, 1.7}, {5.9, -2}, {6, 6}}, Closed: true}
	bent := units(41, 0, 2).Bend([]Line{line})
	if len(bent) != 1 || !bent[0].Closed || len(bent[0].Places) != 4 {
		t.Fatalf("the line is bent to %v", bent)
	}
	for i, place := range line.Places {
		want := twoUnits(place[0], place[1])
		for j, unit := range []int{0, 2} {
			if got := bent[0].Places[i][j]; math.Abs(got-float64(want[unit])) > 0.02 {
				t.Errorf("%v goes to %v, want %v and %v", place, bent[0].Places[i], want[0], want[2])
			}
		}
	}
	half := fieldOf(41, Numbers(1), 1, func(x1, _ float64) []float32 {
		if x1 > 0 {
			return []float32{float32(math.NaN())}
		}
		return []float32{1}
	})
	cut := Representation{A: half, B: half}.Bend([]Line{{Places: [][2]float64{{-5, 0}, {-4, 0}, {3, 0}, {-2, 1}}, Closed: true}})
	if len(cut) != 2 || len(cut[0].Places) != 2 || len(cut[1].Places) != 1 || cut[0].Closed || cut[1].Closed {
		t.Errorf("a line through no number is %v", cut)
	}
	if none := (Representation{}).Bend([]Line{line}); none != nil {
		t.Errorf("of nothing it is bent to %v", none)
	}
}
