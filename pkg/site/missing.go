package site

import (
	"bytes"
	"net/http"
	"net/url"
	"path"
	"strings"
)

// missingName is the page for addresses that name nothing. Static hosts show
// the one of this name, too.
const missingName = "404.html"

// miss answers for a path that names no file: by another path that is meant, or
// with 404.
func (h *handler) miss(w http.ResponseWriter, r *http.Request) {
	if to := h.site.meant(r.URL.Path); to != "" {
		if r.URL.RawQuery != "" {
			to += "?" + r.URL.RawQuery
		}
		w.Header().Set("Location", to)
		w.Header().Set("Cache-Control", cacheChecked)
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Vary", "Accept")
	if h.site.missing == nil || !strings.Contains(r.Header.Get("Accept"), "text/html") {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	set(w, h.documents)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	if r.Method != http.MethodHead {
		_, _ = w.Write(h.site.missing.at(r.URL.Path)) // a reader that has gone needs no answer
	}
}

// longestMeant bounds the paths that are looked at twice, in bytes.
const longestMeant = 200

// meant returns a reference to the file that a path means, where it has a slash
// twice or a folder lacks its last; "" for none. It is relative, with ./ or ../
// at its beginning: so it stays on this host, and within the folder that a proxy
// has the site in.
func (s *Site) meant(asked string) string {
	if len(asked) > longestMeant || !strings.HasPrefix(asked, "/") {
		return ""
	}
	clean := asked
	for strings.Contains(clean, "//") {
		clean = strings.ReplaceAll(clean, "//", "/")
	}
	if s.files[clean] == nil {
		if clean += "/"; s.files[clean] == nil {
			return ""
		}
	}
	if clean == asked+"/" {
		return "./" + (&url.URL{Path: path.Base(clean) + "/"}).EscapedPath()
	}
	return up(asked) + (&url.URL{Path: clean[1:]}).EscapedPath()
}

// up leads from a path to the root of the site.
func up(asked string) string {
	if n := strings.Count(asked, "/"); n > 1 {
		return strings.Repeat("../", n-1)
	}
	return "./"
}

// missingPage is the page for addresses that name nothing, cut where it names
// the root of the site: the page is shown at any depth, where a relative address
// leads elsewhere.
type missingPage [][]byte

// The attribute in which the page says how it names the root, and how an
// attribute begins with it.
const homeStart = ` data-home="`

// newMissingPage cuts a page, which is nil where it does not say its root.
func newMissingPage(page []byte) *missingPage {
	_, rest, found := bytes.Cut(page, []byte(homeStart))
	home, _, closed := bytes.Cut(rest, []byte(`"`))
	if !found || !closed || len(home) == 0 {
		return nil
	}
	cut := missingPage(bytes.Split(page, append([]byte(`="`), home...)))
	return &cut
}

// at is the page for one path.
func (p *missingPage) at(asked string) []byte {
	return bytes.Join(*p, []byte(`="`+up(asked)))
}
