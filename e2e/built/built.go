// Package built is the site as `make build` has left it, for the tests that use it in a
// browser.
package built

import (
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"firstneuron/pkg/site"
)

// Live holds in a document once the program has taken over the prerendered page, whose
// controls are all disabled.
const Live = `document.documentElement.dataset.program === "running" && document.getElementById("language")?.disabled === false`

// Serve serves the site in a folder as a server does that knows its own address, and
// returns that. WebKit takes no 'self' in a sandbox, and oEmbed names whole addresses.
func Serve(t *testing.T, folder string) string {
	t.Helper()
	files, err := site.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	var handler http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	handler = site.Handler(files, site.Options{PublicOrigin: server.URL})
	t.Cleanup(server.Close)
	return server.URL
}
