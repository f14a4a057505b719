package network

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// WeightID and BoxID are the element IDs of the weight that the keys change, and
// of the box in which it is typed.
const (
	WeightID = "network-weight"
	BoxID    = "network-value"
)

func coordinate(v float64) string { return format.Pixels(v) }

// name is what a weight is called: w and b of one neuron, else by its layer and
// its index in Keras.
func (p *Panel) name(weight int) string {
	text := i18n.For(p.Lang).Text
	if !p.Model.neuron() {
		return p.Model.Layout.Name(weight)
	}
	if weight == p.Model.Layout[0].Kernel {
		return text("network.w")
	}
	return text("network.b")
}

// weight is the value of the weight that the keys change.
func (p *Panel) weight() float64 {
	if p.Look.Weight < 0 || p.Look.Weight >= len(p.Model.Params) {
		return 0
	}
	return float64(p.Model.Params[p.Look.Weight])
}

// handles is what can be taken hold of: every edge by a pointer, and one weight by
// the keys, which lead on to the others. All weights are one tab stop.
func (p *Panel) handles() app.UI {
	text := i18n.For(p.Lang).Text
	group := p.layer().Role("group").Aria("label", text("network.weights"))
	if len(p.Model.Params) == 0 {
		return group
	}
	held := "handle network-weight"
	value := p.weight()
	most := max(math.Abs(value), 10)
	mark := ""
	if e, ok := p.plan.Edge(p.Look.Weight); ok {
		mark = e.d()
	}
	slider := widget.SVG("g").Class(held).ID(WeightID).Role("slider").TabIndex(0).
		Aria("label", p.name(p.Look.Weight)).
		Aria("valuenow", exact(value)).Aria("valuemin", exact(-most)).Aria("valuemax", exact(most)).
		Aria("valuetext", p.name(p.Look.Weight)+" "+format.Significant(value, 6)).
		OnKeyDown(p.onKeyDown).OnFocus(p.onFocus).OnBlur(p.onBlur)
	if !p.Editable {
		slider = slider.Aria("readonly", "true")
	}
	return group.Body(append(p.reaches(), slider.Body(widget.SVG("path").Class("network-ring").Attr("d", mark)))...)
}

// maxTold is up to how many edges each tells its weight under the pointer; of more
// one path is what the pointer finds.
const maxTold = 40

// reaches are what a pointer finds of the edges. Each tells all the digits of its
// weight.
func (p *Panel) reaches() []app.UI {
	class := "reach edge-reach"
	if p.Editable {
		class += " handle"
	}
	reach := func(d string) app.HTMLElem {
		return widget.SVG("path").Class(class).Aria("hidden", "true").Attr("d", d)
	}
	if len(p.plan.Edges) > maxTold {
		var all strings.Builder
		for _, e := range p.plan.Edges {
			all.WriteString(e.d())
		}
		return []app.UI{reach(all.String())}
	}
	var reaches []app.UI
	for _, e := range p.plan.Edges {
		told := widget.SVG("title").Text(p.name(e.Weight) + " " + format.Significant(e.Value, 6))
		reaches = append(reaches, reach(e.d()).Body(told))
	}
	return reaches
}

func exact(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }

// onFocus shows the unit that the weight leads to.
func (p *Panel) onFocus(ctx app.Context, _ app.Event) { p.pointAtUnit(ctx, p.Look.Weight) }

func (p *Panel) onBlur(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.DragEnded{})
	widget.Send(ctx, session.UnitPointed{})
}

// pointAtUnit points at the unit that a weight leads to.
func (p *Panel) pointAtUnit(ctx app.Context, weight int) {
	if l := p.Model.Layout.Layer(weight); l >= 0 {
		_, unit := ends(p.Model.Layout[l], weight)
		widget.Send(ctx, session.UnitPointed{Layer: l + 1, Unit: unit + 1})
	}
}

// onKeyDown goes from weight to weight, changes the one it is at, or opens its
// box.
func (p *Panel) onKeyDown(ctx app.Context, e app.Event) {
	press := dom.Key(e)
	last := len(p.Model.Params) - 1
	switch name := press.Name; {
	case name == "ArrowRight", name == "PageDown":
		p.goTo(ctx, min(p.Look.Weight+1, last))
	case name == "ArrowLeft", name == "PageUp":
		p.goTo(ctx, max(p.Look.Weight-1, 0))
	case name == "Home":
		p.goTo(ctx, 0)
	case name == "End":
		p.goTo(ctx, last)
	case name == "ArrowUp", name == "ArrowDown":
		steps := map[string]float64{"ArrowUp": 1, "ArrowDown": -1}[name]
		p.step(ctx, steps, press)
	case name == "Enter", name == " ":
		widget.Send(ctx, session.WeightChosen{Place: p.Look.Weight, Typing: true})
	case name == "Escape":
		widget.Send(ctx, session.DragCancelled{})
	case handles(press):
		widget.Send(ctx, session.WeightChosen{Place: p.Look.Weight, Typing: true, Text: name})
	}
}

// handles reports whether a key does something to the weight that has the focus, so
// that it does nothing else.
func handles(press dom.KeyPress) bool {
	switch press.Name {
	case "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageDown", "PageUp", "Home", "End", "Enter", " ", "Escape":
		return true
	}
	return !press.Command && len(press.Name) == 1 && strings.Contains("0123456789-+.,", press.Name)
}

// goTo leads the keys to another weight.
func (p *Panel) goTo(ctx app.Context, weight int) {
	widget.Send(ctx, session.DragEnded{})
	widget.Send(ctx, session.WeightChosen{Place: weight})
	p.pointAtUnit(ctx, weight)
}

// step changes the weight by a step: a tenth for numbers of one digit, ten times as
// much with Shift, a tenth of it with Ctrl.
func (p *Panel) step(ctx app.Context, steps float64, press dom.KeyPress) {
	if !p.Editable {
		return
	}
	step := keyStep(p.weight())
	switch {
	case press.Shift:
		steps *= 10
	case press.Command:
		steps /= 10
	}
	widget.Send(ctx, session.DragStarted{})
	widget.Send(ctx, session.WeightMoved{Place: p.Look.Weight, Value: chart.Snap(p.weight()+steps*step, step/100)})
}

// keyStep is the step of the arrow keys at a value.
func keyStep(v float64) float64 {
	return math.Pow10(int(math.Floor(math.Log10(max(math.Abs(v), 1)))) - 1)
}

// edit is the box of the chosen weight, or a hint.
func (p *Panel) edit() app.UI {
	text := i18n.For(p.Lang).Text
	if !p.Typing {
		hint := text("network.hint_locked")
		switch {
		case p.Editable && p.Epoch == 0:
			hint = text("network.hint_guess")
		case p.Editable:
			hint = text("network.hint_later")
		}
		if p.Changed {
			hint = text("network.changed")
		}
		return app.P().Class("hint").Text(hint)
	}
	message := widget.ProblemText(p.Lang, p.Draft.Problem)
	return app.Div().Class("field").OnKeyDown(p.onBoxKey).On("focusout", p.onBoxLeft).Body(
		app.Elem("label").Attr("for", BoxID).Text(p.name(p.Look.Weight)),
		&widget.TextBox{ID: BoxID, Target: typedWeight{}, Text: p.Draft.Text, Error: message},
		widget.ErrorText(BoxID, message),
	)
}

// onBoxKey leads back from the box into the picture.
func (p *Panel) onBoxKey(ctx app.Context, e app.Event) {
	if name := dom.Key(e).Name; name == "Enter" || name == "Escape" {
		e.PreventDefault()
		widget.Send(ctx, session.WeightTypedOut{Back: true})
	}
}

func (p *Panel) onBoxLeft(ctx app.Context, _ app.Event) { widget.Send(ctx, session.WeightTypedOut{}) }

// typedWeight is the weight that the keys change.
type typedWeight struct{}

func (typedWeight) Typed(text string) session.Msg { return session.WeightTyped{Text: text} }

func (typedWeight) Left() session.Msg { return nil }
