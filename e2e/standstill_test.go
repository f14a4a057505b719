//go:build rough

package e2e

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// longest logs the longest gap between two frames while something is done by keys:
// how long the page stood still, for who uses no assistive technology. It is a figure
// and no assertion, since it is the machine's as well.
func longest(t *testing.T, page *browser.Page, what string, do func()) {
	t.Helper()
	var gaps []float64
	page.Unwatched(func() {
		gauge(page, "input", "body")
		do()
		page.WaitIdle()
		gaps = gaugeStop(page).Gaps
	})
	if len(gaps) > 0 {
		t.Logf("%s: the longest gap between frames is %.0f ms", what, slices.Max(gaps))
	}
}

// pasteInto pastes a text in place of what is in a field.
func pasteInto(t *testing.T, page *browser.Page, field, what, text string) {
	t.Helper()
	page.Focus("textbox", field)
	page.Press("Control+a")
	longest(t, page, what+" pasted", func() { page.PasteHere(text) })
}

// TestLongPastesLeaveThePageAnswering: what is too long is told before the browser
// lays it out, and the points stay.
func TestLongPastesLeaveThePageAnswering(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	for _, paste := range []struct{ name, text, told string }{
		{"512 KiB of line ends", strings.Repeat("\n", 512<<10), "10000"},
		{"512 KiB and one of curly quotes", strings.Repeat("“", 512<<10+1), "524288"},
		{"64 KiB of curly quotes", strings.Repeat("“", 64<<10), ""},
		{"256 KiB of rows in one line", strings.Repeat("1,2;", 64<<10), ""},
	} {
		pasteInto(t, page, "Paste data", paste.name, paste.text)
		page.Focus("button", "Use this data")
		longest(t, page, paste.name+" used", func() { page.Press("Enter") })
		page.WaitState("textbox", "Paste data", "invalid", "true")
		if paste.told != "" {
			page.Paste("textbox", "Paste data", paste.text)
			page.WaitDescription("textbox", "Paste data", paste.told)
		}
		waitRows(page, 6)
	}
	train(page, 500)
}

// TestLongProgramsLeaveThePageAnswering: a program of many lines has no listing,
// and one that is too long is told and not pasted.
func TestLongProgramsLeaveThePageAnswering(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	before := page.Value("textbox", "Keras code")
	for _, program := range []struct{ name, text, told string }{
		{"250 KiB of line ends", strings.Repeat("\n", 250<<10), "10000"},
		{"256 KiB and one", strings.Repeat("#", 256<<10+1), "262144"},
		{"16 KiB of targets", "for: " + strings.Repeat("a=", 8<<10), ""},
		{"3,000 lines", strings.Repeat("x=1\n", 3000), ""},
		{"256 KiB of sums", strings.Repeat("a=a+a;", 256<<10/6), ""},
	} {
		pasteInto(t, page, "Keras code", program.name, program.text)
		if program.told != "" {
			page.WaitDescription("textbox", "Keras code", program.told)
			page.WaitValue("textbox", "Keras code", before)
		} else {
			page.WaitState("textbox", "Keras code", "invalid", "true")
			longest(t, page, "one letter more", func() { page.Press("End", " ") })
		}
		waitRows(page, 6)
	}
	page.Paste("textbox", "Keras code", before)
	page.WaitState("textbox", "Keras code", "invalid", "false")
	train(page, 500)
}

// TestAnEpochOfTheConsoleIsShownWhileItTrains: of a training of a million epochs. Its
// line is pressed by a script, since the lines move on while a finger looks for one.
func TestAnEpochOfTheConsoleIsShownWhileItTrains(t *testing.T) {
	t.Parallel()
	page := open(t, long)
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "of 1000000")
	page.WaitTrue(`document.querySelectorAll("#console button").length > 4`)
	var found struct {
		Pressed, Shown string
		Gap            float64
	}
	page.Unwatched(func() {
		found = browser.Evaluate[struct {
			Pressed, Shown string
			Gap            float64
		}](page, `(async () => {
			const line = [...document.querySelectorAll("#console button")].at(-2), pressed = line.innerText.split("/")[0];
			line.click();
			let gap = 0;
			for (let i = 0, last = performance.now(); i < 10; i++) {
				await new Promise(requestAnimationFrame);
				gap = Math.max(gap, performance.now() - last);
				last = performance.now();
			}
			return {Pressed: pressed, Shown: document.querySelector("#console [aria-current=true]")?.innerText.split("/")[0] ?? "", Gap: gap};
		})()`)
	})
	t.Logf("%s of 1,000,000 is shown: the longest gap between frames is %.0f ms", found.Pressed, found.Gap)
	if found.Shown == "" { // the record is thinned meanwhile, so that it may be one beside it
		t.Errorf("no epoch is shown, want one near %q", found.Pressed)
	}
	page.Click("button", "Pause")
	page.WaitFor("button", "Train")
}

// TestALargeFileLeavesThePageAnswering: 200,000 rows are read while the page is used,
// and it says how many of them it takes.
func TestALargeFileLeavesThePageAnswering(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&open=data")
	page.WaitFor("button", "Use this data")
	longest(t, page, "a file of 200,000 rows", func() {
		browser.Evaluate[bool](page, `(() => {
			let text = "x,y\n";
			for (let i = 0; i < 200000; i++) text += i + ".5," + 2 * i + "\n";
			const data = new DataTransfer();
			data.items.add(new File([text], "large.csv"));
			const panel = document.getElementById("data-title").closest("section");
			return panel.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		})()`)
		page.Fill("textbox", "y of point 1", "-4") // while it is read
		page.WaitValue("textbox", "y of point 1", "-4")
		page.WaitFor("button", "Use these 5000 points")
	})
	page.WaitTextHas("status", "Reading data", "5000 points would be read", "Of 200000 rows 5000 are used, evenly spaced.")
	page.Click("button", "Use these 5000 points")
	page.WaitValue("textbox", "x of point 2", "40.5")
}
