package network

import (
	"strconv"

	"firstneuron/pkg/ui/format"
)

// Answer is what the model makes of the chosen point: its number in the data,
// counted from 1 and 0 for none, its x and y and the model's answer.
type Answer struct {
	Point     int
	X, Y, Got float64
	// Fed is what comes to the weight of a neuron: x, or what it is normalized to.
	Fed float64
	// Inputs are what comes in where that is more than x.
	Inputs []float64
	// Place is where the point lies in words, "" where that is x.
	Place string
	// Outputs are those of each class, where Got is the highest one's.
	Outputs []float32
}

// place is where the point lies.
func (a Answer) place() string {
	if a.Place != "" {
		return a.Place
	}
	return Number(a.X)
}

// input is what comes in at the i-th input.
func (a Answer) input(i int) float64 {
	if i < len(a.Inputs) {
		return a.Inputs[i]
	}
	return a.X
}

// output writes what the i-th unit of the last layer gives; of several, in the two digits
// that there is room for beside the units.
func (a Answer) output(i int) string {
	if i < len(a.Outputs) {
		return format.Digits(float64(a.Outputs[i]), 2)
	}
	return Number(a.Got)
}

// digits is how many digits a number has in the picture; a hover or the focus
// tells all of them.
const digits = 4

// Number writes a number of the picture: at most four digits, no trailing zeros.
func Number(v float64) string { return format.Digits(v, digits) }

// neuronLabels name the parts of the neuron, and say what runs through it.
func (p Plan) neuronLabels(answer Answer) []Label {
	if len(p.Edges) != 2 {
		return nil
	}
	x, one, sum := p.Columns[0].Nodes[0], p.Columns[0].One, p.Columns[1].Nodes[0]
	w, b := p.Edges[0], p.Edges[1]
	out := sum.X + p.TileWidth/2
	scale := p.Radius / 19
	labels := []Label{
		{Class: "node-name", Text: "x", Anchor: "middle", Place: Place{x.X, x.Y + 5*scale}},
		{Class: "node-name", Text: "1", Anchor: "middle", Place: Place{one.X, one.Y + 5*scale}},
		{Class: "node-sum", Text: "Σ", Anchor: "middle", Place: Place{sum.X, sum.Y + 9*scale}},
		{Class: "node-name", Text: "ŷ", Anchor: "start", Place: Place{out + 20*scale, sum.Y - 12*scale}},
	}
	above, below := w.At(0.55), b.At(0.55)
	labels = append(labels,
		Label{Class: "edge-number " + classOf(w.Value), Text: "w = " + Number(w.Value), Anchor: "start", Place: Place{above.X - 4, above.Y - w.Thick/2 - max(11*scale, 6)}},
		Label{Class: "edge-number " + classOf(b.Value), Text: "b = " + Number(b.Value), Anchor: "start", Place: Place{below.X - 4, below.Y + b.Thick/2 + max(20*scale, 15)}},
	)
	if answer.Point > 0 {
		labels = append(labels,
			Label{Class: "node-value", Text: Number(answer.X), Anchor: "middle", Place: Place{x.X, x.Y - p.Radius - 5}},
			Label{Class: "node-value", Text: Number(answer.Got), Anchor: "start", Place: Place{out + 8*scale, sum.Y + 20*scale}},
		)
	}
	return labels
}

// countWidth is how wide the text is that counts what a column has folded; of nearer
// columns one text counts all.
const countWidth = 28.0

// outputRoom is how far apart several outputs are at least that have a name and a number.
const outputRoom = 36.0

// netLabels name the ends of a net, count what is folded, and number the edges:
// all of them where there is room, else those of the unit that is looked at.
func (p Plan) netLabels(m Model, look Look, answer Answer) []Label {
	var labels []Label
	input, last := p.Columns[0], p.Columns[len(p.Columns)-1]
	for i, node := range input.Nodes {
		name := "x"
		if input.First+i < len(m.Inputs) {
			name = m.Inputs[input.First+i]
		}
		labels = append(labels, Label{Class: "node-name", Text: name, Anchor: "middle", Place: Place{node.X, node.Y + 4}})
		if answer.Point > 0 && p.InputValues {
			labels = append(labels, Label{Class: "node-value", Text: Number(answer.input(input.First + i)), Anchor: "middle", Place: Place{node.X, node.Y - p.Radius - 4}})
		}
	}
	for _, column := range p.Columns[:len(p.Columns)-1] {
		if p.Narrow {
			break
		}
		labels = append(labels, Label{Class: "node-one", Text: "1", Anchor: "middle", Place: Place{column.One.X, column.One.Y + 4}})
	}
	for _, column := range p.Columns {
		if column.Folded() > 0 && p.Columns[1].X-p.Columns[0].X < countWidth {
			labels = append(labels, Label{Class: "node-rest", Text: "+" + strconv.Itoa(p.All-p.Drawn), Anchor: "middle", Place: Place{p.Width / 2, column.Rest.Y + 4}})
			break
		}
		if column.Folded() > 0 {
			labels = append(labels, Label{Class: "node-rest", Text: "+" + strconv.Itoa(column.Folded()), Anchor: "middle", Place: Place{column.Rest.X, column.Rest.Y + 4}})
		}
	}
	for i, node := range last.Nodes {
		if len(last.Nodes) > 1 && last.Nodes[1].Y-last.Nodes[0].Y < outputRoom {
			break // the answer beside the picture tells them
		}
		labels = append(labels, Label{Class: "node-name", Text: "ŷ", Anchor: "start", Place: Place{node.X + p.TileWidth/2 + 5, node.Y - 8}})
		if answer.Point > 0 {
			labels = append(labels, Label{Class: "node-value", Text: answer.output(last.First + i), Anchor: "end", Place: Place{p.Width - 3, node.Y + 18}})
		}
	}
	if p.Valued {
		for c := 1; c < len(p.Columns)-1; c++ {
			at, ok := p.chosen(m, c)
			if !ok {
				continue
			}
			for i, node := range p.Columns[c].Nodes {
				labels = append(labels, Label{
					Class: "node-value", Text: format.Digits(float64(at.values[p.Columns[c].First+i]), 3), Anchor: "middle",
					Place: Place{node.X, node.Y + p.TileHeight/2 + 11},
				})
			}
		}
	}
	return append(labels, p.numbers(m, look)...)
}

// numbers are the numbers on the edges.
func (p Plan) numbers(m Model, look Look) []Label {
	var labels []Label
	for _, e := range p.Edges {
		into := e.Layer == look.Layer && e.Unit == look.Unit
		from := p.leaves(e, m, look)
		if !p.Numbered && !into && !from {
			continue
		}
		part := 0.3
		switch {
		case p.Numbered:
			part = p.numberPart(e)
		case from && !into:
			part = 0.7
		}
		at := e.At(part)
		labels = append(labels, Label{Class: "edge-number " + classOf(e.Value), Text: format.Digits(e.Value, 3), Anchor: "middle", Place: Place{at.X, at.Y + 4}})
	}
	return labels
}

// leaves reports whether an edge leads on from the unit that is looked at.
func (p Plan) leaves(e Edge, m Model, look Look) bool {
	if look.Layer == 0 || e.Layer != look.Layer+1 {
		return false
	}
	i, _ := ends(m.Layout[e.Layer-1], e.Weight)
	return i == look.Unit-1
}
