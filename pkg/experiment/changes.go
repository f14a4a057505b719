package experiment

// WithChanges returns e with what is other in to than in from: two hands have changed
// one experiment, and both count.
func (e Experiment) WithChanges(from, to Experiment) Experiment {
	if !equal(from.Points, to.Points) || from.Inputs != to.Inputs || from.Example != to.Example || from.Recipe != to.Recipe || from.Names != to.Names {
		e.Points, e.Inputs, e.Example, e.Recipe, e.Names = to.Points, to.Inputs, to.Example, to.Recipe, to.Names
	}
	changed(&e.Classes, from.Classes, to.Classes)
	if !from.SameModel(to) { // the weights are those of the layers
		e.Layers, e.Features, e.Normalize, e.Seed, e.Initial, e.Weights = to.Layers, to.Features, to.Normalize, to.Seed, to.Initial, to.Weights
	}
	if from.Optimizer != to.Optimizer { // whose options are those of its name
		e.Optimizer = to.Optimizer
	}
	if from.Loss != to.Loss || from.LossOptions != to.LossOptions {
		e.Loss, e.LossOptions = to.Loss, to.LossOptions
	}
	if !equal(from.Queries, to.Queries) {
		e.Queries = to.Queries
	}
	changed(&e.L1, from.L1, to.L1)
	changed(&e.L2, from.L2, to.L2)
	changed(&e.PlaygroundRules, from.PlaygroundRules, to.PlaygroundRules)
	changed(&e.Metric, from.Metric, to.Metric)
	changed(&e.Epochs, from.Epochs, to.Epochs)
	changed(&e.Batch, from.Batch, to.Batch)
	changed(&e.Shuffle, from.Shuffle, to.Shuffle)
	changed(&e.Validation, from.Validation, to.Validation)
	changed(&e.Patience, from.Patience, to.Patience)
	changed(&e.StopLoss, from.StopLoss, to.StopLoss)
	changed(&e.Predict, from.Predict, to.Predict)
	e.View = to.View // no hand but that of to
	return e
}

// changed takes a value over that is other now.
func changed[T comparable](value *T, from, to T) {
	if from != to {
		*value = to
	}
}
