package nn

import "math/rand/v2"

// GaussianNoise adds to its inputs, while training, numbers drawn from a normal law
// with mean 0. Predict and Evaluate pass the inputs on.
//
// Source: https://keras.io/api/layers/regularization_layers/gaussian_noise/
type GaussianNoise struct {
	LayerSettings
	stateless
	// Stddev is the standard deviation, from 0 to 1.
	Stddev float64
	// Seed decides what is drawn, together with the layer's place in the model.
	Seed uint64
	// source goes on from batch to batch; Initialize sets it back.
	source rand.PCG
}

var _ Layer = (*GaussianNoise)(nil)

var gaussianNoiseEntry = Entry{Name: "gaussian_noise", Class: "GaussianNoise", construct: func() any { return NewGaussianNoise(0) }}

// NewGaussianNoise returns the layer.
func NewGaussianNoise(stddev float64) *GaussianNoise {
	return &GaussianNoise{LayerSettings: asKeras(), Stddev: stddev}
}

// Name is "gaussian_noise".
func (*GaussianNoise) Name() string { return "gaussian_noise" }

func (*GaussianNoise) class() string { return "GaussianNoise" }

func (l *GaussianNoise) options() []layerOption {
	return []layerOption{plainOption(number("stddev", "Stddev", &l.Stddev, 0, 1)).must(), seedOption(&l.Seed)}
}

func (l *GaussianNoise) build(inputs int) (int, error) {
	if err := between("GaussianNoise", "stddev", l.Stddev, 0, 1); err != nil {
		return 0, err
	}
	return l.stateless.build(inputs)
}

func (l *GaussianNoise) initialize(*rand.Rand) {
	l.source.Seed(l.Seed, 0x6e6f697365+uint64(l.place)) // spells "noise"
}

type noisePass struct {
	layer  *GaussianNoise
	random *rand.Rand
	start  rand.PCG // the layer's source when the pass was made
	y      []float32
}

func (l *GaussianNoise) newPass(rows int) pass {
	return &noisePass{layer: l, random: rand.New(&l.source), start: l.source, y: floats(rows * l.units)}
}

func (p *noisePass) restart() { p.layer.source = p.start }

func (p *noisePass) handsOn(training bool) bool { return !training || p.layer.Stddev == 0 }

func (p *noisePass) forward(x Matrix, training bool) Matrix {
	if p.handsOn(training) {
		return x
	}
	for i, v := range x.Data {
		p.y[i] = v + float32(p.layer.Stddev*p.random.NormFloat64())
	}
	return Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
}

func (p *noisePass) backward(dy Matrix, _ bool) Matrix { return dy }
