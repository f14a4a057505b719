//go:build rough

package e2e

import (
	"encoding/json"
	"slices"
	"testing"

	"firstneuron/e2e/browser"
	corpus "firstneuron/e2e/hostile"
)

// scripts are the texts that a page is given: all of them with the flag -corpus,
// otherwise each attempt in one wrapping. The tests of the packages that make
// markup of texts, and that of package ui which says that no others do, have all.
func scripts() []string {
	if *wholeCorpus {
		return corpus.Scripts()
	}
	return corpus.SomeScripts()
}

// tryAll evaluates an expression that makes a function of the texts, some of
// them at a time, and reports what that finds wrong.
func tryAll(t *testing.T, page *browser.Page, function string) {
	t.Helper()
	for some := range slices.Chunk(scripts(), 6) {
		texts, err := json.Marshal(some)
		if err != nil {
			t.Fatal(err)
		}
		for _, wrong := range browser.Evaluate[[]string](page, "("+function+")("+string(texts)+")") {
			t.Error(wrong)
		}
	}
}

// until waits inside the page.
const untilSource = `const until = async (see) => {
	for (let i = 0; i < 3000; i++) {
		if (see()) return true;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	return false;
};`

// TestWordsOfALinkAreShownAndNeverRun puts every text into every key that takes
// words, and into those that complain with it. A script that ran, or that the
// content security policy had to stop, would fail the test.
func TestWordsOfALinkAreShownAndNeverRun(t *testing.T) {
	t.Parallel()
	page := open(t, "#open=") // every change draws what is open
	tryAll(t, page, `async (texts) => {
		`+untilSource+`
		const wrong = [];
		for (const text of texts) {
			const encoded = encodeURIComponent(text);
			const keys = ["title", "text", "feedback"].map((key) => key + "=" + encoded);
			window.location.hash = keys.join("&") + "&auto=1&w=0&b=0&epochs=2&loss=" + encoded + "&hide=" + encoded + "&goal=" + encoded + "&" + encoded + "=1";
			const panel = () => document.querySelector(".task");
			const shown = () => panel() && ["h2", ".author-text:not(.feedback)", ".feedback"].every((part) => panel().querySelector(part).textContent === text);
			if (!(await until(shown))) wrong.push("shown as " + panel()?.textContent + ": " + text);
			if (panel().querySelector("script, img, iframe, a, details, input, video, style, object, base, meta, b")) wrong.push("is markup: " + text);
			if (document.querySelectorAll(".notices p").length < 3 || document.querySelector(".notices p *")) wrong.push("notices: " + text);
			window.location.hash = "ask=" + encoded;
			const asked = () => document.getElementById("task-ask")?.textContent === text;
			if (!(await until(asked))) wrong.push("asked as " + document.getElementById("task-ask")?.textContent + ": " + text);
			if (window.pwned) wrong.push("runs: " + text);
			delete window.pwned;
		}
		return wrong;
	}`)
}

// TestWordsTypedAreShownAndNeverRun types every text into every box, and reads
// the lines that the share dialog makes of them as a course page would.
func TestWordsTypedAreShownAndNeverRun(t *testing.T) {
	t.Parallel()
	page := open(t, "#ask=Guess")
	page.Click("button", "Share")
	page.WaitFor("textbox", "Title")
	tryAll(t, page, `async (texts) => {
		`+untilSource+`
		const wrong = [];
		const type = (box, text) => {
			box.value = text;
			box.dispatchEvent(new window.Event("input", {bubbles: true}));
		};
		const boxes = () => [...document.querySelectorAll("input[type=text], textarea:not([readonly])")];
		if (boxes().length < 20) wrong.push("only " + boxes().length + " boxes");
		for (const text of texts) {
			for (const box of boxes()) type(box, text);
			[...document.querySelectorAll("button")].find((b) => b.textContent === "Use this data").click();
			[...document.querySelectorAll("button")].find((b) => b.textContent === "Answer").click();
			const link = () => new URLSearchParams(document.getElementById("share-link").value.split("#")[1] ?? "");
			if (!(await until(() => link().get("title") === text && link().get("feedback") === text))) wrong.push("link " + link() + ": " + text);
			const read = (id) => new window.DOMParser().parseFromString(document.getElementById(id).value, "text/html");
			const frame = read("share-iframe"), element = read("share-element");
			if (frame.querySelectorAll("body *").length !== 1 || frame.querySelector("iframe")?.title !== text) wrong.push("iframe line: " + text);
			const neuron = element.querySelector("first-neuron");
			if (element.querySelectorAll("head *, body *").length !== 3 || neuron?.getAttribute("title") !== text || neuron.textContent !== text) {
				wrong.push("element line: " + text);
			}
			if (document.querySelector(".error *, .problem *, dialog b, dialog img, dialog script")) wrong.push("is markup: " + text);
			if (window.pwned) wrong.push("runs: " + text);
			delete window.pwned;
		}
		return wrong;
	}`)
	if got := page.Count(browser.InvalidFields); got < 15 {
		t.Errorf("%d boxes complain, want every one that wants a number", got)
	}
}
