package site

import (
	"encoding/json"
	"html"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"firstneuron/pkg/experiment"
)

// shared is a page as the bundle writes it for a site at an address; "" for a
// site that does not know where it is.
func shared(public string) fstest.MapFS {
	const head = `<meta name="preview" content="examples/celsius/">` + "\n"
	example := Share{Public: public, Page: "examples/celsius/", Folder: "examples/celsius/", Title: `Celsius & "Fahrenheit"`, Fragment: "example=celsius"}
	home := example
	home.Page = ""
	files := fstest.MapFS{
		"index.html": {Data: []byte("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta property=\"og:title\" content=\"First Neuron\">\n" + head + home.Tags() + "<title>x</title>\n")},
		"examples/celsius/index.html": {Data: []byte("<!DOCTYPE html>\n<html lang=\"en\" data-to=\"../../#example=celsius\">\n<head>\n" +
			"<meta property=\"og:title\" content=\"Celsius &amp; &#34;Fahrenheit&#34;\">\n" + head + example.Tags() + "<title>x</title>\n")},
		"examples/celsius/preview.png": {Data: []byte("png")},
		"sw.js":                        {Data: []byte("const VERSION = \"0123456789\";\nconst FILES = 1;\n")},
	}
	if public != "" {
		files["examples/celsius/oembed.json"] = &fstest.MapFile{Data: example.OEmbed(0, 0)}
	}
	return files
}

// TestAddressesAreThoseOfTheServer, whatever the build knew: no reader of a
// preview or a frame is led to another host.
func TestAddressesAreThoseOfTheServer(t *testing.T) {
	for _, built := range []string{"", "http://localhost:8080/", "https://old.host/neuron/"} {
		s, err := Load(shared(built))
		if err != nil {
			t.Fatal(err)
		}
		for options, public := range map[Options]string{
			{}: built,
			{PublicOrigin: "https://neuron.example.org"}:                           "https://neuron.example.org/",
			{PublicOrigin: "https://course.example.org", PublicPath: "/a/neuron/"}: "https://course.example.org/a/neuron/",
		} {
			h := Handler(s, options)
			for path, page := range map[string]string{"/": "", "/index.html": "", "/examples/celsius/": "examples/celsius/"} {
				body := get(h, "GET", path).Body.String()
				var got []string
				for _, match := range regexp.MustCompile(`(?:content|href)="(https?://[^"]*)"`).FindAllStringSubmatch(body, -1) {
					got = append(got, html.UnescapeString(match[1]))
				}
				oembed := public + "examples/celsius/oembed.json" // of the build
				if options.PublicOrigin != "" {
					oembed = public + "oembed?format=json&url=" + url.QueryEscape(public+page)
				}
				want := public + page + " " + public + "examples/celsius/preview.png " + oembed
				if public == "" {
					want = ""
				}
				if strings.Join(got, " ") != want {
					t.Errorf("built for %q, with %+v: %s names %v, want %s", built, options, path, got, want)
				}
				if !strings.HasSuffix(body, "<title>x</title>\n") {
					t.Errorf("%s ends with %q", path, body)
				}
			}
			w := get(h, "GET", "/examples/celsius/oembed.json")
			if public == "" {
				if w.Code != 404 {
					t.Errorf("an oEmbed of an unknown address: %d %s, want 404", w.Code, w.Body)
				}
				continue
			}
			var answer struct {
				HTML, Title string
				ProviderURL string `json:"provider_url"`
				Thumbnail   string `json:"thumbnail_url"`
			}
			if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Header().Get("Content-Type") != "application/json" {
				t.Fatalf("the oEmbed is %d %s: %v", w.Code, w.Body, err)
			}
			if answer.ProviderURL != public || answer.Thumbnail != public+"examples/celsius/preview.png" || answer.Title != `Celsius & "Fahrenheit"` ||
				!strings.HasPrefix(answer.HTML, `<iframe src="`+public+`#example=celsius&amp;embed=1&amp;" width="100%"`) {
				t.Errorf("built for %q, with %+v the oEmbed is %+v, want addresses of %s", built, options, answer, public)
			}
		}
	}
}

// TestPagesInSeveralLanguagesNameEachOther, by whole addresses of the server, whatever the
// build knew: each page all, itself too, and the English one for whoever reads none. Their
// picture is the English page's.
func TestPagesInSeveralLanguagesNameEachOther(t *testing.T) {
	const page = "activities/bend/"
	lang := experiment.LanguageCodes()[1]
	folder := experiment.LanguageFolder(lang)
	for _, built := range []string{"", "https://old.host/neuron/"} {
		files := shared(built)
		for _, at := range []string{"", folder} {
			own := Share{Public: built, Page: at + page, Folder: at + page, Title: "Bend", Languages: []string{experiment.English, lang}, Fragment: "activity=bend"}
			files[at+page+"index.html"] = &fstest.MapFile{Data: []byte("<!DOCTYPE html>\n<html data-to=\"../#activity=bend\">\n<head>\n<meta property=\"og:title\" content=\"Bend\">\n" +
				`<meta name="preview" content="` + own.Folder + `">` + "\n" + own.Tags() + "<title>x</title>\n")}
			if built != "" {
				files[at+page+"oembed.json"] = &fstest.MapFile{Data: own.OEmbed(0, 0)}
			}
		}
		s, err := Load(files)
		if err != nil {
			t.Fatal(err)
		}
		for options, public := range map[Options]string{{}: built, {PublicOrigin: "https://neuron.example.org"}: "https://neuron.example.org/"} {
			h := Handler(s, options)
			for _, at := range []string{"", folder} {
				body := get(h, "GET", "/"+at+page).Body.String()
				var got []string
				for _, match := range regexp.MustCompile(`hreflang="([^"]*)" href="([^"]*)"`).FindAllStringSubmatch(body, -1) {
					got = append(got, match[1]+" "+match[2])
				}
				want := []string{"en " + public + page, lang + " " + public + folder + page, "x-default " + public + page}
				if public == "" {
					want = nil
				}
				if !slices.Equal(got, want) {
					t.Errorf("built for %q, with %+v: %s names %q, want %q", built, options, at+page, got, want)
				}
				if public == "" {
					continue
				}
				if !strings.Contains(body, `og:image" content="`+public+page+`preview.png"`) {
					t.Errorf("built for %q, with %+v: %s has not the picture of the English page: %s", built, options, at+page, body)
				}
				if oembed := get(h, "GET", "/"+at+page+"oembed.json").Body.String(); !strings.Contains(oembed, public+page+"preview.png") || !strings.Contains(oembed, public+"#activity=bend") {
					t.Errorf("built for %q, with %+v: the oEmbed of %s is %s", built, options, at+page, oembed)
				}
			}
			if body := get(h, "GET", "/examples/celsius/").Body.String(); strings.Contains(body, "hreflang") {
				t.Errorf("a page in one language names others: %s", body)
			}
		}
	}
}

// TestVersionHasTheHeadersInIt: a worker that keeps documents fetches them again
// when who may frame them, or where the site is, changes.
func TestVersionHasTheHeadersInIt(t *testing.T) {
	s, err := Load(shared(""))
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]Options)
	for _, options := range []Options{
		{}, {FrameAncestors: "'none'"}, {FrameAncestors: "https://a.example"}, {PublicOrigin: "https://a.example"}, {PublicOrigin: "https://a.example", PublicPath: "/b/"},
	} {
		body := get(Handler(s, options), "GET", "/sw.js").Body.String()
		if !regexp.MustCompile(`^const VERSION = "[0-9a-f]{10}";\nconst FILES = 1;\n$`).MatchString(body) {
			t.Errorf("with %+v the worker is %q, want one line changed", options, body)
		}
		if other, twice := seen[body]; twice {
			t.Errorf("%+v and %+v have the same worker", options, other)
		}
		seen[body] = options
		if again := get(Handler(s, options), "GET", "/sw.js").Body.String(); again != body {
			t.Errorf("%+v has two workers, %q and %q", options, body, again)
		}
	}
	// The worker that is built has the line that is looked for.
	source, err := os.ReadFile("../../web/sw.js")
	if err != nil {
		t.Fatal(err)
	}
	built := strings.Replace(string(source), "{{version}}", "0123456789", 1)
	if string(withVersion([]byte(built), Options{})) == built {
		t.Error("web/sw.js has no version that the server finds")
	}
}
