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

// Edge is one weight as it is drawn.
type Edge struct {
	// Weight is its place in the list of the model's parameters, Value its value.
	Weight int
	Value  float64
	Bias   bool
	// Layer and Unit, each counted from 1, are where it leads.
	Layer, Unit int
	From, To    Place
	// Thick is its width.
	Thick float64
}

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

// ends returns the input that a parameter of a layer weighs, the number of inputs
// for a bias, and the unit that it leads to.
func ends(l experiment.LayerLayout, place int) (input, unit int) {
	if place >= l.Bias {
		return l.Inputs, place - l.Bias
	}
	return (place - l.Kernel) / l.Units, (place - l.Kernel) % l.Units
}

// join draws the weights between the units that are drawn.
func (p *Plan) join(m Model) {
	half := p.TileWidth / 2
	for l, layer := range m.Layout {
		from, to := p.Columns[l], p.Columns[l+1]
		start := half
		if l == 0 {
			start = p.Radius
		}
		for j, node := range to.Nodes {
			unit := to.First + j
			for i, source := range from.Nodes {
				p.edge(m, l, layer.Kernel+(from.First+i)*layer.Units+unit, unit, source, node, start)
			}
			if !p.Narrow {
				p.edge(m, l, layer.Bias+unit, unit, from.One, node, p.Radius)
			}
		}
	}
	p.Numbered = p.numbered()
}

// edge adds one weight, from the rim of its source to that of its unit.
func (p *Plan) edge(m Model, l, weight, unit int, from, to Place, rim float64) {
	layer := m.Layout[l]
	value := float64(m.Params[weight])
	if p.Neuron { // both ends are circles
		length := math.Hypot(to.X-from.X, to.Y-from.Y)
		dx, dy := (to.X-from.X)/length, (to.Y-from.Y)/length
		from = Place{from.X + dx*p.Radius, from.Y + dy*p.Radius}
		to = Place{to.X - dx*p.TileWidth/2, to.Y - dy*p.TileWidth/2}
	} else {
		from.X += rim
		to.X -= p.TileWidth / 2
	}
	p.Edges = append(p.Edges, Edge{
		Weight: weight, Value: value, Bias: weight >= layer.Bias, Layer: l + 1, Unit: unit + 1, From: from, To: to, Thick: p.thick(value),
	})
}

// thick is the width of an edge: as thick as |w|, nearly in proportion for small
// weights and never beyond what the picture has room for.
func (p *Plan) thick(w float64) float64 {
	most, half := min(8, 0.3*p.TileHeight), 2.0
	if p.Neuron {
		most, half = min(15, 0.8*p.Radius), 4
	}
	w = math.Abs(w)
	if !(w < math.Inf(1)) {
		return most
	}
	return max(most*w/(w+half), 0.6)
}

// numbered reports whether the number of each edge has a place of its own.
func (p *Plan) numbered() bool {
	if p.Neuron {
		return true
	}
	perGap := map[int]int{}
	for _, e := range p.Edges {
		perGap[e.Layer]++
	}
	for layer, count := range perGap {
		gap := p.Columns[layer].X - p.Columns[layer-1].X - p.TileWidth
		lines := float64(max(len(p.Columns[layer-1].Nodes)+1, len(p.Columns[layer].Nodes)))
		if gap < 32 || float64(count)*13 > 2.2*lines*(p.TileHeight+4) || count > 16 {
			return false
		}
	}
	return !p.numbersTouch()
}

// numbersTouch reports whether two numbers of edges would lie on one another.
func (p *Plan) numbersTouch() bool {
	var places []Place
	for _, e := range p.Edges {
		at := e.At(p.numberPart(e))
		for _, other := range places {
			if math.Abs(at.X-other.X) < numberWidth && math.Abs(at.Y-other.Y) < numberHeight {
				return true
			}
		}
		places = append(places, at)
	}
	return false
}

// numberPart is where along an edge its number stands, where all have one: at the side
// of more nodes, at which edges are farther apart.
func (p *Plan) numberPart(e Edge) float64 {
	if len(p.Columns[e.Layer-1].Nodes)+1 > len(p.Columns[e.Layer].Nodes) {
		return 0.38
	}
	return 0.62
}

// numberWidth and numberHeight are how large the number of an edge is, mostly.
const numberWidth, numberHeight = 26.0, 9.0

// crowded is how many edges are so many that the weak ones are drawn faint.
const crowded = 120

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

// At returns the point of an edge at a part of its way.
func (e Edge) At(part float64) Place {
	return Place{e.From.X + part*(e.To.X-e.From.X), e.From.Y + part*(e.To.Y-e.From.Y)}
}

// distance is how far a place is from the edge.
func (e Edge) distance(at Place) float64 {
	dx, dy := e.To.X-e.From.X, e.To.Y-e.From.Y
	part := ((at.X-e.From.X)*dx + (at.Y-e.From.Y)*dy) / (dx*dx + dy*dy)
	on := e.At(min(max(part, 0), 1))
	return max(math.Hypot(at.X-on.X, at.Y-on.Y)-e.Thick/2, 0)
}

// EdgeAt returns the edge nearest to a place, within reach of it.
func (p Plan) EdgeAt(at Place, reach float64) (edge Edge, ok bool) {
	nearest := reach
	for _, e := range p.Edges {
		if d := e.distance(at); d < nearest {
			nearest, edge, ok = d, e, true
		}
	}
	return edge, ok
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

// Edge returns the edge of a weight; ok is false when it is not drawn.
func (p Plan) Edge(weight int) (edge Edge, ok bool) {
	for _, e := range p.Edges {
		if e.Weight == weight {
			return e, true
		}
	}
	return Edge{}, false
}
