package nn

import (
	"fmt"
	"math/rand/v2"
)

// Dense is a layer in which every unit sees every input:
//
//	outputs = activation(inputs·kernel + bias)
//
// with inputs [batch, features], kernel [features, units], bias [units] and
// outputs [batch, units].
//
// Source: https://keras.io/api/layers/core_layers/dense/
type Dense struct {
	LayerSettings
	// Units is the number of neurons, at least 1.
	Units int
	// Activation is applied to each output; Keras's default is [Linear].
	Activation Activation
	// UseBias adds the bias; Keras's default is true.
	UseBias bool
	// KernelInitializer draws the kernel; Keras's default is [GlorotUniform].
	KernelInitializer Initializer
	// BiasInitializer draws the bias; Keras's default is [Zeros].
	BiasInitializer Initializer
	// KernelRegularizer, BiasRegularizer and ActivityRegularizer add penalties
	// on the kernel, the bias and, divided by the batch's rows, the outputs to
	// the loss; nil adds none.
	KernelRegularizer, BiasRegularizer, ActivityRegularizer *Regularizer
	// KernelConstraint and BiasConstraint hold the kernel and the bias to a rule
	// after every step; nil holds them to none.
	KernelConstraint, BiasConstraint Constraint

	kernel, bias *variable
	activation   Activation // what Activation was when the model was made
}

var _ Layer = (*Dense)(nil)

var denseEntry = Entry{Name: "dense", Class: "Dense", FirstCourse: true, construct: func() any { return NewDense(1) }}

// DenseOption sets a field of a [Dense].
type DenseOption func(*Dense)

// InputShape says how many features each row of the inputs has, as Keras's
// input_shape=[features] does.
func InputShape(features int) DenseOption { return func(d *Dense) { d.Inputs = features } }

// WithActivation sets the activation, as Keras's activation="tanh" does.
func WithActivation(a Activation) DenseOption { return func(d *Dense) { d.Activation = a } }

// WithKernelRegularizer adds a penalty on the kernel to the loss.
func WithKernelRegularizer(r *Regularizer) DenseOption {
	return func(d *Dense) { d.KernelRegularizer = r }
}

// NewDense returns a layer of so many units with Keras's defaults. What is
// wrong with it is reported by [Sequential.Compile].
func NewDense(units int, options ...DenseOption) *Dense {
	d := &Dense{
		LayerSettings:     asKeras(),
		Units:             units,
		Activation:        Linear,
		UseBias:           true,
		KernelInitializer: GlorotUniform,
		BiasInitializer:   Zeros,
	}
	for _, option := range options {
		option(d)
	}
	return d
}

// Name is "dense".
func (*Dense) Name() string { return "dense" }

func (*Dense) class() string { return "Dense" }

func (d *Dense) options() []layerOption {
	return []layerOption{
		plainOption(Hyperparameter{Name: "units", Whole: &d.Units, Min: 1, Max: unlimited}).must(),
		activationOption("activation", &d.Activation),
		plainOption(toggle("use_bias", "UseBias", &d.UseBias)),
		initializerOption("kernel_initializer", &d.KernelInitializer),
		initializerOption("bias_initializer", &d.BiasInitializer),
		regularizerOption("kernel_regularizer", &d.KernelRegularizer),
		regularizerOption("bias_regularizer", &d.BiasRegularizer),
		regularizerOption("activity_regularizer", &d.ActivityRegularizer),
		constraintOption("kernel_constraint", &d.KernelConstraint),
		constraintOption("bias_constraint", &d.BiasConstraint),
		onlyOption("lora_rank", nil),
		onlyOption("quantization_config", nil),
	}
}

func (d *Dense) build(inputs int) (outputs int, err error) {
	switch {
	case d.Units < 1:
		return 0, fmt.Errorf("nn: Dense: units is %d; give at least 1", d.Units)
	case isNil(d.Activation) || isNil(d.KernelInitializer) || isNil(d.BiasInitializer):
		return 0, fmt.Errorf("nn: Dense: the activation or an initializer is nil; make the layer with NewDense")
	}
	if err := firstError(
		checkActivation("Dense: activation", d.Activation),
		checkInitializer("Dense: kernel_initializer", d.KernelInitializer),
		checkInitializer("Dense: bias_initializer", d.BiasInitializer),
		d.KernelRegularizer.check("Dense: kernel_regularizer"),
		d.BiasRegularizer.check("Dense: bias_regularizer"),
		d.ActivityRegularizer.check("Dense: activity_regularizer"),
		checkConstraint("Dense: kernel_constraint", d.KernelConstraint, 2),
		checkConstraint("Dense: bias_constraint", d.BiasConstraint, 1),
	); err != nil {
		return 0, err
	}
	d.activation = d.Activation
	d.kernel = (&variable{name: "kernel", shape: []int{inputs, d.Units}}).with(d.KernelRegularizer, d.KernelConstraint).from(d.KernelInitializer)
	d.bias = nil
	if d.UseBias {
		d.bias = perFeature("bias", d.Units).with(d.BiasRegularizer, d.BiasConstraint).from(d.BiasInitializer)
	}
	return d.Units, nil
}

func (d *Dense) variables() []*variable {
	if d.bias == nil {
		return []*variable{d.kernel}
	}
	return []*variable{d.kernel, d.bias}
}

func (d *Dense) initialize(r *rand.Rand) {
	d.kernel.fill(r)
	d.bias.fill(r)
}

// WithoutBias leaves the bias out, as Keras's use_bias=False does.
func WithoutBias() DenseOption { return func(d *Dense) { d.UseBias = false } }

// densePass remembers the inputs and the pre-activations z = x·kernel + bias.
type densePass struct {
	layer    *Dense
	x        Matrix
	z, y     []float32
	dz, dx   []float32
	in, outs int
	extra    []float32 // the penalty's dLoss/dy, where it is apart from the loss's
	deltas   Matrix    // dLoss/dz of the batch that went back last
	// scratch and activation belong to the engine.
	scratch    []float32
	activation Activation
}

func (d *Dense) newPass(rows int) pass {
	in, units := d.kernel.shape[0], d.kernel.shape[1] // whatever Units is now
	p := &densePass{layer: d, in: in, outs: units}
	p.z = floats(rows * units)
	p.y, p.dz = p.z, nil
	if d.activation != Linear {
		p.y, p.dz = floats(rows*units), floats(rows*units)
	}
	if cachesLogits(d.activation) && d.ActivityRegularizer != nil {
		p.extra = floats(rows * units)
	}
	p.dx = floats(rows * in)
	p.scratch, p.activation = active.scratch(rows, in, units), active.activation(d.activation)
	return p
}

func (p *densePass) forward(x Matrix, _ bool) Matrix {
	d, n := p.layer, x.Rows*p.outs
	p.x = x
	z := p.z[:n]
	var bias []float32
	if d.bias != nil {
		bias = d.bias.values
	}
	active.multiply(z, x.Data, d.kernel.values, bias, x.Rows, p.in, p.outs, p.scratch)
	y := p.y[:n]
	if d.activation != Linear {
		p.activation.forward(z, y, p.outs)
	}
	return Matrix{Rows: x.Rows, Cols: p.outs, Data: y}
}

// backward: with dz = dLoss/dz,
//
//	dLoss/dkernel = xᵀ·dz,  dLoss/dbias = Σ over rows of dz,  dLoss/dx = dz·kernelᵀ.
func (p *densePass) backward(dy Matrix, needed bool) Matrix {
	d, dz := p.layer, dy.Data
	// The penalty on the outputs is divided by the batch's rows.
	d.ActivityRegularizer.addGradient(dy.Data, p.y[:len(dz)], 1/float32(dy.Rows))
	if d.activation != Linear {
		dz = p.dz[:len(dz)]
		p.activation.backward(p.z[:len(dz)], p.y[:len(dz)], dy.Data, dz, p.outs)
	}
	return p.backwardFromZ(Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: dz}, needed)
}

func (p *densePass) output() Activation        { return p.layer.activation }
func (p *densePass) preActivations() []float32 { return p.z }

// backwardFromLoss: the penalty on the outputs still goes through the activation.
func (p *densePass) backwardFromLoss(dm Matrix, needed bool) Matrix {
	if r := p.layer.ActivityRegularizer; r != nil {
		n := len(dm.Data)
		dy, dz := p.extra[:n], p.dz[:n]
		clear(dy)
		r.addGradient(dy, p.y[:n], 1/float32(dm.Rows))
		p.activation.backward(p.z[:n], p.y[:n], dy, dz, p.outs)
		for i := range dz {
			dm.Data[i] += dz[i]
		}
	}
	return p.backwardFromZ(dm, needed)
}

// backwardFromZ goes on from dLoss/dz.
func (p *densePass) backwardFromZ(dm Matrix, needed bool) Matrix {
	d, dz, rows := p.layer, dm.Data, dm.Rows
	p.deltas = dm
	var bias []float32
	if d.bias != nil {
		bias = d.bias.gradient
	}
	if d.kernel.gradient != nil {
		active.gradients(d.kernel.gradient, bias, p.x.Data, dz, rows, p.in, p.outs, p.scratch)
	}
	if !needed {
		return Matrix{}
	}
	dx := p.dx[:rows*p.in]
	active.multiplyTranspose(dx, dz, d.kernel.values, rows, p.in, p.outs, p.scratch)
	return Matrix{Rows: rows, Cols: p.in, Data: dx}
}

func (p *densePass) penalizes() bool { return p.layer.ActivityRegularizer != nil }

func (p *densePass) penalty(rows int) float64 {
	return p.layer.ActivityRegularizer.penalty(p.y[:rows*p.outs]) / float64(rows)
}
