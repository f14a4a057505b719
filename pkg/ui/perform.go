package ui

import (
	"context"
	"time"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/fitchart"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// sliceTime is how long a slice of training may take: half a frame at 60
	// frames a second, so that the page stays at the learner's fingers.
	sliceTime = 8 * time.Millisecond
	// liveTime is how long the first slice may take of a training that an edit
	// began: with it a drag still has 30 frames a second, and a small net is
	// trained at once.
	liveTime = 24 * time.Millisecond
	// studyTime is the same for what is worked out beside it.
	studyTime = 4 * time.Millisecond
	// settleTime is how long an edit rests before the link is written. Some
	// browsers refuse more than a hundred writes in half a minute.
	settleTime = 300 * time.Millisecond
)

// perform does what an update asked for.
func (p *Playground) perform(ctx app.Context, effect session.Effect) {
	switch effect := effect.(type) {
	case session.StartTraining:
		if problem := p.trainer.Start(effect); problem != nil {
			p.update(ctx, session.Progress{Run: effect.Run, Problem: problem})
			return
		}
		limit := sliceTime
		if effect.Live {
			limit = liveTime
		}
		p.slice(ctx, effect.Run, limit)
	case session.NextSlice:
		dom.NextFrame(ctx, func(ctx app.Context) { p.slice(ctx, effect.Run, sliceTime) })
	case session.Begin:
		p.studies.Begin(effect.Study)
		p.studyNextFrame(ctx)
	case session.Drop:
		p.studies.Drop(effect.Study)
	case session.NextFrame:
		before := dom.Now()
		dom.NextFrame(ctx, func(ctx app.Context) {
			p.update(ctx, session.FramePassed{Playback: effect.Playback, Seconds: (dom.Now() - before) / 1000})
		})
	case session.WriteFragment:
		p.link.write(ctx, p, effect)
	case session.StorePreference:
		dom.StorePreference(effect.Name, effect.Value)
	case session.FocusPoint:
		dom.Focus(ctx, rowBoxID(effect.Row, session.X))
	case session.FocusMark:
		dom.Focus(ctx, fitchart.MarkID(effect.Row))
	case session.FocusAdd:
		dom.Focus(ctx, addPointID)
	case session.FocusSetting:
		dom.Focus(ctx, settingID(effect.Key))
	case session.FocusCode:
		dom.Focus(ctx, codeID)
	case session.FocusPaste:
		dom.Focus(ctx, pasteID)
	case session.FocusProblem:
		if !dom.MayFocus() {
			return
		}
		ctx.Defer(func(app.Context) {
			invalid := app.Window().Get("document").Call("querySelector", "[aria-invalid=true]")
			if !invalid.Truthy() {
				return
			}
			if folded := invalid.Call("closest", "details"); folded.Truthy() {
				folded.Set("open", true)
			}
			invalid.Call("focus")
		})
	}
}

// slice works one slice of a run, unless the run is over by now.
func (p *Playground) slice(ctx app.Context, run int, limit time.Duration) {
	if run != p.session.Run.ID || p.session.Run.Phase != session.Running {
		return
	}
	p.update(ctx, p.trainer.Slice(context.Background(), run, time.Now().Add(limit)))
}

// studyNextFrame works on the studies in the next frame, after the training and
// what it drew, and in those after it until there are none. While something is
// dragged it is the third frame: what moves under the hand comes first.
func (p *Playground) studyNextFrame(ctx app.Context) {
	if p.studying {
		return
	}
	p.studying = true
	frames := 1
	if p.session.Dragging() {
		frames = 3
	}
	dom.AfterFrames(ctx, frames, func(ctx app.Context) {
		p.studying = false
		for _, m := range p.studies.Slice(context.Background(), time.Now().Add(studyTime)) {
			p.update(ctx, m)
		}
		if !p.studies.Idle() {
			p.studyNextFrame(ctx)
		}
	})
}

// linkWriter writes the newest fragment into the address bar, once no newer
// one has come for settleTime. An address that somebody else has set by then is
// newer still.
type linkWriter struct{ pending int }

// drop forgets what waits to be written.
func (l *linkWriter) drop() { l.pending++ }

func (l *linkWriter) write(ctx app.Context, p *Playground, effect session.WriteFragment) {
	l.pending++
	mine, before := l.pending, dom.Fragment()
	dom.Later(ctx, settleTime, func(ctx app.Context) {
		if mine != l.pending || dom.Fragment() != before {
			return
		}
		link, settled := effect.Settle()
		// The whole address: of one with two slashes, https://host//folder/, the
		// path alone would be that of another host.
		address := dom.Address()
		if link != "" {
			address += "#" + link
		}
		app.Window().Get("history").Call("replaceState", nil, "", address)
		p.update(ctx, settled)
	})
}
