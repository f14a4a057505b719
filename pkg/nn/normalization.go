package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// Normalization brings each feature to mean 0 and variance 1 by numbers that stay as
// they are while training: y = (x − mean)/max(√variance, 1e-7). They are found in
// data by [Normalization.Adapt], or given as Mean and Variance.
//
// Source: https://keras.io/api/layers/preprocessing_layers/numerical/normalization/
type Normalization struct {
	LayerSettings
	// Mean and Variance, where they are given, have one value, or one a feature. nil,
	// as in Keras, leaves them to Adapt; without it they are 0 and 1.
	Mean, Variance []float64
	// Together takes one mean and one variance for all features, as Keras's axis=None
	// does.
	Together bool
	// Invert goes back: y = x·max(√variance, 1e-7) + mean.
	Invert bool

	units                 int
	mean, variance, count *variable
	given                 [2][]float64 // Mean and Variance as they were when the model was made
	adapted               *adaptation  // to go into the variables when they are made
}

type adaptation struct{ mean, variance []float32 }

var _ Layer = (*Normalization)(nil)

var normalizationEntry = Entry{Name: "normalization", Class: "Normalization", construct: func() any { return NewNormalization() }}

// NewNormalization returns the layer with Keras's defaults.
func NewNormalization() *Normalization { return &Normalization{LayerSettings: asKeras()} }

// Name is "normalization".
func (*Normalization) Name() string { return "normalization" }

func (*Normalization) class() string { return "Normalization" }

// Adapt finds the mean and the variance (over rows, not rows − 1) of each feature of x
// [rows, features]. A layer that is in no model yet takes the features as its
// Inputs. Errors: Mean and Variance are given, or x does not fit.
func (l *Normalization) Adapt(x Matrix) error {
	if l.Mean != nil || l.Variance != nil {
		return fmt.Errorf("nn: Normalization.Adapt: the mean and the variance are given; leave them out to find them")
	}
	want := x.Cols
	if l.owner != nil {
		want = l.units
	} else if l.Inputs > 0 {
		want = l.Inputs
	}
	if err := x.check("Normalization.Adapt", "x", want); err != nil {
		return err
	}
	l.Inputs = x.Cols
	cells := 1
	if !l.Together {
		cells = x.Cols
	}
	found := &adaptation{floats(cells), floats(cells)}
	for cell := range cells {
		from, to, n := cell, cell+1, float64(x.Rows)
		if l.Together {
			from, to, n = 0, x.Cols, float64(len(x.Data))
		}
		var mean, variance float64
		for i := range x.Rows {
			for _, v := range x.Row(i)[from:to] {
				mean += float64(v) / n
			}
		}
		for i := range x.Rows {
			for _, v := range x.Row(i)[from:to] {
				variance += (float64(v) - mean) * (float64(v) - mean) / n
			}
		}
		found.mean[cell], found.variance[cell] = float32(mean), float32(variance)
	}
	l.adapted = found
	if l.owner != nil {
		l.initialize(nil)
	}
	return nil
}

func (l *Normalization) options() []layerOption {
	numbers := func(name string, into *[]float64) layerOption {
		return layerOption{
			name: name,
			write: func() any {
				if *into == nil {
					return nil
				}
				return *into
			},
			read: func(c *configReader, value any) {
				if one, ok := value.(float64); ok {
					value = []any{one}
				}
				for { // Keras may write a list in a list
					outer, ok := value.([]any)
					if !ok || len(outer) != 1 {
						break
					}
					inner, ok := outer[0].([]any)
					if !ok {
						break
					}
					value = inner
				}
				c.set(list(name, "", into), value)
			},
		}
	}
	return []layerOption{
		{
			name: "axis",
			write: func() any {
				if l.Together {
					return []any{}
				}
				return []any{-1}
			},
			read: func(c *configReader, value any) {
				switch fmt.Sprint(value) {
				case "[]":
					l.Together = true
				case "-1", "1", "[-1]", "[1]":
					l.Together = false
				default:
					c.fail("axis", fmt.Sprintf("is %v, which this library does not have; give -1 or none", value))
				}
			},
		},
		plainOption(toggle("invert", "Invert", &l.Invert)),
		numbers("mean", &l.Mean),
		numbers("variance", &l.Variance),
	}
}

func (l *Normalization) build(inputs int) (int, error) {
	if (l.Mean == nil) != (l.Variance == nil) || len(l.Mean) != len(l.Variance) {
		return 0, fmt.Errorf("nn: Normalization: there are %d means and %d variances; give as many of both, or none", len(l.Mean), len(l.Variance))
	}
	most := inputs
	if l.Together {
		most = 1
	}
	if n := len(l.Mean); l.Mean != nil && n != 1 && n != most {
		return 0, fmt.Errorf("nn: Normalization: there are %d means for %d features; give one, or one a feature", n, inputs)
	}
	for i, v := range l.Variance {
		if err := firstError(
			atLeast("Normalization", "a mean", l.Mean[i], -unlimited),
			atLeast("Normalization", "a variance", v, 0),
		); err != nil {
			return 0, err
		}
	}
	l.units, l.given = inputs, [2][]float64{slices.Clone(l.Mean), slices.Clone(l.Variance)}
	l.mean, l.variance, l.count = nil, nil, nil
	if l.Mean != nil {
		return inputs, nil
	}
	shape := []int{inputs}
	if l.Together {
		shape = []int{}
	}
	if a := l.adapted; a != nil && len(a.mean) != (&variable{shape: shape}).size() {
		return 0, fmt.Errorf("nn: Normalization: it was adapted to %d features and gets %d; adapt it to data of the same", len(a.mean), inputs)
	}
	l.mean = (&variable{name: "mean", shape: shape}).untrained()
	l.variance = (&variable{name: "variance", shape: shape}).untrained()
	// Keras keeps a count that it does not use.
	l.count = (&variable{name: "count", shape: []int{}, whole: true}).untrained()
	return inputs, nil
}

func (l *Normalization) variables() []*variable { return present(l.mean, l.variance, l.count) }

func (l *Normalization) initialize(*rand.Rand) {
	switch {
	case l.mean == nil:
	case l.adapted != nil:
		copy(l.mean.values, l.adapted.mean)
		copy(l.variance.values, l.adapted.variance)
	default:
		clear(l.mean.values)
		for i := range l.variance.values {
			l.variance.values[i] = 1
		}
	}
}

// Moments returns the mean of a feature, counted from 0, and the deviation that the layer
// divides by: max(√variance, 1e-7). They are given, found, or those of a layer that was
// never adapted.
func (l *Normalization) Moments(feature int) (mean, deviation float32) {
	variance := float32(1)
	switch {
	case l.given[0] != nil:
		mean, variance = ofFeature(l.given[0], feature), ofFeature(l.given[1], feature)
	case l.mean != nil:
		mean, variance = ofFeature(l.mean.values, feature), ofFeature(l.variance.values, feature)
	case len(l.Mean) > 0 && len(l.Variance) > 0:
		mean, variance = ofFeature(l.Mean, feature), ofFeature(l.Variance, feature)
	case l.adapted != nil:
		mean, variance = ofFeature(l.adapted.mean, feature), ofFeature(l.adapted.variance, feature)
	}
	return mean, max(float32(math.Sqrt(float64(variance))), epsilon)
}

// ofFeature returns the number of a feature, or the one for all.
func ofFeature[T float32 | float64](numbers []T, feature int) float32 {
	return float32(numbers[min(feature, len(numbers)-1)])
}

// Apply normalizes x [rows, features] in place, to the bit as the layer does in a model.
// A model of the other layers alone is trained with it as one that begins with this
// layer is, since nothing of this layer is trained.
func (l *Normalization) Apply(x Matrix) { l.normalize(x.Data, x) }

// normalize writes what the layer makes of x.
func (l *Normalization) normalize(y []float32, x Matrix) {
	for j := range x.Cols {
		mean, deviation := l.Moments(j)
		for at := j; at < len(x.Data); at += x.Cols {
			if l.Invert {
				y[at] = mean + x.Data[at]*deviation
			} else {
				y[at] = (x.Data[at] - mean) / deviation
			}
		}
	}
}

type normalizationPass struct {
	layer *Normalization
	y, dx []float32
}

func (l *Normalization) newPass(rows int) pass {
	n := rows * l.units
	return &normalizationPass{layer: l, y: floats(n), dx: floats(n)}
}

func (p *normalizationPass) forward(x Matrix, _ bool) Matrix {
	y := Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
	p.layer.normalize(y.Data, x)
	return y
}

func (p *normalizationPass) backward(dy Matrix, needed bool) Matrix {
	if !needed {
		return Matrix{}
	}
	dx := Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dx[:len(dy.Data)]}
	for j := range dy.Cols {
		_, deviation := p.layer.Moments(j)
		for at := j; at < len(dx.Data); at += dy.Cols {
			if p.layer.Invert {
				dx.Data[at] = dy.Data[at] * deviation
			} else {
				dx.Data[at] = dy.Data[at] / deviation
			}
		}
	}
	return dx
}
