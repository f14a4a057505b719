package e2e

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

// Lessons are opened as learners meet them: no panel open, the first training played.
func openStage(tb testing.TB, fragment string, options ...browser.Option) *browser.Page {
	tb.Helper()
	page := chromium.Open(tb, browser.Serve(tb, light(tb))+"/"+fragment, options...)
	waitLive(page)
	page.WaitIdle()
	return page
}

// onStage are what is always in sight: a name for messages, and a selector.
var onStage = [][2]string{
	{"chart", ".fit .chart"},
	{"neuron", ".network .chart"},
	{"loss", "#guess-loss"},
	{"loss curve", ".strip .chart"},
	{"answer", "#prediction"},
	{"Train", "#train"},
	{"status", ".status"},
}

// box is where an element is in the window.
type box struct{ Left, Top, Right, Bottom float64 }

func boxOf(page *browser.Page, selector string) box {
	return browser.Evaluate[box](page, fmt.Sprintf(`(() => {
		const b = document.querySelector(%q).getBoundingClientRect();
		return { Left: b.left, Top: b.top, Right: b.right, Bottom: b.bottom };
	})()`, selector))
}

// outOfSight lists what of some elements is not in the window, or under another
// element.
func outOfSight(page *browser.Page, width, height int, parts ...string) []string {
	var missing []string
	for _, part := range onStage {
		if !strings.Contains(" "+strings.Join(parts, " ")+" ", " "+part[0]+" ") && len(parts) > 0 {
			continue
		}
		b := boxOf(page, part[1])
		if b.Right-b.Left < 8 || b.Bottom-b.Top < 8 || b.Left < -1 || b.Top < -1 || b.Right > float64(width)+1 || b.Bottom > float64(height)+1 {
			missing = append(missing, fmt.Sprintf("%s at %.0f", part[0], b))
			continue
		}
		if !browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
			const e = document.querySelector(%q), b = e.getBoundingClientRect();
			const top = document.elementFromPoint((b.left + b.right) / 2, (b.top + b.bottom) / 2);
			return !!top && (e.contains(top) || top.contains(e));
		})()`, part[1])) {
			missing = append(missing, part[0]+" is covered")
		}
	}
	return missing
}

// tabStops counts what the Tab key goes to.
func tabStops(page *browser.Page) []string {
	return browser.Evaluate[[]string](page, `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
		.filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ checkVisibilityCSS: true }))
		.map((e) => e.getAttribute("aria-label") || e.id || e.textContent)`)
}

// story is a task that an author gives.
const story = "&title=A%20first%20line&text=Drag%20the%20line%20through%20the%20points%2C%20then%20train."

// TestTheStageIsInSight: without scrolling, alone and with each panel open, in a window
// and in a frame, with a story or without; with few stops for the Tab key.
func TestTheStageIsInSight(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{1024, 720}, {1280, 800}, {1440, 900}, {600, 520}} {
		for _, told := range []string{"", story} {
			fragment := "#w=10&b=-10" + told
			if size[0] == 600 {
				fragment += "&embed=1"
			}
			t.Run(fmt.Sprintf("%d × %d%s", size[0], size[1], map[bool]string{true: " with a story"}[told != ""]), func(t *testing.T) {
				t.Parallel()
				page := openStage(t, fragment, browser.Viewport(size[0], size[1]))
				if missing := outOfSight(page, size[0], size[1]); len(missing) > 0 {
					t.Errorf("not in sight: %s", strings.Join(missing, ", "))
				}
				if high := browser.Evaluate[int](page, `document.documentElement.scrollHeight`); high > size[1] {
					t.Errorf("the page is %d px high, want no scrolling in %d", high, size[1])
				}
				if stops, most := tabStops(page), 14+2*min(len(told), 1); len(stops) > most {
					t.Errorf("%d tab stops, want %d at most: %q", len(stops), most, stops)
				}
				for _, panel := range []string{"Data", "Settings", "Layers", "Code", "Look closer"} {
					page.Click("tab", panel)
					page.WaitFor("tabpanel", panel)
					page.WaitIdle()
					if missing := outOfSight(page, size[0], size[1], "chart", "neuron", "Train"); len(missing) > 0 {
						t.Errorf("with %q open, not in sight: %s", panel, strings.Join(missing, ", "))
					}
					if got := page.Overflow(); got > 0 {
						t.Errorf("with %q open the page is %d px wider than the window", panel, got)
					}
				}
			})
		}
	}
}

// TestThePhoneKeepsTheChart: the chart and the run bar stay in sight wherever the page is
// scrolled, and it is no longer than two screens.
func TestThePhoneKeepsTheChart(t *testing.T) {
	t.Parallel()
	const width, height = 375, 667
	page := openStage(t, "#w=10&b=-10", browser.Viewport(width, height))
	if high := browser.Evaluate[int](page, `document.documentElement.scrollHeight`); high > 2*height {
		t.Errorf("the page is %d px high, want two screens at most", high)
	}
	for _, down := range []int{0, 200, 5000} {
		browser.Evaluate[bool](page, fmt.Sprintf(`(scrollTo(0, %d), true)`, down))
		page.WaitFrames(2)
		if missing := outOfSight(page, width, height, "chart", "Train"); len(missing) > 0 {
			t.Errorf("scrolled by %d, not in sight: %s", down, strings.Join(missing, ", "))
		}
	}
	page.Click("tab", "Data")
	page.WaitFor("tabpanel", "Data")
	if missing := outOfSight(page, width, height, "chart", "Train"); len(missing) > 0 {
		t.Errorf("with a panel open, not in sight: %s", strings.Join(missing, ", "))
	}
}

// TestTheFirstMinute: a bad guess shows how bad it is, Train is seen, Skip ends it, and
// the numbers are those of the lesson.
func TestTheFirstMinute(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=10&b=-10", browser.Viewport(1280, 800))
	page.WaitText("output", "Loss of this guess", "195.67")
	page.WaitText("output", "Prediction", "90.0000")
	for selector, want := range map[string]int{".mark-square": 6, ".mark-residual": 6, ".mark-edge": 1, ".handle": 2} {
		if got := browser.Evaluate[int](page, fmt.Sprintf(`document.querySelectorAll(".fit %s").length`, selector)); got != want {
			t.Errorf("%d of %s on the chart, want %d", got, selector, want)
		}
	}
	area := boxOf(page, ".fit .chart")
	for _, mark := range []string{"#handle-bias", "#handle-weight", ".fit .mark-edge", ".fit .mark-line"} {
		if b := boxOf(page, mark); b.Left < area.Left-1 || b.Right > area.Right+1 || b.Top < area.Top-20 || b.Bottom > area.Bottom+1 {
			t.Errorf("%s at %v leaves the chart at %v", mark, b, area)
		}
	}

	// Each line that is drawn while the training is seen: forty, or on a machine that
	// draws few frames another one in every third.
	browser.Evaluate[bool](page, `(() => {
		window.lines = new Set();
		window.looks = 0;
		const look = () => {
			lines.add(document.querySelector(".fit .mark-line").getAttribute("d"));
			looks++;
			requestAnimationFrame(look);
		};
		look();
		return true;
	})()`)
	page.Click("button", "Train")
	page.WaitFor("button", "Skip")
	page.WaitFor("button", "Train")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	if got, want := browser.Evaluate[int](page, `lines.size`), min(40, browser.Evaluate[int](page, `looks`)/3); got < want {
		t.Errorf("%d different lines are drawn, want %d at least", got, want)
	}
	page.WaitText("output", "Prediction", "19.1302")

	again := openStage(t, "#w=10&b=-10", browser.Viewport(1280, 800))
	again.Click("button", "Train")
	again.Click("button", "Skip")
	again.WaitText("output", "Prediction", "19.1302")
	again.WaitFor("button", "Train")
}

// TestWantedOtherwise: nothing is played where the link says so, where it trains by
// itself, and in pictures where motion is unwanted.
func TestWantedOtherwise(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=10&b=-10&play=0")
	page.Click("button", "Train")
	page.WaitText("output", "Prediction", "19.1302")
	if page.Has("button", "Skip") {
		t.Error("with play=0 the training is played")
	}
	auto := openStage(t, "#w=10&b=-10&auto=1")
	auto.WaitText("output", "Prediction", "19.1302")

	still := openStage(t, "#w=10&b=-10", browser.Still())
	browser.Evaluate[bool](still, `(() => {
		window.lines = new Set();
		window.looks = 0;
		const look = () => { lines.add(document.querySelector(".fit .mark-line").getAttribute("d")); requestAnimationFrame(look); };
		look();
		return true;
	})()`)
	still.Click("button", "Train")
	still.WaitText("output", "Prediction", "19.1302")
	if got := browser.Evaluate[int](still, `lines.size`); got > 8 {
		t.Errorf("%d lines are drawn where motion is unwanted, want a few pictures", got)
	}
}

// TestAGuessIsDraggedUntrained: the loss follows the hand and is the mean of the squares
// of the line that is drawn; nothing is trained, and the best guess is kept.
func TestAGuessIsDraggedUntrained(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=10&b=-10&open=layers", browser.Viewport(1280, 800))
	hold := page.Grab("slider", "First guess: bias")
	best := math.Inf(1)
	for range 12 {
		hold.Move(0, -9)
		page.WaitFrames(2)
		got := browser.Evaluate[map[string]string](page, `({ loss: document.querySelector("#guess-loss").textContent,
			w: document.querySelector("#weight").textContent, b: document.querySelector("#bias").textContent,
			status: document.querySelector(".status").textContent })`)
		w, b, loss := number(t, got["w"]), number(t, got["b"]), number(t, got["loss"])
		want := 0.0
		for _, x := range []float64{-1, 0, 1, 2, 3, 4} {
			e := w*x + b - (2*x - 1)
			want += e * e / 6
		}
		if math.Abs(loss-want) > 1e-4*want+1e-3 || !strings.HasPrefix(got["status"], "Not trained") {
			t.Fatalf("the loss of %v x + %v is said to be %v (%s), want %v untrained", w, b, loss, got["status"], want)
		}
		best = min(best, loss)
	}
	hold.Drop()
	page.WaitTextHas("region", "How good this guess is", fmt.Sprintf("your best: %v", best))
}

// TestTheAnswerIsAskedByDragging: the diamond goes along x, and nothing on the chart is
// selected as text.
func TestTheAnswerIsAskedByDragging(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#w=2&b=-1&play=0", browser.Viewport(1280, 800))
	page.WaitChartsFit() // what is measured before may be elsewhere when it is grabbed
	b := boxOf(page, ".fit .mark-predict")
	area := boxOf(page, ".fit .chart")
	across := ((b.Left+b.Right)/2 - area.Left) / (area.Right - area.Left)
	down := ((b.Top+b.Bottom)/2 - area.Top) / (area.Bottom - area.Top)
	hold := page.GrabAt("img", "Fit", across, down)
	hold.Move(-120, 30)
	hold.Drop()
	page.Wait("x has moved", func() error {
		x, y := number(t, page.Value("spinbutton", "x to predict")), number(t, page.Text("output", "Prediction"))
		if x > 9 || math.Abs(y-(2*x-1)) > 1e-3 {
			return fmt.Errorf("x is %v and the answer %v", x, y)
		}
		return nil
	})
	if got := browser.Evaluate[string](page, `getSelection().toString()`); got != "" {
		t.Errorf("the drag selects %q", got)
	}
	page.Click("button", "Undo")
	page.WaitValue("spinbutton", "x to predict", "10")
}

// TestPanelsByKeys: the tabs are one stop; arrows go along, Enter opens, Escape closes.
func TestPanelsByKeys(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#play=1", browser.Viewport(1280, 800))
	page.Focus("tab", "Data")
	page.Press("ArrowRight", "ArrowRight")
	page.WaitFocus("tab", "Layers")
	page.Press("Enter")
	page.WaitFor("tabpanel", "Layers")
	page.Press("Escape")
	page.WaitGone("tabpanel", "Layers")
	page.WaitFocus("tab", "Layers")
	page.Press("End", "Enter")
	page.WaitFor("tabpanel", "Look closer")
	page.Click("button", "Close the panel")
	page.WaitFocus("tab", "Look closer")
}

// TestTrainLeadsToTheMistake: a field that cannot be read stands in a panel that opens.
func TestTrainLeadsToTheMistake(t *testing.T) {
	t.Parallel()
	page := openStage(t, "#play=1", browser.Viewport(1280, 800))
	page.Click("tab", "Settings")
	page.Fill("spinbutton", "Learning rate", "fast")
	page.Click("button", "Close the panel")
	page.Click("button", "Train")
	page.WaitFor("tabpanel", "Settings")
	page.WaitFocus("spinbutton", "Learning rate")
}

// TestTheStageKeepsNobodyOut: axe finds nothing, with each panel, in both themes and
// languages. Of its rules only those of colours tell a theme from another.
func TestTheStageKeepsNobodyOut(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	for _, way := range []struct {
		scheme, lang string
		rules        []string
	}{{"light", "en", nil}, {"dark", "ko", []string{"color-contrast"}}} {
		t.Run(way.scheme+" "+way.lang, func(t *testing.T) {
			t.Parallel()
			page := openStage(t, "#w=10&b=-10&play=0&lang="+way.lang+story, browser.Scheme(way.scheme), browser.Patient(2*time.Minute))
			for _, panel := range []string{"", "data", "settings", "layers", "code", "explore"} {
				rules := way.rules
				if panel != "" {
					browser.Evaluate[bool](page, fmt.Sprintf(`(document.querySelector("#tab-%s").click(), true)`, panel))
					page.WaitIdle()
				} else {
					rules = nil // all of them once in the other language
				}
				for _, v := range page.Axe(source, rules...) {
					t.Errorf("with panel %q: %s", panel, v)
				}
			}
		})
	}
}
