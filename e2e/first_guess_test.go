package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestFirstGuessIsDragged moves the line itself and its two handles.
func TestFirstGuessIsDragged(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Drag("slider", "First guess: bias", 0, -60)
	page.Wait("dragging the intercept", func() error {
		if b := number(t, page.Value("spinbutton", "Initial bias")); b < 1 {
			return fmt.Errorf("the initial bias is %v, want it higher", b)
		}
		return nil
	})
	bias := page.Value("spinbutton", "Initial bias")
	page.Drag("slider", "First guess: weight", 0, -60)
	page.Wait("dragging the slope", func() error {
		if w := number(t, page.Value("spinbutton", "Initial weight")); w < 0.1 {
			return fmt.Errorf("the initial weight is %v, want it higher", w)
		}
		return nil
	})
	page.WaitValue("spinbutton", "Initial bias", bias) // it turns around x = 0
	weight := page.Value("spinbutton", "Initial weight")

	// The line itself, between the handles: where it is is known by them.
	page.Goto(strings.Split(page.URL(), "#")[0] + "#w=0&b=1&predict=10")
	page.WaitValue("spinbutton", "Initial bias", "1")
	chart, handles := page.Boxes(browser.FitChart)[0], page.Boxes(browser.GuessHandles)
	hold := page.GrabAt("img", "Fit", ((handles[0].X+handles[1].X)/2-chart.X)/chart.Width,
		(handles[0].Y+handles[0].Height/2-chart.Y)/chart.Height)
	for i := range 10 {
		hold.Move(0, -6*float64(i))
	}
	hold.Drop()
	page.Wait("dragging the line", func() error {
		if b := number(t, page.Value("spinbutton", "Initial bias")); b < 1.5 {
			return fmt.Errorf("the initial bias is %v, want it higher", b)
		}
		return nil
	})
	page.WaitValue("spinbutton", "Initial weight", "0")
	if weight == "0" {
		t.Error("the slope is still 0")
	}
	waitRows(page, 6)
}

// TestFirstGuessByClicksAlone selects a handle, then clicks where it is to go,
// or its steppers.
func TestFirstGuessByClicksAlone(t *testing.T) {
	t.Parallel()
	for name, options := range pointers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0", options...)
			at := func(name string) float64 { return number(t, page.Value("spinbutton", name)) }
			grows := func(name string, from, to float64, act func()) {
				t.Helper()
				before := at(name)
				act()
				page.Wait("moving the handle", func() error {
					if d := at(name) - before; d < from || d > to {
						return fmt.Errorf("%s grew by %v, want %v to %v", name, d, from, to)
					}
					return nil
				})
			}
			page.Click("slider", "First guess: weight")
			page.WaitFor("group", "First guess: weight")
			page.WaitFocus("slider", "First guess: weight")
			grows("Initial weight", 0.5, 12, func() { page.ClickAt("img", "Fit", 0.6, 0.2) })
			page.WaitGone("group", "First guess: weight")
			page.WaitValue("spinbutton", "Initial bias", "0")

			page.Click("slider", "First guess: bias")
			page.WaitFor("group", "First guess: bias")
			grows("Initial bias", 0.05, 1, func() { page.Click("button", "Move up") })
			grows("Initial bias", -1, -0.05, func() { page.Click("button", "Move down") })
			page.Click("button", "Deselect")
			page.WaitGone("group", "First guess: bias")
			waitRows(page, 6)
			page.Click("button", "Undo")
			page.Click("button", "Undo")
			page.WaitValue("spinbutton", "Initial weight", "0")
		})
	}
}
