package ui

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	lossChartID  = "loss-chart"
	lossScaleID  = "loss-scale"
	lossCursorID = "loss-cursor"
	// maxCurve is how many records the loss curve is drawn through: more than
	// a screen has pixels show nothing more.
	maxCurve = 500
)

// lossPanel is the picture of the loss, epoch by epoch.
type lossPanel struct {
	app.Compo

	Lang     string
	Timeline session.Timeline
	Goal     int
	Log      bool
	// Metric is the name of the metric beside the loss, "" for none.
	Metric string
	// Pointed is the epoch to read, -1 for none.
	Pointed int

	stage stage
	frame chart.Frame
}

var (
	_ app.Mounter    = (*lossPanel)(nil)
	_ app.Dismounter = (*lossPanel)(nil)
)

func newLossPanel(lang string, s session.Session) *lossPanel {
	return &lossPanel{Lang: lang, Timeline: s.Run.Timeline, Goal: s.Run.Goal, Log: s.LogLoss, Metric: s.Experiment.Metric, Pointed: s.PointedEpoch}
}

// OnMount starts measuring the chart's place.
func (p *lossPanel) OnMount(ctx app.Context) { p.stage.watch(ctx, lossChartID) }

// OnDismount stops it.
func (p *lossPanel) OnDismount() { p.stage.leave() }

func (p *lossPanel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	epochs, losses, validation := p.curve()
	p.drawFrame(losses, validation)
	scale := app.Input().ID(lossScaleID).Type("checkbox").OnChange(p.onScale)
	if p.Log {
		scale = scale.Checked(true)
	}
	return app.Section().Class("panel loss").Aria("labelledby", "loss-title").Body(
		app.Div().Class("head").Body(
			app.H2().ID("loss-title").Text(text("loss.title")),
			app.Div().Class("check").Body(scale, app.Label().For(lossScaleID).Text(text("loss.log"))),
		),
		app.Div().Class("chart").ID(lossChartID).
			On("pointermove", p.onPointer).On("pointerdown", p.onPointer).On("pointerleave", p.onLeave).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("loss.title")).Aria("describedby", "loss-summary").Body(
				app.Raw(p.frame.SVG),
				p.marks(epochs, losses, validation),
			),
			app.If(len(losses) == 0, func() app.UI {
				return app.P().Class("empty").Aria("hidden", "true").Text(text("loss.none"))
			}),
		),
		app.If(p.Timeline.Last().Validated, p.legend),
		app.P().ID("loss-summary").Class("unseen").Text(p.summary(epochs, losses)),
		p.cursor(),
	)
}

// curve returns the logged losses, thinned to what a screen can show, with the
// first and the last, and those of the validation part, NaN where there is
// none.
func (p *lossPanel) curve() (epochs, losses, validation []float64) {
	records := p.Timeline.Records
	step := max(1, len(records)/maxCurve)
	for i := range records {
		r := records[i]
		if !r.Logged() || (i > 1 && i%step != 0 && i != len(records)-1) {
			continue
		}
		epochs, losses, validation = append(epochs, float64(r.Epoch)), append(losses, r.Loss), append(validation, math.NaN())
		if r.Validated {
			validation[len(validation)-1] = r.Validation
		}
	}
	return epochs, losses, validation
}

func (p *lossPanel) drawFrame(losses, validation []float64) {
	text := i18n.For(p.Lang).Text
	p.frame = p.stage.frame(chart.FrameSpec{
		Width: 320, Height: 224,
		X: chart.Range{Max: float64(max(p.Goal, p.Timeline.Last().Epoch, 1))}, Y: chart.LossRange(append(slices.Clone(losses), validation...), p.Log),
		XLabel: text("loss.epoch"), YLabel: text("loss.axis"), LogY: p.Log,
	})
}

func (p *lossPanel) marks(epochs, losses, validation []float64) app.UI {
	f := p.frame
	marks := []app.UI{
		svgElem("polyline").Class("mark-line").Attr("points", f.Polyline(epochs, losses)),
		svgElem("polyline").Class("mark-second").Attr("points", f.Polyline(epochs, validation)),
	}
	if record, ok := p.pointed(); ok {
		x, y := f.Px(float64(record.Epoch), record.Loss)
		marks = append(marks,
			lineElem("mark-cursor", x, f.Area.Top, x, f.Area.Top+f.Area.Height),
			svgElem("circle").Class("mark-predict").Attr("cx", pixels(x)).Attr("cy", pixels(y)).Attr("r", "4.5"),
		)
	}
	return svgElem("svg").Class("marks").Attr("viewBox", "0 0 "+pixels(f.Spec.Width)+" "+pixels(f.Spec.Height)).
		Aria("hidden", "true").Body(marks...)
}

// pointed returns the record that the learner reads.
func (p *lossPanel) pointed() (session.Record, bool) {
	if p.Pointed < 0 || !p.Timeline.Last().Logged() {
		return session.Record{}, false
	}
	return p.Timeline.At(max(p.Pointed, 1)), true
}

// cursor reads an epoch by keyboard and touch, and shows what is read.
func (p *lossPanel) cursor() app.UI {
	text := i18n.For(p.Lang).Text
	last := p.Timeline.Last()
	if !last.Logged() {
		return app.P().Class("readout").Text("")
	}
	readout, at := text("loss.hint"), last
	if record, ok := p.pointed(); ok {
		readout, at = p.values(record), record
	}
	return app.Div().Class("reader").Body(
		app.P().Class("readout").Text(readout),
		app.Div().Class("cursor").Body(
			app.Label().For(lossCursorID).Text(text("loss.cursor")),
			app.Input().ID(lossCursorID).Type("range").Min("1").Max(strconv.Itoa(last.Epoch)).
				Value(strconv.Itoa(at.Epoch)).Aria("valuetext", readout).OnInput(p.onCursor),
		),
	)
}

// values says what a record holds.
func (p *lossPanel) values(record session.Record) string {
	text := i18n.For(p.Lang).Text
	said := text("loss.readout", "epoch", strconv.Itoa(record.Epoch), "loss", format.Loss(record.Loss))
	if record.Validated {
		said += ", val_loss " + format.Loss(record.Validation)
	}
	if record.Measured {
		said += ", " + p.Metric + " " + format.Loss(record.Metric)
	}
	return said
}

// legend tells the two curves apart.
func (p *lossPanel) legend() app.UI {
	entry := func(label, class string) app.UI {
		return app.Li().Body(
			svgElem("svg").Attr("viewBox", "0 0 22 12").Aria("hidden", "true").Body(
				svgElem("line").Class(class).Attr("x1", "1").Attr("y1", "6").Attr("x2", "21").Attr("y2", "6")),
			app.Span().Text(label),
		)
	}
	return app.Ul().Class("legend").Body(entry("loss", "mark-line"), entry("val_loss", "mark-second"))
}

func (p *lossPanel) onScale(ctx app.Context, _ app.Event) {
	send(ctx, session.LossScaleChosen{Log: ctx.JSSrc().Get("checked").Bool()})
}

func (p *lossPanel) onCursor(ctx app.Context, _ app.Event) {
	if epoch, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		send(ctx, session.LossPointed{Epoch: epoch})
	}
}

func (p *lossPanel) onPointer(ctx app.Context, e app.Event) {
	x, _ := place(ctx, e)
	send(ctx, session.LossPointed{Epoch: int(p.frame.X(x) + 0.5)})
}

func (p *lossPanel) onLeave(ctx app.Context, e app.Event) {
	if e.Get("pointerType").String() == "mouse" {
		send(ctx, session.LossPointed{Epoch: -1})
	}
}

// summary says in words what the picture shows.
func (p *lossPanel) summary(epochs, losses []float64) string {
	text := i18n.For(p.Lang).Text
	if len(losses) == 0 {
		return text("loss.none")
	}
	last := p.Timeline.Last()
	summary := text("loss.summary",
		"from", strconv.Itoa(int(epochs[0])), "first", format.Loss(losses[0]),
		"to", strconv.Itoa(last.Epoch), "last", format.Loss(last.Loss))
	if last.Validated {
		summary += " " + text("loss.summary_validation", "last", format.Loss(last.Validation))
	}
	return summary
}
