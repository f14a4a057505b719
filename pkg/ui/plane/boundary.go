package plane

import (
	"math"
	"strconv"

	"firstneuron/pkg/ui/chart"
)

// Line is a part of a boundary: places of the plane, one after the other.
type Line struct {
	Places [][2]float64
	// Closed is set when the last place joins the first.
	Closed bool
}

// Tracer follows boundaries through fields by marching squares: between two places of
// different classes the boundary crosses where both are as sure, and the crossings of
// a square are joined. It keeps its memory from field to field.
type Tracer struct {
	field   Field
	classes []int8
	// nodes are the crossings, and the middles of squares where three classes meet;
	// edge finds the crossing of an edge of a square, −1 for none yet.
	nodes []node
	edge  []int32
}

// node is a place of a boundary and the up to four others that it is joined to.
type node struct {
	place [2]float64 // in squares, from the lower left corner
	joins [4]int32
	count int8
	drawn int8
}

// Trace returns the boundary of a field: for classes where the answer changes, for
// numbers where the output is level. What is no number has no boundary.
func (t *Tracer) Trace(f Field, level float64) []Line {
	if f.Empty() {
		return nil
	}
	if f.Classes == 0 {
		// As two classes below and above the level.
		f.Reading = Reading{Classes: 2, Low: level - 1, High: level + 1}
	}
	t.field = f
	n := f.Side
	t.classes = resized(t.classes, n*n)
	for i := range t.classes {
		class, _ := f.Answer(f.outputs(i))
		t.classes[i] = int8(class)
	}
	t.edge = resized(t.edge, 2*n*n)
	for i := range t.edge {
		t.edge[i] = -1
	}
	t.nodes = t.nodes[:0]
	for row := range n - 1 {
		for column := range n - 1 {
			t.square(row, column)
		}
	}
	return t.lines()
}

func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// square joins the crossings of one square.
func (t *Tracer) square(row, column int) {
	n := t.field.Side
	low := row*n + column
	// The corners, and the edges from each to the next, against the clock.
	corners := [4]int{low, low + 1, low + n + 1, low + n}
	c := [4]int8{t.classes[corners[0]], t.classes[corners[1]], t.classes[corners[2]], t.classes[corners[3]]}
	if c[0] == c[1] && c[1] == c[2] && c[2] == c[3] || c[0] < 0 || c[1] < 0 || c[2] < 0 || c[3] < 0 {
		return
	}
	edges := [4]int{2 * low, 2*(low+1) + 1, 2 * (low + n), 2*low + 1}
	var crossings [4]int32
	found := make([]int32, 0, 4)
	for i := range 4 {
		crossings[i] = -1
		if a, b := corners[i], corners[(i+1)%4]; t.classes[a] != t.classes[b] {
			crossings[i] = t.crossing(edges[i], min(a, b), max(a, b))
			found = append(found, crossings[i])
		}
	}
	if len(found) == 2 {
		t.join(found[0], found[1])
		return
	}
	if len(found) == 4 {
		switch middle := t.middle(corners); {
		case c[0] == c[2] && middle == c[0]: // the other two are cut off
			t.join(crossings[0], crossings[1])
			t.join(crossings[2], crossings[3])
			return
		case c[1] == c[3] && middle == c[1]:
			t.join(crossings[3], crossings[0])
			t.join(crossings[1], crossings[2])
			return
		}
	}
	var place [2]float64
	for _, i := range found {
		place[0] += t.nodes[i].place[0] / float64(len(found))
		place[1] += t.nodes[i].place[1] / float64(len(found))
	}
	middle := int32(len(t.nodes))
	t.nodes = append(t.nodes, node{place: place})
	for _, i := range found {
		t.join(middle, i)
	}
}

// middle returns the class of the mean of a square's corners.
func (t *Tracer) middle(corners [4]int) int8 {
	var mean [MaxClasses]float32
	count := min(t.field.Count, MaxClasses)
	for _, corner := range corners {
		for i, v := range t.field.outputs(corner)[:count] {
			mean[i] += v / 4
		}
	}
	class, _ := t.field.Answer(mean[:count])
	return int8(class)
}

// crossing returns the node of an edge between two places, the first of which is left
// of or below the second.
func (t *Tracer) crossing(edge, a, b int) int32 {
	if i := t.edge[edge]; i >= 0 {
		return i
	}
	da, db := t.lead(a, a, b), t.lead(b, a, b)
	part := 0.5
	if d := da - db; d != 0 && !math.IsInf(d, 0) {
		part = min(max(da/d, 0), 1)
	}
	n := t.field.Side
	place := [2]float64{float64(a % n), float64(a / n)}
	if b == a+1 {
		place[0] += part
	} else {
		place[1] += part
	}
	t.edge[edge] = int32(len(t.nodes))
	t.nodes = append(t.nodes, node{place: place})
	return t.edge[edge]
}

// lead returns by how much the class of place a leads that of place b, at a place.
func (t *Tracer) lead(place, a, b int) float64 {
	outputs := t.field.outputs(place)
	if len(outputs) == 1 {
		return float64(outputs[0]) - t.field.Middle()
	}
	return float64(outputs[t.classes[a]]) - float64(outputs[t.classes[b]])
}

func (t *Tracer) join(a, b int32) {
	for _, pair := range [2][2]int32{{a, b}, {b, a}} {
		from := &t.nodes[pair[0]]
		from.joins[from.count] = pair[1]
		from.count++
	}
}

// lines draws every join once: first from the ends and from where several meet, then
// what is left, which goes round.
func (t *Tracer) lines() []Line {
	var all []Line
	for _, round := range []bool{false, true} {
		for i := range t.nodes {
			for n := &t.nodes[i]; (round || n.count != 2) && n.drawn < n.count; {
				all = append(all, t.line(int32(i)))
			}
		}
	}
	return all
}

// line walks from a node along a join that is not drawn, until it ends or meets others.
func (t *Tracer) line(start int32) Line {
	line := Line{Places: [][2]float64{t.inPlane(start)}}
	for from := start; ; {
		to, ok := t.step(from)
		if !ok {
			return line
		}
		if to == start && t.nodes[start].count == 2 {
			line.Closed = true
			return line
		}
		line.Places = append(line.Places, t.inPlane(to))
		if t.nodes[to].count != 2 {
			return line
		}
		from = to
	}
}

// step takes a join away from a node, and from the other end of it.
func (t *Tracer) step(from int32) (to int32, ok bool) {
	n := &t.nodes[from]
	for i := range n.joins[:n.count] {
		if to := n.joins[i]; to >= 0 {
			n.joins[i] = -1
			n.drawn++
			other := &t.nodes[to]
			for j, back := range other.joins[:other.count] {
				if back == from {
					other.joins[j] = -1
					other.drawn++
					break
				}
			}
			return to, true
		}
	}
	return 0, false
}

// inPlane returns where a node is in the plane.
func (t *Tracer) inPlane(i int32) [2]float64 {
	within := float64(t.field.Side - 1)
	p := t.nodes[i].place
	return [2]float64{between(t.field.X1, p[0]/within), between(t.field.X2, p[1]/within)}
}

// Path returns lines as the d of one SVG path, to a tenth of a pixel.
func Path(lines []Line, s Scale) string {
	var d []byte
	for _, line := range lines {
		for i, place := range line.Places {
			if i == 0 {
				d = append(d, 'M')
			} else {
				d = append(d, 'L')
			}
			x, y := s.Pixel(place[0], place[1])
			d = strconv.AppendFloat(d, math.Round(x*10)/10, 'f', -1, 64)
			d = append(d, ' ')
			d = strconv.AppendFloat(d, math.Round(y*10)/10, 'f', -1, 64)
		}
		if line.Closed {
			d = append(d, 'Z')
		}
	}
	return string(d)
}

// Crossings returns where lines cross an axis of the plane, in ascending order without
// repeats: the places on x2 = 0 when along is 0, on x1 = 0 when it is 1.
func Crossings(lines []Line, along int, window chart.Range) []float64 {
	across := 1 - along
	var all []float64
	for _, line := range lines {
		places := line.Places
		for i := range places {
			next := i + 1
			if next == len(places) {
				if !line.Closed {
					break
				}
				next = 0
			}
			a, b := places[i], places[next]
			if a[across] < 0 == (b[across] < 0) {
				continue
			}
			part := a[across] / (a[across] - b[across])
			all = append(all, a[along]+(b[along]-a[along])*part)
		}
	}
	return distinct(all, (window.Max-window.Min)/200)
}
