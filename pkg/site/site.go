package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// Site is the files in memory, by the path of their URL.
type Site struct{ files map[string]*file }

// A file is what one URL answers.
type file struct {
	contentType string
	// immutable is set for a name that changes with its content.
	immutable bool
	document  bool
	// forms are the content and its compressed forms, best first, the content
	// itself last.
	forms []form
}

// A form is a file's bytes in one encoding.
type form struct {
	encoding string // "br", "gzip", or "" for the content itself
	etag     string
	data     []byte
}

// hashed matches the names that pkg/bundle gives: app.0a1b2c3d4e.css.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)

var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".ts":   "text/plain; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",
}

// ErrMissing says that there is no site to serve.
var ErrMissing = errors.New("the site is missing: run `make build`")

// Load reads a site. Names that begin with a dot or an underscore are the
// host's business and are not served.
func Load(files fs.FS) (*Site, error) {
	s := &Site{files: make(map[string]*file)}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); name != "." && (base[0] == '.' || base[0] == '_') {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() || path.Ext(name) == ".br" || path.Ext(name) == ".gz" {
			return nil
		}
		f, err := load(files, name)
		if err != nil {
			return err
		}
		s.files["/"+name] = f
		if folder, isIndex := strings.CutSuffix("/"+name, "index.html"); isIndex {
			s.files[folder] = f
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) || (err == nil && s.files["/"] == nil) {
		return nil, ErrMissing
	}
	if err != nil {
		return nil, fmt.Errorf("the site cannot be read: %w", err)
	}
	return s, nil
}

func load(files fs.FS, name string) (*file, error) {
	extension := path.Ext(name)
	f := &file{
		contentType: contentTypes[extension],
		immutable:   hashed.MatchString(name),
		document:    extension == ".html",
	}
	if f.contentType == "" {
		f.contentType = "application/octet-stream"
	}
	for _, form := range []form{{encoding: "br"}, {encoding: "gzip"}, {}} {
		suffix := map[string]string{"br": ".br", "gzip": ".gz"}[form.encoding]
		data, err := fs.ReadFile(files, name+suffix)
		if suffix != "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		f.forms = append(f.forms, newForm(form.encoding, data))
	}
	return f, nil
}

func newForm(encoding string, data []byte) form {
	sum := sha256.Sum256(data)
	return form{encoding, `"` + hex.EncodeToString(sum[:12]) + `"`, data}
}
