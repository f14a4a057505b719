package plane

import "math"

// MaxClasses is how many classes there can be: as many colours and shapes as can be
// told apart.
const MaxClasses = 10

// Reading tells what a model's outputs mean.
type Reading struct {
	// Classes is how many classes there are, 0 when the output is a number.
	Classes int
	// Low and High are the labels of two classes, −1 and 1 or 0 and 1; of numbers they
	// are those with the strongest colours.
	Low, High float64
	// Logits is set when the one output for two classes is no label but how much the
	// second is more likely, as a logarithm: the class changes at 0.
	Logits bool
}

// Numbers reads an output as a number; the colours are strongest at ±most.
func Numbers(most float64) Reading { return Reading{Low: -most, High: most} }

// TwoClasses reads one output as the nearer of two labels.
func TwoClasses(low, high float64) Reading { return Reading{Classes: 2, Low: low, High: high} }

// ManyClasses reads as many outputs, of which the largest is the class. Labels are
// the numbers of the classes, from 0 on.
func ManyClasses(classes int) Reading { return Reading{Classes: classes, High: float64(classes - 1)} }

// Middle is the output between two labels: there the class changes.
func (r Reading) Middle() float64 {
	if r.Logits {
		return 0
	}
	return (r.Low + r.High) / 2
}

// ClassOf returns the class of a label, counted from 0; −1 where it is of none, and
// for numbers.
func (r Reading) ClassOf(label float64) int {
	switch {
	case r.Classes == 0 || math.IsNaN(label):
		return -1
	case r.Classes == 2:
		if label > r.Middle() {
			return 1
		}
		return 0
	case label < 0 || label >= float64(r.Classes) || label != math.Trunc(label):
		return -1
	}
	return int(label)
}

// LabelOf returns the label of a class.
func (r Reading) LabelOf(class int) float64 {
	if r.Classes == 2 {
		return []float64{r.Low, r.High}[class]
	}
	return float64(class)
}

// Answer returns the class that outputs say, counted from 0, and how sure it is, from
// 0 on a boundary to 1. For a number the class is the half of the colours that it
// lies in. The class is −1 where an output is not a number.
func (r Reading) Answer(outputs []float32) (class int, sure float64) {
	if len(outputs) > 1 {
		return largest(outputs)
	}
	v := float64(outputs[0])
	if math.IsNaN(v) {
		return -1, 0
	}
	sure = 2 * (v - r.Middle()) / (r.High - r.Low)
	if sure > 0 {
		return 1, min(sure, 1)
	}
	return 0, min(-sure, 1)
}

// largest returns the place of the largest of some outputs, the first of equal ones,
// and by how much it is larger than the next, as a part of it.
func largest(outputs []float32) (class int, sure float64) {
	first, second := float32(math.Inf(-1)), float32(math.Inf(-1))
	class = -1
	for i, v := range outputs {
		switch {
		case v != v:
			return -1, 0
		case v > first || class < 0:
			class, first, second = i, v, first
		case v > second:
			second = v
		}
	}
	if !(first > 0) || first-second > first {
		return class, 1
	}
	return class, float64((first - second) / first)
}
