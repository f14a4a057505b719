package nn_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"firstneuron/pkg/nn"
)

// TestFurtherWrongUses: sixty more, of what came later and of what a caller can leave
// nil, as TestAHundredAndFiftyWrongUses has them.
func TestFurtherWrongUses(t *testing.T) {
	uses := wrongNils()
	uses = append(uses, wrongFurtherLayers()...)
	uses = append(uses, wrongFurtherOptions()...)
	uses = append(uses, wrongFurtherTrainings()...)
	uses = append(uses, wrongFurtherCalls()...)
	if len(uses) < 60 {
		t.Fatalf("%d wrong uses, want at least 60", len(uses))
	}
	checkWrongUses(t, uses)
}

// wrongNils are things that are nil, plain or with a type.
func wrongNils() []wrongUse {
	mse, sgd := nn.MeanSquaredError, nn.NewSGD(0.1)
	dense := func(change func(*nn.Dense)) func(*nn.Sequential) error {
		return building(changed(nn.NewDense(1, nn.InputShape(1)), change))
	}
	return []wrongUse{
		{"layer 0 is nil", building((*nn.Dense)(nil))},
		{"layer 1 is nil", func(m *nn.Sequential) error { return m.Add((*nn.BatchNormalization)(nil)) }},
		{"the optimizer is nil", compilingWith((*nn.Adam)(nil), mse)},
		{"the loss is nil", compilingWith(sgd, (*nn.Huber)(nil))},
		{"the loss is nil", compilingWith(sgd, nn.WithReduction((*nn.Huber)(nil), nn.Sum))},
		{"metric 0 is nil", compilingWith(sgd, mse, (*nn.AUC)(nil))},
		{"metric 1 is nil", compilingWith(sgd, mse, nn.R2Score, nn.Weighted(nil))},
		{"metric 0 is nil", compilingWith(sgd, mse, nn.Weighted((*nn.AUC)(nil)))},
		{"the loss that is to be a metric is nil", compilingWith(sgd, mse, nn.MetricOfLoss((*nn.Huber)(nil)))},
		{"the loss that is to be a metric is nil", compilingWith(sgd, mse, nn.MetricOfLoss(nn.NewCustomLoss(nil)))},
		{"the loss dice is no mean over rows", compilingWith(sgd, mse, nn.MetricOfLoss(nn.Dice))},
		{"the metric has no name", compilingWith(sgd, mse, nn.Named(nn.R2Score, ""))},
		{"metric 0 is nil", compilingWith(sgd, mse, nn.Named(nil, "a"))},
		{"the schedule is nil", compilingWith(changed(nn.NewSGD(0.1), func(o *nn.SGD) { o.Schedule = (*nn.ExponentialDecay)(nil) }), mse)},
		{"activation or an initializer is nil", dense(func(d *nn.Dense) { d.Activation = (*nn.Threshold)(nil) })},
		{"activation or an initializer is nil", dense(func(d *nn.Dense) { d.KernelInitializer = (*nn.Constant)(nil) })},
		{"kernel_constraint is nil", dense(func(d *nn.Dense) { d.KernelConstraint = (*nn.MaxNorm)(nil) })},
		{"the activation is nil", building(nn.NewInput(1), nn.NewActivation((*nn.Threshold)(nil)))},
		{"the loss of your own is nil", compilingWith(sgd, nn.NewCustomLoss(nil))},
		{"the metric of your own is nil", compilingWith(sgd, mse, nn.NewCustomMetric(nil))},
		{"the activation of your own is nil", dense(func(d *nn.Dense) { d.Activation = nn.NewCustomActivation(nil) })},
		{"the layer of your own is nil", building(nn.NewInput(1), nn.NewCustomLayer(nil))},
		{"its count is nil", compilingWith(sgd, mse, nn.NewCustomMetric(noCount{}))},
		{"callback 0 is nil", calling((*nn.EarlyStopping)(nil))},
		{"callback 0 is nil", func(m *nn.Sequential) error {
			_, err := m.Predict(lessonX, nn.PredictConfig{Callback: nn.PredictCallbacks{nil}})
			return err
		}},
		{"callback 0 is nil", func(m *nn.Sequential) error {
			_, err := m.Evaluate(lessonX, lessonY, nn.EvaluateConfig{Callbacks: []nn.TestCallback{(*nn.SwapEMAWeights)(nil)}})
			return err
		}},
		{"no layers", func(*nn.Sequential) error { return new(nn.Sequential).Compile(sgd, mse) }},
		{"no layers", func(*nn.Sequential) error { _, err := new(nn.Sequential).Predict(lessonX); return err }},
		{"no layers", func(*nn.Sequential) error { _, err := new(nn.Sequential).NewObserver(lessonX); return err }},
		{"no layers", func(*nn.Sequential) error { return new(nn.Sequential).SetWeights(nil) }},
		{"the context is nil", func(m *nn.Sequential) error {
			_, err := m.Fit(nil, lessonX, lessonY, nn.FitConfig{}) //nolint:staticcheck // the wrong use itself
			return err
		}},
	}
}

// noCount is a metric of one's own that does not count.
type noCount struct{}

func (noCount) Name() string             { return "none" }
func (noCount) Count(int) nn.MetricCount { return nil }

// plainCount counts without weights.
type plainCount struct{ noCount }

func (c plainCount) Count(int) nn.MetricCount { return c }
func (plainCount) Reset()                     {}
func (plainCount) Add(_, _ []float32)         {}
func (plainCount) Result() float64            { return 0 }

func wrongFurtherLayers() []wrongUse {
	nan, half, two, minus := math.NaN(), 0.5, 2.0, -1.0
	renorm := func(change func(*nn.Renormalization)) func(*nn.Sequential) error {
		l := nn.NewBatchNormalization()
		l.Renorm.On = true
		change(&l.Renorm)
		return building(nn.NewInput(1), l)
	}
	dense := func(change func(*nn.Dense)) func(*nn.Sequential) error {
		return building(nn.NewInput(2), changed(nn.NewDense(2), change))
	}
	config := func(layer string) func(*nn.Sequential) error {
		return func(*nn.Sequential) error {
			_, err := nn.FromConfig([]byte(`{"layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,2]}},` + layer + `]}`))
			return err
		}
	}
	return []wrongUse{
		{"rmax is 0.5, rmin is 2", renorm(func(r *nn.Renormalization) { r.RMax, r.RMin = &half, &two })},
		{"dmax is -1", renorm(func(r *nn.Renormalization) { r.DMax = &minus })},
		{"rmin is NaN", renorm(func(r *nn.Renormalization) { r.RMin = &nan })},
		{"renorm_momentum is 2", renorm(func(r *nn.Renormalization) { r.Momentum = 2 })},
		{"bias_constraint: the axis is 1, but there is one dimension", dense(func(d *nn.Dense) { d.BiasConstraint = &nn.MaxNorm{MaxValue: 1, Axis: nn.OverUnits} })},
		{"bias_constraint: the axis is [0 1]", dense(func(d *nn.Dense) { d.BiasConstraint = &nn.UnitNorm{Axis: nn.OverBoth} })},
		{"kernel_constraint: the axis is 7", dense(func(d *nn.Dense) { d.KernelConstraint = &nn.UnitNorm{Axis: 7} })},
		{"alpha_constraint: the axis is 1", building(nn.NewInput(2), changed(nn.NewPReLU(), func(l *nn.PReLU) { l.AlphaConstraint = &nn.UnitNorm{Axis: nn.OverUnits} }))},
		{"bias_constraint: the axis is 1", func(m *nn.Sequential) error {
			return m.Add(changed(nn.NewDense(1), func(d *nn.Dense) { d.BiasConstraint = &nn.UnitNorm{Axis: nn.OverUnits} }))
		}},
		{`renorm_clipping has "min"`, config(`{"class_name":"BatchNormalization","config":{"renorm":true,"renorm_clipping":{"min":1}}}`)},
		{"renorm_clipping has x for rmax", config(`{"class_name":"BatchNormalization","config":{"renorm":true,"renorm_clipping":{"rmax":"x"}}}`)},
		{"renorm_clipping is 3", config(`{"class_name":"BatchNormalization","config":{"renorm":true,"renorm_clipping":3}}`)},
		{"renorm is 1; give true or false", config(`{"class_name":"BatchNormalization","config":{"renorm":1}}`)},
		{"axis is 2; give 0, 1 or [0, 1]", config(`{"class_name":"Dense","config":{"units":1,"kernel_constraint":{"class_name":"UnitNorm","config":{"axis":2}}}}`)},
		{"the first layer does not say its input shape", building(nn.NewInput(0), nn.NewDense(1))},
		{"-4 features; give at least 1", building(nn.NewInput(-4), nn.NewDense(1))},
		{"a loss of each row", func(*nn.Sequential) error {
			return nn.NewSequential(nn.NewDense(1, nn.InputShape(1), func(d *nn.Dense) { d.KernelRegularizer = nn.L2(0.1) })).Compile(nn.NewSGD(1), nn.WithReduction(nn.MeanSquaredError, nn.NoReduction))
		}},
		{"a loss of each row", func(*nn.Sequential) error {
			return nn.NewSequential(nn.NewInput(1), nn.NewActivityRegularization(0.1, 0)).Compile(nn.NewSGD(1), nn.WithReduction(nn.MeanSquaredError, nn.NoReduction))
		}},
	}
}

func wrongFurtherOptions() []wrongUse {
	nan, mse := math.NaN(), nn.MeanSquaredError
	auc := func(change func(*nn.AUC)) func(*nn.Sequential) error {
		return compilingWith(nn.NewSGD(1), mse, changed(nn.NewAUC(), change))
	}
	return []wrongUse{
		{"num_labels is 3 without multi_label", auc(func(m *nn.AUC) { m.NumLabels = 3 })},
		{"num_labels is 3, the model has 1 outputs", auc(func(m *nn.AUC) { m.MultiLabel, m.NumLabels = true, 3 })},
		{"num_labels is -1", auc(func(m *nn.AUC) { m.MultiLabel, m.NumLabels = true, -1 })},
		{"there are 2 label_weights, the model has 1 outputs", auc(func(m *nn.AUC) { m.LabelWeights = []float64{1, 2} })},
		{"a label weight is -1", auc(func(m *nn.AUC) { m.LabelWeights = []float64{-1} })},
		{"a label weight is NaN", auc(func(m *nn.AUC) { m.LabelWeights = []float64{nan} })},
		{"a threshold is 1.5", auc(func(m *nn.AUC) { m.Thresholds = []float64{0.5, 1.5} })},
		{"a threshold is NaN", auc(func(m *nn.AUC) { m.Thresholds = []float64{nan} })},
		{`curve is "GAIN"; give ROC, PR or PRGAIN`, auc(func(m *nn.AUC) { m.Curve = "GAIN" })},
		{"its count has no AddWeighted", compilingWith(nn.NewSGD(1), mse, nn.Weighted(nn.NewCustomMetric(plainCount{})))},
		{"beta_2 is -1", compilingWith(changed(nn.NewAdamax(0.1), func(o *nn.Adamax) { o.Beta2 = -1 }), mse)},
		{"rho is NaN", compilingWith(changed(nn.NewAdadelta(0.1), func(o *nn.Adadelta) { o.Rho = nan }), mse)},
		{"warmup_steps is -1", compilingWith(changed(nn.NewSGD(0.1), func(o *nn.SGD) { o.Schedule = &nn.CosineDecay{InitialLearningRate: 1, DecaySteps: 1, WarmupSteps: -1} }), mse)},
		{"power is NaN", compilingWith(changed(nn.NewSGD(0.1), func(o *nn.SGD) {
			o.Schedule = &nn.PolynomialDecay{InitialLearningRate: 1, DecaySteps: 1, Power: nan}
		}), mse)},
		{"alpha is NaN", compilingWith(nn.NewSGD(1), &nn.Tversky{Alpha: nan})},
		{"label_smoothing is -0.1", compilingWith(nn.NewSGD(1), &nn.CategoricalCrossentropy{LabelSmoothing: -0.1})},
		{`the reduction is "half"`, compilingWith(nn.NewSGD(1), nn.WithReduction(nn.WithReduction(mse, nn.Sum), "half"))},
	}
}

func wrongFurtherTrainings() []wrongUse {
	nan := math.NaN()
	scheduled := func(c nn.Callback) func(*nn.Sequential) error {
		return func(*nn.Sequential) error {
			sgd := nn.NewSGD(0.1)
			sgd.SetSchedule(&nn.ExponentialDecay{InitialLearningRate: 0.1, DecaySteps: 3, DecayRate: 0.5})
			m := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
			if err := m.Compile(sgd, nn.MeanSquaredError); err != nil {
				return err
			}
			before := m.AppendParams(nil)
			_, err := m.Fit(context.Background(), lessonX, lessonY, nn.FitConfig{Epochs: 3, Callbacks: []nn.Callback{c}})
			if after := m.AppendParams(nil); after[0] != before[0] || after[1] != before[1] {
				return errors.New("the weights have changed")
			}
			return err
		}
	}
	plateau := nn.NewReduceLROnPlateau()
	plateau.Monitor, plateau.Patience = "loss", 0
	return []wrongUse{
		{"3 validation sample weights and no rows", fitting(nn.FitConfig{Validation: nn.ValidationConfig{SampleWeight: make([]float32, 3)}})},
		{"Fit: validation: 3 sample weights for 6 rows", fitting(nn.FitConfig{ValidationX: lessonX, ValidationY: lessonY, Validation: nn.ValidationConfig{SampleWeight: make([]float32, 3)}})},
		{"the sample weight of row 0 is -1", fitting(nn.FitConfig{ValidationX: nn.Column(1), ValidationY: nn.Column(1), Validation: nn.ValidationConfig{SampleWeight: []float32{-1}}})},
		{"the validation batch size is -1", fitting(nn.FitConfig{Validation: nn.ValidationConfig{BatchSize: -1}})},
		{"the validation frequency is -2", fitting(nn.FitConfig{Validation: nn.ValidationConfig{Freq: -2}})},
		{"give one of them", fitting(nn.FitConfig{Validation: nn.ValidationConfig{Freq: 2, Epochs: []int{1}}})},
		{"epoch 0 is among the validation epochs", fitting(nn.FitConfig{Validation: nn.ValidationConfig{Epochs: []int{2, 0}}})},
		{"leave out the Recorder", fitting(nn.FitConfig{ValidationSplit: 0.5, Validation: nn.ValidationConfig{Freq: 2}, Recorder: &nn.Recorder{}})},
		{"validation: x has shape [1, 2]", fitting(nn.FitConfig{ValidationX: nn.NewMatrix(1, 2), ValidationY: nn.Column(1)})},
		{"validation: y has NaN", fitting(nn.FitConfig{ValidationX: nn.Column(1), ValidationY: nn.Column(float32(nan))})},
		{"keeps no average", calling(nn.NewSwapEMAWeights())},
		{"keeps no average", func(m *nn.Sequential) error {
			_, err := m.Evaluate(lessonX, lessonY, nn.EvaluateConfig{Callbacks: []nn.TestCallback{nn.NewSwapEMAWeights()}})
			return err
		}},
		{"a schedule", scheduled(plateau)},
		{"a schedule", scheduled(&nn.LearningRateScheduler{Schedule: func(int, float64) float64 { return 0.1 }})},
		{"min_delta is +Inf", calling(changed(nn.NewEarlyStopping(), func(c *nn.EarlyStopping) { c.Monitor, c.MinDelta = "loss", math.Inf(1) }))},
		{"the initial value threshold is NaN", calling(changed(nn.NewModelCheckpoint("a.weights.json"), func(c *nn.ModelCheckpoint) { c.InitialValueThreshold = &nan }))},
		{`the mode is "best"`, calling(changed(nn.NewModelCheckpoint("a.weights.json"), func(c *nn.ModelCheckpoint) { c.SaveBestOnly, c.Mode = true, "best" }))},
		{"boom", calling(nn.LambdaCallback{OnTrainBegin: func(*nn.Training) error { return errors.New("nn: boom") }})},
	}
}

func wrongFurtherCalls() []wrongUse {
	onBatch := func(c nn.BatchConfig) func(*nn.Sequential) error {
		return func(m *nn.Sequential) error { _, err := m.TrainOnBatch(lessonX, lessonY, c); return err }
	}
	sparse := func(class float32) func(*nn.Sequential) error {
		return func(*nn.Sequential) error {
			m := nn.NewSequential(nn.NewDense(3, nn.InputShape(1), nn.WithActivation(nn.Softmax)))
			if err := m.Compile(nn.NewSGD(1), nn.NewSparseCategoricalCrossentropy()); err != nil {
				return err
			}
			_, err := m.TrainOnBatch(nn.Column(1), nn.Column(class))
			return err
		}
	}
	return []wrongUse{
		{"TrainOnBatch: 2 sample weights for 6 rows", onBatch(nn.BatchConfig{SampleWeight: make([]float32, 2)})},
		{"TrainOnBatch: the weight of class 1 is -1", onBatch(nn.BatchConfig{ClassWeight: map[int]float64{1: -1}})},
		{"TrainOnBatch: both sample weights and class weights", onBatch(nn.BatchConfig{SampleWeight: make([]float32, 6), ClassWeight: map[int]float64{}})},
		{"y has class -1", sparse(-1)},
		{"y has class 1.5", sparse(1.5)},
		{"x has shape [2, 0]", func(m *nn.Sequential) error { _, err := m.Predict(nn.Matrix{Rows: 2}); return err }},
		{"y has 1 rows", func(m *nn.Sequential) error { _, err := m.NewEvaluator(lessonX, nn.Column(1)); return err }},
		{"x has NaN", func(m *nn.Sequential) error { _, err := m.NewObserver(nn.Column(float32(math.NaN()))); return err }},
		{"x has shape [1, 2]", func(m *nn.Sequential) error { _, err := m.LayerOutputs(nn.NewMatrix(1, 2)); return err }},
		{"y has 1 rows", func(m *nn.Sequential) error { _, err := m.TraceOnBatch(lessonX, nn.Column(1)); return err }},
		{"the training weighs its rows", func(m *nn.Sequential) error {
			training, err := m.NewTraining(lessonX, lessonY, nn.FitConfig{SampleWeight: []float32{1, 1, 1, 1, 1, 2}})
			if err != nil {
				return err
			}
			_, err = training.Trace()
			return err
		}},
		{"RestartWith: x has 1 rows", func(m *nn.Sequential) error {
			training, err := m.NewTraining(lessonX, lessonY, nn.FitConfig{})
			if err != nil {
				return err
			}
			return training.RestartWith(nn.Column(1), nn.Column(1))
		}},
	}
}
