package e2e

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"testing"

	"firstneuron/e2e/browser"
)

// TestElementFramesPagesOnly: whoever may write the element's attributes cannot
// run a script of the host by them: what is no http address is not used.
func TestElementFramesPagesOnly(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, host(t))
	for _, source := range []string{
		"javascript:top.ran=1//", "JavaScript:top.ran=1//", " java\nscript:top.ran=1//", "data:text/html,<script>parent.ran=1</script>",
		"blob:null/1", "vbscript:1", "file:///etc/passwd", "https://", "//",
	} {
		for name, element := range map[string]string{
			"src":  `<first-neuron src="` + html.EscapeString(source) + `" loading="eager" start="now"></first-neuron>`,
			"link": `<first-neuron loading="eager" start="now"><a href="` + html.EscapeString(source) + `">Lesson</a></first-neuron>`,
		} {
			page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><script src="%s/embed-1.js"></script>%s`, address, element)
			})))
			page.WaitTrue(`document.querySelector("first-neuron").shadowRoot !== null`)
			framed := browser.Evaluate[string](page, `document.querySelector("first-neuron").shadowRoot.querySelector("iframe").src`)
			if u, err := url.Parse(framed); err != nil || (u.Scheme != "http" && u.Scheme != "https") {
				t.Errorf("%s %q frames %q, want a page", name, source, framed)
			}
			if browser.Evaluate[bool](page, `window.ran !== undefined`) {
				t.Errorf("%s %q runs", name, source)
			}
		}
	}
}

// TestExamplesLeadOnWithTheirAddress: what stands behind ? and # comes along as
// it is, whatever it holds.
func TestExamplesLeadOnWithTheirAddress(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, host(t))
	for from, to := range map[string]string{
		"/examples/celsius/":               "/#example=celsius",
		"/examples/celsius/#epochs=7":      "/#example=celsius&epochs=7",
		"/examples/celsius/?$&$'$`$$a#w=0": "/?$&$%27$`$$a#example=celsius&w=0",
		"/examples/lesson/?a=b":            "/?a=b#example=lesson",
	} {
		page := chromium.Open(t, address+from)
		page.WaitTrue(`!location.pathname.includes("examples")`)
		if got := browser.Evaluate[string](page, `performance.getEntriesByType("navigation")[0].name`); got != address+to {
			t.Errorf("%s leads to %s, want %s", from, got, address+to)
		}
	}
}
