package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// handsOn uses a control by Enter, and waits until another has the focus.
func handsOn(page *browser.Page, role, name, nextRole, nextName string) {
	page.Focus(role, name)
	page.Press("Enter")
	page.WaitFocus(nextRole, nextName)
}

// TestTheFocusStaysNearAControlThatGoes: what is used by a key and gone with it
// hands the focus on.
func TestTheFocusStaysNearAControlThatGoes(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=50")
	train(page, 50)

	// What is selected on the chart.
	page.Focus("button", "Point 2, x 0, y −1")
	page.Press("Enter")
	handsOn(page, "button", "Deselect", "button", "Point 2, x 0, y −1")
	page.Focus("slider", "First guess: bias")
	page.Press("Enter")
	handsOn(page, "button", "Deselect", "slider", "First guess: bias")

	// A point that comes back above the one with the focus, and one that goes.
	page.Focus("button", "Point 2, x 0, y −1")
	page.Press("Delete")
	page.WaitFocus("button", "Point 2, x 1, y 1")
	page.Press("Control+z")
	page.WaitFocus("button", "Point 3, x 1, y 1")
	handsOn(page, "button", "Delete point 2", "textbox", "x of point 2")
	page.Press("Control+z")
	page.WaitFocus("textbox", "x of point 3")
	handsOn(page, "button", "Add point", "textbox", "x of point 7")
	page.Press("Control+z")
	page.WaitFocus("button", "Add point")

	// The runs of a race.
	for range 2 {
		page.Focus("button", "Keep this run")
		page.Press("Enter")
	}
	for _, next := range []string{"Remove run 1", "Keep this run"} {
		name := map[string]string{"Remove run 1": "Remove run 2", "Keep this run": "Remove run 1"}[next]
		handsOn(page, "button", name, "button", next)
	}

	// The learner's own program.
	page.Click("textbox", "Keras code")
	page.Press("Control+a")
	page.Type("model =")
	handsOn(page, "button", "Write the page's own program", "textbox", "Keras code")

	// A training that diverged.
	page.Fill("spinbutton", "Epochs", "1000")
	page.Fill("spinbutton", "Learning rate", "0.2")
	page.WaitFor("region", "Why it diverged")
	page.FocusPart(browser.Remedies)
	page.Press("Enter")
	page.WaitGone("region", "Why it diverged")
	page.WaitFocus("button", "Train")

	// A file that is opened.
	page.Focus("button", "Share")
	page.Press("Enter")
	page.WaitFor("dialog", "Share")
	openFile(page, "epochs=9\n")
	page.WaitPart(browser.ShareProblems, func(texts []string) error {
		if strings.Join(texts, "") == "" {
			return fmt.Errorf("no problem is told")
		}
		return nil
	})
	page.WaitPartTexts(browser.ShareFile, "") // the choice is taken back
	openFile(page, "First Neuron experiment 1\nepochs=9\n")
	page.WaitGone("dialog", "Share")
	page.WaitValue("spinbutton", "Epochs", "9")
	page.WaitFocus("button", "Share")
}

// TestUndoInABoxOfWordsIsItsOwn: and leaves the experiment alone.
func TestUndoInABoxOfWordsIsItsOwn(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Fill("spinbutton", "Epochs", "50")
	train(page, 50)
	page.Click("button", "Keep this run")
	page.Fill("textbox", "Name of run 1", "first")
	page.Press("Control+z")
	page.WaitFocus("textbox", "Name of run 1")
	page.WaitValue("spinbutton", "Epochs", "50")
	page.WaitState("button", "Redo", "disabled", "true")
	page.Focus("button", "Train")
	page.Press("Control+z")
	page.WaitValue("spinbutton", "Epochs", "500")
}

// openFile gives the dialog a file as a learner would choose it.
func openFile(page *browser.Page, text string) {
	page.Choose(browser.ShareFile, "experiment.txt", text)
}

func TestTheFocusGoesFromTheAnswerToTheTraining(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&ask=What+will+it+say%3F")
	page.Fill("textbox", "Your prediction", "many")
	page.Press("Enter")
	page.WaitDescription("textbox", "Your prediction", "not a number")
	page.WaitFocus("textbox", "Your prediction")
	page.Fill("textbox", "Your prediction", "12")
	page.Press("Enter")
	page.WaitFocus("button", "Train")
}

func TestTheFocusGoesFromShowMoreToWhatItShows(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Paste("textbox", "Paste data", strings.Repeat("1;2\n", 300))
	page.Click("button", "Use this data")
	waitRows(page, 250)
	handsOn(page, "button", "Show more (50 left)", "textbox", "x of point 251")
}

// TestTheFocusGoesToWhatIsWrong: to the pasted text, and to a field that is
// folded away.
func TestTheFocusGoesToWhatIsWrong(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Fill("textbox", "Paste data", "1,2,x")
	handsOn(page, "button", "Use this data", "textbox", "Paste data")
	page.Fill("textbox", "Paste data", "")

	openOptions(page)
	page.Fill("spinbutton", "Early stopping patience", "many")
	openOptions(page) // folds them away
	page.WaitPartProperty(browser.Options, "open", false)
	handsOn(page, "button", "Train", "spinbutton", "Early stopping patience")
}
