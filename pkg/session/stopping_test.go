package session

import (
	"strings"
	"testing"
)

// TestACallbackThatStopsAtALossStopsThePage: the first callback that everybody is taught.
func TestACallbackThatStopsAtALossStopsThePage(t *testing.T) {
	p := open("w=0&b=0")
	p.send(CodeTyped{Text: "import numpy as np\nimport keras\nclass myCallback(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs={}):\n" +
		"        if logs.get('loss') < 0.4:\n            print(\"\\nReached 0.4 so cancelling training!\")\n            self.model.stop_training = True\n" +
		"xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0])\nys = 2*xs - 1\nmodel = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n" +
		"model.set_weights([np.array([[0.0]]), np.array([0.0])])\nmodel.compile('sgd', 'mse')\nh = model.fit(xs, ys, epochs=500, callbacks=[myCallback()])\nprint(len(h.epoch), 'epochs')\n"})
	p.do(t, TrainPressed{})
	last := p.Run.Timeline.Last()
	if last.Epoch >= 500 || last.Loss >= 0.4 || p.Run.Phase != Finished {
		t.Fatalf("it ends after %d epochs with a loss of %v", last.Epoch, last.Loss)
	}
	var console strings.Builder
	for _, entry := range p.Console() {
		console.WriteString(entry.Text + "\n")
	}
	text := console.String()
	for _, want := range []string{"Epoch 1/500\n", "/500\n", "\nReached 0.4 so cancelling training!\n", " epochs\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the console has no %q:\n%s", want, text)
		}
	}
	if strings.Index(text, "Reached") < strings.LastIndex(text, "Epoch ") {
		t.Errorf("what the callback prints stands before the last epoch:\n%s", text)
	}
}
