package site

import (
	"compress/gzip"
	"errors"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func example() fstest.MapFS {
	return fstest.MapFS{
		"index.html":             {Data: []byte("<!DOCTYPE html>")},
		"index.html.br":          {Data: []byte("br page")},
		"index.html.gz":          {Data: []byte("gz page")},
		"app.0a1b2c3d4e.wasm":    {Data: []byte("program, longer than its representations")},
		"app.0a1b2c3d4e.wasm.br": {Data: []byte("br program")},
		"plain.txt":              {Data: []byte("0123456789")},
		".gitkeep":               {},
		"_headers":               {Data: []byte("x")},
		".git/config":            {Data: []byte("secret")},
		"lessons/one/index.html": {Data: []byte("lesson")},
		"unknown.extension":      {Data: []byte("?")},
	}
}

func serve(t testing.TB, options Options) http.Handler {
	t.Helper()
	s, err := Load(example())
	if err != nil {
		t.Fatal(err)
	}
	return Handler(s, options)
}

// get asks the handler with pairs of header name and value.
func get(h http.Handler, method, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return record(h, r)
}

func record(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFormsAreNegotiated(t *testing.T) {
	h := serve(t, Options{})
	for accept, want := range map[string]string{
		"":                               "",
		"gzip, deflate, br":              "br",
		"gzip":                           "gzip",
		"br;q=0.5, gzip;q=0.8":           "gzip",
		"br;q=0, *":                      "gzip",
		"br;q=0, gzip;q=0":               "",
		"BR":                             "br",
		"identity;q=1, br;q=0.5":         "",
		"br;q=nonsense":                  "",
		"*;q=0":                          "",
		"*":                              "br",
		"*;q=0.1, gzip":                  "gzip",
		"br;q=0.001, identity;q=0.002":   "",
		"gzip;q=1.0, br;q=1.0":           "br",
		"gzip;q=0.5, br;q=0.49":          "gzip",
		"gzip;q=2":                       "",
		"gzip;q=-1, br;q=-0":             "",
		"gzip;q=inf, br;q=nan":           "",
		"gzip;level=9":                   "gzip",
		"identity;q=0, gzip;q=0.1":       "gzip",
		"identity":                       "",
		"deflate, gzip;q=0.8, *;q=0":     "gzip",
		",,,br,,":                        "br",
		"brotli":                         "",
		"gzip br":                        "",
		"zstd":                           "",
		"br; q = 0.9 , identity;q=0.1  ": "br",
	} {
		w := get(h, "GET", "/", "Accept-Encoding", accept)
		body := map[string]string{"": "<!DOCTYPE html>", "br": "br page", "gzip": "gz page"}[want]
		if got := w.Header().Get("Content-Encoding"); got != want || w.Body.String() != body {
			t.Errorf("Accept-Encoding %q gives %q: %q, want %q", accept, got, w.Body, want)
		}
		if w.Header().Get("Vary") != "Accept-Encoding" || w.Code != http.StatusOK {
			t.Errorf("Accept-Encoding %q: status %d, Vary %q", accept, w.Code, w.Header().Get("Vary"))
		}
	}
}

func TestHeaders(t *testing.T) {
	h := serve(t, Options{PublicOrigin: "https://neuron.example.org", FrameAncestors: "https://course.example.org"})
	page := get(h, "GET", "/").Header()
	for name, want := range map[string]string{
		"Content-Type":                 "text/html; charset=utf-8",
		"Cache-Control":                "no-cache",
		"Cross-Origin-Embedder-Policy": "require-corp",
		"Referrer-Policy":              "no-referrer",
		"Access-Control-Allow-Origin":  "*",
		"Cross-Origin-Resource-Policy": "cross-origin",
		"X-Content-Type-Options":       "nosniff",
		"X-Frame-Options":              "",
		"Set-Cookie":                   "",
		"Cross-Origin-Opener-Policy":   "",
		"Content-Security-Policy": "default-src 'none'; script-src 'self' https://neuron.example.org 'wasm-unsafe-eval'; " +
			"style-src 'self' https://neuron.example.org; img-src 'self' https://neuron.example.org data: blob:; " +
			"connect-src 'self' https://neuron.example.org; worker-src 'self' https://neuron.example.org blob:; " +
			"font-src 'self' https://neuron.example.org; frame-src 'self' https://neuron.example.org; manifest-src 'self'; object-src 'none'; base-uri 'none'; " +
			"form-action 'none'; frame-ancestors 'self' https://course.example.org",
	} {
		if got := page.Get(name); got != want {
			t.Errorf("document: %s = %q, want %q", name, got, want)
		}
	}
	if !strings.Contains(page.Get("Permissions-Policy"), "camera=()") {
		t.Errorf("Permissions-Policy = %q", page.Get("Permissions-Policy"))
	}
	program := get(h, "GET", "/app.0a1b2c3d4e.wasm", "Accept-Encoding", "br").Header()
	for name, want := range map[string]string{
		"Content-Type":                "application/wasm",
		"Cache-Control":               "public, max-age=31536000, immutable",
		"Content-Length":              "10",
		"Access-Control-Allow-Origin": "*",
		"Content-Security-Policy":     "",
	} {
		if got := program.Get(name); got != want {
			t.Errorf("program: %s = %q, want %q", name, got, want)
		}
	}
	for given, want := range map[string]string{
		"": "", "*": "", "https://a.example *": "", "'none'": "'none'", "'self' https://a.example": "'self' https://a.example", "https:": "'self' https:",
	} {
		_, got, _ := strings.Cut((Options{FrameAncestors: given}).Policy(), "; frame-ancestors ")
		if got != want {
			t.Errorf("of ancestors %q the policy names %q, want %q", given, got, want)
		}
	}
	if got := (Options{}).MetaPolicy(); strings.Contains(got, "frame-ancestors") || !strings.Contains(got, "script-src 'self' 'wasm-unsafe-eval'") {
		t.Errorf("MetaPolicy = %q", got)
	}
}

func TestStatus(t *testing.T) {
	h := serve(t, Options{})
	etag := get(h, "GET", "/").Header().Get("ETag")
	br := get(h, "GET", "/", "Accept-Encoding", "br").Header().Get("ETag")
	if etag == br || !strings.HasPrefix(etag, `"`) {
		t.Errorf("ETags %s and %s, want a strong one for each representation", etag, br)
	}
	for _, c := range []struct {
		method, path string
		headers      []string
		status       int
		body         string
	}{
		{"GET", "/index.html", nil, 200, "<!DOCTYPE html>"},
		{"HEAD", "/", nil, 200, ""},
		{"GET", "/?utm=1", nil, 200, "<!DOCTYPE html>"},
		{"GET", "/lessons/one/", nil, 200, "lesson"},
		{"GET", "/unknown.extension", nil, 200, "?"},
		{"GET", "/", []string{"If-None-Match", etag}, 304, ""},
		{"GET", "/", []string{"If-None-Match", br}, 200, "<!DOCTYPE html>"},
		{"GET", "/", []string{"If-None-Match", br, "Accept-Encoding", "br"}, 304, ""},
		{"GET", "/", []string{"If-Match", `"other"`, "Accept-Encoding", "br"}, 412, ""},
		{"GET", "/plain.txt", []string{"Range", "bytes=2-4"}, 206, "234"},
		{"GET", "/plain.txt", []string{"Range", "bytes=90-"}, 416, "invalid range: failed to overlap\n"},
		{"GET", "/app.0a1b2c3d4e.wasm", []string{"Range", "bytes=0-1", "Accept-Encoding", "br"}, 206, "br"},
		{"GET", "/healthz", nil, 200, "ok\n"},
		{"GET", "/nothing", nil, 404, "not found\n"},
		{"GET", "/index.html.br", nil, 404, "not found\n"},
		{"GET", "/.gitkeep", nil, 404, "not found\n"},
		{"GET", "/.git/config", nil, 404, "not found\n"},
		{"GET", "/_headers", nil, 404, "not found\n"},
		{"GET", "/../site_test.go", nil, 404, "not found\n"},
		{"GET", "/%2e%2e/site.go", nil, 404, "not found\n"},
		{"POST", "/", nil, 405, "method not allowed: use GET or HEAD\n"},
		{"OPTIONS", "/", nil, 405, "method not allowed: use GET or HEAD\n"},
	} {
		w := get(h, c.method, c.path, c.headers...)
		if w.Code != c.status || w.Body.String() != c.body {
			t.Errorf("%s %s %v = %d %q, want %d %q", c.method, c.path, c.headers, w.Code, w.Body, c.status, c.body)
		}
		if c.status == 405 && w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: Allow = %q", c.method, w.Header().Get("Allow"))
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s %s: no nosniff", c.method, c.path)
		}
	}
}

func TestMissingSiteIsOneError(t *testing.T) {
	if _, err := Load(fstest.MapFS{".gitkeep": {}}); !errors.Is(err, ErrMissing) {
		t.Errorf("Load of an empty folder = %v, want %v", err, ErrMissing)
	}
}

// FuzzRequest: whatever is asked, the answer is a status and never a panic.
func FuzzRequest(f *testing.F) {
	f.Add("/", "br;q=0.5, gzip", "bytes=0-1,5-", `"x"`)
	f.Add("/../..//plain.txt", ";;q=,", "bytes=-", "*")
	handler := serve(f, Options{})
	f.Fuzz(func(t *testing.T, path, accept, ranges, match string) {
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = path
		r.Header.Set("Accept-Encoding", accept)
		r.Header.Set("Range", ranges)
		r.Header.Set("If-None-Match", match)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if w.Code < 200 || w.Code >= 500 {
			t.Errorf("status %d", w.Code)
		}
	})
}

// TestDocumentAllowsWhatItsHeaderAllows: a browser obeys the policy of the
// header and that of the document's own <meta>.
func TestDocumentAllowsWhatItsHeaderAllows(t *testing.T) {
	const origin = "https://neuron.example.org"
	files := example()
	files["index.html"].Data = []byte(`<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(Options{}.MetaPolicy()) + `"><title>One</title>`)
	s, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	for options, want := range map[Options]string{
		{PublicOrigin: origin}: "script-src 'self' " + origin + " 'wasm-unsafe-eval'",
		{}:                     "script-src 'self' 'wasm-unsafe-eval'",
	} {
		h := Handler(s, options)
		for _, path := range []string{"/", "/index.html"} {
			w := get(h, "GET", path)
			if got := html.UnescapeString(w.Body.String()); !strings.Contains(got, want) || !strings.Contains(w.Header().Get("Content-Security-Policy"), want) || !strings.HasSuffix(got, `"><title>One</title>`) {
				t.Errorf("with %+v %s is %s, want %s in it and in its header", options, path, got, want)
			}
			packed := get(h, "GET", path, "Accept-Encoding", "br, gzip")
			if got := packed.Header().Get("Content-Encoding"); options.PublicOrigin != "" && got != "gzip" || packed.Header().Get("ETag") == w.Header().Get("ETag") {
				t.Errorf("with %+v %s is sent as %q with the ETag %s", options, path, got, packed.Header().Get("ETag"))
			}
			if unpacked, err := gzip.NewReader(packed.Body); options.PublicOrigin != "" && err == nil {
				if data, err := io.ReadAll(unpacked); err != nil || string(data) != w.Body.String() {
					t.Errorf("%s as gzip is %q, %v, want %q", path, data, err, w.Body)
				}
			}
		}
	}
	if got := get(Handler(s, Options{PublicOrigin: origin}), "GET", "/lessons/one/").Body.String(); got != "lesson" {
		t.Errorf("a document without a policy becomes %q", got)
	}
}
