package nn

import (
	"fmt"
	"math"
	"slices"
)

// AUC is the area under a curve that thresholds from 0 to 1 draw, by
// NumThresholds points: with Curve "ROC" recall over the share of labels "no" that
// are guessed a yes, with "PR" precision over recall, with "PRGAIN" the gain of
// precision over that of recall. 1 is perfect; guessing at random has ½ under ROC.
//
// Source: https://keras.io/api/metrics/classification_metrics/#auc-class; Davis and
// Goadrich, "The relationship between precision-recall and ROC curves", 2006.
type AUC struct {
	NumThresholds int    // at least 2; 200 in Keras
	Curve         string // "ROC", as in Keras, "PR" or "PRGAIN"
	// SummationMethod is "interpolation", as in Keras, "minoring" or "majoring":
	// which height each part between two thresholds has.
	SummationMethod string
	// Thresholds, where they are not nil, are those from 0 to 1, in place of the
	// NumThresholds that are evenly far apart; nil in Keras.
	Thresholds []float64
	// MultiLabel takes the area of each output by itself and then their mean, where
	// the outputs are labels of their own; otherwise all outputs are counted together.
	// false in Keras.
	MultiLabel bool
	// NumLabels says how many outputs MultiLabel has; 0, Keras's None, is the model's.
	NumLabels int
	// LabelWeights weigh the outputs: their areas in the mean of MultiLabel, else
	// what is counted. nil, Keras's None, is 1 for each.
	LabelWeights []float64
	// FromLogits takes the outputs' sigmoid.
	FromLogits bool
}

var aucEntry = Entry{Name: "auc", Class: "AUC", construct: func() any { return NewAUC() }}

// NewAUC returns the metric with Keras's defaults.
func NewAUC() *AUC {
	return &AUC{NumThresholds: 200, Curve: "ROC", SummationMethod: "interpolation"}
}

// Name is "auc".
func (*AUC) Name() string { return "auc" }

func (*AUC) rises() bool { return true }

func (*AUC) autoNamed() {}

// Hyperparameters returns the options.
func (m *AUC) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		{Name: "num_thresholds", Go: "NumThresholds", Whole: &m.NumThresholds, Min: 2, Max: unlimited},
		word("curve", "Curve", &m.Curve),
		word("summation_method", "SummationMethod", &m.SummationMethod),
		list("thresholds", "Thresholds", &m.Thresholds),
		toggle("multi_label", "MultiLabel", &m.MultiLabel),
		whole("num_labels", "NumLabels", &m.NumLabels),
		list("label_weights", "LabelWeights", &m.LabelWeights),
		toggle("from_logits", "FromLogits", &m.FromLogits),
	}
}

func (m *AUC) checkOutputs(name string, outputs int) error {
	if m.Curve != "ROC" && m.Curve != "PR" && m.Curve != "PRGAIN" {
		return fmt.Errorf("nn: Compile: %s: curve is %q; give ROC, PR or PRGAIN", name, m.Curve)
	}
	if s := m.SummationMethod; s != "interpolation" && s != "minoring" && s != "majoring" {
		return fmt.Errorf("nn: Compile: %s: summation_method is %q; give interpolation, minoring or majoring", name, s)
	}
	switch {
	case m.NumLabels != 0 && !m.MultiLabel:
		return fmt.Errorf("nn: Compile: %s: num_labels is %d without multi_label; set MultiLabel, or leave it out", name, m.NumLabels)
	case m.NumLabels != 0 && m.NumLabels != outputs:
		return fmt.Errorf("nn: Compile: %s: num_labels is %d, the model has %d outputs; leave it out", name, m.NumLabels, outputs)
	case m.LabelWeights != nil && len(m.LabelWeights) != outputs:
		return fmt.Errorf("nn: Compile: %s: there are %d label_weights, the model has %d outputs; give one for each", name, len(m.LabelWeights), outputs)
	}
	for _, v := range m.Thresholds {
		if err := between("Compile: "+name, "a threshold", v, 0, 1); err != nil {
			return err
		}
	}
	for _, v := range m.LabelWeights {
		if err := atLeast("Compile: "+name, "a label weight", v, 0); err != nil {
			return err
		}
	}
	return nil
}

func (m *AUC) accumulator(outputs int) accumulator {
	c := &aucAccumulator{metric: *m}
	n := m.NumThresholds
	if m.Thresholds != nil {
		all := append([]float64{-epsilon}, slices.Sorted(slices.Values(m.Thresholds))...)
		all = append(all, 1+epsilon)
		if n = len(all); !evenly(all) {
			c.thresholds = all
		}
	}
	labels := 1
	if m.MultiLabel {
		labels = outputs
	}
	for range labels {
		c.labels = append(c.labels, aucCounts{yes: make([]float64, 1+n), no: make([]float64, 1+n)})
	}
	return c
}

// evenly reports whether thresholds from 0 to 1 are so far apart as those that
// NumThresholds makes.
//
// Source: keras/src/metrics/metrics_utils.py, is_evenly_distributed_thresholds.
func evenly(thresholds []float64) bool {
	for i, v := range thresholds {
		even := float64(i) / float64(len(thresholds)-1)
		if math.Abs(v-even) > epsilon+1e-5*even+1e-9 { // the ends are epsilon away
			return false
		}
	}
	return len(thresholds) > 2
}

// aucAccumulator counts the outputs together, or each by itself.
type aucAccumulator struct {
	metric     AUC
	thresholds []float64 // nil where they are even
	labels     []aucCounts
}

// aucCounts count, of labels "yes" and "no", the outputs between two thresholds: the
// first are those that are above none.
type aucCounts struct{ yes, no []float64 }

func (c *aucAccumulator) reset() {
	for _, counts := range c.labels {
		clear(counts.yes)
		clear(counts.no)
	}
}

func (c *aucAccumulator) add(y, p []float32, weight float64) {
	for j, v := range p {
		if c.metric.FromLogits {
			v = sigmoid(v)
		}
		if v != v && c.thresholds == nil {
			continue // in Keras it is in no part between two even thresholds
		}
		counts, weight := c.labels[j%len(c.labels)], weight
		if c.metric.LabelWeights != nil && !c.metric.MultiLabel {
			weight *= float64(float32(c.metric.LabelWeights[j]))
		}
		to := counts.no
		if y[j] != 0 {
			to = counts.yes
		}
		to[c.above(v, len(to)-1)] += weight
	}
}

// above returns how many of n thresholds an output is above. Even ones are found by
// its distance from 0, and it is above the first of them always.
func (c *aucAccumulator) above(v float32, n int) int {
	if c.thresholds == nil {
		v = min(max(v, 0), 1)
		return min(max(int(math.Ceil(float64(v*float32(n-1)))), 1), n)
	}
	count := 0
	for count < n && v > float32(c.thresholds[count]) {
		count++
	}
	return count
}

// result is the mean of the labels' areas, weighted where MultiLabel and its weights
// say so.
func (c *aucAccumulator) result() float64 {
	var sum, weights float64
	for i, counts := range c.labels {
		weight := 1.0
		if c.metric.MultiLabel && c.metric.LabelWeights != nil {
			weight = c.metric.LabelWeights[i]
		}
		sum += weight * counts.area(c.metric.Curve, c.metric.SummationMethod)
		weights += weight
	}
	return ratio(sum, weights)
}

// area is the area under a curve, summed up by a method: see [AUC].
func (c aucCounts) area(curve, method string) float64 {
	n := len(c.yes) - 1
	truePositives, falsePositives := make([]float64, n), make([]float64, n)
	var yes, no float64
	for i := n - 1; i >= 0; i-- {
		yes, no = yes+c.yes[i+1], no+c.no[i+1]
		truePositives[i], falsePositives[i] = yes, no
	}
	yes, no = yes+c.yes[0], no+c.no[0]
	if curve == "PR" && method == "interpolation" {
		return interpolated(truePositives, falsePositives, yes)
	}
	var area float64
	x := func(i int) float64 { return ratio(falsePositives[i], no) }
	height := func(i int) float64 { return ratio(truePositives[i], yes) }
	switch curve {
	case "PR":
		x, height = height, func(i int) float64 { return ratio(truePositives[i], truePositives[i]+falsePositives[i]) }
	case "PRGAIN":
		x = func(i int) float64 { return max(gain(yes, no, yes-truePositives[i], truePositives[i], 0), 0) }
		height = func(i int) float64 { return gain(yes, no, falsePositives[i], truePositives[i], 1) }
	}
	for i := range n - 1 {
		a, b := height(i), height(i+1)
		switch method {
		case "interpolation":
			a = (a + b) / 2
		case "minoring":
			a = min(a, b)
		default:
			a = max(a, b)
		}
		area += (x(i) - x(i+1)) * a
	}
	return area
}

// gain is 1 − (yes/no)·(wrong/right), or another value where nothing is right.
func gain(yes, no, wrong, right, otherwise float64) float64 {
	if right == 0 {
		return otherwise
	}
	return 1 - ratio(yes, no)*wrong/right
}

// interpolated is the area under precision over recall where true positives grow
// evenly with all positives between two thresholds: in each part, with slope the
// share of them,
//
//	slope·(ΔTP + (TP − slope·P)·log(P₀/P)) / labels "yes"
func interpolated(truePositives, falsePositives []float64, yes float64) float64 {
	var area float64
	for i := 1; i < len(truePositives); i++ {
		more := truePositives[i-1] - truePositives[i]
		all, before := truePositives[i]+falsePositives[i], truePositives[i-1]+falsePositives[i-1]
		slope := ratio(more, max(before-all, 0))
		intercept := truePositives[i] - slope*all
		logarithm := 0.0
		if all > 0 && before > 0 {
			logarithm = math.Log(before / all)
		}
		area += ratio(slope*(more+intercept*logarithm), yes)
	}
	return area
}
