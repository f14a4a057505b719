package network

import (
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// normalized says by what each input is normalized before the first layer; nil where none
// is.
func normalized(lang string, s session.Session) []string {
	var said []string
	for _, c := range s.NormalizedColumns() {
		said = append(said, i18n.For(lang).Text("data.normalized", "name", c.Label, "mean", format.Digits(c.Mean, 6), "deviation", format.Digits(c.Deviation, 6)))
	}
	return said
}

// The box of the normalization is this wide, and this part of a node high; on the edge of
// a neuron it is a square at this part of the way.
const (
	boxWidth, boxHeight = 7.0, 1.5
	boxPart             = 0.13
)

// boxes are where the inputs are normalized: a box behind each, before what leads on.
func (p *Panel) boxes() []app.UI {
	if p.Model.Normalized == nil || len(p.plan.Columns) == 0 {
		return nil
	}
	var boxes []app.UI
	box := func(left, middle, width, height float64) {
		boxes = append(boxes, widget.SVG("rect").Class("node-box").Attr("x", coordinate(left)).Attr("y", coordinate(middle-height/2)).
			Attr("width", coordinate(width)).Attr("height", coordinate(height)).Attr("rx", "2"))
	}
	if p.plan.Neuron {
		at, side := p.boxPlace(), p.plan.Radius*0.8
		box(at.X-side/2, at.Y, side, side)
		return boxes
	}
	for _, node := range p.plan.Columns[0].Nodes {
		box(node.X+p.plan.Radius+1, node.Y, min(boxWidth, p.plan.Radius), boxHeight*p.plan.Radius)
	}
	return boxes
}

// boxPlace is where the box of a neuron is, on the edge of its weight.
func (p *Panel) boxPlace() Place { return p.plan.Edges[0].At(boxPart) }

// nameBox names the box of a neuron.
func (p *Panel) nameBox(labels []Label) []Label {
	if p.Model.Normalized == nil || !p.plan.Neuron || len(p.plan.Edges) == 0 {
		return labels
	}
	at := p.boxPlace()
	return append(labels, Label{
		Class: "node-rest", Text: i18n.For(p.Lang).Text("network.normalize"), Anchor: "start",
		Place: Place{at.X + p.plan.Radius*0.3, at.Y - p.plan.Radius},
	})
}

// saysNormalized is what the description adds of it.
func (p *Panel) saysNormalized() string {
	if len(p.Model.Normalized) == 0 {
		return ""
	}
	return " " + i18n.For(p.Lang).Text("network.normalized", "columns", strings.Join(p.Model.Normalized, "; "))
}
