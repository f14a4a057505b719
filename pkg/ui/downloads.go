package ui

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// download gives the learner a file.
func download(file session.Download) { dom.Download(file.Name, dom.TextBlob(file.Text, file.Type)) }

// downloadPicture gives her a chart as a file, if the chart is there.
func downloadPicture(ctx app.Context, picture session.DownloadPicture) {
	chart := dom.ByID(picture.Chart)
	if !chart.Truthy() {
		return
	}
	svg := dom.TextBlob(dom.Standalone(chart), "image/svg+xml")
	if !picture.PNG {
		dom.Download(picture.Name+".svg", svg)
		return
	}
	dom.Rasterize(ctx, svg, chart.Get("clientWidth").Float(), chart.Get("clientHeight").Float(), func(png app.Value) {
		dom.Download(picture.Name+".png", png)
	})
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
