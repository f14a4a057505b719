package playground

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/dataset"
)

// Terms are a state in Keras's terms: what a Keras program would have to say to
// train the same. The Playground's loss is ½(output − label)², half of the mean
// squared error, so that half of its rate makes the same steps.
type Terms struct {
	// Recipe is what the points are made from, Classes how many classes they have, 0
	// for regression.
	Recipe  dataset.Recipe
	Classes int
	// Features are the columns of the inputs, by their names here.
	Features []string
	// Layers are the units of each layer, the output last, Activations their
	// activations, by Keras's names.
	Layers      []int
	Activations []string
	// LearningRate is that of SGD with the mean squared error; L1 and L2 penalize
	// each kernel.
	LearningRate, L1, L2 float64
	// Batch is the rows of a step; no epoch is shuffled.
	Batch int
	// OwnRules is set where the Playground trains by its two rules that Keras has not:
	// rows are left over that count in the next epoch, or L1 lets links die.
	OwnRules bool
	// Validation is the part of the points, the last ones, that is only measured.
	Validation float64
	// Weights are the first weights, flat: for each layer kernel [inputs, units] and
	// bias.
	Weights []float32
	// ShowTest and Discretize are how the plane is shown.
	ShowTest, Discretize bool
	// Lock are the parts of the page that are shown and not editable.
	Lock []string
}

// The limits of this page's settings, which are narrower than the Playground's.
const (
	minRate, maxRate = 1e-30, 1000
	maxPenalty       = 1000
	maxValidation    = 0.9
)

// locks are the parts of this page that have the Playground's controls. Its single
// controls cannot be hidden here; what its author did not want to be changed is not
// editable.
var locks = map[string]string{
	"dataset": "data", "problem": "data", "noise": "data", "percTrainData": "data",
	"learningRate": "setup", "regularization": "setup", "regularizationRate": "setup", "batchSize": "setup",
	"activation": "model", "numHiddenLayers": "model",
}

// Terms returns the state in Keras's terms, and what they cannot say.
func (s State) Terms() (Terms, []*Notice) {
	r := reader{state: s}
	count := s.Recipe().Count
	rows := s.TrainRows(count)
	t := Terms{
		Recipe: s.Recipe(), Classes: s.Set().Classes, Batch: s.Batch(), Validation: r.validation(rows, count),
		ShowTest: s.ShowTestData, Discretize: s.Discretize,
	}
	for _, f := range s.Features() {
		t.Features = append(t.Features, f.Name)
	}
	for _, units := range s.Units() {
		t.Layers, t.Activations = append(t.Layers, units), append(t.Activations, s.Activation)
	}
	t.Layers, t.Activations = append(t.Layers, 1), append(t.Activations, "tanh")
	if s.Regression {
		t.Activations[len(t.Layers)-1] = "linear"
	}
	for _, w := range NewTraining(s).AppendParams(nil) {
		t.Weights = append(t.Weights, float32(w))
	}

	t.LearningRate = r.within("learningRate", s.LearningRate/2, minRate, maxRate)
	r.tell("playground_half_loss", "learningRate", "rate", formatNumber(s.LearningRate), "used", formatNumber(t.LearningRate))
	r.penalties(&t)
	r.batch(&t, rows)
	r.lock(&t)
	return t, r.notices
}

// within returns a number within limits, and tells when it is another one.
func (r *reader) within(key string, v, least, most float64) float64 {
	used := min(max(v, least), most)
	if used != v {
		r.tell("playground_limit", key, "text", formatNumber(v), "used", formatNumber(used), "min", formatNumber(least), "max", formatNumber(most))
	}
	return used
}

// validation returns the part of so many points that leaves so many rows to train
// on. Keras cuts count·(1 − part) off to a whole number, which rounding takes below
// for 0.8 and 0.9: a tenth of a row more keeps it above.
func (r *reader) validation(rows, count int) float64 {
	if rows == count {
		return 0
	}
	part := 1 - (float64(rows)+0.1)/float64(count)
	if part > maxValidation {
		return r.within("percTrainData", part, 0, maxValidation)
	}
	return part
}

// penalties sets L1 or L2. The slope of Keras's l2·w² is 2·l2·w, that of its l1·|w|
// is l1: with half the rate, L2 is the Playground's own number and L1 twice it.
func (r *reader) penalties(t *Terms) {
	switch rate := r.state.RegularizationRate; r.state.Regularization {
	case Absolute:
		t.L1 = r.within("regularizationRate", 2*rate, 0, maxPenalty)
		if t.L1 > 0 {
			t.OwnRules = true
			r.tell("playground_links_die", "regularization")
		}
	case Square:
		t.L2 = r.within("regularizationRate", rate, 0, maxPenalty)
	}
}

// batch tells where Keras's batches are not the Playground's.
func (r *reader) batch(t *Terms, rows int) {
	given := formatNumber(r.state.BatchSize)
	switch {
	case t.Batch == 0:
		t.Batch = rows
		r.tell("playground_no_update", "batchSize", "batch", given, "rows", strconv.Itoa(rows), "used", strconv.Itoa(rows))
		return
	case float64(t.Batch) != r.state.BatchSize:
		r.tell("playground_batch", "batchSize", "text", given, "used", strconv.Itoa(t.Batch))
	}
	if rest := r.state.RestRows(); rest > 0 {
		t.OwnRules = true
		r.tell("playground_rows_left", "batchSize", "rows", strconv.Itoa(rows), "batch", strconv.Itoa(t.Batch), "rest", strconv.Itoa(rest))
	}
}

// lock turns hidden controls into locked parts.
func (r *reader) lock(t *Terms) {
	for _, control := range r.state.Hide {
		part, ok := locks[control]
		if strings.HasPrefix(control, "numNodes") {
			part, ok = "model", true
		}
		switch {
		case ok && !slices.Contains(t.Lock, part):
			t.Lock = append(t.Lock, part)
		case !ok && !slices.ContainsFunc(dataset.Features(), func(f dataset.Feature) bool { return f.Playground == control }):
			r.tell("playground_not_here", control+hideSuffix, "text", control)
			continue
		}
		if ok {
			r.tell("playground_locked", control+hideSuffix, "text", control, "part", part)
		}
	}
	slices.Sort(t.Lock)
}

// Exact reports whether the terms train the very same, but for rounding: an update
// comes, and no number is beyond a limit. Where OwnRules is set, that takes more than
// Keras can say.
func (t Terms) Exact(s State) bool {
	rate := math.Max(t.L1/2, t.L2)
	return s.Batch() > 0 && t.LearningRate == s.LearningRate/2 &&
		(s.Regularization == NoPenalty || rate == s.RegularizationRate)
}
