package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// CopyFrom copies the text of a box, and reports whether the browser has. It is
// the way that needs no permission, which frames do not have.
func CopyFrom(id string) bool {
	ByID(id).Call("select")
	return app.Window().Get("document").Call("execCommand", "copy").Bool()
}

// CopyText puts a text on the clipboard and tells done whether it is there. A
// sandboxed frame may not use the clipboard itself: there a selection is copied,
// which browsers allow on a click.
func CopyText(ctx app.Context, text string, done func(ctx app.Context, ok bool)) {
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(ctx, copySelection(text))
		return
	}
	var copied, refused app.Func
	release := func() {
		copied.Release()
		refused.Release()
	}
	copied = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		ctx.Dispatch(func(ctx app.Context) { done(ctx, true) })
		return nil
	})
	refused = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		ok := copySelection(text)
		ctx.Dispatch(func(ctx app.Context) { done(ctx, ok) })
		return nil
	})
	clipboard.Call("writeText", text).Call("then", copied, refused)
}

// copySelection copies by way of a box that is only there for a moment, and
// reports whether the browser has.
func copySelection(text string) (ok bool) {
	document := app.Window().Get("document")
	before := document.Get("activeElement")
	box := document.Call("createElement", "textarea")
	box.Set("value", text)
	box.Set("className", "unseen")
	document.Get("body").Call("appendChild", box)
	box.Call("select")
	ok = document.Call("execCommand", "copy").Bool()
	box.Call("remove")
	if before.Truthy() {
		before.Call("focus", map[string]any{"preventScroll": true})
	}
	return ok
}
