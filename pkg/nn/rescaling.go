package nn

// Rescaling is y = x·Scale + Offset: 1/255 and 0 bring the bytes of a picture to
// between 0 and 1.
//
// Source: https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/
type Rescaling struct {
	LayerSettings
	stateless
	Scale  float64 // no default in Keras
	Offset float64 // 0 in Keras
}

var _ Layer = (*Rescaling)(nil)

var rescalingEntry = Entry{Name: "rescaling", Class: "Rescaling", construct: func() any { return NewRescaling(1, 0) }}

// NewRescaling returns the layer.
func NewRescaling(scale, offset float64) *Rescaling {
	return &Rescaling{LayerSettings: asKeras(), Scale: scale, Offset: offset}
}

// Name is "rescaling".
func (*Rescaling) Name() string { return "rescaling" }

func (*Rescaling) class() string { return "Rescaling" }

func (l *Rescaling) options() []layerOption {
	return []layerOption{
		plainOption(number("scale", "Scale", &l.Scale, -unlimited, unlimited)).must(),
		plainOption(number("offset", "Offset", &l.Offset, -unlimited, unlimited)),
	}
}

func (l *Rescaling) build(inputs int) (int, error) {
	if err := firstError(
		atLeast("Rescaling", "scale", l.Scale, -unlimited),
		atLeast("Rescaling", "offset", l.Offset, -unlimited),
	); err != nil {
		return 0, err
	}
	return l.stateless.build(inputs)
}

type rescalingPass struct {
	scale, offset float32
	y, dx         []float32
}

func (l *Rescaling) newPass(rows int) pass {
	n := rows * l.units
	return &rescalingPass{scale: float32(l.Scale), offset: float32(l.Offset), y: floats(n), dx: floats(n)}
}

func (p *rescalingPass) forward(x Matrix, _ bool) Matrix {
	for i, v := range x.Data {
		p.y[i] = v*p.scale + p.offset
	}
	return Matrix{Rows: x.Rows, Cols: x.Cols, Data: p.y[:len(x.Data)]}
}

func (p *rescalingPass) backward(dy Matrix, _ bool) Matrix {
	for i, d := range dy.Data {
		p.dx[i] = d * p.scale
	}
	return Matrix{Rows: dy.Rows, Cols: dy.Cols, Data: p.dx[:len(dy.Data)]}
}
