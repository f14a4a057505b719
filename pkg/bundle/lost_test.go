package bundle

import (
	"html"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"firstneuron/pkg/site"
)

// TestSiteThatDoesNotKnowItsAddressNamesNone, until a server tells it: the
// address of `make run` would lead each reader of a preview to their own machine.
func TestSiteThatDoesNotKnowItsAddressNamesNone(t *testing.T) {
	t.Parallel()
	out := t.TempDir()
	build(t, out, "program")
	files := []string{"index.html", "examples/celsius/index.html", lostName, "_headers", "_nginx.conf", "_Caddyfile", "sw.js"}
	for _, name := range files {
		if text := read(t, out, name); strings.Contains(text, "localhost") {
			t.Errorf("%s names an address, which nobody has said", name)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "examples/celsius/oembed.json")); err == nil {
		t.Error("there is an oEmbed, whose addresses nobody has said")
	}
	served, err := site.LoadFolder(out)
	if err != nil {
		t.Fatal(err)
	}
	h := site.Handler(served, site.Options{PublicOrigin: "https://your.host", PublicPath: "/neuron/"})
	get := func(path string) string {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept", "text/html")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Body.String()
	}
	// What the server adds is what a build for that address has.
	known, _ := builtSite(t)
	for path, name := range map[string]string{
		"/": "index.html", "/examples/celsius/": "examples/celsius/index.html", "/examples/celsius/oembed.json": "examples/celsius/oembed.json",
	} {
		addresses := regexp.MustCompile(`https://your\.host[^"\\ ]*`)
		got, want := addresses.FindAllString(get(path), -1), addresses.FindAllString(read(t, known, name), -1)
		for i, address := range got {
			if strings.HasPrefix(address, "https://your.host/neuron/oembed?") {
				got[i] = "https://your.host/neuron/examples/" + map[string]string{"/": "lesson", "/examples/celsius/": "celsius"}[path] + "/oembed.json" // what a file host has for it
			}
		}
		if strings.Join(got, " ") != strings.Join(want, " ") || len(want) == 0 {
			t.Errorf("served, %s names %q, want %q as one that is built for the address", path, got, want)
		}
	}
}

// TestLostPageLeadsHome where a host shows it, and at any depth of the server,
// in every language, by files that are there.
func TestLostPageLeadsHome(t *testing.T) {
	t.Parallel()
	known, _ := builtSite(t) // at /neuron/ of its host
	page := read(t, known, lostName)
	for _, want := range []string{`<h1>There is nothing at this address</h1>`, `lang="ko">이 주소에는`, `<a href="/neuron/">Open First Neuron</a>`, `lang="ko"><a href="/neuron/">`, `data-home="/neuron/"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s lacks %s", lostName, want)
		}
	}
	served, err := site.LoadFolder(known)
	if err != nil {
		t.Fatal(err)
	}
	h := site.Handler(served, site.Options{})
	for asked, root := range map[string]string{"/nothing": "./", "/examples/nothing/at/all": "../../../"} {
		r := httptest.NewRequest("GET", asked, nil)
		r.Header.Set("Accept", "text/html")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != 404 {
			t.Errorf("%s = %d, want 404", asked, w.Code)
		}
		links := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(w.Body.String(), -1)
		if len(links) < 5 {
			t.Errorf("%s has the links %v, want its files and the ways home", asked, links)
		}
		for _, link := range links {
			file, found := strings.CutPrefix(html.UnescapeString(link[1]), root)
			if _, err := os.Stat(filepath.Join(known, file)); !found || err != nil {
				t.Errorf("%s leads to %s, want a file of %s: %v", asked, link[1], root, err)
			}
		}
	}
}
