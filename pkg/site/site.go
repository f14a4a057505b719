package site

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
)

// Site is the files in memory, by the path of their URL.
type Site struct {
	// LeftOut says of each file of the folder that is not served, and is no
	// business of the host, why not.
	LeftOut []string

	files map[string]*file
	// missing is the page for addresses that name nothing; nil for none.
	missing *missingPage
	// shares are what is shown of documents, by the path of their URL; none where
	// the site does not know its own address.
	shares map[string]Share
}

// A file is what one URL answers.
type file struct {
	contentType string
	// immutable is set for a name that changes with its content.
	immutable bool
	document  bool
	// download is set for what is kept and not shown.
	download bool
	// representations hold the content in each encoding, the best first and the
	// content itself last.
	representations []representation
}

// A representation is the bytes of a file in one encoding.
//
// Source: RFC 9110, section 3.2.
type representation struct {
	encoding string // "br", "gzip", or "" for the content itself
	etag     string
	data     []byte
}

// hashed matches the names that pkg/bundle gives: app.0a1b2c3d4e.css.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)

var contentTypes = map[string]string{
	".html":  "text/html; charset=utf-8",
	".css":   "text/css; charset=utf-8",
	".ts":    "text/plain; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".svg":   "image/svg+xml",
	".png":   "image/png",
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".woff2": "font/woff2",
}

func newRepresentation(encoding string, data []byte) representation {
	sum := sha256.Sum256(data)
	return representation{encoding, `"` + hex.EncodeToString(sum[:12]) + `"`, data}
}
