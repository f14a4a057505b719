package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// MayFocus reports whether the focus is this page's to move: in a frame it may
// be somewhere else.
func MayFocus() bool {
	return !Framed() || app.Window().Get("document").Call("hasFocus").Bool()
}

// Focus moves the focus once the page is redrawn.
func Focus(ctx app.Context, id string) {
	if !MayFocus() {
		return
	}
	ctx.Defer(func(app.Context) {
		if element := ByID(id); element.Truthy() {
			element.Call("focus")
		}
	})
}

// FocusStill moves the focus without scrolling.
func FocusStill(id string) {
	if element := ByID(id); element.Truthy() {
		element.Call("focus", map[string]any{"preventScroll": true})
	}
}

// FocusFirst gives the focus, if nothing has it once the page is redrawn, to
// the first of some elements that can have it.
func FocusFirst(ctx app.Context, ids ...string) {
	ctx.Defer(func(app.Context) {
		for _, id := range ids {
			if !MayFocus() || Focused().Truthy() {
				return
			}
			FocusStill(id)
		}
	})
}

// Focused returns the element that has the focus; it is not truthy when none
// has.
func Focused() app.Value {
	document := app.Window().Get("document")
	element := document.Get("activeElement")
	if element.Truthy() && element.Equal(document.Get("body")) {
		return app.Null()
	}
	return element
}
