package experiment

import (
	"math"

	"firstneuron/pkg/nn"
)

// NormalizeKey is the key of the property.
const NormalizeKey = "norm"

// normalizeProperty is the layer before the first Dense one.
var normalizeProperty = yesNo(NormalizeKey, "1",
	"bring each column that the model is fed with to mean 0 and deviation 1, as Keras's `Normalization` does that was adapted to all points",
	func(e *Experiment) *bool { return &e.Normalize })

// Normalizer returns the layer that the model begins with: Keras's Normalization, adapted
// to the columns of all points, those of the validation part included, since fit is
// given all of them; nil where the experiment has none.
//
// The layer learns nothing while training. So [Experiment.Model] is without it, and
// [Experiment.Data] and [Experiment.Matrix] are what it makes of the points and of
// places: to the bit the numbers of a model with the layer, as fast as without.
func (e Experiment) Normalizer() *nn.Normalization {
	if !e.Normalize {
		return nil
	}
	return e.normalizer(e.pointColumns())
}

// normalizer is Normalizer for who has the columns of the points already.
func (e Experiment) normalizer(points nn.Matrix) *nn.Normalization {
	if !e.Normalize {
		return nil
	}
	layer := nn.NewNormalization()
	layer.Together = points.Cols == 1 // as the program says it, whose xs are a list of numbers
	if layer.Adapt(points) != nil {
		return nil // Validate says what is wrong with the points
	}
	return layer
}

// CanNormalize reports whether the model has no such layer yet, and one would tell the
// points apart: one of their columns has more than one value.
func (e Experiment) CanNormalize() bool {
	if e.Normalize {
		return false
	}
	x := e.pointColumns()
	for i, v := range x.Data {
		if v != x.Data[i%x.Cols] {
			return true
		}
	}
	return false
}

// Whole returns e's model as a program makes it: with the layer that normalizes, and
// without weights of its own. It is for what is told of a model; to train one, take
// [Experiment.Model] and [Experiment.Data].
func (e Experiment) Whole() (*nn.Sequential, error) {
	layer := e.Normalizer()
	if layer == nil {
		return e.Model()
	}
	return e.model(layer)
}

// Scale is how a column is normalized: (x − Mean)/Deviation.
type Scale struct{ Mean, Deviation float64 }

// Scale returns how the model's one input is normalized; with more columns, or without
// the layer, nothing is moved.
func (e Experiment) Scale() Scale {
	if e.Width() > 1 { // before all points are looked at
		return Scale{0, 1}
	}
	if layer := e.Normalizer(); layer != nil {
		mean, deviation := layer.Moments(0)
		return Scale{float64(mean), float64(deviation)}
	}
	return Scale{0, 1}
}

// Of returns x normalized.
func (s Scale) Of(x float64) float64 { return (x - s.Mean) / s.Deviation }

// OverX returns a line over the normalized x as a line over x:
//
//	w·(x − mean)/deviation + b = (w/deviation)·x + (b − w·mean/deviation)
//
// The height at x = 0 is 0 where no float32 tells its two terms apart.
func (s Scale) OverX(l Line) Line {
	moved := l.W * s.Mean / s.Deviation
	over := Line{W: l.W / s.Deviation, B: l.B - moved}
	if moved != 0 && math.Abs(over.B) < max(math.Abs(l.B), math.Abs(moved))*grain {
		over.B = 0
	}
	return over
}

// grain is the part of a float32 that rounding changes, a few times over.
const grain = 1.0 / (1 << 21)

// FromX is the inverse of OverX: the weight and the bias of a line over x.
func (s Scale) FromX(l Line) Line { return Line{W: l.W * s.Deviation, B: l.B + l.W*s.Mean} }

// LineOverX returns the line over x of some parameters of a model that is one unit with
// one input; ok is false for any other.
func (e Experiment) LineOverX(params []float32) (line Line, ok bool) {
	line, ok = e.Layout().Line(params)
	if !ok || !e.Normalize {
		return line, ok
	}
	return e.Scale().OverX(line), true
}

// LineFromX returns the weight and the bias, as float32s with the fewest digits, that
// draw a line over x: the inverse of LineOverX.
func (e Experiment) LineFromX(line Line) Line {
	if !e.Normalize {
		return line
	}
	return e.Scale().FromX(line).shortened()
}
