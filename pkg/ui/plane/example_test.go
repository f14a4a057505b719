package plane_test

import (
	"fmt"
	"math"

	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/plane"
)

// A model of two classes: its field, its boundary, and what it makes of a point.
func Example() {
	window := chart.Range{Min: -6, Max: 6}
	var outputs []float32
	for _, place := range plane.Places(100, window, window) {
		outputs = append(outputs, float32(2.5-math.Hypot(place[0], place[1])))
	}
	reading := plane.TwoClasses(-1, 1)
	field := plane.Whole(100, window, window, reading, outputs, 1)
	pixels := field.Paint(nil, plane.NewRamp(reading, plane.Light, false, plane.Color{}, plane.Color{}))
	fmt.Println(len(pixels), "bytes of colour")

	var tracer plane.Tracer
	lines := tracer.Trace(field, 0)
	fmt.Printf("%d line, closed: %v, across x2 = 0 at %.1f\n", len(lines), lines[0].Closed, plane.Crossings(lines, 0, window))

	points := []plane.Point{{X1: 1, X2: 1, Label: 1}, {X1: 2, X2: 2, Label: 1}}
	verdict := plane.Judge(points, []float32{1.1, -0.3}, 1, reading)
	accuracy, _ := verdict.Accuracy()
	fmt.Println("accuracy", accuracy, "confusion", verdict.Confusion)
	// Output:
	// 40000 bytes of colour
	// 1 line, closed: true, across x2 = 0 at [-2.5 2.5]
	// accuracy 0.5 confusion [[0 0] [1 1]]
}
