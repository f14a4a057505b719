package experiment

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/nn"
)

// MaxClasses is how many classes labels may name.
const MaxClasses = dataset.MaxClasses

// The things of Keras that classes ask for.
const (
	softmax             = "softmax"
	accuracyMetric      = "accuracy"
	squaredError        = "mean_squared_error"
	binaryCrossentropy  = "binary_crossentropy"
	classesCrossentropy = "sparse_categorical_crossentropy"
)

// classesProperty says what y is: a number, or the number of a class.
var classesProperty = property{
	key: "classes", within: "set=rings:1", example: "3", limits: &classLimits, steps: every(1), whole: true,
	meaning: "how many classes y names, 2 as 0 and 1 or as -1 and 1, more from 0 on; `0` when y is a number. More than 2 take a last layer of as many units",
	value:   func(e Experiment) string { return strconv.Itoa(e.Classes) },
	set: func(e *Experiment, in input) *Problem {
		v, p := wholeNumber(in.text, in.grammar, 0, MaxClasses)
		if p != nil {
			return p
		}
		if v == 1 {
			return NewProblem("one_class")
		}
		if p := checkLabels(e.Points, int(v)); p != nil {
			return p
		}
		*e = e.WithClasses(int(v))
		return nil
	},
}

var classLimits = limits{0, MaxClasses}

// WithClasses returns e with so many classes, and with a last layer and a loss that
// suit them: another one only where the present one cannot be.
func (e Experiment) WithClasses(classes int) Experiment {
	e.Classes = classes
	return e.matched()
}

// checkLabels reports a label that is the number of none of so many classes, and
// labels that are all of one class.
func checkLabels(points []Point, classes int) *Problem {
	if classes == 0 {
		return nil
	}
	least, most := 0.0, float64(classes-1)
	if classes == 2 && slices.ContainsFunc(points, func(p Point) bool { return p.Y == -1 }) {
		least = -1
	}
	for i, p := range points {
		if p.Y < least || p.Y > most || p.Y != math.Trunc(p.Y) || least < 0 && p.Y == 0 {
			return NewProblem("not_a_class", "text", FormatNumber(p.Y), "min", FormatNumber(least), "max", FormatNumber(most)).At(i+1, MaxInputs+1)
		}
	}
	if len(points) > 0 && !slices.ContainsFunc(points, func(p Point) bool { return p.Y != points[0].Y }) {
		return NewProblem("only_one_class", "text", FormatNumber(points[0].Y))
	}
	return nil
}

// SignLabels reports whether the labels of two classes are −1 and 1, not 0 and 1.
func (e Experiment) SignLabels() bool {
	return slices.ContainsFunc(e.Points, func(p Point) bool { return p.Y == -1 })
}

// Outputs is how many numbers the model answers with: the units of its last layer.
func (e Experiment) Outputs() int {
	if len(e.Layers) == 0 {
		return 1
	}
	return e.Layers[len(e.Layers)-1].Units
}

// NamesClass reports whether the model gives one output for each class, so that what it
// answers is the number of a class and no quantity.
func (e Experiment) NamesClass() bool { return e.Outputs() > 1 }

// Threshold is the output of a model with one output above which the answer is the
// second class: the middle between the labels, or 0 where the outputs are logits.
func (e Experiment) Threshold() float64 {
	logits, _ := e.LossOptions.Get("from_logits")
	if e.SignLabels() || e.Loss == binaryCrossentropy && logits == "1" {
		return 0
	}
	return 0.5
}

// ClassesOf returns the class that each row of outputs answers with, from 0 on: the
// highest output, or, of a single one, whether it is above the threshold. Of equal
// ones the first counts.
func (e Experiment) ClassesOf(outputs nn.Matrix) []int {
	classes := make([]int, outputs.Rows)
	threshold := e.Threshold() // asked once, since it looks at all labels
	for i := range classes {
		row := outputs.Row(i)
		if len(row) > 1 {
			classes[i] = highest(row)
		} else if float64(row[0]) > threshold {
			classes[i] = 1
		}
	}
	return classes
}

// highest returns the place of the highest value, the first of equal ones.
func highest(values []float32) int {
	at := 0
	for i, v := range values {
		if v > values[at] {
			at = i
		}
	}
	return at
}

// AnswersOf returns what the model answers with each row of outputs: its output or, of
// one for each class, the label of the class, which is its number.
func (e Experiment) AnswersOf(outputs nn.Matrix) []float64 {
	answers := make([]float64, outputs.Rows)
	if outputs.Cols == 1 {
		for i, v := range outputs.Data {
			answers[i] = float64(v)
		}
		return answers
	}
	for i, class := range e.ClassesOf(outputs) {
		answers[i] = float64(class)
	}
	return answers
}

// ClassOfLabel returns the class that a label names, from 0 on.
func (e Experiment) ClassOfLabel(y float64) int {
	if e.Classes == 2 {
		if y > 0 {
			return 1
		}
		return 0
	}
	return int(min(max(y, 0), MaxClasses-1))
}

// LabelOf returns the label of a class, counted from 0: the inverse of ClassOfLabel.
func (e Experiment) LabelOf(class int) float64 {
	if class == 0 && e.Classes == 2 && e.SignLabels() {
		return -1
	}
	return float64(class)
}

// suitsOutputs reports whether a last layer may have so many units.
func (e Experiment) suitsOutputs(units int) bool {
	switch {
	case e.Classes > 2:
		return units == e.Classes
	case e.Classes == 2:
		return units == 1 || units == 2 && !e.SignLabels()
	}
	return units == 1
}

// matched returns e with a last layer, a loss, a metric and first weights that suit
// its classes and inputs: what does not is replaced by what Keras's guides take.
func (e Experiment) matched() Experiment {
	if last := len(e.Layers) - 1; last >= 0 && !e.suitsOutputs(e.Layers[last].Units) {
		e.Layers = slices.Clone(e.Layers)
		e.Layers[last], e.Loss = e.usualOutput()
		e.LossOptions = ""
	}
	if many := e.Outputs() > 1; many != (e.Loss == classesCrossentropy) {
		_, e.Loss = e.usualOutput()
		e.LossOptions = ""
		if many {
			e.Loss = classesCrossentropy
		}
	}
	if !slices.Contains(e.suitableMetrics(), e.Metric) {
		e.Metric = ""
	}
	if e.Weights != nil && len(e.Weights) != e.Layout().Count() {
		e.Weights = nil
	}
	if e.Initial != nil && !e.IsLine() {
		e.Initial = nil
	}
	return e
}

// usualOutput is the last layer, and the loss, that guides take for the classes.
func (e Experiment) usualOutput() (last Layer, loss string) {
	switch {
	case e.Classes > 2:
		return Layer{Units: e.Classes, Activation: softmax}, classesCrossentropy
	case e.Classes == 2 && e.SignLabels():
		return Layer{Units: 1, Activation: "tanh"}, squaredError
	case e.Classes == 2:
		return Layer{Units: 1, Activation: "sigmoid"}, binaryCrossentropy
	}
	return Layer{Units: 1, Activation: linear}, squaredError
}

// suitableMetrics are the metrics that the model's outputs can have.
func (e Experiment) suitableMetrics() []string {
	if e.Outputs() > 1 {
		return []string{"", accuracyMetric}
	}
	return metricNames()
}

// metricProperty is the metric's name.
var metricProperty = property{
	key: "metric", example: "mae", meaning: "metric that is shown beside the loss, as in Keras", names: metricNames,
	value: func(e Experiment) string { return e.Metric },
	set: func(e *Experiment, in input) (p *Problem) {
		e.Metric, p = pickName(in.text, e.suitableMetrics())
		return p
	},
}

// countLosses are the losses of numbers that a class is not: counts, and sizes of which
// a part is meant.
var countLosses = []string{"poisson", "mean_absolute_percentage_error", "mean_squared_logarithmic_error"}

// ofTwoClasses returns the losses that two classes can have, of some names: first what
// guides take. The experiment's own loss stays.
func (e Experiment) ofTwoClasses(losses []string) []string {
	_, usual := e.usualOutput()
	losses = slices.DeleteFunc(losses, func(name string) bool { return slices.Contains(countLosses, name) && name != e.Loss })
	return firstOf(losses, usual)
}

// firstOf returns names with one of them first.
func firstOf(names []string, first string) []string {
	return append([]string{first}, slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == first })...)
}
