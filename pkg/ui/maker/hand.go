package maker

import (
	"cmp"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/share"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	previewID = "maker-preview"
	widthID   = "maker-width"
	// measuredWidth is the width at which the preview tells how tall a frame has to be.
	measuredWidth = "600"
	// heightRoom is added to the height that was measured: a column of a course is seldom
	// exactly so wide.
	heightRoom = 110
	// leastHeight is the height of the preview (app.css), in which the stage shows all
	// that it shows in higher ones.
	leastHeight = 680
)

func (d *Dialog) previewWidth() string { return cmp.Or(d.width, measuredWidth) }

// frameHeight is the height of the frames that are handed on: that of the preview, where
// it has told.
func (d *Dialog) frameHeight() int {
	if d.tall == 0 {
		return share.FrameHeight
	}
	// In a higher frame the network is drawn larger: a quarter of its height.
	tall := max(d.tall, leastHeight)
	return (tall + (tall-leastHeight)/3 + heightRoom) / 20 * 20
}

// preview is the page as learners see it.
func (d *Dialog) preview() app.UI {
	text := i18n.For(d.Lang).Text
	width := d.previewWidth()
	if d.opened == "" {
		d.opened, d.framed = d.Framed, d.Framed
	}
	choices := []widget.Choice{
		{Value: "320", Label: "320 px"}, {Value: measuredWidth, Label: "600 px"}, {Value: "full", Label: text("share.preview_full")},
	}
	return app.Div().Class("preview").Body(
		widget.SelectBox(widthID, text("maker.preview"), width, choices, false, func(ctx app.Context, _ app.Event) {
			d.width = dom.ControlText(ctx)
		}),
		// It may scroll sideways, for who has no wheel by keys.
		app.Div().Role("group").TabIndex(0).Aria("label", text("maker.preview_scrolls")).Body(app.Elem("iframe").ID(previewID).Class("width-"+width).Title(text("maker.preview")).Attr("src", d.opened)),
	)
}

// hearHeight calls heard with the height that the page in the preview needs, whenever it
// tells.
func hearHeight(heard func(height int)) (release func()) {
	return dom.HearWindow("message", func(event dom.Value) {
		if !event.Get("source").Same(dom.ByID(previewID).Get("contentWindow")) {
			return
		}
		data := event.Get("data")
		height, ok := data.Get("height").Number()
		if ok && data.Get("firstneuron").Text() == "height" && height > 0 && height < mostHeight {
			heard(int(height))
		}
	})
}

// mostHeight is more than any frame is high.
const mostHeight = 10_000

// hand is what hands the activity on, and how much room it takes.
func (d *Dialog) hand() app.UI {
	text := i18n.For(d.Lang).Text
	lines := share.Lines(dom.Home(), d.Shared, d.frameHeight())
	return app.Elem("section").Class("handing").Aria("labelledby", "maker-hand").Body(
		app.Elem("h3").ID("maker-hand").Text(text("maker.hand")),
		app.Div().Class("left-out").Role("status").Body(
			app.Range(d.Problems).Slice(func(i int) app.UI {
				return app.P().Class("error").Text(widget.ProblemText(d.Lang, d.Problems[i]))
			}),
			app.Div().Body(app.If(d.LinkBytes > experiment.MaxFragment, func() app.UI {
				return app.P().Class("error").Text(text("maker.link_long"))
			})),
		),
		share.Boxes(d.Lang, dialogID, lines, d.Copied),
		app.P().Class("visually-hidden").Role("status").Text(share.Said(d.Lang, dialogID, lines, d.Copied)),
		app.P().Class("hint").Text(text("maker.room",
			"steps", strconv.Itoa(len(d.Draft.Steps)), "most", strconv.Itoa(experiment.MaxSteps),
			"link", kibibytes(d.LinkBytes), "link_most", strconv.Itoa(experiment.MaxFragment>>10),
			"file", kibibytes(d.FileBytes), "file_most", strconv.Itoa(experiment.MaxActivityFile>>10))),
		app.P().Class("hint").Text(text("maker.address_hint")),
		share.FrameHint(d.Lang, lines),
		app.Elem("fieldset").Class("file").Body(
			app.Elem("legend").Text(text("share.file")),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Text(text("share.save")).OnClick(onSave),
				app.Elem("label").Attr("for", "maker-file").Class("button").Text(text("share.open")),
				app.Input().ID("maker-file").Class("visually-hidden").Type("file").Accept(".txt,text/plain").OnChange(onOpenFile),
			),
			app.Div().Body(app.If(d.Withheld != (session.Withheld{}), func() app.UI { return widget.Withheld(d.Lang, d.Withheld, d.Copied) })),
		),
		&share.Course{Lang: d.Lang, Package: d.course()},
	)
}

// kibibytes is a number of bytes with one decimal.
func kibibytes(bytes int) string {
	return strconv.FormatFloat(float64(bytes)/1024, 'f', 1, 64)
}

func onSave(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.SavePressed{Kind: session.ActivityFile, Name: "activity"})
}

// onOpenFile reads a file, unless it is larger than any of an activity.
func onOpenFile(ctx app.Context, _ app.Event) {
	read := func(ctx app.Context, text string) { widget.Send(ctx, session.MakerFileOpened{Text: text}) }
	if size := dom.ReadFile(ctx, experiment.MaxActivityFile, read); size > experiment.MaxActivityFile {
		widget.Send(ctx, session.MakerFileRefused{Size: size})
	}
}
