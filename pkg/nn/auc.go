package nn

import (
	"fmt"
	"math"
)

// AUC is the area under a curve that thresholds from 0 to 1 draw, by
// NumThresholds points: with Curve "ROC" recall over the share of labels "no" that
// are guessed a yes, with "PR" precision over recall. 1 is perfect; guessing at
// random has ½ under ROC.
//
// Source: https://keras.io/api/metrics/classification_metrics/#auc-class; Davis and
// Goadrich, "The relationship between precision-recall and ROC curves", 2006.
type AUC struct {
	NumThresholds int    // at least 2; 200 in Keras
	Curve         string // "ROC", as in Keras, or "PR"
	// SummationMethod is "interpolation", as in Keras, "minoring" or "majoring":
	// which height each part between two thresholds has.
	SummationMethod string
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

// Hyperparameters returns the options.
func (m *AUC) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		{Name: "num_thresholds", Go: "NumThresholds", Whole: &m.NumThresholds, Min: 2, Max: unlimited},
		word("curve", "Curve", &m.Curve),
		word("summation_method", "SummationMethod", &m.SummationMethod),
		toggle("from_logits", "FromLogits", &m.FromLogits),
	}
}

func (m *AUC) checkOutputs(name string, _ int) error {
	if m.Curve != "ROC" && m.Curve != "PR" {
		return fmt.Errorf("nn: Compile: %s: curve is %q; give ROC or PR", name, m.Curve)
	}
	if s := m.SummationMethod; s != "interpolation" && s != "minoring" && s != "majoring" {
		return fmt.Errorf("nn: Compile: %s: summation_method is %q; give interpolation, minoring or majoring", name, s)
	}
	return nil
}

func (m *AUC) accumulator(int) accumulator {
	return &aucAccumulator{metric: *m, yes: make([]float64, m.NumThresholds), no: make([]float64, m.NumThresholds)}
}

// aucAccumulator counts, of labels "yes" and "no", the outputs between two
// thresholds.
type aucAccumulator struct {
	metric  AUC
	yes, no []float64
}

func (c *aucAccumulator) reset() {
	clear(c.yes)
	clear(c.no)
}

func (c *aucAccumulator) add(y, p []float32, weight float64) {
	for j, v := range p {
		if c.metric.FromLogits {
			v = sigmoid(v)
		}
		v = min(max(v, 0), 1)
		// Above how many thresholds it is, less one: it is above the first always.
		at := int(math.Ceil(float64(v*float32(len(c.yes)-1)))) - 1
		counts := c.no
		if y[j] != 0 {
			counts = c.yes
		}
		counts[min(max(at, 0), len(counts)-1)] += weight
	}
}

func (c *aucAccumulator) result() float64 {
	n := len(c.yes)
	truePositives, falsePositives := make([]float64, n), make([]float64, n)
	var yes, no float64
	for i := n - 1; i >= 0; i-- {
		yes, no = yes+c.yes[i], no+c.no[i]
		truePositives[i], falsePositives[i] = yes, no
	}
	if c.metric.Curve == "PR" && c.metric.SummationMethod == "interpolation" {
		return interpolated(truePositives, falsePositives)
	}
	var area float64
	x := func(i int) float64 { return ratio(falsePositives[i], no) }
	height := func(i int) float64 { return ratio(truePositives[i], yes) }
	if c.metric.Curve == "PR" {
		x, height = height, func(i int) float64 { return ratio(truePositives[i], truePositives[i]+falsePositives[i]) }
	}
	for i := range n - 1 {
		a, b := height(i), height(i+1)
		switch c.metric.SummationMethod {
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

// interpolated is the area under precision over recall where true positives grow
// evenly with all positives between two thresholds: in each part, with slope the
// share of them,
//
//	slope·(ΔTP + (TP − slope·P)·log(P₀/P)) / labels "yes"
func interpolated(truePositives, falsePositives []float64) float64 {
	var area float64
	yes := truePositives[0]
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
