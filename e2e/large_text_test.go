package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestLargeTextScrollsNothingSideways: a learner whose browser writes half again as
// large reads down the page alone, with all panels open and a table to choose from.
func TestLargeTextScrollsNothingSideways(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ko"} {
		page := open(t, "#w=0&b=0&open=all&lang="+lang, browser.Viewport(320, 900))
		for _, at := range []struct {
			width int
			size  string
		}{{320, "24px"}, {400, "24px"}} {
			page.Resize(at.width, 900)
			browser.Evaluate[string](page, fmt.Sprintf(`document.documentElement.style.fontSize = %q`, at.size))
			page.WaitTrue(fmt.Sprintf("window.innerWidth === %d", at.width))
			drop(page, "mauna.csv", maunaLoa)
			page.WaitTrue(`document.getElementById("import-title") !== null`)
			page.WaitChartsFit()
			if got := page.Overflow(); got > 0 {
				t.Errorf("%s at %d px with letters of %s: the page is %d px wider than the window:\n%s", lang, at.width, at.size, got, strings.Join(tooWide(page), "\n"))
			}
		}
	}
}

// tooWide are the elements that reach beyond the window and stand in no box that
// scrolls by itself.
func tooWide(page *browser.Page) []string {
	return browser.Evaluate[[]string](page, `[...document.querySelectorAll("body *")].filter((element) => {
		const words = document.createRange(); // which may be wider than their element
		words.selectNodeContents(element);
		if (!element.checkVisibility({contentVisibilityAuto: true}) || words.getBoundingClientRect().right <= innerWidth + 0.5) return false;
		for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
			if (getComputedStyle(box).overflowX !== "visible") return false;
		}
		return true;
	}).slice(0, 20).map((element) => element.localName + "#" + element.id + "." + element.getAttribute("class") + " " +
		Math.round(element.getBoundingClientRect().right) + " " + element.textContent.trim().slice(0, 40))`)
}
