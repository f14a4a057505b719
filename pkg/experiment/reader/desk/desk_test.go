package desk

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/reader"
	"firstneuron/pkg/experiment/script"
)

// remote is a reader that asks a desk, as on the page but without a browser.
func remote(d *Desk) *reader.Remote {
	return reader.New(func(question []byte) ([]byte, bool) { return d.Answer(question), true })
}

// texts are programs of all kinds.
func texts(t *testing.T) map[string]string {
	t.Helper()
	e, problems := experiment.Decode("layers=3:tanh,1&epochs=20&metric=mae&validation=0.5&also=1:2,3")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	all := map[string]string{
		"the lesson": script.Keras(experiment.Default()), "a net": script.Keras(e), "nothing": "", "no program": "xs = [", "not UTF-8": "print('\xff')",
		"a mistake":  "model = keras.Sequential([keras.layers.Dense(unit=1, input_shape=[1])])\n",
		"a notebook": `{"cells": [{"cell_type": "code", "source": ["import keras\n"]}]}`,
		"weights and losses": script.Keras(experiment.Default()) +
			"print(model.get_weights())\nh = model.fit(xs, ys, epochs=2)\nprint(h.history['loss'][-1])\nprint(model.evaluate(xs, ys))\n",
	}
	files, err := filepath.Glob("../../testdata/programs/*/*.py")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(file)] = string(text)
	}
	return all
}

// TestAskingIsReading: every method gives by way of messages what package program gives.
func TestAskingIsReading(t *testing.T) {
	base := experiment.Default()
	base.Hide, base.Title, base.Lang = []string{"loss"}, "mine", "ko"
	changed, _ := base.With("epochs", "31")
	trained := script.Trained{
		Predict: func(_ int, places []experiment.Place) []float64 {
			list := make([]float64, len(places))
			for i, place := range places {
				list[i] = place[0]
			}
			return list
		},
		Weights: func(int) []float32 { return []float32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10} },
		Evaluate: func(_ int, places []experiment.Place, ys []float64) []float64 {
			return []float64{float64(len(places)), 0.5}
		},
		Logged: func(epoch int) ([]string, []float64) { return []string{"loss"}, []float64{1 / float64(epoch+1)} },
		Epochs: 20,
	}
	asked := 0
	counted := trained
	counted.Weights = func(epoch int) []float32 { asked++; return trained.Weights(epoch) }
	var direct program.Direct
	r := remote(&Desk{})
	for name, text := range texts(t) {
		want, _ := direct.Read(text, base, nil)
		got, err := r.Read(text, base, nil)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read (%v) as\n%+v\nwant\n%+v", name, err, got, want)
		}
		want, _ = direct.Revised(text, changed)
		if got, err = r.Revised(text, changed); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: revised (%v) as\n%+v\nwant\n%+v", name, err, got, want)
		}
		wantText, _ := direct.WithWeights(text, changed)
		if gotText, err := r.WithWeights(text, changed); err != nil || gotText != wantText {
			t.Errorf("%s: with weights (%v)\n%s\nwant\n%s", name, err, gotText, wantText)
		}
		wantCells, _ := direct.Paragraphs(text)
		if cells, err := r.Paragraphs(text); err != nil || !slices.Equal(cells, wantCells) {
			t.Errorf("%s: cut (%v) as %q, want %q", name, err, cells, wantCells)
		}
		wantOutputs, _ := direct.Run(got, trained)
		if outputs, err := r.Run(got, counted); err != nil || !reflect.DeepEqual(outputs, wantOutputs) {
			t.Errorf("%s: it prints (%v)\n%+v\nwant\n%+v", name, err, outputs, wantOutputs)
		}
	}
	if asked == 0 || !r.Alive() {
		t.Errorf("the training was asked %d times, and the reader lives: %v", asked, r.Alive())
	}
}

// TestLongReadingsPause, and one that nobody waits for any more ends, while others are
// asked in between.
func TestLongReadingsPause(t *testing.T) {
	long := "import numpy as np\nn = 0\nfor i in range(30000):\n    n = n + i\nprint(n)\n"
	d := &Desk{}
	r := remote(d)
	pauses := 0
	reading, err := r.Read(long, experiment.Default(), func() {
		pauses++
		if cells, err := r.Paragraphs("a = 1\n\nb = 2\n"); err != nil || len(cells) != 2 {
			t.Errorf("asked in between it has %q, %v", cells, err)
		}
	})
	if err != nil || pauses == 0 || len(reading.Outputs) == 0 || !strings.Contains(reading.Outputs[0].Text, "449985000") {
		t.Fatalf("after %d pauses: %v, %+v", pauses, err, reading.Outputs)
	}
	func() {
		defer func() { _ = recover() }()
		_, _ = r.Read(long, experiment.Default(), func() { panic("dropped") })
		t.Error("a pause that does not return, returns")
	}()
	if len(d.underway) != 0 || !r.Alive() {
		t.Errorf("%d readings are left, and the reader lives: %v", len(d.underway), r.Alive())
	}
}

// broken is a reader with a mistake in it.
type broken struct{ program.Direct }

func (broken) Read(string, experiment.Experiment, func()) (script.Reading, error) {
	panic("a mistake of the reader's")
}

// TestWhatEndsIsAskedNoMore: a panic, an answer that is none, no answer at all.
func TestWhatEndsIsAskedNoMore(t *testing.T) {
	for name, ask := range map[string]func([]byte) ([]byte, bool){
		"a panic":   func(q []byte) ([]byte, bool) { return (&Desk{reads: broken{}}).Answer(q), true },
		"nonsense":  func([]byte) ([]byte, bool) { return []byte("nonsense"), true },
		"no answer": func([]byte) ([]byte, bool) { return nil, false },
		"a state that there is not": func([]byte) ([]byte, bool) {
			return reader.Encode(reader.Answer{State: 99}), true
		},
	} {
		calls := 0
		r := reader.New(func(q []byte) ([]byte, bool) { calls++; return ask(q) })
		if _, err := r.Read("x = 1", experiment.Default(), nil); !errors.Is(err, reader.ErrEnded) || r.Alive() {
			t.Errorf("%s: the error is %v, and the reader lives: %v", name, err, r.Alive())
		}
		if _, err := r.Paragraphs("x = 1"); !errors.Is(err, reader.ErrEnded) || calls != 1 {
			t.Errorf("%s: asked again, the error is %v after %d questions", name, err, calls)
		}
	}
}

// FuzzAnswer: whatever is asked is answered.
func FuzzAnswer(f *testing.F) {
	f.Add(reader.Encode(reader.Question{Kind: reader.Read, Text: script.Keras(experiment.Default()), Base: experiment.Default()}))
	f.Add(reader.Encode(reader.Question{Kind: reader.GoOn, ID: 7}))
	f.Add(reader.Encode(reader.Question{Kind: reader.Run, Text: "import keras"}))
	f.Add(reader.Encode(reader.Question{Kind: 99}))
	f.Fuzz(func(t *testing.T, message []byte) {
		if _, err := reader.Decode[reader.Answer]((&Desk{}).Answer(message)); err != nil {
			t.Error(err)
		}
	})
}
