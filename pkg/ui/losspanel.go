package ui

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	lossChartID = "loss-chart"
	lossScaleID = "loss-scale"
	// maxCurve is about how many points the loss curve has. More than the screen
	// has pixels would show nothing more.
	maxCurve = 500
)

// lossPanel shows the loss of each epoch as a curve.
type lossPanel struct {
	app.Compo

	Lang     string
	Timeline session.Timeline
	Goal     int
	Log      bool
	// Metric is the name of the metric beside the loss, "" for none.
	Metric string
	// Pointed is the epoch under the pointer, Cursor the one that is shown; -1
	// is none.
	Pointed, Cursor int
	// Kept are the runs of the race.
	Kept []session.SavedRun

	box   widget.ChartBox
	frame chart.Frame
}

var (
	_ app.Mounter    = (*lossPanel)(nil)
	_ app.Dismounter = (*lossPanel)(nil)
)

func newLossPanel(lang string, s session.Session) *lossPanel {
	return &lossPanel{Lang: lang, Timeline: s.Run.Timeline, Goal: s.Run.Goal, Log: s.LogLoss, Metric: s.Run.Metric(), Pointed: s.PointedEpoch, Cursor: s.Cursor, Kept: s.SavedRuns}
}

// OnMount starts measuring the chart's place.
func (p *lossPanel) OnMount(ctx app.Context) { p.box.Watch(ctx, lossChartID) }

// OnDismount stops it.
func (p *lossPanel) OnDismount() { p.box.Leave() }

func (p *lossPanel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	epochs, losses, validation := curve(p.Timeline)
	all := append(slices.Clone(losses), validation...)
	last := max(p.Goal, p.Timeline.Last().Epoch, 1)
	var kept []app.UI
	for _, k := range p.Kept {
		_, ys, _ := curve(k.Timeline)
		all, last = append(all, ys...), max(last, k.Timeline.Last().Epoch)
	}
	p.drawFrame(all, last)
	for i, k := range p.Kept {
		xs, ys, _ := curve(k.Timeline)
		kept = append(kept, widget.SVG("polyline").Class(widget.RunClass(i)).Attr("points", p.frame.Polyline(xs, ys)))
	}
	return app.Elem("section").Class("panel loss").Aria("labelledby", "loss-title").Body(
		app.Div().Class("head").Body(
			app.Elem("h2").ID("loss-title").Text(text("loss.title")),
			&widget.SaveMenu{Lang: p.Lang, Chart: lossChartID, Name: text("loss.title"), CSV: session.HistoryTable},
		),
		app.Div().Class("chart").ID(lossChartID).
			On("pointermove", p.onPointer).On("pointerleave", p.onLeave).OnClick(p.onClick).Body(
			app.Div().Class("picture").Role("img").Aria("label", text("loss.title")).Aria("describedby", "loss-summary").Body(
				app.Raw(p.frame.SVG),
				p.marks(kept, epochs, losses, validation),
			),
			app.If(len(losses) == 0, func() app.UI {
				return app.P().Class("empty").Aria("hidden", "true").Text(text("loss.none"))
			}),
		),
		app.If(p.Timeline.Last().Validated, p.legend),
		app.P().ID("loss-summary").Class("visually-hidden").Text(p.summary(epochs, losses)),
		app.Div().Class("below").Body(
			app.P().Class("readout").Text(p.readout()),
			widget.Checkbox(lossScaleID, text("loss.log"), p.Log, false, func(ctx app.Context, on bool) {
				widget.Send(ctx, session.LossScaleChosen{Log: on})
			}),
		),
	)
}

// curve returns the epochs with a logged loss, their losses, and their validation
// losses, NaN for an epoch without one. Long runs are thinned; the first and the
// last epoch stay.
func curve(t session.Timeline) (epochs, losses, validation []float64) {
	step := max(1, t.Len()/maxCurve)
	for i, r := range t.All() {
		if !r.Logged() || (i > 1 && i%step != 0 && i != t.Len()-1) {
			continue
		}
		epochs, losses, validation = append(epochs, float64(r.Epoch)), append(losses, r.Loss), append(validation, math.NaN())
		if r.Validated {
			validation[len(validation)-1] = r.Validation
		}
	}
	return epochs, losses, validation
}

func (p *lossPanel) drawFrame(losses []float64, last int) {
	text := i18n.For(p.Lang).Text
	p.frame = p.box.Frame(chart.FrameSpec{
		Width: 320, Height: 224, X: chart.Range{Max: float64(last)}, Y: chart.LossRange(losses, p.Log),
		XLabel: text("loss.epoch"), YLabel: text("loss.axis"), LogY: p.Log,
	})
}

// marks are the curves, those of the kept runs below, and the cursor.
func (p *lossPanel) marks(kept []app.UI, epochs, losses, validation []float64) app.UI {
	f := p.frame
	marks := append(kept,
		widget.SVG("polyline").Class("mark-line").Attr("points", f.Polyline(epochs, losses)),
		widget.SVG("polyline").Class("mark-second").Attr("points", f.Polyline(epochs, validation)))
	if record, ok := p.pointed(); ok {
		x, y := f.Px(float64(record.Epoch), record.Loss)
		marks = append(marks,
			widget.SVGLine("mark-cursor", x, f.Area.Top, x, f.Area.Top+f.Area.Height),
			widget.SVG("circle").Class("mark-predict").Attr("cx", format.Pixels(x)).Attr("cy", format.Pixels(y)).Attr("r", "4.5"),
		)
	}
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(f.Spec.Width)+" "+format.Pixels(f.Spec.Height)).
		Aria("hidden", "true").Body(marks...)
}

// pointed returns the record that the learner reads: under the pointer, else
// the one that is shown.
func (p *lossPanel) pointed() (session.Record, bool) {
	epoch := p.Pointed
	if epoch < 0 {
		epoch = p.Cursor
	}
	if epoch < 0 || !p.Timeline.Last().Logged() {
		return session.Record{}, false
	}
	if p.Pointed < 0 {
		shown := p.Timeline.Shown(epoch)
		return shown, shown.Logged()
	}
	record := p.Timeline.At(epoch)
	if !record.Logged() { // epoch 0; of a long training the next that is kept is far from it
		record = p.Timeline.Record(1)
	}
	return record, true
}

// readout returns the values of the epoch that the learner points at, or a hint.
func (p *lossPanel) readout() string {
	if record, ok := p.pointed(); ok {
		return p.values(record)
	}
	if !p.Timeline.Last().Logged() {
		return ""
	}
	return i18n.For(p.Lang).Text("loss.hint")
}

// values returns the values of a record as a text.
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
		return app.Elem("li").Body(
			widget.SVG("svg").Attr("viewBox", "0 0 22 12").Aria("hidden", "true").Body(
				widget.SVG("line").Class(class).Attr("x1", "1").Attr("y1", "6").Attr("x2", "21").Attr("y2", "6")),
			app.Elem("span").Text(label),
		)
	}
	return app.Elem("ul").Class("legend").Body(entry("loss", "mark-line"), entry("val_loss", "mark-second"))
}

// onClick shows the epoch in every view.
func (p *lossPanel) onClick(ctx app.Context, e app.Event) {
	if x, _, ok := dom.Place(ctx, e); ok {
		widget.Send(ctx, session.CursorMoved{Epoch: int(p.frame.X(x) + 0.5)})
	}
}

func (p *lossPanel) onPointer(ctx app.Context, e app.Event) {
	pointer, _ := dom.Pointer(e)
	if x, _, ok := dom.Place(ctx, e); ok && pointer.Kind == "mouse" {
		widget.Send(ctx, session.LossPointed{Epoch: int(p.frame.X(x) + 0.5)})
	}
}

func (p *lossPanel) onLeave(ctx app.Context, e app.Event) {
	if pointer, _ := dom.Pointer(e); pointer.Kind == "mouse" {
		widget.Send(ctx, session.LossPointed{Epoch: -1})
	}
}

// summary describes the picture in words.
func (p *lossPanel) summary(epochs, losses []float64) string {
	text := i18n.For(p.Lang).Text
	if len(losses) == 0 {
		return text("loss.none")
	}
	last := p.Timeline.Last()
	summary := text("loss.summary",
		"from", strconv.Itoa(int(epochs[0])), "first", format.Loss(losses[0]),
		"to", strconv.Itoa(last.Epoch), "last", format.Loss(last.Loss))
	for _, k := range p.Kept {
		if last := k.Timeline.Last(); last.Logged() {
			summary += " " + text("loss.summary_run", "name", k.Name, "to", strconv.Itoa(last.Epoch), "last", format.Loss(last.Loss))
		}
	}
	if record, ok := p.pointed(); ok {
		summary += " " + p.values(record) + "."
	}
	if last.Validated {
		summary += " " + text("loss.summary_validation", "last", format.Loss(last.Validation))
	}
	return summary
}
