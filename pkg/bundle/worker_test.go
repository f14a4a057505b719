package bundle

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPagesOfALanguageAreKeptOnceTheyAreRead: the worker runs in Node with a host, a cache
// and a browser of a few lines. The lines of the answer are what it answers and asks the
// host for.
func TestPagesOfALanguageAreKeptOnceTheyAreRead(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node here")
	}
	s := NewSite(nil)
	s.Web = "../../web"
	worker, err := s.worker([]asset{
		{"boot.0123456789.js", nil}, {"app.0123456789.css", nil}, {"activities/index.html", nil}, {"activities/bend/index.html", nil}, {"ko/activities/bend/index.html", nil},
	})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), worker.name)
	if err := os.WriteFile(file, worker.data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		what, asks string
		want       []string
	}{
		{"read, and read again", "ko/activities/bend/ ko/activities/bend/?a=1", []string{"the page ko/activities/bend/, asked for", "the page ko/activities/bend/"}},
		{"read, then without a network", "ko/activities/bend/ off ko/activities/bend/", []string{"the page ko/activities/bend/, asked for", "the page ko/activities/bend/"}},
		{"never read, without a network", "off ar/activities/bend/ ar/activities/", []string{"go to activities/bend/", "go to activities/"}},
		{"a filter's page is not kept", "portal ko/activities/ on ko/activities/", []string{"go to activities/", "the page ko/activities/, asked for"}},
		{"no language of the page, no page of the site", "tlh/activities/bend/ ko/activities/nothing/ ko/app.0123456789.css kona/", []string{"the host's", "the host's", "the host's", "the host's"}},
		{"a browser that keeps nothing", "broken ko/activities/bend/ ko/activities/bend/", []string{"the page ko/activities/bend/, asked for", "the page ko/activities/bend/, asked for"}},
	} {
		args := append([]string{"testdata/worker.mjs", file}, strings.Fields(test.asks)...)
		out, err := exec.Command(node, args...).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != strings.Join(test.want, "\n") {
			t.Errorf("%s: %v\n%s\nwant\n%s", test.what, err, got, strings.Join(test.want, "\n"))
		}
	}
}
