package e2e

import (
	"fmt"
	"testing"

	"firstneuron/e2e/browser"
)

// everything opens every view that looks closer, in a race of two runs.
func everything(tb testing.TB, options ...browser.Option) *browser.Page {
	tb.Helper()
	page := open(tb, "#w=0&b=0", options...)
	lookCloser(page)
	return page
}

// lookCloser does so on a page of the lesson.
func lookCloser(page *browser.Page) {
	train(page, 500)
	page.Click("button", "Keep this run")
	page.Fill("spinbutton", "Learning rate", "0.05")
	page.Click("button", "Train")
	page.WaitText("output", "Prediction", "19.0000")
	page.Click("button", "Keep this run")
	page.Fill("spinbutton", "Learning rate", "0.16")
	page.Click("button", "Train")
	page.WaitText("output", "Prediction", "19.0000")
	page.Click("button", "Inside one step")
	page.WaitFor("region", "Inside one step")
	page.Click("button", "Why not exactly 19?")
	page.WaitFor("region", "Why")
	page.Click("button", "Try 200 starts")
	page.WaitDescription("img", "Predictions of many starts", "200 starts")
	page.Click("DisclosureTriangle", "More options")
	page.Click("button", "Point 3, x 1, y 1")
	page.WaitFor("group", "Selected point")
}

// fitsEverybody leaves pictures of a page at three widths, light and dark, and lets axe
// look at it: nothing is wider than its window.
func fitsEverybody(t *testing.T, page *browser.Page, source, name string) {
	t.Helper()
	for _, width := range []int{1280, 600, 320} {
		page.Resize(width, 900)
		page.WaitTrue(fmt.Sprintf("window.innerWidth === %d", width))
		page.WaitChartsFit()
		if got := browser.Evaluate[int](page, `document.documentElement.scrollWidth`); got > width {
			t.Errorf("%s: at %d px the page is %d px wide", name, width, got)
		}
		for _, scheme := range []string{"light", "dark"} {
			page.SetScheme(scheme)
			page.Screenshot(fmt.Sprintf("%s-%d-%s", name, width, scheme))
			// What is shown differs between wide and narrow, and of the rules only
			// those of colours tell a scheme from another.
			if width == 600 || scheme == "dark" && width != 320 {
				continue
			}
			rules := map[string][]string{"dark": {"color-contrast"}}[scheme]
			for _, violation := range page.Axe(source, rules...) {
				t.Errorf("%s at %d px, %s: %s", name, width, scheme, violation)
			}
		}
	}
	page.Resize(1280, 900)
	page.SetScheme("light")
}

// TestEveryViewOpen opens everything of the page, and a training that has diverged.
func TestEveryViewOpen(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	t.Run("racing", func(t *testing.T) {
		t.Parallel()
		page := everything(t)
		fitsEverybody(t, page, source, "racing")
		page.Select("Language", "한국어")
		page.WaitTrue(`document.documentElement.lang === "ko"`)
		fitsEverybody(t, page, source, "racing-ko")
	})
	t.Run("diverged", func(t *testing.T) {
		t.Parallel()
		page := open(t, "#w=0&b=0&lr=0.2&auto=1")
		page.WaitFor("region", "Why it diverged")
		fitsEverybody(t, page, source, "diverged")
	})
	t.Run("two inputs", func(t *testing.T) {
		t.Parallel()
		page := open(t, "#set=rings:1:10:40&layers=4:relu,3:relu,3:softmax&loss=sparse_categorical_crossentropy&epochs=30&classes=3")
		train(page, 30)
		page.Click("button", "Try 200 starts")
		page.WaitDescription("img", "Plane", "200 trainings")
		page.Click("button", "What a layer sees")
		page.WaitDescription("img", "What a layer sees", "What layer 2 makes of the plane")
		page.Click("button", "Inside one step")
		page.WaitFor("region", "Inside one step")
		page.Click("DisclosureTriangle", "More options")
		fitsEverybody(t, page, source, "two-inputs")
		hearOfSenses(t, page, source, "two-inputs")
		page.Select("Language", "한국어")
		page.WaitTrue(`document.documentElement.lang === "ko"`)
		page.Resize(320, 900)
		page.WaitChartsFit()
		page.Screenshot("two-inputs-320-ko")
		if over := page.Overflow(); over > 0 {
			t.Errorf("in Korean the page is %d px wider than its window", over)
		}
	})
}
