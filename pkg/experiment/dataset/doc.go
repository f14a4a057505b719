// Package dataset generates data in the plane: the six sets of TensorFlow
// Playground, bit for bit, and four more.
//
// A [Recipe] is a set, its noise and a seed; the same recipe always gives the same
// points:
//
//	recipe, err := dataset.Parse("circle:0.97800:25:500")
//	points, random := recipe.Draw()
//
// The points come in the order that the Playground has them in, and random is its
// stream of random numbers as the data leave it: from there it draws the first
// weights.
//
// A [Feature] is a column that a model can be fed with: a coordinate, a square, a
// product, a sine.
//
// Source: github.com/tensorflow/playground at 02469bd, whose numbers the tests
// compare with.
package dataset
