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
	// Sounds is whether the training is to be heard, Hearing how far that is. Offered
	// shows the button for it.
	Sounds, Offered bool
	Hearing         session.Hearing
}

func newPlayBar(lang string, s session.Session) *playBar {
	return &playBar{Lang: lang, Last: s.Run.Timeline.Last().Epoch, Playing: s.Playback.On && !s.Playback.First, Speed: s.Playback.Speed, Sounds: s.Experiment.Sound, Offered: s.SoundAsked, Hearing: s.Hearing}
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
		app.Div().Body(app.If(b.Offered, func() app.UI {
			return app.Button().Type("button").Class("icon").Aria("label", text("sound.title")).Aria("pressed", strconv.FormatBool(b.Sounds)).
				Title(text("sound.title")).Text("♪").OnClick(widget.Sends(session.SoundChosen{On: !b.Sounds}))
		})),
		app.P().Class("hint").Role("status").Text(b.hearing()),
	)
}

// hearing says why nothing is heard, where that is so.
func (b *playBar) hearing() string {
	if b.Hearing != session.HearingWaits && b.Hearing != session.HearingMissing {
		return ""
	}
	return i18n.For(b.Lang).Text("sound." + string(b.Hearing))
}

func onPlay(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.PlayPressed{Still: dom.ReducedMotion()})
}

func onSpeed(ctx app.Context, _ app.Event) {
	if speed, err := strconv.Atoi(dom.ControlText(ctx)); err == nil {
		widget.Send(ctx, session.SpeedChosen{Speed: speed})
	}
}
