package experiment

import "slices"

// Equal reports whether two experiments are the same in everything.
func (e Experiment) Equal(o Experiment) bool {
	return e.SameTraining(o) && e.Predict == o.Predict && e.Names == o.Names && e.Recipe == o.Recipe && e.Classes == o.Classes && equal(e.Queries, o.Queries) && (e.Example == o.Example || e.example() == o.example()) && e.equal(o.View)
}

// SameTraining reports whether two experiments train the same way to the same
// weights: data, model, compilation and fit agree.
func (e Experiment) SameTraining(o Experiment) bool {
	return e.SameCompiled(o) && equal(e.Points, o.Points) && e.SameFit(o)
}

// SameFit reports whether two experiments fit their points in the same way, as many
// of them.
func (e Experiment) SameFit(o Experiment) bool {
	return len(e.Points) == len(o.Points) && e.Epochs == o.Epochs && e.Batch == o.Batch && e.Shuffle == o.Shuffle &&
		e.Validation == o.Validation && e.Patience == o.Patience && e.StopLoss == o.StopLoss
}

// SameLoss reports whether two experiments have the same loss with the same
// weights: data, layers, loss and penalties agree.
func (e Experiment) SameLoss(o Experiment) bool {
	return equal(e.Points, o.Points) && e.sameInputs(o) && equal(e.Layers, o.Layers) && e.Loss == o.Loss &&
		e.LossOptions == o.LossOptions && e.L1 == o.L1 && e.L2 == o.L2 && e.Validation == o.Validation
}

// SameCompiled reports whether two experiments begin with the same compiled
// model: model, optimizer and loss agree.
func (e Experiment) SameCompiled(o Experiment) bool {
	return e.SameModel(o) && e.Optimizer == o.Optimizer && e.Loss == o.Loss &&
		e.LossOptions == o.LossOptions && e.L1 == o.L1 && e.L2 == o.L2 && e.PlaygroundRules == o.PlaygroundRules && e.Metric == o.Metric
}

// SameModel reports whether two experiments begin with the same layers over the same
// features, and the same initial weights.
func (e Experiment) SameModel(o Experiment) bool {
	return equal(e.Layers, o.Layers) && e.sameInputs(o) && e.Seed == o.Seed && sameStart(e.Initial, o.Initial) &&
		equal(e.Weights, o.Weights)
}

// sameInputs reports whether two experiments feed their models with the same columns of
// the points.
func (e Experiment) sameInputs(o Experiment) bool {
	return e.Inputs == o.Inputs && e.Normalize == o.Normalize && slices.Equal(e.Features, o.Features)
}

// SameScale reports whether two experiments of one model feed it with the same numbers
// at the same places: what normalizes them is adapted to the points.
func (e Experiment) SameScale(o Experiment) bool {
	return e.Normalize == o.Normalize && (!e.Normalize || equal(e.Points, o.Points))
}

// equal compares slices, which are treated as immutable: one and the same is
// equal to itself without a look at its elements, however many.
func equal[T comparable](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

func sameStart(a, b *Line) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func (v View) equal(o View) bool {
	return v.Auto == o.Auto && v.Play == o.Play && v.Open == o.Open && v.Embed == o.Embed && v.Make == o.Make && v.Present == o.Present && v.Lang == o.Lang && v.Theme == o.Theme &&
		equal(v.Hide, o.Hide) && equal(v.Lock, o.Lock) &&
		v.Transparent == o.Transparent && v.ShowTest == o.ShowTest && v.Discretize == o.Discretize && v.Sound == o.Sound && v.LoadWhen == o.LoadWhen && v.Task.equal(o.Task) && v.Activity.Equal(o.Activity)
}

// example returns the preset whose points these still are, or "".
func (e Experiment) example() string {
	if p, ok := exampleNamed(e.Example); ok && equal(p.Points, e.Points) {
		return e.Example
	}
	return ""
}
