package e2e

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/scorm"
)

const scormAgain = "node_modules/scorm-again/dist/scorm12.min.js"

// coursePage serves a course system that has one lesson: the package, with the
// page that it frames at /page/ of the same host.
func coursePage(t *testing.T, lms string, p scorm.Package, page http.Handler) (address string) {
	t.Helper()
	mux := http.NewServeMux()
	address = browser.Serve(t, mux)
	if p.Site == nil {
		p.Address = browser.OtherSite(address) + "/page/"
	}
	mux.Handle("GET /page/", http.StripPrefix("/page", page))
	files, err := p.Files()
	if err != nil {
		t.Fatal(err)
	}
	courseSystem(mux, lms, address, files)
	return address
}

// courseSystem is a course system with the lesson of the files.
func courseSystem(mux *http.ServeMux, lms, address string, files []scorm.File) {
	for _, file := range files {
		mux.HandleFunc("GET /lesson/"+file.Name, func(w http.ResponseWriter, r *http.Request) {
			http.ServeContent(w, r, file.Name, time.Time{}, bytes.NewReader(file.Data))
		})
	}
	mux.Handle("GET /scorm/", http.StripPrefix("/scorm", http.FileServer(http.Dir("testdata/scorm"))))
	mux.HandleFunc("GET /scorm12.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, scormAgain) })
	mux.HandleFunc("GET /between", func(w http.ResponseWriter, _ *http.Request) {
		browser.Course(address+"/lesson/index.html", "Lesson", "").ServeHTTP(w, nil)
	})
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,">
			%s<iframe title="Lesson" src="/lesson/index.html" width="1000" height="700"></iframe>`, lms)
	})
}

// The course systems that a lesson is tried in.
const (
	strictLMS = `<script src="/scorm/strict.js"></script>`
	againLMS  = `<script src="/scorm12.js"></script><script src="/scorm/again.js"></script>`
	noLMS     = ``
)

// child is a page that speaks the protocol, with the buttons that a test needs.
func child() http.Handler {
	files := http.FileServer(http.Dir("testdata/scorm"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			files.ServeHTTP(w, r)
			return
		}
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Child</title><link rel="icon" href="data:,">
			<output id="state" aria-label="State"></output><output id="fragment" aria-label="Fragment"></output>
			<script src="child.js"></script>`)
	})
}

// launched is the page in the launch page in the course page.
func launched(course *browser.Page) *browser.Page {
	page := course.Frame("Lesson").Frame("First Neuron")
	page.WaitText("output", "State", "connected")
	return page
}

func say(page *browser.Page, event string) {
	browser.Evaluate[any](page, `window.eval(`+"`say("+event+")`"+`)`)
}

// calls are the calls of the API whose name begins so, written out.
func calls(course *browser.Page, prefix string) []string {
	return browser.Evaluate[[]string](course, `window.calls.map((c) => c.join(" ")).filter((c) => c.startsWith("`+prefix+`"))`)
}

func waitCall(course *browser.Page, want string) {
	course.Wait("waiting for "+want, func() error {
		if all := calls(course, ""); !strings.Contains(strings.Join(all, "\n")+"\n", want+"\n") {
			return fmt.Errorf("the calls are %q", all)
		}
		return nil
	})
}

// leave ends the lesson as a course system does and reads what was stored.
func leave(course *browser.Page) map[string]string {
	course.Remove("iframe", "Lesson")
	waitCall(course, "LMSFinish ")
	return browser.Evaluate[map[string]string](course, `JSON.parse(localStorage.getItem("strict"))`)
}

// expectOneSession checks the whole session for what the standard asks.
func expectOneSession(t *testing.T, course *browser.Page) {
	t.Helper()
	for _, name := range []string{"LMSInitialize", "LMSFinish"} {
		if got := calls(course, name); len(got) != 1 {
			t.Errorf("%d × %s, want one", len(got), name)
		}
	}
	if breaches := browser.Evaluate[[]string](course, `window.violations`); len(breaches) > 0 {
		t.Errorf("the course system notes %q", breaches)
	}
}
