package random

import (
	"math"
	"sync"

	"firstneuron/pkg/experiment/python/elementary"
)

// layers are those of a ziggurat: boxes of one area that cover the ground below a
// curve, the last of them with the tail. Within a box a place is a whole number.
type layers struct {
	// width is that of a box over the number of places, inside the number of places
	// that certainly lie below the curve, height the curve's where the box ends.
	width, height [256]float64
	inside        [256]uint64
}

const last = 255

// Where the last box ends and the tail begins.
const (
	normalEnd      = 3.6541528853610088
	exponentialEnd = 7.69711747013104972
)

// normalLayers are built as NumPy's were: in float64, which shows in their last
// bits, with one logarithm's last bit off.
var normalLayers = sync.OnceValue(func() *layers {
	const (
		area   = 0x1.43016a5a4372ep-8
		places = 1 << 52
	)
	curve := func(x float64) float64 { return elementary.Exp(-0.5 * x * x) }
	z := new(layers)
	x := [256]float64{last: normalEnd}
	z.height[0], z.height[last] = 1, curve(normalEnd)
	for i := last - 1; i > 0; i-- {
		x[i] = math.Sqrt(-2 * elementary.Log(area/x[i+1]+z.height[i+1]))
		z.height[i] = curve(x[i])
		if i == 38 {
			z.height[i] = math.Nextafter(z.height[i], 1)
		}
	}
	x[0] = area / z.height[last]
	z.width[0], z.inside[0] = x[0]/places, uint64(x[last]/x[0]*places)
	for i := 1; i <= last; i++ {
		z.width[i] = x[i] / places
		if i > 1 {
			z.inside[i] = uint64(math.RoundToEven(x[i-1] / x[i] * places))
		}
	}
	return z
})

// exponentialLayers are built with more digits, and rounded once. There are 2^53
// places in a box, but the last of those inside is known to an even number.
var exponentialLayers = sync.OnceValue(func() *layers {
	const places = 1 << 53
	area := elementary.NewPair(0x1.02d84bc4b0285p-8, 0x1.dbb618c08caaap-63)
	y := elementary.NewPair(0x1.dc31c329f0b4bp-12, -0x1.7147ae7a90c76p-67) // the curve at the end
	z := new(layers)
	x := [256]elementary.Pair{last: elementary.NewPair(exponentialEnd, -0x1.a1eb4a1d9b516p-52)}
	x[0] = area.Over(y)
	z.height[last] = y.Float64()
	for i := last - 1; i > 0; i-- {
		y = y.Plus(area.Over(x[i+1]))
		x[i] = y.Log().Negative()
		z.height[i] = y.Float64()
	}
	z.height[0] = 1
	for i := range x {
		z.width[i] = x[i].Float64() / places
		before := x[(i+last)%len(x)]
		if i != 1 {
			z.inside[i] = 2 * uint64(before.Over(x[i]).Floor(places/2))
		}
	}
	return z
})
