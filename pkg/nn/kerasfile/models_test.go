package kerasfile_test

import (
	"testing"

	"firstneuron/pkg/nn"
)

// models are 30 models of all kinds of layers, the first ten of them compiled.
func models(t *testing.T) []*nn.Sequential {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	activation := func(name string) nn.Activation {
		a, err := nn.ActivationByName(name)
		must(err)
		return a
	}
	dense := func(units int, name string, change ...func(*nn.Dense)) *nn.Dense {
		d := nn.NewDense(units, nn.WithActivation(activation(name)))
		for _, c := range change {
			c(d)
		}
		return d
	}
	adapted := func(together bool) nn.Layer {
		l := nn.NewNormalization()
		l.Together = together
		must(l.Adapt(nn.Matrix{Rows: 3, Cols: 3, Data: []float32{1, 2, 3, 2, 5, 3.5, 4, -1, 2}}))
		return l
	}
	given := nn.NewNormalization()
	given.Mean, given.Variance = []float64{1, 2, 3}, []float64{4, 1, 0.25}
	inverted := nn.NewNormalization()
	inverted.Mean, inverted.Variance, inverted.Invert = []float64{0.5}, []float64{2.25}, true
	batch := nn.NewBatchNormalization()
	batch.Momentum, batch.Epsilon, batch.Scale = 0.8, 0.01, false
	batch.BetaConstraint, batch.BetaRegularizer = nn.NonNeg{}, nn.L2(0.1)
	batch.BetaInitializer = nn.Ones
	renorm, most := nn.NewBatchNormalization(), 1.5
	renorm.Renorm.On, renorm.Renorm.Momentum, renorm.Renorm.RMax = true, 0.8, &most
	frozen := dense(4, "tanh")
	frozen.Trainable, frozen.LayerName = false, "hidden"
	relu := nn.NewReLULayer()
	relu.MaxValue, relu.NegativeSlope, relu.Threshold = 2, 0.1, 0.3
	prelu := nn.NewPReLU()
	prelu.AlphaInitializer = &nn.Constant{Value: 0.3}
	noise := nn.NewGaussianNoise(0.2)
	noise.Seed = 7
	norm := nn.NewLayerNormalization()
	norm.Epsilon, norm.Center = 0.05, false
	elu := nn.NewELULayer()
	elu.Alpha = 0.6

	stacks := [][]nn.Layer{
		{dense(1, "linear")},
		{dense(8, "relu"), dense(1, "linear")},
		{dense(6, "tanh"), nn.NewDropout(0.3), dense(1, "sigmoid")},
		{dense(6, "relu"), dense(4, "softmax")},
		{adapted(false), dense(5, "gelu"), dense(2, "linear")},
		{dense(5, "linear"), renorm, nn.NewActivation(nn.ReLU), dense(1, "linear")},
		{dense(5, "selu"), nn.NewLayerNormalization(), dense(3, "linear"), nn.NewSoftmaxLayer()},
		{nn.NewRescaling(0.5, -1), dense(4, "elu"), nn.NewLeakyReLULayer(), dense(1, "linear")},
		{frozen, prelu, dense(2, "linear")},
		{given, dense(4, "softsign"), relu, dense(1, "linear")},
		{nn.NewFlatten(), dense(3, "mish"), dense(1, "linear"), inverted},
		{dense(4, "linear"), batch, dense(2, "linear")},
		{dense(4, "linear"), norm, elu, noise, dense(2, "linear")},
		{nn.NewActivityRegularization(0.1, 0.2), dense(3, "hard_sigmoid")},
		{adapted(true), dense(2, "silu")},
		{nn.NewNormalization(), dense(2, "exponential")},
	}
	for _, initializer := range []nn.Initializer{
		nn.HeNormal, nn.LecunUniform, nn.NewOrthogonal(), nn.NewRandomNormal(), nn.NewRandomUniform(), nn.NewTruncatedNormal(), &nn.Constant{Value: 0.2},
	} {
		stacks = append(stacks, []nn.Layer{
			dense(4, "softplus", func(d *nn.Dense) {
				d.KernelInitializer, d.BiasInitializer = initializer, &nn.RandomUniform{Minval: -1, Maxval: 1}
			}),
			dense(1, "linear", func(d *nn.Dense) { d.UseBias = false }),
		})
	}
	for _, constraint := range []nn.Constraint{nn.NewMaxNorm(0.7), nn.NonNeg{}, &nn.UnitNorm{Axis: nn.OverBoth}, &nn.MinMaxNorm{MinValue: 0.2, MaxValue: 0.9, Rate: 0.5, Axis: nn.OverUnits}} {
		stacks = append(stacks, []nn.Layer{
			dense(4, "relu6", func(d *nn.Dense) {
				d.KernelConstraint, d.BiasConstraint = constraint, nn.NewMaxNorm(1)
				d.KernelRegularizer, d.BiasRegularizer, d.ActivityRegularizer = nn.L1(0.01), nn.L2(0.02), nn.L1L2(0.03, 0.04)
			}),
			dense(2, "log_softmax"),
		})
	}
	stacks = append(stacks,
		[]nn.Layer{dense(3, "celu"), dense(3, "squareplus"), dense(3, "hard_tanh"), dense(1, "leaky_relu")},
		[]nn.Layer{dense(2, "linear"), nn.NewDropout(0), nn.NewGaussianNoise(0), dense(2, "sigmoid")},
		[]nn.Layer{dense(16, "tanh"), dense(16, "tanh"), dense(16, "tanh"), dense(1, "linear")},
	)
	ways := []compiling{
		{nn.NewSGD(0.05), nn.MeanSquaredError, nil},
		{nn.NewAdam(0.01), nn.NewHuber(), []nn.Metric{named(t, "mae")}},
		{momentum(), nn.NewBinaryCrossentropy(), []nn.Metric{named(t, "accuracy"), nn.NewPrecision(), nn.NewAUC(), areas(), nn.Weighted(named(t, "mae"))}},
		{nn.NewRMSprop(0.01), nn.NewCategoricalCrossentropy(), []nn.Metric{named(t, "accuracy"), &nn.TopKCategoricalAccuracy{K: 2}}},
		{scheduled(), nn.LogCosh, []nn.Metric{nn.R2Score, nn.RootMeanSquaredError}},
		{nn.NewAdamW(0.01), nn.WithReduction(nn.MeanAbsoluteError, nn.Sum), nil},
		{nn.NewNadam(0.01), nn.NewCategoricalFocalCrossentropy(), []nn.Metric{nn.CategoricalAccuracy}},
		{averaging(), nn.MeanSquaredError, []nn.Metric{named(t, "mse")}},
		{nn.NewAdamax(0.02), nn.WithReduction(nn.NewTversky(), nn.NoReduction), nil},
		{nn.NewFtrl(0.02), nn.Poisson, nil},
	}
	var all []*nn.Sequential
	for i, stack := range stacks {
		m := nn.NewSequential(append([]nn.Layer{nn.NewInput(3)}, stack...)...)
		m.Initialize(uint64(i + 1))
		for _, name := range m.LayerNames() { // what a training would have moved
			weights, err := m.LayerWeights(name)
			must(err)
			for _, array := range weights {
				for j := range array {
					array[j] += 0.02 * float32(j%5)
				}
			}
			must(m.SetLayerWeights(name, weights))
		}
		if i < len(ways) {
			must(m.Compile(ways[i].optimizer, ways[i].loss, ways[i].metrics...))
		}
		all = append(all, m)
	}
	return all
}

func named(t *testing.T, name string) nn.Metric {
	t.Helper()
	m, err := nn.MetricByName(name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func momentum() nn.Optimizer {
	o := nn.NewSGD(0.02)
	o.Momentum, o.Nesterov, o.ClipNorm = 0.9, true, 1
	return o
}

func areas() nn.Metric {
	m := nn.NewAUC()
	m.MultiLabel, m.LabelWeights, m.Thresholds = true, []float64{0.5}, []float64{0.2, 0.7}
	return m
}

func scheduled() nn.Optimizer {
	o := nn.NewAdam(0.01)
	o.SetSchedule(&nn.ExponentialDecay{InitialLearningRate: 0.1, DecaySteps: 10, DecayRate: 0.5})
	return o
}

func averaging() nn.Optimizer {
	o := nn.NewSGD(0.02)
	o.UseEMA, o.EMAOverwriteFrequency, o.GradientAccumulationSteps = true, 5, 2
	return o
}

// data are the rows that both predict for, and labels for so many outputs.
func data(outputs int) (x, y nn.Matrix) {
	x, y = nn.NewMatrix(6, 3), nn.NewMatrix(6, outputs)
	for i := range x.Data {
		x.Data[i] = float32(i%7)/3 - 0.8
	}
	for i := range 6 {
		y.Row(i)[i%outputs] = float32((i / outputs) % 2)
	}
	return x, y
}
