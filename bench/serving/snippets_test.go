package serving

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firstneuron/pkg/site"

	"github.com/andybalholm/brotli"
)

// packed is text in an encoding.
func packed(t *testing.T, text string, open func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var out bytes.Buffer
	w := open(&out)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// smallSite writes a site of a few files, with their forms and what other hosts
// need, and returns its folder.
func smallSite(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	files := map[string]string{
		"index.html": strings.Repeat("page ", 500), "examples/celsius/index.html": strings.Repeat("celsius ", 500),
		"404.html":           `<html data-home="/"><a href="/">lost</a>`,
		"app.0a1b2c3d4e.css": strings.Repeat("css ", 500), "sw.js": strings.Repeat("worker ", 500), "secret/.hidden": "hidden",
	}
	var names []string
	for name := range files {
		names = append(names, name)
	}
	for _, name := range names {
		if strings.HasPrefix(name, "secret") {
			continue
		}
		files[name+".gz"] = packed(t, files[name], func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
		files[name+".br"] = packed(t, files[name], func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) })
	}
	for name, data := range site.HostFiles(names, site.Options{}) {
		files[name] = string(data)
	}
	for name, text := range files {
		at := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestSnippetsSendTheSame asks each host that is installed, and this server, for
// the same files and compares the headers that a page depends on.
func TestSnippetsSendTheSame(t *testing.T) {
	folder := smallSite(t)
	own, err := site.LoadFolder(folder)
	if err != nil {
		t.Fatal(err)
	}
	ours := httptest.NewServer(site.Handler(own, site.Options{}))
	defer ours.Close()
	for name, start := range map[string]func(site, work string) (*Host, error){"nginx": StartNginx, "caddy": StartCaddy} {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(name); err != nil {
				t.Skipf("%s is not installed, so its snippet is not tried here", name)
			}
			host, err := start(folder, t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			defer host.Stop()
			theirs := "http://" + host.Address
			for _, path := range []string{"/", "/index.html", "/examples/celsius/", "/app.0a1b2c3d4e.css", "/sw.js"} {
				want, _ := ask(t, ours.URL+path, "gzip")
				for _, encoding := range []string{"gzip", "identity"} {
					got, body := ask(t, theirs+path, encoding)
					if got.StatusCode != http.StatusOK || !strings.Contains(body, " ") {
						t.Errorf("%s = %d %q, want the file", path, got.StatusCode, body)
					}
					for _, header := range []string{
						"Cache-Control", "Content-Security-Policy", "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy",
						"Cross-Origin-Embedder-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
					} {
						if g, w := strings.Join(got.Header.Values(header), " and "), want.Header.Get(header); g != w {
							t.Errorf("%s in %s: %s is %q, want %q", path, encoding, header, g, w)
						}
					}
					if vary := strings.Join(got.Header.Values("Vary"), ","); vary != "Accept-Encoding" {
						t.Errorf("%s in %s: Vary is %q: a cache hands one form to all", path, encoding, vary)
					}
				}
			}
			// A file that is missing may be there a moment later.
			for _, path := range []string{"/app.ffffffffff.css", "/nothing", "/examples/nothing/", "/_headers", "/_nginx.conf", "/secret/.hidden"} {
				got, body := ask(t, theirs+path, "identity")
				cache := got.Header.Get("Cache-Control")
				if got.StatusCode != http.StatusNotFound || strings.Contains(cache, "max-age") || strings.Contains(cache, "immutable") || cache == "" {
					t.Errorf("%s = %d, kept as %q; want 404, which nobody keeps", path, got.StatusCode, cache)
				}
				if !strings.Contains(body, "lost") {
					t.Errorf("%s answers %q, want the page with the way home", path, body)
				}
			}
			if got, _ := ask(t, theirs+"/examples/celsius", "identity"); got.StatusCode/100 != 3 || !strings.HasSuffix(got.Header.Get("Location"), "/examples/celsius/") {
				t.Errorf("a folder without its slash = %d to %q, want it led on", got.StatusCode, got.Header.Get("Location"))
			}
		})
	}
}

// ask asks for an address in an encoding, follows nothing, and returns the
// answer with its body, unpacked.
func ask(t *testing.T, address, encoding string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "text/html")
	request.Header.Set("Accept-Encoding", encoding)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var body io.Reader = response.Body
	if response.Header.Get("Content-Encoding") == "gzip" {
		if body, err = gzip.NewReader(body); err != nil {
			t.Fatal(err)
		}
	}
	text, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}
