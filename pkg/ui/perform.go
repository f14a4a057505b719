package ui

import (
	"time"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/fitchart"
	"firstneuron/pkg/ui/maker"
	"firstneuron/pkg/ui/network"
	"firstneuron/pkg/ui/planechart"
	"firstneuron/pkg/ui/share"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// sliceTime is how long a slice of training may take: half a frame at 60
	// frames a second, so that the page answers at once.
	sliceTime = 8 * time.Millisecond
	// autoTrainTime is how long the first slice may take of a training that an edit
	// began: with it a drag still has 30 frames a second, and a small net is
	// trained at once.
	autoTrainTime = 24 * time.Millisecond
	// jobTime is how long a slice of the jobs may take.
	jobTime = 4 * time.Millisecond
)

// perform carries out an effect that an update returned.
func (p *Playground) perform(ctx app.Context, effect session.Effect) {
	switch effect := effect.(type) {
	case session.StartTraining:
		limit := sliceTime
		if effect.AutoTrain {
			limit = autoTrainTime
		}
		p.work(ctx, effect, limit)
	case session.NextSlice:
		dom.NextFrame(ctx, func(ctx app.Context) { p.work(ctx, effect, sliceTime) })
	case session.BeginJob:
		p.work(ctx, effect, 0)
		p.workNextFrame(ctx)
	case session.DropJob:
		p.work(ctx, effect, 0)
	case session.NextFrame:
		before := dom.Now()
		dom.NextFrame(ctx, func(ctx app.Context) {
			p.update(ctx, session.FramePassed{Playback: effect.Playback, Seconds: (dom.Now() - before) / 1000})
		})
	case session.WriteFragment:
		p.link.write(ctx, p, effect)
	case session.KeepSnapshot:
		p.keeper.keep(ctx, p, effect)
	case session.StorePreference:
		dom.Store(effect.Name, effect.Value)
		if effect.Name == "lang" {
			dom.ForgetPageLanguage()
		}
	case session.OpenSound:
		p.sound.Open(ctx, func(ctx app.Context, plays, missing bool) {
			p.update(ctx, session.SoundOpened{Plays: plays, Missing: missing})
		})
	case session.CloseSound:
		p.sound.Close()
	case session.PlaySound:
		p.sound.Play(effect.Notes)
	case session.FocusLink:
		dom.Focus(ctx, openLinkID)
	case session.FocusPoint:
		dom.Focus(ctx, rowBoxID(effect.Row, session.X))
	case session.FocusMark:
		dom.FocusFirst(ctx, fitchart.MarkID(effect.Row), planechart.PointID)
	case session.FocusWeight:
		if effect.Box {
			dom.FocusEnd(ctx, network.BoxID)
		} else {
			dom.Focus(ctx, network.WeightID)
		}
	case session.FocusAdd:
		dom.Focus(ctx, addPointID)
	case session.FocusSetting:
		dom.Focus(ctx, settingID(effect.Key))
	case session.FocusCode:
		dom.FocusLine(ctx, codeID, effect.Line)
	case session.FocusStep:
		dom.Focus(ctx, stepTitleID)
	case session.FetchActivity:
		p.fetchActivity(ctx, effect.Name)
	case session.LoadWords:
		p.loadWords(ctx, effect.Lang)
	case session.LoadReader:
		p.loadReader(ctx)
	case session.FocusPaste:
		dom.Focus(ctx, pasteID)
	case session.FocusDataFile:
		dom.Focus(ctx, dataFileID)
	case session.FocusImport:
		if effect.Question {
			dom.Focus(ctx, importQuestionID)
		} else {
			dom.Focus(ctx, importXID)
		}
	case session.FocusProblem:
		dom.FocusInvalid(ctx)
	case session.FocusNext:
		dom.FocusFirst(ctx, effect.Next...)
	case session.ShowDocument:
		p.showDocument(effect.Document)
	case session.Highlight:
		highlight(ctx, effect.Keys)
	case session.CloseDialog:
		share.Close()
		maker.Close()
	case session.Download:
		dom.DownloadText(effect.Name, effect.Text, effect.Type)
		p.doubt(ctx, session.SaveDoubted{Name: effect.Name, Text: effect.Text})
	case session.DownloadPicture:
		downloadPicture(ctx, effect)
		p.doubt(ctx, session.SaveDoubted{Name: effect.Name + ".svg", Text: dom.PictureText(effect.Chart)})
	case session.CopyText:
		p.copyText(ctx, effect)
	}
}

// work lets the machine perform an effect for no longer than a limit, and updates
// the session with the message that results. A training that panics stops.
func (p *Playground) work(ctx app.Context, effect session.Effect, limit time.Duration) {
	var m session.Msg
	if !dom.Try(func() { dom.Fault("work"); m, _ = p.machine.Work(effect, time.Now().Add(limit)) }) {
		m = session.PausePressed{}
	}
	if m != nil {
		p.update(ctx, m)
	}
}

// workNextFrame works on the jobs in the next frame, after the training and
// what it drew, and in those after it until there are none. While something is
// dragged it is the third frame: what moves under the hand comes first.
func (p *Playground) workNextFrame(ctx app.Context) {
	if p.working {
		return
	}
	p.working = true
	frames := 1
	if p.machine.Dragging() {
		frames = 3
	}
	dom.AfterFrames(ctx, frames, func(ctx app.Context) {
		p.working = false
		var messages []session.Msg
		if !dom.Try(func() { dom.Fault("job"); messages = p.machine.WorkOnJobs(time.Now().Add(jobTime)) }) {
			p.machine.DropJob()
		}
		for _, m := range messages {
			p.update(ctx, m)
		}
		if !p.machine.Idle() {
			p.workNextFrame(ctx)
		}
	})
}

// fetchActivity fetches the text of an activity of the gallery, a file of this site.
func (p *Playground) fetchActivity(ctx app.Context, name string) {
	dom.FetchBytes("activities/"+name+"/activity.txt", func(data []byte, ok bool) {
		dom.Dispatch(ctx, func(ctx app.Context) {
			p.update(ctx, session.ActivityFetched{Name: name, Text: string(data), OK: ok})
		})
	})
}
