package ui

import (
	"slices"
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
	fitChartID = "fit-chart"
	// maxFocusable is how many points are elements of their own; more are one
	// path, which a phone still draws at once.
	maxFocusable = 200
	// curveSteps is how many pieces the curve of a net is drawn of.
	curveSteps = 160
)

// fitPanel is the picture of the data and the model: the points, the current
// line and the answer to the x to predict. The points and the first guess can
// be moved on it.
type fitPanel struct {
	app.Compo

	Lang   string
	Points []fitPoint
	// Held are the points that the axes go by; while a pointer drags, also when
	// points leave them.
	Held     []experiment.Point
	Dragging bool
	// Neuron is set for a model of one linear neuron; any other has curves
	// through CurveX instead of lines.
	Neuron bool
	CurveX []float64
	// Model is what is shown, Others what it is compared with, drawn below it.
	Model  fitLine
	Others []fitLine
	// Guess is the first guess, which can be moved when Movable is set.
	Guess   experiment.Line
	Movable bool
	X, Y    float64 // the x to predict and its answer
	// Residuals are the points of the batch whose step is looked at, and what
	// the model answers for them.
	Residuals []residual
	// Selected is the row selected, 0 for none, and Handle the handle.
	Selected int
	Handle   session.Handle
	Locked   bool
	Epoch    int

	stage stage
	frame chart.Frame
	hand  hand
}

// fitPoint is a point as the chart shows it.
type fitPoint struct {
	experiment.Point
	Row int
	// Lit is set under the pointer or the focus, here or in the table.
	Lit bool
	// Validation is set when the point is not trained on.
	Validation bool
}

// fitLine is a line y = W·x + B or a curve through Xs and Ys.
type fitLine struct {
	Class string
	experiment.Line
	Xs, Ys []float64
}

// residual is the error at a point.
type residual struct{ X, Y, Answer float64 }

var (
	_ app.Mounter    = (*fitPanel)(nil)
	_ app.Dismounter = (*fitPanel)(nil)
)

func newFitPanel(lang string, s session.Session) *fitPanel {
	e, shown := s.Experiment, s.Shown()
	p := &fitPanel{
		Lang: lang, X: e.Predict, Held: s.Held(), Dragging: s.Dragging(), Selected: s.Selected, Locked: e.Locks("data"), Epoch: shown.Epoch,
		Neuron: e.OneNeuron() && e.Layers[0].Activation == "linear" && len(shown.Params) == 2,
	}
	validation := len(e.Points) - e.ValidationPoints()
	for _, row := range s.Rows {
		if row.Known {
			p.Points = append(p.Points, fitPoint{
				Point: row.Point, Row: row.ID, Lit: row.ID == s.Lit, Validation: len(p.Points) >= validation,
			})
		}
	}
	if !p.Neuron {
		x, _ := p.ranges()
		for i := range curveSteps + 1 {
			p.CurveX = append(p.CurveX, x.Min+(x.Max-x.Min)*float64(i)/curveSteps)
		}
	}
	p.Model = p.line(s, "mark-line", shown.Params)
	p.Others = p.others(s)
	if p.Neuron {
		p.Guess, _ = e.InitialLine()
		if p.Movable = !e.Locks("model"); p.Movable {
			p.Handle = s.Handle
		}
	}
	if ys := s.Predict(p.X); len(ys) == 1 {
		p.Y = ys[0]
	}
	if trace := s.Walk.Trace; s.Walk.Open && trace != nil && s.Walk.Epoch == shown.Epoch {
		answers := trace.Layers[len(trace.Layers)-1].Outputs
		for i, row := range trace.Rows {
			if row < len(e.Points) {
				p.Residuals = append(p.Residuals, residual{e.Points[row].X, e.Points[row].Y, float64(answers.Data[i])})
			}
		}
	}
	return p
}

// line is the model with some weights.
func (p *fitPanel) line(s session.Session, class string, params []float32) fitLine {
	l := fitLine{Class: class}
	if p.Neuron && len(params) == 2 {
		l.Line = experiment.Line{W: float64(params[0]), B: float64(params[1])}
	} else {
		l.Xs, l.Ys = p.CurveX, s.PredictWith(params, p.CurveX...)
	}
	return l
}

// others are the lines that the model is compared with.
func (p *fitPanel) others(s session.Session) []fitLine {
	var lines []fitLine
	if s.Starts.Open {
		xs := s.Starts.CurveXs()
		for _, start := range s.Starts.Tried {
			line := fitLine{Class: "mark-start", Xs: xs, Ys: start.Curve}
			if p.Neuron {
				line = p.line(s, "mark-start", start.Params)
			}
			lines = append(lines, line)
		}
	}
	if s.WhyOpen {
		if e, ok := s.Explain(); ok {
			for _, line := range e.Lines {
				lines = append(lines, fitLine{Class: "mark-noise", Line: line})
			}
		}
	}
	for i, kept := range s.Kept {
		lines = append(lines, p.line(s, runClass(i), kept.Shown(s.Cursor).Params))
	}
	if trace := s.Walk.Trace; s.Walk.Open && trace != nil && s.Walk.Stage == session.Stages-1 {
		lines = append(lines, p.line(s, "mark-next", trace.After))
	}
	return lines
}

// runClass is the class of what is drawn of the i-th kept run.
func runClass(i int) string { return "mark-run run-" + strconv.Itoa(i+1) }

// columns returns the coordinates of some points.
func columns(points []experiment.Point) (xs, ys []float64) {
	xs, ys = make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		xs[i], ys[i] = p.X, p.Y
	}
	return xs, ys
}

// OnMount starts measuring the chart's place.
func (p *fitPanel) OnMount(ctx app.Context) {
	p.stage.watch(ctx, fitChartID)
	p.hand.watch(ctx)
}

// OnDismount stops it.
func (p *fitPanel) OnDismount() {
	p.stage.leave()
	p.hand.leave()
}

func (p *fitPanel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	p.drawFrame()
	return app.Elem("section").Class("panel fit").Aria("labelledby", "fit-title").Body(
		app.Div().Class("head").Body(
			app.Elem("h2").ID("fit-title").Text(text("fit.title")),
			p.legend(),
			&saveMenu{Lang: p.Lang, Chart: fitChartID, Name: text("fit.title"), CSV: dataTable},
		),
		app.Div().Class("chart").ID(fitChartID).
			On("pointerdown", p.onDown).On("pointermove", p.onMove).On("pointerup", p.onUp).
			On("pointercancel", p.onCancel).On("pointerleave", p.onLeave).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("fit.title")).Aria("describedby", "fit-summary").Body(
				app.Raw(p.frame.SVG),
				p.model(),
			),
			p.points(),
			p.guess(),
		),
		app.P().ID("fit-summary").Class("unseen").Text(p.summary()),
		p.selection(),
	)
}

// drawFrame draws axes and grid again when their size or ranges have changed.
func (p *fitPanel) drawFrame() {
	x, y := p.ranges()
	p.frame = p.stage.frame(chart.FrameSpec{Width: 640, Height: 400, X: x, Y: y, XLabel: "x", YLabel: "y"})
}

// ranges are what the axes show. Keys have no place on the screen to lose, so
// that the axes follow a point that they move beyond the edge.
func (p *fitPanel) ranges() (x, y chart.Range) {
	xs, ys := columns(p.Held)
	x, y = chart.FitRange(xs, ys, p.X)
	if p.Dragging {
		return x, y
	}
	points := make([]experiment.Point, len(p.Points))
	outside := false
	for i, point := range p.Points {
		points[i] = point.Point
		outside = outside || point.X < x.Min || point.X > x.Max || point.Y < y.Min || point.Y > y.Max
	}
	if outside {
		xs, ys = columns(points)
		x, y = chart.FitRange(xs, ys, p.X)
	}
	return x, y
}

func (p *fitPanel) legend() app.UI {
	text := i18n.For(p.Lang).Text
	entry := func(label string, mark app.UI) app.UI {
		return app.Elem("li").Body(
			svgElem("svg").Attr("viewBox", "0 0 22 12").Aria("hidden", "true").Body(mark),
			app.Elem("span").Text(label),
		)
	}
	line := func(class string) app.UI {
		return svgElem("line").Class(class).Attr("x1", "1").Attr("y1", "6").Attr("x2", "21").Attr("y2", "6")
	}
	validation := slices.ContainsFunc(p.Points, func(point fitPoint) bool { return point.Validation })
	return app.Elem("ul").Class("legend").Body(
		entry(text("fit.legend.data"), svgElem("circle").Class("mark-point").Attr("cx", "11").Attr("cy", "6").Attr("r", "5")),
		app.If(validation, func() app.UI {
			return entry(text("fit.legend.validation"), svgElem("circle").Class("mark-point mark-validation").
				Attr("cx", "11").Attr("cy", "6").Attr("r", "5"))
		}),
		entry(text("fit.legend.model"), line("mark-line")),
		app.If(p.Neuron && p.Epoch > 0, func() app.UI { return entry(text("fit.legend.guess"), line("mark-guess")) }),
		entry(text("fit.legend.predict"), svgElem("path").Class("mark-predict").Attr("d", diamond(11, 6, 5))),
	)
}

// summary says in words what the picture shows.
func (p *fitPanel) summary() string {
	text := i18n.For(p.Lang).Text
	formula := text("fit.curve")
	if p.Neuron {
		formula = format.Line(p.Model.W, p.Model.B)
	}
	pairs := []string{"formula", formula, "x", format.Plain(p.X), "y", format.Significant(p.Y, 6)}
	if len(p.Points) == 0 {
		return text("fit.summary_empty", pairs...)
	}
	low, high := p.Points[0].X, p.Points[0].X
	for _, point := range p.Points {
		low, high = min(low, point.X), max(high, point.X)
	}
	summary := text("fit.summary", append(pairs, "count", strconv.Itoa(len(p.Points)),
		"xmin", format.Plain(low), "xmax", format.Plain(high))...)
	if p.Neuron && p.Epoch > 0 {
		summary += " " + text("fit.summary_guess", "formula", format.Line(p.Guess.W, p.Guess.B))
	}
	for _, class := range []string{"start", "noise", "run", "next"} {
		lines := 0
		for _, other := range p.Others {
			if name := strings.TrimPrefix(other.Class, "mark-"); name == class || strings.HasPrefix(name, class+" ") {
				lines++
			}
		}
		if lines > 0 {
			summary += " " + text("fit.summary_"+class, "count", strconv.Itoa(lines))
		}
	}
	if all := len(p.Residuals); all > maxFocusable {
		summary += " " + text("fit.summary_residuals_first", "count", strconv.Itoa(maxFocusable), "all", strconv.Itoa(all))
	} else if all > 0 {
		summary += " " + text("fit.summary_residual", "count", strconv.Itoa(all))
	}
	return summary
}
