package network

import (
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/planechart"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// fieldSide is how many places the field of a unit has along each axis.
const fieldSide = 20

// fields are the canvases of the units, which keep their memory from picture to
// picture.
type fields struct {
	painters []*planechart.Painter
	palette  planechart.Palette
	version  int

	// What the fields are of, and what the layers gave for it.
	observer *session.Observer
	grid     session.Grid
	params   []float32
	colours  int
	first    [mostColumns]int
	readings []plane.Reading
	outputs  []nn.Matrix
}

// mostColumns is how many layers a model has.
const mostColumns = experiment.MaxLayers

// of returns what the layers give over a grid. Where nothing has changed since the latest
// picture they are not asked, and nothing is painted again.
func (f *fields) of(p *Panel, grid session.Grid) []nn.Matrix {
	var first [mostColumns]int
	for i, column := range p.plan.Columns[1:] {
		first[i%mostColumns] = 1000*column.First + len(column.Nodes)
	}
	colours := f.palette.Changes(p.Theme)
	if f.observer == p.Observer && f.grid == grid && f.colours == colours && f.first == first && f.outputs != nil &&
		slices.Equal(f.readings, p.Readings) && slices.Equal(f.params, p.Model.Params) {
		return f.outputs
	}
	f.observer, f.grid, f.colours, f.first = p.Observer, grid, colours, first
	f.readings = append(f.readings[:0], p.Readings...)
	f.params = append(f.params[:0], p.Model.Params...)
	f.outputs = p.Observer.Grid(grid, p.Model.Params)
	f.version++
	return f.outputs
}

// overPlane shows a model of two inputs: its features by their names, the chosen point
// running through, and a field over the plane in each unit.
func (p *Panel) overPlane(s session.Session, number int, at experiment.Point, chosen bool) {
	e := s.Experiment
	p.Model.Fielded, p.Theme = true, s.Theme()
	p.Model.Inputs = s.FeatureLabels()
	p.Observer, p.Axes = s.Observer(), s.Axes().Points
	for _, layer := range e.Layers {
		p.Readings = append(p.Readings, plane.UnitReading(layer.Activation))
	}
	if last := len(p.Readings) - 1; last >= 0 && e.Outputs() == 1 {
		p.Readings[last] = plane.ReadingOf(e)
	}
	if !chosen {
		return
	}
	p.Model.Outputs = s.LayersAt(at.X)
	if n := len(p.Model.Outputs); n > 0 {
		p.Answer = answerOf(e, number, at, p.Model.Outputs[n-1])
		p.Answer.Place = Number(at.X[0]) + "; " + Number(at.X[1])
		for _, v := range e.Columns(at.X).Data {
			p.Answer.Inputs = append(p.Answer.Inputs, float64(v))
		}
	}
}

// unitFields are the fields of the units that are drawn, one canvas each, below the
// picture.
func (p *Panel) unitFields() app.UI {
	var canvases []app.UI
	if p.Model.Fielded && len(p.plan.Columns) > 0 {
		x1, x2 := plane.Window(plane.PointsOf(p.Axes))
		grid := session.Grid{Side: fieldSide, X1: session.Span(x1), X2: session.Span(x2)}
		outputs := p.fields.of(p, grid)
		for layer := range outputs {
			if layer+1 >= len(p.plan.Columns) || layer >= len(p.Readings) {
				break
			}
			column := p.plan.Columns[layer+1]
			for i, node := range column.Nodes {
				painter := p.fields.painter(len(canvases))
				painter.Field = plane.Unit(fieldSide, x1, x2, p.Readings[layer], outputs[layer].Data, outputs[layer].Cols, column.First+i)
				canvases = append(canvases, &widget.FieldCanvas{
					Size: fieldSide, Version: p.fields.version, Paint: painter, Width: p.plan.Width, Height: p.plan.Height,
					Area: chart.Area{Left: node.X - p.plan.TileWidth/2, Top: node.Y - p.plan.TileHeight/2, Width: p.plan.TileWidth, Height: p.plan.TileHeight},
				})
			}
		}
	}
	return app.Div().Class("unit-fields").Body(canvases...)
}

// painter returns the i-th painter.
func (f *fields) painter(i int) *planechart.Painter {
	for len(f.painters) <= i {
		f.painters = append(f.painters, &planechart.Painter{Palette: &f.palette, Side: fieldSide})
	}
	return f.painters[i]
}

// units are a button for each unit that is drawn, all one stop of the Tab key: the one
// with the focus is shown large in the plane.
func (p *Panel) units() app.UI {
	text := i18n.For(p.Lang).Text
	group := p.layer().Role("group").Aria("label", text("network.units"))
	stopLayer, stopUnit := p.Look.Layer, p.Look.Unit
	if _, ok := p.plan.UnitPlace(stopLayer, stopUnit); !ok && len(p.plan.Columns) > 1 {
		stopLayer, stopUnit = 1, p.plan.Columns[1].First+1
	}
	var buttons []app.UI
	for c := 1; c < len(p.plan.Columns); c++ {
		for i, node := range p.plan.Columns[c].Nodes {
			layer, unit := c, p.plan.Columns[c].First+i+1
			stop := -1
			if layer == stopLayer && unit == stopUnit {
				stop = 0
			}
			w, h := p.plan.TileWidth, p.plan.TileHeight
			point, pointScope := widget.Sends(session.UnitPointed{Layer: layer, Unit: unit})
			leave, leaveScope := widget.Sends(session.UnitPointed{})
			key, keyScope := widget.Scoped(func(_ app.Context, e app.Event) { p.onUnitKey(e, layer, unit) }, layer, unit)
			buttons = append(buttons, widget.SVG("g").Class("unit-button").ID(unitID(layer, unit)).Role("button").TabIndex(stop).
				Aria("label", text("network.unit_button", "unit", strconv.Itoa(unit), "layer", strconv.Itoa(layer))).
				On("focus", point, pointScope).On("click", point, pointScope).On("blur", leave, leaveScope).On("keydown", key, keyScope).
				Body(widget.SVG("rect").Class("reach").Attr("x", coordinate(node.X-w/2)).Attr("y", coordinate(node.Y-h/2)).
					Attr("width", coordinate(w)).Attr("height", coordinate(h))))
		}
	}
	return group.Body(buttons...)
}

func unitID(layer, unit int) string { return "unit-" + strconv.Itoa(layer) + "-" + strconv.Itoa(unit) }

// onUnitKey goes from unit to unit: up and down in a layer, left and right from layer to
// layer.
func (p *Panel) onUnitKey(e app.Event, layer, unit int) {
	at := unit - p.plan.Columns[layer].First - 1
	switch dom.Key(e).Name {
	case "ArrowUp":
		at--
	case "ArrowDown":
		at++
	case "ArrowLeft":
		layer--
	case "ArrowRight":
		layer++
	default:
		return
	}
	e.PreventDefault()
	if layer < 1 || layer >= len(p.plan.Columns) {
		return
	}
	column := p.plan.Columns[layer]
	at = min(max(at, 0), len(column.Nodes)-1)
	dom.FocusStill(unitID(layer, column.First+at+1))
}
