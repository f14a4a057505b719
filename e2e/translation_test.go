//go:build rough

package e2e

import (
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// translate puts an element in the place of each text, as Chrome and Edge do with a
// page that they translate, and goes on with what comes later. What is not to be
// translated stays. The texts themselves are kept here: only where they are changes.
const translate = `(() => {
	const skipped = (node) => node.parentElement?.closest("[translate=no], script, style, textarea, svg, font");
	const wrap = (root) => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
		if (root.nodeType === Node.TEXT_NODE) texts.push(root);
		while (walker.nextNode()) texts.push(walker.currentNode);
		for (const text of texts) {
			if (!text.isConnected || !text.data.trim() || skipped(text)) continue;
			const outer = document.createElement("font"), inner = document.createElement("font");
			inner.textContent = text.data;
			outer.append(inner);
			text.replaceWith(outer);
		}
	};
	wrap(document.body);
	document.documentElement.classList.add("translated-ltr");
	if (%s) new MutationObserver((records) => {
		for (const record of records) for (const node of record.addedNodes) wrap(node);
	}).observe(document.body, {childList: true, subtree: true});
	return document.querySelectorAll("font font").length;
})()`

// TestATranslatedPageLivesOn: what the page says is current, with a translator that
// translates once and with one that goes on.
func TestATranslatedPageLivesOn(t *testing.T) {
	t.Parallel()
	for name, goesOn := range map[string]string{"once": "false", "going on": "true"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&epochs=500&auto=0")
			if wrapped := browser.Evaluate[int](page, strings.Replace(translate, "%s", goesOn, 1)); wrapped < 100 {
				t.Errorf("%d texts are translated, want those of the page", wrapped)
			}
			train(page, 500)
			page.WaitText("status", "Training status", "Epoch 500 of 500, loss 4.0217e-05")
			if got := page.Text("output", "Prediction"); got != "18.9815" {
				t.Errorf("the prediction is %q, want that of the trained model", got)
			}
			if text := body(page); strings.Contains(text, "Not trained") {
				t.Errorf("the page still shows what was before the training:\n%s", text)
			}
			page.Click("button", "Add point")
			browser.Evaluate[bool](page, `document.getElementById("language").closest("details").open = true`)
			page.Select("Language", "한국어")
			page.WaitFor("button", "훈련")
			page.WaitIdle()
			if text := body(page); strings.Contains(text, "Add point") || strings.Contains(text, "Learning rate") {
				t.Errorf("the page still shows words of the language before:\n%s", text)
			}
			if got := browser.Evaluate[int](page, `document.querySelectorAll(".playground").length`); got != 1 {
				t.Errorf("there are %d pages in the page, want 1", got)
			}
		})
	}
}

// TestElementsBesideTextBoxes: password managers, spell checkers and form fillers put
// elements beside every box, and in front of the page. The page is there once, with
// each of its controls once.
func TestElementsBesideTextBoxes(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=12&w=0&b=0", browser.Script(`
		const besides = () => {
			for (const box of document.querySelectorAll("input, textarea")) {
				if (box.nextElementSibling?.localName === "x-extension") continue;
				box.after(document.createElement("x-extension"));
				box.before(document.createElement("x-extension"));
			}
			if (document.body.firstElementChild?.localName !== "x-extension") document.body.prepend(document.createElement("x-extension"));
		};
		addEventListener("DOMContentLoaded", () => {
			besides();
			new MutationObserver(besides).observe(document.body, {childList: true, subtree: true});
		})`))
	page.Click("button", "Add point")
	page.Click("button", "Delete point 2")
	page.Click("button", "Undo")
	page.Select("Example", celsius)
	page.Click("button", "Undo")
	page.WaitIdle()
	if got := browser.Evaluate[int](page, `document.querySelectorAll(".playground").length`); got != 1 {
		t.Errorf("there are %d pages in the page, want 1", got)
	}
	doubled := browser.Evaluate[[]string](page, `[...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)`)
	if len(doubled) > 0 {
		t.Errorf("there are two elements of each of the IDs %q", doubled)
	}
	goesOn(t, page, "12")
}
