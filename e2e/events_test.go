//go:build rough

package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

// plainEvents are the names of the events that browsers know of controls, documents and
// windows. A script, an extension, a form filler or a test tool can send one of any name
// that has none of the fields of its kind. A click is not among them: it presses.
var plainEvents = strings.Fields(`
	keydown keyup keypress beforeinput input change select invalid reset submit formdata
	pointerdown pointermove pointerrawupdate pointerup pointercancel pointerover pointerout pointerenter pointerleave gotpointercapture lostpointercapture
	mousedown mousemove mouseup mouseover mouseout mouseenter mouseleave dblclick auxclick contextmenu wheel mousewheel
	touchstart touchmove touchend touchcancel gesturestart gesturechange gestureend
	focus blur focusin focusout paste copy cut drag dragstart dragend dragenter dragleave dragover drop
	compositionstart compositionupdate compositionend toggle beforetoggle close cancel scroll scrollend
	animationstart animationend transitionrun transitionend load error abort selectionchange selectstart securitypolicyviolation
	resize message messageerror hashchange popstate pageshow visibilitychange fullscreenchange languagechange online offline storage
	beforeprint afterprint rejectionhandled freeze resume devicemotion orientationchange readystatechange DOMContentLoaded slotchange
`)

// eventForms are the ways in which an event can lack what its kind has: it is plain, of
// another kind, its fields are of other types, or they throw when they are read.
var eventForms = map[string]string{
	"plain":      `(name) => new Event(name, {bubbles: true, cancelable: true})`,
	"of a mouse": `(name) => new MouseEvent(name, {bubbles: true, cancelable: true})`,
	"garbage": `(name) => Object.defineProperties(new CustomEvent(name, {bubbles: true, cancelable: true, detail: {}}), Object.fromEntries([
		["key", 5], ["shiftKey", "yes"], ["ctrlKey", null], ["pointerId", "first"], ["isPrimary", 1], ["button", {}], ["clientX", NaN], ["clientY", Infinity],
		["pageX", "1e308"], ["pageY", []], ["deltaY", null], ["touches", 3], ["dataTransfer", {types: "Files", files: "x"}], ["clipboardData", {getData: () => 7}],
		["data", () => {}], ["newURL", 8], ["ports", "none"], ["source", 1n], ["origin", Symbol("o")],
	].map(([field, value]) => [field, {value}])))`,
	"throwing": `(name) => Object.defineProperties(new CustomEvent(name, {bubbles: true, cancelable: true}), Object.fromEntries(
		["key", "shiftKey", "ctrlKey", "metaKey", "pointerId", "pointerType", "isPrimary", "button", "clientX", "clientY", "pageX", "pageY", "deltaY", "touches",
		"dataTransfer", "clipboardData", "data", "newURL", "ports", "source", "origin", "relatedTarget"].map((field) => [field, {get() { throw new Error("no " + field); }}])))`,
}

// eventsScript sends events of some kinds to every element, and compares what the page
// holds before and after each kind.
const eventsScript = `(async (kinds, make, elements) => {
	const idle = () => new Promise((resolve) => {
		setTimeout(resolve, 10000, false);
		addEventListener("firstneuron-idle", () => resolve(true), {once: true});
		dispatchEvent(new Event("firstneuron-idle-asked"));
	});
	const held = () => JSON.stringify({
		// The page may write an address in another order, without defaults, and an activity's step in full.
		address: /activity=/.test(location.hash) ? "" : location.hash.slice(1).split("&").filter((pair) => !pair.endsWith("=")).map(decodeURIComponent).sort(),
		boxes: [...document.querySelectorAll("input, textarea, select")].map((box) => [box.id, box.type === "checkbox" ? box.checked : box.value]),
		open: [...document.querySelectorAll("details, dialog")].map((e) => [e.id || e.className, e.open]),
		views: [...document.querySelectorAll("section, [role=tabpanel], [role=tab], h2, h3, tr")].map((e) => [e.id, e.localName, e.getAttribute("aria-selected")]),
		said: [...document.querySelectorAll("[role=status], [role=alert], output")].map((e) => e.textContent),
	});
	const found = [];
	let before = (await idle(), held()), sent = 0;
	for (const name of kinds) {
		const targets = [window, document, document.documentElement, document.body, ...document.querySelectorAll(elements)];
		for (const target of targets) {
			target.dispatchEvent(make(name));
			if (++sent % 300 === 0) await new Promise((resolve) => setTimeout(resolve));
		}
		if (!(await idle())) found.push(name + ": the page does not come to rest");
		const after = held();
		if (after !== before) {
			let at = 0;
			while (after[at] === before[at]) at++;
			const near = (text) => text.slice(Math.max(0, at - 80), at + 80);
			found.push(name + " changes the page from …" + near(before) + "… to …" + near(after) + "…");
			before = after;
		}
		if (document.documentElement.dataset.program !== "running") {
			found.push("the program stops at " + name);
			break;
		}
	}
	return {Sent: sent, Found: found};
})`

// eventTargets are what a browser sends events to by itself: what can be used, moved and
// looked at. `make corpus` takes every element.
const eventTargets = ".playground, .playground :is(button, input, textarea, select, details, summary, dialog, table, tr, form, iframe, canvas, svg, [role], [tabindex])"

// views are what the page can show, each with a way to it.
var views = map[string]struct {
	fragment string
	reach    func(page *browser.Page)
	options  []browser.Option
}{
	"stage":        {"#w=0&b=0&open=", nil, nil},
	"data":         {"#w=0&b=0&open=data", nil, nil},
	"settings":     {"#w=0&b=0&open=settings&metric=mae&validation=0.2&patience=3&optimizer=adam&loss=huber", nil, nil},
	"layers":       {"#open=layers&layers=4:tanh,1&seed=3&epochs=20", nil, nil},
	"code":         {"#w=0&b=0&open=code", nil, nil},
	"explore":      {"#w=0&b=0&open=explore", nil, nil},
	"embed":        {"#w=0&b=0&embed=1&open=", nil, nil},
	"diverged":     {"#w=0&b=0&lr=0.2&auto=1", func(page *browser.Page) { page.WaitFor("region", "Why it diverged") }, nil},
	"task":         {taskFragment, nil, nil},
	"first lesson": {"#activity=first-neuron", func(page *browser.Page) { page.WaitFor("heading", "The pattern") }, nil},
	"choices":      {"#activity=outlier", nil, nil},
	"narrow":       {"#w=0&b=0", nil, []browser.Option{browser.Viewport(320, 640), browser.Touch()}},
	"Share": {"#w=0&b=0", func(page *browser.Page) {
		page.Click("button", "Share")
		page.WaitFor("dialog", "Share")
	}, nil},
	"table": {"#w=0&b=0&open=data", func(page *browser.Page) {
		page.Paste("textbox", "Paste data", maunaLoa)
		page.Click("button", "Use this data")
		page.WaitFor("group", "The table that was read")
	}, nil},
	"question": {"#w=0&b=0&open=data", func(page *browser.Page) {
		page.Paste("textbox", "Paste data", "Jahr;Fälle\n1;950\n2;1.200\n3;1.450")
		page.Click("button", "Use this data")
		page.WaitFor("button", "950, 1.2, 1.45")
	}, nil},
	"everything": {"#w=0&b=0", lookCloser, nil},
}

// everyForm are the views whose elements get the events in every form, unless the flag
// -corpus gives them to all: the others have no kind of element that is not in these.
var everyForm = map[string]bool{"everything": true, "Share": true, "first lesson": true}

// TestEventsOfEveryKind: on every element of every view, and on the document and the
// window, an event that lacks what its kind has changes nothing, and costs nothing.
func TestEventsOfEveryKind(t *testing.T) {
	t.Parallel()
	for name, v := range views {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, v.fragment, append(v.options, browser.Patient(4*time.Minute))...)
			if v.reach != nil {
				v.reach(page)
			}
			for form, make := range eventForms {
				sent, elements := 0, eventTargets
				if *wholeCorpus {
					elements = ".playground, .playground *"
				} else if form != "plain" {
					if !everyForm[name] {
						continue
					}
					elements = ".playground :is(button, input, textarea, .mark-point, .handle, dialog, details)"
				}
				for kinds := range slices.Chunk(plainEvents, 8) {
					names, _ := json.Marshal(kinds)
					got, err := browser.Ask[struct {
						Sent  int
						Found []string
					}](page, fmt.Sprintf(`%s(%s, %s, %q)`, eventsScript, names, make, elements))
					if err != nil {
						t.Fatalf("%s events of %v: %.200s", form, kinds, err.Error())
					}
					for _, found := range append(got.Found, page.Console()...) {
						t.Errorf("%s: %s", form, found)
					}
					sent += got.Sent
				}
				if least := 10 * len(plainEvents); sent < least {
					t.Errorf("%s: %d events are sent, want %d at least", form, sent, least)
				}
			}
			// The program runs: it goes where the address says.
			browser.Evaluate[bool](page, `(location.hash = "#epochs=9&open=settings&w=0&b=0") !== ""`)
			page.WaitTrue(`document.getElementById("setting-epochs")?.value === "9"`)
		})
	}
}
