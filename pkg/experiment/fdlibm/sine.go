package fdlibm

import "math"

// Source of the method and of its constants: k_sin.c, k_cos.c and e_rem_pio2.c.

// Sin returns the sine of x radians.
func Sin(x float64) float64 {
	if math.Abs(x) > largeAngle {
		return math.Sin(x)
	}
	quarter, near, rest := reduce(x)
	return turned(quarter, near, rest)
}

// Cos returns the cosine of x radians.
func Cos(x float64) float64 {
	if math.Abs(x) > largeAngle {
		return math.Cos(x)
	}
	quarter, near, rest := reduce(x)
	return turned(quarter+1, near, rest)
}

// turned is the sine of x + rest and so many quarter turns.
func turned(quarter int, x, rest float64) float64 {
	switch quarter & 3 {
	case 0:
		return sinNear(x, rest)
	case 1:
		return cosNear(x, rest)
	case 2:
		return -sinNear(x, rest)
	}
	return -cosNear(x, rest)
}

// largeAngle is up to where reduce is exact. Farther points than the plane has never
// come here; they are left to Go.
const largeAngle = 1 << 19

// reduce returns how many quarter turns x is from the nearest angle within an
// eighth of a turn of 0, and that angle as a sum of two numbers. π/2 is
// subtracted in pieces of 33 bits, more of them the nearer x is to a multiple of
// it.
func reduce(x float64) (quarter int, near, rest float64) {
	const (
		perQuarter = 6.36619772367581382433e-01
		first      = 1.57079632673412561417e+00
		firstRest  = 6.07710050650619224932e-11
		second     = 6.07710050630396597660e-11
		secondRest = 2.02226624879595063154e-21
		third      = 2.02226624871116645580e-21
		thirdRest  = 8.47842766036889956997e-32
	)
	t := math.Abs(x)
	if t <= math.Pi/4 {
		return 0, x, 0
	}
	turns := math.Floor(float64(t*perQuarter) + 0.5)
	r, w := t-float64(turns*first), float64(turns*firstRest)
	near = r - w
	lost := func() int { return math.Ilogb(t) - math.Ilogb(near) } // bits
	if lost() > 16 {
		before := r
		w = float64(turns * second)
		r = before - w
		w = float64(turns*secondRest) - ((before - r) - w)
		near = r - w
		if lost() > 49 {
			before = r
			w = float64(turns * third)
			r = before - w
			w = float64(turns*thirdRest) - ((before - r) - w)
			near = r - w
		}
	}
	rest = (r - near) - w
	if x < 0 {
		return -int(turns), -near, -rest
	}
	return int(turns), near, rest
}

// sinNear is the sine of x + rest within π/4 of 0.
func sinNear(x, rest float64) float64 {
	const s1 = -1.66666666666666324348e-01
	if math.Abs(x) < 1.0/(1<<27) {
		return x
	}
	z := float64(x * x)
	cube := float64(z * x)
	r := polynomial(z, 8.33333333332248946124e-03, -1.98412698298579493134e-04, 2.75573137070700676789e-06,
		-2.50507602534068634195e-08, 1.58969099521155010221e-10)
	if rest == 0 {
		return x + float64(cube*(s1+float64(z*r)))
	}
	inner := float64(0.5*rest) - float64(cube*r)
	return x - ((float64(z*inner) - rest) - float64(cube*s1))
}

// cosNear is the cosine of x + rest within π/4 of 0.
func cosNear(x, rest float64) float64 {
	size := math.Abs(x)
	if size < 1.0/(1<<27) {
		return 1
	}
	z := float64(x * x)
	r := float64(z * polynomial(z, 4.16666666666666019037e-02, -1.38888888888741095749e-03, 2.48015872894767294178e-05,
		-2.75573143513906633035e-07, 2.08757232129817482790e-09, -1.13596475577881948265e-11))
	tail := float64(z*r) - float64(x*rest)
	high := math.Float64bits(size) >> 32
	if high < 0x3fd33333 { // 0.3
		return 1 - (float64(0.5*z) - tail)
	}
	part := 0.28125
	if high <= 0x3fe90000 { // 0.78125
		part = math.Float64frombits((high - 0x00200000) << 32) // a quarter of x, cut
	}
	return (1 - part) - ((float64(0.5*z) - part) - tail)
}
