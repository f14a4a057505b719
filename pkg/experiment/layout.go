package experiment

import "strconv"

// Layout is the order of a model's parameters in one flat list of numbers, as
// nn.Sequential.AppendParams writes it and SetParams reads it: layer by layer,
// first the kernel, row by row, then the bias.
type Layout []LayerLayout

// LayerLayout says where the parameters of one Dense layer are in the list.
type LayerLayout struct {
	// Inputs is how many numbers come into each unit.
	Inputs int
	// Units is how many numbers the layer gives.
	Units int
	// Kernel and Bias are the places of the first weight and the first bias.
	// The weight from input i to unit j is at Kernel + i·Units + j, the bias of
	// unit j at Bias + j.
	Kernel, Bias int
}

// Count is how many parameters the layer has.
func (l LayerLayout) Count() int { return (l.Inputs + 1) * l.Units }

// End is the place after the layer's last parameter.
func (l LayerLayout) End() int { return l.Kernel + l.Count() }

// Layout returns the order of the parameters of e's model.
func (e Experiment) Layout() Layout {
	layout := make(Layout, len(e.Layers))
	inputs, at := e.Width(), 0
	for i, layer := range e.Layers {
		l := LayerLayout{Inputs: inputs, Units: layer.Units, Kernel: at, Bias: at + inputs*layer.Units}
		layout[i] = l
		inputs, at = layer.Units, l.End()
	}
	return layout
}

// Count is how many parameters the model has.
func (l Layout) Count() int {
	if len(l) == 0 {
		return 0
	}
	return l[len(l)-1].End()
}

// Layer returns the layer, counted from 0, that the parameter at place i
// belongs to; -1 when there is none.
func (l Layout) Layer(i int) int {
	for at, layer := range l {
		if i >= layer.Kernel && i < layer.End() {
			return at
		}
	}
	return -1
}

// Name names the parameter at place i by its layer, counted from 1, and its
// index in Keras: "layer 2 kernel[0,3]", "layer 2 bias[1]". It is "" when there
// is no such parameter.
func (l Layout) Name(i int) string {
	at := l.Layer(i)
	if at < 0 {
		return ""
	}
	layer, name := l[at], "layer "+strconv.Itoa(at+1)
	if i >= layer.Bias {
		return name + " bias[" + strconv.Itoa(i-layer.Bias) + "]"
	}
	row, column := (i-layer.Kernel)/layer.Units, (i-layer.Kernel)%layer.Units
	return name + " kernel[" + strconv.Itoa(row) + "," + strconv.Itoa(column) + "]"
}

// Line returns the weight and the bias among parameters of a model that is one
// unit with one input; ok is false for any other.
func (l Layout) Line(params []float32) (line Line, ok bool) {
	if len(l) != 1 || l[0].Inputs != 1 || l[0].Units != 1 || len(params) != l.Count() {
		return Line{}, false
	}
	return Line{W: float64(params[l[0].Kernel]), B: float64(params[l[0].Bias])}, true
}

// params returns the parameters of a model that is one unit with one input: the
// inverse of [Layout.Line].
func (l Line) params() []float32 { return []float32{float32(l.W), float32(l.B)} }

// shortened returns the line with the fewest digits that are the same float32s.
func (l Line) shortened() Line {
	return Line{W: shortest(float32(l.W)), B: shortest(float32(l.B))}
}
