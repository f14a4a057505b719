package e2e

import (
	"testing"

	"firstneuron/e2e/browser"
)

// hearOfSenses looks at a view as those see it whose system chooses the colours, and whose
// system keeps everything still: axe finds nothing, nothing is wider than the window, what
// is marked by its colour is marked in forced ones, and nothing moves by itself. Of each
// pair the first selector finds what is marked, the second what is not.
func hearOfSenses(t *testing.T, page *browser.Page, source, view string, marked ...[2]string) {
	t.Helper()
	page.ForceColors(true)
	page.WaitTrue(`matchMedia("(forced-colors: active)").matches`)
	page.Screenshot(view + "-forced")
	for _, v := range page.Axe(source) {
		if v.Rule != "color-contrast" { // the colours are the system's, and styles still tell the page's
			t.Errorf("%s in forced colours: %s", view, v)
		}
	}
	if over := browser.Evaluate[int](page, `Math.max(...[document.documentElement, ...document.querySelectorAll("dialog[open]")].map((e) => e.scrollWidth - e.clientWidth))`); over > 0 {
		t.Errorf("%s in forced colours is %d px wider than its room", view, over)
	}
	for _, pair := range marked {
		if !browser.Evaluate[bool](page, `((marked, plain) => {
			const look = (selector) => {
				const style = getComputedStyle(document.querySelector(selector));
				return [style.backgroundColor, style.color, style.borderColor].join();
			};
			return look(marked) !== look(plain);
		})("`+pair[0]+`", "`+pair[1]+`")`) {
			t.Errorf("%s in forced colours: %s looks like %s", view, pair[0], pair[1])
		}
	}
	page.ForceColors(false)
	page.SetStill(true)
	page.WaitTrue(`matchMedia("(prefers-reduced-motion: reduce)").matches`)
	for _, moving := range browser.Evaluate[[]string](page, `[...document.querySelectorAll("*")].filter((e) => {
		const style = getComputedStyle(e);
		return style.animationName !== "none" || style.transitionDuration.split(",").some((d) => parseFloat(d) > 0) || style.scrollBehavior === "smooth";
	}).map((e) => e.outerHTML.slice(0, 120))`) {
		t.Errorf("%s moves by itself though the system keeps everything still: %s", view, moving)
	}
	page.SetStill(false)
}
