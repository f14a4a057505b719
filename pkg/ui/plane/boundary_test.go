package plane

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/ui/chart"
)

// TestTraceOfADisk: one closed line, on the circle everywhere, and as long.
func TestTraceOfADisk(t *testing.T) {
	var tracer Tracer
	for _, radius := range []float64{0.7, 2.5, 5.9} {
		lines := tracer.Trace(fieldOf(101, TwoClasses(-1, 1), 1, disk(radius)), 0)
		if len(lines) != 1 || !lines[0].Closed {
			t.Fatalf("the boundary of a disk of radius %v is %d lines, want one that is closed", radius, len(lines))
		}
		for _, place := range lines[0].Places {
			if d := math.Hypot(place[0], place[1]) - radius; math.Abs(d) > 0.01 {
				t.Errorf("the boundary goes through %v, %v off the circle", place, d)
			}
		}
		if got, want := length(lines[0]), 2*math.Pi*radius; math.Abs(got-want) > 0.01*want {
			t.Errorf("the boundary is %v long, want %v", got, want)
		}
	}
}

func length(line Line) float64 {
	sum := 0.0
	for i := range line.Places {
		next := i + 1
		if next == len(line.Places) {
			if !line.Closed {
				break
			}
			next = 0
		}
		sum += math.Hypot(line.Places[next][0]-line.Places[i][0], line.Places[next][1]-line.Places[i][1])
	}
	return sum
}

// TestTraceOfALine: a straight boundary is exact, from border to border; and the level
// of a number is where it says.
func TestTraceOfALine(t *testing.T) {
	slope := func(x1, x2 float64) []float32 { return []float32{float32(2*x1 + x2 - 1)} }
	var tracer Tracer
	for name, lines := range map[string][]Line{
		"classes": tracer.Trace(fieldOf(31, TwoClasses(-1, 1), 1, slope), 0),
		"numbers": tracer.Trace(fieldOf(31, Numbers(1), 1, slope), 0),
	} {
		if len(lines) != 1 || lines[0].Closed {
			t.Fatalf("%s: a line is %d lines, closed %v", name, len(lines), lines[0].Closed)
		}
		for _, place := range lines[0].Places {
			if d := 2*place[0] + place[1] - 1; math.Abs(d) > 1e-5 {
				t.Errorf("%s: the line goes through %v, off by %v", name, place, d)
			}
		}
		first, last := lines[0].Places[0], lines[0].Places[len(lines[0].Places)-1]
		for _, end := range [][2]float64{first, last} {
			if math.Abs(math.Abs(end[1])-6) > 1e-9 {
				t.Errorf("%s: the line ends at %v, want on the border", name, end)
			}
		}
	}
	level := tracer.Trace(fieldOf(31, Numbers(1), 1, slope), 3)
	for _, place := range level[0].Places {
		if d := 2*place[0] + place[1] - 4; math.Abs(d) > 1e-5 {
			t.Errorf("the level 3 goes through %v, off by %v", place, d)
		}
	}
}

// TestTraceOfManyClasses: sectors of k classes have k boundaries that meet in the
// middle, each a ray on which two classes are as sure.
func TestTraceOfManyClasses(t *testing.T) {
	var tracer Tracer
	for classes := 3; classes <= MaxClasses; classes++ {
		lines := tracer.Trace(fieldOf(100, ManyClasses(classes), classes, sectors(classes)), 0)
		total := 0.0
		for _, line := range lines {
			total += length(line)
			for _, place := range line.Places {
				angle := math.Atan2(place[0], place[1]) * float64(classes) / (2 * math.Pi)
				off := math.Abs(angle - math.Floor(angle) - 0.5) // of a sector
				if away := math.Hypot(place[0], place[1]); off*2*math.Pi/float64(classes)*away > 0.15 {
					t.Errorf("%d classes: the boundary goes through %v, %v of a sector off", classes, place, off)
				}
			}
		}
		// Each ray is 6 long to the middle of a side and 8.5 to a corner.
		if total < 5.5*float64(classes) || total > 8.6*float64(classes) {
			t.Errorf("%d classes have boundaries of %v in all, want %d rays", classes, total, classes)
		}
	}
}

// TestTraceOfTheSaddle: where two squares of a class meet in a corner, the middle
// decides which of the two is joined.
func TestTraceOfTheSaddle(t *testing.T) {
	corner := chart.Range{Min: 0, Max: 1}
	var tracer Tracer
	for _, test := range []struct {
		data  []float32 // left and right below, then above
		joins [2]string
	}{
		{[]float32{3, -1, -1, 3}, [2]string{"M0.75 0L1 0.25", "M0.25 1L0 0.75"}}, // the high ones are joined
		{[]float32{1, -3, -3, 1}, [2]string{"M0.25 0L0 0.25", "M1 0.75L0.75 1"}}, // the low ones
	} {
		lines := tracer.Trace(Whole(2, corner, corner, TwoClasses(-1, 1), test.data, 1), 0)
		if len(lines) != 2 {
			t.Fatalf("a saddle has %d lines, want 2", len(lines))
		}
		for _, line := range lines {
			a, b := line.Places[0], line.Places[1]
			joined := false
			for _, join := range test.joins {
				joined = joined || join == text(a, b) || join == text(b, a)
			}
			if !joined {
				t.Errorf("%v joins %v and %v, want %v", test.data, a, b, test.joins)
			}
		}
	}
}

func text(a, b [2]float64) string {
	s := Scale{Area: chart.Area{Left: 0, Top: 0, Width: 1, Height: 1}, X1: chart.Range{Min: 0, Max: 1}, X2: chart.Range{Min: 0, Max: 1}}
	number := func(p [2]float64) string {
		x, y := s.Pixel(p[0], p[1])
		return strings.TrimSuffix(fixed(x)+" "+fixed(1-y), ".")
	}
	return "M" + number(a) + "L" + number(b)
}

// TestTraceJoinsEverything: in random fields of 2 to 10 classes every edge between two
// classes is crossed exactly once, every line ends at the border or where several
// meet, and every place of a line is a crossing or the middle of a square.
func TestTraceJoinsEverything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var tracer Tracer
	for range 300 {
		classes := 2 + random.IntN(MaxClasses-1)
		side := 2 + random.IntN(12)
		count, r := classes, ManyClasses(classes)
		if classes == 2 && random.IntN(2) == 0 {
			count, r = 1, TwoClasses(0, 1)
		}
		f := fieldOf(side, r, count, func(float64, float64) []float32 {
			outputs := make([]float32, count)
			for i := range outputs {
				outputs[i] = random.Float32()
			}
			return outputs
		})
		answer := func(column, row int) int {
			class, _ := f.Answer(f.outputs(row*side + column))
			return class
		}
		wanted := 0
		for row := range side {
			for column := range side {
				if column+1 < side && answer(column, row) != answer(column+1, row) {
					wanted++
				}
				if row+1 < side && answer(column, row) != answer(column, row+1) {
					wanted++
				}
			}
		}
		crossed, ends := map[[2]float64]int{}, map[[2]float64]int{}
		for _, line := range tracer.Trace(f, 0) {
			for i, place := range line.Places {
				u, v := part(f.X1, place[0])*float64(side-1), part(f.X2, place[1])*float64(side-1)
				if onEdge := math.Abs(u-math.Round(u)) < 1e-9 || math.Abs(v-math.Round(v)) < 1e-9; onEdge {
					crossed[place]++
				}
				if !line.Closed && (i == 0 || i == len(line.Places)-1) {
					ends[place]++
				}
			}
		}
		if len(crossed) != wanted {
			t.Fatalf("%d classes on %d²: %d crossings, want %d", classes, side, len(crossed), wanted)
		}
		for place, n := range ends {
			border := math.Abs(math.Abs(place[0])-6) < 1e-9 || math.Abs(math.Abs(place[1])-6) < 1e-9
			if n == 1 && !border {
				t.Errorf("%d classes on %d²: a line ends at %v", classes, side, place)
			}
		}
	}
}

// TestTraceOfNoNumber draws no boundary around what is no number, and none of an
// empty field.
func TestTraceOfNoNumber(t *testing.T) {
	var tracer Tracer
	f := fieldOf(20, TwoClasses(-1, 1), 1, func(x1, x2 float64) []float32 {
		if x1 > 0 {
			return []float32{float32(math.NaN())}
		}
		return []float32{1}
	})
	if lines := tracer.Trace(f, 0); len(lines) != 0 {
		t.Errorf("%d lines around what is no number, want none", len(lines))
	}
	if lines := tracer.Trace(Field{}, 0); lines != nil {
		t.Errorf("an empty field has %d lines", len(lines))
	}
	infinite := fieldOf(20, TwoClasses(-1, 1), 1, func(x1, _ float64) []float32 { return []float32{float32(x1 * math.MaxFloat32)} })
	for _, line := range tracer.Trace(infinite, 0) {
		for _, place := range line.Places {
			if math.IsNaN(place[0]) || math.IsNaN(place[1]) {
				t.Errorf("a boundary between infinite numbers goes through %v", place)
			}
		}
	}
}

func TestPath(t *testing.T) {
	s := Scale{Area: chart.Area{Left: 10, Top: 20, Width: 120, Height: 120}, X1: six, X2: six}
	lines := []Line{{Places: [][2]float64{{-6, 6}, {0, 0}, {1.004, -6}}}, {Places: [][2]float64{{1, 1}, {2, 1}, {2, 2}}, Closed: true}}
	if got, want := Path(lines, s), "M10 20L70 80L80 140M80 70L90 70L90 60Z"; got != want {
		t.Errorf("Path = %q, want %q", got, want)
	}
}

func TestCrossings(t *testing.T) {
	var tracer Tracer
	lines := tracer.Trace(fieldOf(100, TwoClasses(-1, 1), 1, disk(2.5)), 0)
	for along := range 2 {
		got := Crossings(lines, along, six)
		if len(got) != 2 || math.Abs(got[0]+2.5) > 0.01 || math.Abs(got[1]-2.5) > 0.01 {
			t.Errorf("a disk of radius 2.5 crosses axis %d at %v, want ±2.5", along, got)
		}
	}
	if got := Crossings(nil, 0, six); len(got) != 0 {
		t.Errorf("no line crosses at %v", got)
	}
}

// BenchmarkTrace: boundaries of 100².
func BenchmarkTrace(b *testing.B) {
	for name, f := range map[string]Field{
		"disk":        fieldOf(100, TwoClasses(-1, 1), 1, disk(2.5)),
		"ten classes": fieldOf(100, ManyClasses(10), 10, sectors(10)),
	} {
		b.Run(name, func(b *testing.B) {
			s := Scale{Area: chart.Area{Width: 400, Height: 400}, X1: six, X2: six}
			var tracer Tracer
			b.ReportAllocs()
			for b.Loop() {
				_ = Path(tracer.Trace(f, 0), s)
			}
		})
	}
}

// fixed writes a coordinate to a hundredth.
func fixed(v float64) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
}
