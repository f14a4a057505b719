package site

import (
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// TestOneFileIsADownload: with the policy of documents its scripts would not run, from
// the server and from every host that has its files of headers.
func TestOneFileIsADownload(t *testing.T) {
	t.Parallel()
	s, err := Load(fstest.MapFS{"index.html": {Data: []byte("page")}, OneFile: {Data: []byte("all of it")}})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][2]string{"/" + OneFile: {"attachment", ""}, "/": {"", Options{}.Policy()}} {
		answer := httptest.NewRecorder()
		Handler(s, Options{}).ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		got := [2]string{answer.Header().Get("Content-Disposition"), answer.Header().Get("Content-Security-Policy")}
		if got != want || !strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s has the headers %q of %s, want %q of text/html", path, got, answer.Header().Get("Content-Type"), want)
		}
	}
	for name, data := range HostFiles([]string{"index.html", OneFile}, Options{}) {
		_, rule, found := strings.Cut(string(data), map[string]string{
			"_headers": "/" + OneFile, "_nginx.conf": `location ~ "/first-neuron\.html$"`, "_Caddyfile": "header @download",
		}[name])
		rule, _, _ = strings.Cut(rule, map[string]string{"_headers": "\n/", "_nginx.conf": "location", "_Caddyfile": "@"}[name])
		if !found || !strings.Contains(rule, "attachment") || strings.Contains(rule, "Content-Security-Policy") {
			t.Errorf("%s says %q of it, want a download without the policy of documents", name, rule)
		}
	}
}
