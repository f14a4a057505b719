package site

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// Options decide the headers.
type Options struct {
	// PublicOrigin is where learners reach the site, such as
	// https://neuron.example.org. WebKit needs it in a sandboxed frame, where
	// it does not take 'self' for the site. "" leaves it out.
	PublicOrigin string
	// FrameAncestors says who may frame the page, as in the directive of that
	// name; "" is everybody. The site itself may, for the share dialog's preview,
	// unless it is 'none'.
	FrameAncestors string
}

// Check reports an option that cannot be part of a header.
func (o Options) Check() error {
	if o.PublicOrigin != "" {
		u, err := url.Parse(o.PublicOrigin)
		if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.Scheme+"://"+u.Host != o.PublicOrigin ||
			strings.ContainsAny(o.PublicOrigin, "*;,' \t\r\n") {
			return fmt.Errorf("the public origin is %q: give a scheme and a host and no more, such as https://neuron.example.org", o.PublicOrigin)
		}
	}
	for _, r := range o.FrameAncestors {
		if r < ' ' || r > '~' || r == ';' || r == ',' {
			return fmt.Errorf("frame ancestors are %q: give origins separated by spaces, such as \"https://course.example.org\", or *", o.FrameAncestors)
		}
	}
	return nil
}

// Policy is the Content-Security-Policy of documents.
func (o Options) Policy() string {
	ancestors := o.FrameAncestors
	switch sources := strings.Fields(strings.ToLower(ancestors)); {
	case ancestors == "":
		ancestors = "*"
	case !slices.Contains(sources, "*") && !slices.Contains(sources, "'self'") && !slices.Contains(sources, "'none'"):
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
