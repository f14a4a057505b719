package program

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestAProgramForAnotherLibraryIsToldOfOnce: in one sentence, not in one for each line
// that the page does not know.
func TestAProgramForAnotherLibraryIsToldOfOnce(t *testing.T) {
	for want, text := range map[string]string{
		"PyTorch": "import torch\nimport torch.nn as nn\nx = torch.tensor([[1.0]])\nmodel = nn.Linear(1, 1)\nfor epoch in range(9):\n" +
			"    out = model(x)\n    out.backward()\n    if epoch % 2:\n        print(out.item())\n",
		"TensorFlow.js": "// hello\nconst model = tf.sequential();\nmodel.add(tf.layers.dense({units: 1, inputShape: [1]}));\n",
		"Go":            "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(1)\n}\n",
		"R":             "library(keras)\nmodel <- keras_model_sequential() %>% layer_dense(1)\n",
		"JavaScript":    "const xs = [1, 2];\nconsole.log(xs);\n",
	} {
		reading := Read(text, experiment.Default())
		if len(reading.Problems) != 1 || reading.Problems[0].Detail.Code != "code_foreign" || reading.Problems[0].Detail.Args["text"] != want || reading.OK() {
			t.Errorf("%s: %v", want, reading.Problems)
		}
	}
	both := "import torch\n" + script.Keras(experiment.Default())
	if reading := Read(both, experiment.Default()); !reading.OK() {
		t.Errorf("a Keras program that imports torch too has %v", reading.Problems)
	}
}

// TestTheInputThatIsOfferedHasTheShapeOfTheProgram: a mend changes no meaning.
func TestTheInputThatIsOfferedHasTheShapeOfTheProgram(t *testing.T) {
	for argument, want := range map[string]string{"input_dim=2": "(2,)", "input_shape=(3,)": "(3,)", "input_shape=[1]": "(1,)", "input_shape=(28, 28)": "(28, 28)"} {
		text := imports + "model = keras.Sequential([keras.layers.Dense(8, " + argument + ")])\nmodel.compile('sgd', 'mse')\nmodel.fit(np.array([1.0, 2.0]), np.array([1.0, 2.0]))\n"
		offered := ""
		for _, p := range Read(text, experiment.Default()).Problems {
			if p.Detail.Code == "code_input_shape" {
				offered = script.Apply(text, p.Fix)
			}
		}
		wanted := imports + "model = keras.Sequential([keras.Input(shape=" + want + "), keras.layers.Dense(8)])\nmodel.compile('sgd', 'mse')\nmodel.fit(np.array([1.0, 2.0]), np.array([1.0, 2.0]))\n"
		if offered != wanted {
			t.Errorf("%s: offered is\n%s\nwant\n%s", argument, offered, wanted)
		}
	}
}
