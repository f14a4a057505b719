package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// dark reports whether the page's ground is dark.
func dark(page *browser.Page) bool {
	return browser.Evaluate[bool](page, `(() => {
		const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
		for (const part of [document.body, document.documentElement]) {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = window.getComputedStyle(part).backgroundColor;
			canvas.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
			if (a > 0) return r + g + b < 3 * 128;
		}
		return false;
	})()`)
}

func waitDark(page *browser.Page, want bool) {
	page.Wait("looking at the ground", func() error {
		if got := dark(page); got != want {
			return fmt.Errorf("dark = %v, want %v", got, want)
		}
		return nil
	})
}

func TestThemeFollowsLinkThenSystem(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	waitDark(page, false)
	page.SetScheme("dark")
	waitDark(page, true)
	waitDark(open(t, "#theme=dark"), true)
	waitDark(open(t, "#theme=light", browser.Scheme("dark")), false)
}

// TestNothingScrollsSideways also leaves pictures to look at.
func TestNothingScrollsSideways(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ko"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&auto=1&lang="+lang)
			page.WaitText("output", predictionName[lang], "18.9815")
			for _, width := range []int{1280, 600, 320} {
				page.Resize(width, 900)
				page.WaitTrue(fmt.Sprintf("window.innerWidth === %d", width))
				page.WaitChartsFit()
				if got := page.Overflow(); got > 0 {
					t.Errorf("at %d px the page is %d px wider than the window", width, got)
				}
				for _, scheme := range []string{"light", "dark"} {
					page.SetScheme(scheme)
					page.Screenshot(fmt.Sprintf("%s-%d-%s", lang, width, scheme))
				}
			}
		})
	}
}

// TestAxeFindsNothing checks a trained page with notices, in each language and each
// theme.
func TestAxeFindsNothing(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	bad := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!DOCTYPE html><title>No language</title><link rel="icon" href="data:,"><button></button>`)
	})))
	if found := bad.Axe(source); len(found) < 2 {
		t.Fatalf("axe finds %v on a page without language whose button has no name, want both", found)
	}

	for lang, theme := range map[string]string{"en": "light", "ko": "dark"} {
		t.Run(lang+" "+theme, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&auto=1&lang="+lang+"&theme="+theme+"&epochs=-7&lr=abc") // which are not taken
			page.WaitText("output", predictionName[lang], "18.9815")
			page.Wait("waiting for the notices", func() error {
				if len(page.Texts("alert")) == 0 {
					return fmt.Errorf("no alert on the page")
				}
				return nil
			})
			for _, violation := range page.Axe(source) {
				t.Error(violation)
			}
		})
	}
}

// predictionName is what the output Prediction is called.
var predictionName = map[string]string{"en": "Prediction", "ko": "예측값"}

// TestPaperIsWhiteAndShowsAll: also what scrolls on a screen.
func TestPaperIsWhiteAndShowsAll(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&theme=dark&batch=2&xs=-1,0,1,2,3,4,5,6,7,8,9,10,11,12&ys=-3,-1,1,3,5,7,9,11,13,15,17,19,21,23&lr=0.001", browser.Viewport(720, 1000))
	train(page, 500)
	waitDark(page, true)
	page.Print()
	waitDark(page, false)
	for _, part := range []browser.Part{browser.Points, browser.CodeEditor, browser.Log} {
		got := page.Extent(part)
		if got.Height > got.InnerHeight+1 || got.Width > got.InnerWidth+1 {
			t.Errorf("%s holds %v × %v px and shows %v × %v", part, got.Width, got.Height, got.InnerWidth, got.InnerHeight)
		}
	}
	page.Screenshot("paper")
}

// TestTheLongestNumberFits: a true value of 12 digits, in every panel that shows it.
func TestTheLongestNumberFits(t *testing.T) {
	t.Parallel()
	const link = "#w=999999999999&b=-999999999999&predict=999999999999&also=999999999999:-999999999999&lr=0.123456789012&play=0&open="
	page := open(t, link)
	for _, panels := range []string{"", "data", "code"} {
		page.Goto(strings.Split(page.URL(), "#")[0] + link + panels)
		page.WaitIdle()
		for _, width := range []int{1280, 1024, 600, 320} {
			page.Resize(width, 800)
			page.WaitTrue(fmt.Sprintf(`window.innerWidth === %d`, width))
			page.WaitFrames(2)
			page.WaitIdle()
			if over := page.Overflow(); over > 0 {
				t.Errorf("at %d px with the panel %q open the page is %d px too wide", width, panels, over)
			}
		}
	}
}
