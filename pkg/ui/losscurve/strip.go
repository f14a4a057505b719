package losscurve

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// ChartID is the element ID of the picture.
	ChartID = "loss-chart"
	// SliderID is that of the slider.
	SliderID = "epoch"
)

// Strip is the loss curve of a run and, on it, the epoch that every view shows.
type Strip struct {
	app.Compo

	Lang     string
	Timeline session.Timeline
	// Ghost is the run that "Back to first guess" left; nil for none.
	Ghost *session.Timeline
	// Kept are the runs to compare with.
	Kept []session.SavedRun
	// Shown is the record that every view shows.
	Shown session.Record
	// Pointed is the epoch under the pointer, -1 for none.
	Pointed int
	// Goal is the epoch that the training goes to, Running whether it is under way.
	Goal    int
	Running bool
	// Log is the learner's choice of the loss axis, nil for what suits the losses.
	Log    *bool
	Metric string
	// Bare leaves the curve out, where the link hides the part "loss".
	Bare bool

	box     widget.ChartBox
	scale   scale
	holding bool // a pointer holds the knob
}

var (
	_ app.Mounter    = (*Strip)(nil)
	_ app.Dismounter = (*Strip)(nil)
)

// New returns the strip of a session.
func New(lang string, s session.Session, bare bool) *Strip {
	return &Strip{
		Lang: lang, Timeline: s.Run.Timeline, Ghost: s.Run.Ghost(), Kept: s.SavedRuns, Shown: s.Shown(), Pointed: s.PointedEpoch,
		Goal: s.Run.Goal, Running: s.Run.Phase == session.Running, Log: s.LogLoss, Metric: s.Run.Metric(), Bare: bare,
	}
}

// OnMount starts measuring the strip's place.
func (p *Strip) OnMount(ctx app.Context) { p.box.Watch(ctx, ChartID) }

// OnDismount stops it.
func (p *Strip) OnDismount() { p.box.Leave() }

// Render draws the curve, and over it the slider, which keys move; what a pointer
// does is told by the strip itself, since the curve's epochs are not evenly spaced.
func (p *Strip) Render() app.UI {
	text := i18n.For(p.Lang).Text
	p.scale = p.newScale()
	spoken := text("timeline.start")
	if p.Shown.Logged() {
		spoken = p.values(p.Shown)
	}
	last := p.Timeline.Last().Epoch
	return app.Div().Class("strip").Body(
		app.Elem("label").Class("visually-hidden").Attr("for", SliderID).Text(text("timeline.epoch")),
		app.Div().Class("chart").ID(ChartID).
			On("pointerdown", p.onDown).On("pointermove", p.onMove).On("pointerup", p.onUp).
			On("pointercancel", p.onUp).On("pointerleave", p.onLeave).Body(
			&widget.Slider{
				ID: SliderID, Target: epochSlid{}, Max: float64(max(last, 1)), Step: 1, Value: float64(p.Shown.Epoch), Text: spoken, Disabled: last == 0,
			},
			app.If(!p.Bare, func() app.UI {
				return app.Div().Class("picture").Role("img").Aria("label", text("loss.title")).Aria("describedby", "loss-summary").Body(p.marks())
			}).Else(func() app.UI {
				return app.Div().Class("picture").Aria("hidden", "true").Body(p.marks())
			}),
		),
		app.P().ID("loss-summary").Class("visually-hidden").Text(p.summary()),
		app.P().Class("readout").Aria("hidden", "true").Text(p.readout()),
	)
}

// newScale is the scale for all the runs on the strip. While a training is under
// way its goal is at the right end, so that the curve grows into its place.
func (p *Strip) newScale() scale {
	last := p.Timeline.Last().Epoch
	if p.Running || last == 0 {
		last = max(last, p.Goal)
	}
	losses := ends(p.Timeline)
	for i := range p.Kept {
		last = max(last, p.Kept[i].Timeline.Last().Epoch)
		losses = append(losses, ends(p.Kept[i].Timeline)...)
	}
	if p.Ghost != nil {
		last = max(last, p.Ghost.Last().Epoch)
		losses = append(losses, ends(*p.Ghost)...)
	}
	width, height := p.box.Size(520, 64)
	return newScale(last, losses, p.Log).placed(width, height)
}

// Logarithmic reports whether the loss axis is.
func (p *Strip) Logarithmic() bool { return p.newScale().logY }

// line is the points of one curve.
func (p *Strip) line(epochs []int, losses []float64) string {
	var b strings.Builder
	for i, epoch := range epochs {
		if math.IsNaN(losses[i]) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(format.Pixels(p.scale.x(epoch)) + "," + format.Pixels(p.scale.y(losses[i])))
	}
	return b.String()
}

// marks are the ticks, the curves and the knob.
func (p *Strip) marks() app.UI {
	s := p.scale
	bottom := s.top + s.height
	marks := []app.UI{}
	for _, epoch := range s.ticks() {
		x := s.x(epoch)
		marks = append(marks,
			widget.SVGLine("chart-grid", x, s.top, x, bottom),
			widget.SVG("text").Class("chart-tick").Attr("x", format.Pixels(x)).Attr("y", format.Pixels(bottom+20)).
				Attr("text-anchor", "middle").Attr("font-size", "11").Text(strconv.Itoa(epoch)))
	}
	if !p.Bare {
		marks = append(marks, p.curves()...)
	}
	knob, at := p.Shown, bottom
	if r, ok := p.pointed(); ok && p.Pointed >= 0 {
		x := s.x(r.Epoch)
		marks = append(marks, widget.SVGLine("mark-cursor", x, s.top, x, bottom))
	}
	if first := p.firstLoss(); !p.Bare && !math.IsNaN(first) {
		at = s.y(first)
		if knob.Logged() {
			at = s.y(knob.Loss)
		}
	}
	marks = append(marks, widget.SVG("circle").Class("knob").Attr("cx", format.Pixels(s.x(knob.Epoch))).Attr("cy", format.Pixels(at)).Attr("r", "7"))
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(s.width+2*s.left)+" "+format.Pixels(bottom+24)).
		Aria("hidden", "true").Body(marks...)
}

// curves are the losses of the kept runs, of the ghost, and of the run itself with
// its validation part.
func (p *Strip) curves() []app.UI {
	marks := []app.UI{}
	add := func(class string, c curve) {
		if points := p.line(c.epochs, c.losses); points != "" {
			marks = append(marks, widget.SVG("polyline").Class(class).Attr("points", points))
		}
	}
	for i := range p.Kept {
		add(widget.RunClass(i), curveOf(p.Kept[i].Timeline, p.scale))
	}
	if p.Ghost != nil {
		add("mark-ghost", curveOf(*p.Ghost, p.scale))
	}
	own := curveOf(p.Timeline, p.scale)
	marks = append(marks,
		widget.SVG("polyline").Class("mark-loss").Attr("points", p.line(own.epochs, own.losses)),
		widget.SVG("polyline").Class("mark-second").Attr("points", p.line(own.epochs, own.validation)))
	if len(own.epochs) <= linearEpochs {
		for i, epoch := range own.epochs {
			if math.IsNaN(own.losses[i]) {
				continue
			}
			marks = append(marks, widget.SVG("circle").Class("mark-dot").Attr("cx", format.Pixels(p.scale.x(epoch))).
				Attr("cy", format.Pixels(p.scale.y(own.losses[i]))).Attr("r", "2.5"))
		}
	}
	return marks
}

// firstLoss is the loss of the first epoch, NaN before there is one.
func (p *Strip) firstLoss() float64 {
	if p.Timeline.Len() > 1 {
		return p.Timeline.Record(1).Loss
	}
	return math.NaN()
}

// epochSlid is the epoch that every view shows.
type epochSlid struct{}

func (epochSlid) Slid(value float64) session.Msg { return session.CursorMoved{Epoch: int(value)} }

func (epochSlid) Taken() session.Msg { return nil }

// onDown takes hold of the knob, which leaps to the pointer.
func (p *Strip) onDown(ctx app.Context, e app.Event) {
	pointer, ok := dom.Pointer(e)
	x, _, placed := dom.Place(ctx, e)
	if !ok || !placed || !pointer.Main || p.Timeline.Last().Epoch == 0 {
		return
	}
	e.PreventDefault() // nothing is selected, and the slider under it stays still
	p.holding = true
	dom.CapturePointer(ctx, pointer.ID)
	dom.FocusStill(SliderID)
	widget.Send(ctx, session.CursorMoved{Epoch: p.scale.epoch(x)})
}

func (p *Strip) onMove(ctx app.Context, e app.Event) {
	pointer, ok := dom.Pointer(e)
	x, _, placed := dom.Place(ctx, e)
	switch {
	case !ok || !placed:
	case p.holding:
		widget.Send(ctx, session.CursorMoved{Epoch: p.scale.epoch(x)})
	case pointer.Kind == "mouse":
		widget.Send(ctx, session.LossPointed{Epoch: p.scale.epoch(x)})
	}
}

func (p *Strip) onUp(app.Context, app.Event) { p.holding = false }

func (p *Strip) onLeave(ctx app.Context, e app.Event) {
	if pointer, _ := dom.Pointer(e); pointer.Kind == "mouse" {
		widget.Send(ctx, session.LossPointed{Epoch: -1})
	}
}
