package network

import (
	"math"

	"firstneuron/pkg/experiment"
)

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
const numberWidth, numberHeight = 26.0, 12.0

// crowded is how many edges are so many that the weak ones are drawn faint.
const crowded = 120

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

// Edge returns the edge of a weight; ok is false when it is not drawn.
func (p Plan) Edge(weight int) (edge Edge, ok bool) {
	for _, e := range p.Edges {
		if e.Weight == weight {
			return e, true
		}
	}
	return Edge{}, false
}
