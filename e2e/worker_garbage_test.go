//go:build rough

package e2e

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"firstneuron/e2e/browser"
)

// portal is what captive portals and filters answer every address with.
const portal = `<!DOCTYPE html><title>Welcome to the school's network</title><p>Please log in.`

// instead answers like the site, but for what change says about an answer.
func instead(files http.Handler, change func(r *http.Request, answer *httptest.ResponseRecorder)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		answer := httptest.NewRecorder()
		files.ServeHTTP(answer, r)
		change(r, answer)
		for name, values := range answer.Header() {
			if name != "Content-Length" {
				w.Header()[name] = values
			}
		}
		w.WriteHeader(answer.Code)
		_, _ = io.Copy(w, answer.Body)
	})
}

// becomes makes a page of an answer.
func becomes(answer *httptest.ResponseRecorder, status int, contentType, body string) {
	answer.Code = status
	answer.Header().Set("Content-Type", contentType)
	answer.Body.Reset()
	answer.Body.WriteString(body)
}

// registered tells what has become of the worker, once it is known.
const registered = `navigator.serviceWorker.getRegistration().then((r) => !r ? "none" : r.installing ? "installing" : r.active ? "active" : "refused")`

// TestWorkerKeepsNoGarbage: while the worker fetches what the page needs, one answer is
// that of a captive portal, is cut, is another file, or is of another version. Nothing is
// kept, the page goes on, and the next visit with the host's own answers keeps all.
func TestWorkerKeepsNoGarbage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		path   string
		change func(answer *httptest.ResponseRecorder)
	}{
		"a portal for the style":  {"/app.*.css", func(a *httptest.ResponseRecorder) { becomes(a, 200, "text/html", portal) }},
		"a portal for an example": {"/examples/houses/", func(a *httptest.ResponseRecorder) { becomes(a, 200, "text/html", portal) }},
		"a portal for the page":   {"/", func(a *httptest.ResponseRecorder) { becomes(a, 200, "text/html", portal) }},
		"a portal for the list":   {"/files.json", func(a *httptest.ResponseRecorder) { becomes(a, 200, "text/html", portal) }},
		"a program that is cut":   {"/app.*.wasm", func(a *httptest.ResponseRecorder) { a.Body.Truncate(100_000) }},
		"another kernel":          {"/kernel.*.wasm", func(a *httptest.ResponseRecorder) { becomes(a, 200, "application/wasm", "\x00asm\x01\x00\x00\x00") }},
		"a file that is gone":     {"/lost.*.js", func(a *httptest.ResponseRecorder) { becomes(a, 404, "text/plain", "no") }},
		"an error of the host":    {"/forward.*.js", func(a *httptest.ResponseRecorder) { becomes(a, 503, "text/plain", "later") }},
		"a page of another build": {"/", func(a *httptest.ResponseRecorder) {
			becomes(a, 200, "text/html", strings.ReplaceAll(a.Body.String(), "boot.", "boot.0"))
		}},
		"an answer of the browser": {"/app.*.css", func(a *httptest.ResponseRecorder) { becomes(a, 204, "text/css", "") }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var working, mended, changed atomic.Bool
			before, after, _ := strings.Cut(c.path, "*")
			address := browser.Serve(t, instead(host(t), func(r *http.Request, a *httptest.ResponseRecorder) {
				path := r.URL.Path
				if path == "/sw.js" { // by now the page has its own files
					working.Store(true)
				}
				if working.Load() && !mended.Load() && (path == c.path || after != "" && strings.HasPrefix(path, before) && strings.HasSuffix(path, after)) {
					c.change(a)
					changed.Store(true)
				}
				a.Header().Set("Cache-Control", "no-store") // so that the worker asks the host for each
			}))
			page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all")
			for _, part := range []string{"404", "503"} {
				page.AllowConsole(part)
			}
			waitLive(page)
			page.Wait("the worker to ask for the file", func() error {
				if !changed.Load() {
					return errors.New("it did not yet")
				}
				return nil
			})
			page.WaitTrue(`(` + registered + `).then((s) => s === "none" || s === "refused")`)
			if kept := browser.Evaluate[int](page, `caches.keys().then(async (names) => (await Promise.all(names.map(async (n) => (await (await caches.open(n)).keys()).length))).reduce((a, b) => a + b, 0))`); kept > 0 {
				t.Errorf("%d files are kept, want none", kept)
			}
			train(page, 500)
			mended.Store(true)
			page.Reload()
			waitLive(page)
			waitKept(page)
			page.Reload()
			waitLive(page)
			train(page, 500)
		})
	}
}

// TestWorkerWithoutStorage: the browser has no room, or loses and refuses what is kept.
// The page is the network's, and says nothing of it.
func TestWorkerWithoutStorage(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"no room":         `Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));`,
		"no room at last": `{const put = Cache.prototype.put; let n = 0; Cache.prototype.put = function (...x) { return ++n > 5 ? Promise.reject(new DOMException("full", "QuotaExceededError")) : put.apply(this, x); };}`,
		"no caches":       `CacheStorage.prototype.open = () => Promise.reject(new DOMException("no", "SecurityError"));`,
		"lost":            `Cache.prototype.match = () => Promise.resolve(undefined);`,
		"broken":          `Cache.prototype.match = () => Promise.reject(new DOMException("no", "UnknownError"));`,
		"throws":          `Cache.prototype.match = () => { throw new TypeError("no"); };`,
		"no names":        `CacheStorage.prototype.keys = () => Promise.reject(new DOMException("no", "UnknownError"));`,
		"does not parse":  `}`,
		"throws at once":  `throw new Error("no");`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := browser.Serve(t, instead(host(t), func(r *http.Request, a *httptest.ResponseRecorder) {
				if r.URL.Path == "/sw.js" {
					becomes(a, 200, "text/javascript", script+"\n"+a.Body.String())
				}
			}))
			page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all")
			page.AllowConsole("sw.js") // errors of the script itself
			// What the worker lets go of may be what the page reads: it asks once more.
			page.AllowConsole("ERR_CACHE_WRITE_FAILURE")
			waitLive(page)
			page.WaitTrue(`(` + registered + `).then((s) => s !== "installing")`)
			for range 2 {
				train(page, 500)
				page.Reload()
				waitLive(page)
			}
			if name == "no room at last" {
				if names := browser.Evaluate[[]string](page, `caches.keys()`); len(names) > 0 {
					t.Errorf("%q is left of a version that there was no room for, want nothing", names)
				}
			}
		})
	}
}

// TestWorkersThatAnswerGarbage: what stands in the place of the browser's own.
func TestWorkersThatAnswerGarbage(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"none":            `Object.defineProperty(navigator, "serviceWorker", {value: undefined})`,
		"throws":          `Object.defineProperty(navigator, "serviceWorker", {get() { throw new DOMException("no", "SecurityError"); }})`,
		"nothing":         `Object.defineProperty(navigator, "serviceWorker", {value: {register: async () => undefined}})`,
		"an empty object": `Object.defineProperty(navigator, "serviceWorker", {value: {register: async () => ({})}})`,
		"refuses":         `Object.defineProperty(navigator, "serviceWorker", {value: {register: () => Promise.reject(new TypeError("no"))}})`,
		"no method":       `Object.defineProperty(navigator, "serviceWorker", {value: {}})`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, browser.Serve(t, host(t))+"/#w=0&b=0&play=0&open=all", browser.Script(script))
			waitLive(page)
			train(page, 500)
		})
	}
}

// TestKernelsThatAreNone: in the place of the kernel stands a page, a module without its
// functions, a part of it, or nothing that ends. Go computes alone, and the page says so.
func TestKernelsThatAreNone(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(a *httptest.ResponseRecorder){
		"a portal":        func(a *httptest.ResponseRecorder) { becomes(a, 200, "text/html", portal) },
		"an empty module": func(a *httptest.ResponseRecorder) { becomes(a, 200, "application/wasm", "\x00asm\x01\x00\x00\x00") },
		"a part":          func(a *httptest.ResponseRecorder) { a.Body.Truncate(a.Body.Len() / 2) },
		"nothing":         func(a *httptest.ResponseRecorder) { a.Body.Reset() },
		"another module": func(a *httptest.ResponseRecorder) {
			becomes(a, 200, "application/wasm", "\x00asm\x01\x00\x00\x00\x01\x04\x01\x60\x00\x00\x03\x02\x01\x00\x07\x09\x01\x05train\x00\x00\x0a\x04\x01\x02\x00\x0b")
		},
		"gone": func(a *httptest.ResponseRecorder) { becomes(a, 404, "text/plain", "no") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, browser.Serve(t, instead(light(t), func(r *http.Request, a *httptest.ResponseRecorder) {
				if strings.HasPrefix(r.URL.Path, "/kernel.") {
					change(a)
				}
			}))+"/#w=0&b=0&play=0&open=all", browser.Fresh())
			for _, part := range []string{"computes in Go alone", "404"} {
				page.AllowConsole(part)
			}
			waitLive(page)
			waitBody(page, "pure Go")
			train(page, 500)
			page.WaitText("output", "Prediction", "18.9815")
		})
	}
}

// TestAPageOfAnotherBuild: a browser or a host between has the document of a build whose
// files the host has no more. The page says what to do, and one press has the new build.
func TestAPageOfAnotherBuild(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	address := browser.Serve(t, instead(light(t), func(r *http.Request, a *httptest.ResponseRecorder) {
		switch {
		case strings.HasPrefix(r.URL.Path, "/boot.") && asked.Load() <= 1:
			becomes(a, 200, "text/javascript", strings.NewReplacer(`wasm: "app.`, `wasm: "app.0`, `wasm: "./app.`, `wasm: "./app.0`).Replace(a.Body.String()))
			a.Header().Set("Cache-Control", "no-store")
		case r.URL.Path == "/":
			asked.Add(1)
			a.Header().Set("Cache-Control", "no-store")
		case strings.HasPrefix(r.URL.Path, "/app.0") && strings.HasSuffix(r.URL.Path, ".wasm") && a.Code != 404:
			t.Error("the host has a file of the build before")
		}
	}))
	page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all&epochs=77", browser.Fresh())
	for _, part := range []string{"404", "First Neuron"} {
		page.AllowConsole(part)
	}
	waitAlert(page, "could not be loaded")
	page.Click("button", "Reload")
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", "77")
	train(page, 77)
	if got := asked.Load(); got != 2 {
		t.Errorf("the document was asked for %d times, want 2", got)
	}
}

// TestFramesPutBack: a course page takes the frame away while it loads, trains and talks,
// puts it back, moves it and hides it. The page in it begins anew, and the course page's
// console stays silent.
func TestFramesPutBack(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t)) + "/#w=0&b=0&epochs=50&embed=1&start=now&open=all&play=0"
	course := chromium.Open(t, browser.Serve(t, browser.Course(address, "First Neuron", `sandbox="allow-scripts allow-same-origin"`)))
	course.AllowConsole("can escape its sandboxing") // which the browser says of every such frame
	live := func() {
		page := course.Frame("First Neuron")
		waitLive(page)
		train(page, 50)
	}
	live()
	for _, change := range []string{
		`(frame.remove(), home.append(frame))`,
		`(frame.remove(), await sleep(30), home.append(frame), await sleep(200), frame.remove(), home.append(frame))`,
		`(document.body.prepend(frame))`,
		`(frame.src = "about:blank", await sleep(100), frame.src = address)`,
		`(frame.style.display = "none", await sleep(100), frame.style.display = "")`,
		`(frame.width = 0, frame.height = 0, await sleep(100), frame.width = 900, frame.height = 700)`,
		`(await (async () => { for (let i = 0; i < 20; i++) { frame.remove(); home.append(frame); await sleep(20); } })())`,
	} {
		browser.Evaluate[bool](course, `(async () => {
			const frame = document.querySelector("iframe"), home = frame.parentNode, address = frame.src;
			const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
			`+change+`;
			return true;
		})()`)
		live()
	}
}
