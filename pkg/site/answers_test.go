package site

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// TestHeadIsGetWithoutItsBody for every file in every representation.
func TestHeadIsGetWithoutItsBody(t *testing.T) {
	h := serve(t, Options{})
	for _, path := range []string{"/", "/index.html", "/app.0a1b2c3d4e.wasm", "/plain.txt", "/lessons/one/", "/healthz", "/nothing"} {
		for _, accept := range []string{"", "gzip", "br"} {
			got, head := get(h, "GET", path, "Accept-Encoding", accept), get(h, "HEAD", path, "Accept-Encoding", accept)
			if got.Code != head.Code {
				t.Errorf("HEAD %s (%s) = %d, want %d as GET", path, accept, head.Code, got.Code)
			}
			if head.Body.Len() != 0 && head.Code == 200 && path != "/healthz" { // net/http drops what is written for HEAD
				t.Errorf("HEAD %s (%s) has a body of %d bytes", path, accept, head.Body.Len())
			}
			for _, name := range []string{"Content-Length", "Content-Type", "Content-Encoding", "ETag", "Vary", "Cache-Control"} {
				if g, h := got.Header().Get(name), head.Header().Get(name); g != h {
					t.Errorf("HEAD %s (%s): %s is %q, want %q as GET", path, accept, name, h, g)
				}
			}
			if length := got.Header().Get("Content-Length"); length != "" && length != strconv.Itoa(got.Body.Len()) {
				t.Errorf("GET %s (%s): Content-Length %s, body %d", path, accept, length, got.Body.Len())
			}
		}
	}
}

// TestEveryFormHasItsOwnTag: strong, stable, answered with 304 that repeats
// what caches need, and of no use for another representation.
func TestEveryFormHasItsOwnTag(t *testing.T) {
	h := serve(t, Options{})
	seen := make(map[string]string)
	for _, path := range []string{"/", "/app.0a1b2c3d4e.wasm", "/plain.txt"} {
		for _, accept := range []string{"identity", "gzip", "br"} {
			first := get(h, "GET", path, "Accept-Encoding", accept)
			encoding, tag := first.Header().Get("Content-Encoding"), first.Header().Get("ETag")
			representation := path + " in " + encoding
			if other := seen[tag]; other != "" && other != representation {
				t.Errorf("%s and %s share the tag %s", representation, other, tag)
			}
			seen[tag] = representation
			if !strings.HasPrefix(tag, `"`) || !strings.HasSuffix(tag, `"`) || len(tag) < 18 {
				t.Errorf("%s: tag %s, want a strong one", representation, tag)
			}
			for _, match := range []string{tag, `"x", ` + tag, "W/" + tag, "*"} {
				again := get(h, "GET", path, "Accept-Encoding", accept, "If-None-Match", match)
				if again.Code != http.StatusNotModified || again.Body.Len() != 0 {
					t.Errorf("%s with If-None-Match %s = %d with %d bytes, want 304 with none", representation, match, again.Code, again.Body.Len())
				}
				for _, name := range []string{"ETag", "Vary", "Cache-Control", "Content-Security-Policy"} {
					if g, w := again.Header().Get(name), first.Header().Get(name); g != w {
						t.Errorf("%s: 304 has %s %q, want %q", representation, name, g, w)
					}
				}
			}
		}
	}
	if len(seen) != 6 {
		t.Errorf("%d tags, want one for each of 6 representations: %v", len(seen), seen)
	}
}

// TestRanges are of the representation that is sent.
func TestRanges(t *testing.T) {
	h := serve(t, Options{})
	tag := get(h, "GET", "/plain.txt").Header().Get("ETag")
	for _, c := range []struct {
		path, ranges, ifRange, accept string
		status                        int
		contentRange, body            string
	}{
		{"/plain.txt", "bytes=0-0", "", "", 206, "bytes 0-0/10", "0"},
		{"/plain.txt", "bytes=-3", "", "", 206, "bytes 7-9/10", "789"},
		{"/plain.txt", "bytes=7-", "", "", 206, "bytes 7-9/10", "789"},
		{"/plain.txt", "bytes=7-700", "", "", 206, "bytes 7-9/10", "789"},
		{"/plain.txt", "bytes=2-4", tag, "", 206, "bytes 2-4/10", "234"},
		{"/plain.txt", "bytes=2-4", `"other"`, "", 200, "", "0123456789"},
		{"/plain.txt", "bytes=4-2", "", "", 416, "", "invalid range\n"},
		{"/plain.txt", "bytes=10-", "", "", 416, "bytes */10", "invalid range: failed to overlap\n"},
		{"/plain.txt", "bytes=-0", "", "", 416, "bytes */10", "invalid range: failed to overlap\n"},
		{"/plain.txt", "bytes=-000", "", "", 416, "bytes */10", "invalid range: failed to overlap\n"},
		{"/plain.txt", "bytes=-0, 1-2", "", "", 206, "bytes 1-2/10", "12"},
		{"/plain.txt", "bytes=-0", `"other"`, "", 200, "", "0123456789"},
		{"/plain.txt", "bytes=-", "", "", 416, "", "invalid range\n"},
		{"/plain.txt", "lines=1-2", "", "", 200, "", "0123456789"},
		{"/plain.txt", "bytes", "", "", 200, "", "0123456789"},
		{"/plain.txt", "BYTES=1-2", "", "", 206, "bytes 1-2/10", "12"},
		{"/", "bytes=-0", "", "br", 416, "bytes */7", "invalid range: failed to overlap\n"},
		{"/", "lines=1-2", "", "br", 200, "", "br page"},
		{"/", "bytes=3-", "", "br", 206, "bytes 3-6/7", "page"},
		{"/", "bytes=3-", "", "gzip", 206, "bytes 3-6/7", "page"},
	} {
		w := get(h, "GET", c.path, "Range", c.ranges, "If-Range", c.ifRange, "Accept-Encoding", c.accept)
		if w.Code != c.status || w.Header().Get("Content-Range") != c.contentRange || w.Body.String() != c.body {
			t.Errorf("%s %s = %d, %q, %q, want %d, %q, %q", c.path, c.ranges, w.Code, w.Header().Get("Content-Range"), w.Body, c.status, c.contentRange, c.body)
		}
	}
	// Many small ranges are not worth more than the whole file.
	var many []string
	for i := range 200 {
		many = append(many, fmt.Sprintf("%d-%d", i%10, i%10))
	}
	if w := get(h, "GET", "/plain.txt", "Range", "bytes="+strings.Join(many, ",")); w.Code != 200 || w.Body.String() != "0123456789" {
		t.Errorf("200 ranges of 10 bytes = %d with %d bytes, want 200 with 10", w.Code, w.Body.Len())
	}
}

// TestOtherMethodsAreRefused on every path, with the ones that are not.
func TestOtherMethodsAreRefused(t *testing.T) {
	h := serve(t, Options{})
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X"} {
		for _, path := range []string{"/", "/nothing", "/healthz", "/app.0a1b2c3d4e.wasm"} {
			if w := get(h, method, path); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s = %d with Allow %q, want 405 with GET, HEAD", method, path, w.Code, w.Header().Get("Allow"))
			}
		}
	}
}
