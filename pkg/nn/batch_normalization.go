package nn

import (
	"math"
	"math/rand/v2"
)

// BatchNormalization brings each feature of a batch to mean 0 and variance 1, then
// scales and shifts it by what it learns:
//
//	y = gamma·(x − mean)/√(variance + Epsilon) + beta
//
// While training, mean and variance (over rows, not rows − 1) are the batch's, and
// the moving ones follow them:
//
//	moving ← Momentum·moving + (1 − Momentum)·batch's
//
// Predict and Evaluate use the moving ones, and so does training where the layer is
// not Trainable. All four variables are [features]; the moving two are trained by no
// gradient.
//
// With x̂ = (x − mean)/√(variance + Epsilon) over n rows,
//
//	dLoss/dx = gamma/(n·√(variance + Epsilon))·(n·dy − Σ dy − x̂·Σ dy·x̂)
//
// Source: https://keras.io/api/layers/normalization_layers/batch_normalization/; Ioffe
// and Szegedy, "Batch normalization", 2015.
type BatchNormalization struct {
	LayerSettings
	Momentum float64 // 0.99 in Keras
	Epsilon  float64 // 0.001 in Keras
	// Center adds beta, Scale multiplies by gamma; both true in Keras.
	Center, Scale bool
	// The initializers are [Zeros] for beta and the moving mean, [Ones] for gamma
	// and the moving variance in Keras.
	BetaInitializer, GammaInitializer                Initializer
	MovingMeanInitializer, MovingVarianceInitializer Initializer
	// The regularizers and constraints are nil in Keras.
	BetaRegularizer, GammaRegularizer *Regularizer
	BetaConstraint, GammaConstraint   Constraint
	// Renorm trains with batch renormalization; false in Keras. See [Renormalization].
	Renorm Renormalization

	gamma, beta, mean, variance *variable
	// stddev is the moving one, renormMean and renormStddev what a batch is
	// renormalized by; nil without Renorm.
	stddev, renormMean, renormStddev *variable
}

var _ Layer = (*BatchNormalization)(nil)

var batchNormalizationEntry = Entry{
	Name: "batch_normalization", Class: "BatchNormalization", construct: func() any { return NewBatchNormalization() },
}

// NewBatchNormalization returns the layer with Keras's defaults.
func NewBatchNormalization() *BatchNormalization {
	return &BatchNormalization{
		LayerSettings: asKeras(), Momentum: 0.99, Epsilon: 1e-3, Center: true, Scale: true,
		BetaInitializer: Zeros, GammaInitializer: Ones, MovingMeanInitializer: Zeros, MovingVarianceInitializer: Ones,
		Renorm: Renormalization{Momentum: 0.99},
	}
}

// Name is "batch_normalization".
func (*BatchNormalization) Name() string { return "batch_normalization" }

func (*BatchNormalization) class() string { return "BatchNormalization" }

func (l *BatchNormalization) options() []layerOption {
	return []layerOption{
		onlyOption("axis", -1, 1, "[1]"),
		plainOption(number("momentum", "Momentum", &l.Momentum, 0, 1)),
		plainOption(number("epsilon", "Epsilon", &l.Epsilon, 0, unlimited)),
		plainOption(toggle("center", "Center", &l.Center)),
		plainOption(toggle("scale", "Scale", &l.Scale)),
		initializerOption("beta_initializer", &l.BetaInitializer),
		initializerOption("gamma_initializer", &l.GammaInitializer),
		initializerOption("moving_mean_initializer", &l.MovingMeanInitializer),
		initializerOption("moving_variance_initializer", &l.MovingVarianceInitializer),
		regularizerOption("beta_regularizer", &l.BetaRegularizer),
		regularizerOption("gamma_regularizer", &l.GammaRegularizer),
		constraintOption("beta_constraint", &l.BetaConstraint),
		constraintOption("gamma_constraint", &l.GammaConstraint),
		onlyOption("synchronized", false, nil),
		plainOption(toggle("renorm", "On", &l.Renorm.On)),
		l.Renorm.clippingOption(),
		plainOption(number("renorm_momentum", "Momentum", &l.Renorm.Momentum, 0, 1)),
	}
}

func (l *BatchNormalization) build(inputs int) (int, error) {
	const owner = "BatchNormalization"
	if err := firstError(
		between(owner, "momentum", l.Momentum, 0, 1),
		atLeast(owner, "epsilon", l.Epsilon, 0),
		checkInitializer(owner+": moving_mean_initializer", l.MovingMeanInitializer),
		checkInitializer(owner+": moving_variance_initializer", l.MovingVarianceInitializer),
		l.Renorm.check(owner),
	); err != nil {
		return 0, err
	}
	var err error
	l.gamma, l.beta, err = scaleAndShift{
		owner, l.Scale, l.Center, l.GammaInitializer, l.BetaInitializer,
		l.GammaRegularizer, l.BetaRegularizer, l.GammaConstraint, l.BetaConstraint,
	}.build(inputs)
	l.mean = perFeature("moving_mean", inputs).untrained().from(l.MovingMeanInitializer)
	l.variance = perFeature("moving_variance", inputs).untrained().from(l.MovingVarianceInitializer)
	l.stddev, l.renormMean, l.renormStddev = nil, nil, nil
	if l.Renorm.On {
		l.stddev = perFeature("moving_stddev", inputs).untrained().from(l.MovingVarianceInitializer)
		l.renormMean = perFeature("renorm_mean", inputs).untrained().from(l.MovingMeanInitializer)
		l.renormStddev = perFeature("renorm_stddev", inputs).untrained().from(l.MovingVarianceInitializer)
	}
	return inputs, err
}

func (l *BatchNormalization) variables() []*variable {
	return present(l.gamma, l.beta, l.mean, l.variance, l.stddev, l.renormMean, l.renormStddev)
}

func (l *BatchNormalization) initialize(r *rand.Rand) {
	l.gamma.fill(r)
	l.beta.fill(r)
	l.mean.fill(r)
	l.variance.fill(r)
	if l.stddev != nil {
		l.startRenorm(r)
	}
}

type batchNormalizationPass struct {
	layer *BatchNormalization
	// learns is set where the latest batch was normalized by itself.
	learns bool
	// normal is x̂, scale 1/√(variance + Epsilon) of each feature.
	normal, scale, mean []float32
	// r and d renormalize: x̂·r + d. They are nil without Renorm.
	r, d           []float32
	y, dx          []float32
	sums, products []float64
}

func (l *BatchNormalization) newPass(rows int) pass {
	cols := l.mean.size()
	n := rows * cols
	p := &batchNormalizationPass{
		layer: l, normal: floats(n), y: floats(n), dx: floats(n), scale: floats(cols), mean: floats(cols),
		sums: make([]float64, cols), products: make([]float64, cols),
	}
	if l.stddev != nil {
		p.r, p.d = floats(cols), floats(cols)
	}
	return p
}

func (p *batchNormalizationPass) forward(x Matrix, training bool) Matrix {
	l := p.layer
	p.learns = training && !l.frozen
	if p.learns {
		p.measure(x)
	} else {
		copy(p.mean, l.mean.values)
		for j, v := range l.variance.values {
			p.scale[j] = 1 / sqrt(v+float32(l.Epsilon))
		}
	}
	gamma, beta, renorm := valuesOf(l.gamma), valuesOf(l.beta), p.renorms()
	y := Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
	for i := range x.Rows {
		at := i * x.Cols
		for j, v := range x.Row(i) {
			normal := (v - p.mean[j]) * p.scale[j]
			p.normal[at+j] = normal
			if renorm {
				normal = normal*p.r[j] + p.d[j]
			}
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

// measure finds the batch's mean and variance, which the moving ones follow.
func (p *batchNormalizationPass) measure(x Matrix) {
	l, n := p.layer, float64(x.Rows)
	clear(p.sums)
	for i := range x.Rows {
		for j, v := range x.Row(i) {
			p.sums[j] += float64(v)
		}
	}
	clear(p.products)
	for i := range x.Rows {
		for j, v := range x.Row(i) {
			d := float64(v) - p.sums[j]/n
			p.products[j] += d * d
		}
	}
	for j := range p.mean {
		mean, variance := float32(p.sums[j]/n), float32(p.products[j]/n)
		p.mean[j] = mean
		p.scale[j] = float32(1 / math.Sqrt(p.products[j]/n+l.Epsilon))
		follow(l.mean, j, mean, l.Momentum)
		if p.r != nil {
			p.renorm(j, mean, variance)
		} else {
			follow(l.variance, j, variance, l.Momentum)
		}
	}
}

// follow moves a value towards another.
func follow(v *variable, j int, to float32, momentum float64) {
	v.values[j] = v.values[j]*float32(momentum) + to*float32(1-momentum)
}

func (p *batchNormalizationPass) backward(dy Matrix, needed bool) Matrix {
	l := p.layer
	clear(p.sums)
	clear(p.products)
	for i := range dy.Rows {
		at := i * dy.Cols
		for j, d := range dy.Row(i) {
			p.sums[j] += float64(d)
			p.products[j] += float64(d) * float64(p.normal[at+j])
		}
	}
	addTo(l.beta, p.sums)
	renorm := p.renorms()
	if renorm {
		p.addRenormed()
	} else {
		addTo(l.gamma, p.products)
	}
	if !needed {
		return Matrix{}
	}
	n, gamma := float32(dy.Rows), valuesOf(l.gamma)
	dx := Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dx[:len(dy.Data)]}
	for i := range dy.Rows {
		at := i * dy.Cols
		for j, d := range dy.Row(i) {
			if p.learns {
				d -= (float32(p.sums[j]) + p.normal[at+j]*float32(p.products[j])) / n
			}
			d *= p.scale[j]
			if renorm {
				d *= p.r[j]
			}
			if gamma != nil {
				d *= gamma[j]
			}
			dx.Data[at+j] = d
		}
	}
	return dx
}
