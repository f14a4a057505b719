package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The parts of the browser that components ask for. On the server, where the
// page is prerendered, app.Window answers every question with an empty value.

// elementByID returns an element of the document, or a value that is not
// truthy.
func elementByID(id string) app.Value {
	if app.IsServer {
		return app.Null()
	}
	return app.Window().Get("document").Call("getElementById", id)
}

// fragment returns the part of the address behind '#'.
func fragment() string {
	if app.IsServer {
		return ""
	}
	return strings.TrimPrefix(app.Window().Get("location").Get("hash").String(), "#")
}

// browserLanguages returns the languages that the browser prefers, best first.
func browserLanguages() []string {
	if app.IsServer {
		return nil
	}
	languages := app.Window().Get("navigator").Get("languages")
	if !languages.Truthy() {
		return nil
	}
	tags := make([]string, languages.Length())
	for i := range tags {
		tags[i] = languages.Index(i).String()
	}
	return tags
}

// preferencePrefix keeps the page's keys apart from those of its origin.
const preferencePrefix = "firstneuron."

// preference returns a stored preference, "" when there is none. Storage is a
// comfort only: boot.js replaces a forbidden one by one that forgets.
func preference(name string) string {
	if app.IsServer {
		return ""
	}
	value := app.Window().Get("localStorage").Call("getItem", preferencePrefix+name)
	if !value.Truthy() {
		return ""
	}
	return value.String()
}

// storePreference keeps a preference for the next visit.
func storePreference(name, value string) {
	app.Window().Get("localStorage").Call("setItem", preferencePrefix+name, value)
}

// framed reports whether the page is part of another one.
func framed() bool {
	return !app.IsServer && !app.Window().Get("parent").Equal(app.Window().Get("self"))
}

// address returns the page's address without the part behind '#'.
func address() string {
	if app.IsServer {
		return ""
	}
	address, _, _ := strings.Cut(app.Window().Get("location").Get("href").String(), "#")
	return address
}

// preferences are what the whole document has to know: its language, its theme,
// "" for the system's, and how it is laid out.
type preferences struct {
	lang, theme        string
	embed, transparent bool
}

// show tells the document, unless it knows: to set its language again, even to
// the same, makes browsers work out the style of every element.
func (p *preferences) show(wanted preferences) {
	if app.IsServer || *p == wanted {
		return
	}
	*p = wanted
	root := app.Window().Get("document").Get("documentElement")
	root.Set("lang", p.lang)
	root.Call("toggleAttribute", "data-embed", p.embed)
	root.Call("toggleAttribute", "data-transparent", p.transparent)
	if p.theme == "" {
		root.Call("removeAttribute", "data-theme")
		return
	}
	root.Call("setAttribute", "data-theme", p.theme)
}

// listen calls handle on the UI goroutine for every event of the window, until
// the returned function is called.
func listen(ctx app.Context, event string, handle func(app.Context, app.Event)) (release func()) {
	return listenTo(ctx, app.Window(), event, handle)
}

// listenTo does so for the events of an element.
func listenTo(ctx app.Context, element app.Value, event string, handle func(app.Context, app.Event)) (release func()) {
	handler := app.FuncOf(func(_ app.Value, args []app.Value) any {
		ctx.Dispatch(func(ctx app.Context) { handle(ctx, app.Event{Value: args[0]}) })
		return nil
	})
	element.Call("addEventListener", event, handler)
	return func() {
		element.Call("removeEventListener", event, handler)
		handler.Release()
	}
}

// frameless is for how many milliseconds a page must have had no repaint to be
// taken for one that has none.
const frameless = 100

// nextFrame calls handle on the UI goroutine before the next repaint. A hidden
// page has no repaints, nor has a frame that is scrolled out of sight, and
// either may begin while one is waited for: there it is called soon all the
// same, so that a long training goes on while the learner reads something else.
func nextFrame(ctx app.Context, handle func(app.Context)) {
	window, wait := app.Window(), frameless
	if window.Get("document").Get("hidden").Bool() {
		wait = 0
	}
	var frame, timer app.Value
	var callback app.Func
	callback = app.FuncOf(func(app.Value, []app.Value) any {
		callback.Release()
		window.Call("cancelAnimationFrame", frame)
		window.Call("clearTimeout", timer)
		ctx.Dispatch(handle)
		return nil
	})
	frame = window.Call("requestAnimationFrame", callback)
	timer = window.Call("setTimeout", callback, wait)
}

// afterFrames calls handle before the repaint that comes after so many frames.
func afterFrames(ctx app.Context, frames int, handle func(app.Context)) {
	nextFrame(ctx, func(ctx app.Context) {
		if frames <= 1 {
			handle(ctx)
			return
		}
		ctx.PreventUpdate()
		afterFrames(ctx, frames-1, handle)
	})
}

// whenIdle calls handle when the browser has nothing else to do, with the
// milliseconds that are left for it; never in a browser that does not tell.
func whenIdle(ctx app.Context, handle func(ctx app.Context, left func() float64)) {
	if app.Window().Get("requestIdleCallback").Type() == app.TypeUndefined {
		return
	}
	var callback app.Func
	callback = app.FuncOf(func(_ app.Value, args []app.Value) any {
		callback.Release()
		ctx.Dispatch(func(ctx app.Context) {
			handle(ctx, func() float64 { return args[0].Call("timeRemaining").Float() })
		})
		return nil
	})
	app.Window().Call("requestIdleCallback", callback)
}

// resizes calls handle with the inner width and height of an element now and
// whenever they change, until the returned function is called.
func resizes(ctx app.Context, element app.Value, handle func(ctx app.Context, width, height float64)) (release func()) {
	report := func() {
		width, height := element.Get("clientWidth").Float(), element.Get("clientHeight").Float()
		if width > 0 && height > 0 {
			ctx.Dispatch(func(ctx app.Context) { handle(ctx, width, height) })
		}
	}
	callback := app.FuncOf(func(app.Value, []app.Value) any {
		report()
		return nil
	})
	observer := app.Window().Get("ResizeObserver").New(callback)
	observer.Call("observe", element)
	return func() {
		observer.Call("disconnect")
		callback.Release()
	}
}

// copyFrom copies the text of a box, and reports whether the browser has. It is
// the way that needs no permission, which frames do not have.
func copyFrom(id string) bool {
	elementByID(id).Call("select")
	return app.Window().Get("document").Call("execCommand", "copy").Bool()
}

// now is the time in milliseconds since some moment.
func now() float64 { return app.Window().Get("performance").Call("now").Float() }

// stillPreferred reports whether the learner has asked for less motion.
func stillPreferred() bool {
	return app.Window().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Bool()
}
