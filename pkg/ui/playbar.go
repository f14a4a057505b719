package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/fitchart"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/losscurve"
	"firstneuron/pkg/ui/network"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// newLossStrip is the loss curve with the slider over it.
func newLossStrip(lang string, s session.Session) *losscurve.Strip {
	return losscurve.New(lang, s, false)
}

// newBareStrip is the slider alone, where the loss is hidden.
func newBareStrip(lang string, s session.Session) *losscurve.Strip {
	return losscurve.New(lang, s, true)
}

// playBar plays the epochs.
type playBar struct {
	app.Compo

	Lang    string
	Last    int
	Playing bool
	Speed   int
}

func newPlayBar(lang string, s session.Session) *playBar {
	return &playBar{Lang: lang, Last: s.Run.Timeline.Last().Epoch, Playing: s.Playback.On && !s.Playback.First, Speed: s.Playback.Speed}
}

func (b *playBar) Render() app.UI {
	text := i18n.For(b.Lang).Text
	sign, play := "▷", text("timeline.play")
	if b.Playing {
		sign, play = "◻", text("timeline.stop")
	}
	speeds := make([]widget.Choice, 0, len(session.Speeds()))
	for _, speed := range session.Speeds() {
		label := text("timeline.rate", "epochs", strconv.Itoa(speed))
		if speed == 0 {
			label = text("timeline.frame")
		}
		speeds = append(speeds, widget.Choice{Value: strconv.Itoa(speed), Label: label})
	}
	return app.Div().Class("play").Body(
		app.Button().Type("button").Class("icon").Aria("label", play).Title(play).Disabled(b.Last == 0).Text(sign).OnClick(onPlay),
		widget.NamedSelectBox("speed", "", text("timeline.speed"), strconv.Itoa(b.Speed), speeds, false, onSpeed),
	)
}

func onPlay(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.PlayPressed{Still: dom.ReducedMotion()})
}

func onSpeed(ctx app.Context, _ app.Event) {
	if speed, err := strconv.Atoi(dom.ControlText(ctx)); err == nil {
		widget.Send(ctx, session.SpeedChosen{Speed: speed})
	}
}

// runMore is what trains beside the run bar's buttons.
type runMore struct {
	app.Compo

	Lang string
	// Shown is the epoch that is shown, Trained the latest.
	Shown, Trained          int
	Running, AwaitingAnswer bool
	AutoTrain               bool
}

const liveID = "live"

func newRunMore(lang string, s session.Session) *runMore {
	return &runMore{
		Lang: lang, Shown: s.Shown().Epoch, Trained: s.Run.Timeline.Last().Epoch, Running: s.Run.Phase == session.Running,
		AwaitingAnswer: s.AwaitingAnswer(), AutoTrain: s.AutoTrains(),
	}
}

func (b *runMore) Render() app.UI {
	text := i18n.For(b.Lang).Text
	return app.Elem("section").Class("panel run-more").Aria("label", text("run.more_title")).Body(
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(b.Running || b.Trained == 0 || b.AwaitingAnswer).Text(text("run.more")).
				OnClick(widget.Sends(session.TrainMorePressed{})),
			app.Button().Type("button").Disabled(b.Running || b.Shown == b.Trained).Text(text("timeline.continue")).
				OnClick(widget.Sends(session.ContinuePressed{})),
		),
		widget.Checkbox(liveID, text("run.live"), b.AutoTrain, false, func(ctx app.Context, on bool) {
			widget.Send(ctx, session.AutoTrainChosen{On: on})
		}),
	)
}

// pictures saves the charts, and chooses how the loss is drawn.
type pictures struct {
	app.Compo

	Lang string
	// Log says whether the loss axis is logarithmic.
	Log bool
	// Charts are the charts that are on the page.
	Charts []picture
}

// picture is a chart that can be saved: its element ID, the key of its name, and the
// table that goes with it.
type picture struct {
	chart, name string
	csv         session.FileKind
}

const lossScaleID = "loss-log"

func newPictures(lang string, s session.Session) *pictures {
	p := &pictures{Lang: lang, Log: losscurve.New(lang, s, false).Logarithmic()}
	for _, chart := range []struct {
		part string
		picture
	}{
		{experiment.FitPart, picture{fitchart.ChartID, "fit.title", session.DataTable}},
		{experiment.NetworkPart, picture{network.ChartID, "network.title", session.NoFile}},
		{experiment.LossPart, picture{losscurve.ChartID, "loss.title", session.HistoryTable}},
		{experiment.SurfacePart, picture{surfaceChartID, "surface.title", session.NoFile}},
	} {
		if !s.Experiment.Hides(chart.part) {
			p.Charts = append(p.Charts, chart.picture)
		}
	}
	return p
}

func (p *pictures) Render() app.UI {
	text := i18n.For(p.Lang).Text
	return app.Elem("section").Class("panel pictures").Aria("labelledby", "pictures-title").Body(
		app.Elem("h2").ID("pictures-title").Text(text("pictures.title")),
		app.Elem("ul").Class("saves").Body(app.Range(p.Charts).Slice(func(i int) app.UI {
			c := p.Charts[i]
			return app.Elem("li").Body(
				app.Elem("span").Text(text(c.name)),
				&widget.SaveMenu{Lang: p.Lang, Chart: c.chart, Name: text(c.name), CSV: c.csv},
			)
		})),
		widget.Checkbox(lossScaleID, text("loss.log"), p.Log, false, func(ctx app.Context, on bool) {
			widget.Send(ctx, session.LossScaleChosen{Log: on})
		}),
	)
}
