package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// downloadPicture gives the learner a chart as a file, if the chart is there.
func downloadPicture(ctx app.Context, picture session.DownloadPicture) {
	if picture.PNG {
		dom.DownloadPNG(ctx, picture.Chart, picture.Name+".png")
		return
	}
	dom.DownloadSVG(picture.Chart, picture.Name+".svg")
}

// doubt offers the text of a file where the page around may keep it from coming.
func (p *Playground) doubt(ctx app.Context, file session.SaveDoubted) {
	if !dom.MayDownload() {
		p.update(ctx, file)
	}
}

// copyText puts a text on the clipboard, and tells the session what came of it.
func (p *Playground) copyText(ctx app.Context, text session.CopyText) {
	copied := session.TextCopied{From: text.From, Text: text.Text}
	if text.From != "" {
		copied.OK = dom.CopyFrom(text.From)
		p.update(ctx, copied)
		return
	}
	dom.CopyText(ctx, text.Text, func(ctx app.Context, ok bool) {
		copied.OK = ok
		p.update(ctx, copied)
	})
}
