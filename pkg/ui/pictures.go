package ui

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/fitchart"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/losscurve"
	"firstneuron/pkg/ui/network"
	"firstneuron/pkg/ui/planechart"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// pictures saves the charts, and chooses how the loss is drawn.
type pictures struct {
	app.Compo

	Lang string
	// Log says whether the loss axis is logarithmic.
	Log bool
	// Charts are the charts that are on the page.
	Charts []picture
}

// picture is a chart that can be saved: its element ID, the key of its name, and the
// table that goes with it.
type picture struct {
	chart, name string
	csv         session.FileKind
}

const lossScaleID = "loss-log"

func newPictures(lang string, s session.Session) *pictures {
	p := &pictures{Lang: lang, Log: losscurve.New(lang, s, false).Logarithmic()}
	data := picture{fitchart.ChartID, "fit.title", session.DataTable}
	if s.Experiment.Inputs > 1 {
		data.chart, data.name = planechart.ChartID, "plane.title"
	}
	for _, chart := range []struct {
		part string
		picture
	}{
		{experiment.FitPart, data},
		{experiment.NetworkPart, picture{network.ChartID, "network.title", session.NoFile}},
		{experiment.LossPart, picture{losscurve.ChartID, "loss.title", session.HistoryTable}},
		{experiment.SurfacePart, picture{surfaceChartID, "surface.title", session.NoFile}},
	} {
		if !s.Experiment.Hides(chart.part) {
			p.Charts = append(p.Charts, chart.picture)
		}
	}
	return p
}

func (p *pictures) Render() app.UI {
	text := i18n.For(p.Lang).Text
	return app.Elem("section").Class("panel pictures").Aria("labelledby", "pictures-title").Body(
		app.Elem("h2").ID("pictures-title").Text(text("pictures.title")),
		app.Elem("ul").Class("saves").Body(app.Range(p.Charts).Slice(func(i int) app.UI {
			c := p.Charts[i]
			return app.Elem("li").Body(
				app.Elem("span").Text(text(c.name)),
				&widget.SaveMenu{Lang: p.Lang, Chart: c.chart, Name: text(c.name), CSV: c.csv},
			)
		})),
		widget.Checkbox(lossScaleID, text("loss.log"), p.Log, false, func(ctx app.Context, on bool) {
			widget.Send(ctx, session.LossScaleChosen{Log: on})
		}),
	)
}
