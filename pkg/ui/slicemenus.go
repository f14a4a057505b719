package ui

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// maxSliceChoices is how many weights the menus of the slice offer.
const maxSliceChoices = 512

// sliceMenus choose the two weights of a slice.
type sliceMenus struct {
	app.Compo

	Lang    string
	Weights string // one a line: a plain value is compared at once
	Slice   session.Slice
}

func (m *sliceMenus) Render() app.UI {
	text := i18n.For(m.Lang).Text
	choices := []widget.Choice{}
	for i, name := range strings.Split(m.Weights, "\n") {
		choices = append(choices, widget.Choice{Value: strconv.Itoa(i), Label: name})
	}
	menu := func(id, label string, value int, slice func(i int) session.Slice) app.UI {
		return widget.SelectBox(id, label, strconv.Itoa(value), choices, false, func(ctx app.Context, _ app.Event) {
			if i, err := strconv.Atoi(dom.ControlText(ctx)); err == nil {
				widget.Send(ctx, session.SliceChosen(slice(i)))
			}
		})
	}
	return app.Div().Class("fields").Body(
		menu("slice-i", text("surface.across"), m.Slice.I, func(i int) session.Slice { return session.Slice{I: i, J: m.Slice.J} }),
		menu("slice-j", text("surface.up"), m.Slice.J, func(j int) session.Slice { return session.Slice{I: m.Slice.I, J: j} }),
	)
}

// weightNames returns the names of the first weights.
func weightNames(layout experiment.Layout, count int) []string {
	names := make([]string, count)
	for i := range names {
		names[i] = layout.Name(i)
	}
	return names
}
