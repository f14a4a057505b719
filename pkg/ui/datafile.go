package ui

import (
	"strings"

	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const dataFileID = "data-file"

// dataFileTypes are the files that the chooser offers.
const dataFileTypes = ".csv,.tsv,.xlsx,.txt,.dat,.json,.ndjson,.jsonl,.html,.htm,.md,.tex,.py,.ipynb,.r,.m,text/*,application/json"

// dataFile is the field of a file of data, which can be dropped on the panel as well.
func dataFile(lang string, draft session.Draft) app.UI {
	text := i18n.For(lang).Text
	message := widget.ProblemText(lang, draft.Problem)
	described := dataFileID + "-hint"
	if message != "" {
		described = dataFileID + "-error " + described
		message = draft.Text + ": " + message
	}
	chooser := app.Input().ID(dataFileID).Type("file").Accept(dataFileTypes).Aria("describedby", described).OnChange(onDataFile)
	if message != "" {
		chooser = chooser.Aria("invalid", "true")
	}
	return app.Div().Class("datafile").Body(
		app.Elem("label").Attr("for", dataFileID).Text(text("data.file")),
		chooser,
		app.P().ID(dataFileID+"-hint").Class("hint").Text(text("data.file_hint")),
		widget.ErrorText(dataFileID, message),
	)
}

func onDataFile(ctx app.Context, _ app.Event) {
	if file, ok := dom.ChosenFile(ctx); ok {
		readDataFile(ctx, file)
	}
}

// onDragOver lets a file be dropped; a text that is dragged goes where the browser
// puts it.
func onDragOver(_ app.Context, e app.Event) {
	if dom.DragsFile(e) {
		e.PreventDefault()
	}
}

func onDrop(ctx app.Context, e app.Event) {
	if file, ok := dom.DroppedFile(e); ok {
		e.PreventDefault()
		readDataFile(ctx, file)
	}
}

// readDataFile reads a file, unless it is larger than any that is read.
func readDataFile(ctx app.Context, file dom.File) {
	if file.Bytes > paste.MaxFile {
		widget.Send(ctx, session.DataFileRefused{Name: file.Name, Size: file.Bytes})
		return
	}
	send := func(ctx app.Context, text string) {
		widget.Send(ctx, session.DataFileOpened{Name: file.Name, Text: text})
	}
	if strings.HasSuffix(strings.ToLower(file.Name), ".xlsx") {
		file.ReadBytes(ctx, send)
	} else {
		file.Read(ctx, send)
	}
}
