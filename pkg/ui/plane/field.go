package plane

import (
	"math"

	"firstneuron/pkg/ui/chart"
)

// Field is what a model, or one of its units, gives at Side × Side places of the
// plane. Places go from X1.Min to X1.Max first, and from X2.Min to X2.Max then, ends
// included, as [Places] lists them.
type Field struct {
	Side   int
	X1, X2 chart.Range
	Reading
	// Data has a row of Stride numbers for each place, of which the field's own are
	// those from First on, Count of them. So one field can be a column of a layer's
	// outputs, without copying it.
	Data                 []float32
	Stride, First, Count int
}

// Places returns the places of a field: x1 and x2 of each.
func Places(side int, x1, x2 chart.Range) [][2]float64 {
	places := make([][2]float64, 0, side*side)
	for row := range side {
		for column := range side {
			places = append(places, [2]float64{at(x1, column, side), at(x2, row, side)})
		}
	}
	return places
}

// at returns the i-th of n values spread over a range.
func at(r chart.Range, i, n int) float64 { return between(r, float64(i)/float64(max(n-1, 1))) }

// between returns the value at a part of a range.
func between(r chart.Range, part float64) float64 { return r.Min + (r.Max-r.Min)*part }

// part is the inverse of between.
func part(r chart.Range, v float64) float64 { return (v - r.Min) / (r.Max - r.Min) }

// Whole returns the field of all outputs of a model, count at each place.
func Whole(side int, x1, x2 chart.Range, r Reading, data []float32, count int) Field {
	return Field{Side: side, X1: x1, X2: x2, Reading: r, Data: data, Stride: count, Count: count}
}

// Unit returns the field of one unit of a layer of so many units.
func Unit(side int, x1, x2 chart.Range, r Reading, data []float32, units, unit int) Field {
	return Field{Side: side, X1: x1, X2: x2, Reading: r, Data: data, Stride: units, First: unit, Count: 1}
}

// Empty reports whether the field has too little in it to be drawn.
func (f Field) Empty() bool {
	return f.Side < 2 || f.Count < 1 || f.First < 0 || f.First+f.Count > f.Stride || len(f.Data) < f.Side*f.Side*f.Stride
}

// outputs returns those of a place.
func (f Field) outputs(i int) []float32 {
	from := i*f.Stride + f.First
	return f.Data[from : from+f.Count : from+f.Count]
}

// At returns the outputs at the place nearest to x1, x2, and that place; ok is false
// outside the field.
func (f Field) At(x1, x2 float64) (outputs []float32, place [2]float64, ok bool) {
	u, v := part(f.X1, x1), part(f.X2, x2)
	if f.Empty() || !(u >= 0 && u <= 1 && v >= 0 && v <= 1) {
		return nil, place, false
	}
	column, row := int(math.Round(u*float64(f.Side-1))), int(math.Round(v*float64(f.Side-1)))
	return f.outputs(row*f.Side + column), [2]float64{at(f.X1, column, f.Side), at(f.X2, row, f.Side)}, true
}

// Shares returns what part of the plane belongs to each class; what is no number
// belongs to none.
func (f Field) Shares() []float64 {
	shares := make([]float64, f.Classes)
	if f.Empty() {
		return shares
	}
	for i := range f.Side * f.Side {
		if class, _ := f.Answer(f.outputs(i)); class >= 0 && class < len(shares) {
			shares[class]++
		}
	}
	for class := range shares {
		shares[class] /= float64(f.Side * f.Side)
	}
	return shares
}
