package widget

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SliderTarget is what a slider sets, as a plain value.
type SliderTarget interface {
	// Slid returns the message that the slider is at a value.
	Slid(value float64) session.Msg
	// Taken returns the message that another drag begins, nil for none.
	Taken() session.Msg
}

// Slider is a range input. Its value is set after its ends: go-app sets attributes
// in random order, and a browser limits the value to the ends that are set by then.
type Slider struct {
	app.Compo

	ID                    string
	Target                SliderTarget
	Min, Max, Step, Value float64
	// Text says the value in words.
	Text     string
	Disabled bool
}

var (
	_ app.Mounter = (*Slider)(nil)
	_ app.Updater = (*Slider)(nil)
)

// OnMount sets the first value.
func (s *Slider) OnMount(ctx app.Context) { s.set(ctx) }

// OnUpdate sets a new one.
func (s *Slider) OnUpdate(ctx app.Context) { s.set(ctx) }

func (s *Slider) set(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		element, value := dom.ByID(s.ID), decimal(s.Value)
		if element.Get("value").Text() != value {
			element.Set("value", value) // which the browser lays the page out for
		}
	})
}

// Render writes the step itself: go-app writes a number with four decimals, which
// makes a small step 0.
func (s *Slider) Render() app.UI {
	return app.Input().ID(s.ID).Type("range").Min(decimal(s.Min)).Max(decimal(s.Max)).Attr("step", decimal(s.Step)).Value(decimal(s.Value)).
		Aria("valuetext", s.Text).Disabled(s.Disabled).OnInput(s.onInput).
		On("pointerdown", s.onTaken).On("blur", s.onTaken)
}

// onTaken makes each drag one step of Undo. Key presses have no beginning: all of
// them are one step until the focus leaves.
func (s *Slider) onTaken(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	if m := s.Target.Taken(); m != nil {
		Send(ctx, m)
	}
}

func (s *Slider) onInput(ctx app.Context, _ app.Event) {
	value, err := strconv.ParseFloat(dom.ControlText(ctx), 64)
	if err != nil {
		return
	}
	Send(ctx, s.Target.Slid(value))
}

// decimal writes a number without an exponent.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
