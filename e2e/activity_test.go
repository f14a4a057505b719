package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/ui/i18n"
)

// learner is somebody who goes through the first lesson in a language.
type learner struct {
	*browser.Page
	lang string
}

// text is a text of the page in the learner's language.
func (l learner) text(key string, pairs ...string) string {
	return i18n.For(l.lang).Text(key, pairs...)
}

// at waits for a step, by its number.
func (l learner) at(tb testing.TB, number int) {
	tb.Helper()
	l.WaitFor("img", l.text("step.place", "number", fmt.Sprint(number), "count", "7"))
}

// on goes to the next step once it may be entered.
func (l learner) on(tb testing.TB, press func(name string)) {
	tb.Helper()
	next := l.text("step.next")
	l.WaitTrue(`document.querySelector("#step-next:not(:disabled)") !== null`)
	press(next)
}

// loss is the loss of the guess in sight.
func (l learner) loss(tb testing.TB) float64 {
	return number(tb, browser.Evaluate[string](l.Page, `document.querySelector("#guess-loss").textContent`))
}

// TestTheFirstLesson: an empty address on a fresh profile, from the first step to the
// last, by mouse, by keys alone and by finger, in each language, and loaded again in the
// middle.
func TestTheFirstLesson(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name, lang string
		options    []browser.Option
	}{
		{"mouse", "en", []browser.Option{browser.Viewport(1280, 800)}},
		{"keys", "ko", []browser.Option{browser.Viewport(1024, 720), browser.Language("ko")}},
		{"finger", "ko", []browser.Option{browser.Viewport(375, 667), browser.Language("ko"), browser.Touch(), browser.Still()}},
		{"keys", "en", []browser.Option{browser.Viewport(600, 520), browser.Still()}},
	} {
		t.Run(way.name+" "+way.lang, func(t *testing.T) {
			t.Parallel()
			l := learner{openStage(t, "", append(way.options, browser.Patient(2*time.Minute))...), way.lang}
			press := func(name string) { l.Click("button", name) }
			switch way.name {
			case "keys":
				press = func(name string) {
					l.Focus("button", name) // each can be reached by Tab: see tabStops
					l.Press("Enter")
				}
			case "finger":
				press = func(name string) { l.Finger("button", name).Lift() }
			}
			l.at(t, 1)
			if got := tabStops(l.Page); len(got) > 16 {
				t.Errorf("%d tab stops at first sight, want 16 at most: %q", len(got), got)
			}
			for _, hidden := range []string{".fit .mark-line", ".network", "#prediction", "#guess-loss"} {
				if browser.Evaluate[bool](l.Page, fmt.Sprintf(`document.querySelector(%q) !== null`, hidden)) {
					t.Errorf("the first step shows %s, which tells the answer", hidden)
				}
			}
			// 1: a mark on the chart, or typed.
			box := l.text("step.mark")
			if way.name == "keys" {
				l.Focus("textbox", box)
				l.Press("2", "0", "Enter")
			} else {
				b, area := boxOf(l.Page, ".mark-place"), boxOf(l.Page, ".fit .chart")
				across, down := ((b.Left+b.Right)/2-area.Left)/(area.Right-area.Left), (b.Top+0.4*(b.Bottom-b.Top)-area.Top)/(area.Bottom-area.Top)
				if way.name == "finger" {
					l.FingerAt("img", l.text("fit.title"), across, down).Lift()
				} else {
					l.ClickAt("img", l.text("fit.title"), across, down)
				}
				l.WaitTrue(`document.querySelector("#answer").value !== "" && document.querySelector(".mark-own") !== null`)
				press(l.text("task.answer"))
			}
			l.on(t, press)

			// 2 and 3: the line is dragged, and the loss follows.
			l.at(t, 2)
			l.WaitTrue(`document.activeElement?.id === "step-title"`)
			l.on(t, press)
			l.at(t, 3)
			l.WaitTextHas("output", l.text("guess.loss"), "195.67")
			weight, bias := l.text("fit.handle_weight"), l.text("fit.handle_bias")
			if way.name == "mouse" {
				drag := func(name string, w, b float64) {
					for range 3 { // the axes move when it is let go
						hold := l.Grab("slider", name)
						hold.Move(pull(l.Page, w, b, name == weight))
						hold.Drop()
						l.WaitFrames(3)
					}
				}
				drag(bias, 2.1, -1)
				drag(weight, 2.1, -1)
			} else {
				for range 400 {
					if now := l.handle(weight); now < 2.5 {
						break
					}
					l.Focus("slider", weight)
					l.Press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")
				}
				for range 200 {
					if l.loss(t) < 4.9 {
						break
					}
					l.Focus("slider", bias)
					l.Press("ArrowUp", "ArrowUp")
				}
			}
			best := l.loss(t)
			if best >= 5 {
				t.Fatalf("the loss by hand is %v, want less than 5", best)
			}
			l.WaitIdle() // the address is written, and Chromium itself knows it
			l.Reload()
			waitLive(l.Page)
			l.at(t, 3)
			l.on(t, press)

			// 4: five times one epoch.
			l.at(t, 4)
			l.WaitTextHas("output", l.text("guess.loss"), "195.67")
			for i := range 5 {
				press(l.text("run.step"))
				l.WaitTextHas("status", l.text("run.status"), strings.SplitN(l.text("status.epoch", "epoch", fmt.Sprint(i+1), "goal", "500", "loss", ""), ",", 2)[0])
				l.WaitIdle()
			}
			l.on(t, press)

			// 5: train, seen.
			l.at(t, 5)
			press(l.text("run.train"))
			l.on(t, press)

			// 6: what it says for x = 10, from 10x − 10 and from Keras's own start.
			l.at(t, 6)
			l.WaitText("output", l.text("prediction.output"), "19.1302")
			l.WaitTrue(`document.querySelector(".step-text").textContent.includes("19.13")`)
			l.WaitIdle() // the address is written, and Chromium itself knows it
			l.Reload()
			waitLive(l.Page)
			l.at(t, 6)
			l.WaitText("output", l.text("prediction.output"), "19.1302")
			press(browser.Evaluate[string](l.Page, `document.querySelector(".step-tasks > div > button").textContent`))
			l.WaitTrue(`(() => { const y = Number(document.querySelector("#prediction").textContent); return y >= 18.9752 && y <= 18.9878; })()`)
			l.on(t, press)

			// 7: why not 19: a wrong answer is told kindly, and the right one ends it.
			l.at(t, 7)
			l.WaitTrue(`document.querySelectorAll(".why-figure").length === 3`)
			choices := browser.Evaluate[[]string](l.Page, `[...document.querySelectorAll(".choices button")].map((b) => b.textContent)`)
			press(choices[1])
			l.WaitTrue(`document.querySelector(".step-reply").textContent.includes("222") && document.querySelector("#step-next").disabled`)
			press(choices[0])
			l.WaitTrue(`document.querySelector(".step-feedback").textContent.includes("19.0000")`)
			press(l.text("step.done"))
			l.WaitTrue(`document.querySelector(".step") === null && !location.hash.includes("activity")`)
			l.Goto(strings.SplitN(l.URL(), "#", 2)[0])
			waitLive(l.Page)
			if browser.Evaluate[bool](l.Page, `document.querySelector(".step") !== null`) {
				t.Error("who has been through the lesson gets it again")
			}
		})
	}
}

// handle is the value of a handle of the first guess.
func (l learner) handle(name string) float64 {
	return browser.Evaluate[float64](l.Page, fmt.Sprintf(`Number(document.querySelector('.handle[aria-label=%q]').getAttribute("aria-valuenow"))`, name))
}

// pull is how far a handle has to be dragged so that the line is y = wx + b there.
func pull(page *browser.Page, w, b float64, turning bool) (right, down float64) {
	ticks := browser.Evaluate[[][2]float64](page, `[...document.querySelectorAll(".fit .chart-tick")].filter((e) => e.getAttribute("text-anchor") === "end")
		.map((e) => { const r = e.getBoundingClientRect(); return [Number(e.textContent.replace("−", "-")), (r.top + r.bottom) / 2]; })`)
	first, last := ticks[0], ticks[len(ticks)-1]
	perY := (last[1] - first[1]) / (last[0] - first[0])
	id, x := "#handle-bias", 0.0
	if turning {
		id, x = "#handle-weight", 3
	}
	at := boxOf(page, id+" .mark-handle")
	wanted := first[1] + (w*x+b-first[0])*perY
	return 0, wanted - (at.Top+at.Bottom)/2
}

// TestTheTourIsSkipped: at once, for good, and the page is as it always was.
func TestTheTourIsSkipped(t *testing.T) {
	t.Parallel()
	page := openStage(t, "", browser.Viewport(1280, 800))
	page.WaitFor("heading", "The pattern")
	page.Click("button", "Skip the tour")
	page.WaitGone("heading", "The pattern")
	page.WaitFocus("button", "Train")
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.Reload()
	waitLive(page)
	page.WaitGone("heading", "The pattern")
}

// TestTermsAreExplained: by hover, focus and keys, one stop for all of them.
func TestTermsAreExplained(t *testing.T) {
	t.Parallel()
	page := openStage(t, "", browser.Viewport(600, 520))
	page.Focus("button", "neural network")
	shown := `[...document.querySelectorAll(".term-line")].filter((e) => e.checkVisibility()).map((e) => e.textContent).join()`
	if got := browser.Evaluate[string](page, shown); !strings.Contains(got, "neurons in layers") {
		t.Errorf("the focus on “neural network” shows %q", got)
	}
	page.Press("Escape")
	page.WaitTrue(`[...document.querySelectorAll(".term-line")].every((e) => !e.checkVisibility())`)
}

// TestTheStoryKeepsNobodyOut: axe finds nothing at any step, wide and light, narrow and
// dark, and nothing is wider than the window in any language.
func TestTheStoryKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	for _, lang := range []string{"en", "ko"} {
		for _, width := range []int{320, 1280} {
			if width == 1280 && lang == "ko" {
				continue // as wide as en, and as accessible as ko 320
			}
			t.Run(fmt.Sprintf("%s %d", lang, width), func(t *testing.T) {
				t.Parallel()
				scheme := map[int]string{320: "dark", 1280: "light"}[width]
				page := openStage(t, "#activity=first-neuron&play=0&lang="+lang, browser.Viewport(width, 640), browser.Scheme(scheme), browser.Patient(2*time.Minute))
				l := learner{page, lang}
				for i := 1; i <= 3; i++ {
					l.at(t, i)
					page.Screenshot(fmt.Sprintf("lesson-%s-%d-%d", lang, width, i))
					if width == 1280 || lang == "ko" {
						for _, v := range page.Axe(source) {
							t.Errorf("step %d: %s", i, v)
						}
					}
					if width == 320 && lang == "en" {
						hearOfSenses(t, page, source, fmt.Sprintf("lesson-%d", i), [2]string{".dot.now", ".dot:not(.now, .seen)"})
					}
					if got := page.Overflow(); got > 0 {
						t.Errorf("at step %d the page is %d px wider than the window", i, got)
					}
					if i == 1 {
						page.Focus("textbox", l.text("step.mark"))
						page.Press("1", "9", "Enter")
					}
					if i == 3 {
						break // the steps after that have the same parts
					}
					l.on(t, func(name string) { page.Click("button", name) })
				}
			})
		}
	}
}
