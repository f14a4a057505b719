package ui

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	fitChartID  = "fit-chart"
	fitPointsID = "fit-points"
	// maxFocusable is how many points are elements of their own; more are one
	// path, which a phone still draws at once.
	maxFocusable = 200
	// curveSteps is how many pieces the curve of a net is drawn of.
	curveSteps = 160
)

// fitPanel is the picture of the data and the model: the points, the current
// line and the answer to the x to predict.
type fitPanel struct {
	app.Compo

	Lang   string
	Points []experiment.Point
	// Line is set for a model of one neuron; any other has a curve through
	// CurveX and CurveY.
	Neuron         bool
	Line           experiment.Line
	CurveX, CurveY []float64
	X, Y           float64 // the x to predict and its answer
	// Validation is how many of the points, the last ones, are not trained on.
	Validation int

	stage   stage
	frame   chart.Frame
	current int // the point that Tab comes to
}

var (
	_ app.Mounter    = (*fitPanel)(nil)
	_ app.Dismounter = (*fitPanel)(nil)
)

func newFitPanel(lang string, s session.Session) *fitPanel {
	p := &fitPanel{Lang: lang, Points: s.Experiment.Points, X: s.Experiment.Predict}
	params := s.Run.Timeline.Last().Params
	p.Validation = s.Experiment.ValidationPoints()
	if s.Experiment.OneNeuron() && s.Experiment.Layers[0].Activation == "linear" && len(params) == 2 {
		p.Neuron, p.Line = true, experiment.Line{W: float64(params[0]), B: float64(params[1])}
	} else {
		xs, ys := columns(p.Points)
		x, _ := chart.FitRange(xs, ys, p.X)
		for i := range curveSteps + 1 {
			p.CurveX = append(p.CurveX, x.Min+(x.Max-x.Min)*float64(i)/curveSteps)
		}
		p.CurveY = s.Predict(p.CurveX...)
	}
	if ys := s.Predict(p.X); len(ys) == 1 {
		p.Y = ys[0]
	}
	return p
}

// columns returns the coordinates of some points.
func columns(points []experiment.Point) (xs, ys []float64) {
	xs, ys = make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		xs[i], ys[i] = p.X, p.Y
	}
	return xs, ys
}

// OnMount starts measuring the chart's place.
func (p *fitPanel) OnMount(ctx app.Context) { p.stage.watch(ctx, fitChartID) }

// OnDismount stops it.
func (p *fitPanel) OnDismount() { p.stage.leave() }

func (p *fitPanel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	p.drawFrame()
	return app.Section().Class("panel fit").Aria("labelledby", "fit-title").Body(
		app.Div().Class("head").Body(
			app.H2().ID("fit-title").Text(text("fit.title")),
			p.legend(),
		),
		app.Div().Class("chart").ID(fitChartID).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("fit.title")).Aria("describedby", "fit-summary").Body(
				app.Raw(p.frame.SVG),
				p.model(),
			),
			p.points(),
		),
		app.P().ID("fit-summary").Class("unseen").Text(p.summary()),
	)
}

// drawFrame draws axes and grid again when their size or ranges have changed.
func (p *fitPanel) drawFrame() {
	xs, ys := columns(p.Points)
	x, y := chart.FitRange(xs, ys, p.X)
	p.frame = p.stage.frame(chart.FrameSpec{Width: 640, Height: 400, X: x, Y: y, XLabel: "x", YLabel: "y"})
}

func (p *fitPanel) legend() app.UI {
	text := i18n.For(p.Lang).Text
	entry := func(label string, mark app.UI) app.UI {
		return app.Li().Body(
			svgElem("svg").Attr("viewBox", "0 0 22 12").Aria("hidden", "true").Body(mark),
			app.Span().Text(label),
		)
	}
	return app.Ul().Class("legend").Body(
		entry(text("fit.legend.data"), svgElem("circle").Class("mark-point").Attr("cx", "11").Attr("cy", "6").Attr("r", "5")),
		app.If(p.Validation > 0, func() app.UI {
			return entry(text("fit.legend.validation"), svgElem("circle").Class("mark-point mark-validation").
				Attr("cx", "11").Attr("cy", "6").Attr("r", "5"))
		}),
		entry(text("fit.legend.model"), svgElem("line").Class("mark-line").
			Attr("x1", "1").Attr("y1", "6").Attr("x2", "21").Attr("y2", "6")),
		entry(text("fit.legend.predict"), svgElem("path").Class("mark-predict").Attr("d", diamond(11, 6, 5))),
	)
}

// model is what moves while the model learns: its line and its answer, cut off
// at the area by the inner <svg>.
func (p *fitPanel) model() app.UI {
	f, a := p.frame, p.frame.Area
	marks := make([]app.UI, 0, 4)
	if p.Neuron {
		if x1, y1, x2, y2, ok := f.Line(p.Line.W, p.Line.B); ok {
			marks = append(marks, lineElem("mark-line", x1, y1, x2, y2))
		}
	} else {
		marks = append(marks, svgElem("polyline").Class("mark-line").Attr("points", f.Polyline(p.CurveX, p.CurveY)))
	}
	px, py := f.Px(p.X, p.Y)
	marks = append(marks, lineElem("mark-guide", px, a.Top+a.Height, px, py))
	if f.Contains(p.X, p.Y) {
		anchor, at := "start", px+12
		if px > a.Left+a.Width/2 {
			anchor, at = "end", px-12
		}
		marks = append(marks,
			svgElem("path").Class("mark-predict").Attr("d", diamond(px, py, 6.5)),
			svgElem("text").Class("mark-text").Attr("x", pixels(at)).Attr("y", pixels(py+4)).
				Attr("text-anchor", anchor).Body(app.Text(format.Significant(p.Y, 4))),
		)
	}
	return svgElem("svg").Class("marks").Attr("viewBox", "0 0 "+pixels(f.Spec.Width)+" "+pixels(f.Spec.Height)).
		Aria("hidden", "true").Body(
		svgElem("svg").Class("inside").
			Attr("x", pixels(a.Left)).Attr("y", pixels(a.Top)).
			Attr("width", pixels(a.Width)).Attr("height", pixels(a.Height)).
			Attr("viewBox", strings.Join([]string{pixels(a.Left), pixels(a.Top), pixels(a.Width), pixels(a.Height)}, " ")).
			Body(marks...),
	)
}

// points are the data, laid over the picture. Tab comes to one of them, the
// arrow keys go from point to point.
func (p *fitPanel) points() app.UI {
	text := i18n.For(p.Lang).Text
	group := svgElem("svg").Class("marks").ID(fitPointsID).
		Attr("viewBox", "0 0 "+pixels(p.frame.Spec.Width)+" "+pixels(p.frame.Spec.Height)).
		Role("group").Aria("label", text("fit.points"))
	if len(p.Points) > maxFocusable {
		var d strings.Builder
		for _, point := range p.Points {
			px, py := p.frame.Px(point.X, point.Y)
			d.WriteString("M" + pixels(px) + " " + pixels(py) + "h0")
		}
		return group.Body(svgElem("path").Class("mark-points").Attr("d", d.String()))
	}
	return group.On("keydown", p.onKeyDown).Body(
		app.Range(p.Points).Slice(func(i int) app.UI {
			point := p.Points[i]
			px, py := p.frame.Px(point.X, point.Y)
			stop := -1
			if i == min(p.current, len(p.Points)-1) {
				stop = 0
			}
			class := "mark-point"
			if i >= len(p.Points)-p.Validation {
				class += " mark-validation"
			}
			return svgElem("circle").Class(class).
				Attr("cx", pixels(px)).Attr("cy", pixels(py)).Attr("r", "6").
				Role("img").TabIndex(stop).
				Aria("label", text("fit.point", "number", strconv.Itoa(i+1), "x", format.Plain(point.X), "y", format.Plain(point.Y)))
		}),
	)
}

// onKeyDown moves the focus among the points.
func (p *fitPanel) onKeyDown(ctx app.Context, e app.Event) {
	last := len(p.Points) - 1
	switch e.Get("key").String() {
	case "ArrowRight", "ArrowDown":
		p.current = min(p.current+1, last)
	case "ArrowLeft", "ArrowUp":
		p.current = max(min(p.current, last)-1, 0)
	case "Home":
		p.current = 0
	case "End":
		p.current = last
	default:
		return
	}
	e.PreventDefault()
	current := p.current
	ctx.Defer(func(app.Context) {
		if group := elementByID(fitPointsID); group.Truthy() {
			if point := group.Get("children").Index(current); point.Truthy() {
				point.Call("focus")
			}
		}
	})
}

// summary says in words what the picture shows.
func (p *fitPanel) summary() string {
	text := i18n.For(p.Lang).Text
	formula := text("fit.curve")
	if p.Neuron {
		formula = format.Line(p.Line.W, p.Line.B)
	}
	pairs := []string{"formula", formula, "x", format.Plain(p.X), "y", format.Significant(p.Y, 6)}
	if len(p.Points) == 0 {
		return text("fit.summary_empty", pairs...)
	}
	low, high := p.Points[0].X, p.Points[0].X
	for _, point := range p.Points {
		low, high = min(low, point.X), max(high, point.X)
	}
	return text("fit.summary", append(pairs, "count", strconv.Itoa(len(p.Points)),
		"xmin", format.Plain(low), "xmax", format.Plain(high))...)
}

// lineElem is a straight line between two pixels.
func lineElem(class string, x1, y1, x2, y2 float64) app.UI {
	return svgElem("line").Class(class).
		Attr("x1", pixels(x1)).Attr("y1", pixels(y1)).Attr("x2", pixels(x2)).Attr("y2", pixels(y2))
}

// diamond is the path of a square on its corner.
func diamond(x, y, r float64) string {
	return "M" + pixels(x) + " " + pixels(y-r) + "L" + pixels(x+r) + " " + pixels(y) +
		"L" + pixels(x) + " " + pixels(y+r) + "L" + pixels(x-r) + " " + pixels(y) + "Z"
}
