package nn

// Observer computes what every layer gives for the same inputs again and again, as
// pictures of what a network sees need it with every frame of its training:
// without allocating, and without keeping what a way back would need. Make one with
// [Sequential.NewObserver].
type Observer struct {
	model   *Sequential
	work    *workspace
	x       Matrix
	outputs []Matrix
}

// observedRows is how many rows go through all layers before the next ones do: as
// many as fit into the processor's nearest memory with all that layers make of them.
const observedRows = 256

// NewObserver returns an Observer of x [rows, features], which is not copied. Errors
// as those of Predict.
func (m *Sequential) NewObserver(x Matrix) (*Observer, error) {
	if err := m.broken(); err != nil {
		return nil, err
	}
	if err := x.check("NewObserver", "x", m.inputs); err != nil {
		return nil, err
	}
	o := &Observer{model: m, work: m.newWorkspace(min(x.Rows, observedRows)), x: x}
	// The layers' widths are those of what they give.
	first := x.rows(0, 1)
	for _, p := range o.work.passes {
		first = p.forward(first, false)
		o.outputs = append(o.outputs, NewMatrix(x.Rows, first.Cols))
	}
	return o, nil
}

// Observe sets the weights, flat in the order of AppendParams, or keeps them when
// params is nil, and returns what each layer gives for the inputs, the first layer
// first: for layer i a matrix [rows, units of i], as [Sequential.LayerOutputs] does.
// The matrices are valid until the next call. It panics when the number of params is
// not the model's ParamCount.
func (o *Observer) Observe(params []float32) []Matrix {
	if params != nil {
		if len(params) != len(o.model.params) {
			panic("nn: Observer.Observe: give as many weights as the model has parameters")
		}
		copy(o.model.params, params)
	}
	for from := 0; from < o.x.Rows; from += observedRows {
		end := min(from+observedRows, o.x.Rows)
		part := o.x.rows(from, end)
		for i, p := range o.work.passes {
			part = p.forward(part, false)
			copy(o.outputs[i].rows(from, end).Data, part.Data)
		}
	}
	return o.outputs
}
