package e2e

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

// waitKept waits until the service worker has all that the page needs.
func waitKept(page *browser.Page) {
	page.WaitTrue(`navigator.serviceWorker.ready.then((r) => r.active?.state === "activated")`)
}

// pythonHost serves the built site, from a folder within folders, by the
// plainest file host there is. stop ends it and waits until nobody answers.
func pythonHost(t *testing.T) (address string, stop func()) {
	t.Helper()
	root := t.TempDir()
	site := filepath.Join(root, "courses", "deep learning", "one")
	if err := os.CopyFS(site, os.DirFS(dist)); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := listener.Addr().String()
	_ = listener.Close() // for python to take
	_, port, _ := net.SplitHostPort(at)
	ctx, cancel := context.WithCancel(context.Background())
	host := exec.CommandContext(ctx, "python3", "-m", "http.server", port, "--bind", "127.0.0.1", "--directory", root)
	if err := host.Start(); err != nil {
		t.Fatal(err)
	}
	stop = func() {
		cancel()
		_ = host.Wait() // it is killed
	}
	t.Cleanup(stop)
	for range 200 {
		if conn, err := net.Dial("tcp", at); err == nil {
			_ = conn.Close()
			return "http://" + at + "/courses/deep%20learning/one", stop
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("python3 -m http.server does not listen")
	return "", nil
}

// TestStaticSiteWorksFromAFolderAndThenWithoutTheServer: a file host, a nested
// path, one visit, and then every form of link with the server stopped.
func TestStaticSiteWorksFromAFolderAndThenWithoutTheServer(t *testing.T) {
	t.Parallel()
	address, stop := pythonHost(t)
	page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all")
	waitLive(page)
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
	waitKept(page)
	browser.Evaluate[bool](page, `(localStorage.setItem("firstneuron.tour", "1"), true)`) // she knows the first lesson
	stop()
	if _, err := http.Get(address + "/"); err == nil {
		t.Fatal("the server still answers")
	}
	for _, link := range []string{"/#w=0&b=0&play=0&open=all&epochs=501", "/", "/?utm_source=course#w=0&b=0&epochs=502", "/index.html?a=b#epochs=503&w=0&b=0&open=all"} {
		page.Goto("about:blank")
		page.Goto(address + link)
		waitLive(page)
		epochs := 500
		if _, fragment, found := strings.Cut(link, "epochs="); found {
			_, _ = fmt.Sscan(strings.Split(fragment, "&")[0], &epochs)
		}
		train(page, epochs)
	}
	page.Reload()
	waitLive(page)
	// An example's own address leads to it, with all that stands behind.
	page.Goto("about:blank")
	page.Goto(address + "/examples/celsius/?utm_source=course#epochs=300&open=all")
	waitLive(page)
	page.WaitValue("combobox", "Example", "Celsius to Fahrenheit")
	page.WaitValue("spinbutton", "Epochs", "300")
	if got := page.URL(); !strings.HasPrefix(got, address+"/?utm_source=course#") {
		t.Errorf("the example's address leads to %s, want the playground's", got)
	}
}

// TestNewerVersionIsOffered: the version at hand stays until the learner wants
// the newer one, and the worker touches no cache but its own.
func TestNewerVersionIsOffered(t *testing.T) {
	t.Parallel()
	for lang, words := range map[string]struct{ notice, later, button string }{
		"en": {"A newer version", "Later", "Use the new version"},
		"ko": {"새 버전이 있습니다", "나중에", "새 버전 사용"},
	} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			var newer atomic.Bool
			files := host(t)
			address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if !newer.Load() || (r.URL.Path != "/" && r.URL.Path != "/sw.js") {
					files.ServeHTTP(w, r)
					return
				}
				name := strings.TrimPrefix(strings.Replace(r.URL.Path+"$", "/$", "/index.html", 1), "/")
				data, err := os.ReadFile(filepath.Join(dist, strings.TrimSuffix(name, "$")))
				if err != nil {
					http.Error(w, err.Error(), http.StatusInternalServerError)
					return
				}
				w.Header().Set("Content-Type", "text/javascript")
				if r.URL.Path == "/" {
					w.Header().Set("Content-Type", "text/html")
				}
				text := strings.Replace(string(data), "<title>First Neuron</title>", "<title>Newer</title>", 1)
				_, _ = io.WriteString(w, strings.Replace(text, `const VERSION = "`, `const VERSION = "newer-`, 1))
			}))
			page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all&epochs=700&lang="+lang)
			waitLive(page)
			waitKept(page)
			browser.Evaluate[any](page, `Promise.all(["somebody else's", "firstneuron http://127.0.0.1/other/ 1"].map((name) => caches.open(name)))`)

			newer.Store(true)
			page.Reload()
			waitLive(page)
			if title := browser.Evaluate[string](page, `document.title`); title != "First Neuron" {
				t.Errorf("the title is %q before anything is wanted, want the version at hand", title)
			}
			waitBody(page, words.notice)
			page.Screenshot("update-" + lang)
			page.Click("button", words.later)
			page.WaitGone("button", words.button)
			page.Reload()
			waitLive(page)
			page.Click("button", words.button)
			page.WaitTrue(`document.title === "Newer"`)
			waitLive(page)
			if got := page.URL(); !strings.Contains(got, "epochs=700") {
				t.Errorf("the address is %q, want the experiment in it", got)
			}
			page.WaitTrue(`caches.keys().then((names) => names.filter((n) => n.startsWith("firstneuron " + location.origin + "/ ")).length === 1)`)
			names := strings.Join(browser.Evaluate[[]string](page, `caches.keys()`), "\n")
			for _, want := range []string{"somebody else's", "firstneuron http://127.0.0.1/other/ 1", "/ newer-"} {
				if !strings.Contains(names, want) {
					t.Errorf("the caches are %q, want %q among them", names, want)
				}
			}
		})
	}
}

// TestEmbedsLeaveNoWorker: neither in a frame, sandboxed or not, nor where the
// link says embed.
func TestEmbedsLeaveNoWorker(t *testing.T) {
	t.Parallel()
	for name, visit := range map[string]func(address string) *browser.Page{
		"frame of the same site": func(address string) *browser.Page {
			return chromium.Open(t, browser.Serve(t, browser.Course(address, "First Neuron", ""))).Frame("First Neuron")
		},
		"sandboxed frame": func(address string) *browser.Page {
			return chromium.Open(t, browser.Serve(t, browser.Course(address, "First Neuron", `sandbox="allow-scripts"`))).Frame("First Neuron")
		},
		"embed": func(address string) *browser.Page { return chromium.Open(t, address+"&embed=1") },
	} {
		t.Run(name, func(t *testing.T) {
			asked := &asks{}
			files := host(t)
			address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked.add(r.URL.Path)
				files.ServeHTTP(w, r)
			}))
			page := visit(address + "/#w=0&b=0&play=0&open=all")
			waitLive(page)
			train(page, 500)
			if got := strings.Join(asked.list(), " "); strings.Contains(got, "sw.js") || strings.Contains(got, "offline") {
				t.Errorf("the page asks for %s, want no service worker", got)
			}
		})
	}
}

// TestExamplePageSaysSomethingWithoutScript: a site that shows previews, and a
// reader without JavaScript, see its words, its picture and the way on.
func TestExamplePageSaysSomethingWithoutScript(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	page := chromium.Open(t, browser.Serve(t, host(t))+"/examples/houses/", browser.WithoutScript())
	page.WaitFor("heading", "House prices")
	page.WaitFor("img", "A chart of 6 points and the line that one neuron has learned")
	page.Click("link", "First Neuron")
	page.WaitFor("img", "Fit")

	// With the script that leads on left out, the page stays for axe to look at.
	files := host(t)
	page = chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/forward.") {
			w.Header().Set("Content-Type", "text/javascript")
			return
		}
		files.ServeHTTP(w, r)
	}))+"/examples/houses/")
	page.Screenshot("example")
	for _, violation := range page.Axe(source) {
		t.Error(violation)
	}
}

// TestExampleOpensWhereItsFolderIsRedirected: some file hosts lead from a folder
// to its name without a slash. Browsers refuse such an answer to a visit from a
// service worker.
func TestExampleOpensWhereItsFolderIsRedirected(t *testing.T) {
	t.Parallel()
	files := host(t)
	address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/examples/celsius/":
			http.Redirect(w, r, "/examples/celsius", http.StatusMovedPermanently)
			return
		case "/examples/celsius":
			r.URL.Path += "/"
		}
		files.ServeHTTP(w, r)
	}))
	page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all")
	waitLive(page)
	waitKept(page)
	page.Goto("about:blank")
	page.Goto(address + "/examples/celsius/#epochs=300&open=all")
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", "300")
}

// TestWorkerKeepsOneVersion: of a host that says nothing about caching, a
// browser may have files for a while that are no longer those of the site. What
// the worker keeps is what the host has.
func TestWorkerKeepsOneVersion(t *testing.T) {
	t.Parallel()
	files := host(t)
	var newer atomic.Bool
	address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/files.json" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "max-age=3600") // as a browser guesses
		fmt.Fprintf(w, "[%v]", newer.Load())
	}))
	page := chromium.Open(t, address+"/?#embed=1") // no worker yet
	waitLive(page)
	list := `fetch("./files.json").then((r) => r.text())`
	if got := browser.Evaluate[string](page, list); got != "[false]" {
		t.Fatalf("the list is %s before, want [false]", got)
	}
	newer.Store(true)
	page.Goto("about:blank")
	page.Goto(address + "/#w=0&b=0&play=0&open=all")
	waitLive(page)
	waitKept(page)
	page.Reload()
	waitLive(page)
	if got := browser.Evaluate[string](page, list); got != "[true]" {
		t.Errorf("the list that is kept is %s, want the host's [true]", got)
	}
}
