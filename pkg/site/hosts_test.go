package site

import (
	"strings"
	"testing"
)

func TestHostFilesSayTheSame(t *testing.T) {
	files := HostFiles([]string{"app.0a1b2c3d4e.css", "sw.js", "index.html", "examples/celsius/index.html"}, Options{})
	headers := string(files["_headers"])
	for path, want := range map[string]string{
		"/app.0a1b2c3d4e.css": "immutable", "/sw.js": "no-cache", "/": "no-cache", "/examples/celsius/": "require-corp",
	} {
		_, rule, _ := strings.Cut(headers, path+"\n")
		rule, _, _ = strings.Cut(rule, "\n/")
		if !strings.Contains(rule, want) {
			t.Errorf("_headers says %q of %s, want %s", rule, path, want)
		}
	}
	for name, data := range files {
		for _, want := range []string{Options{}.MetaPolicy(), "require-corp", "immutable", "nosniff"} {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}
	// Whoever may frame the page by default may so on every host.
	for name, data := range files {
		if strings.Contains(string(data), "frame-ancestors") {
			t.Errorf("%s has frame-ancestors, which nobody asked for: it refuses course pages that are files", name)
		}
	}
	// nginx takes such a location before any that is a pattern.
	if snippet := string(files["_nginx.conf"]); !strings.Contains(snippet, "location ^~ /.well-known/acme-challenge/ {") {
		t.Errorf("the snippet for nginx is %s, which answers 404 to who renews a certificate", snippet)
	}
	// bench/serving asks both hosts, where they are installed.
	if rule := `Cache-Control "public, max-age=31536000, immutable" always`; strings.Contains(string(files["_nginx.conf"]), rule) {
		t.Error("the snippet for nginx keeps errors for a year, too")
	}
	if len(files) != 3 {
		t.Errorf("%d files, want those of three hosts", len(files))
	}
}
