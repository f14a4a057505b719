package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const epochID = "epoch"

// timelineBar chooses the epoch that every view shows, and plays the epochs.
type timelineBar struct {
	app.Compo

	Lang        string
	Shown, Last int
	Loss        float64
	Playing     bool
	Speed       int
	Running     bool
}

func newTimelineBar(lang string, s session.Session) *timelineBar {
	shown := s.Shown()
	return &timelineBar{
		Lang: lang, Shown: shown.Epoch, Last: s.Run.Timeline.Last().Epoch, Loss: shown.Loss,
		Playing: s.Playback.On, Speed: s.Playback.Speed, Running: s.Run.Phase == session.Running,
	}
}

func (b *timelineBar) Render() app.UI {
	text := i18n.For(b.Lang).Text
	spoken := text("timeline.start")
	if b.Shown > 0 {
		spoken = text("loss.readout", "epoch", strconv.Itoa(b.Shown), "loss", format.Loss(b.Loss))
	}
	play := text("timeline.play")
	if b.Playing {
		play = text("timeline.stop")
	}
	speeds := make([]widget.Choice, 0, len(session.Speeds()))
	for _, speed := range session.Speeds() {
		label := "×" + strconv.Itoa(speed)
		if speed == 0 {
			label = text("timeline.frame")
		}
		speeds = append(speeds, widget.Choice{Value: strconv.Itoa(speed), Label: label})
	}
	return app.Div().Class("timeline").Role("group").Aria("label", text("timeline.title")).Body(
		app.Div().Class("scrubber").Body(
			app.Elem("label").Attr("for", epochID).Text(text("timeline.epoch")),
			&widget.Slider{
				ID: epochID, Target: epochSlid{}, Max: float64(max(b.Last, 1)), Step: 1, Value: float64(b.Shown), Text: spoken, Disabled: b.Last == 0,
			},
			app.Elem("output").Class("numbers").Aria("hidden", "true").Text(strconv.Itoa(b.Shown)),
		),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(b.Last == 0).Text(play).
				OnClick(onPlay),
			widget.SelectBox("speed", text("timeline.speed"), strconv.Itoa(b.Speed), speeds, false, onSpeed),
			app.Button().Type("button").Disabled(b.Running || b.Shown == b.Last).Text(text("timeline.continue")).
				OnClick(widget.Sends(session.ContinuePressed{})),
		),
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

// epochSlid is the epoch that every view shows.
type epochSlid struct{}

func (epochSlid) Slid(value float64) session.Msg { return session.CursorMoved{Epoch: int(value)} }

func (epochSlid) Taken() session.Msg { return nil }
