package ui

import (
	"strconv"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// slid is what a slider sets, as a plain value.
type slid interface {
	// slid returns the message that the slider is at a value.
	slid(value float64) session.Msg
	// taken returns the message that another drag begins, nil for none.
	taken() session.Msg
}

// slider is a range input. Its value is set after its ends: go-app sets
// attributes in any order, and a browser cuts a value off at the ends that it
// knows by then.
type slider struct {
	app.Compo

	ID                    string
	Setting               slid
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
	if m := s.Setting.taken(); m != nil {
		send(ctx, m)
	}
}

func (s *slider) onInput(ctx app.Context, _ app.Event) {
	value, err := strconv.ParseFloat(ctx.JSSrc().Get("value").String(), 64)
	if err != nil {
		return
	}
	send(ctx, s.Setting.slid(value))
}

// decimal writes a number without an exponent.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
