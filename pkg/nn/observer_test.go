package nn_test

import (
	"fmt"
	"math"
	"testing"

	"firstneuron/pkg/nn"
)

// places returns the places of a field of side² over [−6, 6]², as features: x1 and x2,
// and with seven also the squares, the product and the sines.
func places(side, features int) nn.Matrix {
	x := nn.NewMatrix(side*side, features)
	for i := range x.Rows {
		x1 := -6 + 12*float64(i%side)/float64(side-1)
		x2 := -6 + 12*float64(i/side)/float64(side-1)
		for j, v := range []float64{x1, x2, x1 * x1, x2 * x2, x1 * x2, math.Sin(x1), math.Sin(x2)}[:features] {
			x.Row(i)[j] = float32(v)
		}
	}
	return x
}

// deep returns a model of some inputs, hidden layers of tanh and one output.
func deep(inputs int, hidden ...int) *nn.Sequential {
	var layers []nn.Layer
	for i, units := range append(hidden, 1) {
		dense := nn.NewDense(units, nn.WithActivation(nn.Tanh))
		if i == 0 {
			dense.Inputs = inputs
		}
		layers = append(layers, dense)
	}
	return nn.NewSequential(layers...)
}

// TestObserverIsLayerOutputs: for every layer, for numbers of rows around those that go
// through at once, for layers that give their inputs on, and again with other
// weights.
func TestObserverIsLayerOutputs(t *testing.T) {
	for name, model := range map[string]*nn.Sequential{
		"dense": deep(2, 8, 3),
		"mixed": nn.NewSequential(nn.NewDense(5, nn.InputShape(2)), nn.NewActivation(nn.ReLU), nn.NewDropout(0.5), nn.NewDense(4, nn.WithActivation(nn.Softmax))),
	} {
		model.Initialize(7)
		for _, side := range []int{1, 16, 17, 40} {
			x := places(max(side, 2), 2)
			x.Rows = side * side
			x.Data = x.Data[:2*x.Rows]
			observer, err := model.NewObserver(x)
			if err != nil {
				t.Fatal(err)
			}
			params := model.AppendParams(nil)
			for step := range 3 {
				for i := range params {
					params[i] += float32(step) / 10
				}
				got := observer.Observe(params)
				want, err := model.LayerOutputs(x) // with the weights that Observe has set
				if err != nil {
					t.Fatal(err)
				}
				if len(got) != len(want) {
					t.Fatalf("%s: %d layers, want %d", name, len(got), len(want))
				}
				for i := range want {
					if got[i].Rows != want[i].Rows || got[i].Cols != want[i].Cols {
						t.Fatalf("%s: layer %d gives [%d, %d], want [%d, %d]", name, i, got[i].Rows, got[i].Cols, want[i].Rows, want[i].Cols)
					}
					for j, v := range want[i].Data {
						if got[i].Data[j] != v {
							t.Fatalf("%s: value %d of layer %d is %v, want %v", name, j, i, got[i].Data[j], v)
						}
					}
				}
			}
		}
	}
}

func TestObserverAllocatesNothing(t *testing.T) {
	model := deep(2, 8, 8)
	observer, err := model.NewObserver(places(40, 2))
	if err != nil {
		t.Fatal(err)
	}
	params := model.AppendParams(nil)
	if n := testing.AllocsPerRun(10, func() { observer.Observe(params) }); n != 0 {
		t.Errorf("Observe allocates %v times, want 0", n)
	}
}

// TestObserverKeepsTheWeights when none are given.
func TestObserverKeepsTheWeights(t *testing.T) {
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(2)))
	if err := model.SetParams([]float32{2, 3, 1}); err != nil {
		t.Fatal(err)
	}
	x := nn.NewMatrix(1, 2)
	copy(x.Data, []float32{10, 100})
	observer, err := model.NewObserver(x)
	if err != nil {
		t.Fatal(err)
	}
	if got := observer.Observe(nil)[0].Data[0]; got != 321 {
		t.Errorf("Observe(nil) = %v, want 2·10 + 3·100 + 1", got)
	}
	// Another training of the model is seen without being told.
	if err := model.SetParams([]float32{0, 0, 5}); err != nil {
		t.Fatal(err)
	}
	if got := observer.Observe(nil)[0].Data[0]; got != 5 {
		t.Errorf("Observe(nil) = %v, want the new bias 5", got)
	}
}

func TestObserverRefuses(t *testing.T) {
	model := deep(2, 3)
	bad := places(2, 2)
	bad.Data[0] = float32(math.NaN())
	for name, x := range map[string]nn.Matrix{"other features": nn.NewMatrix(3, 1), "no rows": {}, "not finite": bad} {
		if _, err := model.NewObserver(x); err == nil {
			t.Errorf("NewObserver of %s gives no error", name)
		}
	}
	if _, err := nn.NewSequential(nn.NewDense(0)).NewObserver(places(2, 2)); err == nil {
		t.Error("NewObserver of a model that cannot be built gives no error")
	}
	observer, err := model.NewObserver(places(2, 2))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("Observe with 3 weights does not panic")
		}
	}()
	observer.Observe([]float32{1, 2, 3})
}

// BenchmarkObserver: 10,000 places, the field of 100², through the nets of TensorFlow
// Playground's page, all units of all layers, and the 400 places of small pictures.
func BenchmarkObserver(b *testing.B) {
	for _, net := range []struct {
		name   string
		inputs int
		hidden []int
	}{
		{"2-4-2-1", 2, []int{4, 2}},
		{"2-8x6-1", 2, []int{8, 8, 8, 8, 8, 8}},
		{"7-8x6-1", 7, []int{8, 8, 8, 8, 8, 8}},
	} {
		for _, side := range []int{100, 20} {
			b.Run(fmt.Sprintf("%s/%d²", net.name, side), func(b *testing.B) {
				model := deep(net.inputs, net.hidden...)
				observer, err := model.NewObserver(places(side, net.inputs))
				if err != nil {
					b.Fatal(err)
				}
				params := model.AppendParams(nil)
				b.ReportAllocs()
				for b.Loop() {
					observer.Observe(params)
				}
			})
		}
	}
}

// What every unit of a net makes of the corners of a square, without allocating.
func ExampleObserver() {
	model := nn.NewSequential(nn.NewDense(2, nn.InputShape(2), nn.WithActivation(nn.ReLU)), nn.NewDense(1))
	// Both units add the inputs, the second less 1: XOR by hand.
	if err := model.SetParams([]float32{1, 1, 1, 1, 0, -1, 1, -2, 0}); err != nil {
		fmt.Println(err)
		return
	}
	corners := nn.Matrix{Rows: 4, Cols: 2, Data: []float32{0, 0, 0, 1, 1, 0, 1, 1}}
	observer, err := model.NewObserver(corners)
	if err != nil {
		fmt.Println(err)
		return
	}
	layers := observer.Observe(nil)
	fmt.Println(layers[0].Data, layers[1].Data)
	// Output: [0 0 1 0 1 0 2 1] [0 1 1 0]
}
