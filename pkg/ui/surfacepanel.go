package ui

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	surfaceChartID = "surface-chart"
	// maxPath is about how many points the path of the training has.
	maxPath = 400
)

// surfacePanel draws the loss as a function of two weights, and the path of the
// training on it.
type surfacePanel struct {
	app.Compo

	Lang    string
	Surface session.Surface
	// Path is the path of the current run up to the epoch shown. Paths are those of
	// the saved runs and of the many starts, drawn below it.
	Paths []surfacePath
	Path  []weightPair
	// Now is the current point, Least the minimum where it is known.
	Now, Least weightPair
	Minimum    bool
	// Names are the two weights'; Weights the names to choose from, for a model
	// of more than two.
	Names   [2]string
	Weights []string
	Slice   session.Slice
	// Step is the step of the training that is looked at.
	Step surfaceStep
	// Movable is set when a click on the surface sets the first guess.
	Movable bool
	// Rough draws less finely, while something is dragged.
	Rough bool

	box   widget.ChartBox
	frame chart.Frame
	heat  *chart.Heat
	// heats counts the heats that there were; paint is what the canvas asks for the
	// colours of the one there is.
	heats int
	paint heatPainter
	// lines are the contour lines and labels their numbers, kept with the heat and
	// the frame that they were drawn for.
	lines      string
	labels     []chart.HeatLabel
	linesHeat  *chart.Heat
	linesFrame chart.FrameSpec
}

// weightPair is a point of the surface: the two weights of the slice.
type weightPair struct{ X, Y float64 }

// heatPainter gives the colours of a heat, which suit every ground.
type heatPainter struct{ heat *chart.Heat }

var _ widget.FieldPainter = (*heatPainter)(nil)

// Pixels returns them.
func (p *heatPainter) Pixels(dom.Value) []byte { return p.heat.Pixels() }

// surfacePath is a path of its own class.
type surfacePath struct {
	Class  string
	Places []weightPair
}

var (
	_ app.Mounter    = (*surfacePanel)(nil)
	_ app.Dismounter = (*surfacePanel)(nil)
)

func newSurfacePanel(lang string, s session.Session) *surfacePanel {
	shown := s.Shown()
	p := &surfacePanel{Lang: lang, Surface: s.Surface, Rough: s.Dragging()}
	if len(shown.Params) < 2 {
		return p
	}
	p.Slice = s.SurfaceSlice()
	p.Now = p.at(shown.Params)
	p.Path = p.path(s.Run.Timeline, shown.Epoch)
	p.Step = p.stepOf(s)
	text := i18n.For(lang).Text
	if s.Experiment.IsLine() {
		p.Names, p.Movable = [2]string{text("surface.weight"), text("surface.bias")}, !s.Experiment.Locks(experiment.ModelPart)
	} else {
		p.Weights = weightNames(s.Experiment.Layout(), min(len(shown.Params), maxSliceChoices))
		p.Names = [2]string{s.Experiment.Layout().Name(p.Slice.I), s.Experiment.Layout().Name(p.Slice.J)}
	}
	if analysis, ok := s.LeastSquares(); ok && s.Experiment.IsLine() && analysis.Unique() && !s.AwaitingAnswer() { // whose answer it may be
		p.Least, p.Minimum = weightPair{analysis.Solution[0], analysis.Solution[1]}, true
	}
	if s.MultiStart.Open && s.Experiment.IsLine() {
		for _, start := range s.MultiStart.Tried {
			path := surfacePath{Class: "mark-start"}
			for _, params := range start.Path {
				path.Places = append(path.Places, p.at(params))
			}
			p.Paths = append(p.Paths, path)
		}
	}
	for i, kept := range s.SavedRuns {
		if len(kept.Timeline.First().Params) != len(shown.Params) {
			continue // its weights have no place here
		}
		p.Paths = append(p.Paths, surfacePath{widget.RunClass(i), p.path(kept.Timeline, kept.Shown(s.Cursor).Epoch)})
	}
	return p
}

// at returns the two weights of the slice.
func (p *surfacePanel) at(params []float32) weightPair {
	return weightPair{float64(params[p.Slice.I]), float64(params[p.Slice.J])}
}

// path returns the weights of a run up to an epoch. Long runs are thinned, except
// for the first steps, which are the longest.
func (p *surfacePanel) path(t session.Timeline, until int) []weightPair {
	var places []weightPair
	step := max(1, t.Len()/maxPath)
	for i, r := range t.All() {
		if r.Epoch > until {
			break
		}
		last := i == t.Len()-1 || t.Record(i+1).Epoch > until
		if r.Params != nil && (i < 50 || i%step == 0 || last) {
			places = append(places, p.at(r.Params))
		}
	}
	return places
}

// OnMount starts measuring the chart's place.
func (p *surfacePanel) OnMount(ctx app.Context) { p.box.Watch(ctx, surfaceChartID) }

// OnDismount stops it.
func (p *surfacePanel) OnDismount() { p.box.Leave() }

func (p *surfacePanel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	p.drawFrame()
	class, hint := "chart", text("surface.hint")
	if p.Movable {
		class += " pickable"
		hint += " " + text("surface.hint_start")
	}
	return app.Elem("section").Class("surface").Aria("label", text("surface.title")).Body(
		app.P().Class("caption").Title(hint).Text(text("surface.caption")),
		app.Div().Class(class).ID(surfaceChartID).OnClick(p.onClick).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("surface.title")).Aria("describedby", "surface-summary").Body(
				&widget.FieldCanvas{Size: session.SurfaceSize, Version: p.heats, Paint: &p.paint, Width: p.frame.Spec.Width, Height: p.frame.Spec.Height, Area: p.frame.Area},
				app.Raw(p.frame.SVG),
				p.marks(),
			),
		),
		app.P().ID("surface-summary").Class("visually-hidden").Text(p.summary()+" "+hint),
		app.Div().Class("slice").Body(app.If(len(p.Weights) > 0, func() app.UI {
			return app.Div().Body(
				app.P().Class("hint").Text(text("surface.partial")),
				&sliceMenus{Lang: p.Lang, Weights: strings.Join(p.Weights, "\n"), Slice: p.Slice},
			)
		})),
	)
}

// drawFrame draws the axes, and the heat when the surface is another one.
func (p *surfacePanel) drawFrame() {
	s := p.Surface
	if len(s.Loss) > 0 && !p.heat.Shows(s.Loss, p.Rough) {
		p.heat = chart.NewHeat(s.Loss, session.SurfaceSize, p.Rough)
		p.paint.heat = p.heat
		p.heats++
	}
	p.frame = p.box.Frame(chart.FrameSpec{
		Width: 320, Height: 240, X: chart.Range(s.X), Y: chart.Range(s.Y), XLabel: p.Names[0], YLabel: p.Names[1],
		Bare: p.heat != nil,
	})
	if p.heat != nil && (p.heat != p.linesHeat || p.frame.Spec != p.linesFrame) {
		p.lines, p.linesHeat, p.linesFrame = p.heat.Lines(p.frame), p.heat, p.frame.Spec
		x, y := p.frame.Px(p.Least.X, p.Least.Y)
		p.labels = p.heat.Labels(p.frame, x, y)
	}
}

// onClick sets the initial weights to the place of the click.
func (p *surfacePanel) onClick(ctx app.Context, e app.Event) {
	if !p.Movable || len(p.Surface.Loss) == 0 {
		return
	}
	x, y, ok := dom.Place(ctx, e)
	a := p.frame.Area
	if !ok || x < a.Left || x > a.Left+a.Width || y < a.Top || y > a.Top+a.Height {
		return
	}
	perX, perY := p.frame.PerPixel()
	// With a beginning and an end, each click is one step of Undo.
	widget.Send(ctx, session.DragStarted{})
	widget.Send(ctx, session.LineMoved{Line: experiment.Line{W: chart.Snap(p.frame.X(x), perX), B: chart.Snap(p.frame.Y(y), perY)}})
	widget.Send(ctx, session.DragEnded{})
}

// summary describes the picture in words.
func (p *surfacePanel) summary() string {
	text := i18n.For(p.Lang).Text
	if len(p.Surface.Loss) == 0 || len(p.Path) == 0 {
		return text("surface.none")
	}
	number := func(v float64) string { return format.Significant(v, 6) }
	least := math.Inf(1)
	for _, v := range p.Surface.Loss {
		if v < least {
			least = v
		}
	}
	summary := text("surface.summary", "i", p.Names[0], "j", p.Names[1],
		"imin", edge(p.Surface.X, p.Surface.X.Min), "imax", edge(p.Surface.X, p.Surface.X.Max),
		"jmin", edge(p.Surface.Y, p.Surface.Y.Min), "jmax", edge(p.Surface.Y, p.Surface.Y.Max), "least", format.Loss(least),
		"fromi", number(p.Path[0].X), "fromj", number(p.Path[0].Y), "nowi", number(p.Now.X), "nowj", number(p.Now.Y))
	if p.Minimum {
		summary += " " + text("surface.minimum", "i", number(p.Least.X), "j", number(p.Least.Y))
	}
	return summary
}

// edge writes an end of a span, rounded to a ten-thousandth of the span.
func edge(s session.Span, v float64) string { return format.Plain(chart.Snap(v, (s.Max-s.Min)/1e4)) }
