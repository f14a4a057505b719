package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// codeFileAction is the name under which requests for programs travel to the
// root.
const codeFileAction = "code-file"

// codeFile asks for the program as a file.
type codeFile struct {
	Tab      session.CodeTab
	Ending   string
	Notebook bool
}

// onCodeFile makes the file that was asked for.
func (p *Playground) onCodeFile(_ app.Context, a app.Action) {
	asked, ok := a.Value.(codeFile)
	if !ok {
		return
	}
	text := p.session.CodeFile(asked.Tab)
	if asked.Notebook {
		text = program.Notebook(text)
	}
	dom.Download("first-neuron"+asked.Ending, dom.TextBlob(text, "text/plain"))
}

// onSave makes the file that was asked for.
func (p *Playground) onSave(ctx app.Context, a app.Action) {
	asked, ok := a.Value.(widget.Save)
	if !ok {
		return
	}
	switch asked.Kind {
	case widget.DataTable:
		dom.Download(asked.Name+".csv", dom.TextBlob(p.session.DataCSV(), "text/csv"))
	case widget.HistoryTable:
		dom.Download(asked.Name+".csv", dom.TextBlob(p.session.HistoryCSV(), "text/csv"))
	case widget.ExperimentFile:
		dom.Download(asked.Name+".txt", dom.TextBlob(experiment.EncodeFile(p.session.Shared()), "text/plain"))
	case widget.SVGPicture, widget.PNGPicture:
		chart := dom.ByID(asked.Chart)
		if !chart.Truthy() {
			return
		}
		picture := dom.TextBlob(dom.Standalone(chart), "image/svg+xml")
		if asked.Kind == widget.SVGPicture {
			dom.Download(asked.Name+".svg", picture)
			return
		}
		dom.Rasterize(ctx, picture, chart.Get("clientWidth").Float(), chart.Get("clientHeight").Float(), func(png app.Value) {
			dom.Download(asked.Name+".png", png)
		})
	}
}
