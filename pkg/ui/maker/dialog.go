package maker

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/scorm"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/share"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	dialogID  = "maker"
	headingID = "maker-heading"
)

// Dialog is the desk. What it shows of the activity is the session's; its own is how wide
// the preview is and how tall the page was there.
type Dialog struct {
	app.Compo

	Lang string
	// Draft is the activity as it is written, Step the one that is edited, Writes the
	// language of the boxes.
	Draft  *experiment.Activity
	Step   int
	Writes string
	// Drafts are the texts of boxes that cannot be read.
	Drafts map[string]session.Draft
	// Shared is the activity as learners get it, Framed the link of the preview, Problems
	// what they do not get.
	Shared   experiment.Experiment
	Framed   string
	Problems []*experiment.Problem
	// LinkBytes and FileBytes are how much room the activity takes.
	LinkBytes, FileBytes int
	// Goals are those that the page can reach.
	Goals []experiment.GoalKind
	// Inputs is how many numbers a place of the page has.
	Inputs int
	// Problem is what is wrong with a file, or with one step more.
	Problem *experiment.Problem
	// CanEdit is set where the page shows an activity, CanBringBack where a draft was
	// replaced.
	CanEdit, CanBringBack bool
	Copied                session.Copied
	Withheld              session.Withheld

	// width is that of the preview; opened is the link that it began with, framed the one
	// it shows, tall the height that the page needs in it.
	width, opened, framed string
	tall                  int
	release               func()
}

var (
	_ app.Mounter    = (*Dialog)(nil)
	_ app.Updater    = (*Dialog)(nil)
	_ app.Dismounter = (*Dialog)(nil)
)

// New returns the desk of a session.
func New(lang string, s session.Session) *Dialog {
	k, address := s.Maker, dom.Address()
	read, problems := k.Draft.AsRead()
	d := &Dialog{
		Lang: lang, Draft: k.Draft, Step: k.Step, Writes: k.Writes(lang), Drafts: k.Drafts,
		Shared: experiment.Default().WithActivity(read), Framed: share.Framed(address, k.Preview(lang, read)), Problems: problems,
		Goals: s.GoalsInSight(), Inputs: s.Experiment.Inputs, Problem: k.Problem, CanEdit: s.ActivityNow() != nil, CanBringBack: k.Replaced != nil,
		Copied: s.Copied, Withheld: s.Withheld,
	}
	d.LinkBytes, d.FileBytes = len(experiment.Encode(d.Shared)), len(experiment.EncodeActivity(k.Draft))
	return d
}

// OnMount shows the desk over the page, which the browser then keeps from being used.
func (d *Dialog) OnMount(ctx app.Context) {
	dom.OpenDialog(dialogID)
	dom.Focus(ctx, headingID) // and not the button that begins anew
	d.release = hearHeight(func(height int) {
		dom.Dispatch(ctx, func(app.Context) {
			if d.previewWidth() == measuredWidth {
				d.tall = max(d.tall, height)
			}
		})
	})
}

// OnUpdate shows the changed activity in the preview, which is the same document.
func (d *Dialog) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		if !dom.ByID(previewID).Missing() && d.framed != d.Framed {
			d.framed = d.Framed
			dom.ReplaceFrame(previewID, d.Framed)
		}
	})
}

// OnDismount stops listening to the preview.
func (d *Dialog) OnDismount() { d.release() }

// Render lays the desk out: the form, and beside it what comes of it.
func (d *Dialog) Render() app.UI {
	text := i18n.For(d.Lang).Text
	return app.Elem("dialog").ID(dialogID).Class("share").Class("maker").Aria("labelledby", headingID).On("close", onClosed).Body(
		app.Div().Class("head").Body(
			app.Elem("h2").ID(headingID).TabIndex(-1).Text(text("maker.title")),
			d.beginnings(),
			app.Button().Type("button").Text(text("share.close")).OnClick(onClose),
		),
		app.P().Class("error").Role("alert").Text(widget.ProblemText(d.Lang, d.Problem)),
		app.Div().Class("desk").Body(
			app.Div().Class("form").Body(
				d.activity(),
				d.steps(),
				app.Elem("section").Class("of-step").Aria("label", text("maker.step", "number", strconv.Itoa(d.Step+1))).Body(
					d.says(),
					d.question(),
					d.goals(),
					d.presses(),
					d.look(),
					d.begins(),
				),
			),
			app.Div().Class("comes").Body(
				d.preview(),
				d.hand(),
			),
		),
	)
}

// beginnings are the ways to begin another draft.
func (d *Dialog) beginnings() app.UI {
	text := i18n.For(d.Lang).Text
	return app.Div().Class("buttons").Body(
		app.Button().Type("button").Class("quiet").Class("to-preview").Text(text("maker.preview")).OnClick(onToPreview),
		app.Button().Type("button").Class("quiet").Text(text("maker.new")).OnClick(widget.Sends(session.MakerBegan{})),
		app.Div().Body(app.If(d.CanEdit, func() app.UI {
			return app.Button().Type("button").Class("quiet").Text(text("maker.edit")).OnClick(widget.Sends(session.MakerBegan{WithActivity: true}))
		})),
		app.Div().Body(app.If(d.CanBringBack, func() app.UI {
			return app.Button().Type("button").Class("quiet").Text(text("maker.back")).OnClick(widget.Sends(session.MakerBroughtBack{}))
		})),
	)
}

// onToPreview goes to the preview where that lies far below the form.
func onToPreview(ctx app.Context, _ app.Event) { dom.Focus(ctx, widthID) }

func onClose(app.Context, app.Event) { Close() }

func onClosed(ctx app.Context, _ app.Event) {
	if dom.DialogClosed(dialogID) {
		widget.Send(ctx, session.MakerOpened{})
	}
}

// Close closes the desk, also before it goes: the browser gives the focus back to the
// button that opened it.
func Close() { dom.CloseDialog(dialogID) }

// course is the activity for a course system.
func (d *Dialog) course() scorm.Package {
	return scorm.Package{
		Title: d.Draft.Title.In(d.Lang), Lang: d.Lang, Address: dom.Home(), Fragment: experiment.Encode(d.Shared),
	}
}
