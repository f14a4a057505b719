package nn

// lineFit is the fused path of the lesson's own model: one Dense(1) without
// activation on one feature, the mean squared error and plain SGD. One pass
// over a batch computes outputs, loss and gradients with everything in
// registers, five times as fast as layer by layer, and gives the same numbers
// within rounding.
type lineFit struct {
	kernel []float32
	bias   []float32 // nil when the layer has none
	sgd    *SGD
}

// newLineFit returns the fused path of a training, nil when it needs more.
func (t *Training) newLineFit() *lineFit {
	m := t.model
	d, isDense := m.layers[0].(*Dense)
	sgd, isSGD := m.stepper.optimizer.(*SGD)
	switch {
	case len(m.layers) != 1, !isDense, !isSGD, m.loss != MeanSquaredError, len(m.metrics) > 0, t.weights != nil:
		return nil
	case m.inputs != 1, d.Units != 1, d.Activation != Linear, sgd.Momentum != 0, !sgd.plain():
		return nil
	case d.KernelRegularizer != nil, d.BiasRegularizer != nil, d.ActivityRegularizer != nil:
		return nil
	}
	f := &lineFit{kernel: d.kernel.values, sgd: sgd}
	if d.bias != nil {
		f.bias = d.bias.values
	}
	return f
}

// run makes whole epochs at once, as many as asked for, where nobody listens
// and one batch holds every row.
func (f *lineFit) run(t *Training, epochs int) {
	w, b := f.kernel[0], float32(0)
	if f.bias != nil {
		b = f.bias[0]
	}
	x := t.x.Data
	y := t.y.Data[:len(x)]
	n := float64(len(x))
	step := float32(f.sgd.LearningRate) * (2 / float32(len(x)))
	numbers, logged, epoch := t.epochs, t.logged[0], t.epoch
	for range epochs {
		var squares, dw, db float32
		i := 0
		for ; i+3 <= len(x); i += 3 {
			u, v := (*[3]float32)(x[i:]), (*[3]float32)(y[i:])
			e := w*u[0] + b - v[0]
			squares += e * e
			dw += e * u[0]
			db += e
			e = w*u[1] + b - v[1]
			squares += e * e
			dw += e * u[1]
			db += e
			e = w*u[2] + b - v[2]
			squares += e * e
			dw += e * u[2]
			db += e
		}
		for ; i < len(x); i++ {
			e := w*x[i] + b - y[i]
			squares += e * e
			dw += e * x[i]
			db += e
		}
		numbers, logged = append(numbers, epoch), append(logged, float64(squares)/n)
		epoch++
		w -= step * dw
		if f.bias != nil {
			b -= step * db
		}
	}
	t.epochs, t.logged[0], t.epoch = numbers, logged, epoch
	f.kernel[0] = w
	if f.bias != nil {
		f.bias[0] = b
	}
	t.steps += epochs
	t.model.stepper.steps += epochs
}

// step makes one update and returns the sum of the rows' losses:
//
//	dloss/dw = 2/n Σ e·x,  dloss/db = 2/n Σ e,  with e = w·x + b − y.
func (f *lineFit) step(t *Training, x, y []float32) float64 {
	w, b := f.kernel[0], float32(0)
	if f.bias != nil {
		b = f.bias[0]
	}
	y = y[:len(x)]
	var squares, dw, db float32
	for i, v := range x {
		e := w*v + b - y[i]
		squares += e * e
		dw += e * v
		db += e
	}
	loss := float64(squares)
	if !t.watch(loss) {
		return loss
	}
	// Rounded as run does, so that any cut of a training gives the same bits.
	step := float32(f.sgd.LearningRate) * (2 / float32(len(x)))
	t.model.stepper.steps++
	f.kernel[0] = w - step*dw
	if f.bias != nil {
		f.bias[0] = b - step*db
	}
	return loss
}
