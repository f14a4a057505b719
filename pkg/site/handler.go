package site

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Handler serves a site, /healthz for whoever watches the server, and /oembed
// for sites that are given any address of this one.
func Handler(s *Site, options Options) http.Handler {
	return &handler{site: s.with(options), documents: options.documentHeaders(), public: options.public()}
}

type handler struct {
	site      *Site
	documents []header
	// public is where learners reach the site, "" where nobody has said it.
	public string
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	set(w, fileHeaders())
	if r.ContentLength != 0 {
		// No request here needs a body. Where one comes all the same, the next
		// request on this connection might be somebody's idea of where it ends.
		w.Header().Set("Connection", "close")
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed: use GET or HEAD", http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == "/healthz" {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write([]byte("ok\n")) // a watcher that has gone needs no answer
		return
	}
	if r.URL.Path == oembedPath {
		h.oembed(w, r)
		return
	}
	f := h.site.files[r.URL.Path]
	if f == nil {
		h.miss(w, r)
		return
	}
	h.serve(w, r, f)
}

func (h *handler) serve(w http.ResponseWriter, r *http.Request, f *file) {
	header := w.Header()
	representation := f.choose(strings.Join(r.Header.Values("Accept-Encoding"), ","))
	header.Set("Content-Type", f.contentType)
	header.Set("ETag", representation.etag)
	header.Set("Cache-Control", cacheChecked)
	if f.immutable {
		header.Set("Cache-Control", cacheForever)
	}
	if len(f.representations) > 1 {
		header.Set("Vary", "Accept-Encoding")
	}
	if f.document {
		set(w, h.documents)
	}
	if f.download {
		set(w, downloadHeaders())
	}
	readRange(r.Header, len(representation.data))
	if representation.encoding != "" {
		header.Set("Content-Encoding", representation.encoding)
		// ServeContent leaves the length of encoded content open. It is known,
		// unless a precondition or a range makes the answer another.
		if r.Header.Get("Range") == "" && r.Header.Get("If-Match") == "" && r.Header.Get("If-Unmodified-Since") == "" {
			header.Set("Content-Length", strconv.Itoa(len(representation.data)))
		}
	}
	// No modification time: the strong ETag says more.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(representation.data))
}

// set sends headers.
func set(w http.ResponseWriter, headers []header) {
	for _, header := range headers {
		w.Header().Set(header.name, header.value)
	}
}
