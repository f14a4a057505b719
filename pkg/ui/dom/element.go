package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// ByID returns an element of the document, a missing value where there is none.
func ByID(id string) Value { return document().Call("getElementById", id) }

// Query returns the first element of the document that matches a selector.
func Query(selector string) Value { return document().Query(selector) }

// QueryAll returns the elements of the document that match a selector.
func QueryAll(selector string) []Value { return document().QueryAll(selector) }

// Query returns the first element inside that matches a selector.
func (v Value) Query(selector string) Value { return v.Call("querySelector", selector) }

// QueryAll returns the elements inside that match a selector.
func (v Value) QueryAll(selector string) []Value {
	found := v.Call("querySelectorAll", selector)
	elements := make([]Value, found.Length())
	for i := range elements {
		elements[i] = found.Index(i)
	}
	return elements
}

// Closest returns the element itself or the nearest around it that matches a
// selector. The document and a text have none.
func (v Value) Closest(selector string) Value { return v.Call("closest", selector) }

// Matches reports whether an element matches a selector.
func (v Value) Matches(selector string) bool { return v.Call("matches", selector).Flag() }

// ControlText returns the text of the control that an event is from.
func ControlText(ctx app.Context) string { return Of(ctx.JSSrc()).Get("value").Text() }

// SetControlText writes a text into it.
func SetControlText(ctx app.Context, text string) { Of(ctx.JSSrc()).Set("value", text) }

// Checked reports whether the checkbox that an event is from is ticked.
func Checked(ctx app.Context) bool { return Of(ctx.JSSrc()).Get("checked").Flag() }

// Caret returns the text of the box that an event is from and where the caret is
// in it, in UTF-16 code units.
func Caret(ctx app.Context) (text string, at int) {
	box := Of(ctx.JSSrc())
	place, _ := box.Get("selectionStart").Number()
	return box.Get("value").Text(), int(place)
}

// innerSize returns an element's size without its border.
func innerSize(element Value) (width, height float64) {
	width, _ = element.Get("clientWidth").Number()
	height, _ = element.Get("clientHeight").Number()
	return width, height
}
