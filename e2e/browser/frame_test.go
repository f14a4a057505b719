package browser_test

import (
	"net/http"
	"os"
	"testing"

	"firstneuron/e2e/browser"
)

func TestFramesAreWorkedLikePages(t *testing.T) {
	t.Parallel()
	address := site(t) + "/stub.html"
	sub := http.StripPrefix("/courses/one", http.FileServer(http.Dir("testdata")))
	below := browser.Serve(t, sub) + "/courses/one/stub.html"
	for name, course := range map[string]http.Handler{
		"other port": browser.Course(address, "Stub", ""),
		"other site": browser.Course(browser.OtherSite(address), "Stub", ""),
		"sub-path":   browser.Course(below, "Stub", ""),
		"sandboxed":  browser.Course(address, "Stub", `sandbox="allow-scripts"`),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, browser.Serve(t, course))
			inner := page.Frame("Stub")
			inner.Fill("spinbutton", "Epochs", "9")
			inner.Click("button", "Train")
			inner.WaitText("status", "Training status", "Epoch 9 of 9")
			if page.Has("button", "Train") {
				t.Error("the outer page has the button Train, want it in the frame only")
			}
			if got, want := browser.Evaluate[string](inner, "document.title"), "Stub"; got != want {
				t.Errorf("the frame's title is %q, want %q", got, want)
			}
		})
	}
}

func TestScreenshotsAreKept(t *testing.T) {
	folder := t.TempDir()
	chromium.Screenshots, chromium.Pictures = folder, true
	t.Cleanup(func() { chromium.Screenshots, chromium.Pictures = "", false })
	page := stub(t)
	browser.Evaluate[bool](page, `(window.sizes = [], addEventListener("resize", () => sizes.push(innerWidth)), true)`)
	before := browser.Evaluate[string](page, "innerWidth + ' ' + innerHeight")
	page.Screenshot("stub")
	if after := browser.Evaluate[string](page, "innerWidth + ' ' + innerHeight"); after != before {
		t.Errorf("after a picture the window has %s pixels, want %s as before", after, before)
	}
	if narrow := browser.Evaluate[int](page, "sizes.filter((width) => width !== innerWidth).length"); narrow > 0 {
		t.Errorf("for a picture the page is laid out in a window of another width")
	}
	if info, err := os.Stat(folder + "/stub.png"); err != nil || info.Size() == 0 {
		t.Errorf("Screenshot kept no picture: %v", err)
	}
}
