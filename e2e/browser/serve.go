package browser

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Serve serves the handler on a loopback address until the test ends and
// returns its address, which has no slash at its end.
func Serve(tb testing.TB, handler http.Handler) string {
	tb.Helper()
	server := httptest.NewServer(handler)
	tb.Cleanup(server.Close)
	return server.URL
}

// OtherSite is the same address by another name: for a browser localhost and
// 127.0.0.1 are two sites, which share neither storage nor process.
func OtherSite(address string) string {
	return strings.Replace(address, "127.0.0.1", "localhost", 1)
}

// Course is a course page that frames the address with a plain iframe, which
// is what every course platform allows. The attributes, such as
// sandbox="allow-scripts", come on top of width, height and title.
func Course(address, title, attributes string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!DOCTYPE html>
<html lang="en">
<title>Course</title>
<link rel="icon" href="data:,">
<h1>Lesson 1</h1>
<iframe src="%s" title="%s" width="1000" height="760" %s></iframe>
</html>`, html.EscapeString(address), html.EscapeString(title), attributes)
	})
}
