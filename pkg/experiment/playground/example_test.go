package playground_test

import (
	"fmt"

	"firstneuron/pkg/experiment/playground"
)

// The Playground's default, trained as it does, and what Keras would be told.
func Example() {
	state, notices, err := playground.Parse("https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle&seed=0.97800")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(notices), "values are refused")

	training := playground.NewTraining(state)
	for _, epochs := range []int{0, 1, 99} {
		training.Advance(epochs)
		train, test := training.Losses()
		fmt.Printf("epoch %3d: %.9f %.9f\n", training.Epochs(), train, test)
	}

	terms, notices := state.Terms()
	fmt.Println(terms.Recipe, terms.Features, terms.Layers, terms.LearningRate)
	for _, n := range notices {
		fmt.Println(n)
	}
	// Output:
	// 0 values are refused
	// epoch   0: 0.499712343 0.509442064
	// epoch   1: 0.492169930 0.499135840
	// epoch 100: 0.011476483 0.013314837
	// circle:0.97800:0:500 [x1 x2] [4 2 1] 0.015
	// learningRate: the loss of TensorFlow Playground is half of the mean squared error: the rate 0.03 is 0.015 here, and every loss is twice as large
}
