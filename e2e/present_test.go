package e2e

import (
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

// TestAnActivityIsPresented: in a room, by the keys of a clicker, with the guesses that the
// class calls out on the chart.
func TestAnActivityIsPresented(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#activity=first-neuron&present=1&play=0", browser.Viewport(1280, 720), browser.Patient(time.Minute))
	page.WaitFor("img", "Step 1 of 7")
	page.Fill("textbox", "The class’s guesses", "19, 20, 21, 19")
	page.WaitTrue(`document.querySelectorAll(".mark-class").length === 3 && [...document.querySelectorAll(".fit .mark-text")].some((e) => e.textContent === "19 × 2")`)
	page.Press("ArrowRight") // which is the box's
	page.WaitFor("img", "Step 1 of 7")
	page.Screenshot("present-1280")
	browser.Evaluate[bool](page, `(document.activeElement.blur(), true)`)
	page.Press("ArrowRight", "PageDown")
	page.WaitFor("img", "Step 3 of 7")
	page.Press("ArrowLeft")
	page.WaitFor("img", "Step 2 of 7")
	if page.Has("button", "Share") || page.Has("button", "Make an activity") {
		t.Error("the room sees what hands an experiment on")
	}
	for _, v := range page.Axe(axeSource(t)) {
		t.Errorf("%s", v)
	}
	if got := page.Overflow(); got > 0 {
		t.Errorf("the page is %d px wider than the window", got)
	}
}
