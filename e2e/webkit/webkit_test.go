//go:build webkit

package webkit

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"firstneuron/e2e/built"
	"firstneuron/pkg/site"
)

const dist = "../../web/dist"

// answers waits for the lesson's answer.
func answers(p *Page) {
	p.WaitTrue(`[...document.querySelectorAll("output")].some((e) => e.textContent === "18.9815")`)
}

// TestLesson trains it, and drags a point, whose y and whose answer then are others.
func TestLesson(t *testing.T) {
	page := Open(t, built.Serve(t, dist)+"/#w=0&b=0&play=0")
	t.Log(page.Agent())
	page.WaitTrue(built.Live)
	page.Click("button", "button", "Train")
	answers(page)

	page.Drag("[role=button]", "button", "Point 6, x 4, y 7", 0, 60)
	page.WaitTrue(`[...document.querySelectorAll("[role=button]")].some((e) => /^Point 6, x 4, y -?[\d.]+/.test(e.getAttribute("aria-label").replace("−", "-")) && !e.getAttribute("aria-label").endsWith("y 7"))`)
	page.WaitTrue(`location.hash.includes("ys=")`)
	page.Click("button", "button", "Train")
	page.WaitTrue(`[...document.querySelectorAll("output")].every((e) => e.textContent !== "18.9815")`)
	if engine := Evaluate[string](page, `document.querySelector(".colophon").textContent`); !strings.Contains(engine, "SIMD") {
		t.Errorf("it says %q, want that it computes with the SIMD kernel", engine)
	}
}

// TestEmbed trains the lesson in a frame with a sandbox, as a course page has it.
func TestEmbed(t *testing.T) {
	address := built.Serve(t, dist)
	course := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, `<!DOCTYPE html><title>Course</title><iframe title="First Neuron" width="700" height="760" sandbox="allow-scripts" src="%s"></iframe>`,
			html.EscapeString(address+"/#w=0&b=0&play=0&embed=1"))
	}))
	t.Cleanup(course.Close)
	page := Open(t, course.URL)
	page.Frame()
	page.WaitTrue(built.Live)
	page.Click("button", "button", "Train")
	answers(page)
}

// TestOneFile opens the page in one file from a folder.
func TestOneFile(t *testing.T) {
	path, err := filepath.Abs(filepath.Join(dist, site.OneFile))
	if err != nil {
		t.Fatal(err)
	}
	page := Open(t, "file://"+path+"#w=0&b=0&play=0")
	page.WaitTrue(built.Live)
	page.Click("button", "button", "Train")
	answers(page)
	if asked := Evaluate[[]string](page, `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => !/^(?:data|blob):/.test(name))`); len(asked) > 0 {
		t.Errorf("it asks for %v, want nothing", asked)
	}
}
