package e2e

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"firstneuron/docs/teaching"
	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
)

// solve does on the page what the notes of an activity say.
func solve(t *testing.T, page *browser.Page, a *experiment.Activity, moves []gallery.Move) {
	t.Helper()
	step := 0
	box := func() string {
		return browser.Evaluate[string](page, `document.querySelector("label[for=answer]").textContent`)
	}
	answer := func(text string) {
		page.Fill("textbox", box(), text)
		page.Press("Enter")
		page.WaitIdle()
	}
	choose := func(what string) {
		n, _ := strconv.Atoi(what)
		page.Click("button", a.Steps[step].Ask.Choices[n-1].In("en"))
		page.WaitIdle()
	}
	trained := func() {
		page.WaitTrue(`document.querySelector("#train").textContent === "Train"`)
		page.WaitIdle()
	}
	for _, m := range moves {
		switch m.Verb {
		case "answer":
			answer(m.What)
		case "choose":
			choose(m.What)
		case "wrong":
			if a.Steps[step].Ask.Kind == experiment.ChoiceAsk {
				choose(m.What)
			} else {
				answer(m.What)
			}
			page.WaitTrue(`document.querySelector("#step-next")?.disabled !== false && (document.querySelector(".step-reply").textContent + (document.querySelector("#answer-error")?.textContent ?? "")).length > 10`)
		case "guess":
			var w, b float64
			_, _ = fmt.Sscan(m.What, &w, &b)
			for _, handle := range []string{"First guess: bias", "First guess: weight"} {
				for range 3 { // the axes move when it is let go
					hold := page.Grab("slider", handle)
					hold.Move(pull(page, w, b, handle == "First guess: weight"))
					hold.Drop()
					page.WaitFrames(3)
				}
			}
		case "epoch":
			n, _ := strconv.Atoi(m.What)
			for range n {
				page.Click("button", "1 epoch")
				page.WaitIdle()
			}
		case "train":
			page.Click("button", "Train")
			trained()
		case "more":
			page.Click("button", "Train "+m.What+" epochs more")
			trained()
		case "button":
			page.Click("button", a.Steps[step].Button.In("en"))
			trained()
		case "set":
			key, value, _ := strings.Cut(m.What, " ")
			if !page.Has("tabpanel", "Settings") {
				page.Click("tab", "Settings")
			}
			page.Fill("spinbutton", map[string]string{"epochs": "Epochs", "lr": "Learning rate"}[key], value)
			page.Press("Tab")
		case "next":
			page.WaitTrue(`document.querySelector("#step-next:not(:disabled)") !== null`)
			page.Click("button", "Next")
			step++
			page.WaitFor("img", fmt.Sprintf("Step %d of %d", step+1, len(a.Steps)))
		case "see": // compared with what is computed by pkg/gallery's test
		default:
			t.Fatalf("the notes say %q", m.Verb)
		}
	}
}

// TestEveryActivityIsSolved: as its notes say, in a frame of a course, from a link with
// its name; a wrong answer is refused kindly, and the score is whole at the end.
func TestEveryActivityIsSolved(t *testing.T) {
	t.Parallel()
	for _, name := range gallery.Names() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := openStage(t, "#activity="+name+"&embed=1&lang=en&play=0", browser.Viewport(900, 700), browser.Patient(2*time.Minute))
			page.WaitTrue(`document.querySelector(".step") !== null`)
			solve(t, page, gallery.Activity(name), gallery.Solution(teaching.Notes(name, experiment.English)))
			page.WaitTrue(`document.querySelector(".step .score")?.textContent.includes("100 of 100")`)
			if notes := browser.Evaluate[string](page, `[...document.querySelectorAll(".notices p")].map((e) => e.textContent).join()`); notes != "" {
				t.Errorf("the page says %q", notes)
			}
			page.Screenshot("activity-" + name)
		})
	}
}

// TestTheGalleryIsOnTheSite: from the menu to a page, from there to the activity; axe
// finds nothing, and nothing is wider than 320 px.
func TestTheGalleryIsOnTheSite(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	page := openStage(t, "#play=1", browser.Viewport(1280, 800), browser.Patient(time.Minute))
	browser.Evaluate[bool](page, `(document.querySelector(".menu-more").open = true)`)
	page.WaitFor("link", "Activities")
	page.Goto(browser.Evaluate[string](page, `document.querySelector(".preferences a").href`)) // it opens a tab
	page.WaitFor("heading", "Activities")
	look := func(name string) {
		page.Screenshot(name)
		for _, v := range page.Axe(source) {
			t.Errorf("%s: %s", name, v)
		}
		page.Resize(320, 800)
		if got := page.Overflow(); got > 0 {
			t.Errorf("%s is %d px wider than 320", name, got)
		}
		hearOfSenses(t, page, source, name)
		page.Resize(1280, 800)
	}
	look("gallery")
	page.Click("link", "Too fast: find the limit")
	page.WaitFor("heading", "Aims")
	browser.Evaluate[bool](page, `(document.querySelector("details").open = true)`)
	page.WaitTrue(`document.querySelector("#line-iframe").value.includes("#activity=too-fast&amp;embed=1")`)
	look("gallery-page")
	page.Click("link", "Use it")
	waitLive(page)
	page.WaitFor("heading", "Make it diverge")
}

// TestAnUnknownActivityIsSaid, and the page opens all the same.
func TestAnUnknownActivityIsSaid(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#activity=nothing-such&w=1&b=2")
	page.AllowConsole("404")
	page.WaitTrue(`document.querySelector(".notices").textContent.includes("nothing-such")`)
}
