package e2e

import (
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// tabTo presses Tab until the focus is on the control.
func tabTo(t *testing.T, page *browser.Page, role, name string) {
	t.Helper()
	var passed []string
	for range 120 {
		page.Press("Tab")
		atRole, atName := page.Focused()
		if atRole == role && atName == name {
			return
		}
		passed = append(passed, atRole+" "+atName)
	}
	t.Fatalf("120 × Tab never comes to %s %q; it passes %s", role, name, strings.Join(passed, ", "))
}

func TestLessonByKeyboardOnly(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	tabTo(t, page, "textbox", "y of point 1")
	page.Press("Control+a")
	page.Type("-3,0")
	tabTo(t, page, "button", "Delete point 6")
	page.Press("Enter")
	waitRows(page, 5)
	page.Press("Control+z")
	waitRows(page, 6)
	tabTo(t, page, "button", "Add point")
	page.Press("Space")
	waitRows(page, 7)
	page.Press("Control+z")
	waitRows(page, 6)
	tabTo(t, page, "button", "Train")
	page.Press("Enter")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.WaitText("output", "Prediction", "18.9815")
	if role, name := page.Focused(); role != "button" || name != "Train" {
		t.Errorf("after the training the focus is on %s %q, want it still on the button Train", role, name)
	}
	tabTo(t, page, "spinbutton", "Epochs")
	page.Press("Control+a")
	page.Type("5000")
	tabTo(t, page, "button", "Train")
	page.Press("Space")
	page.WaitText("output", "Prediction", "19.0000")
}

func TestLessonByTouch(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0", browser.Viewport(320, 640), browser.Touch())
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
	page.Click("button", "Delete point 1")
	waitRows(page, 5)
	page.Click("button", "Undo")
	waitRows(page, 6)
}
