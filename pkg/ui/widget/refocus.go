package widget

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// RefocusAction is the name under which lost focuses travel to the root: what a
// component asks for itself is forgotten when it goes.
const RefocusAction = "refocus"

// Refocus is for a control that may be gone once it is used. If the focus goes
// with it, the first of some elements that can have it has it next, so that who
// uses the keyboard need not begin at the top of the page.
func Refocus(ctx app.Context, ids ...string) {
	ctx.NewActionWithValue(RefocusAction, ids)
}
