package ui

import (
	"strings"

	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// highlighter finds the control under the pointer or the focus, so that its line of
// the program is highlighted. It listens to the whole document, so that no control
// needs code for it.
type highlighter struct {
	touched string // the property of that control
}

// watch reports the property of the control under the pointer or the focus,
// once when it changes.
func (l *highlighter) watch(ctx app.Context, report func(app.Context, string)) (release func()) {
	touch := func(e dom.Value) {
		key := propertyAt(e.Get("target"))
		if key == l.touched {
			return
		}
		l.touched = key
		dom.Dispatch(ctx, func(ctx app.Context) { report(ctx, key) })
	}
	over, in := dom.HearWindow("pointerover", touch), dom.HearWindow("focusin", touch)
	return func() {
		over()
		in()
	}
}

// propertyAt returns the property that an element sets, "" for none.
func propertyAt(element dom.Value) string {
	field := element.Closest(".field, .check, .points td, .rate, .asked-row td")
	if box := field.Query("[id^=setting-], [id^=x-], [id^=y-]"); !box.Missing() {
		switch id := box.Get("id").Text(); {
		case strings.HasPrefix(id, "x-"):
			return "xs"
		case strings.HasPrefix(id, "y-"):
			return "ys"
		default:
			return strings.TrimPrefix(id, settingID(""))
		}
	}
	if field.Matches(".rate") {
		return "lr"
	}
	return ""
}

// highlight highlights the controls of some properties and no others.
func highlight(ctx app.Context, keys []string) {
	ctx.Defer(func(app.Context) {
		for _, element := range dom.QueryAll("[data-lit]") {
			element.Call("removeAttribute", "data-lit")
		}
		for _, key := range keys {
			selector := "[id='" + settingID(key) + "']"
			switch key {
			case "xs", "ys":
				selector = ".points [id^='" + key[:1] + "-']"
			case "layers":
				selector = "[id^='" + settingID("units.") + "']"
			}
			for _, element := range dom.QueryAll(selector) {
				element.Call("setAttribute", "data-lit", "")
			}
		}
	})
}
