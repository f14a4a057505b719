package firefox

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

var esr *Browser

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if esr, err = Start(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer esr.Close()
		return m.Run()
	}())
}

func html(body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Test</title><link rel="icon" href="data:,">`+body)
	})
}

const counter = `<label>Name <input id="name"></label> <button disabled>Never</button>
	<button onclick="seen.value = Number(seen.value) + 1 + ' ' + document.getElementById('name').value">Count</button>
	<output id="seen" aria-label="Seen">0</output>`

func TestActsAndReadsInAPageAndInEveryFrame(t *testing.T) {
	inner := browser.Serve(t, html(counter))
	for name, address := range map[string]string{
		"another site": browser.OtherSite(inner),
		"another port": inner,
	} {
		for _, attributes := range []string{"", `sandbox="allow-scripts"`} {
			t.Run(name+attributes, func(t *testing.T) {
				page := esr.Open(t, browser.Serve(t, browser.Course(address, "Inside", attributes)))
				page.WaitFor("heading", "Lesson 1")
				frame := page.Frame("Inside")
				frame.Fill("textbox", "Name", "Ada")
				frame.WaitValue("textbox", "Name", "Ada")
				frame.Click("button", "Count")
				frame.WaitText("output", "Seen", "1 Ada")
				frame.WaitTextHas("status", "Seen", "ada")
				if got := Evaluate[int](frame, `Promise.resolve(document.querySelectorAll("button").length)`); got != 2 {
					t.Errorf("Evaluate = %d, want 2", got)
				}
			})
		}
	}
}

func TestTabsShareNothing(t *testing.T) {
	address := browser.Serve(t, html(counter))
	first, second := esr.Open(t, address), esr.Open(t, address)
	Evaluate[any](first, `localStorage.setItem("who", "first")`)
	second.Reload()
	if got := Evaluate[any](second, `localStorage.getItem("who")`); got != nil {
		t.Errorf("the second tab reads %v, want nothing", got)
	}
}

// TestConsoleTells: what a page, or a frame in it, says to a developer is seen,
// violations of its policy too.
func TestConsoleTells(t *testing.T) {
	inner := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "style-src 'none'")
		html(`<p style="color: red">Words</p><script>console.warn("beware"); setTimeout(() => { throw new Error("thrown") })</script>`).ServeHTTP(w, r)
	}))
	page := esr.Open(t, browser.Serve(t, browser.Course(inner, "Inside", "")))
	page.Wait("reading the console", func() error {
		said := strings.Join(page.Console(), "\n")
		for _, want := range []string{"beware", "thrown", "Content-Security-Policy", "style-src 'none'"} {
			if !strings.Contains(said, want) {
				return fmt.Errorf("the console has %q, want %q in it", said, want)
			}
		}
		return nil
	})
	for _, part := range []string{"beware", "thrown", "Content-Security-Policy"} {
		page.AllowConsole(part)
	}
	if rest := page.Console(); len(rest) > 0 {
		t.Errorf("the console has %q on top", rest)
	}
}
