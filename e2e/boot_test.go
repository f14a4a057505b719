package e2e

import (
	"fmt"
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

// TestWhyTheProgramDoesNotRunIsInSight: the sentence that names what to do, in the
// window at every size, and told to the page around it.
func TestWhyTheProgramDoesNotRunIsInSight(t *testing.T) {
	t.Parallel()
	const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
	const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
	const without = `delete window.WebAssembly;`
	agent := func(text string) string {
		return without + fmt.Sprintf(`Object.defineProperty(navigator, "userAgent", {get: () => %q})`, text)
	}
	files := host(t)
	answers := func(status int, contentType, body string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasSuffix(r.URL.Path, ".wasm") {
				files.ServeHTTP(w, r)
				return
			}
			w.Header().Set("Content-Type", contentType)
			w.WriteHeader(status)
			fmt.Fprint(w, body)
		})
	}
	for name, c := range map[string]struct {
		script string
		host   http.Handler
		want   string
	}{
		"none":     {without, files, "WebAssembly, which is switched off"},
		"Edge":     {agent(edge), files, "Enhance your security on the web"},
		"iPhone":   {agent(phone), files, "Lockdown Mode"},
		"filter":   {"", answers(http.StatusOK, "text/html", "Blocked by your administrator"), "a filter of this network"},
		"refused":  {"", answers(http.StatusForbidden, "text/plain", "no"), "a filter of this network"},
		"replaced": {"", answers(http.StatusOK, "application/wasm", "Blocked"), "a filter of this network"},
		"broken":   {"", answers(http.StatusBadGateway, "text/plain", "later"), "could not be loaded"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, browser.Serve(t, c.host)+"/#open=all", browser.Viewport(1280, 800), browser.Script(c.script))
			for _, part := range []string{"First Neuron", "403", "502"} {
				page.AllowConsole(part)
			}
			waitAlert(page, c.want)
			for _, size := range [][2]int{{1280, 800}, {390, 700}} {
				page.Resize(size[0], size[1])
				page.WaitTrue(fmt.Sprintf(`window.innerWidth === %d`, size[0]))
				if inside := browser.Evaluate[bool](page, `(() => {
					const box = document.getElementById("program-notice").getBoundingClientRect();
					return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
				})()`); !inside {
					t.Errorf("%d × %d: the sentence is out of sight", size[0], size[1])
				}
			}
		})
	}
}

// TestProgramThatCannotBeLoadedOffersAReload: the first attempt to fetch the
// program fails, the reload gets it.
func TestProgramThatCannotBeLoadedOffersAReload(t *testing.T) {
	t.Parallel()
	files, broken := light(t), make(chan bool, 1)
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

// TestProgramStartsFromAnyFileHost: whatever a host calls the program's type,
// and whether it tells one at all.
func TestProgramStartsFromAnyFileHost(t *testing.T) {
	t.Parallel()
	for _, contentType := range []string{"application/wasm; charset=utf-8", "Application/Wasm", "application/octet-stream", ""} {
		t.Run(contentType, func(t *testing.T) {
			t.Parallel()
			files := unkept(plainHost())
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
