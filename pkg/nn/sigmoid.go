package nn

import "math"

// Sigmoid is f(z) = 1 / (1 + exp(−z)), between 0 and 1. Its derivative is
// f(z)·(1 − f(z)).
//
// Source: https://keras.io/api/layers/activations/#sigmoid-function
var Sigmoid = newElementwise(Entry{Name: "sigmoid", Go: "Sigmoid", FirstCourse: true}, sigmoid, func(_, y float32) float32 { return y * (1 - y) })

func sigmoid(z float32) float32 { return float32(1 / (1 + math.Exp(-float64(z)))) }
