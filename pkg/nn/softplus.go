package nn

// Softplus is f(z) = log(1 + exp(z)). Its derivative is sigmoid(z).
//
// Source: https://keras.io/api/layers/activations/#softplus-function; Glorot, Bordes
// and Bengio, "Deep sparse rectifier neural networks", 2011.
var Softplus = newElementwise(Entry{Name: "softplus", Go: "Softplus", FirstCourse: true}, softplus, func(z, _ float32) float32 { return sigmoid(z) })

// softplus does not overflow: log(1 + exp(z)) = max(z, 0) + log(1 + exp(−|z|)).
func softplus(z float32) float32 { return max(z, 0) + log1p(exp(-abs(z))) }
