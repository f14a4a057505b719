// Package http stands in for net/http in the page's program: see ../../README.md.
//
// It has what go-app's server compiles against, and none of it is ever called:
// no server runs in a page, and the page itself asks for nothing over HTTP.
package http

import (
	"io"
	"net/url"
)

// The method and the statuses that go-app's server names.
const (
	MethodGet                 = "GET"
	StatusOK                  = 200
	StatusNotModified         = 304
	StatusNotFound            = 404
	StatusInternalServerError = 500
)

// Header are the headers of a request or a response.
type Header map[string][]string

// Get panics.
func (Header) Get(string) string { panic(absent) }

// Set panics.
func (Header) Set(string, string) { panic(absent) }

// Handler answers requests.
type Handler interface {
	ServeHTTP(w ResponseWriter, r *Request)
}

// ResponseWriter takes an answer.
type ResponseWriter interface {
	io.Writer
	Header() Header
	WriteHeader(status int)
}

// Request is what a client asks for.
type Request struct {
	URL    *url.URL
	Header Header
	Host   string
	TLS    *struct{}
}

// Response is what a server answers.
type Response struct {
	StatusCode int
	Header     Header
	Body       io.ReadCloser
}

// Dir is a folder to serve.
type Dir string

// Get panics.
func Get(string) (*Response, error) { panic(absent) }

// NotFound panics.
func NotFound(ResponseWriter, *Request) { panic(absent) }

// FileServer panics.
func FileServer(Dir) Handler { panic(absent) }

const absent = "net/http is not part of the page's program (third_party/std)"
