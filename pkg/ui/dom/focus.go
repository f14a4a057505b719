package dom

import (
	"strings"
	"unicode/utf16"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// MayFocus reports whether the focus is this page's to move: in a frame it may
// be somewhere else.
func MayFocus() bool { return !Framed() || document().Call("hasFocus").Flag() }

// Focus moves the focus once the page is redrawn.
func Focus(ctx app.Context, id string) {
	if MayFocus() {
		ctx.Defer(func(app.Context) { ByID(id).Call("focus") })
	}
}

// FocusLine moves the focus to a box of several lines, and the caret to the beginning
// of a line, counted from 1; 0 leaves it where it is.
func FocusLine(ctx app.Context, id string, line int) {
	if !MayFocus() {
		return
	}
	ctx.Defer(func(app.Context) {
		box := ByID(id)
		box.Call("focus")
		if line <= 0 {
			return
		}
		at := 0
		for i, text := range strings.SplitAfter(box.Get("value").Text(), "\n") {
			if i == line-1 {
				break
			}
			at += len(utf16.Encode([]rune(text)))
		}
		box.Call("setSelectionRange", at, at)
	})
}

// FocusStill moves the focus without scrolling.
func FocusStill(id string) { focusStill(ByID(id)) }

func focusStill(element Value) { element.Call("focus", map[string]any{"preventScroll": true}) }

// FocusFirst gives the focus, if nothing has it once the page is redrawn, to the
// first of some elements that can have it.
func FocusFirst(ctx app.Context, ids ...string) {
	ctx.Defer(func(app.Context) {
		for _, id := range ids {
			if !MayFocus() || !Focused().Missing() {
				return
			}
			FocusStill(id)
		}
	})
}

// FocusInvalid moves the focus to the first control whose text cannot be read,
// once the page is redrawn, and unfolds what it is in.
func FocusInvalid(ctx app.Context) {
	if !MayFocus() {
		return
	}
	ctx.Defer(func(app.Context) {
		invalid := Query("[aria-invalid=true]")
		invalid.Closest("details").Set("open", true)
		invalid.Call("focus")
	})
}

// FocusSibling moves the focus to the i-th child of the element around the one
// that an event is from.
func FocusSibling(ctx app.Context, i int) {
	siblings := Of(ctx.JSSrc()).Get("parentNode").Get("children")
	if i >= 0 && i < siblings.Length() {
		siblings.Index(i).Call("focus")
	}
}

// Focused returns the element that has the focus, a missing value when none has.
func Focused() Value {
	element := document().Get("activeElement")
	if element.Same(document().Get("body")) {
		return Value{}
	}
	return element
}

// FocusEnd moves the focus into a box once the page is redrawn, and the caret to
// the end of its text.
func FocusEnd(ctx app.Context, id string) {
	if !MayFocus() {
		return
	}
	ctx.Defer(func(app.Context) {
		box := ByID(id)
		box.Call("focus")
		end := box.Get("value").Length()
		box.Call("setSelectionRange", end, end)
	})
}

// FocusAlong moves the focus among the elements of a selector, by some places from the
// one that has it.
func FocusAlong(selector string, places int) {
	all := document().Call("querySelectorAll", selector)
	count := all.Length()
	for i := range count {
		if all.Index(i).Same(Focused()) {
			focusStill(all.Index((i + places + count) % count))
			return
		}
	}
}
