package widget

import (
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Refocus is for a control that may be gone once it is used. If the focus goes
// with it, the first of some elements that can have it has it next: see
// [session.ControlVanishes]. The root does it, since what a component asks the
// page for is forgotten when the component goes.
func Refocus(ctx app.Context, ids ...string) { Send(ctx, session.ControlVanishes{Next: ids}) }
