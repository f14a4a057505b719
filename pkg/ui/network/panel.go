package network

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// ChartID is the element ID of the picture.
	ChartID = "network-chart"
	// curveSteps is how many pieces the curve of a unit is drawn of.
	curveSteps = 32
)

// Panel is the picture of the model, with the chosen point's value running
// through it and its weights to be changed.
type Panel struct {
	app.Compo

	Lang   string
	Model  Model
	Look   Look
	Answer Answer
	// Epoch is the one shown, Changed set when its weights are the learner's.
	Epoch   int
	Changed bool
	// Editable is set when the weights can be changed.
	Editable bool
	// Step is the step of the training that is looked at.
	Step Step
	// Observer gives the fields of the units over Axes, the points that the plane goes
	// by; Readings colour those of each layer.
	Observer *session.Observer
	Axes     []experiment.Point
	Readings []plane.Reading
	Theme    string
	// Typing is set while the box of the weight is open, with the text in Draft.
	Typing bool
	Draft  session.Draft

	width, height float64
	release       func()
	plan          Plan
	pointer       pointer
	fields        fields
	// listed is set once the table of the weights is open.
	listed bool
}

var (
	_ app.Mounter    = (*Panel)(nil)
	_ app.Dismounter = (*Panel)(nil)
)

// New returns the picture of a session's model.
func New(lang string, s session.Session) *Panel {
	e, shown := s.Experiment, s.Shown()
	p := &Panel{
		Lang: lang, Model: Model{Layout: e.Layout(), Params: shown.Params}, Epoch: shown.Epoch, Changed: s.IsChanged(),
		Look:     Look{Weight: s.Network.Weight, Layer: s.Network.Layer, Unit: s.Network.Unit},
		Editable: s.EditsWeights(), Typing: s.Network.Typing, Draft: s.Network.Draft,
	}
	if p.Look.Weight >= len(shown.Params) {
		p.Look.Weight = 0
	}
	for _, layer := range e.Layers {
		p.Model.Activations = append(p.Model.Activations, layer.Activation)
	}
	p.Model.Normalized = normalized(lang, s)
	number, at, chosen := chosenPoint(s)
	p.Step = stepOf(s)
	if e.Inputs > 1 {
		p.overPlane(s, number, at, chosen)
		return p
	}
	if p.Model.neuron() {
		if ys := s.Predict(at.X[0]); chosen && len(ys) == 1 {
			p.Answer = Answer{Point: number, X: at.X[0], Fed: s.Scale().Of(at.X[0]), Y: at.Y, Got: ys[0]}
			if e.Normalize {
				p.Answer.Place = Number(at.X[0]) + ", " + format.ScaledX + " = " + Number(p.Answer.Fed)
			}
		}
		return p
	}
	p.runThrough(s, number, at, chosen)
	return p
}

// OnMount starts measuring the picture's place.
func (p *Panel) OnMount(ctx app.Context) {
	element := dom.ByID(ChartID)
	if element.Missing() {
		return
	}
	resizes := dom.Resizes(ctx, element, func(_ app.Context, width, height float64) { p.width, p.height = width, height })
	// At once, not in the page's turn: a digit that opens the box would else be
	// typed into it a second time.
	keys := dom.Hear(element, "keydown", func(e dom.Value) {
		if e.Get("target").Get("id").Text() == WeightID && handles(dom.Key(app.Event{Value: e.JSValue()})) {
			e.Call("preventDefault")
		}
	})
	colours := p.fields.palette.Watch(ctx)
	p.release = func() {
		resizes()
		keys()
		colours()
	}
	p.pointer.watch(ctx)
}

// OnDismount stops it.
func (p *Panel) OnDismount() {
	p.pointer.leave()
	if p.release != nil {
		p.release()
	}
}

// draw lays the picture out in the size that it has, and in a size of its own
// before it is measured and while the page is prerendered.
func (p *Panel) draw() Drawing {
	width, height := p.width, p.height
	if width <= 0 {
		width, height = 320, 240
	}
	p.plan = NewPlan(p.Model, p.Look, width, height)
	drawing := p.plan.Draw(p.Model, p.Look, p.Answer)
	drawing.Labels = p.nameBox(drawing.Labels)
	p.tellStep(drawing.Labels)
	return drawing
}

// Render draws the picture, and below it what runs through it.
func (p *Panel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	drawing := p.draw()
	kind := " net"
	if p.plan.Neuron {
		kind = " single"
	}
	if p.plan.Small {
		kind += " small"
	}
	return app.Elem("section").Class("network"+kind).Aria("label", text("network.title")).Body(
		app.Div().Class("chart").ID(ChartID).
			On("pointerdown", p.onDown).On("pointermove", p.onMove).On("pointerup", p.onUp).
			On("pointercancel", p.onCancel).On("pointerleave", p.onLeave).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("network.title")).Aria("describedby", "network-summary").Body(
				p.unitFields(),
				p.picture(drawing),
			),
			app.Div().Body(app.If(p.Model.Fielded, func() app.UI { return p.units() })),
			p.handles(),
		),
		app.P().ID("network-summary").Class("visually-hidden").Text(p.summary()),
		app.Div().Class("network-value").Body(p.value()),
		app.Div().Class("network-edit").Body(p.edit()),
		p.table(),
	)
}

// picture is the drawing as SVG.
func (p *Panel) picture(d Drawing) app.UI {
	marks := []app.UI{}
	path := func(class, d string) app.HTMLElem { return widget.SVG("path").Class(class).Attr("d", d) }
	for _, stroke := range d.Strokes {
		marks = append(marks, path("edge "+stroke.Class, stroke.D).Attr("stroke-width", strconv.FormatFloat(stroke.Width, 'f', 2, 64)))
	}
	if p.plan.Neuron && len(p.plan.Columns) == 2 {
		marks = append(marks, p.neuron()...)
		marks = append(marks, p.boxes()...)
		marks = append(marks, p.stepMarks()...)
	} else if len(p.plan.Columns) > 0 {
		marks = append(marks, p.nodes()...)
		marks = append(marks, p.boxes()...)
		tiles := "unit"
		if p.Model.Fielded {
			tiles += " fielded"
		}
		marks = append(marks, path(tiles, d.Tiles), path("unit-axis", d.Zeros), path("unit-curve", d.Curves),
			path("unit-dot", d.Dots).Attr("stroke-width", coordinate(min(max(p.plan.TileHeight/9, 2.5), 5))), path("unit-looked", d.Looked))
	}
	for _, label := range d.Labels {
		marks = append(marks, widget.SVG("text").Class(label.Class).Attr("x", coordinate(label.X)).Attr("y", coordinate(label.Y)).
			Attr("text-anchor", label.Anchor).Text(label.Text))
	}
	return p.layer().Aria("hidden", "true").Body(marks...)
}

// layer is an SVG over the whole picture.
func (p *Panel) layer() app.HTMLElem {
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+coordinate(p.plan.Width)+" "+coordinate(p.plan.Height))
}

// neuron draws the nodes of one neuron and the arrow to ŷ.
func (p *Panel) neuron() []app.UI {
	inputs, sum := p.plan.Columns[0], p.plan.Columns[1].Nodes[0]
	radius := p.plan.TileWidth / 2
	out := sum.X + radius
	return []app.UI{
		circle("node", inputs.Nodes[0], p.plan.Radius), circle("node", inputs.One, p.plan.Radius), circle("node-unit", sum, radius),
		p.arrow(out, sum.Y, 0.6*p.plan.TileWidth),
	}
}

// nodes draws the inputs and the constants of a net, and the arrow to ŷ.
func (p *Panel) nodes() []app.UI {
	columns := p.plan.Columns
	last := columns[len(columns)-1]
	marks := []app.UI{}
	for _, node := range columns[0].Nodes {
		marks = append(marks, circle("node", node, p.plan.Radius))
	}
	for _, column := range columns[:len(columns)-1] {
		if p.plan.Narrow {
			break
		}
		marks = append(marks, circle("node", column.One, min(p.plan.Radius, 9)))
	}
	for _, node := range last.Nodes {
		out := node.X + p.plan.TileWidth/2
		marks = append(marks, p.arrow(out, node.Y, max(p.plan.Width-out-6, 12)))
	}
	return marks
}

// arrow leads to what the model gives.
func (p *Panel) arrow(x, y, length float64) app.UI {
	end := x + length
	return widget.SVG("path").Class("node-arrow").
		Attr("d", "M"+coordinate(x)+" "+coordinate(y)+"H"+coordinate(end)+"m-6 -4l6 4l-6 4")
}

func circle(class string, at Place, radius float64) app.UI {
	return widget.SVG("circle").Class(class).Attr("cx", coordinate(at.X)).Attr("cy", coordinate(at.Y)).Attr("r", coordinate(radius))
}
