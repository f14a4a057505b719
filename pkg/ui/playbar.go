package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/losscurve"
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
