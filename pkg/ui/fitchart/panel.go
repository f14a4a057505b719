package fitchart

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// ChartID is the element ID of the chart.
	ChartID = "fit-chart"
	// maxFocusable is how many points are elements of their own; more are one
	// path, which a phone still draws at once.
	maxFocusable = 200
	// curveChecks is at how many places a curve is looked at for the axes.
	curveChecks = 24
	// curveSteps is how many pieces the curve of a net is drawn of.
	curveSteps = 160
)

// Panel is the picture of the data and the model: the points, the current
// line and the answer to the x to predict. The points and the first guess can
// be moved on it.
type Panel struct {
	app.Compo

	Lang   string
	Points []Point
	// Names are what x and y are called.
	Names experiment.Names
	// Axes are what the axes go by, LineYs heights of their line over their points;
	// while a pointer drags, also when points leave them.
	Axes     session.Axes
	LineYs   []float64
	Dragging bool
	// Neuron is set for a model of one linear neuron; any other has curves
	// through CurveX instead of lines.
	Neuron bool
	CurveX []float64
	// Model is the line of the model; Others are lines of comparison, below it.
	Model  Line
	Others []Line
	// Scale is how x is normalized before it comes to the neuron, where Normalized is set.
	// Lines are over x itself.
	Scale      experiment.Scale
	Normalized bool
	// Guess is the line of the first guess, which can be moved when Movable is set.
	Guess   experiment.Line
	Movable bool
	X, Y    float64 // the x to predict and its answer
	// Unit is what the unit does that is pointed at in the network.
	Unit Unit
	// Step is the step of the training that is looked at.
	Step Step
	// Asked are the other xs and their answers.
	Asked []experiment.Point
	// Askable is set when the x to predict can be moved.
	Askable bool
	// Residuals are the points that the loss is measured at, or those of the batch
	// whose step is looked at, and what the model answers for them. Squares draws
	// the square of each beside it.
	Residuals []Residual
	Squares   bool
	// Mark is the learner's own mark, where Marked; MarkAsked is set while its place is
	// asked. Lineless leaves the model out, and Answerless its answer.
	Mark                 experiment.Point
	Marked, MarkAsked    bool
	Lineless, Answerless bool
	// Class are the guesses of a class, at ClassX.
	Class  []session.ClassGuess
	ClassX float64
	// Hand shows a hand that drags the line once.
	Hand bool
	// Selected is the row selected, 0 for none, and Handle the handle.
	Selected int
	Handle   session.Handle
	Locked   bool
	Epoch    int

	box     widget.ChartBox
	frame   chart.Frame
	pointer pointerDrag
}

// Point is a point as the chart shows it.
type Point struct {
	experiment.Point
	Row int
	// Highlighted is set under the pointer or the focus, here or in the table.
	Highlighted bool
	// Validation is set when the point is not trained on.
	Validation bool
}

var (
	_ app.Mounter    = (*Panel)(nil)
	_ app.Dismounter = (*Panel)(nil)
)

// New returns the chart of a session.
func New(lang string, s session.Session) *Panel {
	e, shown := s.Experiment, s.Shown()
	p := &Panel{
		Lang: lang, Names: e.Names, X: e.Predict[0], Axes: s.Axes(), Dragging: s.Dragging(), Selected: s.Selected, Locked: e.Locks(experiment.DataPart), Epoch: shown.Epoch,
		Askable: !e.Locks(experiment.PredictionPart), Squares: e.Loss == squaredError, Hand: s.ShowsHand(),
		Neuron: e.IsLine() && e.IsLinear() && len(shown.Params) == e.Layout().Count(),
	}
	p.Scale, p.Normalized = s.Scale(), e.Normalize
	validation := len(e.Points) - e.ValidationPoints()
	for _, row := range s.Rows {
		if row.Known {
			p.Points = append(p.Points, Point{
				Point: row.Point, Row: row.ID, Highlighted: row.ID == s.Highlighted, Validation: len(p.Points) >= validation,
			})
		}
	}
	p.Lineless, p.Answerless = !e.Draws(experiment.LineOverlay), !e.Draws(experiment.AnswerOverlay)
	if e.Draws(experiment.MarkOverlay) {
		p.Mark, p.Marked, p.MarkAsked = s.Mark()
	}
	if p.Class = s.ClassGuesses(); p.Class != nil {
		p.ClassX = s.ClassX()
	}
	if !p.Lineless {
		p.LineYs = lineOver(s, p.Axes, p.Neuron)
	}
	p.Askable = p.Askable && !p.Answerless
	if !p.Neuron {
		x, _ := p.ranges()
		for i := range curveSteps + 1 {
			p.CurveX = append(p.CurveX, x.Min+(x.Max-x.Min)*float64(i)/curveSteps)
		}
	}
	p.Model = p.line(s, "mark-line", shown.Params)
	p.Others = p.others(s)
	p.Unit = p.unit(s)
	if p.Neuron {
		guess, _ := s.InitialLine()
		p.Guess = p.Scale.OverX(guess)
		if p.Movable = !e.Locks("model") && !p.Lineless; p.Movable {
			p.Handle = s.Handle
		}
	}
	xs := []float64{p.X}
	for _, q := range e.Queries {
		xs = append(xs, q.X[0])
	}
	if ys := s.Predict(xs...); len(ys) == len(xs) {
		p.Y = ys[0]
		for i := range e.Queries {
			p.Asked = append(p.Asked, experiment.Point{X: experiment.Place{xs[i+1]}, Y: ys[i+1]})
		}
	}
	p.Residuals = residuals(s)
	p.Squares = p.Squares && (e.Draws(experiment.SquaresOverlay) || s.StepTrace.Open)
	p.Step = stepOf(s)
	return p
}

// columns returns the coordinates of some points.
func columns(points []experiment.Point) (xs, ys []float64) {
	xs, ys = make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		xs[i], ys[i] = p.X[0], p.Y
	}
	return xs, ys
}

// OnMount starts measuring the chart's place.
func (p *Panel) OnMount(ctx app.Context) {
	p.box.Watch(ctx, ChartID)
	p.pointer.watch(ctx)
}

// OnDismount stops it.
func (p *Panel) OnDismount() {
	p.box.Leave()
	p.pointer.leave()
}

// Render draws the frame when its size or ranges have changed, and the marks.
func (p *Panel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	p.drawFrame()
	return app.Elem("section").Class("fit").Aria("label", text("fit.title")).Body(
		app.Div().Class("chart").ID(ChartID).
			On("pointerdown", p.onDown).On("pointermove", p.onMove).On("pointerup", p.onUp).
			On("pointercancel", p.onCancel).On("pointerleave", p.onLeave).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("fit.title")).Aria("describedby", "fit-summary").Body(
				app.Raw(p.frame.SVG),
				p.model(),
			),
			p.points(),
			p.guess(),
		),
		app.P().ID("fit-summary").Class("visually-hidden").Text(p.summary()),
		p.selection(),
	)
}

// drawFrame draws axes and grid again when their size or ranges have changed.
func (p *Panel) drawFrame() {
	x, y := p.ranges()
	p.frame = p.box.Frame(chart.FrameSpec{Width: 640, Height: 400, X: x, Y: y, XLabel: p.Names.OfX(), YLabel: p.Names.OfY()})
}

// ranges returns the ranges of the axes. They stand still while a pointer drags. A
// point that is moved beyond the edge by keys takes the axes along.
func (p *Panel) ranges() (x, y chart.Range) {
	xs, ys := columns(p.Axes.Points)
	lineYs := p.marksYs(ys)
	x, y = chart.FitRange(xs, ys, p.Axes.Predict, lineYs...)
	if p.Dragging {
		return x, y
	}
	points := make([]experiment.Point, len(p.Points))
	outside := false
	for i, point := range p.Points {
		points[i] = point.Point
		outside = outside || point.X[0] < x.Min || point.X[0] > x.Max || point.Y < y.Min || point.Y > y.Max
	}
	if outside {
		xs, ys = columns(points)
		x, y = chart.FitRange(xs, ys, p.X, lineYs...)
	}
	return x, y
}
