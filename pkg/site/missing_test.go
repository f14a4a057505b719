package site

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
)

// TestMeantPathsLeadToTheFile by relative references, under any folder that a
// proxy has the site in, and to no other host.
func TestMeantPathsLeadToTheFile(t *testing.T) {
	files := example()
	files["a:b c/index.html"] = &fstest.MapFile{Data: []byte("colon")}
	s, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	h := Handler(s, Options{})
	for asked, want := range map[string]string{
		"/lessons/one":              "/lessons/one/",
		"/lessons//one":             "/lessons/one/",
		"/lessons//one/":            "/lessons/one/",
		"/lessons/one//":            "/lessons/one/",
		"//lessons/one/index.html":  "/lessons/one/index.html",
		"//":                        "/",
		"///":                       "/",
		"/////////":                 "/",
		"//index.html":              "/index.html",
		"//plain.txt":               "/plain.txt",
		"/lessons/one?utm=1&x=%22/": "/lessons/one/?utm=1&x=%22/",
		"//?utm=1":                  "/?utm=1",
		"/a:b%20c":                  "/a:b%20c/",
		"//a:b%20c":                 "/a:b%20c/",

		// The # came escaped, once or more often.
		"/%23example=celsius&epochs=100":     "/#example=celsius&epochs=100",
		"/index.html%23w=0&b=0":              "/index.html#w=0&b=0",
		"/lessons/one/%23epochs=100":         "/lessons/one/#epochs=100",
		"/lessons/one%23epochs=100":          "/lessons/one/#epochs=100",
		"/%2523w=0":                          "/#w=0",
		"/%252523w%253D0":                    "/#w%253D0",
		"/%23title=a%2Fb/c&text=Six%20words": "/#title=a%2Fb/c&text=Six%20words",
		"/lessons//one/%23w=0":               "/lessons/one/#w=0",
		"/%23w=0?utm=1":                      "/#w=0?utm=1",

		// A sentence ended behind the address.
		"/lessons/one/).": "/lessons/one/", "/index.html,": "/index.html", "/lessons/one/%3E": "/lessons/one/",
	} {
		for _, method := range []string{"GET", "HEAD"} {
			for _, prefix := range []string{"", "/neuron", "/course/neuron"} {
				base, err := url.Parse("https://your.host" + prefix + asked)
				if err != nil {
					t.Fatal(err)
				}
				r := httptest.NewRequest(method, "/", nil)
				r.URL.Path, r.URL.RawPath, r.URL.RawQuery = strings.TrimPrefix(base.Path, prefix), strings.TrimPrefix(base.RawPath, prefix), base.RawQuery
				w := record(h, r)
				to := w.Header().Get("Location")
				if w.Code != http.StatusMovedPermanently || !strings.HasPrefix(to, "./") && !strings.HasPrefix(to, "../") {
					t.Errorf("%s %s = %d to %q, want 301 to a relative reference", method, asked, w.Code, to)
					continue
				}
				reference, err := url.Parse(to)
				if err != nil {
					t.Errorf("%s: Location %q: %v", asked, to, err)
					continue
				}
				if got := base.ResolveReference(reference).String(); got != "https://your.host"+prefix+want {
					t.Errorf("%s under %q leads by %s to %s, want %s", asked, prefix, to, got, want)
				}
			}
		}
	}
	for _, asked := range []string{
		"/nothing", "//nothing", "//example.org/", "/lessons", "/plain.txt/", "//_headers", "//.git/config", strings.Repeat("/", 201),
		"/nothing%23w=0", "/.git/%23w=0",
	} {
		if w := get(h, "GET", "http://x"+asked); w.Code != http.StatusNotFound || w.Header().Get("Location") != "" {
			t.Errorf("%.40s = %d to %q, want 404", asked, w.Code, w.Header().Get("Location"))
		}
	}
}

const lostPage = `<!DOCTYPE html><html data-home="/neuron/"><meta http-equiv="Content-Security-Policy" content="old"><link href="/neuron/app.css"><a href="/neuron/">Home</a>`

// TestMissingPageLeadsHome from any depth, with the headers of a document, to
// those alone who take HTML.
func TestMissingPageLeadsHome(t *testing.T) {
	files := example()
	files["404.html"] = &fstest.MapFile{Data: []byte(lostPage)}
	s, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	options := Options{PublicOrigin: "https://neuron.example.org"}
	h := Handler(s, options)
	for asked, home := range map[string]string{
		"/nothing": "./", "/examples/nothing": "../", "/examples/nothing/": "../../", "/a/b/c/d": "../../../", "/404.html": "./",
		"/app.0000000000.css": "./", "/.git/config": "../", "//nothing": "../",
	} {
		w := get(h, "GET", "http://x"+asked, "Accept", "text/html,*/*;q=0.8", "Accept-Encoding", "br, gzip")
		body := html.UnescapeString(w.Body.String())
		for _, want := range []string{`href="` + home + `app.css"`, `<a href="` + home + `">`, options.MetaPolicy()} {
			if !strings.Contains(body, want) {
				t.Errorf("%s answers %s, want %s in it", asked, body, want)
			}
		}
		for name, want := range map[string]string{
			"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Security-Policy": options.Policy(),
			"X-Content-Type-Options": "nosniff", "Content-Encoding": "", "Location": "", "Vary": "Accept",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", asked, name, got, want)
			}
		}
		if w.Code != http.StatusNotFound {
			t.Errorf("%s = %d, want 404", asked, w.Code)
		}
		if head := get(h, "HEAD", "http://x"+asked, "Accept", "text/html"); head.Code != 404 || head.Body.Len() != 0 {
			t.Errorf("HEAD %s = %d with %d bytes, want 404 with none", asked, head.Code, head.Body.Len())
		}
	}
	for _, accept := range []string{"", "*/*", "application/wasm"} {
		if w := get(h, "GET", "/nothing", "Accept", accept); w.Body.String() != "not found\n" || w.Code != 404 {
			t.Errorf("with Accept %q: %d %q, want 404 and two words", accept, w.Code, w.Body)
		}
	}
	// A page that does not say how it names the root cannot be shown at any depth.
	files["404.html"] = &fstest.MapFile{Data: []byte("<title>Lost</title>")}
	if s, err = Load(files); err != nil {
		t.Fatal(err)
	}
	if w := get(Handler(s, options), "GET", "/nothing", "Accept", "text/html"); w.Body.String() != "not found\n" {
		t.Errorf("a page without data-home is shown: %q", w.Body)
	}
}
