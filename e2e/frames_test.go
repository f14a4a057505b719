package e2e

import (
	"net/http"
	"testing"

	"firstneuron/e2e/browser"
)

// TestPageWorksWhereCoursesPutIt frames the page as course platforms do. That
// the console stays silent, without a violation of the content security
// policy, is checked for every page.
func TestPageWorksWhereCoursesPutIt(t *testing.T) {
	t.Parallel()
	for name, course := range map[string]func(address string) http.Handler{
		"another origin": func(address string) http.Handler { return browser.Course(address, "First Neuron", "") },
		"another site": func(address string) http.Handler {
			return browser.Course(browser.OtherSite(address), "First Neuron", "")
		},
		"sandboxed": func(address string) http.Handler {
			return browser.Course(address, "First Neuron", `sandbox="allow-scripts"`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := browser.Serve(t, light(t)) + "/#w=0&b=0&play=0&open=all"
			page := chromium.Open(t, browser.Serve(t, course(address))).Frame("First Neuron")
			waitLive(page)
			train(page, 500)
			page.WaitText("output", "Prediction", "18.9815")
			page.WaitIdle() // what a training brings with it moves the rows
			page.Fill("textbox", "y of point 1", "-2")
			page.WaitTextHas("status", "Training status")
		})
	}
}

func TestPageWorksUnderASubPath(t *testing.T) {
	t.Parallel()
	files := http.StripPrefix("/courses/one", plainHost())
	page := chromium.Open(t, browser.Serve(t, files)+"/courses/one/#w=0&b=0&play=0&open=all")
	waitLive(page)
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
}

// TestFrameCopiesWithoutTheClipboard: a frame that may not use the clipboard
// copies a selection, and tries nothing that the console would tell of.
func TestFrameCopiesWithoutTheClipboard(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t)) + "/#w=0&b=0&play=0&open=all&start=now"
	course := chromium.Open(t, browser.Serve(t, browser.Course(browser.OtherSite(address), "First Neuron", `sandbox="allow-scripts"`)))
	page := course.Frame("First Neuron")
	waitLive(page)
	course.Copying(func() {
		page.Click("button", "Copy code")
		waitBody(page, `Copied\.`)
	})
	if said := course.Console(); len(said) > 0 {
		t.Errorf("the console tells %q, want nothing", said)
	}
}
