package dataset

import (
	"math"

	"firstneuron/pkg/experiment/fdlibm"
)

// Point is a place in the plane and the label of what is there: −1 or +1 in a set
// of two classes, the number of the class from 0 on in a set of more, any number
// in a set for regression.
type Point struct{ X1, X2, Y float64 }

// A Set is one kind of generated data.
type Set struct {
	// Name is the set's key in links, Playground the one that TensorFlow
	// Playground has for it, "" where it has none.
	Name, Playground string
	// Count is how many points there are unless a recipe says otherwise.
	Count int
	// Classes is how many classes there are unless a recipe says otherwise; 0 is a
	// set for regression.
	Classes int
	// Chosen is set where a recipe chooses the number of classes.
	Chosen bool
	// generate draws count points. noise is a part, from 0 to 1.
	generate func(r *Random, recipe Recipe, noise float64) []Point
}

// Sets returns all kinds, those of TensorFlow Playground first.
func Sets() []Set {
	return []Set{
		{Name: "circle", Playground: "circle", Count: 500, Classes: 2, generate: circle},
		{Name: "xor", Playground: "xor", Count: 500, Classes: 2, generate: xor},
		{Name: "gauss", Playground: "gauss", Count: 500, Classes: 2, generate: gauss},
		{Name: "spiral", Playground: "spiral", Count: 500, Classes: 2, generate: spiral},
		{Name: "plane", Playground: "reg-plane", Count: 1200, generate: plane},
		{Name: "multi-gauss", Playground: "reg-gauss", Count: 1200, generate: multiGauss},
		{Name: "moons", Count: 500, Classes: 2, generate: moons},
		{Name: "checkerboard", Count: 500, Classes: 2, generate: checkerboard},
		{Name: "rings", Count: 500, Classes: 3, generate: rings},
		{Name: "blobs", Count: 500, Classes: 3, Chosen: true, generate: blobs},
	}
}

// Named returns the set of a name.
func Named(name string) (Set, bool) {
	return found(func(s Set) bool { return s.Name == name })
}

// OfPlayground returns the set of one of TensorFlow Playground's keys.
func OfPlayground(key string) (Set, bool) {
	return found(func(s Set) bool { return s.Playground == key && key != "" })
}

func found(is func(Set) bool) (Set, bool) {
	for _, s := range Sets() {
		if is(s) {
			return s, true
		}
	}
	return Set{}, false
}

// sign returns the label of one of two classes.
func sign(positive bool) float64 {
	if positive {
		return 1
	}
	return -1
}

// circle is a disk of one class and a ring of the other around it. Noise moves no
// point: it moves the place that decides the class, so that labels flip near the
// gap.
func circle(r *Random, recipe Recipe, noise float64) []Point {
	const radius = 5.0
	points := make([]Point, 0, recipe.Count)
	draw := func(count int, least, most float64) {
		for range count {
			at := r.Uniform(least, most)
			x, y := polar(at, r.Uniform(0, 2*math.Pi))
			nx, ny := float64(r.Uniform(-radius, radius)*noise), float64(r.Uniform(-radius, radius)*noise)
			points = append(points, Point{x, y, sign(distance(x+nx, y+ny) < radius*0.5)})
		}
	}
	draw(half(recipe.Count), 0, radius*0.5)
	draw(recipe.Count/2, radius*0.7, radius)
	return points
}

// xor is four squares of two classes, opposite ones of the same. Noise moves the
// place that decides the class.
func xor(r *Random, recipe Recipe, noise float64) []Point {
	const padding = 0.3
	apart := func(v float64) float64 {
		if v > 0 {
			return v + padding
		}
		return v - padding
	}
	points := make([]Point, 0, recipe.Count)
	for range recipe.Count {
		x := apart(r.Uniform(-5, 5))
		y := apart(r.Uniform(-5, 5))
		nx, ny := float64(r.Uniform(-5, 5)*noise), float64(r.Uniform(-5, 5)*noise)
		points = append(points, Point{x, y, sign((x+nx)*(y+ny) >= 0)})
	}
	return points
}

// gauss is two clouds, around (2, 2) and (−2, −2). Noise widens them.
func gauss(r *Random, recipe Recipe, noise float64) []Point {
	variance := between(noise/0.5, 0.5, 4)
	points := make([]Point, 0, recipe.Count)
	for i := range recipe.Count {
		label := sign(i < half(recipe.Count))
		x := r.Normal(2*label, variance)
		points = append(points, Point{x, r.Normal(2*label, variance), label})
	}
	return points
}

// spiral is two arms, one half a turn behind the other. Noise moves the points.
func spiral(r *Random, recipe Recipe, noise float64) []Point {
	points := make([]Point, 0, recipe.Count)
	draw := func(count int, delta, label float64) {
		for i := range count {
			at := float64(i) / float64(count) * 5
			t := float64(1.75*float64(i)/float64(count)*2*math.Pi) + delta
			x, y := polar(at, t)
			x += float64(r.Uniform(-1, 1) * noise)
			y += float64(r.Uniform(-1, 1) * noise)
			points = append(points, Point{x, y, label})
		}
	}
	draw(half(recipe.Count), 0, 1)
	draw(recipe.Count/2, math.Pi, -1)
	return points
}

// plane is a number that grows along the diagonal: a tenth of x1 + x2. Noise moves
// the place that it is read at.
func plane(r *Random, recipe Recipe, noise float64) []Point {
	points := make([]Point, 0, recipe.Count)
	for range recipe.Count {
		x, y, nx, ny := scattered(r, noise)
		points = append(points, Point{x, y, between(((x+nx)+(y+ny)+10)/20, -1, 1)})
	}
	return points
}

// hills are the places of multiGauss's hills and hollows.
var hills = []Point{{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}}

// multiGauss is three hills and three hollows of a number, cones in truth. Noise
// moves the place that it is read at.
func multiGauss(r *Random, recipe Recipe, noise float64) []Point {
	points := make([]Point, 0, recipe.Count)
	for range recipe.Count {
		x, y, nx, ny := scattered(r, noise)
		var label float64
		for _, hill := range hills {
			height := hill.Y * (1 - min(distance(x+nx-hill.X1, y+ny-hill.X2)/2, 1))
			if math.Abs(height) > math.Abs(label) {
				label = height
			}
		}
		points = append(points, Point{x, y, label})
	}
	return points
}

// scattered draws a place of the plane and how far noise moves it.
func scattered(r *Random, noise float64) (x, y, nx, ny float64) {
	const radius = 6.0
	x, y = r.Uniform(-radius, radius), r.Uniform(-radius, radius)
	return x, y, float64(r.Uniform(-radius, radius) * noise), float64(r.Uniform(-radius, radius) * noise)
}

// between returns what lies a part of the way from a to b. The order of the sums is
// that of d3, by which TensorFlow Playground computes it.
func between(part, a, b float64) float64 { return float64(a*(1-part)) + float64(b*part) }

// half is how many of some points are in the first of two parts.
func half(count int) int { return count - count/2 }

// distance is how far a place is from the origin.
func distance(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// polar returns the place at a distance and an angle, counted from the vertical.
func polar(at, angle float64) (x, y float64) {
	return float64(at * fdlibm.Sin(angle)), float64(at * fdlibm.Cos(angle))
}
