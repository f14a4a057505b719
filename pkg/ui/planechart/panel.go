package planechart

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// ChartID is the element ID of the chart.
	ChartID = "plane-chart"
	// side is how many places the field has along each axis, runSide that of a kept run,
	// of which only the boundary is drawn.
	side, runSide = 100, 50
)

// Panel is the picture of the data and the model: what it answers everywhere, where
// its answer changes, and the points. It asks the model when it is drawn.
type Panel struct {
	app.Compo

	Lang, Theme string
	// Points are the data, the first Trained of which are trained on, and Rows their
	// rows in the table. Axes are the points that the axes go by.
	Points  []experiment.Point
	Trained int
	Rows    []session.Row
	Axes    []experiment.Point
	// Names are what x1 and x2 are called.
	Names [2]string
	// Observer asks the model for what it gives with Params; Reading tells what that
	// means.
	Observer *session.Observer
	Params   []float32
	Reading  plane.Reading
	// Layer and Unit, each counted from 1, are the hidden unit that is shown in place
	// of the model, 0 for none; UnitReading colours it.
	Layer, Unit int
	UnitReading plane.Reading
	// Runs are the weights of the kept runs, Ghost those of the run before.
	Runs  [][]float32
	Ghost []float32
	// Starts are the weights of the trainings from many initial weights, whose answers
	// are shown together in place of the model's; nil for none.
	Starts [][]float32
	// Asked is the place that is asked, which can be moved when Askable is set, and
	// Answer what the model gives there.
	Asked   experiment.Place
	Answer  []float32
	Askable bool
	// Queries are more places that are asked.
	Queries []experiment.Query
	// Mark is the learner's own mark, at x1 = Mark.X[0] and x2 = Mark.Y, where Marked;
	// MarkAsked is set while it is asked for.
	Mark              experiment.Point
	Marked, MarkAsked bool
	// Fieldless leaves out what the model gives, and Answerless its answer.
	Fieldless, Answerless bool
	// ShowTest draws the points that are not trained on, Discretize the class alone.
	ShowTest, Discretize bool
	// Labels are the labels to choose from for new points, Label the chosen one.
	Labels []float64
	Label  float64
	// Selected is the row selected, Highlighted the one under the pointer or the focus.
	Selected, Highlighted int
	Locked                bool
	// Moving is set while pictures follow each other; the text waits for the last.
	Moving bool

	box     widget.ChartBox
	frame   chart.Frame
	scale   plane.Scale
	tracer  plane.Tracer
	paint   Painter
	palette Palette
	version int
	shapes  shapes
	starts  starts
	pointer pointerDrag
	// drawn is the latest picture, and placed and axes the points as the plane has them.
	drawn        picture
	placed, axes placed
	// told is the text that stands for the picture, stop the row that the keys are at.
	told string
	stop int
	// said is the question that the text has, waits is set while it is of an earlier picture.
	said    experiment.Place
	waits   bool
	release func()
}

var (
	_ app.Mounter    = (*Panel)(nil)
	_ app.Dismounter = (*Panel)(nil)
)

// New returns the plane of a session.
func New(lang string, s session.Session) *Panel {
	e, shown := s.Experiment, s.Shown()
	names := e.ColumnNames()
	p := &Panel{
		Lang: lang, Theme: s.Theme(), Points: e.Points, Trained: len(e.Points) - e.ValidationPoints(), Rows: s.Rows, Axes: s.Axes().Points,
		Names: [2]string{names[0], names[min(1, len(names)-1)]}, Observer: s.Observer(), Params: shown.Params, Reading: plane.ReadingOf(e),
		Asked: e.Predict, Queries: e.Queries, Fieldless: !e.Draws(experiment.LineOverlay), Answerless: !e.Draws(experiment.AnswerOverlay),
		ShowTest: e.ShowTest, Discretize: e.Discretize, Labels: s.Labels(), Label: s.Label(),
		Selected: s.Selected, Highlighted: s.Highlighted, Locked: e.Locks(experiment.DataPart),
		Moving: s.Run.Phase == session.Running || s.Playback.On || s.Dragging(),
	}
	p.Answer = s.OutputsAt(shown.Params, e.Predict).Data
	p.Mark, p.Marked, p.MarkAsked = s.Mark()
	p.Askable = !e.Locks(experiment.PredictionPart) && !p.Answerless
	if layer, unit, ok := s.PointedUnit(); ok {
		p.Layer, p.Unit, p.UnitReading = layer, unit, plane.UnitReading(e.Layers[layer-1].Activation)
	}
	if s.MultiStart.Open && p.Layer == 0 {
		for _, start := range s.MultiStart.Tried {
			p.Starts = append(p.Starts, start.Params)
		}
	}
	for _, run := range s.SavedRuns {
		p.Runs = append(p.Runs, run.Shown(s.Cursor).Params)
	}
	if ghost := s.Run.Ghost(); ghost != nil {
		p.Ghost = ghost.Last().Params
	}
	return p
}

// OnMount starts measuring the chart's place.
func (p *Panel) OnMount(ctx app.Context) {
	p.box.Watch(ctx, ChartID)
	p.pointer.watch(ctx)
	p.release = p.palette.Watch(ctx)
}

// OnDismount stops it.
func (p *Panel) OnDismount() {
	p.box.Leave()
	p.pointer.leave()
	if p.release != nil {
		p.release()
	}
}

// Render draws the frame when its size or ranges have changed, asks the model for its
// field, and draws the marks over it.
func (p *Panel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	x1, x2 := plane.Window(p.axes.of(p.Axes))
	p.frame = p.box.Frame(chart.FrameSpec{Width: 480, Height: 480, X: x1, Y: x2, XLabel: p.Names[0], YLabel: p.Names[1]})
	p.scale = plane.Scale{Area: p.frame.Area, X1: p.frame.Spec.X, X2: p.frame.Spec.Y}
	picture := p.look()
	class := "fit plane"
	if x1 == x2 {
		class += " equal"
	}
	return app.Elem("section").Class(class).Aria("label", text("plane.title")).Body(
		app.Div().Class("chart").ID(ChartID).
			On("pointerdown", p.onDown).On("pointermove", p.onMove).On("pointerup", p.onUp).
			On("pointercancel", p.onCancel).On("pointerleave", p.onLeave).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("plane.title")).Aria("describedby", "plane-summary").Body(
				&widget.FieldCanvas{Size: side, Version: p.version, Paint: &p.paint, Width: p.frame.Spec.Width, Height: p.frame.Spec.Height, Area: p.frame.Area},
				app.Raw(p.frame.SVG),
				p.marks(picture),
			),
			p.keys(),
		),
		app.P().ID("plane-summary").Class("visually-hidden").Text(p.told),
		p.controls(),
		p.selection(),
	)
}

// field returns what the model gives over the plane.
func (p *Panel) field(params []float32, side int) plane.Field {
	outputs := last(p.Observer.Grid(p.grid(side), params))
	return plane.Whole(side, p.scale.X1, p.scale.X2, p.Reading, outputs.Data, outputs.Cols)
}

// unitField returns what the unit gives over the plane that is looked at.
func (p *Panel) unitField() plane.Field {
	outputs := p.Observer.Grid(p.grid(side), p.Params)
	if p.Layer > len(outputs) {
		return plane.Field{}
	}
	layer := outputs[p.Layer-1]
	return plane.Unit(side, p.scale.X1, p.scale.X2, p.UnitReading, layer.Data, layer.Cols, p.Unit-1)
}

func (p *Panel) grid(side int) session.Grid {
	return session.Grid{Side: side, X1: session.Span(p.scale.X1), X2: session.Span(p.scale.X2)}
}

// last returns what the last layer gives.
func last(outputs []nn.Matrix) nn.Matrix {
	if len(outputs) == 0 {
		return nn.Matrix{}
	}
	return outputs[len(outputs)-1]
}

// summary describes the picture in words.
func (p *Panel) summary(seen picture) string {
	text := i18n.For(p.Lang).Text
	if p.Fieldless {
		return text("fit.summary_points", "count", strconv.Itoa(len(p.Points)))
	}
	words := plane.Summary{Field: seen.field, Points: p.placed.of(p.Points), Verdict: seen.verdict, Lines: seen.lines}
	if p.Layer > 0 {
		words.Points, words.Verdict = nil, plane.Verdict{}
		return p.unitName() + ". " + words.Text(text)
	}
	if len(p.Starts) > 0 {
		words.Verdict = plane.Verdict{}
		words.Lines = nil
		if p.Reading.Classes == 2 { // what is counted is no label
			words.Field.Low, words.Field.High = p.Reading.Low, p.Reading.High
			words.Field.Data = labelled(words.Field.Data, p.Reading)
		}
		return text("plane.starts", "count", strconv.Itoa(len(p.Starts))) + " " + p.votesAt() + " " + words.Text(text)
	}
	return words.Text(text)
}

// unitName is what the unit is called that is looked at.
func (p *Panel) unitName() string {
	return i18n.For(p.Lang).Text("network.unit_button", "unit", strconv.Itoa(p.Unit), "layer", strconv.Itoa(p.Layer))
}
