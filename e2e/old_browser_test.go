//go:build rough

package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// olderBrowser takes away what browsers of some years ago lacked: to compile a program
// as it comes, SIMD in it, and younger functions of JavaScript. The kernel is the only
// small program.
const olderBrowser = oldBrowser + `
	const compile = WebAssembly.compile.bind(WebAssembly);
	WebAssembly.compile = async (bytes) => {
		if (bytes.byteLength < 200000) throw new WebAssembly.CompileError("invalid value type 0x7b");
		return compile(bytes);
	};
	delete Object.hasOwn;
	delete Array.prototype.at;
	delete String.prototype.at;
	delete Array.prototype.findLast;
	delete Array.prototype.toSorted;
	delete window.structuredClone;`

// TestOldBrowserTrains: without SIMD, without streaming, and with a style sheet from
// which every rule with :has is gone, the lesson has its numbers and its layout.
func TestOldBrowserTrains(t *testing.T) {
	t.Parallel()
	files, rules := light(t), 0
	address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, ".css") {
			files.ServeHTTP(w, r)
			return
		}
		answer := httptest.NewRecorder()
		files.ServeHTTP(answer, r)
		sheet := answer.Body.String()
		rules += strings.Count(sheet, ":has(")
		for name, values := range answer.Header() {
			if name != "Content-Length" && name != "Etag" {
				w.Header()[name] = values
			}
		}
		_, _ = w.Write([]byte(strings.ReplaceAll(sheet, ":has(", ":unknown-then(")))
	}))
	page := chromium.Open(t, address+"/#w=0&b=0&play=0&lang=en&theme=dark", browser.Script(olderBrowser))
	page.AllowConsole("First Neuron computes in Go alone")
	waitLive(page)
	page.Click("button", "Train")
	page.WaitText("output", "Prediction", "18.9815")
	if rules == 0 {
		t.Error("the style sheet has no rule with :has, so that this test takes none away")
	}
	for _, width := range []int{1280, 320} {
		page.Resize(width, 800)
		page.WaitTrue(`document.documentElement.scrollWidth <= innerWidth`)
	}
	page.Screenshot("old-browser-320")
	page.Resize(1280, 800)
	page.Click("button", "Share")
	page.WaitFor("dialog", "Share")
	page.WaitFor("textbox", "Link")
	if engine := browser.Evaluate[string](page, `document.querySelector(".colophon").textContent`); strings.Contains(engine, "SIMD") {
		t.Errorf("the page says %q, want that it computes in Go", engine)
	}
}
