package nn

import (
	"fmt"
	"math"
)

// FBetaScore is a mean of precision and recall that takes recall for Beta times as
// important:
//
//	(1 + Beta²)·precision·recall / (Beta²·precision + recall)
//
// A yes is an output above Threshold, or, where that is 0 (Keras's None), a row's
// highest. Average says how the scores of several outputs become one: "micro"
// counts all outputs together, "macro" takes the mean of the scores, "weighted"
// weighs them by the labels "yes". "", Keras's None, is for models of one output,
// since a value of several numbers cannot be logged here.
//
// Source: https://keras.io/api/metrics/classification_metrics/#fbetascore-class
type FBetaScore struct {
	Average   string  // "" in Keras
	Beta      float64 // above 0; 1 in Keras
	Threshold float64 // from 0 to 1; 0 in Keras
	name      string
}

var (
	fbetaScoreEntry = Entry{Name: "fbeta_score", Class: "FBetaScore", construct: func() any { return NewFBetaScore() }}
	f1ScoreEntry    = Entry{Name: "f1_score", Class: "F1Score", Go: "FBetaScore", construct: func() any { return NewF1Score() }}
)

// NewFBetaScore returns the metric with Keras's defaults.
func NewFBetaScore() *FBetaScore { return &FBetaScore{Beta: 1, name: "fbeta_score"} }

// NewF1Score returns the score with a Beta of 1, under the name "f1_score":
// 2·precision·recall / (precision + recall).
//
// Source: https://keras.io/api/metrics/classification_metrics/#f1score-class
func NewF1Score() *FBetaScore { return &FBetaScore{Beta: 1, name: "f1_score"} }

// Name is "fbeta_score" or "f1_score".
func (m *FBetaScore) Name() string { return m.name }

func (*FBetaScore) rises() bool { return true }

// Hyperparameters returns the options.
func (m *FBetaScore) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		word("average", "Average", &m.Average),
		number("beta", "Beta", &m.Beta, math.SmallestNonzeroFloat32, unlimited),
		number("threshold", "Threshold", &m.Threshold, 0, 1),
	}
}

func (m *FBetaScore) checkOutputs(name string, outputs int) error {
	switch m.Average {
	case "micro", "macro", "weighted":
		return nil
	case "":
		if outputs == 1 {
			return nil
		}
		return fmt.Errorf("nn: Compile: %s: the average is none, the model has %d outputs; give micro, macro or weighted", name, outputs)
	}
	return fmt.Errorf("nn: Compile: %s: the average is %q; give micro, macro or weighted", name, m.Average)
}

func (m *FBetaScore) accumulator(outputs int) accumulator {
	return &fbetaAccumulator{metric: m, counts: make([]fbetaCounts, outputs)}
}

// fbetaCounts are sums over the rows of one output.
type fbetaCounts struct{ truePositives, falsePositives, falseNegatives float64 }

type fbetaAccumulator struct {
	metric *FBetaScore
	counts []fbetaCounts
}

func (c *fbetaAccumulator) reset() { clear(c.counts) }

func (c *fbetaAccumulator) add(y, p []float32, weight float64) {
	top := maximum(p)
	for j, v := range p {
		guess := v > float32(c.metric.Threshold)
		if c.metric.Threshold == 0 {
			guess = v >= top && abs(v) > 1e-9
		}
		label, counts := float64(y[j]), &c.counts[j]
		if guess {
			counts.truePositives += weight * label
			counts.falsePositives += weight * (1 - label)
		} else {
			counts.falseNegatives += weight * label
		}
	}
}

func (c *fbetaAccumulator) result() float64 {
	var sum, weights float64
	var all fbetaCounts
	for _, counts := range c.counts {
		weight := 1.0
		if c.metric.Average == "weighted" {
			weight = counts.truePositives + counts.falseNegatives
		}
		sum += weight * c.metric.score(counts)
		weights += weight
		all.truePositives += counts.truePositives
		all.falsePositives += counts.falsePositives
		all.falseNegatives += counts.falseNegatives
	}
	if c.metric.Average == "micro" {
		return c.metric.score(all)
	}
	return ratio(sum, weights)
}

func (m *FBetaScore) score(c fbetaCounts) float64 {
	precision := c.truePositives / (c.truePositives + c.falsePositives + epsilon)
	recall := c.truePositives / (c.truePositives + c.falseNegatives + epsilon)
	square := m.Beta * m.Beta
	return (1 + square) * precision * recall / (square*precision + recall + epsilon)
}
