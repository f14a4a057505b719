package fitchart

import (
	"slices"

	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func (p *Panel) legend() app.UI {
	text := i18n.For(p.Lang).Text
	entry := func(label string, mark app.UI) app.UI {
		return app.Elem("li").Body(
			widget.SVG("svg").Attr("viewBox", "0 0 22 12").Aria("hidden", "true").Body(mark),
			app.Elem("span").Text(label),
		)
	}
	line := func(class string) app.UI {
		return widget.SVG("line").Class(class).Attr("x1", "1").Attr("y1", "6").Attr("x2", "21").Attr("y2", "6")
	}
	validation := slices.ContainsFunc(p.Points, func(point Point) bool { return point.Validation })
	return app.Elem("ul").Class("legend").Body(
		entry(text("fit.legend.data"), widget.SVG("circle").Class("mark-point").Attr("cx", "11").Attr("cy", "6").Attr("r", "5")),
		app.If(validation, func() app.UI {
			return entry(text("fit.legend.validation"), widget.SVG("circle").Class("mark-point mark-validation").
				Attr("cx", "11").Attr("cy", "6").Attr("r", "5"))
		}),
		entry(text("fit.legend.model"), line("mark-line")),
		app.If(len(p.Unit.Alone) > 0, func() app.UI { return entry(text("fit.legend.unit"), line("mark-unit")) }),
		app.If(len(p.Unit.Alone) > 0, func() app.UI {
			return entry(text("fit.legend.adds"), widget.SVG("rect").Class("mark-adds").Attr("x", "1").Attr("y", "1").Attr("width", "20").Attr("height", "10"))
		}),
		app.If(p.Neuron && p.Epoch > 0, func() app.UI { return entry(text("fit.legend.guess"), line("mark-guess")) }),
		entry(text("fit.legend.predict"), widget.SVG("path").Class("mark-predict").Attr("d", diamond(11, 6, 5))),
	)
}
