//go:build rough

package e2e

import (
	"testing"

	"firstneuron/e2e/browser"
)

// goesOn checks that the program is alive and that nothing is lost of what the
// page has: it trains the epochs that are set.
func goesOn(t *testing.T, page *browser.Page, epochs string) {
	t.Helper()
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", epochs)
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "Epoch "+epochs+" of "+epochs)
}

// TestBrowserThatRefuses: each is something that a browser, its settings or an
// extension does to pages. The learner's page goes on.
func TestBrowserThatRefuses(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"storage is full":         `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }`,
		"storage cannot be read":  `Storage.prototype.getItem = () => { throw new DOMException("no", "SecurityError"); }`,
		"no canvas":               `HTMLCanvasElement.prototype.getContext = () => null`,
		"canvas that throws":      `HTMLCanvasElement.prototype.getContext = () => { throw new Error("no"); }`,
		"no observers":            `delete window.ResizeObserver; delete window.IntersectionObserver`,
		"no idle callbacks":       `delete window.requestIdleCallback`,
		"history that throws":     `History.prototype.replaceState = () => { throw new DOMException("often", "SecurityError"); }`,
		"no answer about motion":  `delete window.matchMedia`,
		"clipboard that throws":   `Clipboard.prototype.writeText = () => { throw new DOMException("no", "NotAllowedError"); }`,
		"clipboard that refuses":  `Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"))`,
		"copying that throws":     `delete Clipboard.prototype.writeText; document.execCommand = () => { throw new Error("no"); }`,
		"pointers not to capture": `Element.prototype.setPointerCapture = () => { throw new DOMException("no", "NotFoundError"); }`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#epochs=12&w=0&b=0", browser.Script(script))
			page.Select("Theme", "Dark")
			page.WaitTrue(`document.documentElement.dataset.theme === "dark"`)
			page.Select("Language", "한국어")
			page.WaitTrue(`document.documentElement.lang === "ko"`)
			page.Select("언어", "English")
			page.Click("button", "Copy code")
			page.Drag("button", "Point 1, x −1, y −3", 20, 20)
			goesOn(t, page, "12")
		})
	}
}

// TestFrameWithoutObservers: the course page hears of a height all the same.
func TestFrameWithoutObservers(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t)) + "/#w=0&b=0&epochs=12&embed=1&start=now&open=all&play=0"
	course := chromium.Open(t, browser.Serve(t, browser.Course(address, "First Neuron", "")),
		browser.Script(`delete window.ResizeObserver; addEventListener("message", ({data}) => { if (data?.firstneuron === "height") window.heard = data.height; })`))
	goesOn(t, course.Frame("First Neuron"), "12")
	course.WaitTrue(`window.heard > 100`)
}

// TestPlainClicks: a click without its fields presses what it is on.
func TestPlainClicks(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=12&w=0&b=0")
	browser.Evaluate[bool](page, `(() => {
		for (const target of [window, document, ...document.querySelectorAll("svg, svg *, p, td, h2, canvas, .chart")]) {
			target.dispatchEvent(new Event("click", {bubbles: true, cancelable: true}));
		}
		return true;
	})()`)
	page.WaitIdle()
	browser.Evaluate[bool](page, `document.getElementById("train").dispatchEvent(new Event("click", {bubbles: true}))`)
	page.WaitTextHas("status", "Training status", "Epoch 12 of 12")
}

// TestRemovedAndMovedNodes: extensions take away what they take for an
// advertisement, and put what is theirs in front of the page.
func TestRemovedAndMovedNodes(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"texts in front":   `document.querySelectorAll(".playground *").forEach((e) => e.prepend("x"))`,
		"elements between": `document.querySelectorAll(".playground *").forEach((e) => e.append(document.createElement("font")))`,
		"wrapped texts": `{const walker = document.createTreeWalker(document.querySelector(".board"), NodeFilter.SHOW_TEXT); const texts = [];
			while (walker.nextNode()) texts.push(walker.currentNode);
			for (const text of texts) { const font = document.createElement("font"); font.textContent = text.data; text.replaceWith(font); }}`,
		"page in a page": `document.body.prepend(document.createElement("aside"))`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#epochs=12&w=0&b=0")
			browser.Evaluate[bool](page, `(() => {`+script+`; return true; })()`)
			for _, pressed := range []string{"add-point", "train"} {
				browser.Evaluate[bool](page, `document.getElementById("`+pressed+`").click() === undefined`)
				page.WaitIdle()
			}
			browser.Evaluate[bool](page, `(location.hash = "#epochs=7&hide=surface,data") !== ""`)
			page.WaitIdle()
			browser.Evaluate[bool](page, `(location.hash = "#epochs=9") !== ""`)
			page.WaitIdle()
			if got := browser.Evaluate[int](page, `document.querySelectorAll(".playground").length`); got != 1 {
				t.Errorf("there are %d pages in the page, want 1", got)
			}
			waitLive(page)
			page.WaitTrue(`document.getElementById("setting-epochs").value === "9"`)
		})
	}
}

// TestElementInFrontOfThePage: an extension that puts something in front before
// the program starts has it kept, and the page is there once.
func TestElementInFrontOfThePage(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=12&w=0&b=0", browser.Script(`addEventListener("DOMContentLoaded", () => {
		const own = document.createElement("aside");
		own.id = "extension";
		document.body.prepend(own);
	})`))
	if got := browser.Evaluate[int](page, `document.querySelectorAll(".playground").length + document.querySelectorAll("#extension").length`); got != 2 {
		t.Errorf("there are %d of the page and the extension's element, want one each", got)
	}
	goesOn(t, page, "12")
}

// TestPageIsMadeAnew: where the program's engine ends, here because the browser
// refuses to make an element, the page is made anew, with all that was typed.
func TestPageIsMadeAnew(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.AllowConsole("refused once")
	page.Fill("spinbutton", "Epochs", "12")
	page.Press("Tab")
	before := rows(page)
	browser.Evaluate[bool](page, `(() => {
		window.old = document.querySelector(".playground");
		const make = document.createElement;
		document.createElement = () => { document.createElement = make; throw new Error("refused once"); };
		return true;
	})()`)
	page.Click("button", "Add point")
	waitRows(page, before+1)
	page.WaitTrue(`!window.old.isConnected && document.querySelectorAll(".playground").length === 1`)
	goesOn(t, page, "12")
}

// TestProgramThatDiesOffersAReload overwrites the memory of the running
// program, which is what a bug in it might do.
func TestProgramThatDiesOffersAReload(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=600&w=0&b=0", browser.Script(keepProgram))
	for _, part := range []string{"RuntimeError", "First Neuron", "panic", "fatal error", "exit code"} {
		page.AllowConsole(part)
	}
	browser.Evaluate[bool](page, `(() => {
		new Uint8Array(window.programMemory.buffer).fill(0xff);
		return true;
	})()`)
	page.Press("Tab") // any event reaches the program
	page.Click("button", "Train")
	page.Click("button", "Reload")
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", "600")
}
