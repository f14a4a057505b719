package network

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/ui/format"
)

// Drawing is a plan as what SVG draws it with: few elements, however large the
// net is.
type Drawing struct {
	// Strokes are the edges, those of one colour and width as one path.
	Strokes []Stroke
	// Looked is the unit looked at, Tiles are the units, Zeros their axes, Curves what they make of x, and Dots
	// their answers to the chosen point; each the d of a path.
	Looked, Tiles, Zeros, Curves, Dots string
	Labels                             []Label
}

// Stroke is a path of one class and width.
type Stroke struct {
	Class string
	Width float64
	D     string
}

// Label is a text in the picture.
type Label struct {
	Class, Text string
	// Anchor is "start", "middle" or "end" of the text, at the place.
	Anchor string
	Place
}

// The classes of the edges.
const (
	positive = "edge-positive"
	negative = "edge-negative"
	none     = "edge-none"
)

func classOf(value float64) string {
	switch {
	case value > 0:
		return positive
	case value < 0:
		return negative
	}
	return none
}

// Draw draws a plan of a model; nothing of one that cannot be built, since a
// setting of its experiment is wrong.
func (p Plan) Draw(m Model, look Look, answer Answer) Drawing {
	if len(p.Columns) == 0 {
		return Drawing{}
	}
	d := Drawing{Strokes: p.strokes()}
	if p.Neuron {
		d.Labels = p.neuronLabels(answer)
		return d
	}
	d.Tiles, d.Zeros, d.Curves, d.Dots = p.tiles(m)
	if at, ok := p.UnitPlace(look.Layer, look.Unit); ok {
		d.Looked = p.tile(at)
	}
	d.Labels = p.netLabels(m, look, answer)
	return d
}

// strokes groups the edges by colour and width, to half a pixel.
func (p Plan) strokes() []Stroke {
	// By their order as texts: to sort anything else would link a sort of its own.
	paths, strokes := map[string]*strings.Builder{}, map[string]Stroke{}
	for _, e := range p.Edges {
		key := Stroke{Class: classOf(e.Value), Width: math.Round(2*e.Thick) / 2}
		if p.Neuron {
			key.Width = e.Thick
		}
		key.Width = max(key.Width, 0.5)
		if len(p.Edges) > crowded && e.Thick < 1.25 {
			key.Class += " edge-faint"
		}
		order := strconv.FormatInt(int64(1e9+1e4*key.Width), 10) + key.Class
		b, ok := paths[order]
		if !ok {
			b = &strings.Builder{}
			paths[order], strokes[order] = b, key
		}
		b.WriteString(e.d())
	}
	// The thin ones below the thick ones, and always in one order.
	var found []Stroke
	for _, order := range slices.Sorted(maps.Keys(strokes)) {
		stroke := strokes[order]
		stroke.D = paths[order].String()
		found = append(found, stroke)
	}
	return found
}

// d is the edge as part of a path.
func (e Edge) d() string { return "M" + point(e.From) + "L" + point(e.To) }

func point(p Place) string { return format.Pixels(p.X) + " " + format.Pixels(p.Y) }

// tiles draws the units of a net: in each its curve over x, on the scale of its
// layer, with the axis y = 0.
func (p Plan) tiles(m Model) (tiles, zeros, curves, dots string) {
	var tile, zero, curve, dot strings.Builder
	w, h := p.TileWidth, p.TileHeight
	for c := 1; c < len(p.Columns); c++ {
		column := p.Columns[c]
		for _, node := range column.Nodes {
			tile.WriteString(p.tile(node))
		}
		if c > len(m.Outputs) || m.Curve < 2 || p.Fielded {
			continue
		}
		outputs := m.Outputs[c-1]
		low, high := 0.0, 0.0
		for row := range m.Curve {
			for _, v := range outputs.Row(row) {
				if v := float64(v); !math.IsNaN(v) && !math.IsInf(v, 0) {
					low, high = min(low, v), max(high, v)
				}
			}
		}
		if !(high > low) {
			low, high = -1, 1
		}
		// The curve keeps off the rim.
		inner := h - 5
		y := func(node Place, v float64) float64 {
			v = min(max(v, low), high)
			return node.Y + inner/2 - (v-low)/(high-low)*inner
		}
		for i, node := range column.Nodes {
			unit := column.First + i
			fmt.Fprintf(&zero, "M%s %sh%s", format.Pixels(node.X-w/2+1), format.Pixels(y(node, 0)), format.Pixels(w-2))
			command := "M"
			for row := range m.Curve {
				v := float64(outputs.Row(row)[unit])
				if math.IsNaN(v) {
					command = "M"
					continue
				}
				x := node.X - w/2 + 2 + (w-4)*float64(row)/float64(m.Curve-1)
				curve.WriteString(command + format.Pixels(x) + " " + format.Pixels(y(node, v)))
				command = "L"
			}
		}
		if at, ok := p.chosen(m, c); ok {
			for i, node := range column.Nodes {
				if v := float64(at.values[column.First+i]); !math.IsNaN(v) {
					fmt.Fprintf(&dot, "M%s %sh0", format.Pixels(node.X-w/2+2+(w-4)*at.part), format.Pixels(y(node, v)))
				}
			}
		}
	}
	return tile.String(), zero.String(), curve.String(), dot.String()
}

// tile is the box of a unit.
func (p Plan) tile(at Place) string {
	w, h := p.TileWidth, p.TileHeight
	return "M" + point(Place{at.X - w/2, at.Y - h/2}) + "h" + format.Pixels(w) + "v" + format.Pixels(h) + "h" + format.Pixels(-w) + "z"
}

// chosenOutputs are what a layer gives for the chosen point, and where on the
// curves' x that point is.
type chosenOutputs struct {
	values []float32
	part   float64
}

// chosen returns the outputs of a layer, counted from 1, for the chosen point.
func (p Plan) chosen(m Model, layer int) (chosenOutputs, bool) {
	if layer > len(m.Outputs) || m.Outputs[layer-1].Rows <= m.Curve {
		return chosenOutputs{}, false
	}
	return chosenOutputs{m.Outputs[layer-1].Row(m.Curve), min(max(m.At, 0), 1)}, true
}
