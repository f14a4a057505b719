package nn

import "testing"

// What the tests of package nn_test reach inside for.

// Apply returns y = f(z) and dz for dy (all 1 when nil).
func Apply(t testing.TB, name string, z, dy []float32, cols int) (y, dz []float32) {
	t.Helper()
	a, err := ActivationByName(name)
	if err != nil {
		t.Fatal(err)
	}
	if dy == nil {
		dy = make([]float32, len(z))
		for i := range dy {
			dy[i] = 1
		}
	}
	y, dz = make([]float32, len(z)), make([]float32, len(z))
	a.forward(z, y, cols)
	a.backward(z, y, dy, dz, cols)
	return y, dz
}

// HasOwnRules reports whether a training keeps a rule that the fused paths do not have.
func HasOwnRules(t *Training) bool { return t.ownRules() }

// LossOf returns the loss of a row and its derivative.
func LossOf(l Loss, y, p []float32) (float32, []float32) {
	gradient := make([]float32, len(p))
	l.derivative(y, p, gradient)
	return l.row(y, p), gradient
}

// LabelsOf returns a batch's labels as a loss takes them.
func LabelsOf(l Loss, y [][]float32) [][]float32 {
	m, err := FromRows(y)
	if err != nil {
		panic(err)
	}
	m = (&workspace{loss: l}).labels(m)
	rows := make([][]float32, m.Rows)
	for i := range rows {
		rows[i] = m.Row(i)
	}
	return rows
}

// WholeBatch reports whether a loss is computed from a whole batch.
func WholeBatch(l Loss) bool {
	_, ok := l.(wholeBatch)
	return ok
}

// Count returns a metric's result after each batch.
func Count(m Metric, y, p [][]float32, weights []float64, batches []int) []float64 {
	c := m.accumulator(len(p[0]))
	var results []float64
	at := 0
	for _, size := range batches {
		for range size {
			weight := 1.0
			if weights != nil {
				weight = weights[at]
			}
			c.add(y[at], p[at], weight)
			at++
		}
		results = append(results, c.result())
	}
	return results
}

// PenaltyOf returns a regularizer's penalty and its gradient.
func PenaltyOf(r *Regularizer, w []float32) (float64, []float32) {
	gradient := make([]float32, len(w))
	r.addGradient(gradient, w, 1)
	return r.penalty(w), gradient
}

// GradientOf returns the gradient of a batch's loss, and the loss itself.
func GradientOf(m *Sequential, x, y Matrix) (loss float64, gradient []float32) {
	w := m.newWorkspace(x.Rows)
	p := w.forward(x, false)
	loss = w.lossOf(y, p, nil)/float64(x.Rows) + w.penalty(x.Rows)
	w.backward(y, p, nil)
	return loss, append([]float32(nil), m.gradients...)
}

// LogsOfPairs returns logs of pairs of key and value.
func LogsOfPairs(pairs ...any) Logs {
	var l Logs
	for i := 0; i+1 < len(pairs); i += 2 {
		l.keys = append(l.keys, pairs[i].(string))
		switch v := pairs[i+1].(type) {
		case int:
			l.values = append(l.values, float64(v))
		case float64:
			l.values = append(l.values, v)
		}
	}
	return LogsOf(l.keys, l.values)
}

// Stopped reports whether a training was told to stop.
func Stopped(t *Training) bool { return t.config.Epochs < t.epochs }

// ConfigOf returns a thing's hyperparameters as Keras's configuration has them.
func ConfigOf(thing any) map[string]any { return hyperparameterConfig(thing) }

// SetConfig sets a thing's hyperparameters from a configuration.
func SetConfig(thing any, config map[string]any) error {
	return setHyperparameters("thing", thing, config)
}

// SetApart sets an option of an optimizer that is none of its hyperparameters.
func SetApart(o Optimizer, name string, value any) bool {
	s := o.settings()
	switch name {
	case "use_ema":
		s.UseEMA = value.(bool)
	case "ema_momentum":
		s.EMAMomentum = value.(float64)
	case "ema_overwrite_frequency":
		s.EMAOverwriteFrequency = int(value.(float64))
	case "gradient_accumulation_steps":
		s.GradientAccumulationSteps = int(value.(float64))
	default:
		return false
	}
	return true
}

// Construct returns a new thing of an entry.
func Construct(e Entry) any { return e.construct() }

// ApplyLast returns what the last layer of a model makes of a row, and the derivative of
// its sum by each input.
func ApplyLast(m *Sequential, x []float32) (y, dx []float32) {
	pass, ones := m.layers[len(m.layers)-1].newPass(1), make([]float32, len(x))
	for i := range ones {
		ones[i] = 1
	}
	y = append(y, pass.forward(Matrix{Rows: 1, Cols: len(x), Data: x}, true).Data...)
	return y, pass.backward(Matrix{Rows: 1, Cols: len(x), Data: ones}, true).Data
}
