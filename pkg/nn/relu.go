package nn

// ReLU is f(z) = max(z, 0). Its derivative is 1 above 0 and 0 elsewhere.
//
// Source: https://keras.io/api/layers/activations/#relu-function; Nair and Hinton,
// "Rectified linear units improve restricted Boltzmann machines", 2010.
var ReLU = newActivation(Entry{Name: "relu", Go: "ReLU", FirstCourse: true}, relu{})

type relu struct{}

func (relu) Name() string { return "relu" }

func (relu) forward(z, y []float32, _ int) {
	y = y[:len(z)]
	for i, v := range z {
		// Not max, for which Go calls a function in WebAssembly.
		if v <= 0 {
			v = 0
		}
		y[i] = v
	}
}

func (relu) backward(z, _, dy, dz []float32, _ int) {
	dy, dz = dy[:len(z)], dz[:len(z)]
	for i, v := range z {
		d := dy[i]
		if v <= 0 {
			d *= 0 // what is no number stays none, as in TensorFlow
		}
		dz[i] = d
	}
}
