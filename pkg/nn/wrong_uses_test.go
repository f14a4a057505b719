package nn_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// A wrongUse is done to a compiled neuron with weights 1 and 2, and is to be answered
// with an error that has a text, or with a warning.
type wrongUse struct {
	want string
	do   func(m *nn.Sequential) error
}

func fitting(c nn.FitConfig) func(*nn.Sequential) error {
	return func(m *nn.Sequential) error {
		_, err := m.Fit(context.Background(), lessonX, lessonY, c)
		return err
	}
}

func calling(c nn.Callback) func(*nn.Sequential) error {
	return fitting(nn.FitConfig{Callbacks: []nn.Callback{c}})
}

func building(layers ...nn.Layer) func(*nn.Sequential) error {
	return func(*nn.Sequential) error {
		return nn.NewSequential(layers...).Compile(nn.NewSGD(0.1), nn.MeanSquaredError)
	}
}

func compilingWith(o nn.Optimizer, l nn.Loss, metrics ...nn.Metric) func(*nn.Sequential) error {
	return func(m *nn.Sequential) error { return m.Compile(o, l, metrics...) }
}

// changed returns a new thing with a change.
func changed[T any](thing T, change func(T)) T {
	change(thing)
	return thing
}

// TestAHundredAndFiftyWrongUses: each is an error that says what was expected and
// what was received, before anything has changed, or Keras's own warning. None
// panics.
func TestAHundredAndFiftyWrongUses(t *testing.T) {
	uses := slices.Concat(wrongLayers(), wrongOptions(), wrongData(), wrongTrainings(), wrongLists(), wrongTexts())
	if len(uses) < 150 {
		t.Fatalf("%d wrong uses, want at least 150", len(uses))
	}
	checkWrongUses(t, uses)
}

func checkWrongUses(t *testing.T, uses []wrongUse) {
	t.Helper()
	for i, use := range uses {
		model := neuron(t, 1, 2)
		err := func() (err error) {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("use %d (%s) panics: %v", i, use.want, p)
				}
			}()
			return use.do(model)
		}()
		if err == nil || !strings.HasPrefix(err.Error(), "nn: ") || !strings.Contains(err.Error(), use.want) {
			t.Errorf("use %d: error = %v, want one of nn with %q", i, err, use.want)
		}
		if got := model.AppendParams(nil); !slices.Equal(got, []float32{1, 2}) {
			t.Errorf("use %d (%s): the weights are %v, want 1 and 2 as before", i, use.want, got)
		}
		if logs, err := model.Evaluate(nn.Column(1), nn.Column(3)); err != nil || logs.Get("loss") != 0 {
			t.Errorf("use %d (%s): afterwards Evaluate = %v, %v; want a loss of 0", i, use.want, logs, err)
		}
	}
}

func wrongLayers() []wrongUse {
	in, nan, inf := nn.NewInput(2), math.NaN(), math.Inf(1)
	dense := func(change func(*nn.Dense)) []nn.Layer {
		return []nn.Layer{nn.NewInput(2), changed(nn.NewDense(2), change)}
	}
	batch := func(change func(*nn.BatchNormalization)) nn.Layer { return changed(nn.NewBatchNormalization(), change) }
	norm := func(change func(*nn.LayerNormalization)) nn.Layer { return changed(nn.NewLayerNormalization(), change) }
	normalization := func(change func(*nn.Normalization)) nn.Layer { return changed(nn.NewNormalization(), change) }
	relu := func(change func(*nn.ReLULayer)) nn.Layer { return changed(nn.NewReLULayer(), change) }
	shared := nn.NewDense(1, nn.InputShape(1))
	_ = nn.NewSequential(shared)
	adapted := nn.NewNormalization()
	_ = adapted.Adapt(nn.NewMatrix(3, 5))
	uses := []wrongUse{
		{"no layers", building()},
		{"layer 0 is nil", building(nil)},
		{"does not say its input shape", building(nn.NewDense(1))},
		{"does not say its input shape", building(nn.NewDropout(0.5), nn.NewDense(1))},
		{"units is 0; give at least 1", building(nn.NewDense(0, nn.InputShape(1)))},
		{"units is -3", building(nn.NewDense(-3, nn.InputShape(1)))},
		{"input shape is -1", building(nn.NewDense(1, nn.InputShape(-1)))},
		{"input shape is 3, but the layer before has 1", building(nn.NewDense(1, nn.InputShape(1)), nn.NewDense(1, nn.InputShape(3)))},
		{"the first layer", building(nn.NewInput(2), nn.NewDense(2), nn.NewInput(1))},
		{"parameters; use fewer", building(nn.NewDense(1<<20, nn.InputShape(1<<20)))},
		{"parameters; use fewer", building(nn.NewDense(math.MaxInt, nn.InputShape(math.MaxInt)))},
		{"layer 1 is layer 0 again", building(in, in)},
		{"is in another model", building(shared)},
		{`both named "a"`, building(nn.NewInput(1), changed(nn.NewDense(1), func(d *nn.Dense) { d.LayerName = "a" }), changed(nn.NewDense(1), func(d *nn.Dense) { d.LayerName = "a" }))},
		{"make the layer with NewDense", building(&nn.Dense{Units: 1, LayerSettings: nn.LayerSettings{Inputs: 1}})},
		{"l2 is -1", building(dense(func(d *nn.Dense) { d.KernelRegularizer = nn.L2(-1) })...)},
		{"l1 is NaN", building(dense(func(d *nn.Dense) { d.BiasRegularizer = nn.L1(nan) })...)},
		{"l1 is +Inf", building(dense(func(d *nn.Dense) { d.ActivityRegularizer = nn.L1(inf) })...)},
		{"stddev is NaN", building(dense(func(d *nn.Dense) { d.KernelInitializer = &nn.RandomNormal{Stddev: nan} })...)},
		{"stddev is -1", building(dense(func(d *nn.Dense) { d.KernelInitializer = &nn.TruncatedNormal{Stddev: -1} })...)},
		{"minval is 1, maxval is -1", building(dense(func(d *nn.Dense) { d.KernelInitializer = &nn.RandomUniform{Minval: 1, Maxval: -1} })...)},
		{"maxval is NaN", building(dense(func(d *nn.Dense) { d.BiasInitializer = &nn.RandomUniform{Maxval: nan} })...)},
		{"value is +Inf", building(dense(func(d *nn.Dense) { d.BiasInitializer = &nn.Constant{Value: inf} })...)},
		{"gain is NaN", building(dense(func(d *nn.Dense) { d.KernelInitializer = &nn.Orthogonal{Gain: nan} })...)},
		{"max_value is -1", building(dense(func(d *nn.Dense) { d.KernelConstraint = nn.NewMaxNorm(-1) })...)},
		{"max_value is NaN", building(dense(func(d *nn.Dense) { d.BiasConstraint = nn.NewMaxNorm(nan) })...)},
		{"min_value is 2, max_value is 1", building(dense(func(d *nn.Dense) { d.KernelConstraint = &nn.MinMaxNorm{MinValue: 2, MaxValue: 1} })...)},
		{"rate is 1.5", building(dense(func(d *nn.Dense) { d.KernelConstraint = &nn.MinMaxNorm{MaxValue: 1, Rate: 1.5} })...)},
		{"threshold is NaN", building(dense(func(d *nn.Dense) { d.Activation = nn.NewThreshold(nan, 0) })...)},
		{"the activation is nil", building(in, nn.NewActivation(nil))},
		{"the rate is 1;", building(nn.NewInput(1), nn.NewDropout(1))},
		{"the rate is NaN", building(nn.NewInput(1), nn.NewDropout(nan))},
		{"the rate is -0.1", building(nn.NewInput(1), nn.NewDropout(-0.1))},
		{"stddev is 2; give a number from 0 to 1", building(nn.NewInput(1), nn.NewGaussianNoise(2))},
		{"stddev is NaN", building(nn.NewInput(1), nn.NewGaussianNoise(nan))},
		{"momentum is 1.5", building(nn.NewInput(1), batch(func(l *nn.BatchNormalization) { l.Momentum = 1.5 }))},
		{"epsilon is -1", building(nn.NewInput(1), batch(func(l *nn.BatchNormalization) { l.Epsilon = -1 }))},
		{"gamma_initializer is nil", building(nn.NewInput(1), batch(func(l *nn.BatchNormalization) { l.GammaInitializer = nil }))},
		{"moving_mean_initializer is nil", building(nn.NewInput(1), batch(func(l *nn.BatchNormalization) { l.MovingMeanInitializer = nil }))},
		{"beta_regularizer: l2 is -1", building(nn.NewInput(1), batch(func(l *nn.BatchNormalization) { l.BetaRegularizer = nn.L2(-1) }))},
		{"epsilon is NaN", building(nn.NewInput(1), norm(func(l *nn.LayerNormalization) { l.Epsilon = nan }))},
		{"gamma_constraint: max_value is -1", building(nn.NewInput(1), norm(func(l *nn.LayerNormalization) { l.GammaConstraint = nn.NewMaxNorm(-1) }))},
		{"1 means and 0 variances", building(nn.NewInput(1), normalization(func(l *nn.Normalization) { l.Mean = []float64{1} }))},
		{"2 means for 3 features", building(nn.NewInput(3), normalization(func(l *nn.Normalization) { l.Mean, l.Variance = []float64{1, 2}, []float64{1, 1} }))},
		{"a variance is -1", building(nn.NewInput(1), normalization(func(l *nn.Normalization) { l.Mean, l.Variance = []float64{1}, []float64{-1} }))},
		{"a mean is NaN", building(nn.NewInput(1), normalization(func(l *nn.Normalization) { l.Mean, l.Variance = []float64{nan}, []float64{1} }))},
		{"input shape is 5, but the layer before has 2", building(nn.NewInput(2), adapted)},
		{"x has no rows", func(*nn.Sequential) error { return nn.NewNormalization().Adapt(nn.Matrix{}) }},
		{"x has NaN", func(*nn.Sequential) error { return nn.NewNormalization().Adapt(nn.Column(float32(nan))) }},
		{"are given; leave them out", func(*nn.Sequential) error {
			return (&nn.Normalization{Mean: []float64{1}, Variance: []float64{1}}).Adapt(nn.Column(1))
		}},
		{"max_value is -1", building(nn.NewInput(1), relu(func(l *nn.ReLULayer) { l.MaxValue = -1 }))},
		{"max_value is NaN", building(nn.NewInput(1), relu(func(l *nn.ReLULayer) { l.MaxValue = nan }))},
		{"negative_slope is -1", building(nn.NewInput(1), relu(func(l *nn.ReLULayer) { l.NegativeSlope = -1 }))},
		{"threshold is -1", building(nn.NewInput(1), relu(func(l *nn.ReLULayer) { l.Threshold = -1 }))},
		{"negative_slope is -0.3", building(nn.NewInput(1), changed(nn.NewLeakyReLULayer(), func(l *nn.LeakyReLULayer) { l.NegativeSlope = -0.3 }))},
		{"alpha is NaN; give a finite number", building(nn.NewInput(1), changed(nn.NewELULayer(), func(l *nn.ELULayer) { l.Alpha = nan }))},
		{"alpha_initializer is nil", building(nn.NewInput(1), changed(nn.NewPReLU(), func(l *nn.PReLU) { l.AlphaInitializer = nil }))},
		{"scale is NaN", building(nn.NewInput(1), nn.NewRescaling(nan, 0))},
		{"offset is +Inf", building(nn.NewInput(1), nn.NewRescaling(1, inf))},
		{"l1 is -1", building(nn.NewInput(1), nn.NewActivityRegularization(-1, 0))},
		{"it has 0 outputs", building(nn.NewInput(1), nn.NewCustomLayer(oddLayer{}))},
		{"the weight w has shape [0]", building(nn.NewInput(1), nn.NewCustomLayer(oddLayer{outputs: 1, weights: []nn.Weight{{Name: "w", Shape: []int{0}}}}))},
		{"one or two dimensions", building(nn.NewInput(1), nn.NewCustomLayer(oddLayer{outputs: 1, weights: []nn.Weight{{Name: "w", Shape: []int{1, 1, 1}}}}))},
		{"w: l2 is -1", building(nn.NewInput(1), nn.NewCustomLayer(oddLayer{outputs: 1, weights: []nn.Weight{{Name: "w", Shape: []int{1}, Regularizer: nn.L2(-1)}}}))},
	}
	return uses
}

// oddLayer is a layer of one's own that says what it is told to.
type oddLayer struct {
	outputs int
	weights []nn.Weight
}

func (oddLayer) Name() string                                    { return "odd" }
func (l oddLayer) Build(int) (int, []nn.Weight, error)           { return l.outputs, l.weights, nil }
func (oddLayer) Forward(_, _ nn.Matrix, _ [][]float32, _ bool)   {}
func (oddLayer) Backward(_, _, _, _ nn.Matrix, _, _ [][]float32) {}

func wrongOptions() []wrongUse {
	nan, mse := math.NaN(), nn.MeanSquaredError
	sgd := func(change func(*nn.SGD)) nn.Optimizer { return changed(nn.NewSGD(0.1), change) }
	following := func(s nn.Schedule) nn.Optimizer { return sgd(func(o *nn.SGD) { o.Schedule = s }) }
	return []wrongUse{
		{"the optimizer is nil", compilingWith(nil, mse)},
		{"the loss is nil", compilingWith(nn.NewSGD(1), nil)},
		{"metric 0 is nil", compilingWith(nn.NewSGD(1), mse, nil)},
		{"learning_rate is NaN", compilingWith(nn.NewSGD(nan), mse)},
		{"learning_rate is -1", compilingWith(nn.NewAdam(-1), mse)},
		{"learning_rate is +Inf", compilingWith(nn.NewRMSprop(math.Inf(1)), mse)},
		{"momentum is 2", compilingWith(sgd(func(o *nn.SGD) { o.Momentum = 2 }), mse)},
		{"weight_decay is -1", compilingWith(sgd(func(o *nn.SGD) { o.WeightDecay = -1 }), mse)},
		{"clipnorm is NaN", compilingWith(sgd(func(o *nn.SGD) { o.ClipNorm = nan }), mse)},
		{"2 of clipnorm", compilingWith(sgd(func(o *nn.SGD) { o.ClipNorm, o.ClipValue = 1, 1 }), mse)},
		{"ema_momentum is 1.5", compilingWith(sgd(func(o *nn.SGD) { o.UseEMA, o.EMAMomentum = true, 1.5 }), mse)},
		{"ema_momentum is NaN", compilingWith(sgd(func(o *nn.SGD) { o.UseEMA, o.EMAMomentum = true, nan }), mse)},
		{"ema_overwrite_frequency is -1", compilingWith(sgd(func(o *nn.SGD) { o.UseEMA, o.EMAOverwriteFrequency = true, -1 }), mse)},
		{"without use_ema", compilingWith(sgd(func(o *nn.SGD) { o.EMAOverwriteFrequency = 3 }), mse)},
		{"gradient_accumulation_steps is 1; give at least 2", compilingWith(sgd(func(o *nn.SGD) { o.GradientAccumulationSteps = 1 }), mse)},
		{"gradient_accumulation_steps is -2", compilingWith(sgd(func(o *nn.SGD) { o.GradientAccumulationSteps = -2 }), mse)},
		{"beta_1 is 1", compilingWith(changed(nn.NewAdam(0.1), func(o *nn.Adam) { o.Beta1 = 1 }), mse)},
		{"epsilon is -1", compilingWith(changed(nn.NewAdam(0.1), func(o *nn.Adam) { o.Epsilon = -1 }), mse)},
		{"decay_steps is 0", compilingWith(following(&nn.ExponentialDecay{InitialLearningRate: 1}), mse)},
		{"decay_rate is NaN", compilingWith(following(&nn.ExponentialDecay{InitialLearningRate: 1, DecaySteps: 1, DecayRate: nan}), mse)},
		{"0 values for 0 boundaries", compilingWith(following(&nn.PiecewiseConstantDecay{}), mse)},
		{"a boundary is NaN", compilingWith(following(&nn.PiecewiseConstantDecay{Boundaries: []float64{nan}, Values: []float64{1, 2}}), mse)},
		{"do not ascend", compilingWith(following(&nn.PiecewiseConstantDecay{Boundaries: []float64{2, 1}, Values: []float64{1, 1, 1}}), mse)},
		{"a value is -1", compilingWith(following(&nn.PiecewiseConstantDecay{Values: []float64{-1}}), mse)},
		{"delta is NaN", compilingWith(nn.NewSGD(1), &nn.Huber{Delta: nan})},
		{"label_smoothing is 2", compilingWith(nn.NewSGD(1), &nn.BinaryCrossentropy{LabelSmoothing: 2})},
		{"gamma is -1", compilingWith(nn.NewSGD(1), &nn.BinaryFocalCrossentropy{Gamma: -1})},
		{"alpha is NaN", compilingWith(nn.NewSGD(1), &nn.CategoricalFocalCrossentropy{Alpha: nan})},
		{`the reduction is "None"`, compilingWith(nn.NewSGD(1), nn.WithReduction(mse, "None"))},
		{`the reduction is "average"`, compilingWith(nn.NewSGD(1), nn.WithReduction(mse, "average"))},
		{"the loss is nil", compilingWith(nn.NewSGD(1), nn.WithReduction(nil, nn.Sum))},
		{"takes class numbers", compilingWith(nn.NewSGD(1), mse, nn.SparseCategoricalAccuracy)},
		{"takes class numbers", compilingWith(nn.NewSGD(1), mse, nn.NewSparseTopKCategoricalAccuracy())},
		{"threshold is NaN", compilingWith(nn.NewSGD(1), mse, &nn.BinaryAccuracy{Threshold: nan})},
		{"thresholds is 1.5", compilingWith(nn.NewSGD(1), mse, changed(nn.NewPrecision(), func(m *nn.Precision) { m.Threshold = 1.5 }))},
		{"class_id is 3, the model has 1 outputs", compilingWith(nn.NewSGD(1), mse, changed(nn.NewRecall(), func(m *nn.Recall) { m.ClassID = 3 }))},
		{"class_id is -2", compilingWith(nn.NewSGD(1), mse, changed(nn.NewRecall(), func(m *nn.Recall) { m.ClassID = -2 }))},
		{"top_k is 2, the model has 1 outputs", compilingWith(nn.NewSGD(1), mse, changed(nn.NewPrecision(), func(m *nn.Precision) { m.TopK = 2 }))},
		{"num_thresholds is 1", compilingWith(nn.NewSGD(1), mse, changed(nn.NewAUC(), func(m *nn.AUC) { m.NumThresholds = 1 }))},
		{`curve is "roc curve"`, compilingWith(nn.NewSGD(1), mse, changed(nn.NewAUC(), func(m *nn.AUC) { m.Curve = "roc curve" }))},
		{`summation_method is "sum"`, compilingWith(nn.NewSGD(1), mse, changed(nn.NewAUC(), func(m *nn.AUC) { m.SummationMethod = "sum" }))},
		{"beta is 0", compilingWith(nn.NewSGD(1), mse, changed(nn.NewFBetaScore(), func(m *nn.FBetaScore) { m.Beta = 0 }))},
		{`the average is "mean"`, compilingWith(nn.NewSGD(1), mse, changed(nn.NewF1Score(), func(m *nn.FBetaScore) { m.Average = "mean" }))},
		{"k is 0", compilingWith(nn.NewSGD(1), mse, &nn.TopKCategoricalAccuracy{})},
		{"thresholds is NaN", compilingWith(nn.NewSGD(1), mse, changed(nn.NewTruePositives(), func(m *nn.ConfusionCount) { m.Threshold = nan }))},
		{"the model has 2 outputs; give micro", func(*nn.Sequential) error {
			return nn.NewSequential(nn.NewDense(2, nn.InputShape(1))).Compile(nn.NewSGD(1), mse, nn.NewF1Score())
		}},
	}
}

func wrongData() []wrongUse {
	nan := float32(math.NaN())
	predict := func(x nn.Matrix, c ...nn.PredictConfig) func(*nn.Sequential) error {
		return func(m *nn.Sequential) error { _, err := m.Predict(x, c...); return err }
	}
	evaluate := func(x, y nn.Matrix, c ...nn.EvaluateConfig) func(*nn.Sequential) error {
		return func(m *nn.Sequential) error { _, err := m.Evaluate(x, y, c...); return err }
	}
	onBatch := func(x, y nn.Matrix) func(*nn.Sequential) error {
		return func(m *nn.Sequential) error { _, err := m.TrainOnBatch(x, y); return err }
	}
	return []wrongUse{
		{"x has no rows", predict(nn.Matrix{})},
		{"x has shape [1, 2], the model wants [rows, 1]", predict(nn.NewMatrix(1, 2))},
		{"x has NaN in row 1, column 0", predict(nn.Column(1, nan))},
		{"no memory holds", predict(nn.Matrix{Rows: math.MaxInt, Cols: 8})},
		{"no memory holds", predict(nn.Matrix{Rows: -1, Cols: 1})},
		{"x has 1 values, but 2 rows", predict(nn.Matrix{Rows: 2, Cols: 1, Data: []float32{1}})},
		{"the batch size is -1", predict(nn.Column(1), nn.PredictConfig{BatchSize: -1})},
		{"the batch size is -5", evaluate(lessonX, lessonY, nn.EvaluateConfig{BatchSize: -5})},
		{"1 sample weights for 6 rows", evaluate(lessonX, lessonY, nn.EvaluateConfig{SampleWeight: []float32{1}})},
		{"the sample weight of row 0 is NaN", evaluate(nn.Column(1), nn.Column(1), nn.EvaluateConfig{SampleWeight: []float32{nan}})},
		{"callback 0 is nil", evaluate(lessonX, lessonY, nn.EvaluateConfig{Callbacks: []nn.TestCallback{nil}})},
		{"y has 6 rows, x has 1", evaluate(nn.Column(1), lessonY)},
		{"y has shape [1, 2]", evaluate(nn.Column(1), nn.NewMatrix(1, 2))},
		{"y has NaN", onBatch(nn.Column(1), nn.Column(nan))},
		{"y has 2 rows", onBatch(nn.Column(1), nn.Column(1, 2))},
		{"row 1 has 2 values, row 0 has 1", func(*nn.Sequential) error { _, err := nn.FromRows([][]float32{{1}, {1, 2}}); return err }},
		{"1 arrays, the model has 2 variables", func(m *nn.Sequential) error { return m.SetWeights([][]float32{{1}}) }},
		{"array 1 has 2 values", func(m *nn.Sequential) error { return m.SetWeights([][]float32{{9}, {1, 2}}) }},
		{"infinite or not a number", func(m *nn.Sequential) error { return m.SetWeights([][]float32{{9}, {nan}}) }},
		{"1 values, the model has 2 parameters", func(m *nn.Sequential) error { return m.SetParams([]float32{1}) }},
		{"infinite or not a number", func(m *nn.Sequential) error { return m.SetParams([]float32{nan, 1}) }},
		{"y has class 3", func(*nn.Sequential) error {
			m := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Softmax)))
			if err := m.Compile(nn.NewSGD(1), nn.NewSparseCategoricalCrossentropy()); err != nil {
				return err
			}
			_, err := m.Evaluate(nn.Column(1), nn.Column(3))
			return err
		}},
	}
}
