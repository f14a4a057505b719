package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestAModelWithoutAnInputIsAnsweredAsKerasDoes: xs in a row are no examples for it.
func TestAModelWithoutAnInputIsAnsweredAsKerasDoes(t *testing.T) {
	const words = "ValueError: Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected min_ndim=2, found ndim=1. Full shape received: (None,)"
	for _, made := range []string{"model = keras.Sequential([keras.layers.Dense(1)])\n", "model = keras.Sequential()\nmodel.add(keras.layers.Dense(1))\n"} {
		text := "import numpy as np\nimport keras\nxs = np.array([1.0, 2.0])\nys = 2 * xs\n" + made + "model.compile('sgd', 'mse')\nmodel.fit(xs, ys, epochs=2)\n"
		reading := Read(text, experiment.Default())
		if len(reading.Problems) != 1 || reading.Problems[0].Keras != words {
			t.Errorf("%s: %v", made, reading.Problems)
			continue
		}
		if again := Read(script.Apply(text, reading.Problems[0].Fix), experiment.Default()); len(again.Problems) > 0 {
			t.Errorf("mended: %v in\n%s", again.Problems, script.Apply(text, reading.Problems[0].Fix))
		}
		for _, right := range []string{strings.Replace(text, "fit(xs", "fit(xs.reshape(-1, 1)", 1), strings.Replace(text, "model.compile", "model.build((None, 1))\nmodel.compile", 1)} {
			if reading := Read(right, experiment.Default()); len(reading.Problems) > 0 {
				t.Errorf("%v in\n%s", reading.Problems, right)
			}
		}
	}
}
