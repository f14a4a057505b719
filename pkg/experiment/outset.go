package experiment

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/dataset"
)

// The training that a set with two inputs begins with where the page had one: two small
// layers that can bend, and batches of ten, half of the points for training.
const (
	outsetRate       = 0.03
	outsetBatch      = 10
	outsetValidation = 0.5
)

// Outset returns e with the points of a recipe and what suits them. From points with
// one input the model and its training are those that such sets are first met with.
// From others the model stays, but for a last layer and a loss of other classes.
func (e Experiment) Outset(recipe dataset.Recipe) Experiment {
	next := e.WithRecipe(recipe)
	if next.Recipe != recipe {
		return e // it cannot be drawn
	}
	if e.Inputs > 1 {
		return next.suited(e)
	}
	output, loss := next.usualOutput()
	next.Layers = []Layer{{Units: 4, Activation: "tanh"}, {Units: 2, Activation: "tanh"}, output}
	next.Loss, next.LossOptions, next.Metric = loss, "", ""
	next.Optimizer = Optimizer{Name: "sgd", LearningRate: outsetRate}
	next.L1, next.L2, next.PlaygroundRules, next.Patience = 0, 0, false, 0
	next.Epochs = Default().Epochs
	next.Batch, next.Validation = outsetBatch, outsetValidation
	next.Initial, next.Weights = nil, nil
	return next.matched()
}

// ClassifiedAs returns e with as many classes as a learner typed, and where they are
// others than before, with the last layer and the loss that guides take for them. A set
// that has as many classes as one likes is drawn again.
func (e Experiment) ClassifiedAs(typed string) (Experiment, *Problem) {
	next := e
	classes, p := wholeNumber(typed, ParseNumber, dataset.MinClasses, dataset.MaxClasses)
	if set, _ := dataset.Named(e.Recipe.Set); p == nil && set.Chosen {
		recipe := e.Recipe
		recipe.Classes = int(classes)
		next = e.WithRecipe(recipe)
	}
	next, p = next.With(classesProperty.key, typed)
	if p != nil {
		return e, p
	}
	return next.suited(e), nil
}

// suited returns e with the last layer and the loss that guides take for its labels,
// where those of before were of another kind.
func (e Experiment) suited(before Experiment) Experiment {
	if e.Classes == before.Classes && (e.Classes != 2 || e.SignLabels() == before.SignLabels()) || len(e.Layers) == 0 {
		return e
	}
	layers := append([]Layer(nil), e.Layers...)
	layers[len(layers)-1], e.Loss = e.usualOutput()
	e.LossOptions = ""
	e.Layers, e.Weights = layers, nil
	return e.matched()
}

// LikelyClasses is how many classes the labels look like: two where they are −1 and 1
// or 0 and 1, else one more than the highest.
func (e Experiment) LikelyClasses() int {
	most := 1.0
	for _, p := range e.Points {
		most = max(most, p.Y)
	}
	return int(min(most, MaxClasses-1)) + 1
}

// WithInputs returns e with points of so many inputs: its own, where they are, with 0 in
// an input more; the lesson in place of a set that has two.
func (e Experiment) WithInputs(inputs int) Experiment {
	if inputs < 2 && e.Recipe != (dataset.Recipe{}) {
		return Default().WithView(e)
	}
	points := make([]Point, len(e.Points))
	for i, p := range e.Points {
		points[i] = Point{X: p.X.cut(inputs), Y: p.Y}
	}
	return e.WithPoints(points, inputs)
}

// WithFeature returns e with a feature among those that the model is fed with, or
// without it. The last one stays, and of what there is none of nothing changes.
func (e Experiment) WithFeature(name string, on bool) Experiment {
	var features []string
	for _, f := range allFeatures() { // in the order in which they are fed
		if f == name && on || f != name && slices.Contains(e.FeatureNames(), f) {
			features = append(features, f)
		}
	}
	if len(features) == 0 || len(features) == len(e.FeatureNames()) {
		return e
	}
	next, p := e.With(featuresProperty.key, strings.Join(features, ","))
	if p != nil {
		return e
	}
	return next
}
