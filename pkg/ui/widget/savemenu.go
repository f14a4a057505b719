package widget

import (
	"strings"

	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SaveAction is the name under which requests for files travel to the root.
const SaveAction = "save"

// Save asks for a chart as a picture, or for a table.
type Save struct {
	Kind FileKind
	// Chart is the element ID of the chart, Name the file's without ending.
	Chart, Name string
}

// FileKind is what is saved.
type FileKind int

const (
	NoTable FileKind = iota
	SVGPicture
	PNGPicture
	DataTable
	HistoryTable
	ExperimentFile
)

// SaveMenu offers a chart as SVG and PNG, and what it is drawn of as CSV.
type SaveMenu struct {
	app.Compo

	Lang        string
	Chart, Name string
	CSV         FileKind
}

func (m *SaveMenu) Render() app.UI {
	text := i18n.For(m.Lang).Text
	button := func(label string, kind FileKind) app.UI {
		return app.Button().Type("button").Class("quiet").Text(label).
			Aria("label", text("save.as", "name", m.Name, "kind", label)).
			OnClick(func(ctx app.Context, _ app.Event) {
				name := strings.ReplaceAll(strings.ToLower(m.Name), " ", "-")
				ctx.NewActionWithValue(SaveAction, Save{Kind: kind, Chart: m.Chart, Name: name})
			}, app.EventScope(label, m.Name))
	}
	return app.Elem("details").Class("save").Body(
		app.Elem("summary").Aria("label", text("save.menu", "name", m.Name)).Text(text("save.title")),
		app.Div().Class("menu").Body(
			button("SVG", SVGPicture),
			button("PNG", PNGPicture),
			app.If(m.CSV != NoTable, func() app.UI { return button("CSV", m.CSV) }),
		),
	)
}
