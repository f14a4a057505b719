package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// focusOn moves the focus as Tab would, without all the keys.
func focusOn(page *browser.Page, role, name string) {
	page.WaitFor(role, name)
	browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
		const named = (e) => (e.getAttribute("aria-label") ?? e.innerText).trim() === %q;
		[...document.querySelectorAll(%q)].find(named).focus();
		return true;
	})()`, name, map[string]string{"button": "button, [role=button]", "slider": "[role=slider]"}[role]))
	page.WaitFocus(role, name)
}

// handsOn uses a control by Enter, and waits until another has the focus.
func handsOn(page *browser.Page, role, name, nextRole, nextName string) {
	focusOn(page, role, name)
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
	focusOn(page, "button", "Point 2, x 0, y −1")
	page.Press("Enter")
	handsOn(page, "button", "Deselect", "button", "Point 2, x 0, y −1")
	focusOn(page, "slider", "First guess: bias")
	page.Press("Enter")
	handsOn(page, "button", "Deselect", "slider", "First guess: bias")

	// A point that comes back above the one with the focus, and one that goes.
	focusOn(page, "button", "Point 2, x 0, y −1")
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
		focusOn(page, "button", "Keep this run")
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
	browser.Evaluate[bool](page, `document.querySelector(".autopsy button").focus() ?? true`)
	page.Press("Enter")
	page.WaitGone("region", "Why it diverged")
	page.WaitFocus("button", "Train")

	// A file that is opened.
	focusOn(page, "button", "Share")
	page.Press("Enter")
	page.WaitFor("dialog", "Share")
	openFile(page, "epochs=9\n")
	page.WaitTrue(`[...document.querySelectorAll("#share .file .error")].some((e) => e.innerText) && document.getElementById("share-open").files.length === 0`)
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
	focusOn(page, "button", "Train")
	page.Press("Control+z")
	page.WaitValue("spinbutton", "Epochs", "500")
}

// openFile gives the dialog a file as a learner would choose it.
func openFile(page *browser.Page, text string) {
	browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
		const input = document.getElementById("share-open"), chosen = new DataTransfer();
		chosen.items.add(new File([%q], "experiment.txt", {type: "text/plain"}));
		input.focus();
		input.files = chosen.files;
		input.dispatchEvent(new Event("change", {bubbles: true}));
		return true;
	})()`, text))
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
	page.WaitTrue(`!document.querySelector(".setup details").open`)
	handsOn(page, "button", "Train", "spinbutton", "Early stopping patience")
}
