package nn

// ActivityRegularization hands its inputs on and adds a penalty on them, divided by
// the batch's rows, to the loss: L1·Σ|x| + L2·Σx².
//
// Source: https://keras.io/api/layers/regularization_layers/activity_regularization/
type ActivityRegularization struct {
	LayerSettings
	stateless
	L1, L2 float64 // 0 in Keras
}

var _ Layer = (*ActivityRegularization)(nil)

var activityRegularizationEntry = Entry{
	Name: "activity_regularization", Class: "ActivityRegularization",
	construct: func() any { return NewActivityRegularization(0, 0) },
}

// NewActivityRegularization returns the layer.
func NewActivityRegularization(l1, l2 float64) *ActivityRegularization {
	return &ActivityRegularization{LayerSettings: asKeras(), L1: l1, L2: l2}
}

// Name is "activity_regularization".
func (*ActivityRegularization) Name() string { return "activity_regularization" }

func (*ActivityRegularization) class() string { return "ActivityRegularization" }

func (l *ActivityRegularization) options() []layerOption {
	return []layerOption{
		plainOption(number("l1", "L1", &l.L1, 0, unlimited)),
		plainOption(number("l2", "L2", &l.L2, 0, unlimited)),
	}
}

func (l *ActivityRegularization) build(inputs int) (int, error) {
	if err := L1L2(l.L1, l.L2).check("ActivityRegularization"); err != nil {
		return 0, err
	}
	return l.stateless.build(inputs)
}

type activityPass struct {
	regularizer *Regularizer
	x           Matrix
	dx          []float32
}

func (l *ActivityRegularization) newPass(rows int) pass {
	return &activityPass{regularizer: L1L2(l.L1, l.L2), dx: floats(rows * l.units)}
}

func (p *activityPass) penalizes() bool { return *p.regularizer != Regularizer{} }

func (p *activityPass) penalty(rows int) float64 {
	return p.regularizer.penalty(p.x.Data) / float64(rows)
}

func (p *activityPass) forward(x Matrix, _ bool) Matrix {
	p.x = x
	return x
}

func (p *activityPass) backward(dy Matrix, _ bool) Matrix {
	dx := p.dx[:len(dy.Data)]
	copy(dx, dy.Data)
	p.regularizer.addGradient(dx, p.x.Data, 1/float32(dy.Rows))
	return Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: dx}
}
