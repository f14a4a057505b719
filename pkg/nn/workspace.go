package nn

// A workspace is the memory of a batch on its way through the model. It is
// made once for the largest batch; the steps allocate nothing.
type workspace struct {
	model  *Sequential
	passes []pass
	dy     []float32
	room   []float32 // for labels
	// given is the model's loss, exact the one of logits where it is a
	// crossentropy. loss is the one in use: where fromZ is set the exact one, of
	// what went into the last activation.
	given, exact, loss Loss
	reduction          string
	fromZ              activated
	// scores holds the logits of the outputs, whatever the loss; nil where
	// there are none.
	scores activated
	// plain is how many metrics know of no sample weights; the others come after them.
	plain int
	// end is the place of the last pass that the way back goes through.
	end int
	// penalized is set when a layer has a regularizer.
	penalized bool
}

func (m *Sequential) newWorkspace(rows int) *workspace {
	w := &workspace{model: m, dy: floats(rows * m.outputs), given: m.loss, reduction: m.reduction}
	for _, layer := range m.layers {
		w.passes = append(w.passes, layer.newPass(rows))
	}
	for w.plain < len(m.metrics) && !isWeighted(m.metrics[w.plain]) {
		w.plain++
	}
	for _, v := range m.trained {
		w.penalized = w.penalized || v.regularizer != nil
	}
	for _, p := range w.passes {
		if p, ok := p.(penalizing); ok {
			w.penalized = w.penalized || p.penalizes()
		}
	}
	if l, ok := m.loss.(crossentropy); ok {
		w.exact = l.fromLogits()
	}
	w.look(true)
	return w
}

// forward returns the model's outputs for a batch. They are valid until the
// next call.
func (w *workspace) forward(x Matrix, training bool) Matrix {
	w.look(training)
	for _, p := range w.passes {
		x = p.forward(x, training)
	}
	return x
}

// measured returns what the loss is measured on, for the outputs p.
func (w *workspace) measured(p Matrix) Matrix {
	if w.fromZ != nil {
		return scoresOf(w.fromZ, p)
	}
	return p
}

// labels returns a batch's labels as the loss takes them.
func (w *workspace) labels(y Matrix) Matrix {
	if _, ok := w.loss.(signed); ok {
		return signsOf(y, &w.room)
	}
	return y
}

// lossOf returns the sum of the rows' losses, each times its weight where
// there are weights.
func (w *workspace) lossOf(y, p Matrix, weights []float32) float64 {
	p, y = w.measured(p), w.labels(y)
	times := w.times(w.reduction, p.Rows, weights)
	if l, ok := w.loss.(batchLoss); ok && p.Cols == 1 && weights == nil {
		return l.column(y.Data, p.Data) * times
	}
	if _, ok := w.loss.(wholeBatch); ok {
		return float64(w.loss.row(y.Data, p.Data)) * sumOfWeights(y.Rows, weights) * times
	}
	var sum float64
	for i := range y.Rows {
		row := float64(w.loss.row(y.Row(i), p.Row(i)))
		if weights != nil {
			row *= float64(weights[i])
		}
		sum += row
	}
	return sum * times
}

// times is what a reduction makes of the mean of the rows' losses.
func (w *workspace) times(reduction string, rows int, weights []float32) float64 {
	_, whole := w.loss.(wholeBatch)
	switch {
	case reduction == "" || reduction == NoReduction || whole && weights == nil:
		return 1
	case reduction == Sum:
		return float64(rows)
	case weights == nil:
		return 1
	}
	all := sumOfWeights(rows, weights)
	if all == 0 {
		return 0
	}
	return float64(rows) / all
}

// penalty returns what the regularizers add to the loss of the batch that went
// forward last.
func (w *workspace) penalty(rows int) float64 {
	if !w.penalized {
		return 0
	}
	var sum float64
	for _, v := range w.model.trained {
		sum += v.regularizer.penalty(v.values)
	}
	for _, p := range w.passes {
		if p, ok := p.(penalizing); ok {
			sum += p.penalty(rows)
		}
	}
	return sum
}

// backward fills the model's gradients, those of the batch's loss, for the
// outputs p that forward returned last.
func (w *workspace) backward(y, p Matrix, weights []float32) {
	p, y = w.measured(p), w.labels(y)
	dy := Matrix{Rows: p.Rows, Cols: p.Cols, Data: w.dy[:p.Rows*p.Cols]}
	w.derivative(y, p, dy, weights)
	clear(w.model.gradients)
	last := w.end
	if w.fromZ != nil {
		dy = w.fromZ.backwardFromLoss(dy, last > 0)
		last--
	}
	for i := last; i >= 0; i-- {
		dy = w.passes[i].backward(dy, i > 0)
	}
	if !w.penalized {
		return
	}
	for _, v := range w.model.trained {
		v.regularizer.addGradient(v.gradient, v.values, 1)
	}
}

// derivative sets dy = dLoss/dp of the batch's mean loss.
func (w *workspace) derivative(y, p, dy Matrix, weights []float32) {
	scale := 1 / float32(p.Rows)
	switch w.reduction {
	case "":
	case NoReduction:
		scale *= float32(w.times(Sum, p.Rows, weights))
	default:
		scale *= float32(w.times(w.reduction, p.Rows, weights))
	}
	if l, ok := w.loss.(batchLoss); ok && p.Cols == 1 && weights == nil {
		l.columnDerivative(y.Data, p.Data, dy.Data, scale)
		return
	}
	if _, ok := w.loss.(wholeBatch); ok {
		w.loss.derivative(y.Data, p.Data, dy.Data)
		mean := scale * float32(sumOfWeights(p.Rows, weights))
		for i := range dy.Data {
			dy.Data[i] *= mean
		}
		return
	}
	for i := range p.Rows {
		row := dy.Row(i)
		w.loss.derivative(y.Row(i), p.Row(i), row)
		s := scale
		if weights != nil {
			s *= weights[i]
		}
		for j := range row {
			row[j] *= s
		}
	}
}

// sumOfWeights adds up the weights of a batch's rows, which are 1 where none are
// given.
func sumOfWeights(rows int, weights []float32) float64 {
	if weights == nil {
		return float64(rows)
	}
	var sum float64
	for _, weight := range weights {
		sum += float64(weight)
	}
	return sum
}
