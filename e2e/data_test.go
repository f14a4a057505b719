package e2e

import (
	"fmt"
	"strings"
	"testing"
)

func TestPointsAreAddedAndDeleted(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.WaitFor("table", "Data points")
	waitRows(page, 6)
	page.WaitValue("textbox", "x of point 1", "-1")
	page.WaitValue("textbox", "y of point 6", "7")

	page.Click("button", "Add point")
	waitRows(page, 7)
	page.Fill("textbox", "x of point 7", "5")
	page.Fill("textbox", "y of point 7", "9,5") // a decimal comma
	page.Click("button", "Delete point 2")
	waitRows(page, 6)
	page.WaitValue("textbox", "x of point 2", "1")
	page.WaitValue("textbox", "x of point 6", "5")
	if role, name := page.Focused(); role == "RootWebArea" || name == "" {
		t.Errorf("after Delete the focus is on %s %q, want it on a control", role, name)
	}
}

func TestEditsAreUndoneAndRedone(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name       string
		undo, redo func(press func(...string), click func(role, name string))
	}{
		{
			"buttons",
			func(_ func(...string), click func(role, name string)) { click("button", "Undo") },
			func(_ func(...string), click func(role, name string)) { click("button", "Redo") },
		},
		{
			"keys",
			func(press func(...string), _ func(role, name string)) { press("Control+z") },
			func(press func(...string), _ func(role, name string)) { press("Control+Shift+z") },
		},
	} {
		t.Run(way.name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "")
			undo := func() { way.undo(page.Press, page.Click) }
			redo := func() { way.redo(page.Press, page.Click) }

			page.Fill("textbox", "y of point 1", "4")
			page.Press("Tab")
			page.WaitValue("textbox", "y of point 1", "4")
			page.Click("button", "Delete point 6")
			waitRows(page, 5)
			page.Select("Example", celsius)
			waitRows(page, 7)

			undo()
			waitRows(page, 5)
			undo()
			waitRows(page, 6)
			page.WaitValue("textbox", "y of point 1", "4")
			undo()
			page.WaitValue("textbox", "y of point 1", "-3")
			redo()
			page.WaitValue("textbox", "y of point 1", "4")
			redo()
			waitRows(page, 5)
			redo()
			waitRows(page, 7)
		})
	}
}

func TestExamplesBringTheirDataAndSetup(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	for _, example := range []struct {
		name   string
		points int
		y1     string
	}{
		{celsius, 7, "-40"},
		{houses, 6, "1"},
		{lesson, 6, "-3"},
	} {
		page.Select("Example", example.name)
		waitRows(page, example.points)
		page.WaitValue("textbox", "y of point 1", example.y1)
		page.WaitValue("combobox", "Example", example.name)
		epochs := page.Value("spinbutton", "Epochs")
		train(page, int(number(t, epochs)))
		if alerts := page.Texts("alert"); len(alerts) > 0 {
			t.Errorf("example %s trains with the warnings %q, want none", example.name, alerts)
		}
	}
}

func TestPastedSpreadsheetWithDecimalCommasTrains(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	var sheet strings.Builder
	sheet.WriteString("x\ty\r\n")
	for i := range 200 {
		x := float64(i) / 100
		fmt.Fprintf(&sheet, "%s\t%s\r\n", comma(x), comma(2*x-1))
	}
	page.Paste("textbox", "Paste data", sheet.String())
	page.Click("button", "Use this data")
	waitRows(page, 200)
	page.WaitValue("textbox", "x of point 200", "1.99")
	page.WaitValue("textbox", "y of point 200", "2.98")
	page.WaitValue("spinbutton", "x to predict", "1") // 10 is not among these points
	page.Fill("spinbutton", "x to predict", "10")
	train(page, 500)
	if got := number(t, page.Text("output", "Prediction")); got < 18.9 || got > 19.1 {
		t.Errorf("Prediction = %v, want about 19", got)
	}
}

func comma(v float64) string {
	return strings.ReplaceAll(fmt.Sprintf("%.2f", v), ".", ",")
}

func TestPastedPythonIsRead(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Paste("textbox", "Paste data",
		"xs = np.array([0.0, 1.0, 2.0], dtype=float)\nys = np.array([1.0, 3.0, 5.0], dtype=float)")
	page.Click("button", "Use this data")
	waitRows(page, 3)
	page.WaitValue("textbox", "y of point 3", "5")
}
