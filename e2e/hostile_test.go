//go:build rough

package e2e

import (
	"testing"

	"firstneuron/e2e/browser"
)

// TestEventsThatScriptsMake: an extension of the browser, or a course page's
// script, can send an event of any name that has no key, no pointer and no place.
func TestEventsThatScriptsMake(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=50&auto=0")
	train(page, 50)
	page.Click("button", "Inside one step")
	sent := browser.Evaluate[int](page, `(() => {
		const events = ["keydown", "keyup", "pointerdown", "pointermove", "pointerrawupdate", "pointerup", "pointercancel", "pointerenter",
			"pointerleave", "pointerover", "input", "change", "focus", "blur", "focusin", "focusout"];
		let sent = 0;
		for (const element of [window, document, ...document.querySelectorAll(".playground, .playground *")]) {
			for (const name of events) {
				element.dispatchEvent(new Event(name, {bubbles: true}));
				sent++;
			}
		}
		for (const chart of document.querySelectorAll(".chart, .chart *")) {
			chart.dispatchEvent(new Event("click", {bubbles: true}));
			chart.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true, isPrimary: true, pointerId: 4711}));
			chart.dispatchEvent(new PointerEvent("pointerup", {bubbles: true, isPrimary: true, pointerId: 4711}));
			sent++;
		}
		for (const name of ["hashchange", "popstate", "resize", "message"]) window.dispatchEvent(new Event(name));
		return sent;
	})()`)
	if sent < 1000 {
		t.Errorf("%d events are sent, want some for each element", sent)
	}
	page.WaitIdle()
	page.Fill("spinbutton", "Epochs", "60") // the program runs
	train(page, 60)
}

// TestABrowserThatRefuses: without storage, clipboard, canvas, observers and idle
// time the page still teaches.
func TestABrowserThatRefuses(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=50&auto=0", browser.Script(`
		const refuse = () => { throw new DOMException("no", "SecurityError"); };
		Storage.prototype.getItem = Storage.prototype.setItem = refuse;
		Object.defineProperty(navigator, "clipboard", {value: {writeText: refuse}});
		HTMLCanvasElement.prototype.getContext = () => null;
		delete window.ResizeObserver;
		delete window.requestIdleCallback;
		delete window.onpointerrawupdate;
	`))
	train(page, 50)
	browser.Evaluate[bool](page, `document.getElementById("language").closest("details").open = true`) // a click elsewhere closes it
	page.Select("Theme", "Dark")
	page.Select("Language", "한국어")
	page.WaitFor("button", "훈련")
	page.Select("언어", "English")
	page.WaitFor("button", "Train")
	page.Drag("button", "Point 6, x 4, y 7", 30, -20)
	page.Click("button", "Copy code")
	page.WaitIdle()
	train(page, 50)
}
