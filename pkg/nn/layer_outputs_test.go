package nn

import (
	"math"
	"testing"
)

// TestLayerOutputsAreTheWayToThePrediction: each layer's outputs follow from
// those before it by its weights, and the last are what Predict gives.
func TestLayerOutputsAreTheWayToThePrediction(t *testing.T) {
	tanh, err := ActivationByName("tanh")
	if err != nil {
		t.Fatal(err)
	}
	model := NewSequential(NewDense(3, InputShape(1), WithActivation(tanh)), NewDense(1))
	model.Initialize(7)
	x := Column(-1, 0, 0.5, 2)
	outputs, err := model.LayerOutputs(x)
	if err != nil {
		t.Fatal(err)
	}
	if len(outputs) != 2 || outputs[0].Cols != 3 || outputs[1].Cols != 1 || outputs[0].Rows != 4 {
		t.Fatalf("LayerOutputs gives %d matrices, want [4, 3] and [4, 1]", len(outputs))
	}
	params := model.AppendParams(nil)
	for row := range 4 {
		for unit := range 3 {
			want := math.Tanh(float64(x.Data[row]*params[unit] + params[3+unit]))
			if got := float64(outputs[0].Row(row)[unit]); math.Abs(got-want) > 1e-6 {
				t.Errorf("unit %d gives %v for %v, want %v", unit, got, x.Data[row], want)
			}
		}
	}
	predicted, err := model.Predict(x)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range predicted.Data {
		if got := outputs[1].Data[i]; got != want {
			t.Errorf("LayerOutputs ends with %v, Predict gives %v", got, want)
		}
	}
	if _, err := model.LayerOutputs(NewMatrix(1, 2)); err == nil {
		t.Error("LayerOutputs takes two features for one")
	}
}
