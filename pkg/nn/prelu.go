package nn

import "math/rand/v2"

// PReLU is a leaky ReLU whose slopes, one a feature, are learned:
//
//	f(z) = z above 0, alpha·z elsewhere
//	df/dz = 1 above 0, alpha below, 0 at 0;  df/dalpha = min(z, 0)
//
// Source: https://keras.io/api/layers/activation_layers/prelu/; He, Zhang, Ren and
// Sun, "Delving deep into rectifiers", 2015.
type PReLU struct {
	LayerSettings
	// AlphaInitializer draws the slopes; Keras's default is [Zeros].
	AlphaInitializer Initializer
	// AlphaRegularizer and AlphaConstraint are nil in Keras.
	AlphaRegularizer *Regularizer
	AlphaConstraint  Constraint

	alpha *variable
}

var _ Layer = (*PReLU)(nil)

var preluEntry = Entry{Name: "p_re_lu", Class: "PReLU", construct: func() any { return NewPReLU() }}

// NewPReLU returns the layer with Keras's defaults.
func NewPReLU() *PReLU { return &PReLU{LayerSettings: asKeras(), AlphaInitializer: Zeros} }

// Name is "p_re_lu".
func (*PReLU) Name() string { return "p_re_lu" }

func (*PReLU) class() string { return "PReLU" }

func (l *PReLU) options() []layerOption {
	return []layerOption{
		initializerOption("alpha_initializer", &l.AlphaInitializer),
		regularizerOption("alpha_regularizer", &l.AlphaRegularizer),
		constraintOption("alpha_constraint", &l.AlphaConstraint),
		onlyOption("shared_axes", nil),
	}
}

func (l *PReLU) build(inputs int) (int, error) {
	if err := firstError(
		checkInitializer("PReLU: alpha_initializer", l.AlphaInitializer),
		l.AlphaRegularizer.check("PReLU: alpha_regularizer"),
		checkConstraint("PReLU: alpha_constraint", l.AlphaConstraint, 1),
	); err != nil {
		return 0, err
	}
	l.alpha = perFeature("alpha", inputs).with(l.AlphaRegularizer, l.AlphaConstraint).from(l.AlphaInitializer)
	return inputs, nil
}

func (l *PReLU) variables() []*variable { return present(l.alpha) }

func (l *PReLU) initialize(r *rand.Rand) {
	l.alpha.fill(r)
}

type preluPass struct {
	layer *PReLU
	x     Matrix
	y, dx []float32
}

func (l *PReLU) newPass(rows int) pass {
	n := rows * l.alpha.size()
	return &preluPass{layer: l, y: floats(n), dx: floats(n)}
}

func (p *preluPass) forward(x Matrix, _ bool) Matrix {
	p.x = x
	alpha := p.layer.alpha.values
	y := Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
	for i := range x.Rows {
		for j, z := range x.Row(i) {
			y.Row(i)[j] = max(z, 0) + alpha[j]*min(z, 0)
		}
	}
	return y
}

func (p *preluPass) backward(dy Matrix, _ bool) Matrix {
	alpha, slope := p.layer.alpha.values, p.layer.alpha.gradient
	dx := Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dx[:len(dy.Data)]}
	for i := range dy.Rows {
		for j, z := range p.x.Row(i) {
			d := dy.Row(i)[j]
			switch {
			case z > 0:
				dx.Row(i)[j] = d
			case z < 0:
				dx.Row(i)[j] = alpha[j] * d
			default:
				dx.Row(i)[j] = 0
			}
			if slope != nil {
				slope[j] += min(z, 0) * d
			}
		}
	}
	return dx
}
