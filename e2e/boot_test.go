package e2e

import (
	"net/http"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestReaderWithoutTheProgramSeesTheLesson: the words and the first chart are
// in the page itself, with a sentence about what is missing.
func TestReaderWithoutTheProgramSeesTheLesson(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, host(t))
	for name, c := range map[string]struct {
		option  browser.Option
		missing string
	}{
		"no WebAssembly": {browser.Script(`delete window.WebAssembly`), "WebAssembly"},
		"no JavaScript":  {browser.WithoutScript(), "JavaScript"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, address, c.option)
			page.WaitFor("heading", "First Neuron")
			page.WaitFor("img", "Fit")
			page.WaitFor("img", "Fit")
			waitBody(page, c.missing)
		})
	}
}

// TestProgramThatCannotBeLoadedOffersAReload: the first attempt to fetch the
// program fails, the reload gets it.
func TestProgramThatCannotBeLoadedOffersAReload(t *testing.T) {
	t.Parallel()
	files, broken := host(t), make(chan bool, 1)
	broken <- true
	address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/app.") && strings.HasSuffix(r.URL.Path, ".wasm") {
			select {
			case <-broken:
				http.Error(w, "out of order", http.StatusInternalServerError)
				return
			default:
			}
		}
		files.ServeHTTP(w, r)
	}))
	page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all")
	page.AllowConsole("500")
	page.Click("button", "Reload")
	waitLive(page)
	train(page, 500)
}

// TestProgramThatDiesOffersAReload overwrites the memory of the running
// program, which is what a bug in it might do.
func TestProgramThatDiesOffersAReload(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=600&w=0&b=0", browser.Script(keepProgram))
	for _, part := range []string{"RuntimeError", "First Neuron", "panic", "fatal error", "exit code"} {
		page.AllowConsole(part)
	}
	browser.Evaluate[bool](page, `(() => {
		new Uint8Array(window.programMemory.buffer).fill(0xff);
		return true;
	})()`)
	page.Press("Tab") // any event reaches the program
	page.Click("button", "Train")
	page.Click("button", "Reload")
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", "600")
}

// TestProgramStartsFromAnyFileHost: whatever a host calls the program's type,
// and whether it tells one at all.
func TestProgramStartsFromAnyFileHost(t *testing.T) {
	t.Parallel()
	for _, contentType := range []string{"application/wasm; charset=utf-8", "Application/Wasm", "application/octet-stream", ""} {
		t.Run(contentType, func(t *testing.T) {
			t.Parallel()
			files := plainHost()
			page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.HasSuffix(r.URL.Path, ".wasm") {
					w.Header()["Content-Type"] = []string{contentType}
				}
				files.ServeHTTP(w, r)
			}))+"/#w=0&b=0&play=0&open=all")
			waitLive(page)
			train(page, 500)
		})
	}
}
