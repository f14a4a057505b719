package ui

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// saveAction is the name under which requests for files travel to the root.
const saveAction = "save"

// save asks for a chart as a picture, or for a table.
type save struct {
	Kind fileKind
	// Chart is the element ID of the chart, Name the file's without ending.
	Chart, Name string
}

// fileKind is what is saved.
type fileKind int

const (
	noTable fileKind = iota
	svgPicture
	pngPicture
	dataTable
	historyTable
	experimentFile
)

// saveMenu offers a chart as SVG and PNG, and what it is drawn of as CSV.
type saveMenu struct {
	app.Compo

	Lang        string
	Chart, Name string
	CSV         fileKind
}

func (m *saveMenu) Render() app.UI {
	text := i18n.For(m.Lang).Text
	button := func(label string, kind fileKind) app.UI {
		return app.Button().Type("button").Class("quiet").Text(label).
			Aria("label", text("save.as", "name", m.Name, "kind", label)).
			OnClick(func(ctx app.Context, _ app.Event) {
				name := strings.ReplaceAll(strings.ToLower(m.Name), " ", "-")
				ctx.NewActionWithValue(saveAction, save{Kind: kind, Chart: m.Chart, Name: name})
			}, app.EventScope(label, m.Name))
	}
	return app.Elem("details").Class("save").Body(
		app.Elem("summary").Aria("label", text("save.menu", "name", m.Name)).Text(text("save.title")),
		app.Div().Class("menu").Body(
			button("SVG", svgPicture),
			button("PNG", pngPicture),
			app.If(m.CSV != noTable, func() app.UI { return button("CSV", m.CSV) }),
		),
	)
}

// onSave makes the file that was asked for.
func (p *Playground) onSave(ctx app.Context, a app.Action) {
	asked, ok := a.Value.(save)
	if !ok {
		return
	}
	switch asked.Kind {
	case dataTable:
		download(asked.Name+".csv", textBlob(p.session.DataCSV(), "text/csv"))
	case historyTable:
		download(asked.Name+".csv", textBlob(p.session.HistoryCSV(), "text/csv"))
	case experimentFile:
		download(asked.Name+".txt", textBlob(experiment.EncodeFile(p.session.Shared()), "text/plain"))
	case svgPicture, pngPicture:
		chart := elementByID(asked.Chart)
		if !chart.Truthy() {
			return
		}
		picture := textBlob(standalone(chart), "image/svg+xml")
		if asked.Kind == svgPicture {
			download(asked.Name+".svg", picture)
			return
		}
		rasterize(ctx, picture, chart.Get("clientWidth").Float(), chart.Get("clientHeight").Float(), func(png app.Value) {
			download(asked.Name+".png", png)
		})
	}
}
