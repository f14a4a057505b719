package e2e

import (
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestProgramThatASandboxKeepsOutSaysWhy: a file host that allows no other
// origin, as course systems are, and a frame whose origin is none.
func TestProgramThatASandboxKeepsOutSaysWhy(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, plainHost())
	course := chromium.Open(t, browser.Serve(t, browser.Course(address+"/#start=now&open=all", "First Neuron", `sandbox="allow-scripts"`)))
	course.AllowConsole("CORS")
	course.AllowConsole("Failed")
	page := course.Frame("First Neuron")
	waitAlert(page, "sandbox", "allow-same-origin")
}

// TestSaveInASandboxOffersToCopy: without allow-downloads no file comes, and no browser
// tells the page so.
func TestSaveInASandboxOffersToCopy(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t))
	course := chromium.Open(t, browser.Serve(t, browser.Course(address+"/#start=now&play=0&open=code", "First Neuron", `sandbox="allow-scripts"`)))
	course.AllowConsole("Download is disallowed")
	page := course.Frame("First Neuron")
	waitLive(page)
	page.Click("button", "Download .py")
	page.WaitFor("textbox", "Text of first-neuron.py")
	if got := page.Value("textbox", "Text of first-neuron.py"); !strings.Contains(got, "model.fit(") {
		t.Errorf("the text that is offered is %.100q, want the program", got)
	}
	page.Copying(func() {
		page.Click("button", "Copy first-neuron.py")
		waitBody(page, "Copied\\.")
	})
	page.Click("button", "It has come")
	page.WaitGone("textbox", "Text of first-neuron.py")
	page.Click("button", "Share")
	page.Click("button", "Save as a file")
	page.WaitFor("textbox", "Text of first-neuron.txt")
	if got := page.Value("textbox", "Text of first-neuron.txt"); !strings.HasPrefix(got, "First Neuron experiment 1\n") {
		t.Errorf("the text that is offered is %.100q, want the experiment's file", got)
	}
}
