package nn_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestEveryKindGoesThroughAConfiguration writes hyperparameters of each kind
// and reads them into a new thing.
func TestEveryKindGoesThroughAConfiguration(t *testing.T) {
	early := nn.NewEarlyStopping()
	early.Monitor, early.Patience, early.MinDelta, early.RestoreBestWeights = "loss", 7, 0.25, true
	steps := &nn.PiecewiseConstantDecay{Boundaries: []float64{2, 5}, Values: []float64{1, 0.5, 0.25}}
	for _, c := range []struct{ thing, empty any }{{early, &nn.EarlyStopping{}}, {steps, &nn.PiecewiseConstantDecay{}}} {
		text, err := json.Marshal(nn.ConfigOf(c.thing))
		if err != nil {
			t.Fatal(err)
		}
		var config map[string]any
		if err := json.Unmarshal(text, &config); err != nil {
			t.Fatal(err)
		}
		if err := nn.SetConfig(c.empty, config); err != nil || !reflect.DeepEqual(c.empty, c.thing) {
			t.Errorf("%s is read as %+v, %v, want %+v", text, c.empty, err, c.thing)
		}
	}
	for config, want := range map[string]string{
		`{"patience":1.5}`: "patience is 1.5; give a whole number",
		`{"patience":"a"}`: "patience is a; give a whole number",
		`{"monitor":1}`:    "monitor is 1; give a text",
		`{"min_delta":[]}`: "min_delta is []; give a number",
		`{"mode":null}`:    "",
		`{"verbose":1}`:    `"verbose" is not known`,
	} {
		var values map[string]any
		if err := json.Unmarshal([]byte(config), &values); err != nil {
			t.Fatal(err)
		}
		err := nn.SetConfig(nn.NewEarlyStopping(), values)
		if want == "" && err == nil {
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error = %v, want one with %q", config, err, want)
		}
	}
}

func TestCallbacksRefuseWhatIsOutOfLimits(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
		t.Fatal(err)
	}
	early, plateau := nn.NewEarlyStopping(), nn.NewReduceLROnPlateau()
	early.Patience, plateau.Cooldown = -1, -1
	for callback, want := range map[nn.Callback]string{
		early:   "nn: EarlyStopping: patience is -1; give a whole number of at least 0",
		plateau: "nn: ReduceLROnPlateau: cooldown is -1; give a whole number of at least 0",
	} {
		config := nn.FitConfig{Epochs: 1, Callbacks: []nn.Callback{callback}}
		if _, err := model.Fit(t.Context(), nn.Column(1, 2), nn.Column(1, 2), config); err == nil || err.Error() != want {
			t.Errorf("Fit error = %v, want %q", err, want)
		}
	}
}
