package e2e

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"firstneuron/e2e/browser"
)

// wordsHost is the site with the files of words as a test wants them: asked are the
// languages that were asked for, and answer may answer in the site's place.
type wordsHost struct {
	files  http.Handler
	answer func(w http.ResponseWriter, lang string) bool

	mu    sync.Mutex
	asked []string
}

func (h *wordsHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if lang, found := strings.CutPrefix(r.URL.Path, "/words-"); found {
		lang, _, _ = strings.Cut(lang, ".")
		h.mu.Lock()
		h.asked = append(h.asked, lang)
		h.mu.Unlock()
		if h.answer != nil && h.answer(w, lang) {
			return
		}
	}
	h.files.ServeHTTP(w, r)
}

// langs returns the languages that were asked for.
func (h *wordsHost) langs() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return strings.Join(h.asked, " ")
}

// TestWordsAreFetchedWhenTheyAreNeeded: those of one language with the page, those of
// another when it is chosen, and none twice.
func TestWordsAreFetchedWhenTheyAreNeeded(t *testing.T) {
	t.Parallel()
	h := &wordsHost{files: light(t)}
	page := chromium.Open(t, browser.Serve(t, h)+"/#w=0&b=0&play=0&open=all&lang=ko")
	waitLive(page)
	page.WaitFor("button", "훈련")
	if got := h.langs(); got != "ko" {
		t.Errorf("the page fetches the words of %q, want ko alone", got)
	}
	navigate := func(fragment, button, lang string) {
		t.Helper()
		browser.Evaluate[any](page, `location.hash = "`+fragment+`"`)
		page.WaitFor("button", button)
		page.WaitTrue(`document.documentElement.lang === "` + lang + `"`)
	}
	navigate("#w=0&b=0&play=0&open=all&lang=en", "Train", "en")
	page.Select("Language", "한국어")
	page.WaitFor("button", "훈련")
	page.Select("언어", "English")
	page.WaitFor("button", "Train")
	if got := h.langs(); got != "ko en" {
		t.Errorf("the page has fetched the words of %q, want ko en", got)
	}
}

// TestWordsThatDoNotCome: the page begins in English and says why; where there is none
// either, the document says so.
func TestWordsThatDoNotCome(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]func(w http.ResponseWriter){
		"missing": func(w http.ResponseWriter) { http.Error(w, "later", http.StatusBadGateway) },
		"cut":     func(w http.ResponseWriter) { _, _ = w.Write([]byte("First Neuron words 1 ko 800\na=b\n")) },
		"replaced": func(w http.ResponseWriter) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte("Blocked"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var back atomic.Bool
			h := &wordsHost{files: light(t), answer: func(w http.ResponseWriter, lang string) bool {
				if back.Load() || lang == "en" {
					return false
				}
				answer(w)
				return true
			}}
			opened := func(h *wordsHost) *browser.Page {
				page := chromium.Open(t, browser.Serve(t, h)+"/#w=0&b=0&play=0&open=all&lang=ko")
				for _, part := range []string{"First Neuron", "502"} {
					page.AllowConsole(part)
				}
				return page
			}
			page := opened(h)
			waitLive(page)
			page.WaitFor("button", "Train")
			waitAlert(page, "(한국어) could not be loaded")
			back.Store(true)
			page.Select("Language", "English")
			page.Select("Language", "한국어")
			page.WaitFor("button", "훈련")
			page = opened(&wordsHost{files: h.files, answer: func(w http.ResponseWriter, _ string) bool { answer(w); return true }})
			if name == "missing" {
				waitAlert(page, "could not be loaded")
			} else {
				waitAlert(page, "a filter of this network")
			}
			page.WaitFor("button", "Reload")
		})
	}
}

// TestPageOfALanguage: it speaks the language of its address, which is the site's from
// then on, unless the link says another or another is chosen.
func TestPageOfALanguage(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, http.StripPrefix("/neuron", light(t)))
	page := chromium.Open(t, address+"/neuron/ko/#w=0&b=0&play=0&open=all", browser.Language("en-US"))
	speaks := func(button, lang string) {
		t.Helper()
		waitLive(page)
		page.WaitFor("button", button)
		page.WaitTrue(`document.documentElement.lang === "` + lang + `" && location.pathname === "/neuron/"`)
	}
	speaks("훈련", "ko")
	page.Fill("spinbutton", "에포크", "7")
	page.WaitTrue(`location.hash.includes("epochs=7")`)
	page.Reload()
	speaks("훈련", "ko")
	page.Select("언어", "English")
	speaks("Train", "en")
	page.Reload()
	speaks("Train", "en")
	page.Goto(address + "/neuron/ar/?utm_source=course#w=0&b=0&play=0&lang=ko")
	speaks("훈련", "ko")
	page.Goto(address + "/neuron/ar/?utm_source=course#w=0&b=0&play=0&open=all&embed=1")
	speaks("تدريب", "ar")
	page.WaitTrue(`document.documentElement.dir === "rtl" && location.search === "?utm_source=course"`)
}
