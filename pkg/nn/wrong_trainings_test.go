package nn_test

import (
	"context"
	"fmt"
	"math"
	"time"

	"firstneuron/pkg/nn"
)

func wrongTrainings() []wrongUse {
	nan := math.NaN()
	stopping := func(change func(*nn.EarlyStopping)) nn.Callback {
		c := nn.NewEarlyStopping()
		c.Monitor = "loss"
		return changed(c, change)
	}
	plateau := func(change func(*nn.ReduceLROnPlateau)) nn.Callback {
		c := nn.NewReduceLROnPlateau()
		c.Monitor = "loss"
		return changed(c, change)
	}
	return []wrongUse{
		{"epochs is -1", fitting(nn.FitConfig{Epochs: -1})},
		{"the initial epoch is -1", fitting(nn.FitConfig{InitialEpoch: -1})},
		{"the batch size is -1", fitting(nn.FitConfig{BatchSize: -1})},
		{"the validation split is 1", fitting(nn.FitConfig{ValidationSplit: 1})},
		{"the validation split is NaN", fitting(nn.FitConfig{ValidationSplit: nan})},
		{"leaves 0 of 6 rows", fitting(nn.FitConfig{ValidationSplit: 0.99})},
		{"rows of validation y and none of x", fitting(nn.FitConfig{ValidationY: lessonY})},
		{"validation: y has 0 rows", fitting(nn.FitConfig{ValidationX: lessonX})},
		{"2 sample weights for 6 rows", fitting(nn.FitConfig{SampleWeight: []float32{1, 2}})},
		{"the sample weight of row 1 is -1", fitting(nn.FitConfig{SampleWeight: []float32{1, -1, 1, 1, 1, 1}})},
		{"the weight of class 1 is NaN", fitting(nn.FitConfig{ClassWeight: map[int]float64{1: nan}})},
		{"the weight of class 0 is -2", fitting(nn.FitConfig{ClassWeight: map[int]float64{0: -2}})},
		{"both sample weights and class weights", fitting(nn.FitConfig{ClassWeight: map[int]float64{}, SampleWeight: make([]float32, 6)})},
		{"callback 0 is nil", fitting(nn.FitConfig{Callbacks: []nn.Callback{nil}})},
		{`monitor is "val_los"`, calling(stopping(func(c *nn.EarlyStopping) { c.Monitor = "val_los" }))},
		{`the mode is "best"`, calling(stopping(func(c *nn.EarlyStopping) { c.Mode = "best" }))},
		{"min_delta is NaN", calling(stopping(func(c *nn.EarlyStopping) { c.MinDelta = nan }))},
		{"patience is -1", calling(stopping(func(c *nn.EarlyStopping) { c.Patience = -1 }))},
		{"start_from_epoch is -1", calling(stopping(func(c *nn.EarlyStopping) { c.StartFromEpoch = -1 }))},
		{"the baseline is NaN", calling(stopping(func(c *nn.EarlyStopping) { c.Baseline = &nan }))},
		{"the factor is 1", calling(plateau(func(c *nn.ReduceLROnPlateau) { c.Factor = 1 }))},
		{"the factor is NaN", calling(plateau(func(c *nn.ReduceLROnPlateau) { c.Factor = nan }))},
		{"cooldown is -1", calling(plateau(func(c *nn.ReduceLROnPlateau) { c.Cooldown = -1 }))},
		{"min_lr is NaN", calling(plateau(func(c *nn.ReduceLROnPlateau) { c.MinLR = nan }))},
		{"the schedule is nil", calling(&nn.LearningRateScheduler{})},
		{"the rate is NaN", calling(&nn.LearningRateScheduler{Schedule: func(int, float64) float64 { return nan }})},
		{"the rate is -1", calling(&nn.LearningRateScheduler{Schedule: func(int, float64) float64 { return -1 }})},
		{"the file path is empty", calling(nn.NewModelCheckpoint(""))},
		{"ends in .weights.json, or a Save", calling(nn.NewModelCheckpoint("model.keras"))},
		{"save_freq is -1", calling(changed(nn.NewModelCheckpoint("a.weights.json"), func(c *nn.ModelCheckpoint) { c.SaveFreq = -1 }))},
		{`the format "5q"`, calling(nn.NewModelCheckpoint("{epoch:5q}.weights.json"))},
		{"the path has {epoch", calling(nn.NewModelCheckpoint("{epoch.weights.json"))},
		{`monitor is "val_acc"`, calling(changed(nn.NewModelCheckpoint("a.weights.json"), func(c *nn.ModelCheckpoint) { c.SaveBestOnly, c.Monitor = true, "val_acc" }))},
		{`the separator is ""`, calling(&nn.CSVLogger{Filename: "a.csv"})},
		{"the filename is empty", calling(nn.NewCSVLogger(""))},
		{"/nowhere/at/all.csv", calling(nn.NewCSVLogger("/nowhere/at/all.csv"))},
		{"not compiled", func(*nn.Sequential) error {
			return fitting(nn.FitConfig{})(nn.NewSequential(nn.NewDense(1, nn.InputShape(1))))
		}},
		{"start 1 has 1 values", func(m *nn.Sequential) error {
			_, err := m.NewMultiStart(lessonX, lessonY, nn.FitConfig{}, [][]float32{{1, 2}, {1}})
			return err
		}},
		{"1 seeds for 2 starts", func(m *nn.Sequential) error {
			runs, err := m.NewMultiStart(lessonX, lessonY, nn.FitConfig{}, [][]float32{{1, 2}, {1, 2}})
			if err != nil {
				return err
			}
			runs.Seeds = []uint64{1}
			_, err = runs.AdvanceUntil(context.Background(), time.Time{})
			return err
		}},
	}
}

func wrongLists() []wrongUse {
	other := nn.NewSequential(nn.NewDense(2, nn.InputShape(1)))
	return []wrongUse{
		{"layer 1 is nil", func(m *nn.Sequential) error { return m.Add(nil) }},
		{"is in another model", func(m *nn.Sequential) error { return m.Add(other.Layers()[0]) }},
		{"layer 1 is layer 0 again", func(m *nn.Sequential) error { return m.Add(m.Layers()[0]) }},
		{"units is 0", func(m *nn.Sequential) error { return m.Add(nn.NewDense(0)) }},
		{"input shape is 7", func(m *nn.Sequential) error { return m.Add(nn.NewDense(1, nn.InputShape(7))) }},
		{"parameters; use fewer", func(m *nn.Sequential) error { return m.Add(nn.NewDense(math.MaxInt)) }},
		{"does not say its input shape", func(*nn.Sequential) error { return nn.NewSequential().Add(nn.NewDense(1)) }},
		{"there is no layer to take away", func(*nn.Sequential) error { _, err := nn.NewSequential().Pop(); return err }},
		{`no layer is named "dense_1"; the layers are ["dense"]`, func(m *nn.Sequential) error { _, err := m.Layer("dense_1"); return err }},
		{"no layer is named", func(m *nn.Sequential) error { _, err := m.LayerWeights("Dense"); return err }},
		{"no layer is named", func(m *nn.Sequential) error { return m.SetLayerWeights("kernel", nil) }},
		{"1 arrays, the layer dense has 2 variables", func(m *nn.Sequential) error { return m.SetLayerWeights("dense", [][]float32{{1}}) }},
		{"array 0 has 2 values", func(m *nn.Sequential) error { return m.SetLayerWeights("dense", [][]float32{{1, 2}, {3}}) }},
		{"since the training began", func(*nn.Sequential) error {
			m := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
			if err := m.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
				return err
			}
			training, err := m.NewTraining(lessonX, lessonY, nn.FitConfig{Epochs: 5})
			if err != nil {
				return err
			}
			if err := m.Add(nn.NewDense(1)); err != nil {
				return err
			}
			_, err = training.Advance(context.Background(), 1)
			return err
		}},
		{"not compiled", func(*nn.Sequential) error {
			m := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
			if err := m.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
				return err
			}
			if err := m.Add(nn.NewDense(1)); err != nil {
				return err
			}
			return fitting(nn.FitConfig{})(m)
		}},
	}
}

func wrongTexts() []wrongUse {
	var uses []wrongUse
	for _, text := range []string{"", "rellu", "adam", "MSE "} {
		uses = append(uses, wrongUse{"there is no activation", func(*nn.Sequential) error { _, err := nn.ActivationByName(text); return err }})
	}
	for name, find := range map[string]func(string) error{
		"optimizer":   func(n string) error { _, err := nn.OptimizerByName(n); return err },
		"loss":        func(n string) error { _, err := nn.LossByName(n); return err },
		"metric":      func(n string) error { _, err := nn.MetricByName(n); return err },
		"initializer": func(n string) error { _, err := nn.InitializerByName(n); return err },
		"regularizer": func(n string) error { _, err := nn.RegularizerByName(n); return err },
		"constraint":  func(n string) error { _, err := nn.ConstraintByName(n); return err },
		"schedule":    func(n string) error { _, err := nn.ScheduleByName(n); return err },
	} {
		uses = append(uses, wrongUse{fmt.Sprintf("there is no %s %q; did you mean", name, "wrong"), func(*nn.Sequential) error { return find("wrong") }})
	}
	for _, text := range []string{"", "{", `{"optimizer": 7}`, `{"optimizer": "sgd"}`, `{"optimizer":"sgd","loss":"mse","metrics":"mae"}`, `{"optimizer":"sgd","loss":"mse","metrics":["auk"]}`, `{"optimizer":"sgd","loss":"mse","loss_weights":[1]}`} {
		uses = append(uses, wrongUse{"", func(m *nn.Sequential) error { return m.CompileFromConfig([]byte(text)) }})
	}
	for _, text := range []string{"", "[]", `{"layers":7}`, `{"class_name":"Model","config":{}}`} {
		uses = append(uses, wrongUse{"FromConfig", func(*nn.Sequential) error { _, err := nn.FromConfig([]byte(text)); return err }})
	}
	for _, text := range []string{"", "7", `[{"name":"kernel","shape":[1,1],"values":[2]}]`, `[{"nome":"kernel"}]`} {
		uses = append(uses, wrongUse{"LoadWeightsJSON", func(m *nn.Sequential) error { return m.LoadWeightsJSON([]byte(text)) }})
	}
	return uses
}
