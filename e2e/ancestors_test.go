package e2e

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/site"
)

// TestFrameAncestorsRefuseAForeignParent in both browsers: the course that is
// named may frame the page, another one gets the browser's refusal, and nothing
// of the page is fetched there.
func TestFrameAncestorsRefuseAForeignParent(t *testing.T) {
	t.Parallel()
	for name, visit := range map[string]func(t *testing.T, parent string, allowed bool){
		"Chromium": func(t *testing.T, parent string, allowed bool) {
			page := chromium.Open(t, parent)
			if allowed {
				waitLive(page.Frame("First Neuron"))
				return
			}
			waitRefusal(t, page.Console, page.AllowConsole)
		},
		"Firefox": func(t *testing.T, parent string, allowed bool) {
			page := openESR(t, parent)
			if allowed {
				page.Frame("First Neuron").WaitTrue(`document.documentElement.dataset.program === "running"`)
				return
			}
			waitRefusal(t, page.Console, page.AllowConsole)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files, err := site.Load(os.DirFS(dist))
			if err != nil {
				t.Fatal(err)
			}
			var handler http.Handler
			asked := &asks{}
			address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked.add(r.URL.Path)
				handler.ServeHTTP(w, r)
			}))
			course := browser.Course(address, "First Neuron", "")
			friend, stranger := browser.Serve(t, course), browser.Serve(t, course)
			handler = site.Handler(files, site.Options{FrameAncestors: friend})

			visit(t, stranger, false)
			if got := asked.list(); len(got) != 1 || got[0] != "/" {
				t.Errorf("the foreign parent's frame asked for %v, want the document alone", got)
			}
			visit(t, friend, true)
			if got := strings.Join(asked.list(), " "); !strings.Contains(got, ".wasm") {
				t.Errorf("the named parent's frame asked for %s, want the program too", got)
			}
		})
	}
}

// waitRefusal waits until the browser says why it does not show a frame.
func waitRefusal(t *testing.T, console func() []string, allow func(part string)) {
	t.Helper()
	const reason = "frame-ancestors"
	for range 500 {
		if strings.Contains(strings.Join(console(), "\n"), reason) {
			allow(reason)
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("the console is %q, want a message with %q", console(), reason)
}

// asks are the paths that were asked for.
type asks struct {
	mu    sync.Mutex
	paths []string
}

func (a *asks) add(path string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.paths = append(a.paths, path)
}

func (a *asks) list() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]string(nil), a.paths...)
}

// TestPreviewShowsWhereOneParentIsNamed: the share dialog frames the page, too,
// whoever else may.
func TestPreviewShowsWhereOneParentIsNamed(t *testing.T) {
	t.Parallel()
	files, err := site.Load(os.DirFS(dist))
	if err != nil {
		t.Fatal(err)
	}
	page := chromium.Open(t, browser.Serve(t, site.Handler(files, site.Options{FrameAncestors: "https://course.example.org"}))+"/#w=0&b=0&play=0&open=all")
	waitLive(page)
	page.Click("button", "Share")
	page.Select("Preview", "600 px")
	waitLive(page.Frame("Preview"))
}

// TestAnybodyMayFrameThePage: by default also a course page that was opened as
// a file and a page whose origin is its own, neither of which the directive's *
// means. (A data: page is a third, but Chromium keeps it from loopback anyway.)
func TestAnybodyMayFrameThePage(t *testing.T) {
	t.Parallel()
	files, err := site.Load(os.DirFS(dist))
	if err != nil {
		t.Fatal(err)
	}
	address := browser.Serve(t, site.Handler(files, site.Options{}))
	frame := `<!DOCTYPE html><title>Course</title><link rel="icon" href="data:,"><iframe title="First Neuron" width="1000" height="760" src="` + address + `/#w=0&b=0&play=0&open=all"></iframe>`
	file := filepath.Join(t.TempDir(), "course.html")
	if err := os.WriteFile(file, []byte(frame), 0o600); err != nil {
		t.Fatal(err)
	}
	sandboxed := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "sandbox allow-scripts")
		_, _ = io.WriteString(w, frame)
	}))
	for name, parent := range map[string]string{
		"file": "file://" + file, "sandbox": sandboxed,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, parent)
			waitLive(page.Frame("First Neuron"))
		})
	}
}
