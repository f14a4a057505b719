package site

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// oembedPath is where other sites ask what to show of an address. They find it
// in the documents' heads.
const oembedPath = "/oembed"

// longestFragment is as much as the page reads behind #, in bytes.
const longestFragment = 8 << 10

// oembed answers for an address of this site with everything that stands behind
// its ? and #, so that any experiment can be put alone on a line.
//
// Source: oembed.com, sections 2.2, "Consumer Request", and 2.3.3, "Errors".
func (h *handler) oembed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", cacheChecked)
	query := r.URL.Query()
	refuse := func(status int, format string, args ...any) {
		http.Error(w, fmt.Sprintf(format, args...), status)
	}
	if h.public == "" {
		refuse(http.StatusNotFound, "this server does not know its own address: start it with -public-origin")
		return
	}
	if format := query.Get("format"); format != "" && format != "json" {
		refuse(http.StatusNotImplemented, "the format is not json, which is the only one")
		return
	}
	share, found := h.shareOf(query.Get("url"))
	if !found {
		refuse(http.StatusNotFound, "url is not the address of a page of %s", h.public)
		return
	}
	var room [2]int
	for i, key := range []string{"maxwidth", "maxheight"} {
		text := query.Get(key)
		if text == "" {
			continue
		}
		var err error
		if room[i], err = strconv.Atoi(text); err != nil || room[i] < 1 {
			refuse(http.StatusBadRequest, "%s is not a number of pixels", key)
			return
		}
	}
	w.Header().Set("Content-Type", contentTypes[".json"])
	_, _ = w.Write(share.OEmbed(room[0], room[1])) // who has gone needs no answer
}

// shareOf returns what is shown of an address: of its page, opened with what
// stands behind ? and #.
func (h *handler) shareOf(address string) (Share, bool) {
	address, fragment, _ := strings.Cut(address, "#")
	address, query, _ := strings.Cut(address, "?")
	page, ours := strings.CutPrefix(address, h.public)
	if address+"/" == h.public {
		page, ours = "", true
	}
	page = strings.TrimSuffix(page, "index.html")
	share, found := h.site.shares["/"+page]
	if !found {
		share, found = h.site.shares["/"+page+"/"]
	}
	if !ours || !found || len(query)+len(fragment) > longestFragment {
		return Share{}, false
	}
	var opens []string
	for _, part := range []string{share.Fragment, plain(query), plain(fragment)} {
		if part != "" {
			opens = append(opens, part)
		}
	}
	share.Fragment = strings.Join(opens, "&")
	return share, true
}

// plain escapes what cannot stand in a fragment, and leaves the rest as it is.
func plain(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if c := text[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"#<>\\^`{|}", c) >= 0 {
			b.WriteString(url.PathEscape(text[i : i+1]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
