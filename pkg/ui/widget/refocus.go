package widget

import (
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Refocus is for a control that may be removed when it is used. If the focus is lost
// with it, the first of the elements that can have the focus gets it, so that a
// learner with a keyboard does not start again at the top of the page. The root moves
// it, see [session.ControlVanishes]: go-app forgets the request of a component that
// is removed.
func Refocus(ctx app.Context, ids ...string) { Send(ctx, session.ControlVanishes{Next: ids}) }
