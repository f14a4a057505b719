package site

import (
	"bytes"
	"net/http"
	"net/url"
	gopath "path"
	"regexp"
	"strings"

	"firstneuron/pkg/experiment"
)

// missingName is the page for addresses that name nothing. Static hosts show
// the one of this name, too.
const missingName = "404.html"

// miss answers for a path that names no file: by another path that is meant, or
// with 404.
func (h *handler) miss(w http.ResponseWriter, r *http.Request) {
	if to := h.site.meant(r.URL); to != "" {
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
		_, _ = w.Write(h.site.missing.at(r.URL.EscapedPath())) // a reader that has gone needs no answer
	}
}

// longestMeant bounds the paths that are looked at twice, in bytes, and
// longestEscaped those that are looked at for a fragment: links are as long as that.
const longestMeant, longestEscaped = 200, 4 * experiment.MaxFragment

// meant returns a reference to the file that an address means, where its path has a
// slash twice, a folder lacks its last, a sentence ended behind it, or its # came
// escaped; "" for none. It is relative, with ./ or ../ at its beginning: so it
// stays on this host, and within the folder that a proxy has the site in.
func (s *Site) meant(asked *url.URL) string {
	query := ""
	if asked.RawQuery != "" {
		query = "?" + asked.RawQuery
	}
	if at, fragment, escaped := cutEscapedHash(asked.EscapedPath()); escaped {
		base, err := url.PathUnescape(at)
		if err != nil || len(asked.EscapedPath()) > longestEscaped {
			return ""
		}
		if to := s.file(base, asked); to != "" {
			return to + "#" + fragment + query
		}
		return ""
	}
	if to := s.file(asked.Path, asked); to != "" {
		return to + query
	}
	return ""
}

// cutEscapedHash cuts an escaped path before the # that was escaped, or escaped
// more than once, as chats and course systems do.
func cutEscapedHash(path string) (before, after string, found bool) {
	at := escapedHash.FindStringIndex(path)
	if at == nil {
		return path, "", false
	}
	return path[:at[0]], path[at[1]:], true
}

var escapedHash = regexp.MustCompile(`%(?:25)*23`)

// file returns a reference from the address asked to the file that a path means.
func (s *Site) file(path string, asked *url.URL) string {
	if len(path) > longestMeant || !strings.HasPrefix(path, "/") {
		return ""
	}
	clean := path
	for strings.Contains(clean, "//") {
		clean = strings.ReplaceAll(clean, "//", "/")
	}
	for _, name := range []string{clean, clean + "/", strings.TrimRight(clean, endMarks)} {
		if s.files[name] == nil {
			continue
		}
		if name == asked.Path+"/" {
			return "./" + (&url.URL{Path: gopath.Base(name) + "/"}).EscapedPath()
		}
		return up(asked.EscapedPath()) + (&url.URL{Path: name[1:]}).EscapedPath()
	}
	return ""
}

// endMarks are what a sentence or a markup has behind an address.
const endMarks = ").,;:!?'\"*>]} "

// up leads from an escaped path to the root of the site: %2F is no slash.
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

// at is the page for one escaped path.
func (p *missingPage) at(asked string) []byte {
	return bytes.Join(*p, []byte(`="`+up(asked)))
}
