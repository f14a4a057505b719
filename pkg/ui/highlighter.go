package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// highlighter looks for the control that is touched, whose line of the program
// is then highlighted. It looks at the document as a whole, so that no control has to
// know of it.
type highlighter struct {
	touched string // the property of the control
}

// watch reports the property of the control under the pointer or the focus,
// once when it changes.
func (l *highlighter) watch(ctx app.Context, report func(app.Context, string)) (release func()) {
	handler := app.FuncOf(func(_ app.Value, args []app.Value) any {
		key := propertyAt(args[0].Get("target"))
		if key == l.touched {
			return nil
		}
		l.touched = key
		ctx.Dispatch(func(ctx app.Context) { report(ctx, key) })
		return nil
	})
	events := []string{"pointerover", "focusin"}
	for _, event := range events {
		app.Window().Call("addEventListener", event, handler)
	}
	return func() {
		for _, event := range events {
			app.Window().Call("removeEventListener", event, handler)
		}
		handler.Release()
	}
}

// propertyAt is the property that an element sets, "" for none.
func propertyAt(element app.Value) string {
	if !element.Get("closest").Truthy() {
		return "" // the document itself
	}
	field := element.Call("closest", ".field, .check, .points td, .rate, .asked-row td")
	if !field.Truthy() {
		return ""
	}
	if box := field.Call("querySelector", "[id^=setting-], [id^=x-], [id^=y-]"); box.Truthy() {
		switch id := box.Get("id").String(); {
		case strings.HasPrefix(id, "x-"):
			return "xs"
		case strings.HasPrefix(id, "y-"):
			return "ys"
		default:
			return strings.TrimPrefix(id, settingID(""))
		}
	}
	if field.Get("classList").Call("contains", "rate").Bool() {
		return "lr"
	}
	return ""
}

// highlight lights the controls of some properties and no others.
func highlight(ctx app.Context, keys []string) {
	ctx.Defer(func(app.Context) {
		document := app.Window().Get("document")
		each := func(selector string, do func(app.Value)) {
			found := document.Call("querySelectorAll", selector)
			for i := range found.Length() {
				do(found.Index(i))
			}
		}
		each("[data-lit]", func(element app.Value) { element.Call("removeAttribute", "data-lit") })
		for _, key := range keys {
			selector := "[id='" + settingID(key) + "']"
			switch key {
			case "xs", "ys":
				selector = ".points [id^='" + key[:1] + "-']"
			case "layers":
				selector = "[id^='" + settingID("units.") + "']"
			}
			each(selector, func(element app.Value) { element.Call("setAttribute", "data-lit", "") })
		}
	})
}
