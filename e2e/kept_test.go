package e2e

import (
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// own is a line that only the learner writes.
const own = "# mine, and 100 % so"

// makeMore makes on the page what no link holds.
func makeMore(page *browser.Page) {
	page.Paste("textbox", "Keras code", own+"\n"+page.Value("textbox", "Keras code"))
	page.Fill("textbox", "Paste data", "1,2,x")
	page.Fill("textbox", "Your prediction", "7")
	page.WaitIdle()
}

// waitMore waits until all of that is there.
func waitMore(t *testing.T, page *browser.Page) {
	t.Helper()
	waitLive(page)
	page.WaitValue("textbox", "Paste data", "1,2,x")
	page.WaitValue("textbox", "Your prediction", "7")
	if got := page.Value("textbox", "Keras code"); !strings.HasPrefix(got, own+"\n") {
		t.Errorf("the code begins with %.60q, want the learner's own line", got)
	}
}

const taskLink = "#w=0&b=0&play=0&open=all&ask=What%20will%20it%20predict%3F"

// TestAReloadOffersWhatTheLinkCannotHold: in one click everything is back.
func TestAReloadOffersWhatTheLinkCannotHold(t *testing.T) {
	t.Parallel()
	page := open(t, taskLink)
	makeMore(page)
	for range 2 { // not choosing loses nothing
		page.Reload()
		waitLive(page)
		page.WaitFor("button", "Go on with what I had")
		page.WaitValue("textbox", "Paste data", "")
		page.WaitIdle()
	}
	page.Click("button", "Go on with what I had")
	page.WaitGone("button", "Go on with what I had")
	waitMore(t, page)
	page.Click("button", "Undo")
	page.WaitIdle()
	page.Reload()
	waitLive(page)
	page.Click("button", "Begin with the link")
	page.WaitGone("button", "Begin with the link")
	page.WaitIdle()
	page.Reload()
	waitLive(page)
	page.WaitIdle()
	if page.Has("button", "Begin with the link") {
		t.Error("what was left is offered again")
	}
}

// TestABrowserThatKeepsNothingSaysSo: and it asks before the page is left.
func TestABrowserThatKeepsNothingSaysSo(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ script, told string }{
		"full":      {`Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }`, "is full"},
		"forbidden": {`Object.defineProperty(window, "sessionStorage", {get: () => { throw new DOMException("no", "SecurityError"); }, configurable: true})`, "keeps nothing"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&play=0&open=all", browser.Script(test.script))
			asks := func() bool {
				return browser.Evaluate[bool](page, `!dispatchEvent(new Event("beforeunload", {cancelable: true}))`)
			}
			page.Fill("spinbutton", "Epochs", "12")
			page.WaitIdle()
			if asks() {
				t.Error("the page asks before it is left, and its link says all there is")
			}
			page.Fill("textbox", "Paste data", "1,2,x")
			waitAlert(page, test.told)
			if !asks() {
				t.Error("the page can be left without a question, and something would be lost")
			}
			page.Fill("textbox", "Paste data", "")
			page.WaitIdle()
			if asks() {
				t.Error("the page asks before it is left, and nothing would be lost any more")
			}
		})
	}
}
