package playground

import (
	"math"

	"firstneuron/pkg/experiment/dataset"
)

// Network is TensorFlow Playground's own engine, number by number: float64, one
// row after the other, sums in its order. It is here for what no Keras program can
// say:
//
//   - rows that no full batch is left for stay in the sums and count in the first
//     update of the next epoch;
//   - a link of an L1 penalty that crosses 0 dies: its weight is 0 for good;
//   - the penalty is a step of its own, after that of the loss.
//
// The conversions to float64 keep a processor from rounding a product and a sum at
// once, so that the numbers are the same on every machine.
type Network struct {
	layers []layer
	rate   float64
	// penalty is added, penaltyRate times.
	penalty     Penalty
	penaltyRate float64
	batch       float64
	// rows counts those whose derivatives are in the sums.
	rows int
}

// layer is the units that see the same inputs.
type layer struct {
	inputs, units int
	activation
	// weights are [units, inputs], biases [units], as are their sums of derivatives;
	// a dead link is trained no more.
	weights, biases      []float64
	weightSums, biasSums []float64
	dead                 []bool
	// What the last row made: the sums z, the outputs y, and the derivatives of the
	// loss by both.
	z, y, dz, dy []float64
}

// newNetwork draws a network as the Playground does: from the stream that the data
// left, layer by layer, unit by unit, a number for every link, also where all
// begin at 0.
func newNetwork(s State, random *dataset.Random) *Network {
	n := &Network{rate: s.LearningRate, penalty: s.Regularization, penaltyRate: s.RegularizationRate, batch: s.BatchSize}
	hidden, output := activations[s.Activation], activations["tanh"]
	if s.Regression {
		output = activations["linear"]
	}
	inputs := len(s.Features())
	for _, units := range s.Units() {
		n.layers = append(n.layers, newLayer(inputs, units, hidden))
		inputs = units
	}
	n.layers = append(n.layers, newLayer(inputs, 1, output))
	for i := range n.layers {
		l := &n.layers[i]
		for w := range l.weights {
			weight := random.Float64() - 0.5
			if !s.InitZero {
				l.weights[w] = weight
			}
		}
		for b := range l.biases {
			if !s.InitZero {
				l.biases[b] = 0.1
			}
		}
	}
	return n
}

func newLayer(inputs, units int, a activation) layer {
	links := inputs * units
	all := make([]float64, 2*links+6*units)
	cut := func(n int) []float64 {
		part := all[:n:n]
		all = all[n:]
		return part
	}
	return layer{
		inputs: inputs, units: units, activation: a,
		weights: cut(links), weightSums: cut(links), biases: cut(units), biasSums: cut(units),
		z: cut(units), y: cut(units), dz: cut(units), dy: cut(units),
		dead: make([]bool, links),
	}
}

// Predict returns the output for a row of inputs.
func (n *Network) Predict(inputs []float64) float64 {
	for i := range n.layers {
		l := &n.layers[i]
		for u := range l.units {
			z := l.biases[u]
			for j, w := range l.weights[u*l.inputs : (u+1)*l.inputs] {
				z += float64(w * inputs[j])
			}
			l.z[u], l.y[u] = z, l.output(z)
		}
		inputs = l.y
	}
	return inputs[0]
}

// learn adds the derivatives of a row's loss, ½(output − label)², to the sums.
func (n *Network) learn(inputs []float64, label float64) {
	last := &n.layers[len(n.layers)-1]
	last.dy[0] = n.Predict(inputs) - label
	for i := len(n.layers) - 1; i >= 0; i-- {
		l := &n.layers[i]
		from := inputs
		if i > 0 {
			from = n.layers[i-1].y
		}
		for u := range l.units {
			l.dz[u] = float64(l.dy[u] * l.derivative(l.z[u], l.y[u]))
			l.biasSums[u] += l.dz[u]
			for j, x := range from {
				if at := u*l.inputs + j; !l.dead[at] {
					l.weightSums[at] += float64(l.dz[u] * x)
				}
			}
		}
		if i > 0 {
			n.layers[i-1].blame(l)
		}
	}
	n.rows++
}

// blame sets the derivatives of the loss by the outputs of l from those by the sums
// of the layer after it.
func (l *layer) blame(next *layer) {
	for j := range l.dy {
		var sum float64
		for u, dz := range next.dz {
			sum += float64(next.weights[u*next.inputs+j] * dz)
		}
		l.dy[j] = sum
	}
}

// update makes one step along the mean of the sums, and clears them.
func (n *Network) update() {
	count := float64(n.rows)
	for i := range n.layers {
		l := &n.layers[i]
		for u := range l.biases {
			l.biases[u] -= float64(n.rate*l.biasSums[u]) / count
			l.biasSums[u] = 0
		}
		for at, before := range l.weights {
			if l.dead[at] {
				continue
			}
			w := before - float64(n.rate/count*l.weightSums[at])
			after := w - float64(float64(n.rate*n.penaltyRate)*n.penalty.slope(before))
			if n.penalty == Absolute && w*after < 0 {
				l.weights[at], l.dead[at] = 0, true
			} else {
				l.weights[at] = after
			}
			l.weightSums[at] = 0
		}
	}
	n.rows = 0
}

// epoch passes over rows of inputs once.
func (n *Network) epoch(rows [][]float64, labels []float64) {
	for i, row := range rows {
		n.learn(row, labels[i])
		// A batch of 2.5 rows ends with the fifth, one of 0 never.
		if math.Mod(float64(i+1), n.batch) == 0 {
			n.update()
		}
	}
}

// loss returns the mean of the rows' losses; NaN of no rows.
func (n *Network) loss(rows [][]float64, labels []float64) float64 {
	var sum float64
	for i, row := range rows {
		d := n.Predict(row) - labels[i]
		sum += float64(0.5 * float64(d*d))
	}
	return sum / float64(len(rows))
}

// AppendParams appends all weights and biases, flat in Keras's order: for each layer
// the kernel [inputs, units], then the bias.
func (n *Network) AppendParams(params []float64) []float64 {
	for i := range n.layers {
		l := &n.layers[i]
		for j := range l.inputs {
			for u := range l.units {
				params = append(params, l.weights[u*l.inputs+j])
			}
		}
		params = append(params, l.biases...)
	}
	return params
}

// DeadLinks returns how many links an L1 penalty has killed.
func (n *Network) DeadLinks() int {
	count := 0
	for i := range n.layers {
		for _, dead := range n.layers[i].dead {
			if dead {
				count++
			}
		}
	}
	return count
}
