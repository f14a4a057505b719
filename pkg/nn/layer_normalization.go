package nn

import (
	"math"
	"math/rand/v2"
)

// LayerNormalization brings the features of each row to mean 0 and variance 1, then
// scales and shifts each by what it learns:
//
//	y = gamma·(x − mean)/√(variance + Epsilon) + beta
//
// with mean and variance over the row's n features. It does the same while training
// and not. With x̂ = (x − mean)/√(variance + Epsilon) and g = gamma·dy,
//
//	dLoss/dx = (n·g − Σ g − x̂·Σ g·x̂)/(n·√(variance + Epsilon))
//
// Source: https://keras.io/api/layers/normalization_layers/layer_normalization/; Ba,
// Kiros and Hinton, "Layer normalization", 2016.
type LayerNormalization struct {
	LayerSettings
	Epsilon float64 // 0.001 in Keras
	// Center adds beta, Scale multiplies by gamma; both true in Keras.
	Center, Scale bool
	// The initializers are [Zeros] for beta and [Ones] for gamma in Keras, the
	// regularizers and constraints nil.
	BetaInitializer, GammaInitializer Initializer
	BetaRegularizer, GammaRegularizer *Regularizer
	BetaConstraint, GammaConstraint   Constraint

	gamma, beta *variable
	units       int
}

var _ Layer = (*LayerNormalization)(nil)

var layerNormalizationEntry = Entry{
	Name: "layer_normalization", Class: "LayerNormalization", construct: func() any { return NewLayerNormalization() },
}

// NewLayerNormalization returns the layer with Keras's defaults.
func NewLayerNormalization() *LayerNormalization {
	return &LayerNormalization{
		LayerSettings: asKeras(), Epsilon: 1e-3, Center: true, Scale: true, BetaInitializer: Zeros, GammaInitializer: Ones,
	}
}

// Name is "layer_normalization".
func (*LayerNormalization) Name() string { return "layer_normalization" }

func (*LayerNormalization) class() string { return "LayerNormalization" }

func (l *LayerNormalization) options() []layerOption {
	return []layerOption{
		onlyOption("axis", -1, 1, "[1]", "[-1]"),
		plainOption(number("epsilon", "Epsilon", &l.Epsilon, 0, unlimited)),
		plainOption(toggle("center", "Center", &l.Center)),
		plainOption(toggle("scale", "Scale", &l.Scale)),
		onlyOption("rms_scaling", false, nil),
		initializerOption("beta_initializer", &l.BetaInitializer),
		initializerOption("gamma_initializer", &l.GammaInitializer),
		regularizerOption("beta_regularizer", &l.BetaRegularizer),
		regularizerOption("gamma_regularizer", &l.GammaRegularizer),
		constraintOption("beta_constraint", &l.BetaConstraint),
		constraintOption("gamma_constraint", &l.GammaConstraint),
	}
}

func (l *LayerNormalization) build(inputs int) (int, error) {
	if err := atLeast("LayerNormalization", "epsilon", l.Epsilon, 0); err != nil {
		return 0, err
	}
	var err error
	l.gamma, l.beta, err = scaleAndShift{
		"LayerNormalization", l.Scale, l.Center, l.GammaInitializer, l.BetaInitializer,
		l.GammaRegularizer, l.BetaRegularizer, l.GammaConstraint, l.BetaConstraint,
	}.build(inputs)
	l.units = inputs
	return inputs, err
}

func (l *LayerNormalization) variables() []*variable { return present(l.gamma, l.beta) }

func (l *LayerNormalization) initialize(r *rand.Rand) {
	l.gamma.fill(r)
	l.beta.fill(r)
}

type layerNormalizationPass struct {
	layer *LayerNormalization
	// normal is x̂, scale 1/√(variance + Epsilon) of each row.
	normal, scale  []float32
	y, dx          []float32
	sums, products []float64
}

func (l *LayerNormalization) newPass(rows int) pass {
	n := rows * l.units
	return &layerNormalizationPass{
		layer: l, normal: floats(n), scale: floats(rows), y: floats(n), dx: floats(n),
		sums: make([]float64, l.units), products: make([]float64, l.units),
	}
}

func (p *layerNormalizationPass) forward(x Matrix, _ bool) Matrix {
	l, n := p.layer, float64(x.Cols)
	gamma, beta := valuesOf(l.gamma), valuesOf(l.beta)
	y := Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
	for i := range x.Rows {
		var mean, variance float64
		for _, v := range x.Row(i) {
			mean += float64(v) / n
		}
		for _, v := range x.Row(i) {
			variance += (float64(v) - mean) * (float64(v) - mean) / n
		}
		scale := 1 / math.Sqrt(variance+l.Epsilon)
		p.scale[i] = float32(scale)
		at := i * x.Cols
		for j, v := range x.Row(i) {
			normal := float32((float64(v) - mean) * scale)
			p.normal[at+j] = normal
			if gamma != nil {
				normal *= gamma[j]
			}
			if beta != nil {
				normal += beta[j]
			}
			y.Data[at+j] = normal
		}
	}
	return y
}

func (p *layerNormalizationPass) backward(dy Matrix, _ bool) Matrix {
	l, n := p.layer, float32(dy.Cols)
	gamma := valuesOf(l.gamma)
	clear(p.sums)
	clear(p.products)
	dx := Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dx[:len(dy.Data)]}
	for i := range dy.Rows {
		normal, row := p.normal[i*dy.Cols:(i+1)*dy.Cols], dx.Row(i)
		var sum, product float32
		for j, d := range dy.Row(i) {
			p.sums[j] += float64(d)
			p.products[j] += float64(d) * float64(normal[j])
			if gamma != nil {
				d *= gamma[j]
			}
			row[j] = d
			sum += d
			product += d * normal[j]
		}
		for j, g := range row {
			row[j] = (g - (sum+normal[j]*product)/n) * p.scale[i]
		}
	}
	addTo(l.beta, p.sums)
	addTo(l.gamma, p.products)
	return dx
}
