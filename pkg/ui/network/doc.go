// Package network is one widget: the picture of the model at hand, in which its
// weights are changed. A neuron is drawn as a neuron; in a net each unit is a tile
// with the curve that it makes over x.
//
// [Plan] decides where everything is and knows nothing of the page: what is
// drawn, what a pointer finds and what the tests measure are the same numbers.
package network
