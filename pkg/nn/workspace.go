package nn

// A workspace is the memory of a batch on its way through the model. It is
// made once for the largest batch; the steps allocate nothing.
type workspace struct {
	model  *Sequential
	passes []pass
	dy     []float32
}

func (m *Sequential) newWorkspace(rows int) *workspace {
	w := &workspace{model: m, dy: make([]float32, rows*m.outputs)}
	for _, layer := range m.layers {
		w.passes = append(w.passes, layer.newPass(rows))
	}
	return w
}

// forward returns the model's outputs for a batch. They are valid until the
// next call.
func (w *workspace) forward(x Matrix) Matrix {
	for _, p := range w.passes {
		x = p.forward(x)
	}
	return x
}

// loss returns the sum of the rows' losses.
func (w *workspace) loss(y, p Matrix) float64 {
	var sum float64
	for i := range y.Rows {
		sum += float64(w.model.loss.row(y.Row(i), p.Row(i)))
	}
	return sum
}

// backward fills the model's gradients, those of the batch's mean loss, for
// the outputs p that forward returned last.
func (w *workspace) backward(y, p Matrix) {
	dy := Matrix{Rows: p.Rows, Cols: p.Cols, Data: w.dy[:p.Rows*p.Cols]}
	for i := range p.Rows {
		w.model.loss.derivative(y.Row(i), p.Row(i), dy.Row(i))
	}
	scale := 1 / float32(p.Rows)
	for i := range dy.Data {
		dy.Data[i] *= scale
	}
	clear(w.model.gradients)
	for i := len(w.passes) - 1; i >= 0; i-- {
		dy = w.passes[i].backward(dy, i > 0)
	}
}
