package nn

// LayerOutputs returns what each layer gives for the inputs x [rows, features],
// the first layer first: for layer i a matrix [rows, units of i]. The last one
// is what [Sequential.Predict] returns. Errors as those of Predict.
//
// In Keras it is
//
//	keras.Model(model.inputs, [layer.output for layer in model.layers]).predict(x)
func (m *Sequential) LayerOutputs(x Matrix) ([]Matrix, error) {
	if err := m.broken(); err != nil {
		return nil, err
	}
	if err := x.check("LayerOutputs", "x", m.inputs); err != nil {
		return nil, err
	}
	w := m.newWorkspace(x.Rows)
	w.look(false)
	outputs := make([]Matrix, len(w.passes))
	for i, p := range w.passes {
		x = p.forward(x, false)
		outputs[i] = x.clone()
	}
	return outputs, nil
}
