package e2e

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

// author is somebody who makes an activity, and counts what she does.
type author struct {
	*browser.Page
	actions int
}

func (a *author) click(role, name string) {
	a.Click(role, name)
	a.actions++
}

func (a *author) fill(name, text string) {
	a.Fill("textbox", name, text)
	a.actions++
}

// TestAnActivityIsMadeInEightActions: from the start page to the copied line of an
// activity with a question and two goals, without a word of grammar. The line shows its
// first step whole in a course page of 600 px, where a learner answers it.
func TestAnActivityIsMadeInEightActions(t *testing.T) {
	t.Parallel()
	a := &author{Page: openStage(t, "", browser.Viewport(1280, 800), browser.Patient(2*time.Minute))}
	a.click("button", "Make an activity")
	a.fill("What learners read", "Six points lie on a line. Train the neuron, and see what it answers.")
	a.fill("Question", "What will it answer for x = 10?")
	a.fill("Right answer", "19")
	a.click("button", "Add a goal: Loss")
	a.click("button", "Add a goal: Prediction")
	preview := a.Frame("As learners see it")
	waitLive(preview)
	preview.WaitFor("button", "Answer")
	preview.WaitTrue(`document.querySelectorAll(".goal").length === 2`)
	var line string
	a.Wait("a frame as tall as what the preview shows", func() error {
		line = a.Value("textbox", "Iframe")
		_, rest, _ := strings.Cut(line, `height="`)
		height, _, _ := strings.Cut(rest, `"`)
		if tall, err := strconv.Atoi(height); err != nil || float64(tall) < boxOf(preview, ".playground").Bottom {
			return fmt.Errorf("the line is %s, and the preview %v tall", line, boxOf(preview, ".playground").Bottom)
		}
		return nil
	})
	a.Copying(func() {
		a.click("button", "Copy Iframe")
		waitStatus(a.Page, "Iframe copied")
	})
	if a.actions > 8 {
		t.Errorf("it took %d actions, want 8 at most", a.actions)
	}
	a.Screenshot("maker-made")

	course := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><body>`+line)
	})
	page := chromium.Open(t, browser.Serve(t, course), browser.Viewport(600, 900), browser.Patient(time.Minute))
	frame := page.Frame("First Neuron")
	waitLive(frame)
	frame.WaitFor("textbox", "Your answer")
	for _, width := range []int{600, 640} { // with the margins of a blank page, and without them
		page.Resize(width, 900)
		frame.WaitIdle()
		page.Screenshot(fmt.Sprintf("maker-line-%d", width))
		for _, part := range []string{".step-text", "#answer", ".goal:last-child", ".step-nav", ".fit .chart", "#train", ".playground"} {
			if box := boxOf(frame, part); box.Top < 0 || box.Bottom > browser.Evaluate[float64](frame, `innerHeight`) || box.Right > browser.Evaluate[float64](frame, `innerWidth`) {
				t.Errorf("%d px: %s lies at %+v, not whole in the frame of %v", width, part, box, browser.Evaluate[float64](frame, `innerHeight`))
			}
		}
	}
	frame.Fill("textbox", "Your answer", "19")
	frame.Press("Enter")
	train(frame, 500)
	frame.WaitTrue(`document.querySelector(".score")?.textContent.includes("100 of 100")`)
}

// TestTheDraftOutlastsEverything: Escape, Close, another link and a reload, and what is
// not whole yet.
func TestTheDraftOutlastsEverything(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=0&b=0&epochs=70", browser.Viewport(1280, 800), browser.Patient(2*time.Minute))
	page.Click("button", "Make an activity")
	page.Fill("textbox", "Question", "Which one?")
	page.Select("Answered with", "one of some choices")
	page.Fill("textbox", "Choice 1", "this")
	page.Click("button", "Add a step")
	long := strings.Repeat("long ", 130)
	page.Paste("textbox", "What learners read", long)
	page.WaitTrue(`[...document.querySelectorAll(".maker .error")].some((e) => e.textContent.includes("650"))`)
	there := func() {
		t.Helper()
		page.WaitFor("dialog", "Make an activity")
		page.Click("button", "Step 1 · Which one?")
		page.WaitValue("textbox", "Choice 1", "this")
		page.Click("button", "Step 2 · long long long long long lon…")
		page.WaitValue("textbox", "What learners read", long)
	}
	page.Press("Escape")
	page.WaitGone("dialog", "Make an activity")
	page.WaitFocus("button", "Make an activity")
	page.Press("Enter")
	there()
	page.Click("button", "Close")
	page.WaitGone("dialog", "Make an activity")
	page.Goto(strings.Split(page.URL(), "#")[0] + "#example=celsius")
	page.Click("button", "Make an activity")
	there()
	page.Reload()
	waitLive(page)
	page.Click("button", "Make an activity")
	there()
	page.Click("button", "Begin anew with this page")
	page.WaitValue("textbox", "What learners read", "")
	page.Click("button", "Bring back the draft before")
	there()
	page.WaitTrue(`!location.hash.includes("activity")`) // the page itself is as it was
}

// TestTheDeskAtEveryWidth: axe finds nothing, nothing is wider than the window, in each
// language and theme, in forced colours and without motion.
func TestTheDeskAtEveryWidth(t *testing.T) {
	source := axeSource(t)
	for _, lang := range []string{"en", "ko"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			name := map[string]string{"en": "Make an activity", "ko": "활동 만들기"}[lang]
			page := openStage(t, "#activity=too-fast&make=1&lang="+lang, browser.Viewport(1440, 900), browser.Patient(2*time.Minute))
			page.WaitFor("dialog", name)
			page.WaitTrue(`document.querySelectorAll(".step-list li").length === 3`)
			page.WaitTrue(`!location.hash.includes("make")`)
			browser.Evaluate[bool](page, `(document.querySelector(".maker details").open = true)`)
			for _, width := range []int{1440, 1024, 600, 320} {
				page.Resize(width, 900)
				page.WaitTrue(fmt.Sprintf(`window.innerWidth === %d`, width))
				if e := page.Extent(browser.Dialog); e.Width > e.InnerWidth {
					t.Errorf("at %d px the dialog scrolls sideways by %v px", width, e.Width-e.InnerWidth)
				}
				for _, scheme := range []string{"light", "dark"} {
					page.SetScheme(scheme)
					page.Screenshot(fmt.Sprintf("maker-%s-%d-%s", lang, width, scheme))
				}
				for _, violation := range page.Axe(source) {
					t.Errorf("at %d px: %s", width, violation)
				}
			}
			if lang == "en" {
				hearOfSenses(t, page, source, "maker", [2]string{".step-list [aria-current]", ".step-list button:not([aria-current])"})
			}
		})
	}
}

// TestTheDeskByKeysAlone: a step is added, moved, asked and removed without a mouse.
func TestTheDeskByKeysAlone(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=0&b=0", browser.Viewport(1280, 800), browser.Patient(2*time.Minute))
	page.Focus("button", "Make an activity")
	page.Press("Enter")
	page.WaitFor("dialog", "Make an activity")
	reach := func(role, name string) {
		t.Helper()
		for range 120 {
			if page.HasFocus(role, name) {
				return
			}
			page.Press("Tab")
		}
		t.Fatalf("no Tab leads to the %s %q", role, name)
	}
	reach("textbox", "Title of the step")
	page.Type("First")
	reach("button", "Add a step")
	page.Press("Enter")
	reach("textbox", "Title of the step")
	page.Type("Second")
	reach("button", "Move up")
	page.Press("Enter")
	page.WaitTrue(`[...document.querySelectorAll(".step-list li")].map((e) => e.textContent).join() === "Step 1 · Second,Step 2 · First"`)
	reach("button", "Add a goal: Epochs")
	page.Press("Enter")
	page.WaitFor("textbox", "Epochs of goal 1")
	reach("textbox", "Epochs of goal 1")
	page.Press("Control+a")
	page.Type("12")
	page.WaitTrue(`document.querySelector("#maker-goal-0-within").value === "12"`)
	page.Press("Control+z") // which undoes the typing, and nothing on the page behind
	page.Press("Escape")
	page.WaitGone("dialog", "Make an activity")
	if got := page.URL(); !strings.HasSuffix(got, "#w=0&b=0") {
		t.Errorf("the page behind is at %s, want it as it was", got)
	}
}
