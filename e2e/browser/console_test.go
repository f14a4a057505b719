package browser_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestConsoleNoticesEverything provokes each kind of noise that must fail a
// browser test, at the top and in frames of both kinds.
func TestConsoleNoticesEverything(t *testing.T) {
	t.Parallel()
	noise := map[string]string{
		"console":   `<script src="data:text/javascript,console.log('a word')"></script>`,
		"exception": `<script src="data:text/javascript,throw new Error('a mistake')"></script>`,
		"rejection": `<script src="data:text/javascript,Promise.reject(new Error('a refusal'))"></script>`,
		"policy":    `<p style="color: red">styled</p>`,
		"request":   `<img src="missing.png" alt="">`,
	}
	wants := map[string]string{
		"console": "a word", "exception": "a mistake", "rejection": "a refusal",
		"policy": "Content Security Policy", "request": "404",
	}
	for kind, body := range noise {
		address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/" {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src data:; img-src * data:")
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Noise</title><link rel="icon" href="data:,"><h1>Noise</h1>%s`, body)
		}))
		places := map[string]string{
			"top":       address,
			"frame":     browser.Serve(t, browser.Course(address, "Noise", "")),
			"site":      browser.Serve(t, browser.Course(browser.OtherSite(address), "Noise", "")),
			"sandboxed": browser.Serve(t, browser.Course(address, "Noise", `sandbox="allow-scripts"`)),
		}
		if kind == "request" {
			// Chromium gives an opaque origin an empty picture where another
			// page gets "not found", and says nothing.
			delete(places, "sandboxed")
		}
		for place, outer := range places {
			t.Run(kind+"/"+place, func(t *testing.T) {
				t.Parallel()
				page := chromium.Open(t, outer)
				if place != "top" {
					page.Frame("Noise").WaitFor("heading", "Noise")
				}
				page.Wait("waiting for noise", func() error {
					if !strings.Contains(strings.Join(page.Console(), "\n"), wants[kind]) {
						return fmt.Errorf("the console has %q, want %q in it", page.Console(), wants[kind])
					}
					return nil
				})
				page.AllowConsole(wants[kind])
			})
		}
	}
}
