// Package json stands in for encoding/json in the programs of the page: see
// ../../README.md. go-app reads and writes state, storage and notifications with it, of
// which the page has none, and pkg/nn whole models, which only whoever imports it has.
package json

import (
	"errors"
	"fmt"
	"io"
)

const absent = "encoding/json is not part of the page's program (third_party/std)"

// RawMessage is a value that is left as it is.
type RawMessage []byte

// Marshal writes a value for a person: go-app calls it when it tells of an error.
func Marshal(v any) ([]byte, error) { return fmt.Appendf(nil, "%+v", v), nil }

// MarshalIndent does so too.
func MarshalIndent(v any, _, _ string) ([]byte, error) { return Marshal(v) }

// Unmarshal reads nothing. At its start go-app asks it of every text that the browser
// keeps for the site, and takes an error for one that is no state of its own.
func Unmarshal([]byte, any) error { return errors.New(absent) }

// Decoder reads values.
type Decoder struct{}

// Token is a part of a value.
type Token any

// NewDecoder panics.
func NewDecoder(io.Reader) *Decoder { panic(absent) }

// DisallowUnknownFields panics.
func (*Decoder) DisallowUnknownFields() { panic(absent) }

// Decode panics.
func (*Decoder) Decode(any) error { panic(absent) }

// Token panics.
func (*Decoder) Token() (Token, error) { panic(absent) }
