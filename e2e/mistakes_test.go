package e2e

import (
	"strings"
	"testing"
)

func TestPasteNamesWhatItCannotRead(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	for _, c := range []struct {
		name, text string
		parts      []string
	}{
		{"text", "1,2,x", []string{"line 1", "column", "x"}},
		{"nan", "1;2\n3;nan", []string{"line 2", "nan"}},
		{"overflow", "1;2\n3;1e400", []string{"line 2", "1e400"}},
		{"nothing", "  ", nil},
	} {
		page.Paste("textbox", "Paste data", c.text)
		page.Click("button", "Use this data")
		page.WaitState("textbox", "Paste data", "invalid", "true")
		page.WaitDescription("textbox", "Paste data", c.parts...)
		page.WaitValue("textbox", "Paste data", c.text)
		if got := rows(page); got != 6 {
			t.Errorf("%s: the table has %d rows, want the 6 from before", c.name, got)
		}
	}
}

// TestOfTooManyPointsSomeAreTaken, and how many is said.
func TestOfTooManyPointsSomeAreTaken(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Paste("textbox", "Paste data", strings.Repeat("1;2\n", 5001))
	page.Click("button", "Use this data")
	page.WaitTextHas("status", "Reading data", "f 5001 rows 5000 are used")
	train(page, 500)
}

func TestFieldsSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	for _, c := range []struct {
		role, name, typed, restored string
		parts                       []string
	}{
		{"textbox", "y of point 2", "nan", "-1", []string{"nan"}},
		{"textbox", "y of point 2", "1e400", "-1", []string{"1e400"}},
		{"textbox", "x of point 3", "", "1", nil},
		{"spinbutton", "Epochs", "0", "500", []string{"1"}},
		{"spinbutton", "Epochs", "-1", "500", []string{"1"}},
		{"spinbutton", "Epochs", "1e9", "500", []string{"1000000"}},
		{"spinbutton", "Epochs", "many", "500", []string{"many"}},
		{"spinbutton", "Learning rate", "0", "0.01", nil},
		{"spinbutton", "Batch size", "1.5", "32", []string{"1.5"}},
	} {
		page.Fill(c.role, c.name, c.typed)
		if c.typed == "" {
			page.Press("Tab") // a box left blank may still be filled while one is in it
		}
		page.WaitState(c.role, c.name, "invalid", "true")
		page.WaitDescription(c.role, c.name, c.parts...)
		page.Press("Tab") // leaving the field keeps what was typed
		page.WaitValue(c.role, c.name, c.typed)
		if got := rows(page); got != 6 {
			t.Errorf("%s = %q leaves %d rows, want 6", c.name, c.typed, got)
		}
		page.Fill(c.role, c.name, c.restored)
		page.WaitState(c.role, c.name, "invalid", "false")
	}
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
}

func TestTooFewPointsAreExplained(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	for range 5 {
		left := rows(page)
		page.Click("button", "Delete point 1")
		waitRows(page, left-1)
	}
	waitAlert(page, "point")
	page.WaitValue("textbox", "x of point 1", "4")
	page.Click("button", "Delete point 1")
	waitRows(page, 0)
	waitAlert(page, "point")
	page.Click("button", "Undo")
	page.WaitValue("textbox", "x of point 1", "4")
}

func TestDivergenceStopsWithTheStep(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Fill("spinbutton", "Learning rate", "0.5")
	page.WaitText("note", "Learning rate limit", "Diverges above 0.176976, fastest near 0.16216.")
	waitBody(page, "Above the limit")
	page.Click("button", "Train")
	waitAlert(page, "step", "above this data's limit 0.177")
	page.WaitFor("button", "Train")
	for _, word := range []string{"NaN", "Inf", "∞"} {
		if text := body(page); strings.Contains(text, word) {
			t.Errorf("the page shows %s, want finite numbers only:\n%s", word, text)
		}
	}
	if html := innerHTML(page); strings.Contains(html, "NaN") || strings.Contains(html, "Infinity") {
		t.Error("a drawing has NaN or Infinity in it, want finite numbers only")
	}
	number(t, page.Text("output", "Weight"))
	waitBody(page, `y = [−0-9.e]+`)
	// What diverged can be mended at once.
	page.Fill("spinbutton", "Learning rate", "0.1")
	train(page, 500)
	page.WaitText("output", "Prediction", "19.0000")
	if alerts := page.Texts("alert"); len(alerts) > 0 {
		t.Errorf("the warnings are still %q, want none", alerts)
	}
}

func TestBadLinksAreNoticedAndHarmless(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=-7&lr=abc&unknown=1&w=0&b=0")
	waitAlert(page, "-7")
	page.WaitValue("spinbutton", "Epochs", "500")
	page.WaitValue("spinbutton", "Learning rate", "0.01")
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
}
