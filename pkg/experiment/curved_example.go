package experiment

import "math"

// wave is one turn of the sine, which no line follows: eight units do.
func wave() Experiment {
	e := curved("wave", -3, 3, 25, math.Sin)
	e.Layers = []Layer{{Units: 8, Activation: "tanh"}, {Units: 1, Activation: "linear"}}
	e.Predict[0] = 1.5
	return e
}

// step leaps from 0 to 1 between two points.
func step() Experiment {
	e := curved("step", -2, 2, 20, func(x float64) float64 {
		if x < 0 {
			return 0
		}
		return 1
	})
	e.Layers = []Layer{{Units: 8, Activation: "tanh"}, {Units: 1, Activation: "linear"}}
	e.Predict[0] = 0.5
	return e
}

// bumps are two hills, the second lower: two layers find them.
func bumps() Experiment {
	hill := func(x, at float64) float64 { return math.Exp(-4 * (x - at) * (x - at)) }
	e := curved("bumps", -2.5, 2.5, 31, func(x float64) float64 { return hill(x, -1) + 0.6*hill(x, 1) })
	e.Layers = []Layer{{Units: 8, Activation: "tanh"}, {Units: 8, Activation: "tanh"}, {Units: 1, Activation: "linear"}}
	e.Optimizer.LearningRate, e.Epochs = 0.02, 400
	e.Predict[0] = 0
	return e
}

// curved is a preset of points on a curve, with a training that finds curves.
func curved(name string, from, to float64, count int, curve func(x float64) float64) Experiment {
	e := Default()
	e.Example = name
	e.Points = make([]Point, count)
	for i := range e.Points {
		x := from + (to-from)*float64(i)/float64(count-1)
		e.Points[i] = Point{X: Place{math.Round(x*100) / 100}, Y: math.Round(curve(x)*1000) / 1000}
	}
	e.Optimizer = Optimizer{Name: "adam", LearningRate: 0.05}
	e.Epochs = 300
	return e
}
