package ui

import (
	"math"
	"strconv"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// slider is a range input. Its value is set after its ends: go-app sets
// attributes in any order, and a browser cuts a value off at the ends that it
// knows by then.
type slider struct {
	app.Compo

	ID                    string
	Min, Max, Step, Value float64
	// Text says the value in words.
	Text     string
	Disabled bool
}

var (
	_ app.Mounter = (*slider)(nil)
	_ app.Updater = (*slider)(nil)
)

// OnMount sets the first value.
func (s *slider) OnMount(ctx app.Context) { s.set(ctx) }

// OnUpdate sets a new one.
func (s *slider) OnUpdate(ctx app.Context) { s.set(ctx) }

func (s *slider) set(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		element, value := elementByID(s.ID), decimal(s.Value)
		if element.Truthy() && element.Get("value").String() != value {
			element.Set("value", value) // which the browser lays the page out for
		}
	})
}

// Render writes the step itself: go-app has four decimals for a number, and none
// of them is left of a small one.
func (s *slider) Render() app.UI {
	return app.Input().ID(s.ID).Type("range").Min(decimal(s.Min)).Max(decimal(s.Max)).Attr("step", decimal(s.Step)).Value(decimal(s.Value)).
		Aria("valuetext", s.Text).Disabled(s.Disabled).OnInput(s.onInput).
		On("pointerdown", s.onTaken).On("blur", s.onTaken)
}

// onTaken makes each drag a step of Undo of its own. Keys, which have no such
// beginning, are one until the focus leaves.
func (s *slider) onTaken(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	if s.ID == rateSliderID {
		send(ctx, session.SettingLeft{Key: "lr"})
	}
}

func (s *slider) onInput(ctx app.Context, _ app.Event) {
	value, err := strconv.ParseFloat(ctx.JSSrc().Get("value").String(), 64)
	if err != nil {
		return
	}
	switch s.ID {
	case epochID:
		send(ctx, session.CursorMoved{Epoch: int(value)})
	case noiseID:
		send(ctx, session.NoiseChosen{Deviation: value})
	case rateSliderID:
		// To two digits: the slider is for finding a size.
		send(ctx, session.SettingSlid{Key: "lr", Text: strconv.FormatFloat(math.Pow(10, value), 'g', 2, 64)})
	}
}

// decimal writes a number without an exponent.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
