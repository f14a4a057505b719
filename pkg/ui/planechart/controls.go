package planechart

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// controls say what is drawn, and of which class the points are that clicks add.
func (p *Panel) controls() app.UI {
	text := i18n.For(p.Lang).Text
	tick := func(key, label string, on bool) app.UI {
		return widget.Checkbox("plane-"+key, text(label), on, false, func(ctx app.Context, on bool) {
			value := "0"
			if on {
				value = "1"
			}
			widget.Send(ctx, session.SettingTyped{Key: key, Text: value})
			widget.Send(ctx, session.SettingLeft{Key: key})
		})
	}
	return app.Div().Class("plane-controls").Body(
		app.Div().Body(app.If(p.Trained < len(p.Points), func() app.UI { return tick("test", "plane.show_test", p.ShowTest) })),
		app.Div().Body(app.If(!p.Fieldless, func() app.UI { return tick("discretize", "plane.discretize", p.Discretize) })),
		app.Div().Body(app.If(len(p.Labels) > 1 && !p.Locked, func() app.UI { return p.labels() })),
	)
}

// labels chooses the label of new points.
func (p *Panel) labels() app.UI {
	text := i18n.For(p.Lang).Text
	key := "plane.new_y"
	if p.Reading.Classes > 0 {
		key = "plane.new_class"
	}
	choices := make([]widget.Choice, len(p.Labels))
	for i, label := range p.Labels {
		choices[i] = widget.Choice{Value: strconv.FormatFloat(label, 'g', -1, 64), Label: format.Plain(label)}
	}
	return widget.SelectBox("plane-label", text(key), strconv.FormatFloat(p.Label, 'g', -1, 64), choices, false, func(ctx app.Context, _ app.Event) {
		if label, err := strconv.ParseFloat(dom.ControlText(ctx), 64); err == nil {
			widget.Send(ctx, session.LabelChosen{Label: label})
		}
	})
}

// selection is what lies at the foot of the chart: what the keys do, or the buttons
// that move the selected point, for learners who cannot drag.
func (p *Panel) selection() app.UI {
	text := i18n.For(p.Lang).Text
	at := p.pointOf(p.Selected)
	if p.Selected == 0 || at < 0 {
		// Seen while keys are used on the chart.
		return app.Div().Class("selection").Body(app.P().Class("hint keys").Text(text("plane.keys")))
	}
	row := p.Selected
	step := func(sign, key string, right, up float64) app.UI {
		return app.Button().Type("button").Class("icon").Aria("label", text(key)).Text(sign).
			OnClick(widget.Sends(session.PointPlaced{Row: row, At: p.nudged(p.Points[at].X, right, up)}))
	}
	return app.Div().Class("selection").Body(app.Div().Class("buttons").Role("group").Aria("label", text("fit.selected")).Body(
		app.Elem("span").Class("numbers").Text(p.pointName(at)),
		step("←", "fit.left", -1, 0), step("→", "fit.right", 1, 0), step("↑", "fit.up", 0, 1), step("↓", "fit.down", 0, -1),
		app.Button().Type("button").Class("quiet").Text(text("fit.delete")).
			OnClick(widget.Sends(session.PointDeleted{Row: row, OnChart: true})),
		app.Button().Type("button").Class("quiet").Text(text("fit.deselect")).
			OnClick(widget.Scoped(func(ctx app.Context, _ app.Event) {
				widget.Send(ctx, session.PointPicked{Row: row})
				widget.Refocus(ctx, PointID)
			}, "deselect", row)),
	))
}
