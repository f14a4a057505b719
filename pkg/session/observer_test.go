package session

import (
	"testing"

	"firstneuron/pkg/experiment"
)

// TestObserverAgreesWithPredictions: over a grid and over the points, with weights that
// change, and without allocating once the places are known.
func TestObserverAgreesWithPredictions(t *testing.T) {
	s := New("set=circle:0.97800:0:40&layers=3:tanh,1:tanh&features=x1,x2,x1x1")
	o := s.Observer()
	grid := Grid{Side: 5, X1: Span{-6, 6}, X2: Span{-3, 3}}
	params := append([]float32(nil), s.Shown().Params...)
	for range 3 {
		params[0] += 0.5
		outputs := o.Grid(grid, params)
		if len(outputs) != 2 || outputs[0].Cols != 3 || outputs[1].Rows != 25 {
			t.Fatalf("a grid of 25 places has the outputs %v", outputs)
		}
		for row, x2 := range []float64{-3, -1.5, 0, 1.5, 3} {
			for column, x1 := range []float64{-6, -3, 0, 3, 6} {
				want := s.PredictAt(params, experiment.Place{x1, x2})
				if got := float64(outputs[1].Row(5*row + column)[0]); got != want[0] {
					t.Errorf("the grid has %v at %v, %v, the model answers %v", got, x1, x2, want[0])
				}
			}
		}
		points := o.Points(s.Experiment.Points, params)
		for i, p := range s.Experiment.Points {
			if got, want := float64(points[1].Row(i)[0]), s.PredictAt(params, p.X)[0]; got != want {
				t.Errorf("point %d has %v, the model answers %v", i, got, want)
			}
		}
	}
	if n := testing.AllocsPerRun(20, func() { o.Grid(grid, params) }); n > 2 {
		t.Errorf("a frame allocates %v times, want no matrix", n)
	}
}

// TestObserverOfNoModel: weights of another model, and a model that cannot be built,
// have no outputs.
func TestObserverOfNoModel(t *testing.T) {
	s := New("set=xor:1:0:40")
	grid := Grid{Side: 3, X1: Span{-1, 1}, X2: Span{-1, 1}}
	if got := s.Observer().Grid(grid, make([]float32, 99)); got != nil {
		t.Errorf("weights of another model give %v", got)
	}
	var none *Observer
	if got := none.Grid(grid, nil); got != nil {
		t.Errorf("no model gives %v", got)
	}
	if got := s.Observer().Points(nil, s.Shown().Params); got != nil {
		t.Errorf("no points give %v", got)
	}
}
