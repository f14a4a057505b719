package plane

import (
	"math"
	"strconv"
	"strings"
)

// Mark is how a point is drawn.
type Mark struct {
	// X and Y are its middle, in pixels.
	X, Y float64
	// Class gives colour and shape, counted from 0; −1 where the label is a number, of
	// which Shade is the colour from −1 to 1, and where it is of no class.
	Class int
	Shade float64
	// Test is set for points that are only measured, which are drawn as rings, Wrong
	// for those that the model answers wrongly.
	Test, Wrong bool
}

// Marks returns the marks of points, the first so many of which are trained on.
// answers are the classes that the model says for each, nil where it is not asked.
func Marks(points []Point, trained int, answers []int, r Reading, s Scale) []Mark {
	marks := make([]Mark, len(points))
	for i, p := range points {
		m := Mark{Class: r.ClassOf(p.Label), Test: i >= trained}
		m.X, m.Y = s.Pixel(p.X1, p.X2)
		if r.Classes == 0 {
			m.Shade = min(max(2*(p.Label-r.Middle())/(r.High-r.Low), -1), 1)
		}
		m.Wrong = r.Classes > 0 && i < len(answers) && answers[i] != m.Class
		marks[i] = m
	}
	return marks
}

// Nearest returns the mark nearest to a pixel, at most reach away, −1 for none. Of
// equally near ones it is the last, which is drawn above the others. Test points are
// passed over unless they are shown.
func Nearest(marks []Mark, x, y, reach float64, test bool) int {
	nearest, least := -1, reach
	for i, m := range marks {
		if d := math.Hypot(m.X-x, m.Y-y); d <= least && (test || !m.Test) {
			nearest, least = i, d
		}
	}
	return nearest
}

// Next returns the mark that an arrow key goes to from one: the nearest that lies in
// its direction, by less than 45° beside it; −1 where there is none. dx and dy are
// the direction in pixels.
func Next(marks []Mark, from int, dx, dy float64, test bool) int {
	next, least := -1, math.Inf(1)
	for i, m := range marks {
		if i == from || m.Test && !test {
			continue
		}
		x, y := m.X-marks[from].X, m.Y-marks[from].Y
		ahead, beside := x*dx+y*dy, math.Abs(x*dy-y*dx)
		if d := math.Hypot(x, y); ahead > 0 && beside < ahead && d < least {
			next, least = i, d
		}
	}
	return next
}

// ShapeNames are the keys of the classes' shapes in the words of the page.
var ShapeNames = [MaxClasses]string{
	"square", "circle", "triangle", "diamond", "cross", "star", "flag", "hexagon", "plus", "bar",
}

// shapes are outlines of about the same area, of radius 1: corners, clockwise from
// above. A circle has none.
var shapes = [MaxClasses][][2]float64{
	{{-0.85, -0.85}, {0.85, -0.85}, {0.85, 0.85}, {-0.85, 0.85}},
	nil,
	{{0, -1.15}, {1.1, 0.8}, {-1.1, 0.8}},
	{{0, -1.25}, {1.05, 0}, {0, 1.25}, {-1.05, 0}},
	cross(math.Pi / 4),
	star(5),
	{{-1.1, -0.8}, {1.1, -0.8}, {0, 1.15}},
	polygon(6),
	cross(0),
	{{-0.5, -1.3}, {0.5, -1.3}, {0.5, 1.3}, {-0.5, 1.3}},
}

// AppendShape appends the outline of a class around a place to the d of a path, in
// which many may follow each other.
func AppendShape(d []byte, class int, radius, x, y float64) []byte {
	number := func(v float64) { d = strconv.AppendFloat(d, math.Round(10*v)/10, 'f', -1, 64) }
	if class < 0 || shapes[class%MaxClasses] == nil {
		d = append(d, 'M')
		number(x - radius)
		d = append(d, ' ')
		number(y)
		for _, way := range [2]float64{2, -2} {
			d = append(d, 'a')
			number(radius)
			d = append(d, ' ')
			number(radius)
			d = append(d, " 0 1 1 "...)
			number(way * radius)
			d = append(d, " 0"...)
		}
		return append(d, 'Z')
	}
	for i, corner := range shapes[class%MaxClasses] {
		if i == 0 {
			d = append(d, 'M')
		} else {
			d = append(d, 'L')
		}
		number(x + radius*corner[0])
		d = append(d, ' ')
		number(y + radius*corner[1])
	}
	return append(d, 'Z')
}

// Shape returns the outline of a class around the origin, as the d of a path. A label
// that is a number is a circle.
func Shape(class int, radius float64) string {
	number := func(v float64) string { return strconv.FormatFloat(math.Round(100*v*radius)/100, 'f', -1, 64) }
	if class < 0 || shapes[class%MaxClasses] == nil {
		r := number(1)
		return "M-" + r + " 0A" + r + " " + r + " 0 1 1 " + r + " 0A" + r + " " + r + " 0 1 1 -" + r + " 0Z"
	}
	var d strings.Builder
	for i, corner := range shapes[class%MaxClasses] {
		if i == 0 {
			d.WriteByte('M')
		} else {
			d.WriteByte('L')
		}
		d.WriteString(number(corner[0]) + " " + number(corner[1]))
	}
	return d.String() + "Z"
}

// polygon returns the corners of a regular one, the first above.
func polygon(corners int) [][2]float64 {
	return spread(corners, func(int) float64 { return 1.1 })
}

// star returns a star of so many points.
func star(points int) [][2]float64 {
	return spread(2*points, func(i int) float64 {
		if i%2 == 0 {
			return 1.35
		}
		return 0.6
	})
}

// spread returns corners at equal angles and given distances.
func spread(corners int, away func(i int) float64) [][2]float64 {
	var all [][2]float64
	for i := range corners {
		angle := 2 * math.Pi * float64(i) / float64(corners)
		all = append(all, [2]float64{away(i) * math.Sin(angle), -away(i) * math.Cos(angle)})
	}
	return all
}

// cross returns a plus, turned by an angle.
func cross(angle float64) [][2]float64 {
	const wide, long = 0.38, 1.2
	var all [][2]float64
	for quarter := range 4 {
		turn := angle + math.Pi/2*float64(quarter)
		for _, corner := range [3][2]float64{{-wide, -long}, {wide, -long}, {wide, -wide}} {
			sin, cos := math.Sincos(turn)
			all = append(all, [2]float64{corner[0]*cos - corner[1]*sin, corner[0]*sin + corner[1]*cos})
		}
	}
	return all
}
