package nn

// A crossentropy measures probabilities, or the scores (logits) that an
// activation made them of, where it is exact: a probability of 1 − 1e-9 is 1 in
// float32, and clipping it stops the learning.
//
// As Keras does on TensorFlow, every crossentropy after a sigmoid or a softmax,
// whichever of the two, takes what went into the activation. So a softmax with
// binary_crossentropy is trained as a sigmoid would be, and a sigmoid with
// categorical_crossentropy as a softmax.
//
// Source: keras/src/backend/tensorflow/nn.py, _get_logits; keras/src/activations.
type crossentropy interface {
	Loss
	// fromLogits returns the loss of logits.
	fromLogits() Loss
}

// activated is a pass that ends with an activation.
type activated interface {
	pass
	output() Activation
	// preActivations are what went into the activation of the last batch.
	preActivations() []float32
	// backwardFromLoss is backward, from the derivative of the loss by them.
	backwardFromLoss(dz Matrix, needed bool) (dx Matrix)
}

// cachesLogits reports whether Keras keeps what went into an activation.
func cachesLogits(a Activation) bool { return a == Sigmoid || a == Softmax }

// A handing pass can return its very inputs, with the logits that Keras keeps
// beside them.
type handing interface{ handsOn(training bool) bool }

// look finds what the loss and the metrics measure, while training or not: a
// last Dropout hides the logits while it drops.
func (w *workspace) look(training bool) {
	w.loss, w.fromZ, w.scores, w.end = w.given, nil, nil, len(w.passes)-1
	end := w.end
	for end > 0 {
		p, ok := w.passes[end].(handing)
		if !ok || !p.handsOn(training) {
			break
		}
		end--
	}
	if a, ok := w.passes[end].(activated); ok && cachesLogits(a.output()) {
		w.scores = a
	}
	if w.scores != nil && w.exact != nil {
		w.loss, w.fromZ, w.end = w.exact, w.scores, end
	}
}

// scoresOf returns what went into the last activation, for the outputs p.
func scoresOf(a activated, p Matrix) Matrix {
	return Matrix{Rows: p.Rows, Cols: p.Cols, Data: a.preActivations()[:len(p.Data)]}
}
