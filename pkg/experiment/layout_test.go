package experiment

import (
	"slices"
	"testing"
)

// TestLayoutIsThatOfTheModel gives every parameter of a model its own number and
// finds it where the layout says it is.
func TestLayoutIsThatOfTheModel(t *testing.T) {
	e, _ := Decode("layers=3:tanh,2,1")
	layout := e.Layout()
	params := make([]float32, layout.Count())
	for i := range params {
		params[i] = float32(i)
	}
	model, err := e.WithWeights(params).Model()
	if err != nil {
		t.Fatal(err)
	}
	weights := model.Weights()
	for i, layer := range layout {
		if kernel := params[layer.Kernel:layer.Bias]; !slices.Equal(kernel, weights[2*i]) {
			t.Errorf("layer %d: kernel = %v, want %v", i+1, kernel, weights[2*i])
		}
		if bias := params[layer.Bias:layer.End()]; !slices.Equal(bias, weights[2*i+1]) {
			t.Errorf("layer %d: bias = %v, want %v", i+1, bias, weights[2*i+1])
		}
	}
}

func TestLayoutNames(t *testing.T) {
	e, _ := Decode("layers=3:tanh,2,1")
	layout := e.Layout()
	for i, want := range map[int]string{
		0: "layer 1 kernel[0,0]", 2: "layer 1 kernel[0,2]", 3: "layer 1 bias[0]", 6: "layer 2 kernel[0,0]",
		9: "layer 2 kernel[1,1]", 13: "layer 2 bias[1]", 16: "layer 3 bias[0]", 17: "", -1: "",
	} {
		if name := layout.Name(i); name != want {
			t.Errorf("Name(%d) = %q, want %q", i, name, want)
		}
	}
	if count := layout.Count(); count != 17 {
		t.Errorf("Count() = %d, want 17", count)
	}
}

func TestLayoutLine(t *testing.T) {
	lesson := Default().Layout()
	if line, ok := lesson.Line([]float32{2, -1}); !ok || line != (Line{W: 2, B: -1}) {
		t.Errorf("Line(2, -1) = %v, %v, want w 2 and b -1", line, ok)
	}
	if line, ok := lesson.Line(nil); ok {
		t.Errorf("Line of no parameters = %v, want none", line)
	}
	e, _ := Decode("layers=2,1")
	if line, ok := e.Layout().Line(make([]float32, e.Layout().Count())); ok {
		t.Errorf("Line of two layers = %v, want none", line)
	}
}
