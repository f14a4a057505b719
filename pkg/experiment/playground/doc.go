// Package playground opens the links of TensorFlow Playground, and trains them as
// it does.
//
// A link of the Playground fixes everything that it shows after a reload: data,
// their order, which of them are trained on, the first weights and the settings.
// [Parse] reads one:
//
//	state, notices, err := playground.Parse("https://playground.tensorflow.org/#activation=tanh&dataset=spiral&seed=0.97800")
//
// [NewTraining] trains it with the Playground's own engine: first weights, losses and
// weights are its own, on every machine that the tests run on to the last bit.
// [State.Terms] says the same in Keras's terms; its notices tell what differs.
//
// Source: github.com/tensorflow/playground at 02469bd; its numbers are in
// testdata/reference.json.
package playground
