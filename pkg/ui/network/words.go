package network

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// maxListed is how many weights the table lists.
const maxListed = 400

// value says what the chosen point becomes, the sum of a neuron written out, and how
// far it is from what it should be; of a large net also how much of it is folded.
func (p *Panel) value() app.UI {
	text := i18n.For(p.Lang).Text
	var folded app.UI = app.P()
	if count := p.plan.All - p.plan.Drawn; count > 0 {
		folded = app.P().Text(text("network.folded", "count", strconv.Itoa(count), "all", strconv.Itoa(p.plan.All)))
	}
	return app.Div().Body(p.answer(), folded)
}

// answer is what the chosen point becomes.
func (p *Panel) answer() app.UI {
	if p.Answer.Point == 0 {
		return app.P()
	}
	text := i18n.For(p.Lang).Text
	a := p.Answer
	should := text("network.should", "y", Number(a.Y), "error", Number(math.Abs(a.Got-a.Y)))
	if len(a.Outputs) > 0 { // one class is not so far from another
		should = text("network.should_class", "y", Number(a.Y))
	}
	return app.P().Body(
		app.Elem("span").Text(text("network.point", "x", a.place())+" "),
		app.Elem("span").Class("network-sum numbers").Body(
			app.Elem("span").Text(p.Sum()+" = "), app.Elem("b").Text(Number(a.Got)),
		),
		app.Elem("br"),
		app.Elem("span").Text(should),
	)
}

// Sum writes out what the model computes for the chosen point: "4 · 1.68 − 0.04",
// in the brackets of an activation where there is one. Of a net it is "ŷ".
func (p *Panel) Sum() string {
	if !p.Model.neuron() || len(p.Model.Params) < 2 {
		return "ŷ"
	}
	layer := p.Model.Layout[0]
	w, b := float64(p.Model.Params[layer.Kernel]), float64(p.Model.Params[layer.Bias])
	operator := " + "
	if b < 0 {
		operator = " " + format.Minus + " "
	}
	factor := Number(w)
	if w < 0 {
		factor = "(" + factor + ")"
	}
	sum := Number(p.Answer.Fed) + " · " + factor + operator + Number(math.Abs(b))
	if activation := p.Model.Activations[0]; activation != "linear" {
		return activation + "(" + sum + ")"
	}
	return sum
}

// summary describes the picture in words.
func (p *Panel) summary() string {
	text := i18n.For(p.Lang).Text
	if len(p.Model.Params) == 0 {
		return text("network.none")
	}
	var summary string
	if p.Model.neuron() {
		layer := p.Model.Layout[0]
		key := "network.summary_neuron"
		if len(p.Model.Normalized) > 0 {
			key = "network.summary_normalized"
		}
		summary = text(key, "w", format.Significant(float64(p.Model.Params[layer.Kernel]), 6),
			"b", format.Significant(float64(p.Model.Params[layer.Bias]), 6))
	} else {
		var layers []string
		for i, layer := range p.Model.Layout {
			layers = append(layers, strconv.Itoa(layer.Units)+" "+p.Model.Activations[i])
		}
		summary = text("network.summary_net", "layers", strings.Join(layers, ", "), "count", strconv.Itoa(p.Model.Layout.Count()))
		if p.Look.Layer > 0 {
			summary += " " + text("network.unit", "unit", strconv.Itoa(p.Look.Unit), "layer", strconv.Itoa(p.Look.Layer))
		}
	}
	summary += p.saysNormalized()
	if p.Answer.Point > 0 {
		summary += " " + text("network.summary_point", "x", p.Answer.place(), "answer", Number(p.Answer.Got), "y", Number(p.Answer.Y))
	}
	return summary
}

// table lists the weights, as the text that stands for the picture. It is filled
// once it is open: a large net has thousands.
func (p *Panel) table() app.UI {
	text := i18n.For(p.Lang).Text
	rows := 0
	if p.listed {
		rows = min(len(p.Model.Params), maxListed)
	}
	names := []string{text("network.weight"), text("network.value")}
	return app.Elem("details").Class("network-table").On("toggle", p.onToggle).Body(
		app.Elem("summary").Text(text("network.table")),
		app.Div().Class("numbers scrolls").TabIndex(0).Role("group").Aria("label", text("network.table")).Body(
			app.Elem("table").Aria("label", text("network.table")).Body(
				app.Elem("thead").Body(app.Elem("tr").Body(
					app.Range(names).Slice(func(i int) app.UI { return app.Elem("th").Attr("scope", "col").Text(names[i]) }),
				)),
				app.Elem("tbody").Body(app.Range(p.Model.Params[:rows]).Slice(func(i int) app.UI {
					return app.Elem("tr").Body(
						app.Elem("td").Text(p.name(i)), app.Elem("td").Text(format.Significant(float64(p.Model.Params[i]), 6)),
					)
				})),
			),
			app.If(p.listed && len(p.Model.Params) > maxListed, func() app.UI {
				return app.P().Class("hint").Text(text("network.rest", "count", strconv.Itoa(len(p.Model.Params)-maxListed)))
			}),
		),
	)
}

// onToggle fills the table when it is opened.
func (p *Panel) onToggle(ctx app.Context, e app.Event) {
	p.listed = dom.Target(e).Get("open").Flag()
}
