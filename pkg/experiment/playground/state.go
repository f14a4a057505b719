package playground

import (
	"math"
	"slices"

	"firstneuron/pkg/experiment/dataset"
)

// State is what a link of TensorFlow Playground says, as its page holds it after
// opening it. Start with [Default].
type State struct {
	// Activation is "relu", "tanh", "sigmoid" or "linear": that of the hidden units.
	Activation         string
	Regularization     Penalty
	RegularizationRate float64
	LearningRate       float64
	// BatchSize is a number of rows, but any number in a link: see [State.Batch].
	BatchSize float64
	// Dataset and RegDataset are the sets of the two problems, by the Playground's
	// keys; Regression says which of them is shown.
	Dataset, RegDataset string
	Regression          bool
	// Noise is in percent, as the page sets it: from 0 to 80.
	Noise float64
	// PercTrainData is the part of the points that is trained on, in percent.
	PercTrainData float64
	// NetworkShape are the units of the hidden layers, which may be any numbers in a
	// link: see [State.Units].
	NetworkShape []float64
	// Seed decides all random numbers; Drawn is set when the link has none, so that
	// the Playground draws one.
	Seed  string
	Drawn bool
	// Inputs are the Playground's names of the features that are on, in the order in
	// which they are fed; cosX and cosY, which it never feeds, are last.
	Inputs []string
	// ShowTestData and Discretize are checkboxes; InitZero begins with weights of 0;
	// HideText takes the article away; CollectStats counts for Google.
	ShowTestData, Discretize, InitZero, HideText, CollectStats bool
	// Tutorial names a text that the Playground does not have.
	Tutorial string
	// Hide are the controls that are not shown, without "_hide", sorted.
	Hide []string
}

// DefaultSeed is the seed of a link that has none. The Playground draws another one
// each time; here the same link gives the same experiment.
const DefaultSeed = "0.97800"

// Default is what the Playground shows without a link.
func Default() State {
	return State{
		Activation: "tanh", LearningRate: 0.03, BatchSize: 10,
		Dataset: "circle", RegDataset: "reg-plane", PercTrainData: 50,
		NetworkShape: []float64{4, 2}, Seed: DefaultSeed, Drawn: true, Inputs: []string{"x", "y"},
	}
}

// Set returns the set of data that is shown.
func (s State) Set() dataset.Set {
	key := s.Dataset
	if s.Regression {
		key = s.RegDataset
	}
	set, _ := dataset.OfPlayground(key) // the parser knows it
	return set
}

// Recipe returns what the data are made from.
func (s State) Recipe() dataset.Recipe { return dataset.Of(s.Set(), s.Seed, s.Noise) }

// Features returns what the model is fed with: the features that are on, that
// exist in the Playground's inputs, and whose tiles are not hidden: a hidden one
// is no input at all.
func (s State) Features() []dataset.Feature {
	return slices.DeleteFunc(dataset.Features(), func(f dataset.Feature) bool {
		return !f.Fed || !slices.Contains(s.Inputs, f.Playground) || slices.Contains(s.Hide, f.Playground)
	})
}

// Units returns the units of the hidden layers: half a unit is one more.
func (s State) Units() []int {
	units := make([]int, len(s.NetworkShape))
	for i, n := range s.NetworkShape {
		units[i] = int(math.Ceil(n))
	}
	return units
}

// Batch returns after how many rows the Playground makes an update, 0 for never:
// after the rows that BatchSize divides.
func (s State) Batch() int {
	rows := s.TrainRows(s.Recipe().Count)
	for n := 1; n <= rows; n++ {
		if math.Mod(float64(n), s.BatchSize) == 0 {
			return n
		}
	}
	return 0
}

// TrainRows returns how many of so many points, the first ones, are trained on. A
// negative part leaves as many out at the end, as JavaScript cuts lists.
func (s State) TrainRows(count int) int {
	at := math.Floor(float64(count) * s.PercTrainData / 100)
	if at < 0 {
		at += float64(count)
	}
	return int(min(max(at, 0), float64(count)))
}

// RestRows returns how many rows of an epoch are left over by full batches.
func (s State) RestRows() int {
	if batch := s.Batch(); batch > 0 {
		return s.TrainRows(s.Recipe().Count) % batch
	}
	return 0
}
