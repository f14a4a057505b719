//go:build rough

package e2e

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

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

// TestWordsOfTheDeskAreShownAndNeverRun types every text into every box of the desk at
// which activities are made, reads the lines that it hands on as a course page would, and
// answers in the preview, which is a page of its own with those words.
func TestWordsOfTheDeskAreShownAndNeverRun(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=0&b=0", browser.Viewport(1440, 900), browser.Patient(2*time.Minute))
	page.Click("button", "Make an activity")
	page.Fill("textbox", "Question", "Where?")
	page.Select("Answered with", "a mark on the chart")
	page.Fill("textbox", "Right answer", "19")
	for _, goal := range []string{"Loss", "Prediction", "Guess by hand", "Epochs"} {
		page.Click("button", "Add a goal: "+goal)
	}
	page.Click("button", "Add a step")
	page.Fill("textbox", "Question", "Which?")
	page.Select("Answered with", "one of some choices")
	page.Fill("textbox", "Choice 1", "this")
	page.Fill("textbox", "Choice 2", "that")
	page.Select("Right answer", "Choice 2")
	page.Fill("textbox", "Words on the button", "Go")
	preview := page.Frame("As learners see it")
	waitLive(preview)
	tryAll(t, page, `async (texts) => {
		`+untilSource+`
		const wrong = [];
		const desk = document.getElementById("maker"), frame = document.getElementById("maker-preview");
		const type = (box, text) => {
			box.value = text;
			box.dispatchEvent(new window.Event("input", {bubbles: true}));
		};
		const boxes = () => [...desk.querySelectorAll("input[type=text], textarea:not([readonly])")];
		const step = async (i) => {
			desk.querySelectorAll(".step-list li button")[i].click();
			await until(() => desk.querySelectorAll(".step-list li")[i].querySelector("[aria-current]") && (i === 0) === !!document.getElementById("maker-x"));
		};
		const markup = "script, img, a, b, input, video, style, object, base, meta, math, svg, details, body, iframe";
		for (const text of texts) {
			const said = (e) => e?.textContent === text;
			let count = 0;
			for (const i of [0, 1]) {
				await step(i);
				for (const box of boxes()) {
					count++;
					type(box, text);
				}
				if (i === 0) { // the step with numbers, every one of which complains
					const complaining = () => desk.querySelectorAll("[aria-invalid=true]").length;
					if (!(await until(() => complaining() === 11))) wrong.push(complaining() + " boxes complain, want 11: " + text);
				}
				if ([...desk.querySelectorAll(".error, .hint, .set, .step-list li button")].some((e) => e.matches(":has(" + markup + ")"))) wrong.push("is markup on the desk: " + text);
			}
			if (count !== 32) wrong.push("only " + count + " boxes");
			const read = (id) => new window.DOMParser().parseFromString(document.getElementById(id).value, "text/html");
			if (!(await until(() => read("maker-iframe").querySelector("iframe")?.title === text))) wrong.push("the line is titled " + read("maker-iframe").querySelector("iframe")?.title + ": " + text);
			if (read("maker-iframe").querySelectorAll("body *").length !== 1) wrong.push("iframe line: " + text);
			if (read("maker-element").querySelectorAll("head *, body *").length !== 3) wrong.push("element line: " + text);
			const learner = frame.contentDocument, shown = (selector) => learner.querySelector(selector);
			const words = () => {
				const copy = shown(".step-text")?.cloneNode(true);
				copy?.querySelectorAll(".term-line").forEach((e) => e.remove());
				return copy;
			};
			const parts = {
				title: () => shown("#step-title"), text: words, code: () => shown(".step-code"), question: () => shown("#step-question"),
				choice: () => shown(".choices button:last-child"), button: () => shown(".step-tasks > div > button"),
			};
			for (const [part, find] of Object.entries(parts)) {
				if (!(await until(() => said(find())))) wrong.push(part + " is shown as " + find()?.textContent + ": " + text);
			}
			shown(".choices button").click();
			if (!(await until(() => said(shown(".step-reply"))))) wrong.push("a wrong answer is told as " + shown(".step-reply").textContent + ": " + text);
			shown(".choices button:last-child").click();
			if (!(await until(() => said(shown(".step-feedback"))))) wrong.push("the right one is told as " + shown(".step-feedback").textContent + ": " + text);
			if (shown(".step").matches(":has(" + markup + ")")) wrong.push("is markup to learners: " + text);
			if (window.pwned || frame.contentWindow.pwned) wrong.push("runs: " + text);
			delete window.pwned;
			delete frame.contentWindow.pwned;
		}
		return wrong;
	}`)
}
