package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// numberTable returns a table of numbers with a row of column names.
func numberTable(name string, names []string, rows [][]string) app.UI {
	return app.Div().Class("numbers scrolls").TabIndex(0).Role("group").Aria("label", name).Body(
		app.Elem("table").Aria("label", name).Body(
			app.Elem("thead").Body(app.Elem("tr").Body(
				app.Range(names).Slice(func(i int) app.UI { return app.Elem("th").Attr("scope", "col").Text(names[i]) }),
			)),
			app.Elem("tbody").Body(
				app.Range(rows).Slice(func(r int) app.UI {
					return app.Elem("tr").Body(app.Range(rows[r]).Slice(func(c int) app.UI { return app.Elem("td").Text(rows[r][c]) }))
				}),
			),
		),
	)
}

func paragraph(text string) app.UI { return app.P().Text(text) }

func formulaLine(text string) app.UI { return app.P().Class("sum").Text(text) }
