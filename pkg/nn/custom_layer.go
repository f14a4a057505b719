package nn

import (
	"fmt"
	"math/rand/v2"
)

// LayerFunction is what a layer of your own computes: [NewCustomLayer] makes a
// [Layer] of it. Weights are given to its methods in the order in which Build
// lists them; they are initialized, updated and saved as those of other layers.
//
// Source: https://keras.io/guides/making_new_layers_and_models_via_subclassing/
type LayerFunction interface {
	// Name is the layer's name in summaries, in lower case: "antirectifier".
	Name() string
	// Build returns, for so many inputs a row, how many outputs a row has and which
	// weights the layer learns.
	Build(inputs int) (outputs int, weights []Weight, err error)
	// Forward sets y [batch, outputs] for x [batch, inputs].
	Forward(x, y Matrix, weights [][]float32, training bool)
	// Backward takes dy = dLoss/dy, sets dx = dLoss/dx, and adds dLoss/dweights to
	// the gradients, which are nil where the layer is not Trainable. x and y are
	// those of the latest Forward.
	Backward(x, y, dy, dx Matrix, weights, gradients [][]float32)
}

// Weight is one array that a layer of your own learns.
type Weight struct {
	// Name is as Keras's "kernel".
	Name string
	// Shape is [features, units] or [units].
	Shape []int
	// Initializer draws the first values; nil is [GlorotUniform].
	Initializer Initializer
	// Regularizer and Constraint may be nil.
	Regularizer *Regularizer
	Constraint  Constraint
}

// NewCustomLayer returns a layer that computes what f does.
func NewCustomLayer(f LayerFunction) Layer {
	return &customLayer{LayerSettings: asKeras(), function: f}
}

type customLayer struct {
	LayerSettings
	function        LayerFunction
	inputs, outputs int
	weights         []Weight
	vars            []*variable
}

func (l *customLayer) lacking() bool        { return l.function == nil }
func (l *customLayer) Name() string         { return l.function.Name() }
func (l *customLayer) class() string        { return l.function.Name() }
func (*customLayer) options() []layerOption { return nil }

func (l *customLayer) build(inputs int) (outputs int, err error) {
	outputs, weights, err := l.function.Build(inputs)
	if err != nil {
		return 0, fmt.Errorf("nn: %s: %w", l.Name(), err)
	}
	if outputs < 1 {
		return 0, fmt.Errorf("nn: %s: it has %d outputs; give at least 1", l.Name(), outputs)
	}
	l.inputs, l.outputs, l.weights, l.vars = inputs, outputs, weights, nil
	for i, w := range weights {
		v := (&variable{name: w.Name, shape: w.Shape}).with(w.Regularizer, w.Constraint)
		if len(w.Shape) > 2 || v.size() < 1 {
			return 0, fmt.Errorf("nn: %s: the weight %s has shape %v; give one or two dimensions of at least 1", l.Name(), w.Name, w.Shape)
		}
		if w.Initializer == nil {
			weights[i].Initializer = GlorotUniform
		}
		if err := firstError(
			checkInitializer(l.Name()+": "+w.Name, weights[i].Initializer),
			w.Regularizer.check(l.Name()+": "+w.Name),
			checkConstraint(l.Name()+": "+w.Name, w.Constraint, len(w.Shape)),
		); err != nil {
			return 0, err
		}
		l.vars = append(l.vars, v)
	}
	return outputs, nil
}

func (l *customLayer) variables() []*variable { return l.vars }

func (l *customLayer) initialize(r *rand.Rand) {
	for i, v := range l.vars {
		l.weights[i].Initializer.Fill(r, v.values, v.shape)
	}
}

type customPass struct {
	layer              *customLayer
	x, y               Matrix
	room, dx           []float32
	weights, gradients [][]float32
}

func (l *customLayer) newPass(rows int) pass {
	p := &customPass{layer: l, room: floats(rows * l.outputs), dx: floats(rows * l.inputs)}
	for _, v := range l.vars {
		p.weights, p.gradients = append(p.weights, v.values), append(p.gradients, v.gradient)
	}
	return p
}

func (p *customPass) forward(x Matrix, training bool) Matrix {
	p.x, p.y = x, Matrix{Rows: x.Rows, Cols: p.layer.outputs, Data: p.room[:x.Rows*p.layer.outputs]}
	p.layer.function.Forward(p.x, p.y, p.weights, training)
	return p.y
}

func (p *customPass) backward(dy Matrix, _ bool) Matrix {
	dx := Matrix{Rows: dy.Rows, Cols: p.layer.inputs, Data: p.dx[:dy.Rows*p.layer.inputs]}
	p.layer.function.Backward(p.x, p.y, dy, dx, p.weights, p.gradients)
	return dx
}
