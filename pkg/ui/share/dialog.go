package share

import (
	"cmp"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/scorm"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	dialogID  = "share"
	previewID = "share-preview"
)

// Dialog hands the experiment on: as a link, as lines for course pages, as
// a file. What is chosen in it is about the link alone.
type Dialog struct {
	app.Compo

	Lang string
	// Lines are the texts to copy, Framed the link of the preview.
	Lines  []Line
	Framed string
	// Problem is why the link would not be read, or an opened file was not.
	Problem, FileProblem *experiment.Problem
	// Weights has the link begin with the weights of Epoch, where it can.
	Weights, CanWeights bool
	Epoch               int
	// Fields are those of the view, by key.
	Fields     map[string]session.Draft
	Hide, Lock []string
	// Course is the experiment for a course system.
	Course scorm.Package

	// Copied is the text that was copied last, which may be older than the link.
	Copied session.Copied
	// Whole offers the page as one file.
	Whole bool
	// Withheld is a file that may not have come.
	Withheld session.Withheld

	// preview is the width of the preview.
	preview string
	// opened is the link that the preview began with, framed the one it shows.
	opened, framed string
}

var (
	_ app.Mounter = (*Dialog)(nil)
	_ app.Updater = (*Dialog)(nil)
)

// New returns the dialog of a session.
func New(lang string, s session.Session) *Dialog {
	e, home := s.Shared(), dom.Home()
	d := &Dialog{
		Lang: lang, Lines: Lines(home, e, FrameHeight), Framed: Framed(dom.Address(), e),
		Problem: experiment.LinkProblem(embedded(e)), FileProblem: s.Share.Problem,
		Weights: s.Share.Weights && s.CanShareWeights(), CanWeights: s.CanShareWeights(), Epoch: s.Shown().Epoch,
		Fields: make(map[string]session.Draft), Hide: s.Share.View.Hide, Lock: s.Share.View.Lock,
		Course: scorm.Package{Title: e.Title, Lang: lang, Address: home, Fragment: experiment.Encode(e)},
		Copied: s.Copied, Withheld: s.Withheld, Whole: !dom.OneFile() && !dom.Framed(),
	}
	for _, key := range []string{"lang", "theme", "start", "auto", "transparent", "open", "title", "text", "ask", "goal", "feedback"} {
		d.Fields[key] = s.ShareSetting(key)
	}
	return d
}

// OnMount shows the dialog over the page, which the browser then keeps from
// being used.
func (d *Dialog) OnMount(app.Context) {
	dom.OpenDialog(dialogID)
}

// OnUpdate shows a changed link in the preview, which is the same document. The
// dialog changes with every epoch as well.
func (d *Dialog) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		if !dom.ByID(previewID).Missing() && d.framed != d.Framed {
			d.framed = d.Framed
			dom.ReplaceFrame(previewID, d.Framed)
		}
	})
}

// Render lays out what can be copied, saved and chosen.
func (d *Dialog) Render() app.UI {
	text := i18n.For(d.Lang).Text
	return app.Elem("dialog").ID(dialogID).Class("share").Aria("labelledby", "share-heading").
		On("close", onClosed).Body(
		app.Div().Class("head").Body(
			app.Elem("h2").ID("share-heading").Text(text("share.title")),
			app.Button().Type("button").Text(text("share.close")).OnClick(d.onClose),
		),
		app.P().Class("error").Role("alert").Text(d.problem()),
		app.Div().Class("handed").Body(
			app.Div().Class("lines").Body(
				Boxes(d.Lang, dialogID, d.Lines, d.Copied),
				FrameHint(d.Lang, d.Lines),
				d.weights(),
			),
			app.Div().Body(app.If(reachable(d.Lines[0].Text), func() app.UI { return qrCode(d.Lang, d.Lines[0].Text) })),
		),
		app.P().Class("visually-hidden").Role("status").Text(Said(d.Lang, dialogID, d.Lines, d.Copied)),
		app.Elem("fieldset").Class("file").Body(
			app.Elem("legend").Text(text("share.file")),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Text(text("share.save")).OnClick(onSaveExperiment),
				app.Elem("label").Attr("for", "share-file").Class("button").Text(text("share.open")),
				app.Input().ID("share-file").Class("visually-hidden").Type("file").Accept(".txt,text/plain").OnChange(onOpenExperiment),
			),
			app.Div().Body(app.If(d.Whole, func() app.UI { return wholePage(d.Lang) })),
			app.P().Class("error").Role("alert").Text(widget.ProblemText(d.Lang, d.FileProblem)),
			app.Div().Body(app.If(d.Withheld != (session.Withheld{}), func() app.UI { return widget.Withheld(d.Lang, d.Withheld, d.Copied) })),
		),
		&Course{Lang: d.Lang, Package: d.Course},
		d.task(),
		d.look(),
		d.previews(),
	)
}

// FrameHint says what a frame in a sandbox wants, where frames are offered.
func FrameHint(lang string, lines []Line) app.UI {
	return app.Div().Body(app.If(len(lines) > 1, func() app.UI {
		return app.P().Class("hint").Text(i18n.For(lang).Text("share.sandbox_hint"))
	}))
}

// oneFile is the name in the site of the page as one file (pkg/site has it, too).
const oneFile = "first-neuron.html"

// wholePage offers it.
func wholePage(lang string) app.UI {
	text := i18n.For(lang).Text
	return app.Div().Class("whole").Body(
		app.A().Class("button").Href("./"+oneFile).Attr("download", oneFile).Text(text("share.one_file")),
		app.P().Class("hint").Text(text("share.one_file_hint")),
	)
}

func (d *Dialog) problem() string {
	if d.Problem == nil {
		return ""
	}
	return widget.ProblemText(d.Lang, d.Problem) + " " + i18n.For(d.Lang).Text("share.too_long")
}

// weights is offered once there are trained ones that a link can hold.
func (d *Dialog) weights() app.UI {
	label := i18n.For(d.Lang).Text("share.weights", "epoch", strconv.Itoa(d.Epoch))
	return d.check("share-weights", label, d.Weights, !d.CanWeights, func(on bool) session.Msg {
		return session.ShareWeightsChosen{On: on}
	})
}

// check is a labelled checkbox.
func (d *Dialog) check(id, label string, on, disabled bool, message func(on bool) session.Msg) app.UI {
	return widget.Checkbox(id, label, on, disabled, func(ctx app.Context, on bool) { widget.Send(ctx, message(on)) })
}

// previewWidths are the widths of the preview, as values and CSS classes.
var previewWidths = []string{"none", "320", "600", "full"}

func (d *Dialog) previews() app.UI {
	text := i18n.For(d.Lang).Text
	width := d.preview
	if width == "" {
		width = previewWidths[0]
	}
	choices := make([]widget.Choice, len(previewWidths))
	for i, value := range previewWidths {
		choices[i] = widget.Choice{Value: value, Label: value + " px"}
	}
	choices[0].Label, choices[3].Label = text("share.preview_none"), text("share.preview_full")
	return app.Div().Class("preview").Body(
		widget.SelectBox("share-width", text("share.preview"), width, choices, false, func(ctx app.Context, _ app.Event) {
			before := cmp.Or(d.preview, previewWidths[0])
			d.preview = dom.ControlText(ctx)
			if before == previewWidths[0] {
				d.opened, d.framed = d.Framed, d.Framed
			}
		}),
		app.Div().Body(app.If(width != previewWidths[0], func() app.UI {
			return app.Elem("iframe").ID(previewID).Class("width-"+width).Title(text("share.preview")).Attr("src", d.opened)
		})),
	)
}

func (d *Dialog) onClose(app.Context, app.Event) { Close() }

func onClosed(ctx app.Context, _ app.Event) {
	if dom.DialogClosed(dialogID) {
		widget.Send(ctx, session.ShareOpened{})
	}
}

// Close closes the dialog, also before it goes: the browser gives the focus back
// to the button that opened it.
func Close() { dom.CloseDialog(dialogID) }

func onSaveExperiment(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.SavePressed{Kind: session.ExperimentFile, Name: "first-neuron"})
}

// onOpenExperiment reads a file, unless it is larger than any of an experiment.
func onOpenExperiment(ctx app.Context, _ app.Event) {
	read := func(ctx app.Context, text string) { widget.Send(ctx, session.FileOpened{Text: text}) }
	if size := dom.ReadFile(ctx, experiment.MaxPaste, read); size > experiment.MaxPaste {
		widget.Send(ctx, session.FileRefused{Size: size})
	}
}
