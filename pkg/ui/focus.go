package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// mayFocus reports whether the focus is this page's to move: in a frame it may
// be somewhere else.
func mayFocus() bool {
	return !framed() || app.Window().Get("document").Call("hasFocus").Bool()
}

// focus moves the focus once the page is redrawn.
func focus(ctx app.Context, id string) {
	if !mayFocus() {
		return
	}
	ctx.Defer(func(app.Context) {
		if element := elementByID(id); element.Truthy() {
			element.Call("focus")
		}
	})
}

// focusStill moves the focus without scrolling.
func focusStill(id string) {
	if element := elementByID(id); element.Truthy() {
		element.Call("focus", map[string]any{"preventScroll": true})
	}
}

// refocusAction is the name under which lost focuses travel to the root: what a
// component asks for itself is forgotten when it goes.
const refocusAction = "refocus"

// refocus is for a control that may be gone once it is used. If the focus goes
// with it, the first of some elements that can have it has it next, so that who
// uses the keyboard need not begin at the top of the page.
func refocus(ctx app.Context, ids ...string) {
	ctx.NewActionWithValue(refocusAction, ids)
}

// onRefocus does what refocus asks for.
func (p *Playground) onRefocus(ctx app.Context, a app.Action) {
	if ids, ok := a.Value.([]string); ok {
		refocusDrawn(ctx, ids...)
	}
}

// refocusDrawn gives the focus, if nothing has it once the page is redrawn, to
// the first of some elements that can have it.
func refocusDrawn(ctx app.Context, ids ...string) {
	ctx.Defer(func(app.Context) {
		for _, id := range ids {
			if !mayFocus() || focused().Truthy() {
				return
			}
			focusStill(id)
		}
	})
}

// focused returns the element that has the focus; it is not truthy when none
// has.
func focused() app.Value {
	document := app.Window().Get("document")
	element := document.Get("activeElement")
	if element.Truthy() && element.Equal(document.Get("body")) {
		return app.Null()
	}
	return element
}
