package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

func TestReloadKeepsDataSetupAndWeights(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Fill("textbox", "y of point 1", "4.5")
	page.Fill("spinbutton", "Epochs", "600")
	page.Fill("spinbutton", "Learning rate", "0.02")
	page.Fill("spinbutton", "Initial weight", "3")
	page.Fill("spinbutton", "x to predict", "-2")
	page.Press("Tab")
	waitFragment(page, "epochs=600", "lr=0.02", "w=3", "predict=-2", "ys=4.5")
	page.Reload()
	waitLive(page)
	page.WaitValue("textbox", "y of point 1", "4.5")
	page.WaitValue("spinbutton", "Epochs", "600")
	page.WaitValue("spinbutton", "Learning rate", "0.02")
	page.WaitValue("spinbutton", "Initial weight", "3")
	page.WaitValue("spinbutton", "x to predict", "-2")
}

func TestNewStartSurvivesAReload(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Click("button", "Another guess")
	waitFragment(page, "seed=")
	weight := page.Value("spinbutton", "Initial weight")
	page.Reload()
	waitLive(page)
	page.WaitValue("spinbutton", "Initial weight", weight)
}

func TestLinksChangeThePageInPlace(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=250&predict=20")
	page.WaitValue("spinbutton", "Epochs", "250")
	page.WaitValue("spinbutton", "x to predict", "20")
	page.Goto(strings.Split(page.URL(), "#")[0] + "#epochs=300&xs=1,2,3&ys=2,4,6&play=0")
	page.WaitValue("spinbutton", "Epochs", "300")
	waitRows(page, 3)
}

// TestLinksAreNewerThanEditsBeforeThem: an edit is written into the address
// when it has settled, but not over where the learner has gone by then.
func TestLinksAreNewerThanEditsBeforeThem(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	// Once right after the edit, and once just as it would be written.
	for _, delay := range []int{20, 299} {
		browser.Evaluate[bool](page, fmt.Sprintf(`new Promise((done) => {
			const box = document.getElementById("setting-epochs");
			box.value = "77";
			box.dispatchEvent(new Event("input", {bubbles: true}));
			setTimeout(() => { location.hash = "#epochs=7&w=1&b=1"; done(true); }, %d);
		})`, delay))
		page.WaitIdle()
		page.WaitValue("spinbutton", "Epochs", "7")
		if got := browser.Evaluate[string](page, `location.hash`); got != "#epochs=7&w=1&b=1" {
			t.Errorf("%d ms after an edit the page is sent to epochs=7: its address is %s", delay, got)
		}
		page.Goto(strings.Split(page.URL(), "#")[0] + "#w=0&b=0&play=0")
		page.WaitValue("spinbutton", "Epochs", "500")
	}
}

func TestPageCanTrainOnLoad(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&auto=1")
	page.WaitText("output", "Prediction", "18.9815")
}

func waitFragment(page *browser.Page, parts ...string) {
	page.Wait("reading the address", func() error {
		url := page.URL()
		for _, part := range parts {
			if !strings.Contains(url, part) {
				return fmt.Errorf("it is %s, want %q in it", url, part)
			}
		}
		return nil
	})
}

// TestBackAndForwardGoThroughTheLinks: within the page, and to it from another
// one, whether the browser has kept it or loads it again.
func TestBackAndForwardGoThroughTheLinks(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=12")
	address, _, _ := strings.Cut(page.URL(), "#")
	for _, epochs := range []string{"13", "14"} {
		page.Goto(address + laidOut("#w=0&b=0&epochs="+epochs))
		page.WaitValue("spinbutton", "Epochs", epochs)
	}
	for _, step := range []struct{ by, want string }{{"-1", "13"}, {"-1", "12"}, {"2", "14"}, {"-1", "13"}} {
		browser.Evaluate[bool](page, `(window.history.go(`+step.by+`), true)`)
		page.WaitValue("spinbutton", "Epochs", step.want)
	}
	page.AllowConsole("favicon.ico") // a text names no icon
	page.Goto(address + "licences.txt")
	page.WaitTrue(`!document.getElementById("language")`)
	browser.Evaluate[bool](page, `(setTimeout(() => window.history.back()), true)`) // once this is answered: the page goes
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", "13")
	train(page, 13)
}
