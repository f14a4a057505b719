package widget

import (
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SaveMenu offers a chart as SVG and PNG, and its data as CSV.
type SaveMenu struct {
	app.Compo

	Lang        string
	Chart, Name string
	CSV         session.FileKind
}

// Render shows a menu that opens.
func (m *SaveMenu) Render() app.UI {
	text := i18n.For(m.Lang).Text
	name := strings.ReplaceAll(strings.ToLower(m.Name), " ", "-")
	button := func(label string, kind session.FileKind) app.UI {
		return app.Button().Type("button").Class("quiet").Text(label).
			Aria("label", text("save.as", "name", m.Name, "kind", label)).
			OnClick(Sends(session.SavePressed{Kind: kind, Chart: m.Chart, Name: name}))
	}
	return app.Elem("details").Class("save").Body(
		app.Elem("summary").Aria("label", text("save.menu", "name", m.Name)).Text(text("save.title")),
		app.Div().Class("menu").Body(
			button("SVG", session.SVGPicture),
			button("PNG", session.PNGPicture),
			app.If(m.CSV != session.NoFile, func() app.UI { return button("CSV", m.CSV) }),
		),
	)
}
