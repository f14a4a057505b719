package e2e

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestElementFramesPagesOnly: whoever may write the element's attributes cannot
// run a script of the host by them: what is no http address is not used.
func TestElementFramesPagesOnly(t *testing.T) {
	t.Parallel()
	sources := []string{
		"javascript:top.ran=1//", "JavaScript:top.ran=1//", " java\nscript:top.ran=1//", "data:text/html,<script>parent.ran=1</script>",
		"blob:null/1", "vbscript:1", "file:///etc/passwd", "https://", "//",
	}
	var elements strings.Builder // which wait for a click, so that no program is loaded
	for _, source := range sources {
		written := html.EscapeString(source)
		elements.WriteString(`<first-neuron src="` + written + `" start="click"></first-neuron>`)
		elements.WriteString(`<first-neuron start="click"><a href="` + written + `">Lesson</a></first-neuron>`)
	}
	address := browser.Serve(t, light(t))
	page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><script src="%s/embed-1.js"></script>%s`, address, &elements)
	})))
	const frames = `[...document.querySelectorAll("first-neuron")].map((element) => element.shadowRoot?.querySelector("iframe")?.src ?? "")`
	page.WaitTrue(frames + `.every(Boolean)`)
	framed := browser.Evaluate[[]string](page, frames)
	if len(framed) != 2*len(sources) {
		t.Fatalf("%d frames, want %d", len(framed), 2*len(sources))
	}
	for i, got := range framed {
		if u, err := url.Parse(got); err != nil || (u.Scheme != "http" && u.Scheme != "https") {
			t.Errorf("the element of %q frames %q, want a page", sources[i/2], got)
		}
	}
	if browser.Evaluate[bool](page, `window.ran !== undefined`) {
		t.Error("a source has run in the host's name")
	}
}

// TestExamplesLeadOnWithTheirAddress: what stands behind ? and # comes along as
// it is, whatever it holds.
func TestExamplesLeadOnWithTheirAddress(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t))
	for from, to := range map[string]string{
		"/examples/celsius/#start=click":            "/#example=celsius&start=click",
		"/examples/celsius/#epochs=7&start=click":   "/#example=celsius&epochs=7&start=click",
		"/examples/houses/?$&$'$`$$a#w=0":           "/?$&$%27$`$$a#example=houses&w=0",
		"/examples/lesson/?a=b#start=click&title=%": "/?a=b#example=lesson&start=click&title=%",
	} {
		t.Run(from, func(t *testing.T) {
			page := chromium.Open(t, address+from)
			page.WaitTrue(`!location.pathname.includes("examples")`)
			if got := browser.Evaluate[string](page, `performance.getEntriesByType("navigation")[0].name`); got != address+to {
				t.Errorf("%s leads to %s, want %s", from, got, address+to)
			}
		})
	}
}
