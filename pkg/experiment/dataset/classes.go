package dataset

import "math"

// Sets that TensorFlow Playground does not have. They fill the same plane, from −6
// to 6, and draw their random numbers with noise 0 too, so that more noise leaves
// the places.

// moons is two half circles that reach into each other. Noise moves the points.
func moons(r *Random, recipe Recipe, noise float64) []Point {
	const radius, apart = 3.5, 1.0
	points := make([]Point, 0, recipe.Count)
	for i := range recipe.Count {
		label := sign(i < half(recipe.Count))
		x, y := polar(radius, r.Uniform(-math.Pi/2, math.Pi/2))
		x, y = x-float64(label*radius/2), float64(label*(y-apart))
		x += float64(r.Uniform(-2, 2) * noise)
		y += float64(r.Uniform(-2, 2) * noise)
		points = append(points, Point{x, y, label})
	}
	return points
}

// checkerboard is sixteen squares of two classes in turn. Noise moves the place
// that decides the class.
func checkerboard(r *Random, recipe Recipe, noise float64) []Point {
	const side = 2.5
	points := make([]Point, 0, recipe.Count)
	for range recipe.Count {
		x, y := r.Uniform(-2*side, 2*side), r.Uniform(-2*side, 2*side)
		nx, ny := float64(r.Uniform(-side, side)*noise), float64(r.Uniform(-side, side)*noise)
		square := math.Floor((x+nx)/side) + math.Floor((y+ny)/side)
		points = append(points, Point{x, y, sign(math.Mod(square, 2) == 0)})
	}
	return points
}

// ringEnds are where each of the rings begins and ends, from the middle on.
var ringEnds = [][2]float64{{0, 1.25}, {2.25, 3.25}, {4.25, 5.25}}

// rings is a disk and two rings around it, a class each. Noise moves the place that
// decides the class.
func rings(r *Random, recipe Recipe, noise float64) []Point {
	points := make([]Point, 0, recipe.Count)
	for i := range recipe.Count {
		ring := i * len(ringEnds) / recipe.Count
		x, y := polar(r.Uniform(ringEnds[ring][0], ringEnds[ring][1]), r.Uniform(0, 2*math.Pi))
		nx, ny := float64(r.Uniform(-5, 5)*noise), float64(r.Uniform(-5, 5)*noise)
		points = append(points, Point{x, y, float64(ringAt(distance(x+nx, y+ny)))})
	}
	return points
}

// ringAt returns the ring that a distance from the middle belongs to: up to the
// middle of the gap.
func ringAt(at float64) int {
	for i := range len(ringEnds) - 1 {
		if at < (ringEnds[i][1]+ringEnds[i+1][0])/2 {
			return i
		}
	}
	return len(ringEnds) - 1
}

// blobs is a cloud for each class, their centres on a circle, the first above. Noise
// widens them.
func blobs(r *Random, recipe Recipe, noise float64) []Point {
	const away = 3.5
	variance := between(noise, 0.3, 5)
	points := make([]Point, 0, recipe.Count)
	for i := range recipe.Count {
		class := i * recipe.Classes / recipe.Count
		cx, cy := polar(away, 2*math.Pi*float64(class)/float64(recipe.Classes))
		x := r.Normal(cx, variance)
		label := float64(class)
		if recipe.Classes == 2 {
			label = sign(class == 1)
		}
		points = append(points, Point{x, r.Normal(cy, variance), label})
	}
	return points
}
