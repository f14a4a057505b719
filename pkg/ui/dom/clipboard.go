package dom

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// CopyFrom copies the text of a box, and reports whether the browser has. It is
// the way that needs no permission, which frames do not have.
func CopyFrom(id string) bool {
	ByID(id).Call("select")
	return document().Call("execCommand", "copy").Flag()
}

// CopyText puts a text on the clipboard and tells done whether it is there. A
// sandboxed frame may not use the clipboard itself: there a selection is copied,
// which browsers allow on a click.
func CopyText(ctx app.Context, text string, done func(ctx app.Context, ok bool)) {
	var written Value
	if mayWriteClipboard() {
		written = window().Get("navigator").Get("clipboard").Call("writeText", text)
	}
	if written.Missing() {
		done(ctx, copySelection(text))
		return
	}
	settled(written, func(_ Value, ok bool) {
		if !ok {
			ok = copySelection(text)
		}
		Dispatch(ctx, func(ctx app.Context) { done(ctx, ok) })
	})
}

// mayWriteClipboard reports whether the page around this one lets it write to the
// clipboard, as far as the browser tells: to try in vain is an error in the
// console.
func mayWriteClipboard() bool {
	allowed, told := document().Get("featurePolicy").Try("allowsFeature", "clipboard-write")
	return !told || allowed.Flag()
}

// copySelection copies by way of a box that is only there for a moment, and
// reports whether the browser has.
func copySelection(text string) (ok bool) {
	before := document().Get("activeElement")
	box := document().Call("createElement", "textarea")
	box.Set("value", text)
	box.Set("className", "visually-hidden")
	document().Get("body").Call("appendChild", box)
	box.Call("select")
	ok = document().Call("execCommand", "copy").Flag()
	box.Call("remove")
	focusStill(before)
	return ok
}

// Pasted returns how long the text is that a paste event brings, in UTF-16 code
// units, and how many lines it has. The lines of a text that is longer than most
// are not counted, since such a text is not even read.
func Pasted(e app.Event, most int) (size, lines int) {
	text := Of(e.Value).Get("clipboardData").Call("getData", "text/plain")
	if text.Type() != app.TypeString {
		return 0, 0
	}
	if size = text.Length(); size > most {
		return size, 0
	}
	content := text.Text()
	return size, strings.Count(content, "\n") + 1
}
