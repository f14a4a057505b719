package plane

import (
	"math"
	"testing"

	"firstneuron/pkg/ui/chart"
)

var six = chart.Range{Min: -6, Max: 6}

// fieldOf returns the field of a function, over [−6, 6]².
func fieldOf(side int, r Reading, count int, of func(x1, x2 float64) []float32) Field {
	var data []float32
	for _, place := range Places(side, six, six) {
		data = append(data, of(place[0], place[1])...)
	}
	return Whole(side, six, six, r, data, count)
}

// disk is a model of two classes, ±1, whose boundary is a circle.
func disk(radius float64) func(x1, x2 float64) []float32 {
	return func(x1, x2 float64) []float32 { return []float32{float32(radius - math.Hypot(x1, x2))} }
}

// sectors is a model of many classes, each of which has an equal part around the
// middle.
func sectors(classes int) func(x1, x2 float64) []float32 {
	return func(x1, x2 float64) []float32 {
		outputs, sum := make([]float32, classes), float32(0)
		for class := range outputs {
			sin, cos := math.Sincos(2 * math.Pi * float64(class) / float64(classes))
			outputs[class] = float32(math.Exp(x1*sin + x2*cos))
			sum += outputs[class]
		}
		for class := range outputs {
			outputs[class] /= sum
		}
		return outputs
	}
}

func TestPlaces(t *testing.T) {
	got := Places(3, chart.Range{Min: 0, Max: 1}, chart.Range{Min: 10, Max: 20})
	want := [][2]float64{{0, 10}, {0.5, 10}, {1, 10}, {0, 15}, {0.5, 15}, {1, 15}, {0, 20}, {0.5, 20}, {1, 20}}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("Places = %v, want %v", got, want)
		}
	}
}

// TestFieldAt: under the pointer stand the outputs of the nearest place, and that
// place is told.
func TestFieldAt(t *testing.T) {
	f := fieldOf(13, Numbers(1), 1, func(x1, x2 float64) []float32 { return []float32{float32(100*x1 + x2)} })
	outputs, place, ok := f.At(2.4, -3.6)
	if !ok || outputs[0] != 196 || place != [2]float64{2, -4} {
		t.Errorf("At(2.4, −3.6) = %v at %v, %v, want 196 at (2, −4)", outputs, place, ok)
	}
	for _, outside := range [][2]float64{{6.1, 0}, {0, -6.1}, {math.NaN(), 0}} {
		if _, _, ok := f.At(outside[0], outside[1]); ok {
			t.Errorf("At(%v) finds a place", outside)
		}
	}
	if _, _, ok := (Field{}).At(0, 0); ok {
		t.Error("an empty field has a place")
	}
}

// TestUnitIsAColumn of what a layer gives, without a copy.
func TestUnitIsAColumn(t *testing.T) {
	data := []float32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12} // four places of three units
	for unit := range 3 {
		f := Unit(2, six, six, Numbers(1), data, 3, unit)
		for i := range 4 {
			if got, want := f.outputs(i)[0], float32(3*i+unit+1); got != want {
				t.Errorf("unit %d gives %v at place %d, want %v", unit, got, i, want)
			}
		}
	}
	for name, f := range map[string]Field{
		"too few": Unit(2, six, six, Numbers(1), data[:11], 3, 0), "no such unit": Unit(2, six, six, Numbers(1), data, 3, 3), "one place": Unit(1, six, six, Numbers(1), data, 3, 0),
	} {
		if !f.Empty() {
			t.Errorf("a field with %s is not empty", name)
		}
	}
}

func TestShares(t *testing.T) {
	// A circle of radius 3 has 28.27 of 144.
	shares := fieldOf(201, TwoClasses(-1, 1), 1, disk(3)).Shares()
	if math.Abs(shares[1]-math.Pi*9/144) > 0.01 || math.Abs(shares[0]+shares[1]-1) > 1e-12 {
		t.Errorf("the shares of a disk are %v, want %v of class 1", shares, math.Pi*9/144)
	}
	for classes := 2; classes <= MaxClasses; classes++ {
		sum := 0.0
		for class, share := range fieldOf(101, ManyClasses(classes), classes, sectors(classes)).Shares() {
			sum += share
			if share < 0.5/float64(classes) || share > 1.6/float64(classes) {
				t.Errorf("class %d of %d has %v of the plane", class, classes, share)
			}
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("the shares of %d classes add up to %v", classes, sum)
		}
	}
}
