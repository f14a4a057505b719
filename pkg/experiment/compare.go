package experiment

import "slices"

// Equal reports whether two experiments are the same in everything.
func (e Experiment) Equal(o Experiment) bool {
	return e.SameTraining(o) && e.Predict == o.Predict && slices.Equal(e.Asked, o.Asked) && e.example() == o.example() && e.equal(o.View)
}

// SameTraining reports whether two experiments train the same way to the same
// weights: data, model, compilation and fit agree.
func (e Experiment) SameTraining(o Experiment) bool {
	return e.SameCompiled(o) && slices.Equal(e.Points, o.Points) &&
		e.Epochs == o.Epochs && e.Batch == o.Batch && e.Shuffle == o.Shuffle &&
		e.Validation == o.Validation && e.Patience == o.Patience
}

// SameCompiled reports whether two experiments begin with the same compiled
// model: model, optimizer and loss agree.
func (e Experiment) SameCompiled(o Experiment) bool {
	return e.SameModel(o) && e.Optimizer == o.Optimizer && e.Loss == o.Loss &&
		e.LossOptions == o.LossOptions && e.L1 == o.L1 && e.L2 == o.L2 && e.Metric == o.Metric
}

// SameModel reports whether two experiments begin with the same layers and the
// same initial weights.
func (e Experiment) SameModel(o Experiment) bool {
	return slices.Equal(e.Layers, o.Layers) && e.Seed == o.Seed && sameStart(e.Start, o.Start) &&
		slices.Equal(e.Weights, o.Weights)
}

func sameStart(a, b *Line) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func (v View) equal(o View) bool {
	return v.Auto == o.Auto && v.Embed == o.Embed && v.Lang == o.Lang && v.Theme == o.Theme &&
		slices.Equal(v.Hide, o.Hide) && slices.Equal(v.Lock, o.Lock) &&
		v.Transparent == o.Transparent && v.Opens == o.Opens && v.Task.equal(o.Task)
}

// example returns the preset whose points these still are, or "".
func (e Experiment) example() string {
	if p, ok := exampleNamed(e.Example); ok && slices.Equal(p.Points, e.Points) {
		return e.Example
	}
	return ""
}
