package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// KeyPress is what a keydown tells.
type KeyPress struct {
	// Name is the key's, such as "ArrowUp" or "z"; "" for an event without one.
	Name  string
	Shift bool
	// Command is set with Ctrl or, on a Mac, Cmd.
	Command bool
}

// Key reads a keydown. The result for any other event is the zero value.
func Key(e app.Event) KeyPress {
	v := Of(e.Value)
	return KeyPress{
		Name: v.Get("key").Text(), Shift: v.Get("shiftKey").Flag(),
		Command: v.Get("ctrlKey").Flag() || v.Get("metaKey").Flag(),
	}
}

// PointerEvent is what a pointer event tells.
type PointerEvent struct {
	ID int
	// Kind is "mouse", "touch" or "pen".
	Kind string
	// Main is set for the main button of the first pointer of its kind.
	Main bool
	// PageX and PageY are the place in the document.
	PageX, PageY float64
}

// Pointer reads a pointer event; ok is false for any other.
func Pointer(e app.Event) (p PointerEvent, ok bool) {
	v := Of(e.Value)
	id, isPointer := v.Get("pointerId").Number()
	x, hasX := v.Get("pageX").Number()
	y, hasY := v.Get("pageY").Number()
	if !isPointer || !hasX || !hasY {
		return PointerEvent{}, false
	}
	button, _ := v.Get("button").Number()
	return PointerEvent{
		ID: int(id), Kind: v.Get("pointerType").Text(), Main: button == 0 && v.Get("isPrimary").Flag(), PageX: x, PageY: y,
	}, true
}

// Place returns where a mouse or pointer event happened, in pixels from the upper
// left corner of the element that listens; ok is false for any other event.
func Place(ctx app.Context, e app.Event) (x, y float64, ok bool) {
	return placeIn(Of(ctx.JSSrc()), Of(e.Value))
}

func placeIn(element, event Value) (x, y float64, ok bool) {
	box := element.Call("getBoundingClientRect")
	left, hasLeft := box.Get("left").Number()
	top, hasTop := box.Get("top").Number()
	x, hasX := event.Get("clientX").Number()
	y, hasY := event.Get("clientY").Number()
	if !hasLeft || !hasTop || !hasX || !hasY {
		return 0, 0, false
	}
	return x - left, y - top, true
}

// CapturePointer lets the element that an event is from hear of the pointer's end
// wherever that is. A pointer that is gone already cannot be captured.
func CapturePointer(ctx app.Context, pointer int) {
	Of(ctx.JSSrc()).Call("setPointerCapture", pointer)
}

// Target returns the element that an event is about.
func Target(e app.Event) Value { return Of(e.Value).Get("target") }

// NewFragment returns the part behind '#' of the address that a hashchange leads
// to; that of the page's own where the event names none.
func NewFragment(e app.Event) string {
	if address := Of(e.Value).Get("newURL").Text(); address != "" {
		return behindHash(address)
	}
	return Fragment()
}
