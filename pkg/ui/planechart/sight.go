package planechart

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// SightID is the element ID of the chart of what a layer sees.
	SightID = "sight-chart"
	// sightSide is how many places along each axis a layer is asked at, sightEvery how
	// many of them a line of the grid is apart.
	sightSide, sightEvery = 41, 4
)

// Sight is what a layer makes of the plane: its grid, bent, the points where two units of
// the layer put them, and the boundary of the model's answer. Between the last hidden
// layer and the output that is a straight line.
type Sight struct {
	app.Compo

	Lang string
	// Layers are those to choose from and Units how many the layer has; Layer, A and B
	// the chosen ones, each counted from 1.
	Layers             []int
	Units, Layer, A, B int
	Points             []experiment.Point
	Trained            int
	ShowTest           bool
	Axes               []experiment.Point
	Observer           *session.Observer
	Params             []float32
	Reading            plane.Reading
	// Moving is set while pictures follow each other; the text waits for the last.
	Moving bool

	box    widget.ChartBox
	frame  chart.Frame
	tracer plane.Tracer
	told   string
}

var (
	_ app.Mounter    = (*Sight)(nil)
	_ app.Dismounter = (*Sight)(nil)
)

// NewSight returns what a layer sees; nil when that is not looked at.
func NewSight(lang string, s session.Session) *Sight {
	layer, a, b, ok := s.Sight()
	if !ok {
		return nil
	}
	e := s.Experiment
	return &Sight{
		Lang: lang, Layers: s.SightLayers(), Units: e.Layers[layer-1].Units, Layer: layer, A: a, B: b,
		Points: e.Points, Trained: len(e.Points) - e.ValidationPoints(), ShowTest: e.ShowTest, Axes: s.Axes().Points,
		Observer: s.Observer(), Params: s.Shown().Params, Reading: plane.ReadingOf(e),
		Moving: s.Run.Phase == session.Running || s.Playback.On || s.Dragging(),
	}
}

// OnMount starts measuring the chart's place.
func (v *Sight) OnMount(ctx app.Context) { v.box.Watch(ctx, SightID) }

// OnDismount stops it.
func (v *Sight) OnDismount() { v.box.Leave() }

// Render asks the layer for its outputs over the plane and for the points, and draws
// them.
func (v *Sight) Render() app.UI {
	text := i18n.For(v.Lang).Text
	x1, x2 := plane.Window(plane.PointsOf(v.Axes))
	outputs := v.Observer.Grid(session.Grid{Side: sightSide, X1: session.Span(x1), X2: session.Span(x2)}, v.Params)
	var seen plane.Representation
	var boundary []plane.Line
	if v.Layer <= len(outputs) {
		layer := outputs[v.Layer-1]
		unit := func(n int) plane.Field {
			return plane.Unit(sightSide, x1, x2, plane.Numbers(1), layer.Data, layer.Cols, n-1)
		}
		seen = plane.Representation{A: unit(v.A), B: unit(v.B)}
		whole := last(outputs)
		field := plane.Whole(sightSide, x1, x2, v.Reading, whole.Data, whole.Cols)
		boundary = v.tracer.Trace(field, field.Middle())
	}
	across, up := seen.Window()
	v.frame = v.box.Frame(chart.FrameSpec{Width: 360, Height: 320, X: across, Y: up, XLabel: v.unitName(v.A), YLabel: v.unitName(v.B), Bare: true})
	scale := plane.Scale{Area: v.frame.Area, X1: v.frame.Spec.X, X2: v.frame.Spec.Y}

	path := func(class, d string) app.UI { return widget.SVG("path").Class(class).Attr("d", d) }
	marks := []app.UI{path("sight-grid", plane.Path(seen.Grid(sightEvery), scale)), path("mark-boundary", plane.Path(seen.Bend(boundary), scale))}
	points := v.points()
	for _, group := range groups(plane.Marks(points, v.Trained, nil, v.Reading, scale), v.Reading, v.ShowTest) {
		marks = append(marks, path(group.class, group.d))
	}
	if !v.Moving || v.told == "" {
		v.told = v.summary(points)
	}
	return app.Elem("section").Class("sight").Aria("label", text("sight.title")).Body(
		app.Div().Class("fields").Body(
			v.menu("sight-layer", text("sight.layer"), v.Layer, v.Layers, func(n int) session.Msg { return session.LayerSightChosen{Layer: n} }),
			v.menu("sight-a", text("sight.across"), v.A, upTo(v.Units), func(n int) session.Msg { return session.LayerSightChosen{Layer: v.Layer, A: n} }),
			v.menu("sight-b", text("sight.up"), v.B, upTo(v.Units), func(n int) session.Msg { return session.LayerSightChosen{Layer: v.Layer, B: n} }),
		),
		app.Div().Class("chart").ID(SightID).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("sight.title")).Aria("describedby", "sight-summary").Body(
				app.Raw(v.frame.SVG),
				widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(v.frame.Spec.Width)+" "+format.Pixels(v.frame.Spec.Height)).
					Aria("hidden", "true").Body(marks...),
			),
		),
		app.P().ID("sight-summary").Class("visually-hidden").Text(v.told),
		app.P().Class("hint").Text(text("sight.hint")),
	)
}

// points are the points where the two units put them.
func (v *Sight) points() []plane.Point {
	outputs := v.Observer.Points(v.Points, v.Params)
	if v.Layer > len(outputs) {
		return nil
	}
	layer := outputs[v.Layer-1]
	return plane.Seen(plane.PointsOf(v.Points), layer.Data, layer.Cols, v.A-1, v.B-1)
}

func (v *Sight) unitName(unit int) string {
	return i18n.For(v.Lang).Text("sight.unit", "unit", strconv.Itoa(unit))
}

// menu chooses a layer or a unit. What it sends depends on the layer, so that its ID does.
func (v *Sight) menu(id, label string, value int, values []int, chosen func(n int) session.Msg) app.UI {
	choices := make([]widget.Choice, len(values))
	for i, n := range values {
		choices[i] = widget.Choice{Value: strconv.Itoa(n), Label: strconv.Itoa(n)}
	}
	return widget.SelectBox(id+"-"+strconv.Itoa(v.Layer), label, strconv.Itoa(value), choices, false, func(ctx app.Context, _ app.Event) {
		if n, err := strconv.Atoi(dom.ControlText(ctx)); err == nil {
			widget.Send(ctx, chosen(n))
		}
	})
}

// upTo returns the numbers from 1 to n.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// summary says around which outputs each class lies.
func (v *Sight) summary(points []plane.Point) string {
	text := i18n.For(v.Lang).Text
	parts := []string{text("sight.summary", "layer", strconv.Itoa(v.Layer), "a", strconv.Itoa(v.A), "b", strconv.Itoa(v.B))}
	sums := make([][3]float64, v.Reading.Classes)
	for _, p := range points {
		if class := v.Reading.ClassOf(p.Label); class >= 0 && p.X1-p.X1 == 0 && p.X2-p.X2 == 0 {
			sums[class][0], sums[class][1], sums[class][2] = sums[class][0]+p.X1, sums[class][1]+p.X2, sums[class][2]+1
		}
	}
	for class, sum := range sums {
		if sum[2] > 0 {
			parts = append(parts, text("sight.class", "class", format.Plain(v.Reading.LabelOf(class)), "shape", text("plane.shape_"+plane.ShapeNames[class]),
				"a", format.Short(sum[0]/sum[2]), "b", format.Short(sum[1]/sum[2])))
		}
	}
	return strings.Join(parts, " ")
}
