package experiment

import "firstneuron/pkg/experiment/dataset"

// circle is a disk within a ring, which two small layers of tanh part.
func circle() Experiment {
	e := generated("circle")
	e.Epochs = 200
	e.Predict = Place{1, 1}
	return e
}

// xor is four squares of two classes, opposite ones of the same. Without the hidden
// layer no line parts them.
func xor() Experiment {
	e := generated("xor")
	e.Layers = []Layer{{Units: 8, Activation: "relu"}, {Units: 1, Activation: "tanh"}}
	e.Epochs = 200
	e.Predict = Place{2, -2}
	return e
}

// spiral is two arms, which the sines of both inputs help to tell apart.
func spiral() Experiment {
	e := generated("spiral")
	e.Features = []string{"x1", "x2", "sinx1", "sinx2"}
	e.Layers = []Layer{{Units: 8, Activation: "tanh"}, {Units: 8, Activation: "tanh"}, {Units: 1, Activation: "tanh"}}
	e.Optimizer = Optimizer{Name: "adam", LearningRate: 0.01}
	e.Epochs = 200
	e.Predict = Place{0, 1}
	return e
}

// generated is a preset of the set of its own name.
func generated(name string) Experiment {
	set, _ := dataset.Named(name)
	e := Default().Outset(dataset.Of(set, "1", 0))
	e.Example = name
	return e
}
