package dom

import "errors"

// The reasons why a browser keeps nothing for when the page is loaded again.
var (
	ErrStorageFull      = errors.New("dom: the browser's storage is full")
	ErrStorageForbidden = errors.New("dom: the browser keeps nothing for this page")
)

// kept is what boot.js offers for it: see web/keep.js.
func kept() Value { return window().Get("firstneuronKept") }

// Keep has the browser keep a text for when the page is loaded again in this tab, in
// place of the one before; "" keeps none.
func Keep(text string) error {
	switch kept().Call("write", text).Text() {
	case "forbidden":
		return ErrStorageForbidden
	case "full":
		return ErrStorageFull
	}
	return nil
}

// KeptText returns the text that is kept, and whether the learner has asked for it:
// then the page goes on with it at once.
func KeptText() (text string, wanted bool) {
	return kept().Call("read").Text(), kept().Call("wanted").Flag()
}

// AskBeforeLeaving has the browser ask before the page is left or loaded again, as
// long as that would lose something.
func AskBeforeLeaving(loses bool) { kept().Call("unsaved", loses) }
