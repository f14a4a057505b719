package nn

import (
	"fmt"
	"math/rand/v2"
)

// Dropout sets a part Rate of its inputs to 0 while training, drawn again for
// every batch, and scales the others by 1/(1 − Rate), so that their sum stays
// the same on average. Predict and Evaluate pass the inputs on.
//
// Source: https://keras.io/api/layers/regularization_layers/dropout/; Srivastava
// and others, "Dropout: a simple way to prevent neural networks from
// overfitting", 2014.
type Dropout struct {
	LayerSettings
	// Rate is from 0 to below 1.
	Rate float64
	// Seed decides what is dropped, together with the layer's place in the
	// model: two layers with one seed do not drop the same.
	Seed  uint64
	units int
	// source goes on from batch to batch; Initialize sets it back.
	source rand.PCG
}

var _ Layer = (*Dropout)(nil)

var dropoutEntry = Entry{Name: "dropout", Class: "Dropout", construct: func() any { return NewDropout(0) }}

// NewDropout returns the layer.
func NewDropout(rate float64) *Dropout { return &Dropout{LayerSettings: asKeras(), Rate: rate} }

// Name is "dropout".
func (*Dropout) Name() string { return "dropout" }

func (*Dropout) class() string { return "Dropout" }

func (l *Dropout) options() []layerOption {
	return []layerOption{
		plainOption(number("rate", "Rate", &l.Rate, 0, 1)).must(),
		seedOption(&l.Seed),
		onlyOption("noise_shape", nil),
	}
}

func (l *Dropout) build(inputs int) (int, error) {
	if !(l.Rate >= 0 && l.Rate < 1) {
		return 0, fmt.Errorf("nn: Dropout: the rate is %v; give a number from 0 to below 1", l.Rate)
	}
	l.units = inputs
	return inputs, nil
}

func (*Dropout) variables() []*variable { return nil }

func (l *Dropout) initialize(*rand.Rand) {
	l.source.Seed(l.Seed, 0x64726f70+uint64(l.place)) // spells "drop"
}

type dropoutPass struct {
	layer       *Dropout
	random      *rand.Rand
	start       rand.PCG // the layer's source when the pass was made
	mask, y, dx []float32
}

func (l *Dropout) newPass(rows int) pass {
	n := rows * l.units
	return &dropoutPass{
		layer: l, random: rand.New(&l.source), start: l.source,
		mask: floats(n), y: floats(n), dx: floats(n),
	}
}

// restart rewinds the random source to where it stood when the pass was made, so
// that the same units are dropped again.
func (p *dropoutPass) restart() { p.layer.source = p.start }

func (p *dropoutPass) handsOn(training bool) bool { return !training || p.layer.Rate == 0 }

func (p *dropoutPass) forward(x Matrix, training bool) Matrix {
	if !training || p.layer.Rate == 0 {
		for i := range x.Data {
			p.mask[i] = 1
		}
		return x
	}
	kept := float32(1 / (1 - p.layer.Rate))
	for i, v := range x.Data {
		p.mask[i] = 0
		if p.random.Float64() >= p.layer.Rate {
			p.mask[i] = kept
		}
		p.y[i] = v * p.mask[i]
	}
	return Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
}

func (p *dropoutPass) backward(dy Matrix, _ bool) Matrix {
	for i, v := range dy.Data {
		p.dx[i] = v * p.mask[i]
	}
	return Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dx[:len(dy.Data)]}
}
