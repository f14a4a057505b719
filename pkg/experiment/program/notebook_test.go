package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestNotebooksAreTheirCodeCells: as Colab and Jupyter save them.
func TestNotebooksAreTheirCodeCells(t *testing.T) {
	const colab = `{"nbformat": 4, "nbformat_minor": 0, "metadata": {"a": [1, null, true, {"b": -1.5e3}]}, "cells": [
 {"cell_type": "markdown", "metadata": {}, "source": ["# Hello World"]},
 {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [{"text": ["\"quoted\" \u00e9 \ud83d\ude00"]}], "source": [
  "import keras\n", "import numpy as np\n", "%matplotlib inline\n", "xs = np.array([-1.0, 0.0, 1.0, 2.0])\n", "ys = 2*xs - 1\n"]},
 {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "# \"it\" \u2013 caf\u00e9\nmodel = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\nmodel.fit(xs, ys, epochs=500)"}]}`
	reading := Read(colab, experiment.Default())
	if !reading.OK() || len(reading.Problems) > 0 || len(reading.Experiment.Points) != 4 || reading.Experiment.Epochs != 500 {
		t.Errorf("it is read as %+v with %v", reading.Experiment, reading.Problems)
	}
	if !strings.HasPrefix(reading.Text(), "import keras\nimport numpy as np\n%matplotlib") || !strings.Contains(reading.Text(), "\n\n# \"it\" – café\nmodel") || reading.Source() != colab {
		t.Errorf("its program is\n%s", reading.Text())
	}
	for _, text := range []string{`{"cells": [`, `{"cells": 1, "cell_type": 2}`, strings.Repeat(`{"cells":[`, 1000) + `"cell_type"`, `{"cells": [{"cell_type": "code", "source": ["x`} {
		if r := Read(text, experiment.Default()); r.OK() {
			t.Errorf("%.40s is read as a program", text)
		}
	}
}
