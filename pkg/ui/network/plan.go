package network

import (
	"math"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Model is what the picture shows, as plain values.
type Model struct {
	// Layout and Params are the weights, Activations each layer's.
	Layout      experiment.Layout
	Params      []float32
	Activations []string
	// Inputs are the names of what comes in, one for each input; none for x alone.
	Inputs []string
	// Fielded is set where units have a field over the plane in place of a curve.
	Fielded bool
	// Normalized says of each input by what it is normalized before the first layer; none
	// where it is not.
	Normalized []string
	// Outputs are what each layer gives over the xs of the curves, and in a last
	// row for the chosen point where there is one.
	Outputs []nn.Matrix
	// Curve is how many of these rows are the curves, and At where the chosen
	// point is among their xs: 0 at the first, 1 at the last.
	Curve int
	At    float64
}

// neuron reports whether the model is drawn as one neuron: x, 1, Σ, ŷ.
func (m Model) neuron() bool {
	return !m.Fielded && len(m.Layout) == 1 && m.Layout[0].Inputs == 1 && m.Layout[0].Units == 1
}

// Look is what is looked at more closely in the picture.
type Look struct {
	// Weight is the place of the weight that the keys change, -1 for none.
	Weight int
	// Layer and Unit, each counted from 1, are the unit pointed at, 0 for none.
	Layer, Unit int
}

// Plan is where everything of a picture is, in pixels from its upper left corner.
type Plan struct {
	Width, Height float64
	// Neuron is set for a model of one neuron.
	Neuron bool
	// Columns are the inputs, and then the layers.
	Columns []Column
	// Edges are the weights that are drawn, those of folded units left out.
	Edges []Edge
	// Radius is that of the nodes x and 1; Tile is the width and the height of a
	// unit, for a neuron the diameter of its circle.
	Radius, TileWidth, TileHeight float64
	// Numbered is set when there is room for the number on each edge.
	Numbered bool
	// Valued is set when there is room for what the chosen point is in each unit.
	Valued bool
	// Fielded is set where units have a field in place of a curve.
	Fielded bool
	// Small is set when texts have to be small, Narrow when the columns of a net are
	// so near that their constants and what each has folded find no room.
	Small, Narrow bool
	// InputValues is set when each input of a net has room for its value above it.
	InputValues bool
	// Drawn and All count the units.
	Drawn, All int
}

// Column is what is drawn of the inputs or of a layer.
type Column struct {
	X float64
	// First is the first unit drawn, counted from 0, and Nodes are the places of
	// the units from it on. Units are all that the layer has.
	First, Units int
	Nodes        []Place
	// One is the place of the constant 1 whose weights are the biases of the next
	// layer; the last column has none. Rest is the place of the text that counts
	// what is folded.
	One, Rest Place
}

// Folded is how many units of the column are not drawn.
func (c Column) Folded() int { return c.Units - len(c.Nodes) }

// Place is a place in the picture.
type Place struct{ X, Y float64 }

const (
	// margin keeps the picture off the edges.
	margin = 10.0
	// leastRow is how near to each other two units come before some are folded,
	// mostRow how far they are from each other where there is room.
	leastRow, mostRow = 21.0, 92.0
	// valueRoom is the height of a value above an input, with some air.
	valueRoom = 18.0
	// neuronPlan is the size of a neuron that the sketch has; it is never larger.
	neuronWidth, neuronHeight = 300.0, 240.0
)

// NewPlan lays a model out in a picture of some size.
func NewPlan(m Model, look Look, width, height float64) Plan {
	p := Plan{Width: width, Height: height}
	if len(m.Layout) == 0 || len(m.Params) < m.Layout.Count() {
		return p // nothing to draw
	}
	p.Neuron, p.Fielded = m.neuron(), m.Fielded
	if p.Neuron {
		p.planNeuron()
	} else {
		p.planNet(m.Layout, look)
	}
	p.join(m)
	return p
}

// planNeuron places one neuron in the middle: x and 1 on the left, the sum on the
// right of them, and room for ŷ.
func (p *Plan) planNeuron() {
	w, h := min(p.Width, neuronWidth), min(p.Height, neuronHeight)
	left, middle := (p.Width-w)/2, p.Height/2
	unit := min(w/250, h/170, 1.2)
	p.Radius, p.TileWidth, p.TileHeight = 19*unit, 70*unit, 70*unit
	p.Small = unit < 0.75
	x, sum := left+margin+p.Radius+4, left+0.6*w
	rise := min(0.34*h, 80*unit, p.Height/2-p.Radius-18) // the value is above x
	p.Columns = []Column{
		{X: x, Units: 1, Nodes: []Place{{x, middle - rise}}, One: Place{x, middle + rise}},
		{X: sum, Units: 1, Nodes: []Place{{sum, middle}}},
	}
	p.Drawn, p.All = 1, 1
}

// planNet places the layers side by side, each in the middle of the height.
func (p *Plan) planNet(layout experiment.Layout, look Look) {
	counts := []int{layout[0].Inputs}
	most := layout[0].Inputs + 1
	for i, layer := range layout {
		counts = append(counts, layer.Units)
		rows := layer.Units
		if i < len(layout)-1 {
			rows++ // the constant 1
		}
		most = max(most, rows)
	}
	room := p.Height - 2*margin
	rows := max(int(room/leastRow), 4)
	pitch := min(room/float64(min(most, rows)), mostRow)
	across := p.Width - 2*margin
	gaps := float64(len(layout)) + 0.55 // what follows the last column is ŷ
	step := across / gaps
	p.Narrow, p.Small = step < 20, step < 40
	p.TileHeight = min(pitch-4, 54)
	p.TileWidth = min(1.25*p.TileHeight, 0.42*step)
	if p.Valued = p.TileHeight >= 40 && p.TileWidth >= 30; p.Valued {
		p.TileHeight = min(pitch-18, 50) // and below it the value
	} else {
		p.TileWidth = min(1.25*p.TileHeight, 0.52*step)
	}
	p.Radius = min(p.TileHeight/2, p.TileWidth/2+2, 15)
	p.InputValues = true // of one input
	for c, units := range counts {
		column := Column{Units: units, X: margin + p.TileWidth/2 + float64(c)*step*(gaps-0.55)/(gaps-0.3)}
		last := c == len(counts)-1
		drawn, extra := units, 0
		if !last {
			extra = 1
		}
		if units+extra > rows {
			drawn = max(rows-extra-1, 1) // a row says how many are folded
			extra++
		}
		column.First = window(units, drawn, c, layout, look)
		pitch := pitch
		if c == 0 && units > 1 { // names and values want more room than units do
			pitch = min(room/float64(drawn+extra), mostRow)
			p.InputValues = pitch >= 2*p.Radius+valueRoom
		}
		y := p.Height/2 - pitch*float64(drawn+extra-1)/2
		for range drawn {
			column.Nodes = append(column.Nodes, Place{column.X, y})
			y += pitch
		}
		if drawn < units {
			column.Rest = Place{column.X, y}
			y += pitch
		}
		if !last {
			column.One = Place{column.X, y}
		}
		if c > 0 {
			p.Drawn, p.All = p.Drawn+drawn, p.All+units
		}
		p.Columns = append(p.Columns, column)
	}
}

// window is the first unit of a column that is drawn, so that the unit pointed at
// and the ends of the weight looked at are among them.
func window(units, drawn, column int, layout experiment.Layout, look Look) int {
	wanted := -1
	if l := layout.Layer(look.Weight); l >= 0 {
		row, unit := ends(layout[l], look.Weight)
		if column == l+1 {
			wanted = unit
		}
		if column == l && row < layout[l].Inputs {
			wanted = row
		}
	}
	if look.Layer > 0 && column == look.Layer {
		wanted = look.Unit - 1
	}
	if wanted < drawn {
		return 0
	}
	return min(wanted-drawn/2, units-drawn)
}

// UnitPlace returns where a unit is drawn, each counted from 1; ok is false when it
// is folded or there is none.
func (p Plan) UnitPlace(layer, unit int) (at Place, ok bool) {
	if layer < 1 || layer >= len(p.Columns) {
		return Place{}, false
	}
	column := p.Columns[layer]
	i := unit - 1 - column.First
	if i < 0 || i >= len(column.Nodes) {
		return Place{}, false
	}
	return column.Nodes[i], true
}

// UnitAt returns the unit at a place, each counted from 1; 0, 0 for none.
func (p Plan) UnitAt(at Place) (layer, unit int) {
	for c, column := range p.Columns {
		if c == 0 {
			continue
		}
		for i, node := range column.Nodes {
			if math.Abs(at.X-node.X) <= p.TileWidth/2 && math.Abs(at.Y-node.Y) <= p.TileHeight/2+1 {
				return c, column.First + i + 1
			}
		}
	}
	return 0, 0
}
