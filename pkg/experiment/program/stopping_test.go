package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

const stopper = imports + "class Stop(keras.callbacks.Callback):\n    def __init__(self, limit=0.5):\n        super().__init__()\n        self.limit = limit\n" +
	"    def on_epoch_end(self, epoch, logs=None):\n        %\n            print('enough')\n            self.model.stop_training = True\n" +
	"x = np.array([-1.0, 0.0, 1.0, 2.0])\ny = 2*x - 1\n" + built + "model.compile('sgd', 'mse')\nh = model.fit(x, y, epochs=99, verbose=0, callbacks=[Stop()])\nprint(len(h.epoch))\n"

// TestACallbackThatStopsAtALossIsDone: in each way to write it, it is the page's own, and
// its control edits the number; of any other the learner is told.
func TestACallbackThatStopsAtALossIsDone(t *testing.T) {
	for condition, want := range map[string]string{
		"if logs.get('loss') < 0.25:":                               "0.25",
		"if logs['loss'] <= self.limit:":                            "0.5",
		"if 0.25 > logs['loss']:":                                   "0.25",
		"if (logs.get('loss') is not None and logs['loss'] < 1/4):": "0.25",
		"if not logs['loss'] >= 0.25:":                              "0.25",
		"if logs['loss'] > 0.25:":                                   "0",
		"if logs['loss'] * 100 < 25:":                               "0",
		"if epoch > 20 and logs['loss'] < 0.25:":                    "0",
		"if epoch >= 30:":                                           "0",
		"if round(logs['loss'], 2) < 0.25:":                         "0",
	} {
		text := strings.Replace(stopper, "%", condition, 1)
		reading := Read(text, experiment.Default())
		if got := reading.Experiment.Value("stop"); !reading.OK() || got != want || (want == "0") != strings.Contains(codesOf(reading), "code_stops") {
			t.Errorf("%s stops at %s, want %s; %v", condition, got, want, reading.Problems)
		}
		printed := printedBy(t, reading, nil)
		if want != "0" && !strings.HasPrefix(printed, "enough\n") {
			t.Errorf("%s prints %q", condition, printed)
		}
		if want != "0.5" {
			continue
		}
		e := reading.Experiment
		e.StopLoss = 0.125
		if got := Revise(text, e); got != strings.Replace(text, "limit=0.5", "limit=0.125", 1) {
			t.Errorf("with the limit 0.125 it is\n%s", got)
		}
	}
}

// TestTheConsoleEndsWhereACallbackStops: also where the page cannot stop there.
func TestTheConsoleEndsWhereACallbackStops(t *testing.T) {
	reading := Read(strings.Replace(stopper, "%", "if epoch == 6:", 1), experiment.Default())
	if got := printedBy(t, reading, nil); got != "enough\n7\n" {
		t.Errorf("it prints %q", got)
	}
}

func TestTheLimitComesAndGoes(t *testing.T) {
	e := experiment.Default()
	text := "# mine\n" + script.Keras(e) + "print('over')\n"
	with := e
	with.StopLoss = 0.25
	written := Revise(text, with)
	if again := Read(written, e); !again.OK() || again.Experiment.StopLoss != 0.25 || !strings.HasPrefix(written, "# mine\n") {
		t.Errorf("with a limit it is\n%s", written)
	}
	if back := Revise(written, e); back != text {
		t.Errorf("without it again it is\n%s\nwant\n%s", back, text)
	}
}
