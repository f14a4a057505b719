package site

import (
	"bytes"
	"compress/gzip"
	"html"
)

// The <meta> of a document that has its policy, before and behind it.
const (
	metaStart = `<meta http-equiv="Content-Security-Policy" content="`
	metaEnd   = `"`
)

// allowing returns the site with documents whose <meta> names the public origin.
// What it forbids the header cannot allow: a browser obeys both.
func (s *Site) allowing(options Options) *Site {
	if options.PublicOrigin == "" {
		return s
	}
	changed := make(map[*file]*file)
	allowing := &Site{files: make(map[string]*file, len(s.files))}
	for path, f := range s.files {
		if f.document && changed[f] == nil {
			changed[f] = f.withPolicy(options.MetaPolicy())
		}
		if f.document {
			f = changed[f]
		}
		allowing.files[path] = f
	}
	return allowing
}

// withPolicy returns a document with another policy in its <meta>, plain and as
// gzip: Brotli is the work of pkg/bundle. One without a policy stays as it is.
func (f *file) withPolicy(policy string) *file {
	before, rest, found := bytes.Cut(f.forms[len(f.forms)-1].data, []byte(metaStart))
	_, after, closed := bytes.Cut(rest, []byte(metaEnd))
	if !found || !closed {
		return f
	}
	content := bytes.Join([][]byte{before, []byte(metaStart + html.EscapeString(policy) + metaEnd), after}, nil)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write(content) // into memory
	_ = w.Close()
	document := *f
	document.forms = []form{newForm("gzip", packed.Bytes()), newForm("", content)}
	return &document
}
