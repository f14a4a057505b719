package plane

import (
	"math"

	"firstneuron/pkg/ui/chart"
)

// Representation is the plane as a layer sees it: every place goes to what two of the
// layer's units make of it. The grid of the plane is bent, and where the next layer
// can part the classes by a straight line, they lie apart.
//
// Source of the idea: A. Karpathy, ConvNetJS, classify2d.
type Representation struct {
	// A and B are the two units, as fields over the same places.
	A, B Field
}

// Window returns the outputs that the two units have in the plane; of a unit that
// gives one number everywhere a range around it.
func (r Representation) Window() (a, b chart.Range) { return r.A.span(), r.B.span() }

// span returns the outputs of the first unit of a field, a little wider.
func (f Field) span() chart.Range {
	low, high := math.Inf(1), math.Inf(-1)
	if !f.Empty() {
		for i := range f.Side * f.Side {
			if v := float64(f.outputs(i)[0]); v-v == 0 {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low > high {
		return chart.Range{Min: -1, Max: 1}
	}
	pad := 0.05 * (high - low)
	if pad == 0 {
		pad = max(0.05*math.Abs(high), 0.05)
	}
	return chart.Range{Min: low - pad, Max: high + pad}
}

// Grid returns the lines of the plane's grid as they are bent, every so many places
// and the last ones: those along x1 first. A line is cut where an output is no number.
func (r Representation) Grid(every int) []Line {
	if r.A.Empty() || r.B.Empty() || r.A.Side != r.B.Side || every < 1 {
		return nil
	}
	side := r.A.Side
	var lines []Line
	for _, steps := range [2][2]int{{side, 1}, {1, side}} { // from line to line, and along one
		for i := 0; i < side; i++ {
			if i%every != 0 && i != side-1 {
				continue
			}
			var line Line
			for j := range side {
				place, ok := r.at(i*steps[0] + j*steps[1])
				if ok {
					line.Places = append(line.Places, place)
				}
				if len(line.Places) > 0 && (!ok || j == side-1) {
					lines = append(lines, line)
					line = Line{}
				}
			}
		}
	}
	return lines
}

// Bend returns lines of the plane as they are bent: where each of their places goes. A
// line is cut where an output is no number.
func (r Representation) Bend(lines []Line) []Line {
	if r.A.Empty() || r.B.Empty() {
		return nil
	}
	var bent []Line
	for _, line := range lines {
		var now Line
		for _, place := range line.Places {
			if a, b := r.A.between(place), r.B.between(place); a-a == 0 && b-b == 0 {
				now.Places = append(now.Places, [2]float64{a, b})
				continue
			}
			bent, now = appendLine(bent, now), Line{}
		}
		now.Closed = line.Closed && len(now.Places) == len(line.Places)
		bent = appendLine(bent, now)
	}
	return bent
}

func appendLine(lines []Line, line Line) []Line {
	if len(line.Places) == 0 {
		return lines
	}
	return append(lines, line)
}

// between returns the first output of a field at any place: between its own places as
// they lie around it.
func (f Field) between(place [2]float64) float64 {
	most := float64(f.Side - 1)
	u := min(max(part(f.X1, place[0])*most, 0), most)
	v := min(max(part(f.X2, place[1])*most, 0), most)
	column, row := min(int(u), f.Side-2), min(int(v), f.Side-2)
	u, v = u-float64(column), v-float64(row)
	low := row*f.Side + column
	at := func(i int) float64 { return float64(f.outputs(i)[0]) }
	return (1-v)*((1-u)*at(low)+u*at(low+1)) + v*((1-u)*at(low+f.Side)+u*at(low+f.Side+1))
}

// at returns where a place of the plane goes.
func (r Representation) at(i int) (place [2]float64, ok bool) {
	place = [2]float64{float64(r.A.outputs(i)[0]), float64(r.B.outputs(i)[0])}
	return place, place[0]-place[0] == 0 && place[1]-place[1] == 0
}

// Seen returns points where a layer of so many units puts them, with their labels:
// outputs has a row for each. Marks draws them with a Scale of the two units' windows.
func Seen(points []Point, outputs []float32, units, a, b int) []Point {
	if a < 0 || b < 0 || a >= units || b >= units || len(outputs) < units*len(points) {
		return nil
	}
	seen := make([]Point, len(points))
	for i, p := range points {
		seen[i] = Point{X1: float64(outputs[i*units+a]), X2: float64(outputs[i*units+b]), Label: p.Label}
	}
	return seen
}
