package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/maker"
	"firstneuron/pkg/ui/share"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Playground is the whole page. Make one with [NewPlayground].
type Playground struct {
	app.Compo

	// machine holds the session and does the work of its effects.
	machine session.Machine
	// working is set while a slice of the jobs is scheduled.
	working     bool
	shown       dom.Page
	link        linkWriter
	keeper      keeper
	highlighter highlighter
	host        host
	idle        dom.Idle
	sound       dom.Sound
	release     []func()
	// before is the session before the last message.
	before session.Session
	// begun is set once the link is read, again on a page that goes on where another
	// has ended, with the focus on the element of this ID.
	begun, again bool
	focused      string
}

var (
	_ app.Mounter    = (*Playground)(nil)
	_ app.Dismounter = (*Playground)(nil)
)

// NewPlayground returns the page in a language as it is before the link is read, with the
// lesson on it, which is also what is prerendered.
func NewPlayground(lang string) *Playground {
	words := i18n.For(lang)
	s := session.New("").Speaking(words.Lang, words)
	return &Playground{machine: session.NewMachine(s), before: s}
}

// OnMount starts listening: to the views, to the address bar and to Ctrl+Z.
func (p *Playground) OnMount(ctx app.Context) {
	ctx.Handle(widget.Action, func(ctx app.Context, a app.Action) {
		if m, ok := a.Value.(session.Msg); ok {
			p.update(ctx, m)
		}
	})
	p.release = append(p.release,
		dom.Listen(ctx, "hashchange", func(ctx app.Context, e app.Event) {
			p.link.drop()
			p.update(ctx, session.Navigated{Fragment: dom.NewFragment(e)})
		}),
		dom.Listen(ctx, "keydown", p.onKey),
		p.idle.Promise(ctx),
		dom.HearWindow("pagehide", func(dom.Value) { p.keeper.leave(p) }),
	)
	p.release = append(p.release, p.highlighter.watch(ctx, func(ctx app.Context, key string) {
		p.update(ctx, session.PropertyHighlighted{Key: key})
	}))
	p.showDocument(p.machine.Document())
	if p.again {
		p.goOn(ctx)
		return
	}
	p.update(ctx, session.EngineReported{Name: nn.Engine()})
	p.update(ctx, session.PreferencesRead{
		Lang: knownLanguage(dom.Stored("lang")), Theme: dom.Stored("theme"), Browser: i18n.Match(dom.Languages()...), Page: knownLanguage(dom.PageLanguage()), Visited: dom.Stored("visited"), Tour: dom.Stored("tour"),
	})
	p.update(ctx, session.DraftFound{Text: dom.Stored("draft"), Replaced: dom.Stored("draft.replaced")})
	p.update(ctx, session.Navigated{Fragment: dom.Fragment()})
	kept, wanted := dom.KeptText()
	p.update(ctx, session.SnapshotFound{Text: kept, Link: dom.Fragment(), Wanted: wanted})
	p.host.join(ctx, p)
	p.begun = true
	p.prepareWarmUp(ctx)
}

// OnDismount lets go of the listeners.
func (p *Playground) OnDismount() {
	for _, release := range p.release {
		release()
	}
	p.sound.Close()
	p.host.leave()
}

// update is the one way in which the session changes. The page around this one
// is told what it has come to once all that was asked for is done. A message that
// panics changes nothing.
func (p *Playground) update(ctx app.Context, m session.Msg) {
	before := p.machine.Session
	dom.Try(func() {
		dom.Fault("update")
		if p.machine.Send(m, func(effect session.Effect) { dom.Try(func() { p.perform(ctx, effect) }) }) {
			p.host.observe(ctx, p.machine.Session)
		}
	})
	p.before = before
}

// showDocument shows the page as a whole.
func (p *Playground) showDocument(d session.Document) {
	language, _ := experiment.LanguageOf(p.lang())
	p.shown.Show(dom.Page{Lang: language.Tag(), Dir: language.Dir(), Theme: d.Theme, Embed: d.Embed, Transparent: d.Transparent, Present: d.Present})
}

// lang is the language the page speaks.
func (p *Playground) lang() string { return i18n.For(p.machine.Spoken()).Lang }

// knownLanguage returns the code of a language that the page speaks, "" for another.
func knownLanguage(code string) string {
	if i18n.Name(code) == "" {
		return ""
	}
	return code
}

// ownUndo selects the boxes in which Ctrl+Z undoes the typing, as the browser does
// it: texts that the experiment's Undo does not restore.
const ownUndo = "textarea, input[type=text]:not(.textbox), .maker input, #" + guessID + ", #" + answerID

// presented selects what leaves the arrow keys to the presenter, as the page does where
// nothing has the focus.
const presented = ".step h2, .step-nav *, .run-buttons *"

// present goes to the next step, or back, by the keys of presenters and their clickers.
func (p *Playground) present(ctx app.Context, e app.Event, key string) {
	switch key {
	case "ArrowRight", "PageDown":
		e.PreventDefault()
		p.update(ctx, session.StepEntered{})
	case "ArrowLeft", "PageUp":
		e.PreventDefault()
		p.update(ctx, session.StepEntered{Back: true})
	}
}

// onKey undoes and redoes by keyboard, wherever the focus is except in such a box.
func (p *Playground) onKey(ctx app.Context, e app.Event) {
	key := dom.Key(e)
	if p.machine.Experiment.Present && !key.Command && !key.Shift {
		if focused := dom.Focused(); focused.Missing() || focused.Matches(presented) {
			p.present(ctx, e, key.Name)
			return
		}
	}
	if !key.Command || dom.Focused().Matches(ownUndo) {
		return
	}
	var m session.Msg
	switch z := key.Name == "z" || key.Name == "Z"; {
	case z && !key.Shift:
		m = session.UndoPressed{}
	case z || key.Name == "y":
		m = session.RedoPressed{}
	default:
		return
	}
	e.PreventDefault()
	// When a row comes back, go-app makes all rows below it again; the focus
	// returns to the element of the same ID.
	if element := dom.Focused(); !element.Missing() {
		dom.FocusFirst(ctx, element.Get("id").Text(), addPointID)
	}
	p.update(ctx, m)
}

// Render lays out the page in reading order; the style sheet places what is on it: the
// stage that is always in sight, the run bar below it, and the drawer.
func (p *Playground) Render() app.UI {
	dom.Fault("render")
	s, lang := p.machine.Session, p.lang()
	text := i18n.For(lang).Text
	open := s.Panel
	if open == "" {
		open = "none"
	}
	return app.Div().Class("playground").DataSet("panel", open).Body(
		app.Elem("header").Class("masthead").Body(
			app.Elem("h1").Text("First Neuron"),
			app.Div().Class("story").Body(app.If(s.ActivityNow() != nil, func() app.UI { return story(lang, s) }).
				ElseIf(!s.Experiment.Empty(), func() app.UI { return taskPanel(lang, s) })),
			&masthead{Lang: lang, Chosen: s.Lang(), Theme: s.Theme(), Sounds: s.Experiment.Sound, Shares: !s.Experiment.Hides(experiment.SharePart), Makes: s.CanMake(), Unfolded: s.Panel == experiment.AllPanels, Link: s.OpenLink},
		),
		newNotices(lang, s),
		app.Elem("main").Class("board").Body(
			app.Div().Class("stage").Body(
				app.Div().Class("model-place").Body(at(model, lang, s)...),
				app.Div().Class("graph-place").Body(append(at(graph, lang, s),
					app.Div().Class("hint-place").Body(app.If(s.NeedsUnits(), func() app.UI { return bentHint(lang) })))...),
				app.Div().Class("numbers-place").Body(at(numbers, lang, s)...),
			),
			app.Elem("section").Class("controls").Aria("label", text("run.title")).Hidden(!s.Experiment.Draws(experiment.RunOverlay)).Body(
				newRunBar(lang, s),
				app.Div().Class("strip-place").Body(append(at(running, lang, s),
					app.If(s.Experiment.Hides(experiment.LossPart), func() app.UI { return newBareStrip(lang, s) }))...),
				newPlayBar(lang, s),
				newRunState(lang, s),
			),
			&panelTabs{Lang: lang, Panels: s.Experiment.PanelsOf(), Open: s.Panel},
			panels(lang, s),
		),
		app.Div().Body(app.If(s.Share.Open, func() app.UI { return share.New(lang, s) })),
		app.Div().Body(app.If(s.Maker.Open, func() app.UI { return maker.New(lang, s) })),
	)
}
