package script

import "firstneuron/pkg/experiment"

// Keras writes an experiment as a program for Keras 3. Package program reads it back
// as the same experiment.
func Keras(e experiment.Experiment) string {
	return (&Writer{&e, DefaultNames(), nil}).text()
}

// KerasWithWeights is the program that begins with this page's own initial
// weights, which Keras would draw otherwise.
func KerasWithWeights(e experiment.Experiment) string {
	return (&Writer{&e, DefaultNames(), InitialLayers(e)}).text()
}

// Writer writes the statements of a program.
type Writer struct {
	*experiment.Experiment
	Names Names
	// Weights are the initial weights that the program is to begin with; nil for those
	// that Keras draws, or that the experiment gives.
	Weights []LayerWeights
}

// text is the whole program.
func (w *Writer) text() string {
	text, _ := join(w.Pieces())
	return text
}

// Pieces are the statements in order.
func (w *Writer) Pieces() []Piece {
	n := w.Names
	var pieces []Piece
	add := func(role string, write func(*marked)) {
		var m marked
		write(&m)
		if m.Len() > 0 {
			pieces = append(pieces, Piece{role, m.String(), m.marks})
		}
	}
	plain := func(role, text string, keys ...string) {
		add(role, func(m *marked) { m.says(text, keys...) })
	}
	plain("keras", "import keras")
	plain("numpy", "import numpy as "+n.NumPy)
	if w.StopLoss > 0 {
		add("stop", func(m *marked) {
			m.WriteString("class " + StopClass + "(" + n.Keras + ".callbacks.Callback):\n    def on_epoch_end(self, epoch, logs=None):\n        if logs[\"loss\"] < ")
			m.says(PythonNumber(w.StopLoss, false), "stop")
			m.WriteString(":\n            self.model.stop_training = True")
		})
	}
	if w.Seed != experiment.Default().Seed {
		plain("seed", n.Keras+".utils.set_random_seed("+w.Value("seed")+")", "seed")
	}
	places, ys := make([]experiment.Place, len(w.Points)), make([]float64, len(w.Points))
	for i, p := range w.Points {
		places[i], ys[i] = p.X, p.Y
	}
	if w.Inputs > 1 {
		plain("xs", n.Xs+" = "+w.places(places, true), "xs", "x2")
	} else {
		plain("xs", n.Xs+" = "+w.places(places, true), "xs")
	}
	if w.Outputs() > 1 {
		plain("ys", n.Ys+" = "+w.array(ys, true), "ys", "classes")
	} else {
		plain("ys", n.Ys+" = "+w.array(ys, true), "ys")
	}
	if len(w.Features) > 0 {
		plain("features", w.featuresFunction(), "features")
	}
	if w.Normalize {
		add("normalizer", func(m *marked) {
			m.WriteString(n.Normalizer + " = ")
			axis := ""
			if w.Inputs < 2 {
				axis = "axis=None" // the xs are a list of numbers, of which each is no feature
			}
			m.says(n.Keras+".layers.Normalization("+axis+")", experiment.NormalizeKey)
		})
		plain("adapt", n.Normalizer+".adapt("+w.inputs(n.Xs)+")")
	}
	add("model", w.model)
	add("weights", w.startWeights)
	add("compile", w.compile)
	add("fit", w.fit)
	predict := func(role string, places []experiment.Place, keys ...string) {
		add(role, func(m *marked) {
			m.WriteString("print(" + n.Model + ".predict(")
			m.says(w.inputs(w.places(places, false)), keys...)
			m.WriteString("))")
		})
	}
	predict("predict", []experiment.Place{w.Predict}, "predict")
	if len(w.Queries) > 0 {
		asked, keys := make([]experiment.Place, len(w.Queries)), []string{"also"}
		for i, q := range w.Queries {
			asked[i] = q.X
			keys = append(keys, experiment.QueryKey(i+1), experiment.TruthKey(i+1))
		}
		predict("asked", asked, keys...)
	}
	if places, ys := w.Truths(); len(places) > 0 {
		add("evaluate", func(m *marked) {
			m.WriteString(n.Model + ".evaluate(")
			m.says(w.inputs(w.places(places, false)), "also")
			m.WriteString(", " + w.array(ys, false) + ")")
			for i, q := range w.Queries {
				if q.Known {
					m.mark(0, experiment.TruthKey(i+1))
				}
			}
		})
	}
	return pieces
}
