package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"maps"
	"regexp"
	"strings"

	"firstneuron/pkg/experiment"
)

// with returns the site as the options want it. Where they name the public
// origin, documents allow it and tell whole addresses. The service worker's
// version has the headers in it: browsers that keep documents for use without
// the network fetch them again when a header changes.
func (s *Site) with(options Options) *Site {
	with := &Site{files: maps.Clone(s.files), missing: s.missing, shares: make(map[string]Share)}
	if options.PublicOrigin != "" {
		changed := make(map[*file]*file)
		for path, f := range s.files {
			if f.document && changed[f] == nil {
				changed[f] = with.document(f, strings.TrimSuffix(path, "index.html"), options)
			}
		}
		for path, f := range s.files {
			if changed[f] != nil {
				with.files[path] = changed[f]
			}
		}
		if page := s.missing; page != nil {
			with.missing = newMissingPage(withPolicy(page.at("/"), options))
		}
	}
	if worker := s.files[workerPath]; worker != nil {
		with.files[workerPath] = worker.edited(func(source []byte) []byte { return withVersion(source, options) })
	}
	return with
}

// document returns a document of a page as the options want it, and adds the
// page's oEmbed to the site.
func (s *Site) document(f *file, page string, options Options) *file {
	share, found := readShare(options.public(), page, f.content())
	share.Languages = s.languagesOf(page)
	if found && share.Folder == share.Page {
		s.files["/"+share.Folder+oembedName] = &file{contentType: contentTypes[".json"], representations: []representation{newRepresentation("", share.OEmbed(0, 0))}}
	}
	if share.Answers = true; found {
		s.shares[page] = share
	}
	return f.edited(func(document []byte) []byte {
		document = withPolicy(document, options)
		if found {
			document = share.write(document)
		}
		return document
	})
}

// languagesOf returns the languages that the site has a page in.
func (s *Site) languagesOf(page string) []string {
	_, path := experiment.CutLanguage(strings.TrimPrefix(page, "/"))
	var has []string
	for _, lang := range experiment.LanguageCodes() {
		if s.files["/"+experiment.LanguageFolder(lang)+path] != nil {
			has = append(has, lang)
		}
	}
	return has
}

// content is the file's content itself, in no encoding.
func (f *file) content() []byte { return f.representations[len(f.representations)-1].data }

// edited returns the file with another content, plain and as gzip: Brotli is
// the work of the bundle. One that stays the same keeps its representations.
func (f *file) edited(edit func(content []byte) []byte) *file {
	content := edit(f.content())
	if bytes.Equal(content, f.content()) {
		return f
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write(content) // into memory
	_ = w.Close()
	changed := *f
	changed.representations = []representation{newRepresentation("gzip", packed.Bytes()), newRepresentation("", content)}
	return &changed
}

// The <meta> of a document that has its policy, before and behind it.
const (
	metaStart = `<meta http-equiv="Content-Security-Policy" content="`
	metaEnd   = `"`
)

// withPolicy returns a document whose <meta> has the options' policy: what it
// forbids the header cannot allow, since a browser obeys both. One without a
// policy stays as it is.
func withPolicy(page []byte, options Options) []byte {
	before, rest, found := bytes.Cut(page, []byte(metaStart))
	_, after, closed := bytes.Cut(rest, []byte(metaEnd))
	if !found || !closed {
		return page
	}
	return bytes.Join([][]byte{before, []byte(metaStart + html.EscapeString(options.MetaPolicy()) + metaEnd), after}, nil)
}

// workerPath is where the service worker is.
const workerPath = "/sw.js"

var workerVersion = regexp.MustCompile(`(?m)^const VERSION = "([0-9a-f]+)";$`)

// withVersion mixes the headers of documents and their address into the version
// of the service worker.
func withVersion(source []byte, options Options) []byte {
	at := workerVersion.FindSubmatchIndex(source)
	if at == nil {
		return source
	}
	sum := sha256.New()
	_, _ = fmt.Fprintf(sum, "%s\n%s\n%v\n", source[at[2]:at[3]], options.public(), options.documentHeaders())
	return bytes.Join([][]byte{source[:at[2]], []byte(hex.EncodeToString(sum.Sum(nil)[:5])), source[at[3]:]}, nil)
}
