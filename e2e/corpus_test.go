//go:build rough

package e2e

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	corpus "firstneuron/e2e/hostile"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/experiment/program"
)

// corpusScript gives inputs to the page and looks after each whether it is still
// as every page must be.
const corpusScript = `window.corpus = (() => {
	let last = performance.now(), gap = 0;
	requestAnimationFrame(function frame() {
		const now = performance.now();
		gap = Math.max(gap, now - last);
		last = now;
		requestAnimationFrame(frame);
	});
	const asked = [];
	for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { asked.push(name); return null; };
	// idle reports whether the page has come to rest; a long training has not.
	const idle = (limit) => new Promise((resolve) => {
		setTimeout(() => resolve(false), limit);
		addEventListener("firstneuron-idle", () => resolve(true), {once: true});
		dispatchEvent(new Event("firstneuron-idle-asked"));
	});
	const fill = (box, text) => {
		const kind = box.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
		Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(box, text);
		box.dispatchEvent(new InputEvent("input", {bubbles: true}));
		box.dispatchEvent(new Event("change", {bubbles: true}));
	};
	const boxes = () => [...document.querySelectorAll("input, textarea")]
		.filter((box) => !["checkbox", "radio", "range", "file"].includes(box.type) && !["code", "paste"].includes(box.id) && !box.readOnly && box.checkVisibility());
	let restore = null;
	const acts = {
		link: (text) => { location.hash = text; },
		paste: (text) => { const box = document.getElementById("paste"); fill(box, text); box.closest(".paste").querySelector("button").click(); },
		program: (text) => fill(document.getElementById("code"), text),
		field: (text, i) => {
			const box = boxes()[i % boxes().length], before = box.value;
			box.focus();
			fill(box, text);
			restore = {name: box.id, refused: () => box.getAttribute("aria-invalid") === "true", back: () => fill(box, before)};
		},
		file: async (text) => {
			while (!document.getElementById("share-file")?.isConnected) { // a file that is used closes the dialog
				[...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Share").click();
				await new Promise(requestAnimationFrame);
			}
			const chosen = new DataTransfer();
			chosen.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "experiment.txt", {type: "text/plain"}));
			const box = document.getElementById("share-file");
			box.files = chosen.files;
			box.dispatchEvent(new Event("change", {bubbles: true}));
		},
	};
	return async (kind, inputs) => {
		const found = {wrong: [], gaps: []};
		for (const {name, text, refused, at} of inputs) {
			let rested = await idle(250);
			const before = location.hash;
			gap = 0;
			await acts[kind](text, at);
			rested = await idle(250) && rested;
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			const tell = (what) => found.wrong.push(name + (restore ? " in " + restore.name : "") + ": " + what);
			// What is told of an input has the words of the input.
			const own = /NaN|undefined|%!|\[object/.test(text);
			for (const what of ` + wrongScript + `) if (!own || !/ shows /.test(what)) tell(what);
			if (window.hostile !== undefined) tell("a script of the input ran");
			if (document.querySelector("[data-hostile]")) tell("markup of the input is in the page");
			if (asked.length) tell("the page called " + asked.splice(0).join(" "));
			if (rested && (refused || restore?.refused()) && location.hash !== before) tell("it is refused, and the address changes from " + before.slice(0, 200) + " to " + location.hash.slice(0, 200));
			restore?.back();
			restore = null;
			found.gaps.push({name, gap: Math.round(gap)});
		}
		return found;
	};
})(), true`

// given is an input of the corpus as the script takes it.
type given struct {
	corpus.Input
	// Refused is whether the input changes nothing, as its reader says.
	Refused bool
}

// tryInputs gives the inputs to the page as one kind of them.
func tryInputs(t *testing.T, page *browser.Page, kind string, inputs []given) {
	t.Helper()
	type gap struct {
		Name string
		Gap  int
	}
	var gaps []gap
	began, done := time.Now(), 0
	for lot := range slices.Chunk(inputs, 20) {
		var list strings.Builder
		for i, in := range lot {
			text := corpus.Literal(in.Text)
			if kind == "file" {
				text = `"` + base64.StdEncoding.EncodeToString([]byte(in.Text)) + `"`
			}
			fmt.Fprintf(&list, "{name: %s, text: %s, refused: %t, at: %d},", corpus.Literal(in.Name), text, in.Refused, done+i)
		}
		found, err := browser.Ask[struct {
			Wrong []string
			Gaps  []gap
		}](page, fmt.Sprintf(`window.corpus(%q, [%s])`, kind, &list))
		if err != nil {
			t.Fatalf("%s from %q on: %.500s", kind, lot[0].Name, err.Error())
		}
		for _, wrong := range append(found.Wrong, page.Console()...) {
			t.Errorf("%s %s", kind, wrong)
		}
		if t.Failed() {
			t.FailNow() // what follows may be of a dead page
		}
		gaps = append(gaps, found.Gaps...)
		done += len(lot)
	}
	slices.SortFunc(gaps, func(a, b gap) int { return b.Gap - a.Gap })
	t.Logf("%d inputs in %.1f s; the longest gaps between frames: %v ms", len(inputs), time.Since(began).Seconds(), gaps[:min(3, len(gaps))])
}

// sampled: of each kind the page gets every so-many-th input without the flag -corpus.
const sampled = 14

// TestCorpus gives the page what package hostile has, and uses it afterwards.
func TestCorpus(t *testing.T) {
	t.Parallel()
	const begin = "#w=0&b=0&epochs=77"
	refusing := func(inputs []corpus.Input, refused func(text string) bool) []given {
		var all []given
		for i, in := range inputs {
			if !*wholeCorpus && i%sampled != 0 {
				continue
			}
			if strings.Count(in.Text, "\n") > 1<<16 {
				continue // a box with so many lines holds up Chromium itself, for seconds
			}
			all = append(all, given{in, refused != nil && refused(in.Text)})
		}
		return all
	}
	for kind, inputs := range map[string][]given{
		"link":  refusing(corpus.Links(), nil),
		"field": refusing(corpus.Fields(), nil),
		"paste": refusing(corpus.Pastes(), func(text string) bool {
			table, problem := paste.Read(text, program.Direct{})
			return problem != nil || !table.Settled()
		}),
		"program": refusing(corpus.Programs(), func(text string) bool { return !program.Read(text, experiment.Default()).OK() }),
		"file": refusing(corpus.Files(), func(text string) bool {
			_, _, ok := experiment.DecodeFile(text)
			return !ok
		}),
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			page := open(t, begin, browser.Patient(3*time.Minute))
			page.AllowConsole("/activities/") // links name some that are not there
			if kind == "file" {
				page.Click("button", "Share")
			}
			browser.Evaluate[bool](page, corpusScript)
			tryInputs(t, page, kind, inputs)
			if kind == "file" {
				page.Press("Escape")
			}
			page.Goto(strings.Split(page.URL(), "#")[0] + "#w=0&b=0&epochs=7")
			page.WaitValue("spinbutton", "Epochs", "7")
			train(page, 7)
		})
	}
}
