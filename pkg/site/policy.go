package site

import (
	"slices"
	"strings"
)

// Options decide the headers, and the addresses that documents tell.
type Options struct {
	// PublicOrigin is where learners reach the site, such as
	// https://neuron.example.org. WebKit needs it in a sandboxed frame, where
	// it does not take 'self' for the site. "" leaves it out.
	PublicOrigin string
	// PublicPath is the folder there, such as /neuron/; "" is /.
	PublicPath string
	// FrameAncestors says who may frame the page, as in the directive of that
	// name; "" and "*" are anybody. The site itself may, for the share dialog's
	// preview, unless it is 'none'.
	FrameAncestors string
}

// public is the address at which learners reach the site, with a slash at its
// end; "" where nobody has said it.
func (o Options) public() string {
	if o.PublicOrigin == "" {
		return ""
	}
	if o.PublicPath == "" {
		return o.PublicOrigin + "/"
	}
	return o.PublicOrigin + o.PublicPath
}

// Policy is the Content-Security-Policy of documents.
//
// Where anybody may frame them it has no frame-ancestors: the directive's *
// means sites of the network only, and refuses a course page that was opened
// as a file, an editor's preview, and a frame with an origin of its own.
//
// Source: Content Security Policy Level 3, section 6.7.2.8, "Does url match
// expression in origin with redirect count?".
func (o Options) Policy() string {
	sources := strings.Fields(strings.ToLower(o.FrameAncestors))
	if len(sources) == 0 || slices.Contains(sources, "*") {
		return o.MetaPolicy()
	}
	ancestors := o.FrameAncestors
	if !slices.Contains(sources, "'self'") && !slices.Contains(sources, "'none'") {
		ancestors = "'self' " + ancestors
	}
	return o.MetaPolicy() + "; frame-ancestors " + ancestors
}

// MetaPolicy is the same policy for the document's own <meta>, for hosts that
// send no headers. There frame-ancestors has no meaning.
func (o Options) MetaPolicy() string {
	self := "'self'"
	if o.PublicOrigin != "" {
		self += " " + o.PublicOrigin
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + self + " 'wasm-unsafe-eval'",
		"style-src " + self,
		"img-src " + self + " data: blob:",
		"connect-src " + self,
		"worker-src " + self + " blob:",
		"font-src " + self,
		"frame-src " + self, // the preview of the share dialog
		"manifest-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

// A header is a name and its value.
type header struct{ name, value string }

// fileHeaders go with every file: any page may load it, also one in a sandboxed
// frame, whose origin is none.
func fileHeaders() []header {
	return []header{
		{"Access-Control-Allow-Origin", "*"},
		{"Cross-Origin-Resource-Policy", "cross-origin"},
		{"X-Content-Type-Options", "nosniff"},
	}
}

// documentHeaders go with documents on top.
func (o Options) documentHeaders() []header {
	return []header{
		{"Content-Security-Policy", o.Policy()},
		{"Cross-Origin-Embedder-Policy", "require-corp"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"},
	}
}

const (
	cacheForever = "public, max-age=31536000, immutable"
	cacheChecked = "no-cache"
)
