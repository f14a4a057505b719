package e2e

import (
	"fmt"
	"testing"

	"firstneuron/e2e/browser"
)

const maunaLoa = "# Mauna Loa\nyear,mean,unc\n1959,315.98,0.12\n1960,316.91,0.12\n1961,317.64,0.12\n"

// TestAPastedTableIsChosenFrom: three columns wait for x and y; Undo brings the points
// back that were there.
func TestAPastedTableIsChosenFrom(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Paste("textbox", "Paste data", maunaLoa)
	page.Click("button", "Use this data")
	page.WaitFor("group", "The table that was read")
	waitRows(page, 6)
	page.Select("x is", "mean")
	page.Select("y is", "unc")
	page.WaitValue("combobox", "x is", "mean")
	page.Select("x is", "year")
	page.Select("y is", "mean")
	page.Click("button", "Use these 3 points")
	waitRows(page, 3)
	page.WaitValue("textbox", "x of point 3", "1961")
	page.WaitValue("textbox", "y of point 3", "317.64")
	page.WaitText("status", "Reading data", "3 points were read: x is year, y is mean.")
	page.Click("button", "Undo")
	waitRows(page, 6)
	page.WaitValue("textbox", "y of point 1", "-3")
}

// TestTheNotationIsAnsweredByKeys: one question for the column, with the numbers that
// each answer gives.
func TestTheNotationIsAnsweredByKeys(t *testing.T) {
	t.Parallel()
	for _, at := range []struct {
		press []string
		y     string
	}{{[]string{"Enter"}, "1.2"}, {[]string{"Tab", "Enter"}, "1200"}} {
		page := open(t, "")
		page.Paste("textbox", "Paste data", "Jahr;Fälle\n1;950\n2;1.200\n3;1.450")
		page.Focus("button", "Use this data")
		page.Press("Enter")
		page.WaitFor("button", "950, 1.2, 1.45")
		page.WaitFor("button", "950, 1200, 1450")
		page.WaitIdle()
		page.Press(at.press...)
		waitRows(page, 3)
		page.WaitValue("textbox", "y of point 2", at.y)
		if role, name := page.Focused(); role == "RootWebArea" || name == "" {
			t.Errorf("after the answer the focus is on %s %q, want it on a control", role, name)
		}
	}
}

// drop lets go of a file over the panel of the data.
func drop(page *browser.Page, name, text string) {
	browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
		const data = new DataTransfer();
		data.items.add(new File([%q], %q));
		const panel = document.getElementById("data-title").closest("section");
		const over = new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true});
		panel.dispatchEvent(over);
		panel.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		return over.defaultPrevented;
	})()`, text, name))
}

// TestAFileIsDropped: it is read as a paste is, from 320 px on, and its table moves
// nothing sideways.
func TestAFileIsDropped(t *testing.T) {
	t.Parallel()
	page := open(t, "#open=data&lang=en", browser.Viewport(320, 640))
	page.WaitFor("button", "Use this data")
	drop(page, "salary.csv", ",YearsExperience,Salary\n0,1.2,39344.0\n1,1.4,46206.0\n2,1.6,37732.0\n")
	waitRows(page, 3)
	page.WaitValue("textbox", "y of point 2", "46206")
	drop(page, "mauna.csv", maunaLoa)
	page.WaitFor("group", "The table that was read")
	if over := page.Overflow(); over > 0 {
		t.Errorf("the page is %d px wider than its window", over)
	}
	page.Click("button", "Leave it")
	waitRows(page, 3)
	drop(page, "lesson.py", "import keras\nimport numpy as np\nxs = np.array([1.0, 2.0])\nys = np.array([2.0, 4.0])\n"+
		"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\nmodel.fit(xs, ys, epochs=7)\n")
	page.WaitFor("textbox", "Keras code")
}
