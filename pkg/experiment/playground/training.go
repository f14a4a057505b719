package playground

import "firstneuron/pkg/experiment/dataset"

// Training is a state as TensorFlow Playground trains it: the exact mode.
type Training struct {
	*Network
	// Train and Test are the points that are trained on and those that are only
	// measured, in the Playground's order.
	Train, Test []dataset.Point

	train, test rows
	epochs      int
}

// rows are points as the network takes them.
type rows struct {
	inputs [][]float64
	labels []float64
}

// NewTraining draws the data and the first weights of a state, both from the stream
// of its seed.
func NewTraining(s State) *Training {
	points, random := s.Recipe().Draw()
	t := &Training{Network: newNetwork(s, random)}
	at := s.TrainRows(len(points))
	t.Train, t.Test = points[:at], points[at:]
	t.train, t.test = rowsOf(t.Train, s.Features()), rowsOf(t.Test, s.Features())
	return t
}

func rowsOf(points []dataset.Point, features []dataset.Feature) rows {
	r := rows{make([][]float64, len(points)), make([]float64, len(points))}
	for i, p := range points {
		r.inputs[i] = dataset.AppendInputs(make([]float64, 0, len(features)), features, p.X1, p.X2)
		r.labels[i] = p.Y
	}
	return r
}

// Epochs returns how many epochs are made.
func (t *Training) Epochs() int { return t.epochs }

// Advance makes so many epochs.
func (t *Training) Advance(epochs int) {
	for range epochs {
		t.epoch(t.train.inputs, t.train.labels)
		t.epochs++
	}
}

// Losses returns what the Playground's page shows: the mean of ½(output − label)²
// over all points that are trained on, and over those that are not, without
// penalty, with the weights as they are now. It is NaN over no points.
func (t *Training) Losses() (train, test float64) {
	return t.loss(t.train.inputs, t.train.labels), t.loss(t.test.inputs, t.test.labels)
}
