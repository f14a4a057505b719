package program

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestATrainingByHandIsOfferedInKeras: only where it ends with the very numbers, which the
// offered program then trains to.
func TestATrainingByHandIsOfferedInKeras(t *testing.T) {
	const data = "import numpy as np\nx = np.array([-1.0, 0.0, 1.0, 2.0])\ny = np.array([-3.0, -1.0, 1.0, 3.0])\n"
	for name, c := range map[string]struct{ loop, code string }{
		"the mean of the squares": {"w, b = 0.0, 0.5\nlr = 0.02\nfor epoch in range(60):\n    e = w * x + b - y\n    w -= lr * 2 * np.mean(e * x)\n    b -= lr * 2 * e.mean()\nprint(w)\n", "code_by_hand"},
		"half the squares":        {"w = 0.0\nb = 0.0\nfor i in range(50):\n    e = w * x + b - y\n    w = w - 0.1 * (e * x).sum() / len(x)\n    b = b - 0.1 * e.sum() / len(x)\nprint(w)\n", "code_by_hand"},
		"point by point":          {"w, b = 0.25, 0.0\nrate = 0.01\nfor i in range(40):\n    for u, v in zip(x, y):\n        e = w * u + b - v\n        w -= rate * 2 * e * u\n        b -= rate * 2 * e\nprint(w)\n", "code_by_hand"},
		"without a bias":          {"w = 0.0\nfor i in range(50):\n    w -= 0.1 * np.mean((w * x - y) * x)\nprint(w)\n", "code_own_training"},
		"another rule":            {"w, b, v = 0.0, 0.0, 0.0\nfor i in range(50):\n    e = w * x + b - y\n    v = 0.9 * v - 0.01 * np.mean(e * x)\n    w += v\n    b -= 0.01 * e.mean()\nprint(w)\n", "code_own_training"},
		"no training":             {"for i in range(4):\n    print(x[i], y[i])\n", "code_no_model"},
		"a tape": {"import tensorflow as tf\nw = tf.Variable(0.0)\nb = tf.Variable(0.0)\nfor i in range(9):\n    with tf.GradientTape() as tape:\n        loss = tf.reduce_mean(tf.square(w * x + b - y))\n" +
			"    dw, db = tape.gradient(loss, [w, b])\n    w.assign_sub(0.1 * dw)\n    b.assign_sub(0.1 * db)\nprint(w.numpy())\n", "code_own_training"},
	} {
		text := data + c.loop
		reading := Read(text, experiment.Default())
		var found *Problem
		for _, p := range reading.Problems {
			if p.Severity == Wrong {
				found = p
			}
		}
		if found == nil || found.Detail.Code != c.code || found.Keras != "" || (found.Fix != nil) != (c.code == "code_by_hand") {
			t.Errorf("%s: %v %+v, want %s", name, reading.Problems, found, c.code)
			continue
		}
		if name == "a tape" && len(reading.Problems) != 1 {
			t.Errorf("%s is told of in %d sentences: %v", name, len(reading.Problems), reading.Problems)
		}
		if found.Fix == nil {
			continue
		}
		offered := Read(script.Apply(text, found.Fix)+"print(model.get_weights()[0][0, 0])\n", experiment.Default())
		if len(offered.Problems) > 0 {
			t.Errorf("%s: the offered program has %v", name, offered.Problems)
			continue
		}
		lines := strings.Fields(printedBy(t, offered, nil))
		got, err := strconv.ParseFloat(lines[len(lines)-1], 64)
		want, _ := strconv.ParseFloat(strings.TrimSpace(reading.Outputs[0].Text), 64)
		if err != nil || math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
			t.Errorf("%s: the offered program ends with %v, the program with %v", name, got, want)
		}
	}
}
