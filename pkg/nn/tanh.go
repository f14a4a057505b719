package nn

// Tanh is f(z) = tanh(z), between −1 and 1.
var Tanh = activations.add(tanhActivation{}, "tanh")

type tanhActivation struct{}

func (tanhActivation) Name() string { return "tanh" }

func (tanhActivation) forward(z, y []float32, _ int) {
	y = y[:len(z)]
	for i, v := range z {
		y[i] = tanh(v)
	}
}

func (tanhActivation) backward(_, y, dy, dz []float32, _ int) {
	dy, dz = dy[:len(y)], dz[:len(y)]
	for i, v := range y {
		dz[i] = dy[i] * (1 - v*v)
	}
}

// tanh is a rational function of degree 13 over 6, right to a few units in the
// last place of a float32; beyond ±7.9 it rounds to ±1.
//
// Source: the coefficients of Eigen, MathFunctionsImpl.h, which TensorFlow uses.
func tanh(v float32) float32 {
	x := min(max(v, -7.90531110763549805), 7.90531110763549805)
	if x > -0.0004 && x < 0.0004 {
		return x
	}
	q := x * x
	p := x * ((((((-2.76076847742355e-16*q+2.00018790482477e-13)*q-8.60467152213735e-11)*q+5.12229709037114e-08)*q+
		1.48572235717979e-05)*q+6.37261928875436e-04)*q + 4.89352455891786e-03)
	return p / (((1.19825839466702e-06*q+1.18534705686654e-04)*q+2.26843463243900e-03)*q + 4.89352518554385e-03)
}
